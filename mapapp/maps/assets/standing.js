// What stays on the map while it is wanted: of hundreds of signs and names a filter or a moved handle changes a few.
"use strict";

mapapp.Standing = class {
  /** @param {L.LayerGroup} group that holds what stands there, and nothing else */
  constructor(group) {
    this.group = group;
    /** @type {Map<string, L.Layer>} */
    this.there = new Map();
    group.on("add", () => this.sort()); // Leaflet adds them in the order in which they were made
  }

  /**
   * Exactly these, in this order in the document; what stands there under the same key stays as it is.
   * @param {Map<string, () => L.Layer>} wanted by all that one of them depends on
   */
  show(wanted) {
    for (const [key, layer] of this.there) if (!wanted.has(key)) this.group.removeLayer(layer);
    /** @type {Map<string, L.Layer>} */
    const there = new Map();
    let fresh = false;
    for (const [key, make] of wanted) {
      const known = this.there.get(key);
      const layer = known || make();
      if (!known) this.group.addLayer(layer);
      fresh ||= !known;
      there.set(key, layer);
    }
    this.there = there;
    if (fresh) this.sort();
  }

  /** Those who read or walk through the document meet them in their order. */
  sort() {
    /** @type {Element | undefined} */
    let next;
    for (const layer of [...this.there.values()].reverse()) {
      const element = /** @type {L.Marker} */ (layer).getElement?.();
      if (!element) continue;
      if (next && !(element.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING)) next.before(element);
      next = element;
    }
  }
};

/** Points and boxes by the squares that they lie in, so that few have to be looked at. */
mapapp.Near = class {
  SQUARE = 64; // pixels
  /** @type {Map<number, Box[]>} */
  squares = new Map();

  /** @param {Iterable<Box>} boxes a point is one without width and height */
  constructor(boxes = []) {
    for (const box of boxes) this.push(box);
  }

  /** @param {Box} box */
  push(box) {
    for (const square of this.under(box)) {
      const here = this.squares.get(square);
      if (here) here.push(box);
      else this.squares.set(square, [box]);
    }
  }

  /**
   * Whether a box lies over one of them; edges that only touch do not count.
   * @param {Box} box
   * @param {Box} [but] the one of them that may lie there
   */
  hit(box, but) {
    for (const square of this.under(box)) {
      const here = this.squares.get(square);
      if (here?.some((other) => other !== but && mapapp.overlap(box, other))) return true;
    }
    return false;
  }

  /**
   * How many points lie in a box.
   * @param {Box} box
   */
  count(box) {
    let found = 0;
    for (const square of this.under(box))
      for (const point of this.squares.get(square) || []) if (mapapp.overlap(box, point)) found++;
    return found;
  }

  /**
   * The numbers of the squares that a box reaches.
   * @param {Box} box
   */
  under([left, top, right, bottom]) {
    const [first, last] = [Math.floor(left / this.SQUARE), Math.floor(right / this.SQUARE)];
    const [high, low] = [Math.floor(top / this.SQUARE), Math.floor(bottom / this.SQUARE)];
    const found = [];
    for (let x = first; x <= last; x++) for (let y = high; y <= low; y++) found.push(x * 65_536 + y);
    return found;
  }
};
