// Credits lie over the foot of a wide map. In a narrow one they would take many lines and lie over stops: there, and on
// a page of somebody else, they stand below the map.
"use strict";

mapapp.CreditsBelow = class {
  NARROW = 700; // pixels of width up to which a map has no room for them

  /**
   * @param {{
   *   map: L.Map, credits: HTMLElement, framing: InstanceType<typeof mapapp.Framing>, data: PageData,
   *   frame: (at?: Framed) => void
   * }} tourMap
   * @param {boolean} always also below a wide map
   */
  constructor(tourMap, always) {
    this.tourMap = tourMap;
    this.always = always;
    this.corner = tourMap.credits.parentElement;
    this.foot = mapapp.el("footer", "");
    const watcher = new ResizeObserver(() => this.place()); // the foot changes as its words come and go
    for (const part of [tourMap.map.getContainer(), this.foot]) watcher.observe(part);
    this.place();
    if (this.foot.isConnected) tourMap.frame(tourMap.data.state.framing);
  }

  place() {
    if (document.documentElement.classList.contains("printing")) return;
    const { map, credits } = this.tourMap;
    const box = map.getContainer();
    const below = this.always || box.clientWidth <= this.NARROW;
    if (below !== this.foot.isConnected) {
      if (below) box.after(this.foot);
      else this.foot.remove();
      (below ? this.foot : this.corner)?.append(credits);
    }
    const { x, y } = map.getSize();
    if (x !== box.clientWidth || y !== box.clientHeight) this.fit();
  }

  /** Give the map the room that is left; a first view shows as much as before. */
  fit() {
    const { map, framing, data } = this.tourMap;
    const first = framing.first === framing.now();
    map.invalidateSize({ animate: false, pan: false });
    if (first) this.tourMap.frame(data.state.framing);
  }
};

document.addEventListener("DOMContentLoaded", () => {
  if (mapapp.tourMap) new mapapp.CreditsBelow(mapapp.tourMap, Boolean(document.querySelector("body > header")));
});
