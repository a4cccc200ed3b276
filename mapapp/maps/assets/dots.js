// Very many marks: dots on one canvas. Those too near to each other are one disc that says how many events it holds.
"use strict";

mapapp.Dots = L.Canvas.extend({
  CELL: 60, // pixels; of the grid in which neighbours are gathered
  RADIUS: 5,
  APART: 11.5, // from this zoom on only marks at one point are gathered

  // marks: {at, events, traveller, status}; opened(mark): called for a click on a dot; travellers: their names
  initialize(marks, opened, travellers) {
    Object.assign(this, { marks, opened, travellers, drawn: [], gathered: new Map(), counts: [] });
    this.points = marks.map((mark) => L.CRS.EPSG3857.latLngToPoint(mark.at, 0));
    L.Canvas.prototype.initialize.call(this, { pane: "dots", padding: 0.3 });
  },

  onAdd(map) {
    L.Canvas.prototype.onAdd.call(this, map);
    const box = map.getContainer();
    box.addEventListener("click", (e) => this.click(e), true); // before the lines below, which would answer as well
    box.addEventListener("mousemove", (e) => this.hover(e));
  },

  // counts: how many events of each mark are shown; 0 for a mark that is hidden
  show(counts) {
    this.counts = counts;
    this.gathered = new Map();
    if (this._ctx) this._updatePaths();
  },

  // The discs and dots at a zoom, wherever they are: {x, y} in pixels of zoom 0, marks, events, first, traveller, box.
  clusters(zoom) {
    if (!this.gathered.has(zoom)) this.gathered.set(zoom, this.gather(zoom));
    return this.gathered.get(zoom);
  },

  gather(zoom) {
    const size = (zoom < this.APART ? this.CELL : 0.01) / 2 ** zoom;
    const cells = new Map();
    for (let i = 0; i < this.points.length; i++) {
      if (!this.counts[i]) continue;
      const { x, y } = this.points[i];
      const key = Math.floor(x / size) * 2 ** 27 + Math.floor(y / size);
      const cell = cells.get(key);
      const own = { key, x, y, marks: 1, events: this.counts[i], first: i, traveller: this.marks[i].traveller, box: [x, y, x, y] };
      if (cell) this.join(cell, own);
      else cells.set(key, own);
    }
    if (zoom < this.APART) this.merge(cells, size);
    return [...cells.values()];
  },

  join(cell, other) {
    const all = cell.marks + other.marks;
    cell.x = (cell.x * cell.marks + other.x * other.marks) / all;
    cell.y = (cell.y * cell.marks + other.y * other.marks) / all;
    cell.marks = all;
    cell.events += other.events;
    if (cell.traveller !== other.traveller) cell.traveller = undefined;
    const [a, b] = [cell.box, other.box];
    cell.box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
  },

  // Neighbours over the line of the grid would lie on each other: the larger takes the smaller in.
  merge(cells, size) {
    const pixel = size / this.CELL;
    const near = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) < (this.reach(a) + this.reach(b)) * pixel;
    for (const cell of [...cells.values()].sort((a, b) => b.marks - a.marks)) {
      if (cells.get(cell.key) !== cell) continue;
      for (const column of [-1, 0, 1]) for (const row of [-1, 0, 1]) {
        const other = cells.get(cell.key + column * 2 ** 27 + row);
        if (!other || other === cell || !near(cell, other)) continue;
        this.join(cell, other);
        cells.delete(other.key);
      }
    }
  },

  number: new Intl.NumberFormat("en"), // making one for each disc took half of the drawing

  // Half the width in pixels, with the ring around it.
  reach({ marks, events }) { return marks === 1 ? 7 : Math.max(13, 8 + 3.2 * this.number.format(events).length); },

  // What stands within a box of the layer: {cluster, x, y, radius}.
  within({ min, max }) {
    const zoom = this._map.getZoom(), scale = 2 ** zoom, origin = this._map.getPixelOrigin();
    const found = [];
    for (const cluster of this.clusters(zoom)) {
      const x = cluster.x * scale - origin.x, y = cluster.y * scale - origin.y;
      if (x > min.x - 30 && y > min.y - 30 && x < max.x + 30 && y < max.y + 30) found.push({ cluster, x, y, radius: this.reach(cluster) });
    }
    return found;
  },

  // Boxes that labels keep free.
  boxes() {
    const corner = this._map.containerPointToLayerPoint([0, 0]);
    return this.within(L.bounds(corner, corner.add(this._map.getSize())))
      .map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
  },

  _draw() {
    this.colours = new Map();
    this.raised = getComputedStyle(document.documentElement).getPropertyValue("--raised").trim();
    this.drawn = this.within(this._bounds);
    for (const { cluster, x, y, radius } of this.drawn) {
      if (cluster.marks === 1) this.dot(cluster, x, y);
      else this.disc(cluster, x, y, radius - 2);
    }
  },

  colour(traveller) {
    if (!this.colours.has(traveller)) this.colours.set(traveller, mapapp.computed(traveller));
    return this.colours.get(traveller);
  },

  circle(x, y, radius, fill, line, width) {
    const ctx = this._ctx;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = fill;
    ctx.fill();
    ctx.strokeStyle = line;
    ctx.lineWidth = width;
    ctx.stroke();
  },

  // One mark: filled if held, hollow if only announced, struck if it did not take place.
  dot({ first, traveller }, x, y) {
    const colour = this.colour(traveller), { status } = this.marks[first];
    const off = mapapp.isOff(status), hollow = off || mapapp.isOpen(status);
    this.circle(x, y, this.RADIUS, hollow ? this.raised : colour, hollow ? colour : this.raised, hollow ? 2 : 1);
    if (off) {
      this._ctx.beginPath();
      this._ctx.moveTo(x - 4, y + 4);
      this._ctx.lineTo(x + 4, y - 4);
      this._ctx.strokeStyle = colour;
      this._ctx.stroke();
    }
  },

  disc({ events, traveller }, x, y, radius) {
    const ctx = this._ctx, colour = this.colour(traveller);
    ctx.globalAlpha = 0.3;
    this.circle(x, y, radius + 2, colour, this.raised, 0.5);
    ctx.globalAlpha = 1;
    this.circle(x, y, radius - 1, colour, colour, 0.5);
    ctx.font = `600 11px ${mapapp.FAMILY}`;
    ctx.fillStyle = this.raised;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(this.number.format(events), x, y + 0.5);
  },

  // What is drawn at the place of the mouse, the uppermost first.
  under(event) {
    if (event.target.closest(".leaflet-popup, .leaflet-control, .leaflet-marker-icon, .map-notice")) return null;
    const { x, y } = this._map.mouseEventToLayerPoint(event);
    return this.drawn.findLast((item) => Math.hypot(item.x - x, item.y - y) <= item.radius) || null;
  },

  hover(event) {
    const item = this.under(event), box = this._map.getContainer();
    box.classList.toggle("over-dot", Boolean(item));
    const { events, marks, first } = item ? item.cluster : {};
    const words = !item ? "" : marks === 1 ? mapapp.spoken(this.marks[first], this.travellers) : `${events} events at ${marks} places; a click comes nearer`;
    if (box.title !== words) box.title = words;
  },

  click(event) {
    const item = !this._map.dragging.moved() && this.under(event);
    if (!item) return;
    event.stopPropagation();
    const { box, first } = item.cluster, map = this._map;
    const apart = Math.max(box[2] - box[0], box[3] - box[1]) * 2 ** this.APART > 1;
    if (!apart || map.getZoom() >= map.getMaxZoom()) { this.opened(this.marks[first]); return; }
    const [a, b] = [L.point(box[0], box[1]), L.point(box[2], box[3])].map((p) => L.CRS.EPSG3857.pointToLatLng(p, 0));
    const bounds = L.latLngBounds(a, b);
    map.setView(bounds.getCenter(), Math.max(map.getBoundsZoom(bounds, false, L.point(80, 80)), Math.min(map.getZoom() + 1, map.getMaxZoom())));
  },
});
