// The ways between stops, their arrows, and the ties to other places on record.
"use strict";

mapapp.Legs = class {
  FEW = 200; // more ways than this cannot be told apart; they are drawn when a filter leaves fewer

  /**
   * @param {L.Map} map
   * @param {PageData} data
   * @param {Mark[]} marks where the legs begin and end
   * @param {boolean} written whether Folium wrote all legs, otherwise they are drawn here
   * @param {(leg: Leg, at: L.LatLng, opener: (() => HTMLElement | undefined) | null) => void} opened told of a click on
   *   one, or of a key on its arrow, which is given then
   */
  constructor(map, data, marks, written, opened) {
    this.map = map;
    this.data = data;
    this.marks = marks;
    this.written = written;
    this.opened = opened;
    /** @type {Leg[]} */
    this.shown = [];
    /** @type {Set<Ghost>} */
    this.ghosts = new Set();
    /** @type {[leg: Leg, line: L.Polyline][]} */
    this.drawn = [];
    this.numbers = new Map(data.legs.map((leg, number) => [leg, number]));
    /** @type {Map<Leg, L.Layer[]>} */
    this.lined = new Map(); // the lines of legs that are drawn here
    /** @type {WeakMap<L.Polyline, string>} */
    this.styles = new WeakMap();
    this.arrows = new mapapp.Standing(L.layerGroup().addTo(feature_group_itinerary));
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

  /** Draw the lines that are new, take away those that go. */
  write() {
    const wanted = this.tooMany ? [] : this.shown;
    const there = new Set(wanted);
    for (const [leg, lines] of this.lined) {
      if (there.has(leg)) continue;
      for (const line of lines) geo_json_legs.removeLayer(line);
      this.lined.delete(leg);
    }
    for (const leg of wanted) {
      if (this.lined.has(leg)) continue;
      const arc = mapapp.arc(this.marks[leg.from].at, this.marks[leg.to].at);
      const pieces = mapapp.cut(arc, this.data.middle).map((piece) => mapapp.lineFeature(this.number(leg), piece));
      const lines = L.geoJSON(pieces, geo_json_legs.options).getLayers();
      for (const line of lines) geo_json_legs.addLayer(line);
      this.lined.set(leg, lines);
    }
  }

  /** @param {Leg} leg */
  number(leg) {
    return this.numbers.get(leg) ?? -1;
  }

  style() {
    const shown = new Set(this.shown);
    this.drawn = [];
    for (const [line, leg] of mapapp.linesOf(geo_json_legs, this.data.legs)) {
      const there = shown.has(leg);
      const color = mapapp.computed(leg.traveller);
      const dashArray = mapapp.strokesOf(leg.mode, mapapp.isSecond(leg.traveller));
      const before = this.styles.get(line);
      const now = `${color} ${there} ${dashArray}`;
      if (!before) line.on("click", (event) => this.opened(leg, event.latlng, null));
      if (before !== now) line.setStyle({ color, weight: 2.5, opacity: there ? 1 : 0, dashArray });
      this.styles.set(line, now);
      line.options.interactive = there;
      if (there) this.drawn.push([leg, line]);
    }
    this.drawn.sort(([one], [other]) => this.number(one) - this.number(other)); // whichever came first
    for (const [line, ghost] of mapapp.linesOf(geo_json_ties, this.data.ghosts)) {
      const opacity = this.ghosts.has(ghost) ? 0.6 : 0;
      line.setStyle({ color: mapapp.computed(null), weight: 1.5, opacity, dashArray: "1 6" });
    }
  }

  drawArrows() {
    const lines = this.drawn.map(([leg, line]) => {
      const points = /** @type {L.LatLng[]} */ (line.getLatLngs());
      const middle = Math.floor(points.length / 2);
      const key = `${this.number(leg)} ${points[middle]}`;
      return /** @type {const} */ ([key, () => this.arrow(leg, points[middle - 1], points[middle])]);
    });
    this.arrows.show(new Map(lines));
  }

  /**
   * @param {Leg} leg
   * @param {L.LatLng} before
   * @param {L.LatLng} at
   */
  arrow(leg, before, at) {
    const html = mapapp.el("span", "arrow");
    html.style.setProperty("--disc", mapapp.colour(leg.traveller));
    const [a, b] = [before, at].map((point) => this.map.project(point)); // not in whole pixels, which are too few
    html.style.transform = `rotate(${Math.atan2(b.y - a.y, b.x - a.x)}rad)`;
    const icon = L.divIcon({ html, className: "arrow-icon", iconSize: [12, 12] });
    const [start, end] = [this.marks[leg.from].title, this.marks[leg.to].title];
    const words = mapapp.tr("From {start} to {end}", { start, end });
    const marker = L.marker(at, { icon, title: words, alt: words, zIndexOffset: -500 }); // a short way is under its discs
    marker.on("click", () => this.opened(leg, at, null));
    marker.on("add", () => {
      const element = marker.getElement();
      element?.setAttribute("aria-label", words);
      if (element) mapapp.onEnter(element, () => this.opened(leg, at, () => marker.getElement()));
    });
    return marker;
  }

  /**
   * Where ways leave the map for a stop that is out of sight, the name of that stop.
   * @param {Box[]} covered by legend and buttons, where nothing can be read
   * @returns {LabelWish[]}
   */
  beyond(covered) {
    const size = this.map.getSize();
    return this.drawn.flatMap(([leg, line]) => {
      const points = /** @type {L.LatLng[]} */ (line.getLatLngs());
      const pixels = points.map((point) => this.map.latLngToContainerPoint(point));
      const found = mapapp.leaves(
        pixels.map(({ x, y }) => [x, y]),
        [size.x, size.y],
        covered,
      );
      if (!found) return [];
      const text = found.ahead
        ? mapapp.tr("to {place}", { place: this.marks[leg.to].title })
        : mapapp.tr("from {place}", { place: this.marks[leg.from].title });
      return [{ text, at: points[found.index], kind: "beyond", zoom: 0, gap: [6, 6], reach: 8 }];
    });
  }

  /**
   * The names of travellers along their ways.
   * @returns {LineName[]}
   */
  names() {
    return this.data.travellers.flatMap((text, traveller) => {
      const drawn = this.drawn.filter(([leg]) => leg.traveller === traveller);
      const lines = drawn.map(([, line]) => /** @type {L.LatLng[]} */ (line.getLatLngs()));
      const arrows = lines.map((points) => points[Math.floor(points.length / 2)]);
      return lines.length ? [{ key: `traveller-${traveller}`, kind: "along", text, traveller, lines, arrows }] : [];
    });
  }

  /** Lines that labels keep off. */
  lines() {
    return this.drawn.map(([, line]) => /** @type {L.LatLng[]} */ (line.getLatLngs()));
  }
};

/**
 * Where a line with one end in sight leaves the map: its last point in sight, and whether it leads on from there.
 * @param {[x: number, y: number][]} line in pixels of the map
 * @param {[x: number, y: number]} size of the map
 * @param {Box[]} covered by legend and buttons, where nothing can be read
 */
mapapp.leaves = (line, [width, height], covered) => {
  const edge = 26;
  const inside = line.map(([x, y]) => x > edge && y > edge && x < width - edge && y < height - edge);
  const [first, last] = [inside[0], inside[inside.length - 1]];
  if (first === last) return null;
  const step = first ? -1 : 1;
  let index = first ? inside.indexOf(false) - 1 : inside.lastIndexOf(false) + 1;
  /** @type {(at: [number, number]) => boolean} */
  const hidden = ([x, y]) => covered.some((box) => mapapp.overlap(box, [x - 4, y - 12, x + 4, y + 12]));
  while (line[index + step] && hidden(line[index])) index += step;
  return { index, ahead: first };
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
