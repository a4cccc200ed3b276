// A scene of the story as it is read: its card, and which of the cards is the one that is told.
"use strict";

/**
 * The scene that is told: the last that begins before a line across the reader's view.
 * @param {number[]} starts where each scene begins, in pixels
 * @param {number} line
 */
mapapp.sceneAt = (starts, line) => Math.max(0, starts.filter((start) => start <= line).length - 1);

/**
 * Where a key leads from a scene; null for other keys. Lines that run from right to left turn the arrows round.
 * @param {string} key
 * @param {number} here
 * @param {number} count
 * @param {boolean} leftward
 */
mapapp.sceneByKey = (key, here, count, leftward) => {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const on = leftward ? "ArrowLeft" : "ArrowRight";
  const back = leftward ? "ArrowRight" : "ArrowLeft";
  if (key === on || key === "PageDown") return Math.min(here + 1, count - 1);
  if (key === back || key === "PageUp") return Math.max(here - 1, 0);
  return null;
};

/**
 * @param {SceneData} scene
 * @param {number} place among all scenes, from 1
 * @param {number} count
 * @param {HTMLElement[]} links
 */
mapapp.sceneCard = (scene, place, count, links) => {
  const el = mapapp.el;
  mapapp.hear(scene.untold);
  const title = mapapp.marked(el("h2", "", scene.title), scene.title);
  title.id = `scene-${scene.number}`;
  const card = el("section", "scene", el("p", "place", mapapp.tr("{n} of {count}", { n: place, count })), title);
  card.setAttribute("aria-labelledby", title.id);
  if (scene.text) card.append(mapapp.marked(el("p", "told", scene.text), scene.text));
  if (scene.sources.length) card.append(mapapp.sceneSources(scene.sources));
  card.append(el("p", "links", links));
  return el("div", "halt", card);
};

/** @param {[words: string, url: string][]} sources */
mapapp.sceneSources = (sources) => {
  const items = sources.map(([words, url]) => mapapp.el("li", "", mapapp.outside(url, "", words) || words));
  const said = mapapp.plural(sources.length, "{n} source", "{n} sources");
  return mapapp.el("details", "sources", mapapp.el("summary", "", said), mapapp.el("ul", "", items));
};

/**
 * Bounds that a scene of a corridor frames: its own places, and what of the corridor lies no farther from them than they
 * from each other; all of the corridor where they are one place, or none.
 * @param {L.LatLngBounds} own
 * @param {L.LatLng[]} points of the corridor
 */
mapapp.boundsAlong = (own, points) => {
  const several = own.isValid() && !own.getNorthEast().equals(own.getSouthWest());
  const near = several ? points.filter((point) => own.pad(1).contains(point)) : points;
  const found = L.latLngBounds(near);
  return own.isValid() ? found.extend(own) : found;
};
