// The map on paper: as it stands, in light colours, with legend and credits below it, where they hide nothing.
"use strict";

mapapp.MapOnPaper = class {
  /** @param {InstanceType<typeof mapapp.TourMap>} tourMap */
  constructor(tourMap) {
    this.tourMap = tourMap;
    /** @type {(() => void) | null} */
    this.undo = null;
  }

  /** Whether the map stands as it is printed. */
  get printing() {
    return this.undo !== null;
  }

  /** @param {Element} before what legend and credits are to stand behind */
  begin(before = this.tourMap.map.getContainer()) {
    if (this.undo) return;
    const { map, legend, credits } = this.tourMap;
    this.tourMap.basemap.layNow();
    const bounds = map.getBounds();
    this.undo = this.asItIs();
    // Leaflet makes its canvas as fine as the screen; paper is finer. The flag is read each time that it is drawn.
    /** @type {{ retina: boolean }} */ (L.Browser).retina = true;
    legend.box.open = true;
    document.documentElement.classList.add("printing");
    before.after(legend.box, credits);
    this.tourMap.setTheme("light");
    map.invalidateSize({ animate: false, pan: false });
    map.fitBounds(bounds, { animate: false });
    this.drawNow();
  }

  /**
   * Leaflet draws its canvases in the next frame, for which paper does not wait, and offers no way to draw them at once.
   * They are made anew first: where a canvas was cleared, Chromium prints white over all that lies below it.
   */
  drawNow() {
    const { map } = this.tourMap;
    /** @type {L.Canvas[]} */
    const canvases = [];
    map.eachLayer((layer) => {
      if (layer instanceof L.Canvas) canvases.push(layer);
    });
    for (const canvas of canvases) canvas.remove().addTo(map)._draw();
  }

  /** How to come back to the screen as it is now. */
  asItIs() {
    const { map, theme, legend, credits } = this.tourMap;
    const [centre, zoom, open, corner] = [map.getCenter(), map.getZoom(), legend.box.open, legend.box.parentElement];
    const [foot, below] = [credits.parentElement, credits.nextSibling];
    const { retina } = L.Browser;
    return () => {
      /** @type {{ retina: boolean }} */ (L.Browser).retina = retina;
      legend.box.open = open;
      corner?.append(legend.box);
      foot?.insertBefore(credits, below);
      document.documentElement.classList.remove("printing");
      this.tourMap.setTheme(theme);
      map.invalidateSize({ animate: false, pan: false });
      map.setView(centre, zoom, { animate: false });
    };
  }

  end() {
    this.undo?.();
    this.undo = null;
  }
};

/** @type {InstanceType<typeof mapapp.MapOnPaper> | undefined} */
mapapp.mapOnPaper = undefined;
document.addEventListener("DOMContentLoaded", () => {
  if (!mapapp.tourMap) return;
  const paper = new mapapp.MapOnPaper(mapapp.tourMap);
  mapapp.mapOnPaper = paper;
  // A page around the map lays it out itself, and the saved file has a panel that does.
  if (window.parent !== window || document.getElementById("panel")) return;
  window.addEventListener("beforeprint", () => paper.begin());
  window.addEventListener("afterprint", () => paper.end());
});
