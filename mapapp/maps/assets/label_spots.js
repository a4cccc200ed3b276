// Where names and days may stand beside their points, and what is in their way.
"use strict";

/**
 * Where legend, scale and buttons lie over the map, in its pixels.
 * @param {L.Map} map
 * @returns {Box[]}
 */
mapapp.controls = (map) => mapapp.boxesOver(map, map.getContainer().querySelectorAll(".leaflet-control"));

/**
 * Where the column of a story lies over the map, in its pixels: no place for the names of countries, seas and cities.
 * @param {L.Map} map
 * @returns {Box[]}
 */
mapapp.columns = (map) =>
  mapapp.boxesOver(map, map.getContainer().parentElement?.querySelectorAll(":scope > .story") || []);

/**
 * @param {L.Map} map
 * @param {Iterable<Element>} elements
 * @returns {Box[]}
 */
mapapp.boxesOver = (map, elements) => {
  const frame = map.getContainer().getBoundingClientRect();
  return [...elements].map((control) => {
    const { left, top, right, bottom } = control.getBoundingClientRect();
    return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top];
  });
};

/** Where they lie; asked only when that may have changed, because the answer costs a layout of the page. */
mapapp.Covered = class {
  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
    /** @type {Box[] | null} */
    this.known = null;
    map.on("resize covered", () => this.forget());
  }

  forget() {
    this.known = null;
  }

  /** @param {{ whole(): void }} legend of which all rows count: which of them go is known when the names stand */
  boxes(legend) {
    if (!this.known) {
      legend.whole();
      this.known = mapapp.controls(this.map);
    }
    return this.known;
  }
};

/** Points along lines, near enough to each other that none slips through a label; kept until the map moves. */
mapapp.LinePoints = class {
  /** @type {WeakMap<L.LatLng[], Box[]>} */
  known = new WeakMap();
  where = "";

  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
  }

  /** @param {L.LatLng[][]} lines */
  of(lines) {
    const where = `${this.map.getZoom()} ${this.map.getPixelOrigin()}`;
    if (where !== this.where) this.known = new WeakMap();
    this.where = where;
    const near = new mapapp.Near();
    for (const line of lines) {
      const points = this.known.get(line) || this.along(line);
      this.known.set(line, points);
      for (const point of points) near.push(point);
    }
    return near;
  }

  /** @param {L.LatLng[]} line */
  along(line) {
    /** @type {Box[]} */
    const points = [];
    const drawn = line.map((at) => this.map.latLngToLayerPoint(at));
    for (let i = 1; i < drawn.length; i++) {
      const [a, b] = [drawn[i - 1], drawn[i]];
      const steps = Math.max(1, Math.ceil(b.distanceTo(a) / 12));
      for (let s = 0; s < steps; s++) {
        const [x, y] = [a.x + ((b.x - a.x) * s) / steps, a.y + ((b.y - a.y) * s) / steps];
        points.push([x, y, x, y]);
      }
    }
    return points;
  }
};

/**
 * Where a label of a size may stand beside its point, the best place first: the offsets of its upper left corner.
 * @param {LabelWish} label
 * @param {number} width
 * @param {number} height
 * @param {number} zoom
 * @returns {[x: number, y: number][]}
 */
mapapp.labelSpots = (label, width, height, zoom) => {
  const [dx, dy] = label.shift || [0, 0];
  if (dx || dy) {
    const spots = mapapp.labelSpots({ ...label, shift: undefined }, width, height, zoom);
    return spots.map(([x, y]) => [x + dx, y + dy]);
  }
  const gap = label.gap || [0, 0]; // half width to the left and right of the point that the symbol takes
  const reach = label.reach || 4; // half height of the symbol
  /** @typedef {[number, number]} At */
  const right = /** @type {At} */ ([gap[1] + 3, -height / 2]);
  const left = /** @type {At} */ ([-gap[0] - width - 3, -height / 2]);
  const below = /** @type {At} */ ([-width / 2, reach + 1]);
  const above = /** @type {At} */ ([-width / 2, -reach - height - 1]);
  if (label.kind === "beyond") {
    const aligned = [0, -width / 2, -width].flatMap((x) => [below[1], above[1]].map((y) => /** @type {At} */ ([x, y])));
    return [...aligned, right, left];
  }
  if (label.kind === "country" || label.kind === "sea") {
    const reach = 6 * 2 ** Math.min(4, zoom - label.zoom); // a name pushed far from a small country misleads
    const near = mapapp.around(Math.ceil(reach / 8), 8);
    return near.map(([x, y]) => [1.6 * x - width / 2, y - height / 2]);
  }
  if (label.kind === "city" || label.kind === "ghost") return [right, left, below, above];
  const [low, high, far] = [reach - 2, 2 - reach - height, -gap[0] - width];
  const corners = [low, high].flatMap((y) => [gap[1], far].map((x) => /** @type {At} */ ([x, y])));
  return [...(label.kind === "stop" ? [below, right, above, left] : [right, left, below, above]), ...corners];
};

/**
 * Where days may stand at a name: in line with its edge that is next to the disc, or in its middle.
 * @param {Box} name
 * @param {[x: number, y: number]} offset of its upper left corner from its point
 * @param {number} width of the days
 * @param {number} height
 * @returns {[x: number, y: number][]}
 */
mapapp.daySpots = (name, [x, y], width, height) => {
  const [wide, high] = [name[2] - name[0], name[3] - name[1]];
  const start = x > 0 ? x : x + wide < 0 ? x + wide - width : x + (wide - width) / 2;
  return [
    [start, y + high],
    [start, y - height],
    [x + wide + 1, y + 2],
    [x - width - 1, y + 2],
  ];
};

/**
 * @param {Box} a
 * @param {Box} b
 */
mapapp.within = (a, b) => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];

/**
 * @param {Box} a
 * @param {Box} b
 */
mapapp.overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/**
 * Tells of a city whether the map has its name already: in the same words, or, perhaps in those of another language,
 * beside a node of the corridor that is within 12 km.
 * @param {LabelWish[]} labels
 * @param {number} zoom
 * @returns {(city: LabelWish) => boolean}
 */
mapapp.alreadySaid = (labels, zoom) => {
  const texts = new Set(labels.map(({ text }) => text));
  const nodes = labels.filter(({ kind, zoom: from }) => (kind === "node" || kind === "end") && from <= zoom);
  return (city) => texts.has(city.text) || nodes.some(({ at }) => at.distanceTo(city.at) < 12_000);
};
