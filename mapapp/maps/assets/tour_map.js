// Life for the map that Folium wrote: symbols, filters, cards, theme, and the protocol with the page around it.
//
// Messages in, from the parent page of the same origin:  {mapapp: "view", visible?, alone?, selected?, theme?, framing?}
//   visible: base64, one bit for each event, lowest bit first; null: all events
//   alone: indices of the marks without events that are shown; null: all
//   corridors: ids of the corridors that are shown
//   route: {corridor: id, sections: ids, nodes: ids in order}, a way that is drawn and framed; null: none
//   selected: the id of an event or "visit:" and that of a visit without one, "" for none;  theme: "light" | "dark" | "auto";  framing: [longitude, latitude, zoom]
// Messages out:  {mapapp: "ready"}, {mapapp: "selected", id}, {mapapp: "moved", at: [longitude, latitude, zoom]},
//   {mapapp: "corridors", ids} after a click in the layer control
"use strict";

// A dot that the view hides stays in its layer: leaving it undrawn costs less than taking 10,000 layers out and in.
L.CircleMarker.include({
  _updatePath() { if (!this.away) this._renderer._updateCircle(this); },
});
mapapp.containsPoint = L.CircleMarker.prototype._containsPoint;
L.CircleMarker.include({
  _containsPoint(point) { return !this.away && mapapp.containsPoint.call(this, point); },
});

mapapp.TourMap = class {
  constructor(data) {
    this.data = data;
    this.map = window[data.map];
    this.shown = { marks: [], legs: [], ghosts: [] };
    this.selected = "";
    this.visible = null;
    this.map.setMinZoom(2).setMaxZoom(12);
    this.map.zoomControl.setPosition("topleft");
    this.map.getContainer().setAttribute("role", "region");
    this.map.getContainer().setAttribute("aria-label", "Map");
    this.labels = new mapapp.Labels(this.map);
    this.legend = mapapp.legend(this.map);
    this.basemap = mapapp.basemap(this.map, data, this.labels);
    this.corridors = new mapapp.Corridors(this.map, data, () => this.refresh(), () => (this.numbered ? this.shown.marks.map((mark) => mark.at) : []));
    this.prepare();
    this.credits = mapapp.credits(this.map);
    mapapp.nameLayers(this.map, data);
    this.setTheme(data.state.theme || "auto");
    this.framing = new mapapp.Framing(this.map, this.marks.map((mark) => mark.at), data.middle);
    this.frame(data.state.framing);
    this.show(data.state);
    this.listen();
    Promise.all(this.corridors.loading).then(() => this.framing.keepClear(this.legend.box, this.shown.marks.map((mark) => mark.at)));
    document.documentElement.dataset.ready = "1";
    this.tell({ mapapp: "ready" });
  }

  // Symbols for the marks: numbered discs while they are few, otherwise dots on one canvas.
  prepare() {
    const beside = new Map(); // marks at one point stand side by side
    this.marks = [];
    const add = (index, at) => {
      const key = at.lat + "," + at.lng;
      if (!beside.has(key)) beside.set(key, []);
      const mark = { ...this.data.marks[index], index, at, beside: beside.get(key) };
      mark.beside.push(mark);
      this.marks[index] = mark;
    };
    this.numbered = !this.data.points;
    if (this.numbered) {
      geo_json_marks.eachLayer((dot) => {
        dot.away = true; // a disc stands for it
        add(dot.feature.properties.id, dot.getLatLng());
      });
    } else this.data.points.forEach(([longitude, latitude], index) => add(index, L.latLng(latitude, longitude)));
    this.legs = new mapapp.Legs(this.map, this.data, this.marks, this.numbered);
    this.rings = L.layerGroup().addTo(feature_group_itinerary);
    this.discs = L.layerGroup().addTo(feature_group_itinerary);
    if (this.numbered) return;
    const pane = this.map.createPane("dots");
    pane.style.zIndex = 420;
    pane.style.pointerEvents = "none";
    this.dots = new mapapp.Dots(this.marks, (mark) => this.open(mark), this.data.travellers).addTo(feature_group_itinerary);
    this.labels.more = () => (this.map.hasLayer(this.dots) ? this.dots.boxes() : []);
  }

  // What the view leaves. Absent keys keep what was.
  show(state) {
    if ("visible" in state) this.visible = state.visible === null ? null : mapapp.bits(state.visible);
    if ("alone" in state) this.alone = state.alone === null ? null : new Set(state.alone);
    const isShown = (event) => this.visible === null || (this.visible[event >> 3] >> (event & 7)) & 1;
    const hasEvents = (mark) => mark.events && mark.events.length;
    const visible = this.marks.map((mark) => (hasEvents(mark) ? mark.events.some(isShown) : !this.alone || this.alone.has(mark.index)));
    this.isShown = isShown;
    this.shown.marks = this.marks.filter((mark) => visible[mark.index]);
    this.shown.legs = this.data.legs.filter((leg) => visible[leg.from] && visible[leg.to]);
    this.shown.ghosts = this.data.ghosts.filter((ghost) => isShown(ghost.event));
    if (this.numbered) this.drawDiscs();
    else this.dots.show(this.marks.map((mark) => (visible[mark.index] ? (mark.events || []).filter(isShown).length || 1 : 0)));
    this.legs.show(this.shown.legs, this.shown.ghosts);
    this.drawGhosts();
    this.corridors.drawNodes();
    this.refresh();
    document.documentElement.dataset.shown = this.shown.marks.length;
    document.documentElement.dataset.revision = state.revision || 0;
    if (state.corridors) this.corridors.show(state.corridors);
    if ("route" in state) this.corridors.setRoute(state.route);
    if ("selected" in state && state.selected !== this.selected) this.select(state.selected);
  }

  drawDiscs() {
    const focused = this.marks.find((mark) => mark.element && mark.element === document.activeElement);
    this.discs.clearLayers();
    const shown = new Set(this.shown.marks);
    for (const mark of this.shown.marks) {
      const place = mark.beside.filter((other) => shown.has(other)).indexOf(mark);
      const size = place === 0 ? mapapp.SIZES.first : mapapp.SIZES.other;
      const html = mapapp.disc(mark, size);
      const left = place === 0 ? size / 2 : -mapapp.SIZES.first / 2 - 3 - (place - 1) * (size + 3);
      const icon = L.divIcon({ html, className: "disc-icon", iconSize: null, iconAnchor: [left, size / 2] });
      const words = mapapp.spoken(mark, this.data.travellers);
      const marker = L.marker(mark.at, { icon, title: words, alt: words, riseOnHover: true }).addTo(this.discs);
      marker.on("click", () => this.open(mark));
      marker.getElement().addEventListener("keydown", (e) => {
        if (e.key === "Enter" || e.key === " ") { e.preventDefault(); this.open(mark, true); }
      });
      marker.getElement().setAttribute("aria-label", words);
      mark.element = marker.getElement();
    }
    if (focused && shown.has(focused)) focused.element.focus({ preventScroll: true }); // who walks by keyboard stays there
  }

  drawGhosts() {
    this.rings.clearLayers();
    for (const at of new Set(this.shown.ghosts.map((ghost) => ghost.at.join()))) {
      const [longitude, latitude] = at.split(",").map(Number);
      const size = mapapp.SIZES.ghost;
      const stated = this.shown.ghosts.some((ghost) => ghost.at.join() === at && !ghost.unstated);
      const ring = mapapp.el("span", stated ? "disc ghost" : "disc ghost unstated");
      const icon = L.divIcon({ html: ring, className: "disc-icon", iconSize: [size, size] });
      L.marker([latitude, longitude], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(this.rings);
    }
  }

  // Labels and legend follow what is shown; labels come last, because they keep off credits and legend.
  refresh() {
    if (!this.marks) return;
    const labels = [], boxes = [], named = new Set();
    const counts = new Map();
    const few = this.numbered ? this.shown.marks : [];
    for (const mark of few) counts.set(mark.beside, (counts.get(mark.beside) || 0) + 1);
    for (const mark of few) {
      if (named.has(mark.beside)) continue;
      named.add(mark.beside);
      const half = mapapp.SIZES.first / 2;
      const right = half + (counts.get(mark.beside) - 1) * (mapapp.SIZES.other + 3);
      labels.push({ text: mark.title, at: mark.at, kind: "stop", zoom: 0, gap: [half, right], reach: half });
      boxes.push({ at: mark.at, box: [-half, -half, half + right, 2 * half] });
    }
    for (const ghost of this.shown.ghosts) {
      const at = L.latLng(ghost.at[1], ghost.at[0]);
      if (few.some((mark) => mark.title === ghost.title) || named.has(ghost.title)) continue;
      named.add(ghost.title);
      labels.push({ text: ghost.title, at, kind: "ghost", zoom: 0, gap: [17, 17], reach: 17 });
      boxes.push({ at, box: [-17, -17, 34, 34] });
    }
    const lines = [...this.legs.lines(), ...this.corridors.lines()];
    this.credits.textContent = [this.data.notice, ...this.data.credits, ...(this.map.tileCredit ? [this.map.tileCredit] : []), ...this.corridors.credits()].join(" · ").replace(". ·", ".");
    this.legend.show([...mapapp.legendOfTour(this.shown, this.data.travellers, this.dots, this.legs.tooMany), ...this.corridors.legend()]);
    this.labels.set([...labels, ...this.corridors.labels()], boxes, lines);
  }

  async open(mark, focus = false) {
    const here = mark.beside.flatMap((other) => this.cardsOf(other));
    const own = this.cardsOf(mark);
    const first = own.length ? own[0] : here[0];
    if (first === undefined) return;
    this.tell({ mapapp: "selected", id: this.data.ids[first] });
    await this.popup(mark, here.sort((a, b) => a - b), first, focus);
  }

  // The indices of a mark's cards that the view leaves: its events, and its visits without one.
  cardsOf(mark) {
    const visits = !this.alone || this.alone.has(mark.index) ? mark.visits || [] : [];
    return [...(mark.events || []).filter(this.isShown), ...visits];
  }

  // Open the card of an event or a visit, or close the open one.
  async select(id) {
    this.selected = id;
    const card = this.data.ids.indexOf(id);
    if (card < 0) { this.map.closePopup(); return; }
    const mark = this.marks.find((m) => [...(m.events || []), ...(m.visits || [])].includes(card));
    if (!mark) return;
    const here = new Set([card, ...mark.beside.flatMap((other) => this.cardsOf(other))]);
    await this.popup(mark, [...here].sort((a, b) => a - b), card, false);
  }

  // shown: indices of the cards
  async popup(mark, shown, chosen, focus) {
    this.selected = this.data.ids[chosen];
    this.opener = mark;
    const words = await mapapp.cards(this.data);
    const cards = shown.map((index) => words.events[index] || words.visits[index - words.events.length]);
    const node = mapapp.card(cards, words.sources, this.selected);
    const near = (at) => (mark.area ? [] : this.corridors.near(at)); // an area has no distance
    const addNear = () => near(mark.at).forEach((words) => node.append(mapapp.el("p", "near", words + ".")));
    if (this.corridors.loading.size) Promise.all(this.corridors.loading).then(addNear);
    else addNear();
    const size = this.map.getSize();
    const narrow = size.x < 600; // there the card is a sheet at the foot of the map, over everything
    const popup = L.popup({
      className: narrow ? "card-popup sheet" : "card-popup", minWidth: 300, maxWidth: 320, autoPan: !narrow,
      maxHeight: narrow ? size.y * 0.5 : Math.max(160, Math.min(460, size.y - 90)), autoPanPadding: [24, 24], offset: [0, -8],
    }).setLatLng(mark.at).setContent(node);
    this.opening = true;
    popup.openOn(this.map);
    this.opening = false;
    const element = popup.getElement();
    if (narrow) mapapp.asSheet(this.map, popup, mark);
    element.setAttribute("role", "dialog");
    const { title, place } = cards[shown.indexOf(chosen)];
    element.setAttribute("aria-label", `${title}, ${place}`);
    const section = node.querySelector(".chosen");
    if (section && shown.length > 1) node.parentNode.scrollTop = section.offsetTop - node.offsetTop + (section.previousSibling ? 8 : 0);
    if (focus) { node.tabIndex = -1; node.focus(); }
  }

  frame(at) { this.framing.show(at); }

  setTheme(theme) {
    this.theme = theme;
    const dark = theme === "dark" || (theme === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches);
    const name = dark ? "dark" : "light";
    if (name === this.drawnIn) return; // every message names it, and styling 10,000 lines anew takes a while
    this.drawnIn = document.documentElement.dataset.theme = name;
    this.basemap.style();
    this.corridors.style();
    if (!this.isShown) return;
    this.legs.style();
    if (this.dots) this.dots._redraw();
  }

  listen() {
    this.map.on("overlayadd overlayremove", () => this.tell({ mapapp: "corridors", ids: this.corridors.ids() }));
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.setTheme(this.theme));
    window.addEventListener("message", (message) => {
      const data = message.data;
      if (message.origin !== location.origin || !data || data.mapapp !== "view") return;
      if (data.theme) this.setTheme(data.theme);
      if (data.framing) this.frame(data.framing);
      this.show(data);
    });
    this.map.on("moveend", () => {
      if (this.framing.settling) return; // the first view still is what a link without a place shows
      const centre = this.map.getCenter().wrap();
      this.tell({ mapapp: "moved", at: [+centre.lng.toFixed(3), +centre.lat.toFixed(3), this.map.getZoom()] });
    });
    this.map.on("popupclose", () => {
      if (this.opening || !this.selected) return;
      this.selected = "";
      this.tell({ mapapp: "selected", id: "" });
    });
    document.addEventListener("keydown", (e) => {
      const card = e.key === "Escape" && document.querySelector(".card-popup");
      if (!card) return;
      const inside = card.contains(document.activeElement);
      this.map.closePopup();
      if (inside && this.opener.element) this.opener.element.focus({ preventScroll: true });
    });
  }

  tell(message) {
    if (this.heard) this.heard(message); // in the standalone file, where the panel is in the same page
    else if (mapapp.hosted()) window.parent.postMessage(message, location.origin);
  }
};

// Whether the page around the map is of the same origin; a page of another host is told nothing.
mapapp.hosted = function () {
  try {
    return window.parent !== window && Boolean(window.parent.document);
  } catch {
    return false;
  }
};

document.addEventListener("DOMContentLoaded", () => {
  mapapp.tourMap = new mapapp.TourMap(JSON.parse(document.getElementById("mapapp-data").textContent));
});
