// A long table of which only the rows in sight are in the page.
"use strict";

/**
 * Where rows of different heights stand. The height of a row that was never seen is that of the first ones on average:
 * an average that went on would move every row below with each row that is seen.
 */
mapapp.Heights = class {
  /**
   * @param {number} count of rows
   * @param {number} estimate in pixels
   */
  constructor(count, estimate) {
    this.count = count;
    this.estimate = estimate;
    /** @type {Map<number, number>} */
    this.known = new Map();
    this.sums = new Float64Array(count + 1);
    this.stale = true;
    this.enough = 60; // rows that are seen before the others are taken to be like them
    this.mean = 0;
  }

  /**
   * @param {number} index
   * @param {number} height
   */
  set(index, height) {
    if (height <= 0 || this.known.get(index) === height) return false;
    this.known.set(index, height);
    this.stale = true;
    return true;
  }

  /** The height of all rows. */
  total() {
    return this.top(this.count);
  }

  /** @param {number} index */
  top(index) {
    if (this.stale) this.sum();
    return this.sums[Math.max(0, Math.min(index, this.count))];
  }

  sum() {
    const mean = this.mean || this.average();
    if (this.known.size >= this.enough) this.mean = mean;
    for (let index = 0; index < this.count; index++) {
      this.sums[index + 1] = this.sums[index] + (this.known.get(index) ?? mean);
    }
    this.stale = false;
  }

  /** The height of a row that was seen, on average. */
  average() {
    let known = 0;
    for (const height of this.known.values()) known += height;
    return this.known.size ? known / this.known.size : this.estimate;
  }

  /**
   * The row at a height; the last one below all of them.
   * @param {number} y
   */
  at(y) {
    if (this.stale) this.sum();
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.sums[middle] <= y) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
};

mapapp.Rows = class {
  beyond = 500; // pixels above and below what is in sight
  few = 60; // rows that are all in the page, seen or not: so they can be searched and printed

  /**
   * @param {HTMLElement} body a tbody
   * @param {(index: number) => HTMLElement} draw
   */
  constructor(body, draw) {
    this.body = body;
    this.draw = draw;
    this.heights = new mapapp.Heights(0, 60);
    /** @type {Map<number, HTMLElement>} */
    this.drawn = new Map();
    this.above = mapapp.el("tr", "space");
    this.below = mapapp.el("tr", "space");
    /** @type {HTMLElement | undefined} the box that scrolls, which is asked for once: its styles are dear */
    this.held = undefined;
    body.replaceChildren(this.above, this.below);
    let waiting = false;
    const later = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        this.update();
      });
    };
    document.addEventListener("scroll", later, { capture: true, passive: true });
    window.addEventListener("resize", () => this.reset(this.heights.count, true));
  }

  /**
   * @param {number} count of rows, of which all are drawn again
   * @param {boolean} anew whether what is known of their heights is forgotten
   */
  reset(count, anew) {
    if (anew || count !== this.heights.count) this.heights = new mapapp.Heights(count, 60);
    for (const row of this.drawn.values()) row.remove();
    this.drawn.clear();
    this.held = undefined;
    this.update();
  }

  /** The box that scrolls, also where this is in a shadow of the page. */
  scroller() {
    /** @type {Node | null} */
    let node = this.body;
    while (node) {
      if (node instanceof ShadowRoot) node = node.host;
      if (node instanceof HTMLElement && node.scrollHeight > node.clientHeight + 1) {
        if (/auto|scroll/.test(getComputedStyle(node).overflowY)) return node;
      }
      node = node.parentNode;
    }
    return document.documentElement;
  }

  update() {
    if (!this.body.isConnected) return;
    for (let pass = 0; pass < 3; pass++) if (!this.fill()) return; // heights are known once rows are there
  }

  /** Put the rows in sight into the page; whether a height turned out to be another one. */
  fill() {
    const scroller = this.held?.isConnected ? this.held : this.scroller();
    this.held = scroller === document.documentElement ? undefined : scroller;
    const top = scroller === document.documentElement ? 0 : scroller.getBoundingClientRect().top;
    const begin = top - this.body.getBoundingClientRect().top - this.beyond;
    const few = this.heights.count <= this.few;
    const first = few ? 0 : this.heights.at(Math.max(0, begin));
    const last = few
      ? this.heights.count - 1
      : Math.min(this.heights.count - 1, this.heights.at(begin + scroller.clientHeight + 2 * this.beyond));
    for (const [index, row] of this.drawn) {
      if (index >= first && index <= last) continue;
      if (row.contains(/** @type {ShadowRoot} */ (row.getRootNode()).activeElement)) continue; // a hand is on it
      row.remove();
      this.drawn.delete(index);
    }
    for (let index = first; index <= last; index++) this.place(index);
    const shown = [...this.drawn.keys()].sort((a, b) => a - b);
    this.above.style.height = `${shown.length ? this.heights.top(shown[0]) : 0}px`;
    const end = shown.length ? shown[shown.length - 1] + 1 : 0;
    this.below.style.height = `${this.heights.total() - this.heights.top(end)}px`;
    let changed = false;
    for (const [index, row] of this.drawn) changed = this.heights.set(index, row.offsetHeight) || changed;
    return changed;
  }

  /** @param {number} index */
  place(index) {
    if (this.drawn.has(index)) return;
    const row = this.draw(index);
    /** @type {HTMLElement} */
    let behind = this.below;
    for (const [other, element] of this.drawn) {
      if (other > index && (behind === this.below || element.compareDocumentPosition(behind) & 4)) behind = element;
    }
    this.body.insertBefore(row, behind);
    this.drawn.set(index, row);
  }

  /**
   * Bring a row into sight, below what sticks to the top.
   * @param {number} index
   * @param {number} stuck pixels
   */
  reveal(index, stuck) {
    const scroller = this.scroller();
    const box = scroller === document.documentElement ? 0 : scroller.getBoundingClientRect().top;
    const begin = this.body.getBoundingClientRect().top - box + this.heights.top(index);
    const end = begin + (this.heights.top(index + 1) - this.heights.top(index));
    if (begin < stuck) scroller.scrollTop += begin - stuck - 8;
    else if (end > scroller.clientHeight - 90) scroller.scrollTop += end - scroller.clientHeight + 110;
    this.update();
  }
};
