// The basemap: its files are fetched once and styled in the colours of the theme.
"use strict";

mapapp.basemap = function (map, data, labels) {
  const property = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const home = new Set(data.home);
  const fill = (feature) => ({
    stroke: false, fill: true, fillOpacity: 1,
    fillColor: property(home.has(feature.properties.iso) ? "land" : "other-land"),
  });
  const line = (feature) => ({
    fill: false, weight: 0.8,
    color: property(feature.properties.kind === "coast" ? "coast" : "border"),
    dashArray: feature.properties.kind === "disputed" ? "4 4" : null,
  });
  const styles = {
    land: fill,
    lakes: () => ({ stroke: true, weight: 0.6, color: property("coast"), fill: true, fillOpacity: 1, fillColor: property("water") }),
    rivers: () => ({ fill: false, weight: 0.9, color: property("river") }),
    boundaries: line,
  };
  const layers = data.layers.map((id) => [id, window["geo_json_" + id]]);
  for (const [id, layer] of layers) layer.options.style = styles[id];
  // All at once and then in order, because a canvas draws what was added first below what came later.
  const offline = () => Promise.all(layers.map(([id]) => mapapp.load(data, id))).then((collections) => {
    mapapp.everywhere(map, (shift) => layers.forEach(([, layer], index) => {
      layer.options.coordsToLatLng = ([longitude, latitude]) => L.latLng(latitude, longitude + shift);
      layer.addData(collections[index]);
    }));
    document.documentElement.dataset.basemap = "1";
  }).catch(() => mapapp.notice(map, "The background map could not be loaded. The stops are right; reload the page to try again."));
  if (data.state.tiles) mapapp.tiles(map, data.state.tiles, offline);
  else offline();
  mapapp.load(data, "labels").then((found) => {
    mapapp.everywhere(map, (shift) => {
      labels.fixed.push(...found.map((label) => mapapp.label({ ...label, lon: label.lon + shift })));
      labels.draw();
    });
  }).catch(() => {});
  return { style() { for (const [id, layer] of layers) layer.setStyle(styles[id]); } };
};

// Online tiles, where the reader asked for them; without an answer the basemap that ships takes their place.
mapapp.tiles = function (map, { url, credit }, offline) {
  const layer = L.tileLayer(url, { pane: "basemap", maxZoom: 12, referrerPolicy: "strict-origin-when-cross-origin" });
  layer.once("tileerror", () => {
    layer.remove();
    delete map.tileCredit;
    mapapp.notice(map, "OpenStreetMap's tiles cannot be reached. The background that ships with the app is shown instead.");
    offline();
  });
  layer.addTo(map);
  map.tileCredit = credit;
};

// Draw the world once for every turn that comes into view; draw(shift) is given the degrees by which it is shifted.
mapapp.everywhere = function (map, draw) {
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

// A label of labels.json as mapapp.Labels takes it. Their order in the file is their rank.
mapapp.label = ({ kind, name, lon, lat, min_zoom }) => {
  const kinds = { country: "country", territory: "country", sea: "sea", lake: "sea", capital: "city", city: "city" };
  return { text: name, at: L.latLng(lat, lon), kind: kinds[kind], zoom: min_zoom };
};

// A file of the basemap: inside the standalone file, otherwise fetched.
mapapp.load = function (data, id) {
  if (data.inside) return Promise.resolve(data.inside[id]);
  const url = id === "labels" ? data.urls.labels : data.urls.basemap[id];
  return fetch(url).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  });
};

// One sentence over the map.
mapapp.notice = function (map, words) {
  const box = map.getContainer().querySelector(".map-notice") || mapapp.el("p", "map-notice");
  box.textContent = words;
  box.setAttribute("role", "status");
  map.getContainer().append(box);
};
