// The legend explains exactly what is drawn now.
"use strict";

/** @param {L.Map} map */
mapapp.legend = (map) => {
  const list = mapapp.el("ul", "");
  const box = mapapp.el("details", "legend", mapapp.el("summary", "", mapapp.tr("Legend")), list);
  box.open = map.getSize().x >= 700;
  const control = new L.Control({ position: "bottomright" });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    return box;
  };
  control.addTo(map);
  /** @param {LegendRow} row */
  const row = ([sign, words, key]) => {
    const item = mapapp.el("li", sign ? "" : "heading", sign && mapapp.el("span", "sign", sign), words);
    if (key) item.dataset.key = key;
    return item;
  };
  let shown = "";
  return {
    box,
    /**
     * @param {(LegendRow | LegendRow[])[]} items a list of rows stands in one flow
     * @returns {boolean} whether they are others than before
     */
    show(items) {
      const rows = items.map((item) =>
        mapapp.isFlow(item) ? mapapp.el("li", "flow", mapapp.el("ul", "", item.map(row))) : row(item),
      );
      const now = rows.map((item) => item.outerHTML).join("");
      if (now === shown) return false;
      shown = now;
      list.replaceChildren(...rows);
      box.hidden = !items.length;
      return true;
    },
    /** Show every row, until it is known which names stand on the map. */
    whole: () => mapapp.hideRows(box, new Set()),
    /** @param {Set<string>} keys of rows whose names stand on the map */
    leave: (keys) => mapapp.hideRows(box, keys),
  };
};

/**
 * @param {HTMLElement} box
 * @param {Set<string>} keys
 */
mapapp.hideRows = (box, keys) => {
  /** @type {NodeListOf<HTMLElement>} */
  const rows = box.querySelectorAll("li");
  for (const row of rows) mapapp.hide(row, keys.has(row.dataset.key || ""));
  for (const flow of rows) {
    if (flow.className === "flow") mapapp.hide(flow, !flow.querySelector("li:not([hidden])"));
  }
  mapapp.hide(box, !box.querySelector("li:not([hidden])"));
};

/**
 * Writing what is so already would cost a layout.
 * @param {HTMLElement} element
 * @param {boolean} hidden
 */
mapapp.hide = (element, hidden) => {
  if (element.hidden !== hidden) element.hidden = hidden;
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
 * Which rows there are for lines between stops, in their order; one for what is travelled and what is ahead, as both are
 * drawn alike. `mapapp/words/legend.py` decides the same for pictures.
 * @param {{ mode: string, ahead?: boolean }[]} legs
 * @param {Record<string, string>} words of all rows, in order
 */
mapapp.rowsOfWays = (legs, words) => {
  const found = new Set();
  for (const suffix of ["-unknown", ""]) {
    const ahead = new Set(mapapp.legsOfRow(legs, suffix).map((leg) => Boolean(leg.ahead)));
    if (ahead.size) found.add(`way${ahead.size > 1 ? "-both" : ahead.has(true) ? "-ahead" : ""}${suffix}`);
  }
  return Object.keys(words).filter((key) => found.has(key));
};

/**
 * The legs of a row: those whose mode a source states, or the others.
 * @template {{ mode: string }} T
 * @param {T[]} legs
 * @param {string} key
 */
mapapp.legsOfRow = (legs, key) => legs.filter(({ mode }) => (mode === "unknown") === key.endsWith("unknown"));

/**
 * Which rows there are for marks and for other places on record, in their order.
 * @param {Partial<MarkData>[]} marks
 * @param {{ unstated?: boolean }[]} ghosts
 * @param {Record<string, string>} words
 */
mapapp.rowsOfMarks = (marks, ghosts, words) => {
  /** @type {Set<string>} */
  const found = new Set(ghosts.map(({ unstated }) => (unstated ? "ghost-unstated" : "ghost")));
  for (const { symbol, status, doubtful } of marks) {
    if (symbol === "summit") found.add("summit");
    else if (symbol === "event" && !mapapp.isOff(status)) found.add("other-event");
    if (mapapp.isOpen(status)) found.add("announced");
    if (mapapp.isOff(status)) found.add("off");
    if (doubtful) found.add("doubtful");
  }
  return Object.keys(words).filter((key) => found.has(key));
};

/**
 * Rows for the marks, legs and ghosts that are shown.
 * @param {{ marks: MarkData[], legs: Leg[], ghosts: Ghost[] }} shown
 * @param {{ travellers: string[], legend: Record<string, string> }} data names of travellers, words of all rows
 * @param {boolean} dots whether marks are dots
 * @param {boolean} crowded whether the legs are too many to draw
 * @returns {LegendRow[]}
 */
mapapp.legendOfTour = (shown, { travellers, legend }, dots, crowded) => [
  ...mapapp
    .bySide(shown)
    .flatMap((side) => [
      ...mapapp.legendOfTravellers(side, travellers, legend, dots),
      ...mapapp.legendOfWays(side, legend, dots, crowded),
    ]),
  ...mapapp.ofBoth(mapapp.legendOfMarks(shown, legend, dots)),
];

/**
 * Rows that belong to neither side of a comparison stand below a line.
 * @param {LegendRow[]} rows
 * @returns {LegendRow[]}
 */
mapapp.ofBoth = (rows) => (mapapp.compared.sides.length && rows.length ? [[null, ""], ...rows] : rows);

/**
 * What each side of a comparison shows; of a single tour, all of it.
 * @param {{ marks: MarkData[], legs: Leg[] }} shown
 */
mapapp.bySide = ({ marks, legs }) => {
  const { sides } = mapapp.compared;
  if (!sides.length) return [{ marks, legs }];
  return sides.map(([letter], index) => ({
    marks: marks.filter((mark) => mark.letter === letter),
    legs: legs.filter((leg) => mapapp.isSecond(leg.traveller) === (index === 1)),
  }));
};

/**
 * @param {{ marks: MarkData[], legs: Leg[] }} shown
 * @param {string[]} travellers
 * @param {Record<string, string>} words
 * @param {boolean} dots
 */
mapapp.legendOfTravellers = (shown, travellers, words, dots) => {
  /** @type {LegendRow[]} */
  const rows = [];
  const travelled = new Set(shown.legs.map((leg) => leg.traveller));
  /** @type {Map<number, MarkData>} */
  const first = new Map();
  for (const mark of shown.marks) {
    if (typeof mark.traveller === "number" && !first.has(mark.traveller)) first.set(mark.traveller, mark);
  }
  const present = [...first].sort(([one], [other]) => one - other);
  for (const [index, mark] of present.slice(0, mapapp.ROWS_OF_TRAVELLERS)) {
    const name = travellers[index];
    const { letter } = mark;
    const side = mapapp.sideTitle(letter);
    if (side && !rows.some(([, words]) => words === side)) rows.push([null, side]);
    const label = (mark.number && letter ? letter : "") + (mark.number || mark.label);
    const status = mapapp.statusOfAll(shown.marks.filter(({ traveller }) => traveller === index));
    const sign = dots ? mapapp.dotSign(index) : mapapp.disc({ label, letter, traveller: index, status }, 18);
    const text = !dots && travelled.has(index) ? words.stops : words.stop;
    const key = letter ? undefined : `traveller-${index}`; // a letter has to be told, though the way has a name
    rows.push([sign, mapapp.naming(text, name), key]);
  }
  const left = present.length - mapapp.ROWS_OF_TRAVELLERS;
  const more = mapapp.plural(left, "and {n} more traveller", "and {n} more travellers");
  if (left > 0) rows.push([mapapp.el("span", ""), more]);
  return rows;
};

mapapp.ROWS_OF_TRAVELLERS = 7; // there are no more colours; pictures have as many

/**
 * The words of a row with a name in them, which may be in another language than they.
 * @param {string} text
 * @param {string} name
 */
mapapp.naming = (text, name) => {
  const told = mapapp.told(name);
  if (told[0] === name) return text.replace("{name}", () => name);
  const [before, after] = text.split("{name}");
  return [mapapp.el("span", "", before, ...told, after)]; // one part of its row, which spaces its parts
};

/**
 * @param {{ marks: MarkData[], legs: Leg[] }} shown
 * @param {Record<string, string>} words
 * @param {boolean} dots
 * @param {boolean} crowded
 */
mapapp.legendOfWays = (shown, words, dots, crowded) => {
  /** @type {LegendRow[]} */
  const rows = [];
  if (dots && shown.marks.length) rows.push([mapapp.disc({ label: "12" }, 20), words.gathered]);
  if (crowded) {
    rows.push([mapapp.el("span", ""), words["ways-later"]]);
    return rows;
  }
  for (const key of mapapp.rowsOfWays(shown.legs, words)) {
    const legs = mapapp.legsOfRow(shown.legs, key);
    const travellers = [...new Set(legs.map((leg) => leg.traveller))].slice(0, 3);
    const sign = `${key.endsWith("unknown") ? "dashed" : "solid"}${mapapp.isSecond(travellers[0]) ? " second" : ""}`;
    rows.push([mapapp.waySign(travellers, sign), words[key]]);
  }
  return rows;
};

/**
 * A piece of line in the colour of each traveller who went that way.
 * @param {number[]} travellers
 * @param {string} className
 */
mapapp.waySign = (travellers, className) =>
  mapapp.el(
    "span",
    "ways",
    [...new Set(travellers.map(mapapp.colour))].map((colour) => mapapp.lineSign(className, colour)),
  );

/**
 * @param {{ marks: MarkData[], ghosts: Ghost[] }} shown
 * @param {Record<string, string>} words
 * @param {boolean} dots
 * @returns {LegendRow[]}
 */
mapapp.legendOfMarks = (shown, words, dots) => {
  /** @type {Record<string, () => HTMLElement>} */
  const signs = {
    summit: () => mapapp.disc({ symbol: "summit" }, 18),
    "other-event": () => mapapp.disc({ symbol: "event" }, 18),
    announced: () => (dots ? mapapp.dotSign(null, "open") : mapapp.disc({ status: "announced" }, 18)),
    off: () => (dots ? mapapp.dotSign(null, "off") : mapapp.disc({ symbol: "event", status: "postponed" }, 18)),
    ghost: () => mapapp.ghostSign(false, 18),
    "ghost-unstated": () => mapapp.ghostSign(true, 18),
    doubtful: () => mapapp.disc({ doubtful: true }, 12),
  };
  return mapapp.rowsOfMarks(shown.marks, shown.ghosts, words).map((key) => [signs[key](), words[key]]);
};
