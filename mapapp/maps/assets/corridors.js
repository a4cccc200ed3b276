// Transport corridors: railway lines, sea lines, their nodes, and a way through them. Fetched when they are first shown.
"use strict";

mapapp.Corridors = class {
  constructor(map, data, changed, discs) {
    this.map = map;
    this.data = data;
    this.changed = changed; // called when what is shown has changed
    this.discs = discs; // gives the places of the stops' discs, which cover what lies under them
    this.loaded = data.corridors.map(() => null);
    this.loading = new Set(); // promises
    this.route = null; // {corridor, sections, nodes}: ids
    map.createPane("nodes").style.zIndex = 440; // over the lines, under labels and stops
    data.corridors.forEach((_, index) => {
      const group = this.group(index);
      group.on("add", () => {
        const loading = this.load(index).finally(() => this.loading.delete(loading));
        this.loading.add(loading);
      });
      group.on("remove", () => this.changed());
    });
    map.on("zoomend", () => { if (this.drawNodes()) this.changed(); });
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
        this.loaded[index] = mapapp.turned(await mapapp.corridorData(this.data, index), this.data.middle);
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
    if (this.route) this.fit();
  }

  draw(index) {
    const corridor = this.loaded[index];
    const lines = window["geo_json_sections_" + index];
    const features = corridor.sections.map((section, id) =>
      ({ type: "Feature", properties: { id }, geometry: { type: "LineString", coordinates: section.line } }));
    corridor.lines = lines;
    lines.addData(features);
    corridor.lineOf = new Map();
    lines.eachLayer((line) => {
      corridor.lineOf.set(corridor.sections[line.feature.properties.id].id, line);
      line.on("click", (e) => this.openSection(corridor, line, e.latlng));
    });
    const renderer = this.map.getRenderer(lines.getLayers()[0] || L.polyline([]));
    renderer.options.tolerance = L.Browser.mobile ? 10 : 4; // px beside a thin line at which a click still means it
    corridor.ties = L.geoJSON(features.filter((_, id) => corridor.sections[id].mode === "rail"), { interactive: false });
    corridor.ties.addTo(this.group(index));
    corridor.index = index;
    for (const node of corridor.nodes) node.from = mapapp.nodeFrom(node);
    this.style();
    this.drawNodes();
  }

  // The ids of the sections of the way in this corridor; null where there is none.
  onRoute(corridor, part = "sections") {
    return this.route && this.route.corridor === corridor.id ? new Set(this.route[part]) : null;
  }

  // Draw this way in the accent colour and everything else faint; null: no way.
  setRoute(route) {
    if (JSON.stringify(route) === JSON.stringify(this.route)) return;
    this.route = route;
    this.map.closePopup();
    this.style();
    this.drawNodes();
    this.changed();
    if (route) this.fit();
  }

  fit() {
    const corridor = this.loaded.find((other) => other && other.id === this.route.corridor);
    if (!corridor) return;
    const on = this.onRoute(corridor), ends = this.onRoute(corridor, "nodes");
    const bounds = L.latLngBounds(corridor.nodes.filter((node) => ends.has(node.id)).map((node) => [node.at[1], node.at[0]]));
    for (const id of on) bounds.extend(corridor.lineOf.get(id).getBounds());
    const narrow = this.map.getSize().x < 600;
    const legend = narrow ? 0 : this.map.getContainer().querySelector(".legend")?.offsetWidth || 0; // which lies over the map
    const room = { paddingTopLeft: narrow ? [24, 24] : [70, 50], paddingBottomRight: narrow ? [24, 44] : [legend + 40, 90] };
    if (bounds.isValid()) this.map.fitBounds(bounds, { ...room, maxZoom: 9, animate: false });
  }

  style() {
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
    for (const corridor of this.loaded.filter(Boolean)) {
      const on = this.onRoute(corridor);
      corridor.lines.eachLayer((line) => {
        const section = corridor.sections[line.feature.properties.id];
        line.setStyle(this.lineStyle(section, colour, on && on.has(section.id)));
        if (on && !on.has(section.id)) line.setStyle({ opacity: 0.3 });
        if (on && on.has(section.id)) line.bringToFront();
      });
      corridor.ties.eachLayer((line) => {
        const { id, status } = corridor.sections[line.feature.properties.id];
        const faint = on && !on.has(id) ? 0.3 : 1;
        line.setStyle({ color: colour("rail-tie"), weight: 2, dashArray: "7 7", lineCap: "butt", opacity: status === "operating" ? faint : 0 });
        line.bringToFront();
      });
    }
  }

  lineStyle({ mode, status }, colour, chosen) {
    const rail = colour(chosen ? "accent" : "rail"), wider = chosen ? 1.5 : 0;
    if (status === "planned" || status === "construction") return { color: rail, weight: 1.5 + wider, dashArray: "3 6", opacity: 0.8 };
    if (mode === "sea") {
      const color = chosen ? rail : colour("sea-route");
      return { color, weight: 3 + wider, dashArray: "0.1 7", lineCap: "round", opacity: status === "operating" ? 1 : 0.5 };
    }
    if (mode === "road") return { color: rail, weight: 3 + wider, opacity: 0.5 };
    return { color: rail, weight: 4 + wider, opacity: status === "operating" ? 1 : 0.5, dashArray: null };
  }

  // The marks that the zoom has room for; returns whether other kinds than before are drawn.
  drawNodes() {
    const zoom = this.map.getZoom();
    const before = this.kindsDrawn;
    const kinds = new Set();
    const discs = this.discs().map((at) => this.map.latLngToLayerPoint(at));
    const covered = (node) => {
      const point = this.map.latLngToLayerPoint([node.at[1], node.at[0]]);
      return discs.some((disc) => disc.distanceTo(point) < mapapp.SIZES.first / 2);
    };
    for (const corridor of this.loaded.filter(Boolean)) {
      const chosen = this.onRoute(corridor, "nodes");
      for (const node of corridor.nodes) {
        const from = chosen && chosen.has(node.id) ? mapapp.nodeFromOnWay(node) : node.from;
        node.drawn = (zoom >= from && !covered(node)) || this.isEnd(corridor, node);
        if (node.drawn) mapapp.nodeKinds(node).forEach((kind) => kinds.add(kind));
        if (node.drawn && !node.marker) node.marker = this.marker(corridor, node);
        if (!node.marker) continue;
        const group = this.group(corridor.index);
        if (node.drawn !== group.hasLayer(node.marker)) group[node.drawn ? "addLayer" : "removeLayer"](node.marker);
      }
    }
    this.kindsDrawn = [...kinds].sort().join();
    return this.kindsDrawn !== before;
  }

  isEnd(corridor, node) {
    const chosen = this.route && this.route.corridor === corridor.id ? this.route.nodes : [];
    return chosen.length && (node.id === chosen[0] || node.id === chosen[chosen.length - 1]);
  }

  marker(corridor, node) {
    const icon = L.divIcon({ html: mapapp.nodeSign(node), className: "node-icon", iconSize: [18, 18] });
    const marker = L.marker([node.at[1], node.at[0]], { icon, pane: "nodes", title: node.title, alt: node.title });
    marker.on("click", () => this.openNode(corridor, node));
    marker.on("add", () => {
      const element = marker.getElement();
      element.setAttribute("aria-label", [node.title, node.where, ...node.kinds.map(mapapp.kindName)].filter(Boolean).join(", "));
      element.addEventListener("keydown", (e) => {
        if (e.key === "Enter" || e.key === " ") { e.preventDefault(); e.stopPropagation(); this.openNode(corridor, node, true); }
      });
    });
    return marker;
  }

  openSection(corridor, line, at, focus = false) {
    const section = corridor.sections[line.feature.properties.id];
    const popup = this.popup(at, corridor, section.title, section.facts, section, focus);
    line.setStyle({ color: getComputedStyle(document.documentElement).getPropertyValue("--accent").trim(), weight: 7, opacity: 1 });
    popup.on("remove", () => this.style());
  }

  openNode(corridor, node, focus = false) {
    const at = L.latLng(node.at[1], node.at[0]);
    const here = corridor.sections.filter((section) => section.ends.includes(node.id)).map((section) => {
      const line = corridor.lineOf.get(section.id);
      const button = mapapp.el("button", "to-section", section.title);
      button.type = "button";
      button.addEventListener("click", (e) => {
        e.stopPropagation();
        this.openSection(corridor, line, line.getLatLngs()[Math.floor(line.getLatLngs().length / 2)], true);
      });
      return mapapp.el("li", "", button);
    });
    const list = here.length ? [mapapp.el("h3", "", "Sections that meet here"), mapapp.el("ul", "sections", here)] : [];
    const kinds = node.kinds.map(mapapp.kindName).join(", ");
    this.popup(at, corridor, node.title, [["Country", node.where], ["Kind", kinds]], node, focus, list);
  }

  popup(at, corridor, title, facts, { note, cites }, focus, more = []) {
    const el = mapapp.el;
    const rows = facts.filter(([, text]) => text).map(([name, text]) => el("p", "fact", el("strong", "", name + ": "), text));
    const card = el("div", "card", el("p", "meta", corridor.title), el("h2", "", title, note ? null : mapapp.footnotes(cites, corridor.sources)), rows,
      note ? el("p", "summary", note, mapapp.footnotes(cites, corridor.sources)) : null, more);
    if (cites.length) card.append(mapapp.sourceList(cites.map(([number]) => number), corridor.sources));
    if (corridor.credit) card.append(el("p", "source", corridor.credit));
    const popup = L.popup({ className: "card-popup", minWidth: 240, maxWidth: 300, maxHeight: Math.max(160, Math.min(360, this.map.getSize().y - 90)) });
    popup.setLatLng(at).setContent(card).openOn(this.map);
    popup.getElement().setAttribute("role", "dialog");
    popup.getElement().setAttribute("aria-label", title);
    if (focus) { card.tabIndex = -1; card.focus(); }
    return popup;
  }

  // How far a place lies from each corridor that is shown, in words; farther than 100 km is not worth a line.
  near(at) {
    return this.shown().filter((index) => this.loaded[index]).flatMap((index) => {
      const corridor = this.loaded[index];
      const away = Math.min(...corridor.lines.getLayers().map((line) => mapapp.distanceToLine(this.map, at, line.getLatLngs())));
      const nodes = corridor.nodes.map((node) => [this.map.distance(at, [node.at[1], node.at[0]]), node.title]);
      const [far, name] = nodes.reduce((a, b) => (b[0] < a[0] ? b : a));
      if (!(away < 100_000)) return [];
      return [`${mapapp.kilometres(away)} from the ${corridor.title}; nearest node: ${name}, ${mapapp.kilometres(far)}`];
    });
  }

  labels() {
    return this.shown().filter((index) => this.loaded[index]).flatMap((index) => {
      const corridor = this.loaded[index];
      return corridor.nodes.filter((node) => node.drawn).map((node) => {
        const end = this.isEnd(corridor, node);
        const zoom = end ? 0 : node.named ? 4.5 : 7;
        return { text: node.title, at: L.latLng(node.at[1], node.at[0]), kind: end ? "end" : "node", zoom, gap: [7, 7], reach: 7, named: node.named };
      });
    }).sort((a, b) => a.zoom - b.zoom);
  }

  lines() {
    return this.shown().filter((index) => this.loaded[index]).flatMap((index) =>
      this.loaded[index].lines.getLayers().map((line) => line.getLatLngs()));
  }

  credits() { return [...new Set(this.shown().map((index) => this.loaded[index]?.credit).filter(Boolean))]; }

  legend() {
    const rows = [];
    for (const index of this.shown().filter((i) => this.loaded[i])) {
      const { title, sections, nodes } = this.loaded[index];
      const has = (mode, running) => sections.some((s) => (!mode || s.mode === mode) && (s.status === "operating") === running);
      rows.push([null, title]);
      if (this.onRoute(this.loaded[index])) rows.push([mapapp.lineSign("solid", "var(--accent)"), "The way that was chosen"]);
      const lines = [["rail", "Railway", has("rail", true)], ["sea", "Ship or ferry", has("sea", true)], ["road", "Road", has("road", true)],
        ["planned", "Planned or not in use", has("", false)]];
      rows.push(lines.filter(([, , there]) => there).map(([sign, words]) => [mapapp.lineSign(sign), words]));
      const kinds = new Set(nodes.filter((node) => node.drawn).flatMap(mapapp.nodeKinds));
      const signs = mapapp.NODE_KINDS.filter((kind) => kinds.has(kind));
      if (signs.length) rows.push(signs.map((kind) => [mapapp.nodeSign({ kinds: [kind] }), mapapp.sentence(mapapp.kindName(kind))]));
    }
    return rows;
  }
};

mapapp.kilometres = (metres) => metres < 1000 ? "less than 1 km" : `${Math.round(metres / 1000).toLocaleString("en")} km`;

// The corridor on the turn of the globe where the stops are drawn.
mapapp.turned = (corridor, middle) => {
  const shift = 360 * Math.round((middle - corridor.nodes[0]?.at[0]) / 360);
  if (!shift) return corridor;
  const turn = ([longitude, latitude]) => [longitude + shift, latitude];
  const { nodes, sections } = corridor;
  return {
    ...corridor,
    nodes: nodes.map((node) => ({ ...node, at: turn(node.at) })),
    sections: sections.map((section) => ({ ...section, line: section.line.map(turn) })),
  };
};

// Metres from a place to a line, in a plane that touches the globe there; exact nearby.
mapapp.distanceToLine = (map, at, line) => {
  const shrink = Math.cos((at.lat * Math.PI) / 180);
  const flat = line.map((point) => L.point((point.lng - at.lng) * shrink, point.lat - at.lat));
  let best = Infinity, foot = null;
  for (let i = 1; i < flat.length; i++) {
    const point = L.LineUtil.closestPointOnSegment(L.point(0, 0), flat[i - 1], flat[i]);
    const away = point.x * point.x + point.y * point.y;
    if (away < best) [best, foot] = [away, point];
  }
  return foot ? map.distance(at, [at.lat + foot.y, at.lng + foot.x / shrink]) : Infinity;
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
