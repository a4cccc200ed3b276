// The ways between stops, their arrows, and the ties to other places on record.
"use strict";

mapapp.Legs = class {
  FEW = 200; // more ways than this cannot be told apart; they are drawn when a filter leaves fewer

  // marks: where the legs begin and end; written: whether Folium wrote all legs, otherwise they are drawn here
  constructor(map, data, marks, written) {
    Object.assign(this, { map, data, marks, written, shown: [], drawn: [] });
    this.arrows = L.layerGroup().addTo(feature_group_itinerary);
    map.on("zoomend", () => this.drawArrows());
  }

  show(legs, ghosts) {
    this.shown = legs;
    this.ghosts = new Set(ghosts);
    if (!this.written) this.write();
    this.style();
    this.drawArrows();
  }

  get tooMany() { return !this.written && this.shown.length > this.FEW; }

  write() {
    geo_json_legs.clearLayers();
    if (this.tooMany) return;
    for (const leg of this.shown) {
      const [from, to] = [leg.from, leg.to].map((index) => this.marks[index].at);
      for (const coordinates of mapapp.cut(mapapp.arc(from, to), this.data.middle)) {
        geo_json_legs.addData({ type: "Feature", properties: { id: this.data.legs.indexOf(leg) }, geometry: { type: "LineString", coordinates } });
      }
    }
  }

  style() {
    const shown = new Set(this.shown);
    this.drawn = [];
    geo_json_legs.eachLayer((line) => {
      const leg = this.data.legs[line.feature.properties.id];
      const dashArray = leg.mode === "unknown" ? "7 7" : null;
      line.setStyle({ color: mapapp.computed(leg.traveller), weight: 2.5, opacity: shown.has(leg) ? 1 : 0, dashArray, interactive: false });
      if (shown.has(leg)) this.drawn.push([leg, line]);
    });
    geo_json_ties.eachLayer((line) => {
      const there = this.ghosts.has(this.data.ghosts[line.feature.properties.id]);
      line.setStyle({ color: mapapp.computed(null), weight: 1.5, opacity: there ? 0.6 : 0, dashArray: "1 6" });
    });
  }

  drawArrows() {
    this.arrows.clearLayers();
    for (const [leg, line] of this.drawn) {
      const points = line.getLatLngs();
      const middle = Math.floor(points.length / 2);
      const [a, b] = [points[middle - 1], points[middle]].map((p) => this.map.project(p)); // not in whole pixels, which are too few
      const arrow = mapapp.el("span", "arrow");
      arrow.style.setProperty("--disc", mapapp.colour(leg.traveller));
      arrow.style.transform = `rotate(${Math.atan2(b.y - a.y, b.x - a.x)}rad)`;
      const icon = L.divIcon({ html: arrow, className: "arrow-icon", iconSize: [12, 12] });
      L.marker(points[middle], { icon, interactive: false, keyboard: false }).addTo(this.arrows);
    }
  }

  // Lines that labels keep off.
  lines() { return this.drawn.map(([, line]) => line.getLatLngs()); }
};

// Points [longitude, latitude] along the great circle between two places, by interpolating their unit vectors.
mapapp.arc = function (from, to, steps = 24) {
  const rad = Math.PI / 180;
  const vector = ({ lat, lng }) => [Math.cos(lat * rad) * Math.cos(lng * rad), Math.cos(lat * rad) * Math.sin(lng * rad), Math.sin(lat * rad)];
  const [a, b] = [vector(from), vector(to)];
  const angle = Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  const points = [[from.lng, from.lat]];
  const run = (longitude, latitude) => points.push([longitude + 360 * Math.round((points.at(-1)[0] - longitude) / 360), latitude]);
  if (Math.sin(angle) < 1e-9) steps = 1;
  for (let i = 1; i < steps; i++) {
    const [p, q] = [Math.sin((1 - i / steps) * angle), Math.sin((i / steps) * angle)].map((s) => s / Math.sin(angle));
    const [x, y, z] = a.map((_, axis) => p * a[axis] + q * b[axis]);
    run(Math.atan2(y, x) / rad, Math.atan2(z, Math.hypot(x, y)) / rad);
  }
  run(to.lng, to.lat);
  return points;
};

// A line in pieces within half a turn of the middle: what runs over one edge of the world comes in at the other.
mapapp.cut = function (points, middle) {
  const pieces = [[points[0]]];
  let turn = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    const next = Math.round((b[0] - middle) / 360);
    if (next !== turn) {
      const edge = middle + 180 * (turn + next);
      const latitude = a[1] + ((edge - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
      pieces.at(-1).push([edge - 360 * turn, latitude]);
      pieces.push([[edge - 360 * next, latitude]]);
      turn = next;
    }
    pieces.at(-1).push([b[0] - 360 * turn, b[1]]);
  }
  return pieces;
};
