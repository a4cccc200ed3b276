// Discs and symbols of marks and of corridors' nodes, as elements that Leaflet's DivIcon takes.
"use strict";

mapapp.SIZES = { first: 28, other: 22, ghost: 34 };

mapapp.isOff = (status) => status === "postponed" || status === "cancelled";
mapapp.isOpen = (status) => status === "announced" || status === "confirmed";

// A numbered disc, a star for a summit, a diamond for another event outside the stops.
mapapp.disc = function (mark, size) {
  const status = mark.status || "held";
  const kind = mapapp.isOff(status) ? "off" : mapapp.isOpen(status) ? "open" : "held";
  const text = mark.label || { summit: "★", event: "◆" }[mark.symbol] || "";
  const many = / stays$/.exec(text); // a narrow map has no room for the word
  const words = many ? [text.slice(0, many.index), mapapp.el("span", "unit", " stays")] : [text];
  const disc = mapapp.el("span", `disc ${mark.symbol || "stop"} ${kind}${mark.doubtful ? " doubtful" : ""}${many ? " many" : ""}`, ...words);
  disc.style.setProperty("--disc", mapapp.colour(mark.traveller));
  disc.style.height = size + "px";
  disc.style.minWidth = size + "px";
  if (size < mapapp.SIZES.first || text.length > 3) disc.classList.add("small");
  if (size === mapapp.SIZES.first && text.length > 3) disc.classList.add("wide");
  return disc;
};

mapapp.colour = (traveller) =>
  traveller === undefined || traveller === null ? "var(--other-event)" : `var(--traveller-${traveller % 7})`;

// The colour that a custom property has now; canvas drawing knows no properties.
mapapp.computed = function (traveller) {
  const name = mapapp.colour(traveller).slice(4, -1);
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
};

// What a screen reader and a tooltip say.
mapapp.spoken = function (mark, travellers) {
  const who = mark.traveller === undefined ? "" : `, ${travellers[mark.traveller]}, ${/ stays$/.test(mark.label) ? "" : "stop "}${mark.label}`;
  const events = (mark.events || []).length;
  const count = events ? `, ${events} ${events === 1 ? "event" : "events"}` : "";
  return mark.title + who + count + (mark.status ? `, ${mark.status}` : "") + (mark.doubtful ? ", place in doubt" : "");
};

// The kinds that a mark shows, the outline first: a change of gauge fills half of it.
mapapp.NODE_KINDS = ["port", "border-crossing", "gauge-change", "dry-port", "station", "junction"];
mapapp.nodeKinds = ({ kinds }) => {
  const outline = ["port", "border-crossing", "dry-port", "station", "junction"].find((kind) => kinds.includes(kind));
  const own = kinds.includes("gauge-change") ? [outline === "station" || outline === "dry-port" ? null : outline, "gauge-change"] : [outline];
  return own.filter(Boolean);
};
mapapp.nodeSign = (node) => mapapp.el("span", `node-sign ${mapapp.nodeKinds(node).join(" ")}`);
mapapp.kindName = (kind) => kind.replace("-", " ");
mapapp.sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// The zoom from which a node is drawn: those worth a label first, then where goods or trains change, then the rest.
mapapp.nodeFrom = ({ kinds, named }) => {
  if (named) return 4;
  if (kinds.some((kind) => kind === "port" || kind === "border-crossing" || kind === "gauge-change")) return 5;
  return kinds.includes("station") ? 6 : 7;
};

// On the way that was chosen, where goods change trains or ships is drawn always.
mapapp.nodeFromOnWay = ({ kinds }) => kinds.some((kind) => kind === "port" || kind === "gauge-change") ? 0 : 4;
