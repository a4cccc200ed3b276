// Labels that never lie over each other: the important ones first, each at the first free place beside its point.
"use strict";

mapapp.Labels = class {
  constructor(map) {
    this.map = map;
    this.fixed = []; // of the basemap: {text, at: [latitude, longitude], kind, zoom}
    this.pane = map.createPane("labels");
    this.pane.style.zIndex = 450;
    this.pane.style.pointerEvents = "none";
    this.layer = L.layerGroup().addTo(map);
    this.ruler = document.createElement("canvas").getContext("2d");
    this.widths = new Map();
    this.more = () => []; // boxes in pixels of the layer that are taken at the current zoom
    map.on("moveend", () => this.draw());
  }

  // moving: labels of what is shown now, in order of importance; boxes: {at, box: [x, y, width, height]} around points
  // to keep free; lines: lists of points that names of countries, seas and nodes keep off where they can.
  set(moving, boxes, lines) {
    this.moving = moving;
    this.boxes = boxes;
    this.lines = lines;
    this.draw();
  }

  draw() {
    if (!this.moving || !this.map._loaded) return;
    const zoom = this.map.getZoom();
    const bounds = this.map.getBounds().pad(0.15);
    const taken = [...this.boxes.map((box) => this.around(box.at, box.box)), ...this.controls(), ...this.more()];
    const corner = this.map.containerPointToLayerPoint([0, 0]), size = this.map.getSize();
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

  // Where legend, scale and buttons lie over the map.
  controls() {
    const frame = this.map.getContainer().getBoundingClientRect();
    return [...this.map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
      const box = control.getBoundingClientRect();
      const corner = this.map.containerPointToLayerPoint([box.left - frame.left, box.top - frame.top]);
      return [corner.x, corner.y, corner.x + box.width, corner.y + box.height];
    });
  }

  // Points along the lines, near enough to each other that none slips through a label.
  onLines() {
    const points = [];
    for (const line of this.lines) {
      const drawn = line.map((at) => this.map.latLngToLayerPoint(at));
      for (let i = 1; i < drawn.length; i++) {
        const steps = Math.max(1, Math.ceil(drawn[i].distanceTo(drawn[i - 1]) / 12));
        for (let s = 0; s < steps; s++) {
          points.push([drawn[i - 1].x + ((drawn[i].x - drawn[i - 1].x) * s) / steps, drawn[i - 1].y + ((drawn[i].y - drawn[i - 1].y) * s) / steps]);
        }
      }
    }
    return points;
  }

  around(at, [x, y, width, height]) {
    const point = this.map.latLngToLayerPoint(at);
    return [point.x + x, point.y + y, point.x + x + width, point.y + y + height];
  }

  size(label) {
    const key = label.kind + label.text;
    if (!this.widths.has(key)) {
      const style = mapapp.LABEL_STYLES[label.kind];
      this.ruler.font = style.font;
      const text = style.upper ? label.text.toUpperCase() : label.text;
      this.widths.set(key, [this.ruler.measureText(text).width + (style.spacing || 0) * text.length + 4, style.height]);
    }
    return this.widths.get(key);
  }

  free(label, taken) {
    const [width, height] = this.size(label);
    const gap = label.gap || [0, 0]; // half width to the left and right of the point that the symbol takes
    const reach = label.reach || 4; // half height of the symbol
    const right = [gap[1] + 3, -height / 2], left = [-gap[0] - width - 3, -height / 2];
    const below = [-width / 2, reach + 1], above = [-width / 2, -reach - height - 1];
    const middle = [-width / 2, -height / 2];
    const shift = this.map.getZoom() >= label.zoom + 1.5 ? 24 : 6; // a name pushed far from a small country misleads
    const around = [0, -shift, shift].map((up) => [middle[0], middle[1] + up]);
    let second = null, fewest = Infinity; // free, but over a line
    const beside = [right, left, below, above];
    const corners = [[gap[1], reach - 2], [gap[1], 2 - reach - height], [-gap[0] - width, reach - 2], [-gap[0] - width, 2 - reach - height]];
    const nodes = [...beside, ...corners];
    const spots = { stop: [below, right, above, left], country: around, sea: [middle], node: nodes, end: nodes };
    for (const [x, y] of spots[label.kind] || beside) {
      const box = this.around(label.at, [x, y, width, height]);
      const cut = !mapapp.within(box, this.inside);
      const free = (!cut || label.kind === "stop") && !taken.some((other) => mapapp.overlap(box, other));
      if (!free) continue;
      const minds = label.kind !== "stop"; // what lies under it
      const under = minds ? this.crossed.filter(([px, py]) => mapapp.overlap(box, [px, py, px, py])).length : 0;
      const crossed = under + (cut ? 1000 : 0); // a stop is named even where its name leaves the map
      if (!crossed) return { box, offset: [x, y] };
      if (crossed < fewest) [second, fewest] = [{ box, offset: [x, y] }, crossed];
    }
    return label.kind === "node" && fewest > (label.named ? 2 : 0) ? null : second; // a small station does without its name
  }

  place(label, { box, offset }, taken) {
    taken.push(box);
    const text = mapapp.el("span", `label ${label.kind}`, label.text);
    const icon = L.divIcon({ html: text, className: "label-icon", iconSize: null, iconAnchor: [-offset[0], -offset[1]] });
    L.marker(label.at, { icon, pane: "labels", interactive: false, keyboard: false }).addTo(this.layer);
  }
};

mapapp.within = (a, b) => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
mapapp.overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

// The same sizes as in tour_map.css, for measuring before drawing.
mapapp.FAMILY = '"Noto Sans", "Noto Sans Georgian", system-ui, sans-serif';
mapapp.LABEL_STYLES = {
  stop: { font: `700 13px ${mapapp.FAMILY}`, height: 17 },
  ghost: { font: `italic 400 12px ${mapapp.FAMILY}`, height: 16 },
  node: { font: `400 11px ${mapapp.FAMILY}`, height: 14 },
  end: { font: `700 12px ${mapapp.FAMILY}`, height: 16 },
  city: { font: `400 11px ${mapapp.FAMILY}`, height: 14 },
  country: { font: `400 11px ${mapapp.FAMILY}`, height: 15, spacing: 3, upper: true },
  sea: { font: `italic 400 12px ${mapapp.FAMILY}`, height: 16 },
};
