// Few marks: numbered discs, side by side where several stand at one point, apart where they would hide each other, and
// beside them a question mark for another place on record.
"use strict";

/**
 * @typedef {object} Group what stands at one point
 * @property {L.LatLng} at
 * @property {Mark[]} marks
 * @property {Ghost[]} ghosts
 * @property {number} left half the width to the left of the point, in pixels
 * @property {number} right and to the right of it
 * @property {[x: number, y: number]} shift by which a crowd has moved it
 */

mapapp.Discs = class {
  /**
   * @param {L.Map} map
   * @param {string[]} travellers their names
   * @param {(mark: Mark, focus: boolean) => void} opened told of a click; `focus` is for the keyboard
   */
  constructor(map, travellers, opened) {
    this.map = map;
    this.travellers = travellers;
    this.opened = opened;
    /** @type {Group[]} */
    this.groups = [];
    this.sizes = mapapp.SIZES;
    this.rings = new mapapp.Standing(L.layerGroup().addTo(feature_group_itinerary));
    this.discs = new mapapp.Standing(L.layerGroup().addTo(feature_group_itinerary));
    this.moved = () => {}; // told when the zoom has moved discs from where they stood, with their names
    map.on("zoomend", () => {
      const stood = String(this.groups.map(({ shift }) => shift));
      this.draw();
      if (stood !== String(this.groups.map(({ shift }) => shift))) this.moved();
    });
  }

  /**
   * @param {Mark[]} marks
   * @param {Ghost[]} ghosts
   */
  show(marks, ghosts) {
    this.groups = mapapp.groups(marks, ghosts);
    this.draw();
  }

  draw() {
    const marks = this.groups.flatMap((group) => mapapp.each(group.marks));
    const focused = marks.find((mark) => mark.element && mark.element === document.activeElement);
    this.sizes = mapapp.laidOut(this.groups, (at) => this.map.project(at, this.map.getZoom()));
    /** @type {Map<string, () => L.Layer>} */
    const discs = new Map();
    /** @type {Map<string, () => L.Layer>} */
    const rings = new Map();
    for (const group of this.groups) {
      const { at, shift, left, right, ghosts } = group;
      const where = `${at.lat} ${at.lng} ${shift}`;
      if (shift[0] || shift[1]) rings.set(`leader ${where}`, () => this.leader(group));
      let edge = -left; // of the next disc, from the point
      group.marks.forEach((mark, place) => {
        const size = place === 0 ? this.sizes.first : this.sizes.other;
        const from = edge;
        const what = `${mark.index} ${mark.gathered?.map(({ index }) => index)} ${place === 0} ${size}`;
        discs.set(`${what} ${from} ${shift}`, () => this.disc(group, mark, size, from));
        edge += mapapp.discWidth(mark, size) + 3;
      });
      const stated = `${group.marks.length} ${right} ${this.sizes.ghost} ${ghosts.every((ghost) => ghost.unstated)}`;
      if (ghosts.length) rings.set(`ring ${where} ${stated}`, () => this.ring(group));
    }
    this.rings.show(rings);
    this.discs.show(discs);
    focused?.element?.focus({ preventScroll: true }); // who walks by keyboard stays there
  }

  /**
   * @param {Group} group
   * @param {Mark} mark
   * @param {number} size in pixels
   * @param {number} at its left edge, from the point of the group
   */
  disc({ marks, shift: [x, y] }, mark, size, at) {
    const html = mapapp.disc(mark, size, mark === marks[0]);
    const left = html.classList.contains("wide") ? size / 2 : -at; // a wide one moves itself to its middle
    const icon = L.divIcon({ html, className: "disc-icon", iconSize: undefined, iconAnchor: [left - x, size / 2 - y] });
    html.style.setProperty("--half", `${size / 2}px`);
    const words = mapapp.spoken(mark, this.travellers);
    const marker = L.marker(mark.at, { icon, title: words, alt: words, riseOnHover: true });
    const all = mark.gathered || [mark];
    marker.on("click", () => this.opened(all[0], false));
    marker.on("add", () => {
      const element = marker.getElement(); // a new one each time that the layer is switched on
      for (const each of all) each.element = element;
      element?.setAttribute("aria-label", words);
      if (element) mapapp.onEnter(element, () => this.opened(all[0], true));
    });
    return marker;
  }

  /** @param {Group} group */
  ring({ at, marks, ghosts, right, shift: [x, y] }) {
    const size = this.sizes.ghost;
    const html = mapapp.ghostSign(
      ghosts.every((ghost) => ghost.unstated),
      size,
    );
    const left = marks.length ? size - right : size / 2;
    const icon = L.divIcon({
      html,
      className: "disc-icon",
      iconSize: [size, size],
      iconAnchor: [left - x, size / 2 - y],
    });
    return L.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -1000 });
  }

  /**
   * A thin line from the place to discs that were moved from it.
   * @param {Group} group
   */
  leader({ at, shift: [x, y] }) {
    const html = mapapp.el("span", "leader");
    html.style.width = `${Math.hypot(x, y)}px`;
    html.style.transform = `rotate(${Math.atan2(y, x)}rad)`;
    const icon = L.divIcon({ html, className: "label-icon", iconSize: undefined, iconAnchor: [0, 0] });
    return L.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -2000 });
  }

  /** The names of what stands there, with days, and the boxes around it to keep free of other names. */
  labels() {
    /** @type {LabelWish[]} */
    const labels = [];
    /** @type {{ at: L.LatLng, box: [number, number, number, number] }[]} */
    const boxes = [];
    const half = this.sizes.first / 2;
    for (const { at, marks, ghosts, left, right, shift } of this.groups) {
      const wish = { at, zoom: 0, gap: /** @type {[number, number]} */ ([left, right]), shift };
      const [mark] = marks;
      if (mark)
        labels.push({ ...wish, text: mark.title, kind: "stop", reach: half, note: mapapp.daysOf(mapapp.each(marks)) });
      else labels.push({ ...wish, text: ghosts[0].title, kind: "ghost", reach: left });
      const high = mark ? half : left;
      boxes.push({ at, box: [shift[0] - left, shift[1] - high, left + right, 2 * high] });
    }
    return { labels: labels.sort((a, b) => Number(a.kind === "ghost") - Number(b.kind === "ghost")), boxes };
  }
};

/**
 * What stands at each point, in order of the marks, then of the other places on record.
 * @param {Mark[]} marks
 * @param {Ghost[]} ghosts
 * @returns {Group[]}
 */
mapapp.groups = (marks, ghosts) => {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  /** @type {(at: L.LatLng) => Group} */
  const group = (at) => {
    const key = [at.lat, at.lng].map((degrees) => degrees.toFixed(4)).join();
    const found = groups.get(key) || { at, marks: [], ghosts: [], left: 0, right: 0, shift: [0, 0] };
    groups.set(key, found);
    return found;
  };
  for (const mark of marks) group(mark.at).marks.push(mark);
  for (const ghost of ghosts) group(L.latLng(ghost.at[1], ghost.at[0])).ghosts.push(ghost);
  for (const each of groups.values()) each.marks = mapapp.gathered(each.marks);
  mapapp.measure([...groups.values()], mapapp.SIZES);
  return [...groups.values()];
};

mapapp.BESIDE = 5; // stops at one point that stand beside each other; of more one disc tells how many there are

/**
 * What stands at a point: too many stops of travellers are one disc, which opens the card of the first.
 * @param {Mark[]} marks
 * @returns {Mark[]}
 */
mapapp.gathered = (marks) => {
  const stops = marks.filter(({ traveller }) => typeof traveller === "number");
  if (stops.length <= mapapp.BESIDE) return marks;
  const label = mapapp.plural(stops.length, "{n} stay", "{n} stays");
  const letter = stops.every((stop) => stop.letter === stops[0].letter) ? stops[0].letter : undefined;
  const status = mapapp.statusOfAll(stops);
  const doubtful = stops.some((stop) => stop.doubtful);
  const events = stops.flatMap((stop) => stop.events || []);
  const alike = { label, letter, status, doubtful, events, number: undefined, traveller: undefined };
  const one = { ...stops[0], ...alike, gathered: stops };
  return [one, ...marks.filter((mark) => !stops.includes(mark))];
};

/**
 * The marks one by one, those that are gathered too.
 * @param {Mark[]} marks
 */
mapapp.each = (marks) => marks.flatMap((mark) => mark.gathered || [mark]);

/**
 * How much room each group takes with discs of these sizes.
 * @param {Group[]} groups
 * @param {typeof mapapp.SIZES} sizes
 */
mapapp.measure = (groups, { first, other, ghost }) => {
  for (const each of groups) {
    each.left = each.marks.length ? mapapp.discWidth(each.marks[0], first) / 2 : ghost / 2;
    const beside = each.marks.length && each.ghosts.length ? ghost + 3 : 0;
    const others = each.marks.slice(1).map((mark) => mapapp.discWidth(mark, other) + 3);
    each.right = each.left + others.reduce((sum, width) => sum + width, 0) + beside;
  }
};

/**
 * Lay the groups out with the largest discs of which few have to be moved; gives their sizes.
 * @param {Group[]} groups
 * @param {(at: L.LatLng) => { x: number, y: number }} pixel
 */
mapapp.laidOut = (groups, pixel) => {
  const few = Math.max(3, groups.length / 8);
  for (const sizes of mapapp.ALL_SIZES) {
    mapapp.measure(groups, sizes);
    mapapp.keepApart(groups, pixel, sizes.first);
    if (groups.filter(({ shift: [x, y] }) => x || y).length <= few) return sizes;
  }
  return mapapp.ALL_SIZES[mapapp.ALL_SIZES.length - 1];
};

/**
 * Move discs that would touch others before them to the nearest free place around their point.
 * @param {Group[]} groups
 * @param {(at: L.LatLng) => { x: number, y: number }} pixel
 * @param {number} size of the first disc at each point
 */
mapapp.keepApart = (groups, pixel, size = mapapp.SIZES.first) => {
  const taken = new mapapp.Near();
  const places = mapapp.around(12, 12);
  const half = size / 2 + 1;
  for (const group of groups) {
    const { x, y } = pixel(group.at);
    /** @type {(shift: [number, number]) => Box} */
    const box = ([dx, dy]) => [x + dx - group.left - 1, y + dy - half, x + dx + group.right + 1, y + dy + half];
    const free = places.find((shift) => !taken.hit(box(shift)));
    group.shift = free || [0, 0];
    taken.push(box(group.shift));
  }
};

/**
 * Offsets around a point, from near to far, itself first.
 * @param {number} rings
 * @param {number} step pixels from ring to ring
 * @returns {[x: number, y: number][]}
 */
mapapp.around = (rings, step) => {
  /** @type {[number, number][]} */
  const found = [[0, 0]];
  for (let ring = 1; ring <= rings; ring++) {
    for (let turn = 0; turn < 16; turn++) {
      const angle = (turn * Math.PI) / 8;
      found.push([Math.round(ring * step * Math.cos(angle)), Math.round(ring * step * Math.sin(angle))]);
    }
  }
  return found;
};

/**
 * The days of a place as its label has them; of all that stand there together the surest are told. What was called off
 * has days only where it stands alone. The rule of mapapp/words/stop_dates.py.
 * @param {Mark[]} marks those that are shown there
 */
mapapp.daysOf = (marks) => {
  const [{ beside }] = marks;
  const whole = marks.length === beside.length && beside.find((mark) => mark.dates);
  if (whole) return whole.dates;
  const on = marks.filter(({ status }) => status !== "postponed" && status !== "cancelled");
  const told = [...(on.length ? on : marks)].sort((a, b) => ((a.since || "") < (b.since || "") ? -1 : 1));
  const dates = [...new Set(told.map(({ date }) => date).filter(Boolean))];
  return mapapp.series(dates.filter((date) => !dates.some((other) => mapapp.isDoubted(date, other))));
};

/**
 * Whether a date is another one with nothing but a word of doubt.
 * @param {string} [date]
 * @param {string} [other]
 */
mapapp.isDoubted = (date = "", other = "") =>
  date !== other && ` ${date} `.includes(` ${other} `) && !/[\d–]/.test(date.replace(other, ""));
