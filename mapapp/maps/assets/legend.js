// The legend explains exactly what is drawn now.
"use strict";

mapapp.legend = function (map) {
  const box = mapapp.el("details", "legend", mapapp.el("summary", "", "Legend"), mapapp.el("ul", ""));
  box.open = window.matchMedia("(min-width: 700px)").matches;
  const control = L.control({ position: "bottomright" });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    return box;
  };
  control.addTo(map);
  return {
    box,
    // items: [sign element, words]; a row without a sign is a heading; a list of rows stands in one flow
    show(items) {
      const row = ([sign, words]) => mapapp.el("li", "", mapapp.el("span", "sign", sign), words);
      const flow = (pairs) => mapapp.el("li", "flow", mapapp.el("ul", "", pairs.map(row)));
      const rows = items.map((item) => (Array.isArray(item[0]) ? flow(item) : item[0] ? row(item) : mapapp.el("li", "heading", item[1])));
      box.querySelector("ul").replaceChildren(...rows);
      box.hidden = !items.length;
    },
  };
};

// A short piece of line as the map draws it.
mapapp.lineSign = function (className, colour) {
  const sign = mapapp.el("span", "line " + className);
  if (colour) sign.style.setProperty("--line-colour", colour);
  return sign;
};

mapapp.dotSign = function (traveller, className = "") {
  const sign = mapapp.el("span", "dot " + className);
  sign.style.setProperty("--disc", mapapp.colour(traveller));
  return sign;
};

// Rows for the marks, legs and ghosts that are shown; dots: whether marks are dots, crowded: legs too many to draw.
mapapp.legendOfTour = function (shown, travellers, dots, crowded) {
  const rows = [];
  const seen = new Set(shown.marks.map((mark) => mark.traveller));
  const travelled = new Set(shown.legs.map((leg) => leg.traveller));
  travellers.forEach((name, index) => {
    if (!seen.has(index)) return;
    const mark = shown.marks.find((m) => m.traveller === index);
    const sign = dots ? mapapp.dotSign(index) : mapapp.disc({ label: mark.number || mark.label, traveller: index }, 18);
    rows.push([sign, !dots && travelled.has(index) ? `${name}, stops in order of travel` : `${name}, stop`]);
  });
  const mode = { unknown: "dashed", air: "", rail: "", road: "", sea: "" };
  const modes = new Set(shown.legs.map((leg) => leg.mode));
  if (dots && shown.marks.length) rows.push([mapapp.disc({ label: "12" }, 20), "So many events near here; a click comes nearer"]);
  if (crowded) rows.push([mapapp.el("span", ""), "Ways are drawn once filters leave at most 200"]);
  if (crowded) modes.clear();
  if (modes.has("unknown")) rows.push([mapapp.lineSign("dashed"), "Way travelled, mode not on record"]);
  if ([...modes].some((m) => mode[m] === "")) rows.push([mapapp.lineSign("solid"), "Way travelled"]);
  const has = (test) => shown.marks.some(test);
  if (has((m) => m.symbol === "summit")) rows.push([mapapp.disc({ symbol: "summit" }, 18), "Summit, not a stop of a traveller"]);
  if (has((m) => m.symbol === "event" && !mapapp.isOff(m.status))) rows.push([mapapp.disc({ symbol: "event" }, 18), "Other event"]);
  if (has((m) => mapapp.isOpen(m.status))) rows.push([dots ? mapapp.dotSign(null, "open") : mapapp.disc({ status: "announced" }, 18), "Announced, not on record as held"]);
  if (has((m) => mapapp.isOff(m.status))) rows.push([dots ? mapapp.dotSign(null, "off") : mapapp.disc({ symbol: "event", status: "postponed" }, 18), "Postponed or cancelled"]);
  if (shown.ghosts.some((ghost) => !ghost.unstated)) rows.push([mapapp.el("span", "disc ghost"), "Other place on record"]);
  if (shown.ghosts.some((ghost) => ghost.unstated)) rows.push([mapapp.el("span", "disc ghost unstated"), "Named by a source, not as the place of the event"]);
  if (has((m) => m.doubtful)) rows.push([mapapp.disc({ doubtful: true }, 12), "Place in doubt"]);
  return rows;
};
