// Transport corridors: railway lines, sea lines and their nodes. Fetched when they are first shown.
"use strict";

mapapp.Corridors = class {
  constructor(map, data, changed) {
    this.map = map;
    this.data = data;
    this.changed = changed; // called when what is shown has changed
    this.loaded = data.corridors.map(() => null);
    this.nodesFrom = 5.5; // zoom from which all nodes are drawn, not only those with a label
    data.corridors.forEach((_, index) => {
      const group = this.group(index);
      group.on("add", () => this.load(index));
      group.on("remove", () => this.changed());
    });
    map.on("zoomend", () => this.sizeNodes());
  }

  group(index) { return window["feature_group_corridor_" + index]; }

  shown() { return this.loaded.map((_, index) => index).filter((index) => this.map.hasLayer(this.group(index))); }

  ids() { return this.shown().map((index) => this.data.corridors[index].id); }

  // Show exactly these corridors.
  show(ids) {
    this.data.corridors.forEach((corridor, index) => {
      const wanted = ids.includes(corridor.id);
      if (wanted !== this.map.hasLayer(this.group(index))) this.group(index)[wanted ? "addTo" : "removeFrom"](this.map);
    });
  }

  async load(index) {
    if (!this.loaded[index]) {
      try {
        this.loaded[index] = await mapapp.corridorData(this.data, index);
      } catch {
        mapapp.notice(this.map, "The transport corridor could not be loaded. Reload the page to try again.");
        return;
      }
      this.draw(index);
    }
    geo_json_legs.bringToFront();
    geo_json_ties.bringToFront();
    geo_json_marks.bringToFront();
    this.changed();
  }

  draw(index) {
    const corridor = this.loaded[index];
    const lines = window["geo_json_sections_" + index];
    const features = corridor.sections.map((section, id) =>
      ({ type: "Feature", properties: { id }, geometry: { type: "LineString", coordinates: section.line } }));
    corridor.lines = lines;
    lines.addData(features);
    lines.eachLayer((line) => line.on("click", (e) => this.openSection(corridor, line, e.latlng)));
    corridor.ties = L.geoJSON(features.filter((_, id) => corridor.sections[id].mode === "rail"), { interactive: false });
    corridor.ties.addTo(this.group(index));
    corridor.dots = corridor.nodes.map((node) => {
      const dot = L.circleMarker([node.at[1], node.at[0]], { weight: 1.5, fill: true, fillOpacity: 1 });
      dot.node = node;
      dot.on("click", () => this.openNode(corridor, node));
      return dot.addTo(this.group(index));
    });
    this.style();
    this.sizeNodes();
  }

  style() {
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
    for (const corridor of this.loaded.filter(Boolean)) {
      corridor.lines.eachLayer((line) => line.setStyle(this.lineStyle(corridor.sections[line.feature.properties.id], colour)));
      corridor.ties.eachLayer((line) => {
        const { status } = corridor.sections[line.feature.properties.id];
        line.setStyle({ color: colour("rail-tie"), weight: 2, dashArray: "7 7", lineCap: "butt", opacity: status === "operating" ? 1 : 0 });
      });
      for (const dot of corridor.dots) dot.setStyle({ color: colour("rail"), fillColor: colour("raised") });
    }
  }

  lineStyle({ mode, status }, colour) {
    if (status === "planned" || status === "construction") return { color: colour("rail"), weight: 1.5, dashArray: "3 6", opacity: 0.8 };
    if (mode === "sea") return { color: colour("sea-route"), weight: 3, dashArray: "0.1 7", lineCap: "round", opacity: status === "operating" ? 1 : 0.5 };
    if (mode === "road") return { color: colour("rail"), weight: 3, opacity: 0.5 };
    return { color: colour("rail"), weight: 4, opacity: status === "operating" ? 1 : 0.5, dashArray: null };
  }

  sizeNodes() {
    const zoom = this.map.getZoom();
    for (const corridor of this.loaded.filter(Boolean)) {
      for (const dot of corridor.dots) {
        dot.away = zoom < this.nodesFrom && !(dot.node.named && zoom >= 4);
        dot.setRadius(dot.node.kinds.some((kind) => kind === "port" || kind === "border-crossing") ? 4.5 : 3.5);
      }
    }
  }

  openSection(corridor, line, at) {
    const section = corridor.sections[line.feature.properties.id];
    line.setStyle({ color: getComputedStyle(document.documentElement).getPropertyValue("--accent").trim(), weight: 6 });
    const facts = section.status === "operating" ? section.facts : [["Status", section.status], ...section.facts];
    const popup = this.popup(at, corridor, section.title, facts, section);
    popup.on("remove", () => this.style());
  }

  openNode(corridor, node) {
    const kinds = node.kinds.map((kind) => kind.replace("-", " ")).join(", ");
    const at = L.latLng(node.at[1], node.at[0]);
    this.popup(at, corridor, node.title, [["Country", node.where], ["Kind", kinds]], node);
  }

  popup(at, corridor, title, facts, { note, cites }) {
    const el = mapapp.el;
    const rows = facts.filter(([, text]) => text).map(([name, text]) => el("p", "fact", el("strong", "", name + ": "), text));
    const card = el("div", "card", el("p", "meta", corridor.title), el("h2", "", title), rows,
      el("p", "summary", note || null, mapapp.footnotes(cites, corridor.sources)));
    if (cites.length) card.append(mapapp.sourceList(cites.map(([number]) => number), corridor.sources));
    if (corridor.credit) card.append(el("p", "source", corridor.credit));
    return L.popup({ className: "card-popup", minWidth: 240, maxWidth: 300, maxHeight: 360 }).setLatLng(at).setContent(card).openOn(this.map);
  }

  labels() {
    return this.shown().filter((index) => this.loaded[index]).flatMap((index) => this.loaded[index].nodes.map((node) => ({
      text: node.title, at: L.latLng(node.at[1], node.at[0]), kind: "node", zoom: node.named ? 4.5 : 7, gap: [5, 5], reach: 5,
    }))).sort((a, b) => a.zoom - b.zoom);
  }

  lines() {
    return this.shown().filter((index) => this.loaded[index]).flatMap((index) =>
      this.loaded[index].lines.getLayers().map((line) => line.getLatLngs()));
  }

  credits() { return [...new Set(this.shown().map((index) => this.loaded[index]?.credit).filter(Boolean))]; }

  legend() {
    const rows = [];
    for (const index of this.shown().filter((i) => this.loaded[i])) {
      const { title, sections } = this.loaded[index];
      const has = (mode, running) => sections.some((s) => (!mode || s.mode === mode) && (s.status === "operating") === running);
      rows.push([null, title]);
      if (has("rail", true)) rows.push([mapapp.lineSign("rail"), "Railway"]);
      if (has("sea", true)) rows.push([mapapp.lineSign("sea"), "Ship or ferry"]);
      if (has("road", true)) rows.push([mapapp.lineSign("road"), "Road"]);
      if (has("", false)) rows.push([mapapp.lineSign("planned"), "Planned or not in use"]);
    }
    return rows;
  }

  bounds() { return null; }
};

// A corridor's lines and words: inside the standalone file, otherwise fetched.
mapapp.corridorData = (data, index) => {
  const { id } = data.corridors[index];
  if (data.inside) return Promise.resolve(data.inside.corridors[id]);
  return fetch(data.urls.corridor + encodeURIComponent(id)).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  });
};
