// The addresses of scenes: of the app around the map, of the map by itself, and behind # of the saved file.
"use strict";

/**
 * The address of a page with another scene in its query, and without a place of the map, which is that of the scene.
 * @param {string} address
 * @param {number} number 0 for none
 * @param {boolean} saved whether the query stands behind #
 */
mapapp.withScene = (address, number, saved) => {
  const url = new URL(address);
  const query = new URLSearchParams(saved ? url.hash.slice(1) : url.search);
  query.delete("at");
  if (number) query.set("scene", String(number));
  else query.delete("scene");
  const words = query.toString().replaceAll("%2C", ",");
  if (saved) url.hash = words || "v=1";
  else url.search = words;
  return url.href;
};

/**
 * The picture of a scene, beside the document of the map.
 * @param {string} address of that document
 * @param {number} number
 */
mapapp.scenePicture = (address, number) => {
  const url = new URL(mapapp.withScene(address, number, false));
  url.searchParams.delete("title");
  return new URL(`snapshot.png${url.search}`, url).href;
};

/** Where the reader reads: the page around the map where that is ours, else the document itself. */
mapapp.readingAt = () => (mapapp.hosted() ? window.parent.location : window.location).href;

/**
 * A link of the saved file to a scene, which keeps the rest of the view as it is when it is followed.
 * @param {string} className
 * @param {string} words
 * @param {number} number 0 for out of the story
 */
mapapp.sceneLink = (className, words, number) => {
  const link = mapapp.el("a", className, words);
  link.href = mapapp.withScene(window.location.href, number, true);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    window.location.hash = new URL(mapapp.withScene(window.location.href, number, true)).hash;
  });
  return link;
};
