// What paper says: the whole list with words and the numbers of its sources, and every source in full.
"use strict";

mapapp.LONGEST = 2000; // events; a longer list would be a book, and take minutes to lay out

/**
 * Draw the list to its end, each event with its words, what else is on record, and the numbers of its sources.
 * @param {InstanceType<typeof mapapp.EventList>} list
 */
mapapp.fill = (list) => {
  const el = mapapp.el;
  while (list.drawn < Math.min(list.left.length, mapapp.LONGEST)) list.grow();
  const cards = new Map(list.cards.map((card) => [card.id, card]));
  for (const item of list.box.querySelectorAll("button.event")) {
    const card = cards.get(/** @type {HTMLElement} */ (item).dataset.id || "");
    const lines = card ? mapapp.printedLines(card) : [];
    item.querySelector(".words")?.append(...lines.map((line) => el("span", "on-paper", line)));
  }
  const rest = list.left.length - list.drawn;
  if (rest <= 0) return;
  const words = mapapp.plural(
    rest,
    "{n} more event is left out here; filter to print it.",
    "{n} more events are left out here; filter to print them.",
  );
  list.box.append(el("p", "on-paper", words));
};

/**
 * Numbers of sources as they stand behind a sentence; "" for none.
 * @param {Cite[]} [cites]
 */
mapapp.numbers = (cites) => {
  const words = (cites || []).map(([number, locator]) => [number, locator].filter(Boolean).join(" "));
  return words.length ? ` [${words.join("; ")}]` : "";
};

/**
 * What paper says of an event besides its line in the list.
 * @param {Card} card
 */
mapapp.printedLines = (card) => [
  mapapp.toldInLine(card.summary || "") + mapapp.numbers(card.cites),
  ...(card.record || []).map(({ heading, claims }) => {
    const said = claims.map(({ stated, value, note, cites }) => {
      if (!stated) return mapapp.toldInLine(note) + mapapp.numbers(cites);
      return mapapp.toldInLine(value) + mapapp.numbers(cites) + (note ? ` (${mapapp.toldInLine(note)})` : "");
    });
    return mapapp.tr("{heading}: {statements}", { heading, statements: said.join("; ") });
  }),
];

/**
 * How many events are left, in words; of a tour without any, how many stays it has.
 * @param {number} left
 * @param {{ events: unknown[], visits: unknown[] }} cards
 * @param {boolean} filtered
 */
mapapp.counted = (left, { events, visits }, filtered) => {
  const whole = events.length;
  if (!whole && visits.length) return mapapp.plural(visits.length, "{n} stay", "{n} stays");
  if (!filtered) return mapapp.plural(whole, "{n} event", "{n} events");
  if (!left) return mapapp.tr("No event fits these filters.");
  return mapapp.plural(whole, "{some} of {n} event", "{some} of {n} events", { some: left });
};

/**
 * Sources as a numbered list, each with its address as a link.
 * @param {Source[]} sources
 */
mapapp.fullSources = (sources) => {
  const items = sources.map((source) => {
    const link = mapapp.outside(source.url || "", "", source.url);
    const words = mapapp.sourceWords(source);
    return mapapp.el("li", "", link ? [`${words} `, link] : words);
  });
  return mapapp.el("ol", "full-sources", items);
};

/**
 * The sources of the tour and those of its corridors, each part under its heading.
 * @param {Source[]} sources
 * @param {{ title: string, sources: Source[], credit: string }[]} corridors
 */
mapapp.allSources = (sources, corridors) => [
  mapapp.el("h2", "", mapapp.tr("Sources")),
  mapapp.fullSources(sources),
  ...corridors.flatMap((corridor) => [
    mapapp.el("h2", "", mapapp.tr("Sources of the corridor: {corridor}", { corridor: corridor.title })),
    mapapp.fullSources(corridor.sources),
    ...(corridor.credit ? [mapapp.el("p", "", corridor.credit)] : []),
  ]),
];
