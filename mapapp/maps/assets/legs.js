// The ways between stops, their arrows, and the ties to other places on record.
"use strict";

mapapp.Legs = class {
  FEW = 200; // more ways than this cannot be told apart; they are drawn when a filter leaves fewer

  /**
   * @param {L.Map} map
   * @param {PageData} data
   * @param {Mark[]} marks where the legs begin and end
   * @param {boolean} written whether Folium wrote all legs, otherwise they are drawn here
   */
  constructor(map, data, marks, written) {
    this.map = map;
    this.data = data;
    this.marks = marks;
    this.written = written;
    /** @type {Leg[]} */
    this.shown = [];
    /** @type {Set<Ghost>} */
    this.ghosts = new Set();
    /** @type {[leg: Leg, line: L.Polyline][]} */
    this.drawn = [];
    this.arrows = L.layerGroup().addTo(feature_group_itinerary);
    map.on("zoomend", () => this.drawArrows());
  }

  /**
   * @param {Leg[]} legs
   * @param {Ghost[]} ghosts
   */
  show(legs, ghosts) {
    this.shown = legs;
    this.ghosts = new Set(ghosts);
    if (!this.written) this.write();
    this.style();
    this.drawArrows();
  }

  get tooMany() {
    return !this.written && this.shown.length > this.FEW;
  }

  write() {
    geo_json_legs.clearLayers();
    if (this.tooMany) return;
    for (const leg of this.shown) {
      const line = mapapp.arc(this.marks[leg.from].at, this.marks[leg.to].at);
      for (const piece of mapapp.cut(line, this.data.middle)) {
        geo_json_legs.addData(mapapp.lineFeature(this.data.legs.indexOf(leg), piece));
      }
    }
  }

  style() {
    const shown = new Set(this.shown);
    this.drawn = [];
    for (const [line, leg] of mapapp.linesOf(geo_json_legs, this.data.legs)) {
      const there = shown.has(leg);
      const dashArray = leg.mode === "unknown" ? "7 7" : undefined;
      line.setStyle({ color: mapapp.computed(leg.traveller), weight: 2.5, opacity: there ? 1 : 0, dashArray });
      line.options.interactive = false;
      if (there) this.drawn.push([leg, line]);
    }
    for (const [line, ghost] of mapapp.linesOf(geo_json_ties, this.data.ghosts)) {
      const opacity = this.ghosts.has(ghost) ? 0.6 : 0;
      line.setStyle({ color: mapapp.computed(null), weight: 1.5, opacity, dashArray: "1 6" });
    }
  }

  drawArrows() {
    this.arrows.clearLayers();
    for (const [leg, line] of this.drawn) {
      const points = /** @type {L.LatLng[]} */ (line.getLatLngs());
      const middle = Math.floor(points.length / 2);
      // Not in whole pixels, which are too few.
      const [a, b] = [points[middle - 1], points[middle]].map((point) => this.map.project(point));
      const arrow = mapapp.el("span", "arrow");
      arrow.style.setProperty("--disc", mapapp.colour(leg.traveller));
      arrow.style.transform = `rotate(${Math.atan2(b.y - a.y, b.x - a.x)}rad)`;
      const icon = L.divIcon({ html: arrow, className: "arrow-icon", iconSize: [12, 12] });
      L.marker(points[middle], { icon, interactive: false, keyboard: false }).addTo(this.arrows);
    }
  }

  /** Lines that labels keep off. */
  lines() {
    return this.drawn.map(([, line]) => /** @type {L.LatLng[]} */ (line.getLatLngs()));
  }
};

/**
 * Points along the great circle between two places, by interpolating their unit vectors. Longitudes run on over the edge
 * of the world.
 * @param {{ lat: number, lng: number }} from
 * @param {{ lat: number, lng: number }} to
 * @param {number} steps
 */
mapapp.arc = (from, to, steps = 24) => {
  const rad = Math.PI / 180;
  /** @param {{ lat: number, lng: number }} place */
  const vector = ({ lat, lng }) => [
    Math.cos(lat * rad) * Math.cos(lng * rad),
    Math.cos(lat * rad) * Math.sin(lng * rad),
    Math.sin(lat * rad),
  ];
  const [a, b] = [vector(from), vector(to)];
  const angle = Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  /** @type {Position[]} */
  const points = [[from.lng, from.lat]];
  /**
   * @param {number} longitude
   * @param {number} latitude
   */
  const run = (longitude, latitude) => {
    const turns = Math.round((points[points.length - 1][0] - longitude) / 360);
    points.push([longitude + 360 * turns, latitude]);
  };
  const pieces = Math.sin(angle) < 1e-9 ? 1 : steps;
  for (let i = 1; i < pieces; i++) {
    const [p, q] = [1 - i / pieces, i / pieces].map((part) => Math.sin(part * angle) / Math.sin(angle));
    const [x, y, z] = a.map((_, axis) => p * a[axis] + q * b[axis]);
    run(Math.atan2(y, x) / rad, Math.atan2(z, Math.hypot(x, y)) / rad);
  }
  run(to.lng, to.lat);
  return points;
};

/**
 * A line in pieces within half a turn of the middle: what runs over one edge of the world comes in at the other.
 * @param {Position[]} points
 * @param {number} middle
 */
mapapp.cut = (points, middle) => {
  /** @type {Position[]} */
  let piece = [points[0]];
  const pieces = [piece];
  let turn = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    const next = Math.round((b[0] - middle) / 360);
    if (next !== turn) {
      const edge = middle + 180 * (turn + next);
      const latitude = a[1] + ((edge - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
      piece.push([edge - 360 * turn, latitude]);
      piece = [[edge - 360 * next, latitude]];
      pieces.push(piece);
      turn = next;
    }
    piece.push([b[0] - 360 * turn, b[1]]);
  }
  return pieces;
};
