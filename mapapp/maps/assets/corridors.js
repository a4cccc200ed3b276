// Transport corridors: railway lines, sea lines, their nodes, and a way through them. Fetched when they are first shown.
"use strict";

mapapp.Corridors = class {
  /**
   * @param {L.Map} map
   * @param {PageData} data
   * @param {() => void} changed called when what is shown has changed
   * @param {() => L.LatLng[]} discs gives the places of the stops' discs, which cover what lies under them
   * @param {CardHolder} box
   */
  constructor(map, data, changed, discs, box) {
    this.map = map;
    this.data = data;
    this.changed = changed;
    /** @type {(Corridor | null)[]} */
    this.loaded = data.corridors.map(() => null);
    /** @type {Set<Promise<void>>} */
    this.loading = new Set();
    /** @type {Route | null} */
    this.route = null;
    this.behind = false; // whether a journey leads, and corridors are drawn calmly behind it
    this.cards = new mapapp.CorridorCards(box, () => this.style());
    this.nodes = new mapapp.CorridorNodes(map, discs, (corridor, node, focus) =>
      this.cards.node(corridor, node, focus),
    );
    data.corridors.forEach((_, index) => {
      const group = this.group(index);
      group.on("add", () => {
        const loading = this.load(index).finally(() => this.loading.delete(loading));
        this.loading.add(loading);
      });
      group.on("remove", () => this.changed());
    });
    map.on("zoomend", () => {
      if (this.drawNodes()) this.changed();
    });
  }

  /**
   * @param {number} index
   * @returns {L.FeatureGroup}
   */
  group(index) {
    return window[`feature_group_corridor_${index}`];
  }

  /** Those that are shown, loaded or not. */
  ids() {
    return this.data.corridors
      .filter((_, index) => this.map.hasLayer(this.group(index)))
      .map((corridor) => corridor.id);
  }

  /** Those that are loaded. */
  here() {
    return this.loaded.filter((corridor) => corridor !== null);
  }

  /** Those that are seen. */
  shown() {
    return this.here().filter((corridor) => this.map.hasLayer(this.group(corridor.index)));
  }

  /**
   * Show exactly these corridors.
   * @param {string[]} ids
   */
  show(ids) {
    this.data.corridors.forEach((corridor, index) => {
      const wanted = ids.includes(corridor.id);
      if (wanted === this.map.hasLayer(this.group(index))) return;
      if (wanted) this.group(index).addTo(this.map);
      else this.group(index).removeFrom(this.map);
    });
  }

  /** @param {number} index */
  async load(index) {
    if (!this.loaded[index]) {
      const data = await mapapp.corridorData(this.data, index).catch(() => null);
      if (!data) {
        mapapp.notice(this.map, mapapp.tr("The transport corridor could not be loaded. Reload the page to try again."));
        return;
      }
      this.draw(index, mapapp.turned(data, this.data.middle));
    }
    for (const layer of [geo_json_legs, geo_json_ties, geo_json_marks]) layer.bringToFront();
    this.changed();
    if (this.route) this.fit();
  }

  /**
   * @param {number} index
   * @param {CorridorData} data
   */
  draw(index, data) {
    /** @type {L.GeoJSON} */
    const lines = window[`geo_json_sections_${index}`];
    const features = data.sections.map((section, id) => mapapp.lineFeature(id, section.line));
    for (const feature of features) lines.addData(feature);
    const rails = features.filter((_, id) => data.sections[id].mode === "rail");
    const ties = L.geoJSON(rails, { interactive: false }).addTo(this.group(index));
    const corridor = { ...data, index, lines, ties, lineOf: new Map() };
    for (const [line, section] of mapapp.linesOf(lines, data.sections)) {
      corridor.lineOf.set(section.id, line);
      line.on("click", (event) => this.cards.section(corridor, section.id, event.latlng));
    }
    const first = /** @type {L.Path | undefined} */ (lines.getLayers()[0]);
    const renderer = this.map.getRenderer(first || L.polyline([]));
    renderer.options.tolerance = L.Browser.mobile ? 10 : 4; // px beside a thin line at which a click still means it
    this.loaded[index] = corridor;
    this.style();
    this.drawNodes();
  }

  drawNodes() {
    const groups = this.here().map((corridor) => /** @type {const} */ ([corridor, this.group(corridor.index)]));
    return this.nodes.draw(
      groups.map(([corridor, group]) => [corridor, group]),
      this.route,
    );
  }

  /**
   * The way in this corridor; null where there is none.
   * @param {CorridorData} corridor
   */
  onRoute(corridor) {
    return this.route && this.route.corridor === corridor.id ? this.route : null;
  }

  /**
   * Draw this way in the accent colour and everything else faint; null: no way.
   * @param {Route | null} route
   */
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
    const corridor = this.here().find((other) => this.onRoute(other));
    if (!corridor || !this.route) return;
    const { sections, nodes } = this.route;
    const ends = corridor.nodes.filter((node) => nodes.includes(node.id));
    const bounds = L.latLngBounds(ends.map((node) => [node.at[1], node.at[0]]));
    for (const id of sections) {
      const line = corridor.lineOf.get(id);
      if (line) bounds.extend(line.getBounds());
    }
    if (bounds.isValid()) this.map.fitBounds(bounds, { ...this.room(), maxZoom: 9, animate: false });
    mapapp.settled(this.map, () => this.fit()); // the frame may not have been laid out yet
  }

  /**
   * The edges to leave free around a way, in pixels.
   * @returns {L.FitBoundsOptions}
   */
  room() {
    if (this.map.getSize().x < 600) return { paddingTopLeft: [24, 24], paddingBottomRight: [24, 44] };
    /** @type {HTMLElement | null} */
    const legend = this.map.getContainer().querySelector(".legend"); // which lies over the map
    return { paddingTopLeft: [70, 50], paddingBottomRight: [(legend?.offsetWidth || 0) + 40, 90] };
  }

  /** @param {boolean} behind */
  setBehind(behind) {
    if (behind === this.behind) return;
    this.behind = behind;
    this.style();
  }

  style() {
    const calm = this.behind && !this.cards.selected && !this.route;
    this.map.getContainer().classList.toggle("calm", calm);
    for (const corridor of this.here()) {
      const route = this.onRoute(corridor);
      const on = route && new Set(route.sections);
      for (const [line, section] of mapapp.linesOf(corridor.lines, corridor.sections)) {
        line.setStyle(mapapp.sectionStyle(section, mapapp.property, on?.has(section.id) || false, calm));
        if (on && !on.has(section.id)) line.setStyle({ opacity: 0.3 });
        if (on?.has(section.id)) line.bringToFront();
      }
      for (const [line, { id, status }] of mapapp.linesOf(corridor.ties, corridor.sections)) {
        const opacity = status !== "operating" ? 0 : on && !on.has(id) ? 0.3 : 1;
        line.setStyle({
          color: mapapp.property(calm ? "land" : "rail-tie"),
          weight: calm ? 1.2 : 2,
          dashArray: "7 7",
          lineCap: "butt",
          opacity,
        });
        line.bringToFront();
      }
    }
  }

  /**
   * How far a place lies from each corridor that is shown, in words; farther than 100 km is not worth a line.
   * @param {L.LatLng} at
   */
  near(at) {
    return this.shown().flatMap((corridor) => {
      const lines = [...corridor.lineOf.values()].map((line) => /** @type {L.LatLng[]} */ (line.getLatLngs()));
      const away = Math.min(...lines.map((line) => mapapp.distanceToLine(this.map, at, line)));
      if (!(away < 100_000)) return [];
      const nodes = corridor.nodes.map((node) => ({ far: this.map.distance(at, [node.at[1], node.at[0]]), node }));
      const { far, node } = nodes.reduce((a, b) => (b.far < a.far ? b : a));
      const [distance, further] = [mapapp.kilometres(away), mapapp.kilometres(far)];
      return [
        mapapp.tr("{distance} from the {corridor}; nearest node: {node}, {further}.", {
          ...{ distance, further, corridor: corridor.title, node: node.title },
        }),
      ];
    });
  }

  labels() {
    return this.shown()
      .flatMap((corridor) => mapapp.nodeLabels(corridor, this.onRoute(corridor)?.nodes || []))
      .sort((a, b) => a.zoom - b.zoom);
  }

  lines() {
    const lines = this.shown().flatMap((corridor) => [...corridor.lineOf.values()]);
    return lines.map((line) => /** @type {L.LatLng[]} */ (line.getLatLngs()));
  }

  credits() {
    return [...new Set(this.shown().map((corridor) => corridor.credit))].filter(Boolean);
  }

  /** @param {Record<string, string>} words */
  legend(words) {
    return this.shown().flatMap((corridor) => mapapp.legendOfCorridor(corridor, this.onRoute(corridor), words));
  }
};

/**
 * A line as GeoJSON; its `id` is the place of its record in the list.
 * @param {number} id
 * @param {Position[]} coordinates
 * @returns {import("geojson").Feature<import("geojson").LineString, { id: number }>}
 */
mapapp.lineFeature = (id, coordinates) => ({
  type: "Feature",
  properties: { id },
  geometry: { type: "LineString", coordinates },
});

/**
 * The lines of a layer, each with its record.
 * @template Item
 * @param {L.GeoJSON} layer
 * @param {Item[]} records
 * @returns {[line: L.Polyline, record: Item][]}
 */
mapapp.linesOf = (layer, records) =>
  layer.getLayers().map((each) => {
    const line = /** @type {L.Polyline} */ (each);
    return [line, records[line.feature?.properties.id]];
  });

/**
 * A corridor's lines and words: inside the standalone file, otherwise fetched.
 * @param {PageData} data
 * @param {number} index
 * @returns {Promise<CorridorData>}
 */
mapapp.corridorData = (data, index) => {
  const { id } = data.corridors[index];
  if (data.inside) return Promise.resolve(data.inside.corridors[id]);
  return mapapp.json(data.urls.corridor + encodeURIComponent(id));
};
