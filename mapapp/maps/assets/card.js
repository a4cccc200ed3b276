// The popup card: all events at one place and the visits without one, the chosen one first in view.
"use strict";

mapapp.card = function (events, sources, chosen) {
  const card = mapapp.el("div", "card");
  for (const event of events) card.append(mapapp.cardSection(event, sources, event.id === chosen));
  const numbers = new Set();
  for (const event of events) {
    const claims = (event.record || []).flatMap((question) => question.claims);
    for (const cited of [event, ...claims]) for (const [number] of cited.cites || []) numbers.add(number);
  }
  if (numbers.size) card.append(mapapp.sourceList([...numbers].sort((a, b) => a - b), sources));
  return card;
};

mapapp.cardSection = function (event, sources, chosen) {
  const el = mapapp.el;
  const section = el("section", chosen ? "event chosen" : "event",
    el("p", "meta", [event.when, event.place, event.status].filter(Boolean).join(" · ")),
    el("h2", "", event.title, event.summary ? null : mapapp.footnotes(event.cites, sources)));
  if (event.area) section.append(el("p", "area", event.area));
  for (const [name, role] of event.who || []) {
    section.append(el("p", "who", el("strong", "", name), role ? ", " + role : null));
  }
  if (event.summary) section.append(el("p", "summary", event.summary, mapapp.footnotes(event.cites, sources)));
  if (event.topics) section.append(el("p", "topics", event.topics.map((topic) => el("span", "chip", topic))));
  for (const question of event.record || []) section.append(mapapp.onRecord(question, sources));
  if (event.doubt) section.append(mapapp.inDoubt(event.written, event.doubt, event.more_doubt));
  return section;
};

// What is on record, each statement with who says so; a source that leaves the question open has its note alone.
mapapp.onRecord = function (question, sources) {
  const el = mapapp.el;
  const claims = question.claims.map((claim) =>
    claim.stated
      ? el("li", "", el("strong", "", claim.value), mapapp.footnotes(claim.cites, sources), claim.note ? " " + claim.note : null)
      : el("li", "", claim.note, mapapp.footnotes(claim.cites, sources)));
  return el("div", "record", el("h3", "", question.heading), el("ul", "", claims));
};

// The places that a name may stand for, where the choice is not sure.
mapapp.inDoubt = function (written, candidates, more) {
  const el = mapapp.el;
  const items = candidates.map((candidate) =>
    el("li", "", el("strong", "", candidate.title), ` · ${candidate.likely}`,
      el("span", "why", [...candidate.reasons, candidate.id].join("; "))));
  const said = `The file says “${written}”. That may be:`;
  return el("div", "record doubt", el("h3", "", "Place in doubt"), el("p", "", said), el("ul", "", items),
    more ? el("p", "", more) : null);
};

mapapp.sourceList = function (numbers, sources) {
  const el = mapapp.el;
  const items = numbers.filter((number) => sources[number - 1]).map((number) => {
    const source = sources[number - 1];
    const words = [source.publisher, source.title, source.published, source.lacking].filter(Boolean).join(", ");
    return el("p", "source", mapapp.footnotes([[number, ""]], sources), " " + words);
  });
  return el("div", "sources", items);
};

// On a narrow map a card beside its point would hide everything: move it to the foot, and the point into what is left.
mapapp.asSheet = function (map, popup, mark) {
  map.getContainer().append(popup.getElement());
  popup.update(); // measured anew: in its pane it had no width
  const size = map.getSize();
  const free = size.y - popup.getElement().offsetHeight;
  const point = map.latLngToContainerPoint(mark.at);
  map.panBy([point.x - size.x / 2, point.y - Math.max(40, free / 2)], { animate: false });
};
