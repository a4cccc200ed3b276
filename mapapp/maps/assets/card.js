// The card of an event or a visit: what is on record first, then words and people, its sources, and what else is there.
"use strict";

/**
 * @param {Card} chosen
 * @param {Card[]} here all cards at its place
 * @param {Source[]} sources
 * @param {(id: string) => void} picked told of a click on another one
 * @param {((id: string) => void) | null} [edit] told of a click on the pencil, which is there for those who may write
 * @param {(days: Days) => void} [dated] told of a click on its date, where there is time under the map
 */
mapapp.card = (chosen, here, sources, picked, edit, dated) => {
  const card = mapapp.el("div", "card", mapapp.cardSection(chosen, sources, dated));
  if (edit) card.append(mapapp.pencil(chosen.id, edit, chosen.title, mapapp.in_context("a page", "Edit")));
  const numbers = mapapp.citedBy(chosen);
  if (numbers.length) card.append(mapapp.sourceList(numbers, sources));
  const others = here.filter((other) => other !== chosen);
  if (others.length) card.append(mapapp.alsoHere(chosen, others, picked));
  return card;
};

/**
 * The numbers of all sources that a card cites, in their order.
 * @param {Pick<Card, "cites" | "record">} card
 */
mapapp.citedBy = (card) => {
  const claims = (card.record || []).flatMap((question) => question.claims);
  const numbers = [card, ...claims].flatMap(({ cites }) => (cites || []).map(([number]) => number));
  return [...new Set(numbers)].sort((a, b) => a - b);
};

/**
 * @param {Card} event
 * @param {Source[]} sources
 * @param {(days: Days) => void} [dated]
 */
mapapp.cardSection = (event, sources, dated) => {
  const el = mapapp.el;
  const section = el(
    "section",
    "event chosen",
    mapapp.sideTitle(event.letter) && el("p", "side", mapapp.sideTitle(event.letter)),
    mapapp.cardMeta(event, dated),
    mapapp.marked(
      el("h2", "", event.title, event.summary ? null : mapapp.footnotes(event.cites, sources)),
      event.title,
    ),
  );
  if (event.area) section.append(el("p", "area", event.area));
  for (const question of event.record || []) section.append(mapapp.onRecord(question, sources));
  if (event.doubt) section.append(mapapp.inDoubt(event.written || "", event.doubt, event.more_doubt));
  for (const [name, role] of event.who || []) {
    const [person, office] = mapapp.personAndOffice(name, role);
    section.append(mapapp.theirs(el("p", "who", el("strong", "", person), office)));
  }
  if (event.summary) {
    const { summary } = event;
    section.append(mapapp.marked(el("p", "summary", summary, mapapp.footnotes(event.cites, sources)), summary));
  }
  if (event.quotes) section.append(mapapp.quoted(event.quotes, sources));
  if (event.topics) {
    const chips = event.topics.map((topic) => el("bdi", "chip", mapapp.told(topic)));
    section.append(el("p", "topics", chips));
  }
  return section;
};

/**
 * The words of the sources on which an event rests, each with who says them and where.
 * @param {{ words: string, cites: Cite[] }[]} quotes
 * @param {Source[]} sources
 */
mapapp.quoted = (quotes, sources) => {
  const el = mapapp.el;
  const heading = mapapp.plural(quotes.length, "The words of the source", "The words of the sources");
  const said = quotes.map(({ words, cites }) => {
    const where = cites.map(([, locator]) => locator).find(Boolean);
    const quote = el("blockquote", "", mapapp.tr("“{words}”", { words }), mapapp.footnotes(cites, sources));
    return [mapapp.theirs(quote), where ? el("p", "where", where) : null];
  });
  return el("div", "quoted", el("h3", "", heading), said.flat());
};

/**
 * When, where, and how far it has come; the date is a button where there is time under the map.
 * @param {Card} event
 * @param {(days: Days) => void} [dated]
 */
mapapp.cardMeta = ({ when, days, status, ...card }, dated) => {
  const rest = [mapapp.placeOf(card), mapapp.statusWord(status)];
  if (!dated || !days || !mapapp.isKnown(days)) return mapapp.el("p", "meta", mapapp.dotted([when, ...rest]));
  const date = mapapp.button("to-day", when, () => dated(days));
  date.title = mapapp.tr("Show only these days");
  date.dataset.days = days.slice(0, 2).join();
  return mapapp.el("p", "meta", date, " · ", mapapp.dotted(rest));
};

/**
 * The card cut short until more is asked for.
 * @param {HTMLElement} card
 * @param {() => void} more
 */
mapapp.callout = (card, more) => {
  card.classList.add("brief");
  const button = mapapp.button("more-words", mapapp.tr("Read more"), (event) => {
    event.stopPropagation();
    more();
  });
  card.append(button);
};

/**
 * What else stands at the place, each as a button that opens its card; with its day where that is another, else its hour.
 * @param {Card} chosen
 * @param {Card[]} others
 * @param {(id: string) => void} picked
 */
mapapp.alsoHere = (chosen, others, picked) => {
  const el = mapapp.el;
  const items = others.map((other) => {
    const more = other.heading === chosen.heading ? other.hour : other.heading || other.when;
    const button = mapapp.button("to-section", other.title, (event) => {
      event.stopPropagation(); // the map would take a click on what has gone for one beside the card
      picked(other.id);
    });
    return el(
      "li",
      "",
      other.letter === chosen.letter ? null : el("strong", "", `${other.letter} `),
      mapapp.marked(button, other.title),
      el("span", "quiet", more ? ` ${more}` : null),
    );
  });
  return el("div", "also", el("h3", "", mapapp.tr("Also here")), el("ul", "sections", items));
};

/**
 * What is on record, each statement with who says so; a source that leaves the question open has its note alone.
 * @param {Question} question
 * @param {Source[]} sources
 */
mapapp.onRecord = (question, sources) => {
  const el = mapapp.el;
  const claims = question.claims.map((claim) => {
    const notes = mapapp.footnotes(claim.cites, sources);
    if (!claim.stated) return el("li", "", mapapp.marked(el("div", "", claim.note, notes), claim.note));
    const note = claim.note ? mapapp.told(claim.note) : [];
    const value = el("strong", "", el("bdi", "", mapapp.told(claim.value)));
    return el("li", "", value, notes, note.length ? [" ", ...note] : null);
  });
  return el("div", "record", el("h3", "", question.heading), el("ul", "", claims));
};

/**
 * The places that a name may stand for, where the choice is not sure.
 * @param {string} written
 * @param {Doubt[]} candidates
 * @param {string} [more]
 */
mapapp.inDoubt = (written, candidates, more) => {
  const el = mapapp.el;
  const items = candidates.map((candidate) => {
    const why = el("span", "why", [...candidate.reasons, candidate.id].join("; "));
    return el("li", "", el("strong", "", candidate.title), ` · ${candidate.likely}`, why);
  });
  const said = mapapp.tr("The file says “{name}”. That may be:", { name: written });
  const rest = more ? el("p", "", more) : null;
  return el(
    "div",
    "record doubt",
    el("h3", "", mapapp.tr("Place in doubt")),
    el("p", "", said),
    el("ul", "", items),
    rest,
  );
};

/**
 * @param {number[]} numbers
 * @param {Source[]} sources
 */
mapapp.sourceList = (numbers, sources) => {
  const el = mapapp.el;
  const items = numbers
    .filter((number) => sources[number - 1])
    .map((number) => {
      const words = mapapp.sourceWords(sources[number - 1]);
      return el("p", "source", mapapp.footnotes([[number, ""]], sources), ` ${words}`);
    });
  return el("div", "sources", items);
};
