// Very many marks: dots on one canvas. Those too near to each other are one disc that says how many events it holds.
//
// Leaflet documents no layer to draw on. L.Canvas brings the surface that pans, zooms and prints with the map; of its own
// ways it is asked for _ctx, _bounds, _draw and _redraw (leaflet.d.ts). The documented way, one L.CircleMarker a mark,
// keeps 10,000 of them sorted and clipped at each step; tests/browser/test_dots.py would notice a change in Leaflet.
"use strict";

mapapp.Dots = class extends L.Canvas {
  CELL = 60; // pixels; of the grid in which neighbours are gathered
  RADIUS = 5;
  APART = 11.5; // from this zoom on only marks at one point are gathered

  /**
   * @param {Mark[]} marks
   * @param {(mark: Mark) => void} opened called for a click on a dot
   * @param {string[]} travellers their names
   */
  constructor(marks, opened, travellers) {
    super({ pane: "dots", padding: 0.3 });
    this.marks = marks;
    this.opened = opened;
    this.travellers = travellers;
    /** @type {{ cluster: Cluster, x: number, y: number, radius: number }[]} */
    this.drawn = [];
    /** @type {Map<number, Cluster[]>} */
    this.gathered = new Map();
    /** @type {number[]} */
    this.counts = [];
    this.raised = "";
    /** @type {Map<number | undefined, string>} */
    this.colours = new Map();
    this.points = marks.map((mark) => L.CRS.EPSG3857.latLngToPoint(mark.at, 0));
    this.once("add", () => {
      const box = this._map.getContainer();
      box.addEventListener("click", (event) => this.click(event), true); // before lines below, which would answer too
      box.addEventListener("mousemove", (event) => this.hover(event));
    });
  }

  /** @param {number[]} counts how many events of each mark are shown; 0 for a mark that is hidden */
  show(counts) {
    this.counts = counts;
    this.gathered = new Map();
    this.redraw();
  }

  redraw() {
    if (this._ctx) this._redraw();
  }

  /**
   * The discs and dots at a zoom, wherever they are.
   * @param {number} zoom
   */
  clusters(zoom) {
    const known = this.gathered.get(zoom) || this.gather(zoom);
    this.gathered.set(zoom, known);
    return known;
  }

  /** @param {number} zoom */
  gather(zoom) {
    const size = (zoom < this.APART ? this.CELL : 0.01) / 2 ** zoom;
    /** @type {Map<number, Cluster>} */
    const cells = new Map();
    this.points.forEach(({ x, y }, first) => {
      const events = this.counts[first];
      if (!events) return;
      const key = Math.floor(x / size) * 2 ** 27 + Math.floor(y / size);
      const cell = cells.get(key);
      const { traveller } = this.marks[first];
      /** @type {Cluster} */
      const own = { key, x, y, marks: 1, events, first, traveller, box: [x, y, x, y] };
      if (cell) mapapp.join(cell, own);
      else cells.set(key, own);
    });
    if (zoom < this.APART) this.merge(cells, size);
    return [...cells.values()];
  }

  /**
   * Neighbours over the line of the grid would lie on each other: the larger takes the smaller in.
   * @param {Map<number, Cluster>} cells
   * @param {number} size
   */
  merge(cells, size) {
    const pixel = size / this.CELL;
    /** @type {(a: Cluster, b: Cluster) => boolean} */
    const near = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) < (this.reach(a) + this.reach(b)) * pixel;
    const around = [-1, 0, 1].flatMap((column) => [-1, 0, 1].map((row) => column * 2 ** 27 + row));
    for (const cell of [...cells.values()].sort((a, b) => b.marks - a.marks)) {
      if (cells.get(cell.key) !== cell) continue;
      for (const step of around) {
        const other = cells.get(cell.key + step);
        if (!other || other === cell || !near(cell, other)) continue;
        mapapp.join(cell, other);
        cells.delete(other.key);
      }
    }
  }

  /**
   * Half the width in pixels, with the ring around it.
   * @param {{ marks: number, events: number }} cluster
   */
  reach({ marks, events }) {
    return marks === 1 ? 7 : Math.max(13, 8 + 3.2 * mapapp.number(events).length);
  }

  /**
   * What stands within a box of the layer.
   * @param {L.Bounds} bounds
   */
  within(bounds) {
    const [min, max] = [bounds.getTopLeft(), bounds.getBottomRight()];
    const zoom = this._map.getZoom();
    const scale = 2 ** zoom;
    const origin = this._map.getPixelOrigin();
    const found = [];
    for (const cluster of this.clusters(zoom)) {
      const x = cluster.x * scale - origin.x;
      const y = cluster.y * scale - origin.y;
      const inside = x > min.x - 30 && y > min.y - 30 && x < max.x + 30 && y < max.y + 30;
      if (inside) found.push({ cluster, x, y, radius: this.reach(cluster) });
    }
    return found;
  }

  /**
   * Boxes that labels keep free.
   * @returns {Box[]}
   */
  boxes() {
    const corner = this._map.containerPointToLayerPoint([0, 0]);
    const seen = this.within(L.bounds(corner, corner.add(this._map.getSize())));
    return seen.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
  }

  _draw() {
    this.colours = new Map();
    this.raised = mapapp.property("raised");
    this.drawn = this.within(this._bounds);
    for (const { cluster, x, y, radius } of this.drawn) {
      if (cluster.marks === 1) this.dot(cluster, x, y);
      else this.disc(cluster, x, y, radius - 2);
    }
  }

  /** @param {number | undefined} traveller */
  colour(traveller) {
    const colour = this.colours.get(traveller) || mapapp.computed(traveller);
    this.colours.set(traveller, colour);
    return colour;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @param {string} fill
   * @param {string} line
   * @param {number} width
   */
  circle(x, y, radius, fill, line, width) {
    const ctx = this._ctx;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = fill;
    ctx.fill();
    ctx.strokeStyle = line;
    ctx.lineWidth = width;
    ctx.stroke();
  }

  /**
   * One mark: filled if held, hollow if only announced, struck if it did not take place.
   * @param {Cluster} cluster
   * @param {number} x
   * @param {number} y
   */
  dot({ first, traveller }, x, y) {
    const colour = this.colour(traveller);
    const { status } = this.marks[first];
    const off = mapapp.isOff(status);
    const hollow = off || mapapp.isOpen(status);
    this.circle(x, y, this.RADIUS, hollow ? this.raised : colour, hollow ? colour : this.raised, hollow ? 2 : 1);
    if (!off) return;
    this._ctx.beginPath();
    this._ctx.moveTo(x - 4, y + 4);
    this._ctx.lineTo(x + 4, y - 4);
    this._ctx.strokeStyle = colour;
    this._ctx.stroke();
  }

  /**
   * @param {Cluster} cluster
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   */
  disc({ events, traveller }, x, y, radius) {
    const ctx = this._ctx;
    const colour = this.colour(traveller);
    ctx.globalAlpha = 0.3;
    this.circle(x, y, radius + 2, colour, this.raised, 0.5);
    ctx.globalAlpha = 1;
    this.circle(x, y, radius - 1, colour, colour, 0.5);
    ctx.font = `600 11px ${mapapp.FAMILY}`;
    ctx.fillStyle = this.raised;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(mapapp.number(events), x, y + 0.5);
  }

  /**
   * What is drawn at the place of the mouse, the uppermost first.
   * @param {MouseEvent} event
   */
  under(event) {
    const over = ".leaflet-popup, .leaflet-control, .leaflet-marker-icon, .map-notice";
    if (/** @type {Element} */ (event.target).closest(over)) return null;
    const { x, y } = this._map.mouseEventToLayerPoint(event);
    return this.drawn.findLast((item) => Math.hypot(item.x - x, item.y - y) <= item.radius) || null;
  }

  /** @param {MouseEvent} event */
  hover(event) {
    const item = this.under(event);
    const box = this._map.getContainer();
    box.classList.toggle("over-dot", Boolean(item));
    const words = item ? this.words(item.cluster) : "";
    if (box.title !== words) box.title = words;
  }

  /** @param {Cluster} cluster */
  words({ events, marks, first }) {
    if (marks === 1) return mapapp.spoken(this.marks[first], this.travellers);
    return mapapp.tr("{events} at {places}; a click comes nearer", {
      events: mapapp.plural(events, "{n} event", "{n} events"),
      places: mapapp.plural(marks, "{n} place", "{n} places"),
    });
  }

  /** @param {MouseEvent} event */
  click(event) {
    const map = this._map;
    const item = !map.dragging.moved() && this.under(event);
    if (!item) return;
    event.stopPropagation();
    const { box, first } = item.cluster;
    const apart = Math.max(box[2] - box[0], box[3] - box[1]) * 2 ** this.APART > 1;
    if (!apart || map.getZoom() >= map.getMaxZoom()) {
      this.opened(this.marks[first]);
      return;
    }
    const corners = [L.point(box[0], box[1]), L.point(box[2], box[3])];
    const bounds = L.latLngBounds(corners.map((point) => L.CRS.EPSG3857.pointToLatLng(point, 0)));
    const fitting = map.getBoundsZoom(bounds, false, L.point(80, 80));
    map.setView(bounds.getCenter(), Math.max(fitting, Math.min(map.getZoom() + 1, map.getMaxZoom())));
  }
};

/**
 * Let a disc take another in.
 * @param {Cluster} cell
 * @param {Cluster} other
 */
mapapp.join = (cell, other) => {
  const all = cell.marks + other.marks;
  cell.x = (cell.x * cell.marks + other.x * other.marks) / all;
  cell.y = (cell.y * cell.marks + other.y * other.marks) / all;
  cell.marks = all;
  cell.events += other.events;
  if (cell.traveller !== other.traveller) cell.traveller = undefined;
  const [a, b] = [cell.box, other.box];
  cell.box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
};
