// Labels that never lie over each other: the important ones first, each at the first free place beside its point.
"use strict";

/**
 * @typedef {{ box: Box, offset: [number, number], leader?: [[number, number], [number, number]] }} Spot
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
    this.standing = new mapapp.Standing(L.layerGroup().addTo(map));
    /** @type {Map<string, () => L.Layer>} */
    this.wanted = new Map(); // what stands there from now on, by all that it depends on
    this.ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    /** @type {Map<string, [width: number, height: number]>} */
    this.widths = new Map();
    /** @type {() => Box[]} */
    this.more = () => []; // boxes in pixels of the layer that are taken at the current zoom
    /** @type {(covered: Box[]) => LabelWish[]} */
    this.beyond = () => []; // names of stops out of sight, where ways leave the map
    /** @type {LabelWish[] | null} */
    this.moving = null;
    /** @type {{ at: L.LatLng, box: [number, number, number, number] }[]} */
    this.boxes = [];
    /** @type {L.LatLng[][]} */
    this.lines = [];
    this.crossed = new mapapp.Near();
    this.covered = new mapapp.Covered(map);
    this.points = new mapapp.LinePoints(map);
    /** @type {Box} */
    this.inside = [0, 0, 0, 0];
    /** @type {Box[]} */
    this.discs = [];
    this.ready = false;
    this.names = new mapapp.LineNames(this);
    this.callouts = new mapapp.Callouts(this);
    map.whenReady(() => {
      this.ready = true;
    });
    map.on("moveend", () => this.anew());
    document.fonts?.addEventListener("loadingdone", () => {
      this.widths.clear(); // measured in another font
      this.anew();
    });
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

  /** After what may have changed the legend, the scale or the credits too. */
  anew() {
    this.covered.forget();
    this.draw();
  }

  draw() {
    if (!this.moving || !this.ready) return;
    const zoom = this.map.getZoom();
    const bounds = this.map.getBounds().pad(0.15);
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    /** @type {(box: Box) => Box} */
    const inLayer = ([left, top, right, bottom]) => [
      left + corner.x,
      top + corner.y,
      right + corner.x,
      bottom + corner.y,
    ];
    const covered = this.covered.boxes(this.names.legend);
    this.discs = this.boxes.map((box) => this.around(box.at, box.box));
    const taken = new mapapp.Near([...this.discs, ...covered.map(inLayer), ...this.more()]);
    const size = this.map.getSize();
    this.crossed = this.points.of(this.lines);
    this.inside = [corner.x, corner.y, corner.x + size.x, corner.y + size.y];
    const said = mapapp.alreadySaid(this.moving, zoom);
    this.wanted = new Map();
    const first = this.moving.filter((label) => label.kind === "stop" || label.kind === "ghost");
    const second = [...this.beyond(covered), ...this.moving.filter((label) => !first.includes(label)), ...this.fixed];
    /** @param {LabelWish} label */
    const put = (label) => {
      if (label.zoom > zoom || !bounds.contains(label.at)) return null;
      if (label.kind === "city" && said(label)) return null;
      const spot = this.free(label, taken);
      if (spot) this.place(label, spot, taken);
      return spot;
    };
    const spots = first.map(put); // all names before any day, so that no day takes the room of a name
    first.forEach((label, index) => {
      const spot = spots[index];
      if (spot && label.note) this.addDays(label, spot, taken);
    });
    this.names.draw(taken);
    this.callouts.draw(taken);
    for (const box of mapapp.columns(this.map)) taken.push(inLayer(box));
    for (const label of second) put(label);
    this.standing.show(this.wanted);
  }

  /**
   * The days of a stop below its name, else above or beside it, where that is free.
   * @param {LabelWish} label
   * @param {Spot} spot of its name
   * @param {Taken} taken
   */
  addDays(label, { box, offset }, taken) {
    /** @type {LabelWish} */
    const days = { text: label.note || "", at: label.at, kind: "day", zoom: 0 };
    const [width, height] = this.size(days);
    const free = mapapp
      .daySpots(box, offset, width, height)
      .map((spot) => ({ box: this.around(label.at, [...spot, width, height]), offset: spot }))
      .filter((spot) => mapapp.within(spot.box, this.inside) && !taken.hit(spot.box))
      .map((spot) => ({ spot, under: this.crossed.count(spot.box) }))
      .sort((a, b) => a.under - b.under);
    if (free.length && free[0].under < 4) this.place(days, free[0].spot, taken);
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
   * @param {Taken} taken
   * @returns {Spot | null}
   */
  free(label, taken) {
    const [width, height] = this.size(label);
    let second = null;
    let fewest = Number.POSITIVE_INFINITY; // free, but over a line
    for (const [x, y] of mapapp.labelSpots(label, width, height, this.map.getZoom())) {
      const box = this.around(label.at, [x, y, width, height]);
      const cut = !mapapp.within(box, this.inside);
      const free = (!cut || label.kind === "stop") && !taken.hit(box);
      if (!free) continue;
      const under = label.kind === "stop" ? 0 : this.crossed.count(box);
      const crossed = under + (cut ? 1000 : 0); // a stop is named even where its name leaves the map
      /** @type {Spot} */
      const spot = { box, offset: [x, y] };
      if (!crossed) return spot;
      if (crossed < fewest) [second, fewest] = [spot, crossed];
    }
    if (label.kind === "stop") return second || this.apart(label, taken);
    if ((label.kind === "country" || label.kind === "sea") && fewest % 1000 > 0) return null; // struck through it cannot be read
    return label.kind === "node" && fewest > (label.named ? 2 : 0) ? null : second; // a small station does without its name
  }

  /**
   * A place for the name of a stop that has no room beside its disc, and a line to it.
   * @param {LabelWish} label
   * @param {Taken} taken
   * @returns {Spot | null}
   */
  apart(label, taken) {
    const at = this.map.latLngToLayerPoint(label.at);
    const [dx, dy] = label.shift || [0, 0];
    const [x, y] = [at.x + dx, at.y + dy];
    const own = this.discs.find((box) => mapapp.within([x, y, x, y], box));
    const spot = mapapp.calloutSpot([x, y], this.size(label), this.inside, taken, new mapapp.Near(), own);
    return spot && { ...spot, offset: [spot.box[0] - at.x, spot.box[1] - at.y] };
  }

  /**
   * @param {LabelWish} label
   * @param {Spot} spot
   * @param {Taken} taken
   */
  place(label, { box, offset, leader }, taken) {
    taken.push(box);
    if (leader) this.callouts.line(leader);
    const html = () => mapapp.el("span", `label ${label.kind}`, label.text);
    this.stand(`${label.kind} ${label.text}`, label.at, html, [-offset[0], -offset[1]]);
  }

  /**
   * Words at a place, from now on.
   * @param {string} what tells them from others at the same place
   * @param {L.LatLng} at
   * @param {() => HTMLElement} html
   * @param {[x: number, y: number]} iconAnchor
   */
  stand(what, at, html, iconAnchor) {
    this.wanted.set(`${what} ${at.lat} ${at.lng} ${iconAnchor}`, () => {
      const icon = L.divIcon({ html: html(), className: "label-icon", iconSize: undefined, iconAnchor });
      return L.marker(at, { icon, pane: "labels", interactive: false, keyboard: false });
    });
  }
};

// The same sizes as in tour_map.css, for measuring before drawing.
mapapp.FAMILY = '"Noto Sans", "Noto Sans Georgian", system-ui, sans-serif';
/** @type {Record<string, { font: string, height: number, spacing?: number, upper?: boolean }>} */
mapapp.LABEL_STYLES = {
  stop: { font: `700 13px ${mapapp.FAMILY}`, height: 17 },
  ghost: { font: `italic 400 12px ${mapapp.FAMILY}`, height: 16 },
  day: { font: `400 11px ${mapapp.FAMILY}`, height: 14 },
  along: { font: `600 12px ${mapapp.FAMILY}`, height: 16 },
  rail: { font: `400 11px ${mapapp.FAMILY}`, height: 14 },
  ship: { font: `italic 400 11px ${mapapp.FAMILY}`, height: 14 },
  beyond: { font: `italic 400 12px ${mapapp.FAMILY}`, height: 16 },
  node: { font: `400 11px ${mapapp.FAMILY}`, height: 14 },
  end: { font: `700 12px ${mapapp.FAMILY}`, height: 16 },
  city: { font: `400 11px ${mapapp.FAMILY}`, height: 14 },
  country: { font: `400 11px ${mapapp.FAMILY}`, height: 15, spacing: 3, upper: true },
  sea: { font: `italic 400 12px ${mapapp.FAMILY}`, height: 16 },
};
