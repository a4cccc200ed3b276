// Time under the map: a lane for each traveller and one for other events; its handles are the filter of days.
"use strict";

mapapp.Timeline = class {
  PACES = [1, 2, 0.5]; // of which the first is now
  STEP = 1200; // milliseconds between two columns in playing
  FINGER = 28; // pixels an event on a phone
  width = 0;
  timer = 0;
  selected = "";
  moment = 0; // the day in playing from which on nothing is shown
  /** @type {TimeView} */
  view = { since: "", until: "", sure: false, undated: null };

  /**
   * @param {HTMLElement} box
   * @param {Card[]} events in order of time
   * @param {string[]} travellers
   * @param {{ changed: (done: boolean) => void, picked: (id: string) => void }} told that other events are within
   *   its days, for good where `done`; that an event was chosen
   */
  constructor(box, events, travellers, told) {
    this.box = box;
    this.events = events;
    this.days = events.map(({ days = [] }) => days);
    this.placed = this.days; // where they stand; see mapapp.scaleOf
    /** @type {(Span | null)[]} */
    this.clocked = [];
    /** @type {boolean[]} */
    this.inside = []; // whether each event is among the days that are shown
    this.travellers = travellers;
    this.told = told;
    this.names = mapapp.el("div", "time-names");
    this.said = mapapp.el("div", "time-said");
    this.said.hidden = true;
    this.field = mapapp.el("div", "time-field", this.said);
    this.strip = new mapapp.Strip(this.field);
    this.handles = new mapapp.Handles(this.field, (days, done) => this.move(days, done));
    box.replaceChildren(this.keys(), this.names, this.field);
    const { lanes } = this.strip;
    lanes.addEventListener("click", (event) => this.click(this.strip.under(event), this.strip.column(event)));
    lanes.addEventListener("pointerover", (event) => this.say(this.strip.under(event)));
    lanes.addEventListener("pointerleave", () => this.say());
    this.field.addEventListener("scroll", () => this.fade(), { passive: true });
    new ResizeObserver(() => this.lay()).observe(this.field);
    this.lay();
  }

  /** Whether there is anything to tell: two days at least, or two clocks of one. */
  static worth(/** @type {Card[]} */ events) {
    const known = events.flatMap(({ days = [], clock }) => (mapapp.isKnown(days) ? `${days} ${clock}` : []));
    return new Set(known).size > 1;
  }

  /**
   * Whether there is one lane for all: on a phone, and where there are very many travellers.
   * @param {HTMLElement} box
   * @param {string[]} travellers
   */
  static single({ clientWidth }, travellers) {
    return clientWidth < 540 || travellers.length > 14;
  }

  keys() {
    this.playing = mapapp.button("play", "▶", () => this.play(), mapapp.tr("Play"));
    const back = mapapp.button("step", "‹", () => this.step(-1), mapapp.tr("Previous event"));
    const on = mapapp.button("step", "›", () => this.step(1), mapapp.tr("Next event"));
    const pace = mapapp.button("", "1×", () => this.hasten(pace), mapapp.tr("Speed"));
    const whole = () => this.move({ since: "", until: "" }, true);
    this.whole = mapapp.button("", "↔", whole, mapapp.tr("Show all days"));
    return mapapp.el("div", "time-keys", back, this.playing, on, pace, this.whole);
  }

  /** Lay out for the width that is there. */
  lay() {
    const { clientWidth: width } = this.field;
    if (!width || width === this.width) return;
    this.width = width;
    const single = mapapp.Timeline.single(this.box, this.travellers);
    const names = single ? [] : [...this.travellers];
    const lanes = this.events.map(({ traveller }) => (single ? 0 : (traveller ?? this.travellers.length)));
    if (names.length && lanes.includes(names.length)) names.push(mapapp.tr("Other events"));
    const room = single ? Math.min(4 * width, this.FINGER * lanes.length) : 0; // more than the width is swiped
    this.scale = mapapp.scaleOf(this, Math.max(width, room) - 16);
    this.strip.lay(this.scale, mapapp.timeMarks(this.placed, lanes, this.scale, this.clocked));
    this.box.parentElement?.style.setProperty("--lanes", String(names.length || 1));
    this.names.replaceChildren(
      ...names.map((name, lane) => {
        const words = mapapp.el("bdi", "", name);
        words.style.color = mapapp.colour(lane < this.travellers.length ? lane : null);
        words.title = name;
        return words;
      }),
    );
    this.field.tabIndex = this.view.align === "travel" ? 0 : -1; // without handles the keyboard scrolls it
    this.draw();
    this.fade(); // when the handles stand where they belong
  }

  /** What goes on beyond an edge, where the strip is swiped, fades there: a handle that is cut looks like a mistake. */
  fade() {
    mapapp.beyond(this.field).forEach((hidden, side) => {
      this.field.style.setProperty(["--left", "--right"][side], `${hidden}px`);
    });
  }

  draw() {
    const { scale, view, events, moment } = this;
    if (!scale) return;
    this.handles.show(scale, view.since, view.until);
    if (this.whole) this.whole.disabled = !view.since && !view.until;
    const selected = this.selected ? events.findIndex(({ id }) => id === this.selected) : -1;
    const begun = (/** @type {number} */ event) =>
      !this.timer || (this.clocked[event]?.[0] ?? mapapp.dayNumber(this.placed[event][0])) < moment;
    this.inside = this.days.map((days, event) => mapapp.inTime(days, view) && begun(event));
    this.strip.draw(events, view.undated, this.inside, selected, this.timer ? scale.x(moment) : -99);
  }

  /** @param {TimeView} view */
  show(view) {
    if (view.align !== this.view.align || mapapp.alone(view) !== mapapp.alone(this.view)) this.width = 0;
    this.view = view;
    this.lay();
    this.draw();
  }

  /** @param {string} id */
  select(id) {
    this.selected = id;
    this.draw();
    const sign = /** @type {HTMLElement | null} */ (this.field.querySelector(".chosen"));
    if (sign) this.field.scrollLeft = sign.offsetLeft - this.width / 2; // nothing where all of it is in sight
  }

  /**
   * @param {{ since?: string, until?: string }} days what changes
   * @param {boolean} done
   */
  move(days, done) {
    const { since, until } = this.view;
    const view = { ...this.view, ...days };
    if (!done && view.since === since && view.until === until) return;
    this.pause();
    this.show(view);
    this.told.changed(done);
  }

  /** @param {number} by 1 for the next event that is shown, -1 for the one before */
  step(by) {
    const shown = this.events.filter((_, event) => mapapp.isSet(this.view.undated, event) && this.inside[event]);
    const here = shown.findIndex(({ id }) => id === this.selected);
    const next = here < 0 && by < 0 ? -1 : here + by;
    const event = shown.at(next % shown.length);
    if (event) this.told.picked(event.id);
  }

  /** @param {HTMLButtonElement} key that says how fast */
  hasten(key) {
    this.PACES.push(...this.PACES.splice(0, 1));
    key.textContent = `${mapapp.number(this.PACES[0])}×`;
  }

  play() {
    if (this.timer) {
      this.pause();
      return;
    }
    const [first, last] = this.handles.ends;
    const moments = (this.scale?.columns.slice(first, last + 1) || []).flatMap(mapapp.momentsOf);
    const next = () => {
      const moment = moments.shift();
      if (!moment) {
        this.pause();
        return;
      }
      this.timer = window.setTimeout(next, this.STEP / this.PACES[0]);
      this.come(moment, "||", mapapp.tr("Pause"));
    };
    next();
  }

  pause() {
    if (!this.timer) return;
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.come(0, "▶", mapapp.tr("Play"));
  }

  /**
   * @param {number} moment
   * @param {string} sign of what the key does now
   * @param {string} label
   */
  come(moment, sign, label) {
    this.moment = moment;
    if (this.playing) mapapp.entitle(this.playing, label).textContent = sign;
    this.draw();
    this.told.changed(false);
  }

  /** @param {TimeMark} mark */
  there({ events }) {
    return events.filter((event) => mapapp.isSet(this.view.undated, event)).map((event) => this.events[event]);
  }

  /**
   * @param {TimeMark} [mark] a second click on a pile goes on to its next event
   * @param {Column} [column] whose name was clicked: its days alone, or all again
   */
  click(mark, column) {
    if (column) {
      const [since, until] = [column.from, column.to - 1].map(mapapp.isoDay);
      const there = this.view.since === since && this.view.until === until;
      this.move(there ? { since: "", until: "" } : { since, until }, true);
    }
    if (!mark) return;
    const events = this.there(mark);
    const here = events.findIndex(({ id }) => id === this.selected);
    this.told.picked(events[(here + 1) % events.length].id);
  }

  /** @param {TimeMark} [mark] */
  say(mark) {
    this.said.hidden = !mark;
    if (!mark) return;
    const [{ title, when, place }, ...more] = this.there(mark);
    const what = more.length ? mapapp.plural(more.length + 1, "{n} event", "{n} events") : title;
    this.said.replaceChildren(mapapp.el("strong", "", what), mapapp.el("span", "", mapapp.dotted([when, place])));
    this.said.style.setProperty("--x", `${mark.x}px`);
  }
};
