// The filters of the saved file, and of the app until its server has answered. They answer as mapapp/selection.py does:
// within one filter any value, between filters all.
"use strict";

mapapp.Filters = class {
  /**
   * @param {Pick<StandaloneData, "filters" | "cards">} data
   * @param {() => void} changed called after every change
   */
  constructor(data, changed) {
    this.data = data.filters;
    this.cards = data.cards;
    this.facets = mapapp.facetsOf(data.filters.facets);
    this.days = data.cards.events.map((card) => card.days || []);
    this.lonely = Object.entries(data.filters.lonely); // marks without events, with the indices of their visits
    /** @type {string[] | null} */
    this.texts = null;
    this.changed = changed;
    this.view = mapapp.everything();
  }

  clear() {
    this.read(mapapp.everything());
  }

  /**
   * Take the filters of a view over.
   * @param {View} view
   */
  read(view) {
    this.view = view;
  }

  /**
   * The values that are chosen in a facet.
   * @param {string} name
   * @returns {string[]}
   */
  chosen(name) {
    return /** @type {any} */ (this.view)[name];
  }

  get active() {
    const { sure, since, until } = this.view;
    return Boolean(sure || since || until || this.undated);
  }

  /** Whether anything but the days is filtered by. */
  get undated() {
    return Boolean(this.view.text || Object.keys(this.facets).some((name) => this.chosen(name).length));
  }

  /**
   * For each event whether it is left.
   * @param {string} [except] the facet that is not asked
   * @param {boolean} [dated] whether the days count
   */
  mask(except, dated = true) {
    const words = mapapp.caseless(this.view.text).split(/\s+/).filter(Boolean);
    const texts = words.length ? this.searched() : [];
    const left = this.days.map(
      (days, index) => (!dated || mapapp.inTime(days, this.view)) && words.every((word) => texts[index].includes(word)),
    );
    for (const [name, values] of Object.entries(this.facets)) {
      const chosen = new Set(name === except ? [] : this.chosen(name));
      if (!chosen.size) continue;
      const any = new Uint8Array(left.length);
      for (const [value, , events] of values) if (chosen.has(value)) for (const event of events) any[event] = 1;
      for (let i = 0; i < left.length; i++) left[i] = left[i] && any[i] === 1;
    }
    return left;
  }

  /** What a search looks through, for each event: made when somebody searches. */
  searched() {
    if (this.texts) return this.texts;
    const also = this.cards.events.map((_, index) => [this.data.also[index]]);
    for (const values of Object.values(this.facets)) {
      for (const [, , events, said] of values) if (said) for (const event of events) also[event].push(said);
    }
    this.texts = this.cards.events.map((card, index) => mapapp.searchable(card, also[index]));
    return this.texts;
  }

  /** The marks without events that are left. */
  alone() {
    const mask = this.mask();
    const left = this.lonely.filter(([, visits]) => visits.some((visit) => this.fits(visit, mask)));
    return left.map(([mark]) => Number(mark));
  }

  /** The stops without events that are left, by their place among them. */
  stays() {
    const mask = this.mask();
    return [...this.data.stays.keys()].filter((place) => this.fits(this.data.stays[place], mask));
  }

  /**
   * Whether a visit is left that is shown without an event: by one that took place elsewhere, or else by its days,
   * country and traveller, as nothing more is known of it.
   * @param {number} visit
   * @param {boolean[]} mask of the events
   */
  fits(visit, mask) {
    const { countries, travellers, people, kinds, topics, statuses, text, since, until } = this.view;
    const found = this.data.visits[visit];
    if (!found) return false;
    const [country, traveller, days, elsewhere] = found;
    if (elsewhere.length) return elsewhere.some((event) => mask[event]);
    if (text || people.length || kinds.length || topics.length || statuses.length) return false;
    if (countries.length && !countries.includes(country)) return false;
    if (travellers.length && !travellers.includes(traveller)) return false;
    return days ? mapapp.inTime(days, this.view) : !since && !until;
  }

  /**
   * How many events each value of a facet would leave.
   * @param {string} name
   * @returns {[value: string, label: string, count: number][]}
   */
  counts(name) {
    const others = this.mask(name);
    return this.facets[name].map(([value, label, events]) => {
      const left = events.filter((event) => others[event]);
      return [value, label, left.length];
    });
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  toggle(name, value) {
    const chosen = this.chosen(name);
    const without = chosen.filter((other) => other !== value);
    this.set({ [name]: without.length < chosen.length ? without : [...chosen, value] });
  }

  /** @param {Partial<View>} change */
  set(change) {
    this.view = { ...this.view, ...change };
    this.changed();
  }
};

/**
 * The facets with the indices of the events of each value, which may travel as bits.
 * @param {FilterData["facets"]} facets
 * @returns {Record<string, [value: string, label: string, events: number[], said?: string][]>}
 */
mapapp.facetsOf = (facets) => {
  /** @param {number[] | string} events */
  const indices = (events) => {
    if (typeof events !== "string") return events;
    const bits = mapapp.bits(events);
    return [...Array(bits.length * 8).keys()].filter((index) => mapapp.isSet(bits, index));
  };
  const each = Object.entries(facets).map(([name, values]) => [
    name,
    values.map(([value, label, events, said]) => [value, label, indices(events), said]),
  ]);
  return Object.fromEntries(each);
};

/**
 * All words by which an event is found, as mapapp/selection.py has them: tests/maps/test_search.py asks both. What is on
 * record stands among the other words, as its source has it; the card says it in words of its own.
 * @param {Card} card
 * @param {(string | undefined)[]} also those that the card does not say as they are searched
 */
mapapp.searchable = (card, also) => {
  const words = [...also, card.title, card.summary, card.place, card.kind, ...(card.topics || [])];
  return mapapp.caseless([...words, ...(card.who || []).flat()].filter(Boolean).join("\n"));
};

/**
 * A text without the difference of large and small letters, as Python's casefold has it.
 * @param {string} text
 */
mapapp.caseless = (text) =>
  text
    .toLowerCase()
    .replace(/[ßŉſǰΐΰϐϑϕϖϰϱϵևẖ-ẛẞᾀ-῾ﬀ-ﬗ]/g, (letter) => letter.toUpperCase().toLowerCase())
    .replaceAll("ς", "σ");
