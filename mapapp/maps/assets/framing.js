// Where the map stands: at first all stops with room for their names, later where a link or the reader put it.
"use strict";

mapapp.Framing = class {
  /**
   * @param {L.Map} map
   * @param {L.LatLng[]} points places of all marks
   * @param {L.LatLng[]} heart those where the tour happens, which a first view shows
   * @param {number} middle the meridian in the middle of them, near which a link's longitude is meant
   */
  constructor(map, points, heart, middle) {
    this.map = map;
    this.middle = middle;
    this.whole = L.latLngBounds(points);
    this.heart = heart;
    this.bounds = L.latLngBounds(heart);
    this.settling = false;
    /** @type {string | null} */
    this.first = null;
    this.limit();
    map.on("resize", () => this.limit());
    map.on("move", () => this.tell());
  }

  /**
   * The edges that names, buttons and credits take, in pixels.
   * @param {number} legend the width to leave free for it
   * @returns {{ paddingTopLeft: [number, number], paddingBottomRight: [number, number] }}
   */
  room(legend = 0) {
    const { x, y } = this.map.getSize();
    const below = document.querySelector(".folium-map + footer"); // where the credits stand below the map
    const high = below ? Math.min(70, y / 5) : 125; // in a narrow map they take many lines
    const [left, right, foot] = x < 600 ? [30, 58, high] : [60, 60, below ? 70 : 92];
    return { paddingTopLeft: [left, Math.min(60, y / 5)], paddingBottomRight: [right + legend, foot] };
  }

  /** A world that fills the map is as far out as one can go, unless the stops need more. */
  limit() {
    if (!this.whole.isValid()) return;
    const { paddingTopLeft, paddingBottomRight } = this.room();
    const room = L.point(paddingTopLeft).add(L.point(paddingBottomRight));
    this.map.setMinZoom(0);
    const fits = this.map.getBoundsZoom(this.whole, false, room);
    this.map.setMinZoom(Math.min(2, fits - 0.5)); // half a step for stops that would lie under the buttons
  }

  /** All stops, the far ones too. */
  showWhole() {
    if (this.whole.isValid()) this.map.fitBounds(this.whole, { ...this.room(), maxZoom: 7 });
  }

  /**
   * @param {Framed | null} [at] without it the heart of the tour; far ends of the way and a corridor do not shrink it
   * @param {number} legend
   */
  show(at, legend = 0) {
    if (at) {
      const [longitude, latitude, zoom] = at;
      this.map.setView([latitude, mapapp.nearest(longitude, this.middle)], zoom, { animate: false });
      mapapp.settled(this.map, null);
    } else this.showFirst(legend);
    this.first = at ? null : this.now();
    this.tell();
  }

  /**
   * The heart of the tour, again wherever the map takes another size before the reader has moved it.
   * @param {number} legend
   */
  showFirst(legend) {
    const room = { ...this.room(legend), maxZoom: 7, animate: false };
    if (this.bounds.isValid()) {
      this.map.fitBounds(this.bounds, room);
      /** @type {HTMLElement | null} */
      const buttons = this.map.getContainer().querySelector(".leaflet-control-zoom");
      if (buttons && this.covers(buttons, this.heart)) {
        room.paddingTopLeft[0] = Math.max(room.paddingTopLeft[0], buttons.offsetLeft + buttons.offsetWidth + 20);
        this.map.fitBounds(this.bounds, room);
      }
    } else this.map.setView([30, 40], 3, { animate: false });
    mapapp.settled(this.map, () => this.show(null, legend));
  }

  /** Tell the page whether its first view is the whole tour, or it has no stops: it needs no button for all then. */
  tell() {
    const { whole } = this;
    const all = !whole.isValid() || (this.first === this.now() && this.map.getBounds().contains(whole));
    const root = document.documentElement;
    if (root.hasAttribute("data-whole") === all) return;
    root.toggleAttribute("data-whole", all);
    this.map.fire("covered"); // by the button or no longer
  }

  now() {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat, this.map.getZoom()].join();
  }

  /**
   * Where the legend lies over a stop on the first view, the map moves aside; where it would have to shrink for that,
   * the legend is folded.
   * @param {HTMLDetailsElement} legend
   * @param {L.LatLng[]} stops places of those that are shown
   */
  keepClear(legend, stops) {
    if (!legend.open || this.map.getSize().x < 600 || this.first !== this.now() || !this.covers(legend, stops)) return;
    this.settling = true;
    const zoom = this.map.getZoom();
    this.show(null, legend.offsetWidth - 20);
    if (this.map.getZoom() < zoom) {
      legend.open = false; // before the names are placed anew
      this.show(null);
    }
    this.settling = false;
  }

  /**
   * @param {HTMLElement} legend
   * @param {L.LatLng[]} stops
   */
  covers(legend, stops) {
    const frame = this.map.getContainer().getBoundingClientRect();
    const { left, top, right, bottom } = legend.getBoundingClientRect();
    /** @type {Box} */
    const box = [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top];
    const half = mapapp.SIZES.first / 2;
    const foot = half + 20; // with the name below
    return stops
      .map((at) => this.map.latLngToContainerPoint(at))
      .some(({ x, y }) => mapapp.overlap([x - half, y - half, x + half, y + foot], box));
  }
};

/**
 * Where a map stands.
 * @param {L.Map} map
 */
mapapp.viewOf = (map) => ({ at: map.getCenter(), zoom: map.getZoom() });

/**
 * The view that a map was given last, and by what: it is given again where the map takes another size, until somebody
 * moves the map.
 * @type {WeakMap<L.Map, { size: L.Point, view: { at: L.LatLng, zoom: number }, again: (() => void) | null }>}
 */
mapapp.given = new WeakMap();

/**
 * Remember that the map now stands as it should.
 * @param {L.Map} map
 * @param {(() => void) | null} again sets it so; null where it is to stay whatever its size is
 */
mapapp.settled = (map, again) => {
  if (!mapapp.given.has(map)) {
    map.on("move", () => mapapp.movedFrom(map));
    map.on("resize", () => mapapp.given.get(map)?.again?.());
  }
  mapapp.given.set(map, { size: map.getSize(), view: mapapp.viewOf(map), again });
};

/**
 * What moves a map that keeps its size is somebody's wish.
 * @param {L.Map} map
 */
mapapp.movedFrom = (map) => {
  const given = mapapp.given.get(map);
  if (given && map.getSize().equals(given.size) && !mapapp.stillAt(map, given.view)) given.again = null;
};

/**
 * Whether a map still stands there; a new size moves it by a pixel or two.
 * @param {L.Map} map
 * @param {{ at: L.LatLng, zoom: number }} view
 */
mapapp.stillAt = (map, { at, zoom }) =>
  map.getZoom() === zoom && map.project(at, zoom).distanceTo(map.project(map.getCenter(), zoom)) < 3;

/**
 * Places where the tour happens: its marks without the far ends of its way, and other places on record.
 * @param {Mark[]} marks
 * @param {Ghost[]} ghosts
 */
mapapp.heart = (marks, ghosts) => [
  ...marks.filter((mark) => !mark.far).map((mark) => mark.at),
  ...ghosts.map(({ at: [longitude, latitude] }) => L.latLng(latitude, longitude)),
];

/**
 * A button on the map for all of the tour.
 * @param {L.Map} map
 * @param {() => void} wanted
 */
mapapp.wholeTour = (map, wanted) => {
  const button = mapapp.el("button", "", mapapp.tr("Whole tour"));
  button.type = "button";
  button.title = mapapp.tr("Show all stops of the tour");
  button.addEventListener("click", () => wanted());
  const box = mapapp.el("div", "leaflet-bar whole-tour", button);
  const control = new L.Control({ position: "topleft" });
  control.onAdd = () => box;
  control.addTo(map);
  L.DomEvent.disableClickPropagation(box);
};

/**
 * A longitude on the turn of the globe that is nearest to a meridian.
 * @param {number} longitude
 * @param {number} middle
 */
mapapp.nearest = (longitude, middle) => longitude + 360 * Math.round((middle - longitude) / 360);
