// The two sides of a comparison: their letters, titles and colours. A single tour has none.
"use strict";

/** @type {{ sides: [letter: string, title: string][], hues: number[] }} */
mapapp.compared = { sides: [], hues: [] };

/**
 * What this page compares.
 * @param {{ sides?: [letter: string, title: string][], hues?: number[] }} told
 */
mapapp.compare = ({ sides = [], hues = [] }) => {
  mapapp.compared = { sides, hues };
};

/**
 * The number of the side with a letter, -1 for none.
 * @param {string} [letter]
 */
mapapp.sideOf = (letter) => mapapp.compared.sides.findIndex(([own]) => own === letter);

/**
 * The name of the colour of a traveller, or of what belongs to nobody; in a comparison that of the side.
 * @param {{ traveller?: number | null, letter?: string }} mark
 */
mapapp.hue = ({ traveller, letter }) => {
  const side = mapapp.sideOf(letter);
  if (side >= 0) return `--traveller-${side}`;
  if (typeof traveller !== "number") return "--other-event";
  return `--traveller-${(mapapp.compared.hues[traveller] ?? traveller) % 7}`;
};

/**
 * Which side it is: its letter and title; null for a single tour.
 * @param {string} [letter]
 */
mapapp.sideTitle = (letter) => {
  const [own, title] = mapapp.compared.sides[mapapp.sideOf(letter)] || [];
  return own && title ? mapapp.tr("{letter}: {title}", { letter: own, title }) : null;
};
