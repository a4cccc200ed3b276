// What the document needs besides the map itself: its data, credits, and words for the layer control.
"use strict";

mapapp.bits = (bits) => (typeof bits !== "string") ? bits : Uint8Array.from(atob(bits), (c) => c.charCodeAt(0));

// The words about the events: inside the standalone file, otherwise fetched when the first card opens.
mapapp.cards = function (data) {
  data.cards = data.cards || fetch(data.urls.cards).then((answer) => answer.json());
  return Promise.resolve(data.cards);
};

mapapp.credits = function (map) {
  const box = mapapp.el("div", "credits");
  const control = L.control({ position: "bottomleft" });
  control.onAdd = () => box;
  control.addTo(map);
  return box;
};

// Folium's layer control names layers by their ids; the words for them stand in the data.
mapapp.nameLayers = function (map, data) {
  const words = { itinerary: "Journey and events" };
  data.corridors.forEach((corridor, index) => { words["corridor_" + index] = corridor.title; });
  const name = () => map.getContainer().querySelectorAll(".leaflet-control-layers-selector + span").forEach((label) => {
    const id = label.textContent.trim();
    if (words[id]) label.textContent = " " + words[id];
  });
  name();
  map.on("layeradd layerremove", name);
};
