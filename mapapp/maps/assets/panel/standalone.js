// The panel of the standalone file: title, filters and list beside the map, and the view in the address behind "#".
"use strict";

mapapp.Standalone = class {
  /**
   * @param {StandaloneData} data
   * @param {InstanceType<typeof mapapp.TourMap>} map
   */
  constructor(data, map) {
    const el = mapapp.el;
    this.data = data;
    this.map = map;
    this.revision = 0;
    /** @type {Framed | null} */
    this.at = null;
    this.filters = new mapapp.Filters(data, () => this.update());
    this.list = new mapapp.EventList(el("div", "list"), data.cards, (id) => {
      this.map.show({ selected: id, brief: true });
      if (id) this.map.map.getContainer().scrollIntoView({ block: "nearest" }); // on a phone the list stands below it
      this.remember();
    });
    this.choices = el("div", "");
    this.box = el("details", "filters", el("summary", "", mapapp.tr("Filters")), this.choices);
    this.box.open = window.matchMedia("(min-width: 701px)").matches;
    this.said = el("p", "refused");
    this.said.setAttribute("role", "status");
    this.count = el("p", "count");
    this.count.setAttribute("role", "status");
    const { title, summary } = data.cards.tour;
    const head = [mapapp.marked(el("h1", "", title), title), mapapp.marked(el("p", "", summary), summary)];
    for (const { sentence } of data.cards.untold) if (sentence) head.push(el("p", "quiet", sentence));
    const panel = document.getElementById("panel");
    if (data.story.length) head.push(this.beginning());
    panel?.prepend(...head, this.said, this.box, this.count, this.list.box); // what stands there is the map in words
    panel?.append(mapapp.about(data));
    const skip = el("a", "skip", mapapp.tr("Skip to the list of events"));
    skip.href = "#panel";
    skip.addEventListener("click", (event) => {
      event.preventDefault(); // what stands behind # is the view
      this.list.focus();
    });
    document.body.prepend(skip);
    this.paper = new mapapp.Paper(mapapp.mapOnPaper, this.list);
    map.protocol.heard = (message) => this.hear(message);
    window.addEventListener("hashchange", () => this.enter());
    this.enter();
  }

  /** The way to the story. */
  beginning() {
    const [{ number }] = this.data.story;
    const link = mapapp.sceneLink("", mapapp.tr("Read the tour as a story"), number);
    return mapapp.el("p", "to-story", link);
  }

  /** Take the view from the address, or the one that the file was made with. */
  enter() {
    const view = this.asked(window.location.hash.slice(1) || this.data.query);
    this.filters.read(view);
    this.at = view.framing;
    if (this.at) this.map.frame(this.at);
    this.map.setTheme(view.theme);
    this.map.show({ borders: view.borders });
    if (view.corridors) this.map.corridors.show(view.corridors);
    if (view.scene && this.map.story) {
      this.map.story.open(view.scene);
      return;
    }
    this.map.story?.close();
    this.update(this.data.ids.includes(view.event) ? view.event : "");
  }

  /**
   * What a query asks for; where that cannot be meant everything, and a sentence.
   * @param {string} query
   */
  asked(query) {
    try {
      this.said.textContent = "";
      return mapapp.readQuery(query);
    } catch (error) {
      if (!(error instanceof mapapp.Refused)) throw error;
      const name = error.message;
      this.said.textContent = name
        ? mapapp.tr("What the address says of '{name}' cannot be meant. The whole tour is shown instead.", { name })
        : mapapp.tr("The address of this page cannot be meant. The whole tour is shown instead.");
      return mapapp.everything();
    }
  }

  /** @param {string} event the id of the chosen one, "" for none */
  update(event = this.list.selected) {
    const left = this.filters.mask();
    const { active } = this.filters;
    this.revision += 1;
    const stays = new Set(active ? this.filters.stays() : null);
    this.list.show(
      (index) => (index < left.length ? left[index] : !active || stays.has(index - left.length)),
      this.revision,
    );
    this.list.select(event);
    const visible = active ? mapapp.packed(left) : null;
    const { since, until, sure } = this.filters.view;
    const undated = mapapp.packed(this.filters.mask(undefined, false));
    const alone = active ? this.filters.alone() : null;
    this.map.show({ visible, alone, selected: event, since, until, sure, undated, align: this.filters.view.align });
    this.draw(left.filter(Boolean).length);
    this.remember();
  }

  /** @param {number} total how many events are left */
  draw(total) {
    const el = mapapp.el;
    const open = this.choices.querySelector("details")?.open || false;
    const rest = [
      this.chips(mapapp.tr("Person"), "people"),
      this.chips(mapapp.tr("Topic"), "topics"),
      this.chips(mapapp.tr("Kind"), "kinds"),
      this.chips(mapapp.tr("Status"), "statuses"),
    ];
    const more = el("details", "more-filters", el("summary", "", mapapp.tr("More filters")), this.search(), rest);
    more.open = open;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key;
    this.choices.replaceChildren(
      this.dates(),
      this.chips(mapapp.tr("Country"), "countries"),
      this.chips(mapapp.tr("Traveller"), "travellers"),
      more,
    );
    const again = focused && this.box.querySelector(`[data-key="${CSS.escape(focused)}"]`);
    if (again) /** @type {HTMLElement} */ (again).focus();
    const { active } = this.filters;
    this.count.replaceChildren(el("span", "", mapapp.counted(total, this.data.cards, active)));
    if (!active) return;
    const clear = () => {
      this.filters.clear();
      this.update();
    };
    this.count.append(this.button(mapapp.tr("Show all events"), "clear", clear, "plain"));
  }

  /**
   * @param {string} words
   * @param {string} key
   * @param {() => void} pressed
   */
  button(words, key, pressed, className = "") {
    const button = mapapp.el("button", className, words);
    button.type = "button";
    button.dataset.key = key;
    button.addEventListener("click", pressed);
    return button;
  }

  /**
   * @param {string} title
   * @param {string} name of the facet
   */
  chips(title, name) {
    const chosen = new Set(this.filters.chosen(name));
    const chips = this.filters.counts(name).map(([value, label, count]) => {
      const words = `${label} · ${mapapp.number(count)}`;
      const chip = this.button(words, `${name}:${value}`, () => this.filters.toggle(name, value));
      chip.setAttribute("aria-pressed", String(chosen.has(value)));
      return chip;
    });
    return mapapp.el("fieldset", "", mapapp.el("legend", "", title), mapapp.el("div", "chips", chips));
  }

  /**
   * @param {string} key
   * @param {string} label "" for one that stands within its label
   * @param {Record<string, unknown>} properties
   * @param {(input: HTMLInputElement) => Partial<View>} change
   */
  input(key, label, properties, change) {
    const input = mapapp.el("input", "");
    Object.assign(input, properties);
    input.dataset.key = key;
    if (label) input.setAttribute("aria-label", label);
    input.addEventListener("change", () => this.filters.set(change(input)));
    return input;
  }

  dates() {
    const { since, until, sure } = this.filters.view;
    const from = this.input("since", mapapp.tr("From"), { type: "date", value: since }, ({ value }) => ({
      since: value,
    }));
    const to = this.input("until", mapapp.tr("To"), { type: "date", value: until }, ({ value }) => ({ until: value }));
    const surely = this.input("sure", "", { type: "checkbox", checked: sure }, ({ checked }) => ({ sure: checked }));
    const legend = mapapp.el("legend", "", mapapp.tr("When (from, to)"));
    const only = mapapp.el("label", "surely", surely, " ", mapapp.tr("Only events surely within these days"));
    return mapapp.el("fieldset", "", legend, from, " ", to, only);
  }

  search() {
    const { text } = this.filters.view;
    const maxLength = mapapp.LIMITS.text;
    const properties = { type: "search", value: text, placeholder: mapapp.tr("Names, places, words"), maxLength };
    const input = this.input("text", mapapp.tr("Text"), properties, ({ value }) => ({ text: value.trim() }));
    return mapapp.el("fieldset", "", mapapp.el("legend", "", mapapp.tr("Text")), input);
  }

  /** @param {MapMessage} message */
  hear(message) {
    if (message.mapapp === "selected") this.list.select(message.id);
    if (message.mapapp === "between") this.filters.set({ since: message.since, until: message.until });
    if (this.paper?.printing) return; // the map moves without anybody having moved it
    if (message.mapapp === "moved") this.at = message.at;
    this.remember();
  }

  /** Keep the address in step with what is seen. */
  remember() {
    const none = this.data.corridors.length > 0 && !this.map.corridors.ids().length;
    const query = mapapp.writeQuery({
      ...this.filters.view,
      tour: "",
      language: "",
      basemap: "",
      event: this.list.selected,
      scene: this.map.story?.number || 0,
      framing: this.map.story?.number ? null : this.at,
      corridors: none ? [] : null,
      theme: this.map.theme,
    });
    if (`#${query}` !== window.location.hash) window.history.replaceState(null, "", `#${query}`);
  }
};

document.addEventListener("DOMContentLoaded", () => {
  const map = mapapp.tourMap;
  if (map) mapapp.standalone = new mapapp.Standalone(/** @type {StandaloneData} */ (map.data), map);
});
/** @type {InstanceType<typeof mapapp.Standalone> | undefined} */
mapapp.standalone = undefined;
