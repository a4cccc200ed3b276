// The basemap: its files are fetched once and styled in the colours of the theme.
"use strict";

/** The policies of borders, as the view names them; see data/basemap/README.md. */
mapapp.UN_EU = "un-eu";
mapapp.DE_FACTO = "de-facto";

mapapp.Basemap = class {
  /**
   * @param {L.Map} map
   * @param {PageData} data
   * @param {InstanceType<typeof mapapp.Labels>} labels
   * @param {() => void} changed called when other borders are shown
   */
  constructor(map, data, labels, changed) {
    this.map = map;
    this.data = data;
    this.changed = changed;
    this.policy = mapapp.UN_EU;
    /** @type {Promise<void> | null} */
    this.ground = null; // null where tiles are shown
    this.laid = false;
    this.styles = mapapp.basemapStyles(new Set(data.home), () => this.policy);
    /** @type {[id: string, layer: L.GeoJSON][]} */
    this.layers = data.layers.map((id) => [id, window[`geo_json_${id}`]]);
    for (const [id, layer] of this.layers) layer.options.style = this.styles[id];
    if (data.state.tiles) mapapp.tiles(map, data.state.tiles, () => this.draw());
    else this.draw();
    mapapp
      .load(data, "labels")
      .then((/** @type {LabelData[]} */ found) => {
        mapapp.everywhere(map, (shift) => {
          labels.fixed.push(...found.map((label) => mapapp.label({ ...label, lon: label.lon + shift })));
          labels.draw();
        });
      })
      .catch(() => {});
  }

  draw() {
    // All at once and then in order, because a canvas draws what was added first below what came later.
    this.ground = Promise.all(this.layers.map(([id]) => mapapp.load(this.data, id)))
      .then((collections) => this.lay(collections))
      .catch(() => {
        const words = mapapp.tr(
          "The background map could not be loaded. The stops are right; reload the page to try again.",
        );
        mapapp.notice(this.map, words);
      });
  }

  /** @param {GeoJSON.GeoJsonObject[]} collections those of the layers, in their order */
  lay(collections) {
    if (this.laid) return;
    this.laid = true;
    mapapp.everywhere(this.map, (shift) => {
      this.layers.forEach(([, layer], index) => {
        this.add(layer, collections[index], shift);
      });
    });
    document.documentElement.dataset.basemap = "1";
  }

  /** Have the land there, because paper waits for nothing: a page that is printed as it opens has not loaded it yet. */
  layNow() {
    if (!this.ground || this.laid) return;
    try {
      this.lay(this.layers.map(([id]) => mapapp.loadNow(this.data, id)));
    } catch {
      // what is on its way says itself where it does not come
    }
  }

  /**
   * @param {L.GeoJSON} layer
   * @param {GeoJSON.GeoJsonObject} collection
   * @param {number} shift degrees
   */
  add(layer, collection, shift) {
    layer.options.coordsToLatLng = ([longitude, latitude]) => L.latLng(latitude, longitude + shift);
    layer.addData(collection);
  }

  /**
   * Show the borders of a policy. What differs de facto is fetched when somebody asks for it, and laid over the land.
   * @param {string} policy
   */
  show(policy) {
    if (policy === this.policy) return;
    this.policy = policy;
    if (policy === mapapp.DE_FACTO && this.ground)
      this.differing = this.differing || this.ground.then(() => this.differ());
    this.style();
    this.changed();
  }

  differ() {
    return mapapp
      .load(this.data, mapapp.DE_FACTO)
      .then((/** @type {BorderData} */ { features }) => {
        const layers = Object.fromEntries(this.layers);
        /** @type {(land: boolean) => any} */
        const of = (land) => ({
          type: "FeatureCollection",
          features: features.filter(({ properties }) => "iso" in properties === land),
        });
        mapapp.everywhere(this.map, (shift) => {
          this.add(layers.land, of(true), shift);
          this.add(layers.boundaries, of(false), shift);
          for (const [id, layer] of this.layers) if (id !== "land") layer.bringToFront();
        });
        document.documentElement.dataset.borders = mapapp.DE_FACTO;
      })
      .catch(() => {
        mapapp.notice(
          this.map,
          mapapp.tr("The borders de facto could not be loaded. Those of the UN and the EU are shown."),
        );
        this.differing = undefined;
        this.show(mapapp.UN_EU);
      });
  }

  /** The sentence about the borders that are drawn. */
  sentence() {
    return this.data.borders[mapapp.tileCredits.has(this.map) ? "tiles" : this.policy];
  }

  style() {
    for (const [id, layer] of this.layers) layer.setStyle(this.styles[id]);
  }
};

/**
 * How each layer is drawn; colours are read anew each time.
 * @param {Set<string>} home countries that stand out
 * @param {() => string} policy of borders; what is another one's is not drawn
 * @returns {Record<string, (feature?: { properties: Record<string, string> }) => L.PathOptions>}
 */
mapapp.basemapStyles = (home, policy) => {
  /** @param {{ properties: Record<string, string> }} [feature] */
  const drawn = (feature) => (feature?.properties.policy || policy()) === policy();
  return {
    land: (feature) => ({
      stroke: false,
      fill: drawn(feature),
      fillOpacity: 1,
      fillColor: mapapp.property(feature && home.has(feature.properties.iso) ? "land" : "other-land"),
    }),
    lakes: () => ({
      stroke: true,
      weight: 0.6,
      color: mapapp.property("coast"),
      fill: true,
      fillOpacity: 1,
      fillColor: mapapp.property("water"),
    }),
    rivers: () => ({ fill: false, weight: 0.9, color: mapapp.property("river") }),
    boundaries: (feature) => ({
      stroke: drawn(feature),
      fill: false,
      weight: 0.8,
      color: mapapp.property(feature?.properties.kind === "coast" ? "coast" : "border"),
      dashArray: feature?.properties.kind === "disputed" ? "4 4" : undefined,
    }),
  };
};

// What must be said of the tiles that a map shows.
/** @type {WeakMap<L.Map, string>} */
mapapp.tileCredits = new WeakMap();

/**
 * Online tiles, where the reader asked for them; without an answer the basemap that ships takes their place.
 * @param {L.Map} map
 * @param {{ url: string, credit: string }} tiles
 * @param {() => void} offline
 */
mapapp.tiles = (map, { url, credit }, offline) => {
  const layer = L.tileLayer(url, {
    pane: "basemap",
    maxZoom: 12,
    referrerPolicy: "strict-origin-when-cross-origin",
  });
  layer.once("tileerror", () => {
    layer.remove();
    mapapp.tileCredits.delete(map);
    const words = mapapp.tr(
      "OpenStreetMap's tiles cannot be reached. The background that ships with the app is shown instead.",
    );
    mapapp.notice(map, words);
    offline();
  });
  layer.addTo(map);
  mapapp.tileCredits.set(map, credit);
};

/**
 * Draw the world once for every turn that comes into view.
 * @param {L.Map} map
 * @param {(shift: number) => void} draw is given the degrees by which a turn is shifted
 */
mapapp.everywhere = (map, draw) => {
  const drawn = new Set();
  const complete = () => {
    const seen = map.getBounds();
    for (let turn = Math.floor((seen.getWest() + 180) / 360); turn * 360 - 180 < seen.getEast(); turn++) {
      if (drawn.has(turn)) continue;
      drawn.add(turn);
      draw(turn * 360);
    }
  };
  complete();
  map.on("moveend", complete);
};

/** @type {Record<string, string>} */
mapapp.LABEL_KINDS = {
  country: "country",
  territory: "country",
  sea: "sea",
  lake: "sea",
  capital: "city",
  city: "city",
};

/**
 * A label of labels.json as mapapp.Labels takes it. Their order in the file is their rank.
 * @param {LabelData} label
 * @returns {LabelWish}
 */
mapapp.label = ({ kind, name, lon, lat, min_zoom: zoom }) => ({
  text: name,
  at: L.latLng(lat, lon),
  kind: mapapp.LABEL_KINDS[kind],
  zoom,
});

/**
 * A file of the basemap: inside the standalone file, otherwise fetched.
 * @param {PageData} data
 * @param {string} id
 */
mapapp.load = (data, id) => {
  if (data.inside) return Promise.resolve(data.inside[id]);
  return mapapp.json(id === "labels" ? data.urls.labels : data.urls.basemap[id]);
};

/**
 * The same at once, while the page stands still. Throws where it does not come.
 * @param {PageData} data
 * @param {string} id
 */
mapapp.loadNow = (data, id) => {
  if (data.inside) return data.inside[id];
  const request = new XMLHttpRequest();
  request.open("GET", data.urls.basemap[id], false);
  request.send();
  return JSON.parse(request.responseText);
};
