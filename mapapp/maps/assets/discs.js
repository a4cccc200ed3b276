// Few marks: numbered discs, side by side where several stand at one point, and rings for other places on record.
"use strict";

mapapp.Discs = class {
  /**
   * @param {string[]} travellers their names
   * @param {(mark: Mark, focus: boolean) => void} opened told of a click; `focus` is for the keyboard
   */
  constructor(travellers, opened) {
    this.travellers = travellers;
    this.opened = opened;
    /** @type {Mark[]} */
    this.marks = [];
    this.rings = L.layerGroup().addTo(feature_group_itinerary);
    this.discs = L.layerGroup().addTo(feature_group_itinerary);
  }

  /** @param {Mark[]} marks */
  show(marks) {
    const focused = this.marks.find((mark) => mark.element && mark.element === document.activeElement);
    this.discs.clearLayers();
    this.marks = marks;
    const shown = new Set(marks);
    for (const mark of marks) this.draw(mark, mark.beside.filter((other) => shown.has(other)).indexOf(mark));
    if (focused && shown.has(focused)) focused.element?.focus({ preventScroll: true }); // who walks by keyboard stays there
  }

  /**
   * @param {Mark} mark
   * @param {number} place among the marks at its point that are shown
   */
  draw(mark, place) {
    const { first, other } = mapapp.SIZES;
    const size = place === 0 ? first : other;
    const left = place === 0 ? size / 2 : -first / 2 - 3 - (place - 1) * (size + 3);
    const html = mapapp.disc(mark, size);
    const icon = L.divIcon({ html, className: "disc-icon", iconSize: undefined, iconAnchor: [left, size / 2] });
    const words = mapapp.spoken(mark, this.travellers);
    const marker = L.marker(mark.at, { icon, title: words, alt: words, riseOnHover: true });
    marker.on("click", () => this.opened(mark, false));
    marker.on("add", () => {
      mark.element = marker.getElement(); // a new one each time that the layer is switched on
      mark.element?.setAttribute("aria-label", words);
      mark.element?.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        this.opened(mark, true);
      });
    });
    marker.addTo(this.discs);
  }

  /** @param {Ghost[]} ghosts */
  showGhosts(ghosts) {
    this.rings.clearLayers();
    const size = mapapp.SIZES.ghost;
    const stated = new Set(ghosts.filter((ghost) => !ghost.unstated).map(({ at }) => at.join()));
    for (const [key, [longitude, latitude]] of new Map(ghosts.map(({ at }) => [at.join(), at]))) {
      const html = mapapp.el("span", stated.has(key) ? "disc ghost" : "disc ghost unstated");
      const icon = L.divIcon({ html, className: "disc-icon", iconSize: [size, size] });
      const options = { icon, interactive: false, keyboard: false, zIndexOffset: -1000 };
      L.marker([latitude, longitude], options).addTo(this.rings);
    }
  }
};

/**
 * The names of marks and of other places on record, and the boxes around their points to keep free of other names.
 * @param {Mark[]} marks those that have a disc
 * @param {Ghost[]} ghosts
 */
mapapp.stopLabels = (marks, ghosts) => {
  /** @type {LabelWish[]} */
  const labels = [];
  /** @type {{ at: L.LatLng, box: [number, number, number, number] }[]} */
  const boxes = [];
  const counts = new Map();
  for (const mark of marks) counts.set(mark.beside, (counts.get(mark.beside) || 0) + 1);
  const named = new Set();
  for (const mark of marks) {
    if (named.has(mark.beside)) continue;
    named.add(mark.beside);
    const half = mapapp.SIZES.first / 2;
    const right = half + (counts.get(mark.beside) - 1) * (mapapp.SIZES.other + 3);
    labels.push({ text: mark.title, at: mark.at, kind: "stop", zoom: 0, gap: [half, right], reach: half });
    boxes.push({ at: mark.at, box: [-half, -half, half + right, 2 * half] });
  }
  for (const { title, at: position } of ghosts) {
    const at = L.latLng(position[1], position[0]);
    if (marks.some((mark) => mark.title === title) || named.has(title)) continue;
    named.add(title);
    labels.push({ text: title, at, kind: "ghost", zoom: 0, gap: [17, 17], reach: 17 });
    boxes.push({ at, box: [-17, -17, 34, 34] });
  }
  return { labels, boxes };
};
