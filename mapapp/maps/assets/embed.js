// The map in a frame of another page, which is told one thing alone, whenever it changes:
//   {mapapp: "height", height}: how high the frame should be, in CSS pixels, for the width that it has: the heading, the
//   timeline and the credits where they are there, and a map of five eighths of the width, at least 320 and at most 640.
// A page that listens sets the height of the frame; one that does not keeps its own. The map's own height has no say.
"use strict";

mapapp.Embed = class {
  /**
   * @param {{ map: L.Map, legend: { box: HTMLDetailsElement } }} tourMap
   */
  constructor(tourMap) {
    this.map = tourMap.map;
    this.legend = tourMap.legend.box;
    this.told = 0;
    this.asked = false; // whether the reader opened or folded the legend, who then decides
    this.legend.querySelector("summary")?.addEventListener("click", () => {
      this.asked = true;
    });
    const watcher = new ResizeObserver(() => this.fit());
    for (const part of [this.map.getContainer(), this.legend]) watcher.observe(part);
    this.fit();
  }

  fit() {
    this.map.invalidateSize({ animate: false, pan: false });
    this.tell();
    if (!this.asked && this.legend.open && this.crowded()) this.legend.open = false;
  }

  /** Whether the open legend takes more than an eighth of the map. */
  crowded() {
    const { x, y } = this.map.getSize();
    return this.legend.offsetWidth * this.legend.offsetHeight > (x * y) / 8;
  }

  tell() {
    const width = document.documentElement.clientWidth;
    /** @type {NodeListOf<HTMLElement>} */
    const beside = document.querySelectorAll("body > header, body > .timeline, .folium-map + footer");
    const taken = [...beside].reduce((sum, part) => sum + part.offsetHeight, 0);
    const height = Math.ceil(taken + Math.min(640, Math.max(320, (width * 5) / 8)));
    if (height === this.told || window.parent === window) return;
    this.told = height;
    window.parent.postMessage({ mapapp: "height", height }, "*"); // a number that tells nothing of the reader
  }
};

document.addEventListener("DOMContentLoaded", () => {
  const heading = document.querySelector("body > header");
  if (mapapp.tourMap && !document.getElementById("panel") && (heading || !mapapp.hosted())) {
    new mapapp.Embed(mapapp.tourMap);
  }
});
