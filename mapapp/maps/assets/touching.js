// On a page that scrolls, one finger moves the page and two the map; the wheel moves a page that is narrow.
"use strict";

mapapp.HINT = 2000; // milliseconds

/** @param {L.Map} map */
mapapp.sharePage = (map) => {
  if (window.parent === window && !document.getElementById("panel")) return; // the map is all of the page
  if (window.matchMedia("(max-width: 700px)").matches) map.scrollWheelZoom.disable();
  if (!window.matchMedia("(pointer: coarse)").matches) return;
  map.dragging.disable(); // two fingers move the map as they zoom it
  const hint = mapapp.el("p", "map-notice touch-hint", mapapp.tr("Move the map with two fingers."));
  let timer = 0;
  map.getContainer().addEventListener(
    "touchmove",
    ({ touches, target }) => {
      if (touches.length > 1 || /** @type {Element} */ (target).closest(".card-popup, .legend")) return;
      map.getContainer().append(hint);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => hint.remove(), mapapp.HINT);
    },
    { passive: true },
  );
};
