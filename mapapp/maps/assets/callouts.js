// Callouts: a few words of the author's beside a place, with a thin line to it; where there is room. Pictures follow the
// same rule (mapapp/exports/picture/callouts.py); the cases in tests/fixtures/callouts.json hold for both.
"use strict";

mapapp.CALLOUT = { away: [26, 48, 76, 110], reach: 20, step: 6, wide: 190, padding: 3 };

/**
 * Where a callout of a size may stand about a point, the best place first: nearest, right of it and above.
 * @param {[x: number, y: number]} point
 * @param {[width: number, height: number]} size
 * @returns {Box[]}
 */
mapapp.calloutBoxes = ([x, y], [width, height]) =>
  mapapp.CALLOUT.away.flatMap((away) => {
    const [right, left, above, below] = [x + away, x - away - width, y - away - height, y + away];
    const [middle, level] = [x - width / 2, y - height / 2];
    const corners = [
      [right, above + away / 2],
      [left, above + away / 2],
      [right, below - away / 2],
      [left, below - away / 2],
      [right, level],
      [left, level],
      [middle, above],
      [middle, below],
      ...[0.85, 0.15].flatMap((share) => [above, below].map((top) => [x - share * width, top])),
    ];
    return corners.map(([l, t]) => /** @type {Box} */ ([l, t, l + width, t + height]));
  });

/**
 * The line from a point to the nearest edge of a box; it leaves the symbol at the point free.
 * @param {[x: number, y: number]} point
 * @param {Box} box
 * @returns {[from: [x: number, y: number], to: [x: number, y: number]]}
 */
mapapp.leader = ([x, y], [left, top, right, bottom]) => {
  const [tx, ty] = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
  const long = Math.hypot(tx - x, ty - y) || 1;
  const start = Math.min(mapapp.CALLOUT.reach, long);
  return [
    [x + ((tx - x) * start) / long, y + ((ty - y) * start) / long],
    [tx, ty],
  ];
};

/**
 * The first free place for a callout: inside what is seen, off what is taken, its line through nothing that is taken.
 * @param {[x: number, y: number]} point
 * @param {[width: number, height: number]} size
 * @param {Box} inside
 * @param {{ hit(box: Box, but?: Box): boolean }} taken
 * @param {{ hit(box: Box): boolean }} crossed points of lines that the words keep off
 * @param {Box} [own] of what is taken, the box of the symbol at the point, from which the line comes
 * @returns {{ box: Box, leader: [from: [number, number], to: [number, number]] } | null}
 */
mapapp.calloutSpot = (point, size, inside, taken, crossed, own) => {
  for (const box of mapapp.calloutBoxes(point, size)) {
    if (!mapapp.within(box, inside) || taken.hit(box) || crossed.hit(box)) continue;
    const leader = mapapp.leader(point, box);
    if (mapapp.pointsOf(leader).some(([x, y]) => taken.hit([x, y, x, y], own))) continue;
    return { box, leader };
  }
  return null;
};

/**
 * What is kept free around a point of a leader.
 * @param {[x: number, y: number]} point
 * @returns {Box}
 */
mapapp.beside = ([x, y]) => [x - 4, y - 4, x + 4, y + 4];

/**
 * Points along a straight line.
 * @param {[from: [x: number, y: number], to: [x: number, y: number]]} line
 * @returns {[x: number, y: number][]}
 */
mapapp.pointsOf = ([[ax, ay], [bx, by]]) => {
  const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / mapapp.CALLOUT.step));
  return Array.from({ length: steps + 1 }, (_, i) => [ax + ((bx - ax) * i) / steps, ay + ((by - ay) * i) / steps]);
};

/**
 * The callouts whose event, or stay, the view leaves.
 * @param {CalloutData[]} callouts
 * @param {Uint8Array | null} visible the bits of the events; null: all
 * @param {Set<number> | null} alone indices of marks without events; null: all
 */
mapapp.calloutsLeft = (callouts, visible, alone) =>
  callouts
    .filter(({ event }) => event === undefined || mapapp.isSet(visible, event))
    .filter(({ mark }) => mark === undefined || !alone || alone.has(mark))
    .map(({ text, at }) => ({ text, at: L.latLng(at[1], at[0]) }));

mapapp.Callouts = class {
  /** @param {InstanceType<typeof mapapp.Labels>} labels */
  constructor(labels) {
    this.labels = labels;
    /** @type {{ text: string, at: L.LatLng }[]} */
    this.wanted = [];
  }

  /** @param {Taken} taken */
  draw(taken) {
    const { map, inside, crossed } = this.labels;
    for (const { text, at } of this.wanted) {
      const { x, y } = map.latLngToLayerPoint(at);
      if (!mapapp.within([x, y, x, y], inside)) continue;
      const spot = mapapp.calloutSpot([x, y], this.size(text), inside, taken, crossed);
      if (!spot) continue;
      // So that no other leader crosses this one, or slips between it and its words.
      taken.push(mapapp.grown(spot.box, 4));
      for (const point of mapapp.pointsOf(spot.leader)) taken.push(mapapp.beside(point));
      const towards = spot.box[2] <= x ? "right" : spot.box[0] >= x ? "left" : "center"; // its line
      this.put(text, towards, spot);
    }
  }

  /**
   * @param {string} text
   * @returns {[width: number, height: number]}
   */
  size(text) {
    const { pane, widths } = this.labels;
    const known = widths.get(`callout${text}`);
    if (known) return known;
    const words = this.words(text);
    pane.append(words);
    const { offsetWidth, offsetHeight } = words;
    words.remove();
    widths.set(`callout${text}`, [offsetWidth + 2, offsetHeight]);
    return [offsetWidth + 2, offsetHeight];
  }

  /** @param {string} text */
  words(text) {
    return mapapp.el("span", "label callout", ...mapapp.told(text));
  }

  /**
   * @param {string} text
   * @param {string} towards
   * @param {{ box: Box, leader: [from: [number, number], to: [number, number]] }} spot
   */
  put(text, towards, { box, leader }) {
    this.line(leader);
    const html = () => {
      const words = this.words(text);
      words.style.textAlign = towards;
      return words;
    };
    const corner = this.labels.map.layerPointToLatLng(L.point(box[0], box[1]));
    this.labels.stand(`callout ${towards} ${text}`, corner, html, [0, 0]);
  }

  /** @param {[from: [number, number], to: [number, number]]} leader */
  line(leader) {
    const ends = leader.map(([x, y]) => this.labels.map.layerPointToLatLng(L.point(x, y)));
    const look = { pane: "labels", interactive: false, color: mapapp.property("ink"), weight: 1 };
    this.labels.wanted.set(`leader ${look.color} ${ends}`, () => L.polyline(ends, { ...look }));
  }
};
