// The panel of the standalone file: title, filters and list beside the map, and the view in the address behind "#".
"use strict";

mapapp.Standalone = class {
  constructor(data, map) {
    const el = mapapp.el;
    Object.assign(this, { data, map });
    this.filters = new mapapp.Filters(data, () => this.update());
    this.list = new mapapp.EventList(el("div", "list"), data.cards.events, (id) => { this.map.show({ selected: id }); this.remember(); });
    this.box = el("details", "filters", el("summary", "", "Filters"), el("div", ""));
    this.box.open = window.matchMedia("(min-width: 701px)").matches;
    this.count = el("p", "count");
    this.count.setAttribute("role", "status");
    const { title, summary } = data.cards.tour;
    document.getElementById("panel").append(el("h1", "", title), el("p", "", summary), this.box, this.count, this.list.box, mapapp.about(data));
    this.paper = new mapapp.Paper(map, this.list, data.cards);
    map.heard = (message) => this.hear(message);
    window.addEventListener("hashchange", () => this.enter());
    this.enter();
  }

  // Take the view from the address, or the one that the file was made with.
  enter() {
    const query = new URLSearchParams(window.location.hash.slice(1) || this.data.query);
    this.filters.read(query);
    this.at = (query.get("at") || "").split(",").map(Number);
    if (this.at.length !== 3 || this.at.some((n) => !Number.isFinite(n))) this.at = null;
    const event = this.data.ids.includes(query.get("event")) ? query.get("event") : "";
    if (this.at) this.map.frame(this.at);
    const theme = query.get("theme");
    if (["light", "dark", "auto"].includes(theme)) this.map.setTheme(theme);
    if (query.has("corridor")) this.map.corridors.show(query.get("corridor").split(","));
    this.update(event);
  }

  update(event = this.list.selected) {
    const left = this.filters.mask();
    const total = left.filter(Boolean).length;
    const bits = new Uint8Array(Math.ceil(left.length / 8));
    left.forEach((is, i) => { if (is) bits[i >> 3] |= 1 << (i & 7); });
    this.revision = (this.revision || 0) + 1;
    this.list.show((i) => left[i], this.revision);
    this.list.select(event);
    this.map.show({ visible: this.filters.active ? bits : null, alone: this.filters.active ? this.filters.alone() : null, selected: event });
    this.draw(total);
    this.remember();
  }

  draw(total) {
    const el = mapapp.el;
    const main = [this.dates(), this.chips("Country", "countries"), this.chips("Traveller", "travellers")];
    const inner = this.box.lastChild;
    const open = inner.querySelector("details")?.open || false;
    const more = el("details", "more-filters", el("summary", "", "More filters"), this.search(),
      this.chips("Person", "people"), this.chips("Topic", "topics"), this.chips("Kind", "kinds"), this.chips("Status", "statuses"));
    more.open = open;
    const focused = document.activeElement?.dataset?.key;
    inner.replaceChildren(...main, more);
    if (focused) this.box.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    const [left, whole] = [total, this.data.cards.events.length].map((number) => number.toLocaleString("en"));
    const words = !this.filters.active ? `${whole} ${total === 1 ? "event" : "events"}` : total ? `${left} of ${whole} events` : "No event fits these filters.";
    this.count.replaceChildren(el("span", "", words));
    if (this.filters.active) this.count.append(this.button("Show all events", "clear", () => { this.filters.clear(); this.update(); }, "plain"));
  }

  button(words, key, pressed, className = "") {
    const button = mapapp.el("button", className, words);
    button.type = "button";
    button.dataset.key = key;
    button.addEventListener("click", pressed);
    return button;
  }

  chips(title, name) {
    const chips = this.filters.counts(name).map(([value, label, count]) => {
      const chip = this.button(`${label} · ${count.toLocaleString("en")}`, `${name}:${value}`, () => this.filters.toggle(name, value));
      chip.setAttribute("aria-pressed", String(this.filters.chosen[name].has(value)));
      return chip;
    });
    return mapapp.el("fieldset", "", mapapp.el("legend", "", title), mapapp.el("div", "chips", chips));
  }

  dates() {
    const field = (words, name) => {
      const input = mapapp.el("input", "");
      Object.assign(input, { type: "date", value: this.filters[name] });
      input.dataset.key = name;
      input.setAttribute("aria-label", words);
      input.addEventListener("change", () => { this.filters[name] = input.value; this.filters.changed(); });
      return input;
    };
    return mapapp.el("fieldset", "", mapapp.el("legend", "", "When (from, to)"), field("From", "since"), " ", field("To", "until"), this.surely());
  }

  surely() {
    const input = mapapp.el("input", "");
    Object.assign(input, { type: "checkbox", checked: this.filters.sure });
    input.dataset.key = "sure";
    input.addEventListener("change", () => { this.filters.sure = input.checked; this.filters.changed(); });
    return mapapp.el("label", "surely", input, " Only events surely within these days");
  }

  search() {
    const input = mapapp.el("input", "");
    Object.assign(input, { type: "search", value: this.filters.text, placeholder: "Names, places, words", maxLength: 200 });
    input.dataset.key = "text";
    input.setAttribute("aria-label", "Text");
    input.addEventListener("change", () => { this.filters.text = input.value.trim(); this.filters.changed(); });
    return mapapp.el("fieldset", "", mapapp.el("legend", "", "Text"), input);
  }

  hear(message) {
    if (message.mapapp === "selected") this.list.select(message.id);
    if (this.paper?.before) return; // on paper the map moves without anybody having moved it
    if (message.mapapp === "moved") this.at = message.at;
    this.remember();
  }

  remember() {
    const query = new URLSearchParams({ v: "1" });
    this.filters.write(query);
    if (this.list.selected) query.set("event", this.list.selected);
    if (this.at) query.set("at", this.at.join(","));
    if (this.data.corridors.length && !this.map.corridors.ids().length) query.set("corridor", "none");
    if (this.map.theme !== "auto") query.set("theme", this.map.theme);
    const hash = "#" + query.toString().replaceAll("%2C", ",");
    if (hash !== window.location.hash) window.history.replaceState(null, "", hash);
  }
};

document.addEventListener("DOMContentLoaded", () => {
  mapapp.standalone = new mapapp.Standalone(mapapp.tourMap.data, mapapp.tourMap);
});
