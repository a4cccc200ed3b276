// The map in a frame of another page, which is told one thing alone, whenever it changes:
//   {mapapp: "height", height}: how high the frame should be, in CSS pixels, for the width that it has: the heading, and
//   a map of five eighths of the width, at least 320 and at most 640 high.
// A page that listens sets the height of the frame; one that does not keeps its own. It depends on the width alone.
"use strict";

mapapp.Embed = class {
  /**
   * @param {{
   *   map: L.Map, legend: { box: HTMLDetailsElement }, credits: HTMLElement, data: PageData, frame: (at?: Framed) => void
   * }} tourMap
   * @param {HTMLElement | null} heading
   */
  constructor(tourMap, heading) {
    this.map = tourMap.map;
    this.legend = tourMap.legend.box;
    this.heading = heading;
    this.told = 0;
    if (heading) {
      // In a small frame credits would lie over stops: they stand below the map.
      this.map.getContainer().after(mapapp.el("footer", "", tourMap.credits));
      this.map.invalidateSize({ animate: false, pan: false });
      tourMap.frame(tourMap.data.state.framing);
    }
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
    const height = Math.ceil((this.heading?.offsetHeight || 0) + Math.min(640, Math.max(320, (width * 5) / 8)));
    if (height === this.told || window.parent === window) return;
    this.told = height;
    window.parent.postMessage({ mapapp: "height", height }, "*"); // a number that tells nothing of the reader
  }
};

document.addEventListener("DOMContentLoaded", () => {
  const heading = /** @type {HTMLElement | null} */ (document.querySelector("body > header"));
  if (mapapp.tourMap && !document.getElementById("panel") && (heading || !mapapp.hosted())) {
    new mapapp.Embed(mapapp.tourMap, heading);
  }
});
