// Discs and symbols of marks and of corridors' nodes, as elements that Leaflet's DivIcon takes.
"use strict";

mapapp.SIZES = { first: 28, other: 22, ghost: 22 };
/** Of discs in pixels, the largest first: smaller ones where many would have to be moved from their places. */
mapapp.ALL_SIZES = [mapapp.SIZES, { first: 20, other: 18, ghost: 18 }, { first: 15, other: 15, ghost: 15 }];
/** @type {Record<string, string>} */
mapapp.SIGNS = { summit: "★", event: "◆" };

/** @param {string} [status] */
mapapp.isOff = (status) => status === "postponed" || status === "cancelled";
/** @param {string} [status] */
mapapp.isOpen = (status) => status === "announced" || status === "confirmed";

/**
 * A numbered disc, a star for a summit, a diamond for another event outside the stops.
 * @param {Partial<MarkData>} mark
 * @param {number} size in pixels
 * @param {boolean} first whether it stands at its point itself, others beside it
 */
mapapp.disc = (mark, size, first = size === mapapp.SIZES.first) => {
  const status = mark.status || "held";
  const kind = mapapp.isOff(status) ? "off" : mapapp.isOpen(status) ? "open" : "held";
  const text = mapapp.discText(mark);
  const many = / stays$/.exec(text); // a narrow map has no room for the word
  const words = many ? [text.slice(0, many.index), mapapp.el("span", "unit", " stays")] : [text];
  const more = `${mark.doubtful ? " doubtful" : ""}${many ? " many" : ""}${mapapp.sideOf(mark.letter) > 0 ? " second" : ""}`;
  const disc = mapapp.el("span", `disc of-${mark.symbol || "stop"} ${kind}${more}`, words);
  disc.style.setProperty("--disc", `var(${mapapp.hue(mark)})`);
  disc.style.height = `${size}px`;
  disc.style.minWidth = `${text.length > 3 ? size : mapapp.discWidth(mark, size)}px`;
  if (size < mapapp.SIZES.first || text.length > 3) disc.classList.add(size < 18 ? "tiny" : "small");
  if (first && text.length > 3) disc.classList.add("wide");
  return disc;
};

/**
 * How wide a disc is, at most: one that tells how many stays it has, or its side, may be wider than high.
 * @param {Partial<MarkData>} mark
 * @param {number} size in pixels
 */
mapapp.discWidth = (mark, size) => {
  const text = mapapp.discText(mark);
  if (text.length > 3)
    return Math.max(size, 14 + 6.4 * (mapapp.isNarrow() ? text.replace(/ stays$/, "×") : text).length);
  const letters = 0.6 * text.length + (mark.letter ? 0.1 : 0) + (/[★◆]/.test(text) ? 0.35 : 0); // in sizes of the font
  const font = size < 18 ? 9 : size < mapapp.SIZES.first ? 11 : 14;
  return Math.max(size, Math.ceil((size < 18 ? 4 : 8) + letters * font));
};

/** Whether the page is so narrow that discs do without words, as discs.css has it. */
mapapp.isNarrow = () => window.matchMedia("(max-width: 640px)").matches;

/**
 * What a disc says: its number, or its sign, behind the letter of its side. Under the stroke of what was put off a sign
 * would be a blot.
 * @param {Partial<MarkData>} mark
 */
mapapp.discText = ({ label, letter, symbol, status }) =>
  label || (letter || "") + ((!mapapp.isOff(status) && mapapp.SIGNS[symbol || ""]) || "");

/**
 * The sign of another place on record.
 * @param {boolean} unstated whether no source says that the event was there
 * @param {number} size in pixels
 */
mapapp.ghostSign = (unstated, size) => {
  const sign = mapapp.el("span", `disc ghost small${unstated ? " unstated" : ""}`, "?");
  sign.style.width = sign.style.height = `${size}px`;
  return sign;
};

/** @param {number | null} [traveller] the index of a traveller; none for what belongs to nobody */
mapapp.colour = (traveller) => `var(${mapapp.hue({ traveller })})`;

/** @type {Map<string, string>} */
mapapp.properties = new Map();

/**
 * The value that a custom property of the page has in its theme; canvas drawing knows no properties. It is asked once,
 * because the answer costs the styles of the page.
 * @param {string} name without its dashes
 */
mapapp.property = (name) => {
  const root = document.documentElement;
  const key = `${root.dataset.theme} ${name}`;
  const known = mapapp.properties.get(key);
  if (known) return known;
  const value = getComputedStyle(root).getPropertyValue(`--${name}`).trim();
  mapapp.properties.set(key, value);
  return value;
};

/** @param {number | null} [traveller] */
mapapp.computed = (traveller) => mapapp.property(mapapp.colour(traveller).slice("var(--".length, -1));

/**
 * What a screen reader and a tooltip say.
 * @param {MarkData} mark
 * @param {string[]} travellers their names
 */
mapapp.spoken = (mark, travellers) => {
  const numbered = /^[A-Z]?[\d ·]+$/.test(mark.label || "");
  const stop = numbered ? mapapp.tr("stop {number}", { number: mark.label || "" }) : mark.label;
  const events = (mark.events || []).length;
  return mapapp.series([
    mark.title,
    mapapp.sideTitle(mark.traveller === undefined ? mark.letter : ""),
    ...(mark.traveller === undefined ? [mark.label || ""] : [travellers[mark.traveller], stop]),
    events ? mapapp.plural(events, "{n} event", "{n} events") : "",
    mapapp.statusWord(mark.status),
    mark.doubtful ? mapapp.tr("place in doubt") : "",
  ]);
};

// The kinds that a mark shows, the outline first: a change of gauge fills half of it.
mapapp.NODE_KINDS = ["port", "border-crossing", "gauge-change", "dry-port", "station", "junction"];

/** @param {{ kinds: string[] }} node */
mapapp.nodeKinds = ({ kinds }) => {
  const outline = mapapp.NODE_KINDS.find((kind) => kind !== "gauge-change" && kinds.includes(kind));
  if (!kinds.includes("gauge-change")) return outline ? [outline] : [];
  return outline && outline !== "station" && outline !== "dry-port" ? [outline, "gauge-change"] : ["gauge-change"];
};

/** @param {{ kinds: string[] }} node */
mapapp.nodeSign = (node) => mapapp.el("span", `node-sign ${mapapp.nodeKinds(node).join(" ")}`);
/** @param {string} kind */
mapapp.kindName = (kind) => {
  /** @type {Record<string, string>} */
  const words = {
    port: mapapp.tr("port"),
    "border-crossing": mapapp.tr("border crossing"),
    "gauge-change": mapapp.tr("gauge change"),
    "dry-port": mapapp.tr("dry port"),
    station: mapapp.in_context("of railways", "station"),
    junction: mapapp.tr("junction"),
  };
  return words[kind] || kind.replace("-", " ");
};

/**
 * The zoom from which a node is drawn: those worth a label first, then where goods or trains change, then the rest.
 * @param {{ kinds: string[], named: boolean }} node
 */
mapapp.nodeFrom = ({ kinds, named }) => {
  if (named) return 4;
  if (kinds.some((kind) => kind === "port" || kind === "border-crossing" || kind === "gauge-change")) return 5;
  return kinds.includes("station") ? 6 : 7;
};

/**
 * On the way that was chosen, where goods change trains or ships is drawn always.
 * @param {{ kinds: string[] }} node
 */
mapapp.nodeFromOnWay = ({ kinds }) => (kinds.some((kind) => kind === "port" || kind === "gauge-change") ? 0 : 4);

/**
 * The status that all marks have, as the disc that stands for them shows it; none where they differ.
 * @param {MarkData[]} marks
 */
mapapp.statusOfAll = (marks) => (marks.every(({ status }) => status === marks[0].status) ? marks[0].status : undefined);
