// What a filter leaves, worked out in the page as soon as it is pressed. The server has the last word: what it answers
// to a press takes the place of this, and what it answers to older ones counts no more.

/** @typedef {Pick<View, "since" | "until" | "sure" | "countries" | "travellers" | "people" | "kinds" | "topics" |
 *   "statuses" | "text" | "scene">} Filtering */

/**
 * What the server would say of a view, as mapapp/maps/state.py does.
 * @param {InstanceType<typeof mapapp.Filters>} filters that have taken the view over
 */
mapapp.stateOf = (filters) => {
  const { since, until, sure } = filters.view;
  const bits = (/** @type {boolean[]} */ mask) => mapapp.letters(mapapp.packed(mask));
  const active = filters.active;
  return {
    visible: active ? bits(filters.mask()) : null,
    alone: active ? filters.alone() : null,
    stays: active ? filters.stays() : null,
    since,
    until,
    sure,
    undated: filters.undated ? bits(filters.mask(undefined, false)) : null,
  };
};

mapapp.Foresight = class {
  PATIENCE = 3000; // ms after which the server is believed again once it has answered something else
  SILENCE = 30_000; // ms for which it may say nothing at all; a slow one must not bring back what was before
  TOUCH = 1000; // ms within which a filter that changes was changed by hand, not by the server
  /** @type {InstanceType<typeof mapapp.Filters> | undefined} */
  filters;
  /** @type {Partial<Filtering>} what was changed and the server does not know yet */
  changes = {};
  /** @type {ReturnType<typeof mapapp.stateOf> | null} what is shown before the server says so */
  state = null;
  touched = Number.NEGATIVE_INFINITY;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  /**
   * @param {Filtering} server the filters that the server knows of
   * @param {Record<string, string[]>} offered for each filter that is drawn its values, in their order
   * @param {() => void} changed called when another state is to be shown
   */
  constructor(server, offered, changed) {
    this.server = server;
    this.offered = offered;
    this.changed = changed;
    const observer = new MutationObserver((records) => this.pressed(records));
    observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-pressed"] });
    const touch = (/** @type {Event} */ event) => this.touch(event);
    const ticked = (/** @type {Event} */ event) => this.ticked(event);
    const between = (/** @type {Event} */ event) =>
      this.change(/** @type {CustomEvent<{ since: string, until: string }>} */ (event).detail);
    /** @type {[name: string, heard: (event: Event) => void][]} */
    const ears = [
      ["pointerup", touch],
      ["keydown", touch],
      ["click", touch],
      ["change", ticked],
      [mapapp.BETWEEN, between],
    ];
    for (const [name, heard] of ears) window.addEventListener(name, heard, true);
    this.stop = () => {
      observer.disconnect();
      for (const [name, heard] of ears) window.removeEventListener(name, heard, true);
      this.believe();
    };
  }

  /** @param {Event} event */
  touch({ target, type }) {
    if (!(target instanceof Element)) return;
    if (target.closest(".st-key-filters")) this.touched = performance.now();
    else if (type === "click" && target.closest(".st-key-clear button")) this.change(mapapp.everything());
  }

  /** @param {Event} event */
  ticked({ target }) {
    if (target instanceof HTMLInputElement && target.closest(".st-key-sure")) this.change({ sure: target.checked });
  }

  /**
   * Streamlit marks what is pressed at once.
   * @param {MutationRecord[]} records
   */
  pressed(records) {
    if (performance.now() - this.touched > this.TOUCH) return;
    const boxes = new Set(records.map(({ target }) => /** @type {Element} */ (target).closest(".st-key-filters")));
    for (const box of boxes) if (box) this.change(mapapp.chosenIn(box, this.offered));
  }

  /** @param {Partial<Filtering>} change */
  change(change) {
    for (const [name, value] of Object.entries(change)) {
      const known = /** @type {any} */ ({ ...this.server, ...this.changes });
      if (!mapapp.alike(known[name], value)) Object.assign(this.changes, { [name]: value });
    }
    if (!Object.keys(this.changes).length) return;
    this.believeIn(this.SILENCE);
    this.work();
    this.changed();
  }

  /** Work out the state, where the page can: words and scenes are the server's. */
  work() {
    const view = { ...this.server, ...this.changes };
    if (!this.filters || view.text || view.scene) return;
    this.filters.read({ ...mapapp.everything(), ...view });
    this.state = mapapp.stateOf(this.filters);
  }

  /** @param {number} time milliseconds */
  believeIn(time) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.believe(), time);
  }

  /** Show what the server says. */
  believe() {
    clearTimeout(this.timer);
    this.changes = {};
    if (!this.state) return;
    this.state = null;
    this.changed();
  }

  /**
   * The server has answered.
   * @param {Filtering} server
   */
  hear(server) {
    this.server = server;
    const changes = /** @type {[keyof Filtering, unknown][]} */ (Object.entries(this.changes));
    if (changes.every(([name, value]) => mapapp.alike(server[name], value))) this.believe();
    else this.believeIn(this.PATIENCE);
  }
};

/**
 * Whether two values of a filter are the same, in whatever order.
 * @param {unknown} one
 * @param {unknown} other
 */
mapapp.alike = (one, other) =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((value) => other.includes(value))
    : one === other;

/**
 * The values that are pressed, for each filter that is drawn as it was offered.
 * @param {Element} box
 * @param {Record<string, string[]>} offered
 * @returns {Partial<Filtering>}
 */
mapapp.chosenIn = (box, offered) => {
  /** @type {Record<string, string[]>} */
  const chosen = {};
  for (const [name, values] of Object.entries(offered)) {
    const buttons = [...box.querySelectorAll(`.st-key-${name} button[aria-pressed]`)];
    if (buttons.length !== values.length) continue;
    chosen[name] = values.filter((_, index) => buttons[index].getAttribute("aria-pressed") === "true");
  }
  return chosen;
};
