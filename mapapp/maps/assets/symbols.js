// Discs and symbols of marks, as elements that Leaflet's DivIcon takes.
"use strict";

mapapp.SIZES = { first: 28, other: 22, ghost: 34 };

mapapp.isOff = (status) => status === "postponed" || status === "cancelled";
mapapp.isOpen = (status) => status === "announced" || status === "confirmed";

// A numbered disc, a star for a summit, a diamond for another event outside the stops.
mapapp.disc = function (mark, size) {
  const status = mark.status || "held";
  const kind = mapapp.isOff(status) ? "off" : mapapp.isOpen(status) ? "open" : "held";
  const text = mark.label || { summit: "★", event: "◆" }[mark.symbol] || "";
  const disc = mapapp.el("span", `disc ${mark.symbol || "stop"} ${kind}${mark.doubtful ? " doubtful" : ""}`, text);
  disc.style.setProperty("--disc", mapapp.colour(mark.traveller));
  disc.style.height = size + "px";
  disc.style.minWidth = size + "px";
  if (size < mapapp.SIZES.first || text.length > 3) disc.classList.add("small");
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
  const who = mark.traveller === undefined ? "" : `, ${travellers[mark.traveller]}, stop ${mark.label}`;
  const events = (mark.events || []).length;
  const count = events ? `, ${events} ${events === 1 ? "event" : "events"}` : "";
  return mark.title + who + count + (mark.status ? `, ${mark.status}` : "") + (mark.doubtful ? ", place in doubt" : "");
};
