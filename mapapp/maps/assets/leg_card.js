// The card of a way between two stops.
"use strict";

/**
 * @param {CardHolder} box
 * @param {PageData} data
 * @param {number} index of the leg
 * @param {L.LatLng} at where its line was touched
 * @param {L.LatLng[]} ends
 * @param {(() => HTMLElement | undefined) | null} opener gives what the keyboard comes back to; null for the mouse
 */
mapapp.openLeg = async (box, data, index, at, ends, opener) => {
  const words = await mapapp.words(box.map, data);
  if (!words) return;
  const { title, facts, cites } = words.legs[index];
  const rows = facts.map(([name, text]) => mapapp.fact(name, text));
  const head = mapapp.el("h2", "", title, mapapp.footnotes(cites, words.sources));
  const card = mapapp.el("div", "card", head, rows);
  const numbers = mapapp.citedBy({ cites });
  if (numbers.length) card.append(mapapp.sourceList(numbers, words.sources));
  box.open(at, card, { label: title, keep: ends, focus: Boolean(opener), opener: opener || undefined });
};
