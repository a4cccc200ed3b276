// The timeline beneath the map, in the same document: its room, and what the two tell each other.
"use strict";

mapapp.Beneath = class {
  LEAST = 440; // pixels of height from which on a document of its own has room for it; within the app it always has

  /** @param {TimedMap} map */
  constructor(map) {
    this.map = map;
    const { data } = map;
    this.box = mapapp.el("section", "timeline");
    this.box.setAttribute("aria-label", mapapp.tr("Timeline"));
    const beside = data.marks.some(({ events, traveller }) => events && typeof traveller !== "number");
    const lanes = data.travellers.length + (beside ? 1 : 0);
    const host = map.map.getContainer().parentElement;
    if (!host || data.ids.length < 2 || data.state.route !== undefined || !this.fits(host)) return;
    this.host = host;
    host.style.setProperty("--lanes", String(Math.min(lanes, 6)));
    host.classList.add("timed");
    host.append(this.box);
    map.map.invalidateSize({ animate: false, pan: false });
  }

  /** @param {HTMLElement} host */
  fits({ clientHeight }) {
    return clientHeight >= this.LEAST || mapapp.hosted();
  }

  /** Fill it, once the words are there and nothing more urgent is to do. */
  async fill() {
    const { map, host } = this;
    if (!host) return;
    const words = await mapapp.cards(map.data).catch(() => null);
    if (!words || !mapapp.Timeline.worth(words.events)) {
      this.leave();
      return;
    }
    const told = {
      names: map.data.travellers,
      words: words.events,
      moved: this.moved.bind(this),
      picked: (/** @type {string} */ id) => map.pick(id),
      played: (/** @type {number | null} */ day) => this.played(day),
    };
    this.timeline = new mapapp.Timeline(this.box, told);
    this.show(map.time);
    this.timeline.select(map.popup.selected);
  }

  /** Give the room back. */
  leave() {
    if (!this.host) return;
    this.host.classList.remove("timed");
    this.box.remove();
    this.map.map.invalidateSize({ animate: false, pan: false });
    this.host = undefined;
  }

  /** @param {TimeView} time */
  show(time) {
    this.timeline?.show(time, (event) => mapapp.isSet(time.undated, event));
  }

  /**
   * @param {string} since
   * @param {string} until
   * @param {boolean} done
   */
  moved(since, until, done) {
    const { map } = this;
    map.time = { ...map.time, since, until };
    this.filter((days) => mapapp.inTime(days, map.time));
    if (done) map.tell({ mapapp: "between", since, until });
  }

  /** @param {number | null} day what begins on it or later is not shown; null: all is */
  played(day) {
    const { time } = this.map;
    this.filter((days) => mapapp.inTime(days, time) && (day === null || mapapp.spanOf(days)[0] < day));
  }

  /**
   * Show what the other filters leave and the days fit, without asking anybody.
   * @param {(days: Days) => boolean} fits
   */
  filter(fits) {
    const { map } = this;
    const events = this.timeline?.told.words || [];
    const left = events.map(({ days }, index) => mapapp.isSet(map.time.undated, index) && fits(days || []));
    map.show({ visible: mapapp.packed(left) });
  }
};

/**
 * Truth values as bits, the first in the lowest bit of the first byte.
 * @param {boolean[]} mask
 */
mapapp.packed = (mask) => {
  const bits = new Uint8Array(Math.ceil(mask.length / 8));
  mask.forEach((is, index) => {
    if (is) bits[index >> 3] |= 1 << (index & 7);
  });
  return bits;
};
