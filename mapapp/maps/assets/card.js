// The popup card: all events at one place and the visits without one, the chosen one first in view.
"use strict";

/**
 * @param {Card[]} events
 * @param {Source[]} sources
 * @param {string} chosen the id of one of them
 */
mapapp.card = (events, sources, chosen) => {
  const card = mapapp.el("div", "card");
  for (const event of events) card.append(mapapp.cardSection(event, sources, event.id === chosen));
  const numbers = new Set();
  for (const event of events) {
    const claims = (event.record || []).flatMap((question) => question.claims);
    for (const cited of [event, ...claims]) for (const [number] of cited.cites || []) numbers.add(number);
  }
  if (numbers.size)
    card.append(
      mapapp.sourceList(
        [...numbers].sort((a, b) => a - b),
        sources,
      ),
    );
  return card;
};

/**
 * @param {Card} event
 * @param {Source[]} sources
 * @param {boolean} chosen
 */
mapapp.cardSection = (event, sources, chosen) => {
  const el = mapapp.el;
  const section = el(
    "section",
    chosen ? "event chosen" : "event",
    el("p", "meta", [event.when, event.place, event.status].filter(Boolean).join(" · ")),
    el("h2", "", event.title, event.summary ? null : mapapp.footnotes(event.cites, sources)),
  );
  if (event.area) section.append(el("p", "area", event.area));
  for (const [name, role] of event.who || []) {
    section.append(el("p", "who", el("strong", "", name), role ? `, ${role}` : null));
  }
  if (event.summary) section.append(el("p", "summary", event.summary, mapapp.footnotes(event.cites, sources)));
  if (event.topics) {
    const chips = event.topics.map((topic) => el("span", "chip", topic));
    section.append(el("p", "topics", chips));
  }
  for (const question of event.record || []) section.append(mapapp.onRecord(question, sources));
  if (event.doubt) section.append(mapapp.inDoubt(event.written || "", event.doubt, event.more_doubt));
  return section;
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
    if (!claim.stated) return el("li", "", claim.note, notes);
    return el("li", "", el("strong", "", claim.value), notes, claim.note ? ` ${claim.note}` : null);
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
  const said = `The file says “${written}”. That may be:`;
  const rest = more ? el("p", "", more) : null;
  return el("div", "record doubt", el("h3", "", "Place in doubt"), el("p", "", said), el("ul", "", items), rest);
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
