// The picture of the timeline: lanes with signs, columns, folds and the days under them. It knows no filter.
"use strict";

mapapp.Strip = class {
  /** @type {TimeMark[]} */
  marks = [];
  /** @type {HTMLElement[]} */
  signs = [];
  /** @type {Uint8Array | null | undefined} */
  there;
  /** @type {Column[]} */
  columns = [];
  /** @type {Element[]} what stands under each */
  names = [];

  /** @param {HTMLElement} box */
  constructor(box) {
    this.lanes = mapapp.el("div", "time-lanes");
    this.lanes.setAttribute("aria-hidden", "true"); // the list, and the buttons beside it, say the same
    this.moment = mapapp.el("span", "time-moment");
    box.append(this.lanes);
  }

  /**
   * @param {InstanceType<typeof mapapp.TimeScale>} scale
   * @param {TimeMark[]} marks
   */
  lay(scale, marks) {
    this.marks = marks;
    const rows = marks.reduce((most, { row }) => Math.max(most, row + 1), 1);
    const pen = /** @type {CanvasRenderingContext2D} */ (mapapp.el("canvas", "").getContext("2d"));
    pen.font = getComputedStyle(this.lanes).font;
    const labels = scale.labels((words) => pen.measureText(words).width);
    const columns = scale.columns.map(({ x, width }, i) =>
      mapapp.placed(
        "time-column",
        x,
        width + 1,
        mapapp.el("span", "", labels[i][0], mapapp.el("small", "", labels[i][1])),
      ),
    );
    const hours = scale.columns
      .flatMap(mapapp.hourWords)
      .map(([x, words]) => mapapp.placed("time-hour", x, 0, mapapp.el("i", "", words)));
    const folds = scale.folds().map((x) => mapapp.placed("time-fold", x, scale.FOLD));
    this.signs = marks.map(({ lane, x, end, row, core }) => {
      const bar = end > x;
      const sign = mapapp.placed(bar ? "time-bar" : "time-dot", x, end - x);
      sign.style.top = `calc(var(--lane) * ${lane} + ${bar ? 14 + (row * 10) / Math.max(2, rows) : 8}px)`;
      if (rows > 2) sign.style.height = `${bar ? 10 / rows - 1 : ""}px`;
      if (core) sign.append(mapapp.placed("", core[0] - x, core[1] - core[0]));
      return sign;
    });
    this.lanes.style.width = `${scale.width}px`;
    this.lanes.replaceChildren(...columns, ...hours, ...folds, ...this.signs, this.moment);
    this.columns = scale.columns;
    this.names = columns.map(({ children }) => children[0]);
    this.there = undefined;
  }

  /**
   * @param {Card[]} cards
   * @param {Uint8Array | null} there bits of the events that the other filters leave; null: all
   * @param {boolean[]} inside whether each event is in the range
   * @param {number} selected
   * @param {number} moment
   */
  draw(cards, there, inside, selected, moment) {
    const fresh = there !== this.there; // a handle that moves changes nothing of what the signs show
    this.there = there;
    this.marks.forEach(({ events, x, end }, i) => {
      const sign = this.signs[i];
      const [first, ...more] = events.filter((event) => mapapp.isSet(there, event));
      sign.classList.toggle("outside", ![first, ...more].some((event) => inside[event]));
      sign.classList.toggle("chosen", events.includes(selected));
      if (!fresh) return;
      sign.hidden = first === undefined;
      if (sign.hidden) return;
      if (end === x) sign.textContent = more.length ? mapapp.number(more.length + 1) : "";
      sign.dataset.status = more.length ? "" : cards[first].status;
      sign.style.setProperty("--sign", `var(${mapapp.hue(cards[first])})`);
    });
    this.moment.style.left = `${moment}px`;
  }

  /**
   * The mark whose sign is under the pointer.
   * @param {Event} event
   * @returns {TimeMark | undefined}
   */
  under({ target }) {
    return this.marks[this.signs.indexOf(/** @type {HTMLElement} */ (target))];
  }

  /**
   * The column whose name is under the pointer.
   * @param {Event} event
   * @returns {Column | undefined}
   */
  column({ target }) {
    return this.columns[this.names.indexOf(/** @type {HTMLElement} */ (target))];
  }
};

/**
 * An element at a place of the lanes.
 * @param {string} className
 * @param {number} x pixels
 * @param {number} width
 * @param {...Node} children
 */
mapapp.placed = (className, x, width, ...children) => {
  const element = mapapp.el("span", className, ...children);
  element.style.left = `${x}px`;
  if (width) element.style.width = `${width}px`;
  return element;
};

/**
 * How many pixels of what a box scrolls lie beyond its left and its right edge; none where half a handle stands out.
 * @param {{ scrollLeft: number, scrollWidth: number, clientWidth: number }} box
 */
mapapp.beyond = ({ scrollLeft, scrollWidth, clientWidth }) =>
  [scrollLeft, scrollWidth - clientWidth - scrollLeft].map((hidden) => (hidden > 8 ? hidden : 0));
