// Life for the map that Folium wrote: symbols, filters, cards, theme, and the protocol with the page around it.
//
// Messages in, from the parent page of the same origin:  {mapapp: "view", visible?, alone?, selected?, theme?, framing?}
//   visible: base64, one bit for each event, lowest bit first; null: all events
//   alone: indices of the marks without events that are shown; null: all
//   corridors: ids of the corridors that are shown
//   route: {corridor: id, sections: ids, nodes: ids in order}, a way that is drawn and framed; null: none
//   selected: an event's id, "" for none;  theme: "light" | "dark" | "auto";  framing: [longitude, latitude, zoom]
// Messages out:  {mapapp: "ready"}, {mapapp: "selected", id}, {mapapp: "moved", at: [longitude, latitude, zoom]},
//   {mapapp: "corridors", ids} after a click in the layer control
"use strict";

mapapp.NUMBERED = 200; // more marks than this are drawn as dots on one canvas

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
    this.labels = new mapapp.Labels(this.map);
    this.legend = mapapp.legend(this.map);
    this.basemap = mapapp.basemap(this.map, data, this.labels);
    this.corridors = new mapapp.Corridors(this.map, data, () => this.refresh(), () => (this.numbered ? this.shown.marks.map((mark) => mark.at) : []));
    this.prepare();
    this.credits = mapapp.credits(this.map);
    mapapp.nameLayers(this.map, data);
    this.setTheme(data.state.theme || "auto");
    this.frame(data.state.framing);
    this.show(data.state);
    this.listen();
    document.documentElement.dataset.ready = "1";
    this.tell({ mapapp: "ready" });
  }

  // Symbols for the marks: numbered discs while they are few, otherwise the dots that Folium wrote.
  prepare() {
    this.numbered = this.data.marks.length <= mapapp.NUMBERED;
    const beside = new Map(); // marks at one point stand side by side
    this.marks = [];
    geo_json_marks.eachLayer((dot) => {
      const index = dot.feature.properties.id;
      const at = dot.getLatLng();
      const key = at.lat + "," + at.lng;
      if (!beside.has(key)) beside.set(key, []);
      const mark = { ...this.data.marks[index], index, dot, at, beside: beside.get(key) };
      mark.beside.push(mark);
      this.marks[index] = mark;
      if (this.numbered) dot.away = true;
      else dot.setStyle({ weight: 1, fill: true, fillOpacity: 0.9 });
      dot.on("click", () => this.open(mark));
    });
    this.rings = L.layerGroup().addTo(feature_group_itinerary);
    this.discs = L.layerGroup().addTo(feature_group_itinerary);
    this.arrows = L.layerGroup().addTo(feature_group_itinerary);
    this.map.on("zoomend", () => this.drawArrows());
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
    else this.drawDots(visible);
    this.drawLines();
    this.drawArrows();
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
    }
  }

  drawDots(visible) {
    for (const mark of this.marks) mark.dot.away = !visible[mark.index];
    const renderer = this.marks.length && this.marks[0].dot._renderer;
    if (renderer && renderer._bounds) {
      renderer._redrawBounds = null;
      L.Util.cancelAnimFrame(renderer._redrawRequest);
      renderer._redrawRequest = null;
      renderer._redraw();
    }
  }

  drawLines() {
    const shown = new Set(this.shown.legs);
    geo_json_legs.eachLayer((line) => {
      const leg = this.data.legs[line.feature.properties.id];
      const dashArray = leg.mode === "unknown" ? "7 7" : null;
      line.setStyle({ color: mapapp.computed(leg.traveller), weight: 2.5, opacity: shown.has(leg) ? 1 : 0, dashArray, interactive: false });
    });
    const tied = new Set(this.shown.ghosts);
    geo_json_ties.eachLayer((line) => {
      const there = tied.has(this.data.ghosts[line.feature.properties.id]);
      line.setStyle({ color: mapapp.computed(null), weight: 1.5, opacity: there ? 0.6 : 0, dashArray: "1 6" });
    });
  }

  drawArrows() {
    this.arrows.clearLayers();
    if (!this.numbered) return;
    geo_json_legs.eachLayer((line) => {
      const leg = this.data.legs[line.feature.properties.id];
      if (!this.shown.legs.includes(leg)) return;
      const points = line.getLatLngs();
      const middle = Math.floor(points.length / 2);
      const [a, b] = [points[middle - 1], points[middle]].map((p) => this.map.latLngToLayerPoint(p));
      const arrow = mapapp.el("span", "arrow");
      arrow.style.setProperty("--disc", mapapp.colour(leg.traveller));
      arrow.style.transform = `rotate(${Math.atan2(b.y - a.y, b.x - a.x)}rad)`;
      const icon = L.divIcon({ html: arrow, className: "arrow-icon", iconSize: [12, 12] });
      L.marker(points[middle], { icon, interactive: false, keyboard: false }).addTo(this.arrows);
    });
  }

  drawGhosts() {
    this.rings.clearLayers();
    for (const at of new Set(this.shown.ghosts.map((ghost) => ghost.at.join()))) {
      const [longitude, latitude] = at.split(",").map(Number);
      const size = mapapp.SIZES.ghost;
      const icon = L.divIcon({ html: mapapp.el("span", "disc ghost"), className: "disc-icon", iconSize: [size, size] });
      L.marker([latitude, longitude], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(this.rings);
    }
  }

  // Labels and legend follow what is shown.
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
    const lines = [...this.legLines(), ...this.corridors.lines()];
    this.labels.set([...labels, ...this.corridors.labels()], boxes, lines);
    this.credits.textContent = [this.data.notice, ...this.data.credits, ...(this.map.tileCredit ? [this.map.tileCredit] : []), ...this.corridors.credits()].join(" · ").replace(". ·", ".");
    this.legend.show([...mapapp.legendOfTour(this.shown, this.data.travellers), ...this.corridors.legend()]);
  }

  legLines() {
    if (!this.numbered) return [];
    return geo_json_legs.getLayers().filter((line) => line.options.opacity).map((line) => line.getLatLngs());
  }

  async open(mark, focus = false) {
    const here = mark.beside.flatMap((other) => (other.events || []).filter(this.isShown));
    const own = (mark.events || []).filter(this.isShown);
    const first = own.length ? own[0] : here[0];
    if (first === undefined) return;
    this.tell({ mapapp: "selected", id: this.data.ids[first] });
    await this.popup(mark, here.sort((a, b) => a - b), first, focus);
  }

  // Open the card of an event, or close the open one.
  async select(id) {
    this.selected = id;
    const event = this.data.ids.indexOf(id);
    if (event < 0) { this.map.closePopup(); return; }
    const mark = this.marks.find((m) => (m.events || []).includes(event));
    if (!mark) return;
    const here = mark.beside.flatMap((other) => (other.events || []).filter((e) => e === event || this.isShown(e)));
    await this.popup(mark, here.sort((a, b) => a - b), event, false);
  }

  async popup(mark, events, chosen, focus) {
    this.selected = this.data.ids[chosen];
    const cards = await mapapp.cards(this.data);
    const node = mapapp.card(events.map((e) => cards.events[e]), cards.sources, this.selected);
    const addNear = () => this.corridors.near(mark.at).forEach((words) => node.append(mapapp.el("p", "near", words + ".")));
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
    element.setAttribute("aria-label", cards.events[chosen].title);
    const section = node.querySelector(".chosen");
    if (section && events.length > 1) node.parentNode.scrollTop = section.offsetTop - node.offsetTop;
    if (focus) { node.tabIndex = -1; node.focus(); }
  }

  // Initially all stops and events with room for labels; a far-off corridor does not shrink them.
  frame(framing) {
    if (framing) {
      this.map.setView([framing[1], framing[0]], framing[2], { animate: false });
      return;
    }
    const points = this.marks.map((mark) => mark.at);
    const bounds = points.length ? L.latLngBounds(points) : this.corridors.bounds();
    if (!bounds || !bounds.isValid()) this.map.setView([30, 40], 3, { animate: false });
    else this.map.fitBounds(bounds, { paddingTopLeft: [60, 60], paddingBottomRight: [60, 70], maxZoom: 7, animate: false });
  }

  setTheme(theme) {
    const dark = theme === "dark" || (theme === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    this.basemap.style();
    this.corridors.style();
    if (!this.numbered) for (const mark of this.marks) mark.dot.setStyle({ color: mapapp.computed(null), fillColor: mapapp.computed(mark.traveller) });
    if (this.isShown) this.drawLines();
  }

  listen() {
    this.map.on("overlayadd overlayremove", () => this.tell({ mapapp: "corridors", ids: this.corridors.ids() }));
    window.addEventListener("message", (message) => {
      const data = message.data;
      if (message.origin !== location.origin || !data || data.mapapp !== "view") return;
      if (data.theme) this.setTheme(data.theme);
      if (data.framing) this.frame(data.framing);
      this.show(data);
    });
    this.map.on("moveend", () => {
      const centre = this.map.getCenter();
      this.tell({ mapapp: "moved", at: [+centre.lng.toFixed(3), +centre.lat.toFixed(3), this.map.getZoom()] });
    });
    this.map.on("popupclose", () => {
      if (this.opening || !this.selected) return;
      this.selected = "";
      this.tell({ mapapp: "selected", id: "" });
    });
    document.addEventListener("keydown", (e) => { if (e.key === "Escape") this.map.closePopup(); });
  }

  tell(message) {
    if (this.heard) this.heard(message); // in the standalone file, where the panel is in the same page
    else if (window.parent !== window) window.parent.postMessage(message, location.origin);
  }
};

document.addEventListener("DOMContentLoaded", () => {
  mapapp.tourMap = new mapapp.TourMap(JSON.parse(document.getElementById("mapapp-data").textContent));
});
