// Where a card stands beside its point: whole in the map, off the places that it speaks of, with as little moving as can be.
"use strict";

/**
 * @typedef {object} Placing
 * @property {[x: number, y: number]} size of the map, in pixels
 * @property {[width: number, height: number]} card
 * @property {[x: number, y: number]} at the point that it belongs to
 * @property {[x: number, y: number][]} keep places that it speaks of, which it must not cover
 * @property {[x: number, y: number][]} rest other places, which it should not cover
 * @property {number} [half] half the width of what stands at the point
 * @property {number} foot what buttons and credits take at the foot of the map
 *
 * @typedef {{ side: string, left: number, top: number, pan: [x: number, y: number], tip: number }} Placed
 */

mapapp.GAP = 22; // pixels between a point and its card
mapapp.EDGE = 12; // and between a card and the edge of the map
mapapp.BUTTONS = 106; // pixels at the left that buttons take

/**
 * @param {Box} box
 * @param {number} by pixels on each side
 * @returns {Box}
 */
mapapp.grown = ([left, top, right, bottom], by) => [left - by, top - by, right + by, bottom + by];

/**
 * The best place of a card: its upper left corner seen from its point, how far the map has to move, and where its tip is.
 * @param {Placing} asked
 * @returns {Placed}
 */
mapapp.placeCard = (asked) => {
  let best = null;
  let least = Number.POSITIVE_INFINITY;
  for (const spot of mapapp.cardSpots(asked)) {
    const pan = mapapp.panInto(spot, asked);
    const cost = mapapp.cardCost(spot, pan, asked);
    if (cost < least) [best, least] = [{ ...spot, pan }, cost];
  }
  const { side, left, top, pan } = /** @type {NonNullable<typeof best>} */ (best);
  const along = side === "right" || side === "left" ? -top : -left;
  return { side, left, top, pan, tip: along };
};

/**
 * Right and left of the point at several heights, above and below it at several places.
 * @param {Placing} asked
 */
mapapp.cardSpots = ({ size, card: [width, height], at: [x, y], half = 0, foot }) => {
  /** @type {(from: number, low: number, high: number) => number} */
  const held = (from, low, high) => Math.max(low, Math.min(high, from));
  const slides = (/** @type {number} */ length, /** @type {number} */ free) =>
    [-length / 2, free, 28 - length, -28].map((start) => Math.round(held(start, 28 - length, -28)));
  const { EDGE, GAP, BUTTONS } = mapapp;
  const tops = slides(height, held(-height / 2, EDGE - y, size[1] - foot - height - y));
  const lefts = slides(width, held(-width / 2, BUTTONS - x, size[0] - EDGE - width - x));
  const away = Math.max(GAP, half + 8);
  return [
    ...tops.map((top) => ({ side: "right", left: away, top })),
    ...tops.map((top) => ({ side: "left", left: -away - width, top })),
    ...lefts.map((left) => ({ side: "above", left, top: -GAP - height })),
    ...lefts.map((left) => ({ side: "below", left, top: GAP + 14 })),
  ];
};

/**
 * How far everything has to move for the card to lie within the map.
 * @param {{ left: number, top: number }} spot
 * @param {Placing} asked
 * @returns {[x: number, y: number]}
 */
mapapp.panInto = ({ left, top }, { size, card: [width, height], at: [x, y], foot }) => {
  /** @type {(start: number, length: number, low: number, high: number) => number} */
  const into = (start, length, low, high) => Math.max(low - start, Math.min(0, high - start - length));
  const { EDGE, BUTTONS } = mapapp;
  return [into(x + left, width, BUTTONS, size[0] - EDGE), into(y + top, height, EDGE, size[1] - foot)];
};

/**
 * What a place costs: a covered place of which the card speaks most, then one that is moved out of sight, then the way.
 * @param {{ left: number, top: number }} spot
 * @param {[x: number, y: number]} pan
 * @param {Placing} asked
 */
mapapp.cardCost = ({ left, top }, [dx, dy], { size, card: [width, height], at: [x, y], keep, rest, foot }) => {
  /** @type {Box} */
  const card = [x + left, y + top, x + left + width, y + top + height];
  const around = 20;
  /** @type {(place: [number, number]) => boolean} */
  const covered = ([px, py]) => mapapp.overlap(card, [px - around, py - around, px + around, py + around]);
  /** @type {(place: [number, number]) => boolean} */
  const seen = ([px, py]) => mapapp.within([px, py, px, py], [around, around, size[0] - around, size[1] - foot]);
  /** @type {(place: [number, number]) => boolean} */
  const lost = ([px, py]) => !seen([px + dx, py + dy]);
  const own = [.../** @type {[number, number][]} */ ([[x, y]]), ...keep];
  return (
    10_000 * keep.filter(covered).length +
    4_000 * own.filter(lost).length +
    120 * rest.filter(covered).length +
    30 * rest.filter((place) => seen(place) && lost(place)).length +
    Math.hypot(dx, dy)
  );
};
