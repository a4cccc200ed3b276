// The ways of a scene are drawn as if they were travelled now.
"use strict";

mapapp.Drawing = class {
  SECONDS = 1.4;

  /** @param {InstanceType<typeof mapapp.Legs>} legs */
  constructor(legs) {
    this.legs = legs;
    /** @type {[line: L.Polyline, whole: L.LatLng[]][]} */
    this.running = [];
    this.frame = 0;
  }

  /** The legs that are drawn. */
  now() {
    return new Set(this.legs.drawn.map(([leg]) => leg));
  }

  /**
   * Draw what was not there before.
   * @param {Set<Leg>} before
   */
  start(before) {
    const fresh = this.legs.drawn.filter(([leg]) => !before.has(leg));
    if (!fresh.length) return;
    this.running = fresh.map(([, line]) => [line, /** @type {L.LatLng[]} */ (line.getLatLngs())]);
    this.legs.arrows.show(new Map());
    const began = performance.now();
    /** @param {number} time */
    const step = (time) => {
      const share = Math.min(1, Math.max(0, time - began) / 1000 / this.SECONDS);
      if (share === 1) {
        this.end();
        return;
      }
      for (const [line, whole] of this.running) line.setLatLngs(mapapp.partOf(whole, share));
      this.frame = requestAnimationFrame(step);
    };
    step(began);
  }

  /** All ways whole, at once. */
  end() {
    cancelAnimationFrame(this.frame);
    if (!this.running.length) return;
    for (const [line, whole] of this.running) line.setLatLngs(whole);
    this.running = [];
    this.legs.drawArrows();
  }
};

/**
 * The first part of a line, by the number of its points, of which the last is between two of them.
 * @param {{ lat: number, lng: number }[]} line
 * @param {number} share from 0 to 1
 * @returns {L.LatLng[]}
 */
mapapp.partOf = (line, share) => {
  const place = share * (line.length - 1);
  const whole = Math.floor(place);
  const points = line.slice(0, whole + 1);
  const next = line[whole + 1];
  if (next) {
    const [{ lat, lng }, rest] = [line[whole], place - whole];
    points.push({ lat: lat + (next.lat - lat) * rest, lng: lng + (next.lng - lng) * rest });
  }
  return /** @type {L.LatLng[]} */ (points);
};
