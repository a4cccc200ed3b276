// Life for the map that Folium wrote: symbols, filters, cards, theme. What it is told and tells: protocol.js.
"use strict";

mapapp.TourMap = class {
  /** @param {PageData} data */
  constructor(data) {
    this.data = data;
    mapapp.compare(data);
    this.map = mapapp.written(data.map);
    /** @type {{ marks: Mark[], legs: Leg[], ghosts: Ghost[] }} */
    this.shown = { marks: [], legs: [], ghosts: [] };
    /** @type {Uint8Array | null} */
    this.visible = null;
    /** @type {Set<number> | null} */
    this.alone = null;
    /** @type {TimeView} */
    this.time = { since: "", until: "", sure: false, undated: null };
    this.beneath = new mapapp.Beneath(this);
    this.theme = this.drawnIn = "";
    this.protocol = new mapapp.Protocol((message) => this.receive(message));
    this.labels = new mapapp.Labels(this.map);
    this.legend = mapapp.legend(this.map);
    this.basemap = new mapapp.Basemap(this.map, data, this.labels, () => this.refresh());
    this.numbered = !data.points; // numbered discs while marks are few, otherwise dots on one canvas
    const places = () => (this.numbered ? this.shown.marks.map((mark) => mark.at) : []);
    this.box = new mapapp.CardBox(this.map, this.legend.box, places);
    this.corridors = new mapapp.Corridors(this.map, data, () => this.refresh(), places, this.box);
    this.marks = mapapp.marks(data.marks, mapapp.places(data.points));
    this.legs = new mapapp.Legs(this.map, data, this.marks, this.numbered, (leg, at, opener) => {
      const ends = [this.marks[leg.from].at, this.marks[leg.to].at];
      mapapp.openLeg(this.box, data, data.legs.indexOf(leg), at, ends, opener);
    });
    this.discs = new mapapp.Discs(this.map, data.travellers, (mark, focus) => this.popup.open(mark, focus));
    this.discs.moved = () => this.refresh();
    this.dots = this.numbered ? null : this.dotted();
    this.credits = mapapp.credits(this.map);
    this.popup = new mapapp.Popup(
      this.box,
      data,
      (mark) => this.cardsOf(mark),
      this.corridors,
      (id) => this.tell({ mapapp: "selected", id }),
    );
    this.popup.marks = () => this.shown.marks.filter(({ at }) => this.numbered && this.map.getBounds().contains(at));
    if (this.beneath.host) this.popup.dated = (days) => this.beneath.go(days);
    mapapp.nameLayers(this.map, data);
    mapapp.nameControls(this.map);
    this.setTheme(data.state.theme || "auto");
    this.framing = new mapapp.Framing(
      this.map,
      this.marks.map((mark) => mark.at),
      mapapp.heart(this.marks, data.ghosts),
      data.middle,
    );
    this.frame(data.state.framing);
    mapapp.wholeTour(this.map, () => this.framing.showWhole());
    this.labels.names.legend = this.legend;
    this.labels.beyond = (covered) => this.legs.beyond(covered);
    this.legend.box.addEventListener("toggle", () => this.labels.covered.forget());
    this.show(data.state);
    new mapapp.Walking(this.map.getContainer());
    mapapp.sharePage(this.map);
    this.listen();
    Promise.all(this.corridors.loading).then(() => {
      const stops = this.shown.marks.map((mark) => mark.at);
      this.framing.keepClear(this.legend.box, stops);
    });
    const scenes = data.state.story || /** @type {StandaloneData} */ (data).story || [];
    this.story = scenes.length ? new mapapp.Story(this, scenes) : null;
    if (data.state.scene) this.story?.open(data.state.scene);
    mapapp.later(() => this.beneath.fill());
    document.documentElement.dataset.ready = "1";
    this.tell({ mapapp: "ready" });
  }

  dotted() {
    const pane = this.map.createPane("dots");
    pane.style.zIndex = "420";
    pane.style.pointerEvents = "none";
    const dots = new mapapp.Dots(this.marks, (mark) => this.popup.open(mark), this.data.travellers);
    dots.addTo(feature_group_itinerary);
    this.labels.more = () => (this.map.hasLayer(dots) ? dots.boxes() : []);
    return dots;
  }

  /** @param {ViewMessage} message */
  receive(message) {
    if (message.theme) this.setTheme(message.theme);
    if (message.framing) this.frame(message.framing);
    if (message.edits) this.popup.edit = (id) => this.tell({ mapapp: "edit", id });
    this.show(message);
    if (message.scene) this.story?.begin(message.scene);
  }

  /**
   * What the view leaves. Absent keys keep what was.
   * @param {ViewMessage} state
   */
  show(state) {
    if (state.visible !== undefined) this.visible = state.visible === null ? null : mapapp.bits(state.visible);
    if (state.borders) this.basemap.show(state.borders);
    if (state.alone !== undefined) this.alone = state.alone === null ? null : new Set(state.alone);
    const { marks, ghosts, legs } = mapapp.left(this.data, this.marks, this.visible, this.alone);
    this.shown = { marks, ghosts, legs };
    if (this.dots) {
      const there = new Set(marks);
      this.dots.show(this.marks.map((mark) => (there.has(mark) ? this.eventsOf(mark).length || 1 : 0)));
      this.discs.show([], ghosts);
    } else this.discs.show(marks, ghosts);
    this.corridors.setBehind(marks.length > 0);
    this.legs.show(legs, ghosts);
    this.corridors.drawNodes();
    this.refresh();
    document.documentElement.dataset.shown = String(marks.length);
    document.documentElement.dataset.revision = String(state.revision || 0);
    if (state.corridors) this.corridors.show(state.corridors);
    if (state.route !== undefined) {
      this.beneath.leave(); // a page about a way has no use for it
      this.corridors.setRoute(state.route);
    }
    this.showTime(state);
    const { selected, brief } = state;
    if (selected !== undefined && selected !== this.popup.selected) this.popup.select(selected, this.marks, brief);
    if (selected !== undefined) this.beneath.timeline?.select(selected);
  }

  /** @param {ViewMessage} state */
  showTime({ since, until, sure, undated, align }) {
    if (since === undefined) return;
    const bits = typeof undated === "string" ? mapapp.bits(undated) : (undated ?? null);
    this.time = { since, until: until || "", sure: sure || false, undated: bits, align };
    this.beneath.show(this.time);
  }

  /**
   * Choose an event from beside the map.
   * @param {string} id
   */
  pick(id) {
    this.popup.select(id, this.marks, true);
    this.tell({ mapapp: "selected", id });
  }

  /** Labels and legend follow what is shown; labels come last, because they keep off credits and legend. */
  refresh() {
    if (!this.framing) return; // not all is there yet
    const { labels, boxes } = this.discs.labels();
    const tiles = mapapp.tileCredits.get(this.map);
    const said = [this.basemap.sentence(), this.data.notice];
    const credits = [...said, ...this.data.credits, ...(tiles ? [tiles] : []), ...this.corridors.credits()];
    const line = mapapp.creditLine(credits);
    const told = [
      ...mapapp.legendOfTour(this.shown, this.data, !this.numbered, this.legs.tooMany),
      ...this.corridors.legend(this.data.legend),
    ];
    if (this.legend.show(told) || line !== this.credits.textContent) this.labels.covered.forget();
    if (line !== this.credits.textContent) this.credits.textContent = line;
    const corridors = this.corridors.route ? [] : this.corridors.shown(); // a way that was chosen speaks for itself
    this.labels.names.wanted = [...this.legs.names(), ...mapapp.namesOfCorridors(corridors, this.data.legend)];
    this.labels.callouts.wanted = mapapp.calloutsLeft(this.data.callouts, this.visible, this.alone);
    const lines = [...this.legs.lines(), ...this.corridors.lines()];
    this.labels.set([...labels, ...this.corridors.labels()], boxes, lines);
  }

  /** @param {Mark} mark */
  eventsOf(mark) {
    return (mark.events || []).filter((event) => mapapp.isSet(this.visible, event));
  }

  /** @param {Mark} mark */
  cardsOf(mark) {
    const visits = !this.alone || this.alone.has(mark.index) ? mark.visits || [] : [];
    return [...this.eventsOf(mark), ...visits];
  }

  /** @param {Framed} [at] */
  frame(at) {
    this.framing.show(at);
  }

  /** @param {string} theme "light", "dark", or "auto" for what the reader's system has */
  setTheme(theme) {
    this.theme = theme;
    const dark = theme === "dark" || (theme === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches);
    const name = dark ? "dark" : "light";
    if (name === this.drawnIn) return; // every message names it, and styling 10,000 lines anew takes a while
    this.drawnIn = name;
    document.documentElement.dataset.theme = name;
    this.basemap.style();
    this.corridors.style();
    this.legs.style();
    this.dots?.redraw();
    this.beneath.timeline?.draw();
  }

  listen() {
    this.map.on("overlayadd overlayremove", () => this.tell({ mapapp: "corridors", ids: this.corridors.ids() }));
    const scheme = window.matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", () => this.setTheme(this.theme));
    this.map.on("click", ({ latlng }) => {
      const { lng, lat } = latlng.wrap();
      this.tell({ mapapp: "clicked", at: [Number(lng.toFixed(5)), Number(lat.toFixed(5))] });
    });
    this.map.on("moveend", () => {
      if (this.framing.settling || this.box.holds) return; // a link shows the first view, and the one before a card
      const { lng, lat } = this.map.getCenter().wrap();
      this.tell({ mapapp: "moved", at: [Number(lng.toFixed(3)), Number(lat.toFixed(3)), this.map.getZoom()] });
    });
  }

  /** @param {MapMessage} message */
  tell(message) {
    if (message.mapapp === "selected") this.beneath.timeline?.select(message.id);
    this.protocol.tell(message);
  }
};

/**
 * The map that Folium wrote under a name, set up as ours.
 * @param {string} name
 * @returns {L.Map}
 */
mapapp.written = (name) => {
  /** @type {L.Map} */
  const map = /** @type {any} */ (window)[name];
  map.setMinZoom(2).setMaxZoom(12);
  map.zoomControl.setPosition("topleft");
  map.getContainer().setAttribute("role", "region");
  map.getContainer().setAttribute("aria-label", mapapp.tr("Map"));
  return map;
};

/**
 * Where the marks are, by their index: as the data say, else as Folium's layer has them, which then is emptied, because
 * discs of ours stand for its dots.
 * @param {Position[]} [points]
 * @returns {L.LatLng[]}
 */
mapapp.places = (points) => {
  if (points) return points.map(([longitude, latitude]) => L.latLng(latitude, longitude));
  /** @type {L.LatLng[]} */
  const places = [];
  for (const layer of geo_json_marks.getLayers()) {
    const dot = /** @type {L.CircleMarker} */ (layer);
    places[dot.feature?.properties.id] = dot.getLatLng();
  }
  geo_json_marks.clearLayers();
  return places;
};

/**
 * The marks with their places; those at one point stand side by side.
 * @param {MarkData[]} marks
 * @param {L.LatLng[]} places
 */
mapapp.marks = (marks, places) => {
  /** @type {Map<string, Mark[]>} */
  const groups = new Map();
  return marks.map((data, index) => {
    const at = places[index];
    const key = `${at.lat},${at.lng}`;
    const beside = groups.get(key) || [];
    groups.set(key, beside);
    /** @type {Mark} */
    const mark = { ...data, index, at, beside };
    beside.push(mark);
    return mark;
  });
};

/**
 * What a view leaves: marks with an event that is left, or without any and named, legs between such, ghosts of events.
 * @param {{ legs: Leg[], ghosts: Ghost[] }} data
 * @param {Mark[]} marks
 * @param {Uint8Array | null} visible the bits of the events; null: all
 * @param {Set<number> | null} alone indices of marks without events; null: all
 */
mapapp.left = (data, marks, visible, alone) => {
  const there = marks.map(({ events, index }) =>
    events?.length ? events.some((event) => mapapp.isSet(visible, event)) : !alone || alone.has(index),
  );
  return {
    marks: marks.filter(({ index }) => there[index]),
    legs: data.legs.filter((leg) => there[leg.from] && there[leg.to]),
    ghosts: data.ghosts.filter((ghost) => mapapp.isSet(visible, ghost.event)),
  };
};

/** @type {InstanceType<typeof mapapp.TourMap> | undefined} */
mapapp.tourMap = undefined;
document.addEventListener("DOMContentLoaded", () => {
  const text = document.getElementById("mapapp-data")?.textContent || "null";
  const data = /** @type {PageData | null} */ (JSON.parse(text));
  if (!data) return;
  mapapp.speak(data.words);
  mapapp.hear(data.untold);
  mapapp.tourMap = new mapapp.TourMap(data);
});
