// The filters of the standalone file. They answer as the app does: within one filter any value, between filters all.
"use strict";

mapapp.Filters = class {
  // data: the page's data; changed(): called after every change
  constructor(data, changed) {
    this.facets = data.filters.facets;
    this.days = data.filters.days;
    this.visits = data.filters.visits;
    this.lonely = Object.entries(data.filters.lonely); // marks without events, with the indices of their visits
    this.texts = data.cards.events.map((card, index) => mapapp.searchable(card, data.filters.also[index]));
    this.changed = changed;
    this.clear();
  }

  clear() {
    this.chosen = Object.fromEntries(Object.keys(this.facets).map((name) => [name, new Set()]));
    this.since = this.until = this.text = "";
    this.sure = false;
  }

  get active() {
    return Boolean(this.sure || this.since || this.until || this.text || Object.values(this.chosen).some((set) => set.size));
  }

  // For each event whether it is left; the facet named by ``except`` is not asked.
  mask(except) {
    const words = this.text.toLowerCase().split(/\s+/).filter(Boolean);
    const left = this.days.map((days, index) => this.inTime(days)
      && words.every((word) => this.texts[index].includes(word)));
    for (const [name, set] of Object.entries(this.chosen)) {
      if (name === except || !set.size) continue;
      const any = new Uint8Array(left.length);
      for (const [value, , events] of this.facets[name]) if (set.has(value)) for (const event of events) any[event] = 1;
      for (let i = 0; i < left.length; i++) left[i] = left[i] && any[i] === 1;
    }
    return left;
  }

  // Days: the first and last possible, then those on which it surely was. A day that is not given lies far off.
  inTime([first, last, certainFirst, certainLast]) {
    const since = this.since || "0000", until = this.until || "9999-99";
    if (first > until || last < since) return false;
    if (!this.sure) return true;
    return (first >= since && last <= until) || (certainFirst !== undefined && certainFirst <= until && certainLast >= since);
  }

  // The marks without events that are left: only days, country and traveller can tell.
  alone() {
    const { countries, travellers, ...others } = this.chosen;
    if (this.text || Object.values(others).some((set) => set.size)) return [];
    const fits = ([country, traveller, days]) => (!countries.size || countries.has(country))
      && (!travellers.size || travellers.has(traveller)) && (days ? this.inTime(days) : !this.since && !this.until);
    return this.lonely.filter(([, visits]) => visits.some((visit) => fits(this.visits[visit]))).map(([mark]) => Number(mark));
  }

  // How many events each value of a facet would leave.
  counts(name) {
    const others = this.mask(name);
    return this.facets[name].map(([value, label, events]) => [value, label, events.filter((event) => others[event]).length]);
  }

  toggle(name, value) {
    const set = this.chosen[name];
    if (!set.delete(value)) set.add(value);
    this.changed();
  }

  // The same names as in the app's address.
  static NAMES = { countries: "country", travellers: "traveller", people: "person", kinds: "kind", topics: "topic", statuses: "status" };

  read(query) {
    this.clear();
    for (const [name, key] of Object.entries(mapapp.Filters.NAMES)) {
      const known = new Set((this.facets[name] || []).map(([value]) => value));
      for (const value of (query.get(key) || "").split(",")) if (known.has(value)) this.chosen[name].add(value);
    }
    const day = (text) => (/^\d{4}-\d\d-\d\d$/.test(text || "") ? text : "");
    this.since = day(query.get("since"));
    this.until = day(query.get("until"));
    this.text = (query.get("q") || "").slice(0, 200);
    this.sure = query.get("sure") === "1";
  }

  write(query) {
    for (const [name, key] of Object.entries(mapapp.Filters.NAMES)) {
      if (this.chosen[name] && this.chosen[name].size) query.set(key, [...this.chosen[name]].join(","));
    }
    for (const [key, value] of [["since", this.since], ["until", this.until], ["sure", this.sure ? "1" : ""], ["q", this.text]]) if (value) query.set(key, value);
  }
};

mapapp.searchable = (card, also) => [also, card.title, card.summary, card.place, card.kind, ...(card.topics || []),
  ...(card.who || []).flat(), ...(card.record || []).flatMap((q) => q.claims.map((c) => c.value))].filter(Boolean).join("\n").toLowerCase();
