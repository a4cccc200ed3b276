// Labels that never lie over each other: the important ones first, each at the first free place beside its point.
"use strict";

/**
 * @typedef {{ box: Box, offset: [number, number] }} Spot
 */

mapapp.Labels = class {
  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
    /** @type {LabelWish[]} */
    this.fixed = []; // of the basemap
    this.pane = map.createPane("labels");
    this.pane.style.zIndex = "450";
    this.pane.style.pointerEvents = "none";
    this.layer = L.layerGroup().addTo(map);
    this.ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    /** @type {Map<string, [width: number, height: number]>} */
    this.widths = new Map();
    /** @type {() => Box[]} */
    this.more = () => []; // boxes in pixels of the layer that are taken at the current zoom
    /** @type {LabelWish[] | null} */
    this.moving = null;
    /** @type {{ at: L.LatLng, box: [number, number, number, number] }[]} */
    this.boxes = [];
    /** @type {L.LatLng[][]} */
    this.lines = [];
    /** @type {[number, number][]} */
    this.crossed = [];
    /** @type {Box} */
    this.inside = [0, 0, 0, 0];
    this.ready = false;
    map.whenReady(() => {
      this.ready = true;
    });
    map.on("moveend", () => this.draw());
  }

  /**
   * @param {LabelWish[]} moving labels of what is shown now, in order of importance
   * @param {{ at: L.LatLng, box: [number, number, number, number] }[]} boxes x, y, width and height around points to
   *   keep free
   * @param {L.LatLng[][]} lines that names of countries, seas and nodes keep off where they can
   */
  set(moving, boxes, lines) {
    this.moving = moving;
    this.boxes = boxes;
    this.lines = lines;
    this.draw();
  }

  draw() {
    if (!this.moving || !this.ready) return;
    const zoom = this.map.getZoom();
    const bounds = this.map.getBounds().pad(0.15);
    const taken = [...this.boxes.map((box) => this.around(box.at, box.box)), ...this.controls(), ...this.more()];
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    const size = this.map.getSize();
    this.crossed = this.onLines();
    this.inside = [corner.x, corner.y, corner.x + size.x, corner.y + size.y];
    const named = new Set(this.moving.map((label) => label.text));
    this.layer.clearLayers();
    for (const label of [...this.moving, ...this.fixed]) {
      if (label.zoom > zoom || !bounds.contains(label.at)) continue;
      if (label.kind === "city" && named.has(label.text)) continue;
      const spot = this.free(label, taken);
      if (spot) this.place(label, spot, taken);
    }
  }

  /** Where legend, scale and buttons lie over the map. */
  controls() {
    const frame = this.map.getContainer().getBoundingClientRect();
    return [...this.map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
      const box = control.getBoundingClientRect();
      const corner = this.map.containerPointToLayerPoint([box.left - frame.left, box.top - frame.top]);
      return /** @type {Box} */ ([corner.x, corner.y, corner.x + box.width, corner.y + box.height]);
    });
  }

  /** Points along the lines, near enough to each other that none slips through a label. */
  onLines() {
    /** @type {[number, number][]} */
    const points = [];
    for (const line of this.lines) {
      const drawn = line.map((at) => this.map.latLngToLayerPoint(at));
      for (let i = 1; i < drawn.length; i++) {
        const [a, b] = [drawn[i - 1], drawn[i]];
        const steps = Math.max(1, Math.ceil(b.distanceTo(a) / 12));
        for (let s = 0; s < steps; s++) points.push([a.x + ((b.x - a.x) * s) / steps, a.y + ((b.y - a.y) * s) / steps]);
      }
    }
    return points;
  }

  /**
   * @param {L.LatLng} at
   * @param {[number, number, number, number]} box
   * @returns {Box}
   */
  around(at, [x, y, width, height]) {
    const point = this.map.latLngToLayerPoint(at);
    return [point.x + x, point.y + y, point.x + x + width, point.y + y + height];
  }

  /**
   * @param {LabelWish} label
   * @returns {[width: number, height: number]}
   */
  size(label) {
    const key = label.kind + label.text;
    const known = this.widths.get(key);
    if (known) return known;
    const style = mapapp.LABEL_STYLES[label.kind];
    this.ruler.font = style.font;
    const text = style.upper ? label.text.toUpperCase() : label.text;
    const width = this.ruler.measureText(text).width + (style.spacing || 0) * text.length + 4;
    this.widths.set(key, [width, style.height]);
    return [width, style.height];
  }

  /**
   * @param {LabelWish} label
   * @param {Box[]} taken
   * @returns {Spot | null}
   */
  free(label, taken) {
    const [width, height] = this.size(label);
    let second = null;
    let fewest = Number.POSITIVE_INFINITY; // free, but over a line
    for (const [x, y] of mapapp.labelSpots(label, width, height, this.map.getZoom())) {
      const box = this.around(label.at, [x, y, width, height]);
      const cut = !mapapp.within(box, this.inside);
      const free = (!cut || label.kind === "stop") && !taken.some((other) => mapapp.overlap(box, other));
      if (!free) continue;
      const minds = label.kind !== "stop"; // what lies under it
      const under = minds ? this.crossed.filter(([px, py]) => mapapp.overlap(box, [px, py, px, py])).length : 0;
      const crossed = under + (cut ? 1000 : 0); // a stop is named even where its name leaves the map
      /** @type {Spot} */
      const spot = { box, offset: [x, y] };
      if (!crossed) return spot;
      if (crossed < fewest) [second, fewest] = [spot, crossed];
    }
    return label.kind === "node" && fewest > (label.named ? 2 : 0) ? null : second; // a small station does without its name
  }

  /**
   * @param {LabelWish} label
   * @param {Spot} spot
   * @param {Box[]} taken
   */
  place(label, { box, offset }, taken) {
    taken.push(box);
    const html = mapapp.el("span", `label ${label.kind}`, label.text);
    const icon = L.divIcon({
      html,
      className: "label-icon",
      iconSize: undefined,
      iconAnchor: [-offset[0], -offset[1]],
    });
    L.marker(label.at, { icon, pane: "labels", interactive: false, keyboard: false }).addTo(this.layer);
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
  const gap = label.gap || [0, 0]; // half width to the left and right of the point that the symbol takes
  const reach = label.reach || 4; // half height of the symbol
  /** @typedef {[number, number]} At */
  const right = /** @type {At} */ ([gap[1] + 3, -height / 2]);
  const left = /** @type {At} */ ([-gap[0] - width - 3, -height / 2]);
  const below = /** @type {At} */ ([-width / 2, reach + 1]);
  const above = /** @type {At} */ ([-width / 2, -reach - height - 1]);
  if (label.kind === "stop") return [below, right, above, left];
  if (label.kind === "sea") return [[-width / 2, -height / 2]];
  if (label.kind === "country") {
    const shift = zoom >= label.zoom + 1.5 ? 24 : 6; // a name pushed far from a small country misleads
    return [0, -shift, shift].map((up) => [-width / 2, -height / 2 + up]);
  }
  if (label.kind !== "node" && label.kind !== "end") return [right, left, below, above];
  const [low, high, far] = [reach - 2, 2 - reach - height, -gap[0] - width];
  return [right, left, below, above, [gap[1], low], [gap[1], high], [far, low], [far, high]];
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

// The same sizes as in tour_map.css, for measuring before drawing.
mapapp.FAMILY = '"Noto Sans", "Noto Sans Georgian", system-ui, sans-serif';
/** @type {Record<string, { font: string, height: number, spacing?: number, upper?: boolean }>} */
mapapp.LABEL_STYLES = {
  stop: { font: `700 13px ${mapapp.FAMILY}`, height: 17 },
  ghost: { font: `italic 400 12px ${mapapp.FAMILY}`, height: 16 },
  node: { font: `400 11px ${mapapp.FAMILY}`, height: 14 },
  end: { font: `700 12px ${mapapp.FAMILY}`, height: 16 },
  city: { font: `400 11px ${mapapp.FAMILY}`, height: 14 },
  country: { font: `400 11px ${mapapp.FAMILY}`, height: 15, spacing: 3, upper: true },
  sea: { font: `italic 400 12px ${mapapp.FAMILY}`, height: 16 },
};
