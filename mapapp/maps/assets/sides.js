// The two sides of a comparison: their letters, titles and colours. A single tour has none.
"use strict";

/** @type {{ sides: [letter: string, title: string][], hues: number[], starts: string[] }} */
mapapp.compared = { sides: [], hues: [], starts: [] };

/**
 * What this page compares.
 * @param {Sides} told
 */
mapapp.compare = ({ sides = [], hues = [], starts = [] }) => {
  mapapp.compared = { sides, hues, starts };
};

/**
 * The first day of travel, where days are counted from it and both sides have one; else null.
 * @param {string} [align]
 */
mapapp.dayOne = (align) => {
  const [first, second] = mapapp.compared.starts;
  return align === "travel" && first && second ? mapapp.dayNumber(first) : null;
};

/**
 * The days of events where they stand on a timeline: with "travel" those of the second side under those of the first.
 * @param {Card[]} cards
 * @param {Days[]} days
 * @param {string} [align]
 */
mapapp.aligned = (cards, days, align) => {
  const one = mapapp.dayOne(align);
  if (one === null) return days;
  const shift = one - mapapp.dayNumber(mapapp.compared.starts[1]);
  const moved = (/** @type {string} */ day) => mapapp.isoDay(mapapp.dayNumber(day) + shift);
  return days.map((own, i) => (mapapp.sideOf(cards[i].letter) === 1 && mapapp.isKnown(own) ? own.map(moved) : own));
};

/**
 * The scale of a timeline, whose events it puts in their places: by date, or by day of travel, of which handles know
 * nothing.
 * @param {{ box: HTMLElement, events: Card[], days: Days[], placed: Days[], clocked: (Span | null)[], view: TimeView }} timeline
 * @param {number} width pixels
 */
mapapp.scaleOf = (timeline, width) => {
  const { box, events, days, view } = timeline;
  const one = mapapp.dayOne(view.align);
  timeline.placed = mapapp.aligned(events, days, view.align);
  box.classList.toggle("travel", one !== null);
  const { placed } = timeline;
  timeline.clocked = events.map(({ clock }, i) => (one === null ? mapapp.clocked(placed[i], clock) : null));
  const { clocked } = timeline;
  const day = mapapp.dayNumber(mapapp.alone(view));
  const spans = placed.filter(mapapp.isKnown).map(mapapp.spanOf);
  const scale = new mapapp.TimeScale(spans, width, day, (alone) => mapapp.hoursOf(clocked, alone));
  if (one !== null)
    scale.labels = (measure) =>
      scale.columns.map((column) => {
        const forms = mapapp.travelWords(column.from, column.to, one);
        return [forms.find((form) => measure(form) <= column.width) || "", ""];
      });
  return scale;
};

/**
 * The words for days of travel, the longest first; the day before the first is −1.
 * @param {number} from
 * @param {number} to the day after the last
 * @param {number} one the first day of travel
 */
mapapp.travelWords = (from, to, one) => {
  const [first, last] = [from, to - 1].map((day) => day - one + (day < one ? 0 : 1));
  if (first === last) return [mapapp.tr("Day {n}", { n: first }), mapapp.number(first)];
  return [mapapp.tr("Days {first} to {last}", { first, last }), `${mapapp.number(first)} …`];
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
 * Whether a traveller is on the second side of a comparison, whose ways look different also without their colour.
 * @param {number | null} traveller
 */
mapapp.isSecond = (traveller) => traveller !== null && mapapp.compared.hues[traveller] === 1;

/**
 * The strokes and gaps of a way in pixels: dashed where no source states the mode; a dot between the strokes tells the
 * second side. `mapapp/exports/picture/symbols.py` draws the same in pictures.
 * @param {string} mode
 * @param {boolean} second
 */
mapapp.strokesOf = (mode, second) => {
  if (second) return mode === "unknown" ? "9 6 0.5 6" : "26 6 0.5 6";
  return mode === "unknown" ? "7 7" : undefined;
};

/**
 * Which side it is: its letter and title; null for a single tour.
 * @param {string} [letter]
 */
mapapp.sideTitle = (letter) => {
  const [own, title] = mapapp.compared.sides[mapapp.sideOf(letter)] || [];
  return own && title ? mapapp.tr("{letter}: {title}", { letter: own, title }) : null;
};
