// The one card that is open on the map: its place, its two heights on a phone, and the view that comes back after it.
"use strict";

mapapp.CardBox = class {
  WIDTH = 376; // pixels, with the edges
  WIDER = 496; // where it is longer than the map is high, and the map is ROOMY
  ROOMY = 1000;
  NARROW = 600; // a narrower map has a sheet at its foot

  /**
   * @param {L.Map} map
   * @param {HTMLDetailsElement} legend
   * @param {() => L.LatLng[]} places of all marks that are shown
   */
  constructor(map, legend, places) {
    this.map = map;
    this.legend = legend;
    this.places = places;
    this.opening = false;
    /** @type {[centre: L.LatLng, zoom: number] | null} */
    this.before = null;
    this.moving = false; // whether the map moves for a card
    this.folded = false;
    /** @type {Opening} */
    this.now = { label: "" };
    map.on("dragstart zoomstart", () => {
      if (!this.moving) this.before = null; // where the reader has moved the map, it stays
    });
    map.on("popupclose", () => {
      if (!this.opening) this.restore();
    });
    document.addEventListener("keydown", (event) => this.escape(event));
  }

  /** Whether the map stands where a card has moved it, not where the reader has. */
  get holds() {
    return this.moving || this.before !== null;
  }

  /** Whether the map has room for a card only as a sheet at its foot. */
  get narrow() {
    return this.map.getSize().x < this.NARROW;
  }

  /**
   * Open a card, in place of the one that was open.
   * @param {L.LatLng} at
   * @param {HTMLElement} card
   * @param {Opening} opening
   */
  open(at, card, opening) {
    const { narrow } = this;
    this.now = opening;
    const popup = L.popup({
      className: narrow ? "card-popup sheet" : "card-popup",
      minWidth: this.WIDTH - 32,
      maxWidth: this.WIDTH - 32,
      autoPan: false,
    });
    popup.setLatLng(at).setContent(card);
    this.opening = true;
    popup.openOn(this.map);
    this.opening = false;
    const element = /** @type {HTMLElement} */ (popup.getElement());
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-label", opening.label);
    element.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", mapapp.tr("Close"));
    this.before = this.before || [this.map.getCenter(), this.map.getZoom()];
    if (narrow) this.asSheet(element, at);
    else this.beside(popup, element, at);
    if (opening.closed) popup.on("remove", opening.closed);
    if (!opening.focus) return;
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
  }

  /**
   * Put the card beside its point, where it hides least.
   * @param {L.Popup} popup
   * @param {HTMLElement} element
   * @param {L.LatLng} at
   */
  beside(popup, element, at) {
    const size = this.map.getSize();
    const card = /** @type {HTMLElement} */ (element.querySelector(".card"));
    const box = /** @type {HTMLElement} */ (element.querySelector(".leaflet-popup-content"));
    const foot = this.foot();
    const most = size.y - mapapp.EDGE - foot - 30; // with the edges of the card
    if (box.offsetHeight > most && size.x >= this.ROOMY) {
      popup.options.minWidth = popup.options.maxWidth = this.WIDER - 32;
      popup.update();
    }
    if (box.offsetHeight > most) mapapp.shorten(card);
    box.style.maxHeight = `${Math.max(160, most)}px`;
    const { x, y } = this.map.latLngToContainerPoint(at);
    /** @type {(place: L.LatLng) => [x: number, y: number]} */
    const pixel = (place) => {
      const point = this.map.latLngToContainerPoint(place);
      return [point.x, point.y];
    };
    const { offsetWidth: width, offsetHeight: height } = element;
    const { side, left, top, pan, tip } = mapapp.placeCard({
      size: [size.x, size.y],
      card: [width, height],
      at: [x, y],
      keep: (this.now.keep || []).map(pixel),
      rest: this.places()
        .filter((place) => !place.equals(at))
        .map(pixel),
      half: (this.now.opener?.()?.querySelector(".wide")?.getBoundingClientRect().width || 0) / 2,
      foot,
    });
    element.classList.add(side);
    element.style.setProperty("--tip", `${tip}px`);
    popup.options.offset = [left + Math.round(width / 2), top + height];
    popup.update();
    const moved = this.places().map((place) => pixel(place).map((along, axis) => along + pan[axis]));
    this.fold([x + left + pan[0], y + top + pan[1], x + left + width + pan[0], y + top + height + pan[1]], moved);
    this.pan([-pan[0], -pan[1]]);
  }

  /** What the credits, which a card must not lie over, take at the foot of the map. */
  foot() {
    /** @type {HTMLElement | null} */
    const corner = this.map.getContainer().querySelector(".leaflet-bottom.leaflet-left");
    return Math.max(70, (corner?.offsetHeight || 0) + 4);
  }

  /**
   * A legend that would lie over the card, or over a stop that makes room for it, is folded while that is open.
   * @param {Box} card
   * @param {number[][]} places in pixels, where they will be
   */
  fold(card, places) {
    const frame = this.map.getContainer().getBoundingClientRect();
    const { left, top, right, bottom } = this.legend.getBoundingClientRect();
    const legend = /** @type {Box} */ ([left - frame.left, top - frame.top, right - frame.left, bottom - frame.top]);
    const hidden = places.some(([x, y]) => mapapp.overlap([x, y, x, y], mapapp.grown(legend, 10)));
    if (!this.legend.open || !(hidden || mapapp.overlap(card, mapapp.grown(legend, 8)))) return;
    this.legend.open = false;
    this.folded = true;
  }

  /**
   * On a narrow map a card beside its point would hide everything: it is a sheet at the foot, low at first.
   * @param {HTMLElement} element
   * @param {L.LatLng} at
   */
  asSheet(element, at) {
    this.map.getContainer().append(element);
    const size = this.map.getSize();
    element.style.setProperty("--low", `${Math.round(size.y * 0.44)}px`);
    element.style.setProperty("--high", `${size.y - 64}px`);
    const sheet = /** @type {HTMLElement} */ (element.querySelector(".leaflet-popup-content"));
    if (sheet.scrollHeight > sheet.clientHeight) element.prepend(mapapp.grip(element));
    const free = size.y - element.offsetHeight;
    const point = this.map.latLngToContainerPoint(at);
    this.pan([point.x - size.x / 2, point.y - Math.max(40, free / 2)]);
  }

  /** @param {[x: number, y: number]} by pixels */
  pan(by) {
    if (!Math.round(by[0]) && !Math.round(by[1])) return;
    this.move(() => this.map.panBy(by, { animate: !mapapp.calmly(), duration: 0.2 }));
  }

  /**
   * Move the map without that being taken for the reader's wish.
   * @param {() => void} change
   */
  move(change) {
    this.moving = true;
    this.map.once("moveend", () => {
      this.moving = false;
    });
    change();
  }

  /** The view and the legend that were there before the card. */
  restore() {
    if (this.folded) this.legend.open = true;
    this.folded = false;
    if (!this.before) return;
    const [centre, zoom] = this.before;
    this.map.stop();
    this.move(() => this.map.setView(centre, zoom, { animate: !mapapp.calmly(), duration: 0.2 }));
    this.before = null;
  }

  /** @param {KeyboardEvent} event */
  escape(event) {
    const card = event.key === "Escape" && document.querySelector(".card-popup");
    if (!card) return;
    const inside = card.contains(document.activeElement);
    this.map.closePopup();
    if (inside) this.now.opener?.()?.focus({ preventScroll: true });
  }
};

/** Whether the reader wants nothing to move. */
mapapp.calmly = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * Cut the summaries of a card that is longer than the map is high; a button shows them whole.
 * @param {HTMLElement} card
 */
mapapp.shorten = (card) => {
  for (const summary of /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll(".summary"))) {
    if (summary.offsetHeight < 90) continue;
    summary.classList.add("cut");
    const more = mapapp.button("more-words", mapapp.tr("Whole text"), (event) => {
      event.stopPropagation();
      summary.classList.remove("cut");
      more.remove();
    });
    summary.after(more);
  }
};

/**
 * What a sheet is drawn higher and lower by, with a finger, the mouse or the keyboard.
 * @param {HTMLElement} sheet
 */
mapapp.grip = (sheet) => {
  const grip = mapapp.el("button", "grip", mapapp.el("span", "bar"));
  grip.type = "button";
  /** @param {boolean} high */
  const set = (high) => {
    sheet.classList.toggle("high", high);
    grip.setAttribute("aria-expanded", String(high));
    grip.setAttribute("aria-label", high ? mapapp.tr("Lower the card") : mapapp.tr("Raise the card"));
  };
  set(false);
  let from = 0;
  let swiped = false;
  grip.addEventListener("pointerdown", (event) => {
    from = event.clientY;
    swiped = false;
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener("pointerup", ({ clientY }) => {
    swiped = Math.abs(clientY - from) > 12;
    if (swiped) set(clientY < from); // a finger that has moved makes no click
  });
  grip.addEventListener("click", ({ detail }) => {
    if (!swiped || !detail) set(!sheet.classList.contains("high")); // no detail: the keyboard
  });
  L.DomEvent.disableClickPropagation(grip);
  return grip;
};
