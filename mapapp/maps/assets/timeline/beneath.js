// The timeline beneath the map, in the same document: its room, and what the two tell each other.
"use strict";

mapapp.Beneath = class {
  before = { since: "", until: "" }; // the days that were shown before those of a card
  /** @type {Days | undefined} */
  wish; // the days of a card that was pressed before the timeline was there
  LEAST = 440; // pixels of height from which on a document of its own has room for it; within the app it always has

  /** @param {TimedMap} map */
  constructor(map) {
    this.map = map;
    const { data } = map;
    this.box = mapapp.el("section", "timeline");
    this.box.setAttribute("aria-label", mapapp.tr("Timeline"));
    const beside = data.marks.some(({ events, traveller }) => events && typeof traveller !== "number");
    const host = map.map.getContainer().parentElement;
    if (!host || data.ids.length < 2 || data.state.route !== undefined) return;
    if (host.clientHeight < this.LEAST && !mapapp.hosted()) return;
    this.host = host;
    const lanes = mapapp.Timeline.single(host, data.travellers) ? 1 : data.travellers.length + Number(beside);
    host.style.setProperty("--lanes", String(lanes));
    host.classList.add("timed");
    host.append(this.box);
    map.map.on("popupopen", () => this.mark());
    map.map.invalidateSize({ animate: false, pan: false });
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
    this.timeline = new mapapp.Timeline(this.box, words.events, map.data.travellers, {
      changed: (done) => this.changed(done),
      picked: (id) => map.pick(id),
    });
    this.show(map.time);
    this.timeline.select(map.popup.selected);
    if (this.wish) this.go(this.wish);
    this.wish = undefined;
  }

  /** Give the room back. */
  leave() {
    if (!this.host) return;
    this.host.classList.remove("timed");
    this.box.remove();
    this.map.popup.dated = undefined;
    this.map.map.invalidateSize({ animate: false, pan: false });
    this.host = undefined;
  }

  /** @param {TimeView} time */
  show(time) {
    this.timeline?.show(time);
    this.mark();
  }

  /**
   * Show the days of a card alone; once more, those that were shown before.
   * @param {Days} days
   */
  go(days) {
    if (!this.timeline) {
      this.wish = days;
      return;
    }
    const [since, until] = days;
    const now = { since: this.map.time.since, until: this.map.time.until };
    const there = now.since === since && now.until === until;
    this.timeline.move(there ? this.before : { since, until }, true);
    if (!there) this.before = now;
  }

  /** Whether the date of an open card is pressed. */
  mark() {
    const { since, until } = this.map.time;
    for (const date of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".to-day")))
      date.setAttribute("aria-pressed", String(date.dataset.days === `${since},${until}`));
  }

  /**
   * Show what the other filters and the timeline leave, without asking anybody.
   * @param {boolean} done
   */
  changed(done) {
    const { map, timeline } = this;
    if (!timeline) return;
    map.time = timeline.view;
    this.mark();
    const left = timeline.events.map((_, event) => mapapp.isSet(map.time.undated, event) && timeline.inside[event]);
    map.show({ visible: mapapp.packed(left) });
    const { since, until } = map.time;
    if (done) map.tell({ mapapp: "between", since, until });
  }
};
