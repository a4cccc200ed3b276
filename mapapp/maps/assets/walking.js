// By keyboard the marks of the map are one stop: arrows go from one to the next, Enter opens it.
"use strict";

/**
 * Call for Enter and for the space bar.
 * @param {HTMLElement} element
 * @param {() => void} pressed
 */
mapapp.onEnter = (element, pressed) => {
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    pressed();
  });
};

/** @type {Record<string, number>} */
mapapp.STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

mapapp.Walking = class {
  MARKS = ".leaflet-marker-icon.leaflet-interactive";

  /** @param {HTMLElement} box of the map */
  constructor(box) {
    this.box = box;
    /** @type {HTMLElement | undefined} */
    this.last = undefined;
    box.tabIndex = -1; // its marks are reached instead
    box.addEventListener("keydown", (event) => this.key(event), true); // before Leaflet, which would move the map
    box.addEventListener("focusin", ({ target }) => {
      const mark = /** @type {HTMLElement} */ (target);
      if (mark.matches(this.MARKS)) this.rove(mark);
    });
    new MutationObserver(() => this.rove()).observe(box, { childList: true, subtree: true });
    this.rove();
  }

  /** All that can be opened: stops, ways, then nodes of corridors, each as they stand in the document. */
  marks() {
    const found = [.../** @type {NodeListOf<HTMLElement>} */ (this.box.querySelectorAll(this.MARKS))];
    /** @type {(mark: HTMLElement) => number} */
    const rank = ({ classList }) =>
      Number(classList.contains("arrow-icon")) + 2 * Number(classList.contains("node-icon"));
    return found.sort((a, b) => rank(a) - rank(b));
  }

  /**
   * Let exactly one mark be a stop of the keyboard.
   * @param {HTMLElement} [wanted]
   */
  rove(wanted) {
    const marks = this.marks();
    const chosen = wanted || marks.find((mark) => mark === this.last) || marks[0];
    this.last = chosen;
    for (const mark of marks) {
      const index = mark === chosen ? 0 : -1;
      if (mark.tabIndex !== index) mark.tabIndex = index;
      if (mark.getAttribute("role") !== "button") mark.setAttribute("role", "button");
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key, target } = event;
    const mark = /** @type {HTMLElement} */ (target);
    const marks = this.marks();
    const here = marks.indexOf(mark);
    if (here < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = mapapp.nextMark(key, here, marks.length);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    marks[next].focus();
  }
};

/**
 * Which mark a key leads to; null for other keys. Behind the last comes the first.
 * @param {string} key
 * @param {number} here
 * @param {number} count
 */
mapapp.nextMark = (key, here, count) => {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = mapapp.STEPS[key];
  return step ? (here + step + count) % count : null;
};
