// What the document needs besides the map itself: its data, credits, and words for the layer control.
"use strict";

/**
 * The words about the events: inside the standalone file, otherwise fetched when the first card opens.
 * @param {PageData} data
 * @returns {Promise<Cards>}
 */
mapapp.cards = (data) => {
  data.cards = data.cards || mapapp.json(data.urls.cards).then(mapapp.heard);
  return Promise.resolve(data.cards);
};

/** @param {Cards} cards */
mapapp.heard = (cards) => {
  mapapp.hear(cards.untold, cards);
  return cards;
};

/**
 * The data of an address. Rejects where the answer is none.
 * @param {string} url
 * @returns {Promise<any>}
 */
mapapp.json = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

/**
 * Do something when nothing more urgent is to do.
 * @param {() => void} work
 */
mapapp.later = (work) => {
  if (window.requestIdleCallback) window.requestIdleCallback(work, { timeout: 1500 });
  else window.setTimeout(work, 200);
};

L.Control.Scale.mergeOptions({ maxWidth: 130 }); // pixels: its shortest bar is half of that, which holds its words

/** @param {L.Map} map */
mapapp.credits = (map) => {
  const box = mapapp.el("div", "credits");
  const control = new L.Control({ position: "bottomleft" });
  control.onAdd = () => box;
  control.addTo(map);
  return box;
};

/**
 * What must be said below a map in one line: sentences, then those who are to be named.
 * @param {string[]} parts
 */
mapapp.creditLine = (parts) => parts.join(" · ").replaceAll(". ·", ".");

/**
 * Folium's layer control names layers by their ids; the words for them stand in the data.
 * @param {L.Map} map
 * @param {PageData} data
 */
mapapp.nameLayers = (map, data) => {
  const words = new Map([["itinerary", mapapp.tr("Journey and events")]]);
  data.corridors.forEach((corridor, index) => {
    words.set(`corridor_${index}`, corridor.title);
  });
  const name = () => {
    for (const label of map.getContainer().querySelectorAll(".leaflet-control-layers-selector + span")) {
      const title = words.get((label.textContent || "").trim());
      if (title) label.textContent = ` ${title}`;
    }
  };
  name();
  map.on("overlayadd overlayremove", name); // after which the control writes all its names anew
};

/**
 * The words that Leaflet has of its own: of its buttons, and the units of its scale, which it writes at every move.
 * @param {L.Map} map
 */
mapapp.nameControls = (map) => {
  const named = [
    [".leaflet-control-zoom-in", mapapp.tr("Zoom in")],
    [".leaflet-control-zoom-out", mapapp.tr("Zoom out")],
    [".leaflet-control-layers-toggle", mapapp.tr("Layers")],
  ];
  for (const [selector, words] of named) {
    const button = /** @type {HTMLElement | null} */ (map.getContainer().querySelector(selector));
    if (!button) continue;
    button.title = words;
    button.setAttribute("aria-label", words);
  }
  if (mapapp.speech.language === "en") return;
  const measure = () => {
    for (const line of map.getContainer().querySelectorAll(".leaflet-control-scale-line")) {
      const [, n, unit] = /^([\d.]+) (km|mi|m|ft)$/.exec(line.textContent || "") || [];
      if (unit) line.textContent = mapapp.measured(Number(n), unit);
    }
  };
  measure();
  map.on("move", measure);
};

/**
 * @param {number} n
 * @param {string} unit
 */
mapapp.measured = (n, unit) => {
  if (unit === "km") return mapapp.tr("{n} km", { n });
  if (unit === "m") return mapapp.tr("{n} m", { n });
  return unit === "mi" ? mapapp.plural(n, "{n} mi", "{n} mi") : mapapp.plural(n, "{n} ft", "{n} ft");
};

/**
 * One sentence over the map.
 * @param {L.Map} map
 * @param {string} words
 */
mapapp.notice = (map, words) => {
  const box = map.getContainer().querySelector(".map-notice") || mapapp.el("p", "map-notice");
  box.textContent = words;
  box.setAttribute("role", "status");
  map.getContainer().append(box);
};
