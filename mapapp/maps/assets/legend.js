// The legend explains exactly what is drawn now.
"use strict";

/** @param {L.Map} map */
mapapp.legend = (map) => {
  const list = mapapp.el("ul", "");
  const box = mapapp.el("details", "legend", mapapp.el("summary", "", "Legend"), list);
  box.open = window.matchMedia("(min-width: 700px)").matches;
  const control = new L.Control({ position: "bottomright" });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    return box;
  };
  control.addTo(map);
  /** @param {LegendRow} row */
  const row = ([sign, words]) => mapapp.el("li", sign ? "" : "heading", sign && mapapp.el("span", "sign", sign), words);
  return {
    box,
    /** @param {(LegendRow | LegendRow[])[]} items a list of rows stands in one flow */
    show(items) {
      list.replaceChildren(
        ...items.map((item) =>
          mapapp.isFlow(item) ? mapapp.el("li", "flow", mapapp.el("ul", "", item.map(row))) : row(item),
        ),
      );
      box.hidden = !items.length;
    },
  };
};

/**
 * @param {LegendRow | LegendRow[]} item
 * @returns {item is LegendRow[]}
 */
mapapp.isFlow = (item) => Array.isArray(item[0]);

/**
 * A short piece of line as the map draws it.
 * @param {string} className
 * @param {string} [colour]
 */
mapapp.lineSign = (className, colour) => {
  const sign = mapapp.el("span", `line ${className}`);
  if (colour) sign.style.setProperty("--line-colour", colour);
  return sign;
};

/**
 * @param {number | null} traveller
 * @param {string} [className]
 */
mapapp.dotSign = (traveller, className = "") => {
  const sign = mapapp.el("span", `dot ${className}`);
  sign.style.setProperty("--disc", mapapp.colour(traveller));
  return sign;
};

/**
 * Rows for the marks, legs and ghosts that are shown.
 * @param {{ marks: MarkData[], legs: Leg[], ghosts: Ghost[] }} shown
 * @param {string[]} travellers their names
 * @param {boolean} dots whether marks are dots
 * @param {boolean} crowded whether the legs are too many to draw
 * @returns {LegendRow[]}
 */
mapapp.legendOfTour = (shown, travellers, dots, crowded) => [
  ...mapapp.legendOfTravellers(shown, travellers, dots),
  ...mapapp.legendOfWays(shown, dots, crowded),
  ...mapapp.legendOfMarks(shown, dots),
];

/**
 * @param {{ marks: MarkData[], legs: Leg[] }} shown
 * @param {string[]} travellers
 * @param {boolean} dots
 */
mapapp.legendOfTravellers = (shown, travellers, dots) => {
  /** @type {LegendRow[]} */
  const rows = [];
  const travelled = new Set(shown.legs.map((leg) => leg.traveller));
  travellers.forEach((name, index) => {
    const mark = shown.marks.find((other) => other.traveller === index);
    if (!mark) return;
    const label = mark.number || mark.label;
    const sign = dots ? mapapp.dotSign(index) : mapapp.disc({ label, traveller: index }, 18);
    rows.push([sign, !dots && travelled.has(index) ? `${name}, stops in order of travel` : `${name}, stop`]);
  });
  return rows;
};

/**
 * @param {{ marks: MarkData[], legs: Leg[] }} shown
 * @param {boolean} dots
 * @param {boolean} crowded
 */
mapapp.legendOfWays = (shown, dots, crowded) => {
  /** @type {LegendRow[]} */
  const rows = [];
  if (dots && shown.marks.length) {
    rows.push([mapapp.disc({ label: "12" }, 20), "So many events near here; a click comes nearer"]);
  }
  if (crowded) {
    rows.push([mapapp.el("span", ""), "Ways are drawn once filters leave at most 200"]);
    return rows;
  }
  const unknown = shown.legs.some((leg) => leg.mode === "unknown");
  if (unknown) rows.push([mapapp.lineSign("dashed"), "Way travelled, mode not on record"]);
  const known = shown.legs.some((leg) => leg.mode !== "unknown");
  if (known) rows.push([mapapp.lineSign("solid"), "Way travelled"]);
  return rows;
};

/**
 * @param {{ marks: MarkData[], ghosts: Ghost[] }} shown
 * @param {boolean} dots
 */
mapapp.legendOfMarks = (shown, dots) => {
  /** @type {LegendRow[]} */
  const rows = [];
  /** @param {Partial<MarkData>} mark */
  const disc = (mark) => mapapp.disc(mark, 18);
  /** @param {(mark: MarkData) => unknown} test */
  const has = (test) => shown.marks.some(test);
  if (has((mark) => mark.symbol === "summit")) {
    rows.push([disc({ symbol: "summit" }), "Summit, not a stop of a traveller"]);
  }
  if (has((mark) => mark.symbol === "event" && !mapapp.isOff(mark.status))) {
    rows.push([disc({ symbol: "event" }), "Other event"]);
  }
  if (has((mark) => mapapp.isOpen(mark.status))) {
    const sign = dots ? mapapp.dotSign(null, "open") : disc({ status: "announced" });
    rows.push([sign, "Announced, not on record as held"]);
  }
  if (has((mark) => mapapp.isOff(mark.status))) {
    const sign = dots ? mapapp.dotSign(null, "off") : disc({ symbol: "event", status: "postponed" });
    rows.push([sign, "Postponed or cancelled"]);
  }
  if (shown.ghosts.some((ghost) => !ghost.unstated)) {
    rows.push([mapapp.el("span", "disc ghost"), "Other place on record"]);
  }
  if (shown.ghosts.some((ghost) => ghost.unstated)) {
    const words = "Named by a source, not as the place of the event";
    rows.push([mapapp.el("span", "disc ghost unstated"), words]);
  }
  if (has((mark) => mark.doubtful)) rows.push([mapapp.disc({ doubtful: true }, 12), "Place in doubt"]);
  return rows;
};
