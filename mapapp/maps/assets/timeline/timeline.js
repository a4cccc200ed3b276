// Time under the map: a lane for each traveller and one for other events; its handles are the filter of days.
"use strict";

mapapp.Timeline = class {
  SPEEDS = [1, 2, 0.5];
  STEP = 1200; // milliseconds between two columns in playing
  width = 0;

  /**
   * @param {HTMLElement} box
   * @param {{ names: string[], words: Card[], moved: (since: string, until: string, done: boolean) => void,
   *   picked: (id: string) => void, played: (day: number | null) => void }} told
   *   `names` of the travellers; `played` is told up to which day events are shown, null for all
   */
  constructor(box, told) {
    this.told = told;
    this.cards = told.words.map((card, index) => ({ ...card, index })).filter(({ days }) => mapapp.isKnown(days));
    this.view = { since: "", until: "", sure: false };
    this.visible = /** @type {(event: number) => boolean} */ (() => true);
    this.selected = "";
    this.speed = 0;
    this.moment = /** @type {number | null} */ (null);
    this.names = mapapp.el("div", "time-names");
    this.field = mapapp.el("div", "time-field");
    this.said = mapapp.el("div", "time-said");
    this.said.hidden = true;
    this.field.append(this.said);
    this.strip = new mapapp.Strip(this.field);
    this.handles = new mapapp.Handles(this.field, (since, until, done) => this.move(since, until, done));
    box.replaceChildren(this.keys(), this.names, this.field);
    this.strip.canvas.addEventListener("click", (event) => this.click(event));
    this.strip.canvas.addEventListener("pointermove", (event) => this.hover(event));
    this.strip.canvas.addEventListener("pointerleave", () => this.say(null));
    new ResizeObserver(() => this.lay()).observe(this.field);
    this.lay();
  }

  /** Whether there is anything to tell: two days at least. */
  static worth(/** @type {Card[]} */ words) {
    return new Set(words.filter(({ days }) => mapapp.isKnown(days)).map(({ days }) => String(days))).size > 1;
  }

  keys() {
    const key = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {() => void} */ done) => {
      const button = mapapp.el("button", "", sign);
      button.type = "button";
      button.title = label;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", done);
      return button;
    };
    this.playing = key("▶", mapapp.tr("Play"), () => this.play());
    this.playing.classList.add("play");
    this.pace = key("1×", mapapp.tr("Speed"), () => {
      this.speed = (this.speed + 1) % this.SPEEDS.length;
      if (this.pace) this.pace.textContent = { 1: "1×", 2: "2×", 0.5: "½×" }[this.SPEEDS[this.speed]] || "";
    });
    const back = key("‹", mapapp.tr("Previous event"), () => this.step(-1));
    const on = key("›", mapapp.tr("Next event"), () => this.step(1));
    return mapapp.el("div", "time-keys", this.playing, mapapp.el("span", "", back, on), this.pace);
  }

  /** Lay out for the width that is there. */
  lay() {
    const width = this.field.clientWidth;
    if (!width || width === this.width) return;
    this.width = width;
    const single = width < 480;
    const names = single ? [] : [...this.told.names];
    const lane = (/** @type {Card} */ { traveller }) => (single ? 0 : (traveller ?? names.length));
    const others = !single && this.cards.some((card) => lane(card) === names.length);
    const lanes = single ? 1 : names.length + (others ? 1 : 0);
    const days = this.cards.map((card) => card.days || []);
    this.scale = new mapapp.TimeScale(days.map(mapapp.spanOf), width - 12);
    this.strip.lay(this.scale, lanes);
    this.marks = mapapp.timeMarks(days, this.cards.map(lane), this.scale);
    this.colours = this.cards.map(mapapp.laneColour);
    this.names.replaceChildren(
      ...[...names, ...(others && names.length ? [mapapp.tr("Other events")] : [])].map((name, i) => {
        const words = mapapp.el("bdi", "", name);
        words.style.color = `var(${mapapp.laneColour({ traveller: i < names.length ? i : null })})`;
        words.title = name;
        return words;
      }),
    );
    this.draw();
  }

  draw() {
    const { scale, marks, colours } = this;
    if (!scale || !marks || !colours) return;
    this.handles.show(scale, this.view.since, this.view.until);
    this.strip.draw({
      marks,
      colours,
      statuses: this.cards.map(({ status }) => status),
      there: (event) => this.visible(this.cards[event].index),
      within: (event) => mapapp.inTime(this.cards[event].days || [], this.view) && !this.ahead(event),
      selected: this.cards.findIndex(({ id }) => id === this.selected),
      moment: this.moment === null ? null : scale.x(this.moment),
    });
  }

  /** @param {number} event whether it is still to come in playing */
  ahead(event) {
    return this.moment !== null && mapapp.spanOf(this.cards[event].days || [])[0] >= this.moment;
  }

  /**
   * @param {{ since: string, until: string, sure: boolean }} view
   * @param {(event: number) => boolean} visible whether an event is left by all other filters
   */
  show(view, visible) {
    this.view = view;
    this.visible = visible;
    this.draw();
  }

  /** @param {string} id */
  select(id) {
    this.selected = id;
    this.draw();
  }

  /**
   * @param {string} since
   * @param {string} until
   * @param {boolean} done
   */
  move(since, until, done) {
    if (!done && since === this.view.since && until === this.view.until) return;
    this.pause();
    this.view = { ...this.view, since, until };
    this.draw();
    this.told.moved(since, until, done);
  }

  /** The events that are shown, in order of time. */
  shown() {
    return this.cards.filter((card) => this.visible(card.index) && mapapp.inTime(card.days || [], this.view));
  }

  /** @param {number} by 1 for the next event, -1 for the one before */
  step(by) {
    const shown = this.shown();
    if (!shown.length) return;
    const here = shown.findIndex(({ id }) => id === this.selected);
    const next = here < 0 ? (by > 0 ? 0 : shown.length - 1) : (here + by + shown.length) % shown.length;
    this.told.picked(shown[next].id);
  }

  play() {
    if (this.timer) {
      this.pause();
      return;
    }
    const [first, last] = this.handles.ends;
    const columns = this.scale?.columns.slice(first, last + 1) || [];
    let at = 0;
    const next = () => {
      if (at >= columns.length) {
        this.pause();
        return;
      }
      this.moment = columns[at++].to;
      this.told.played(this.moment);
      this.draw();
      this.timer = window.setTimeout(next, this.STEP / this.SPEEDS[this.speed]);
    };
    this.name("⏸", mapapp.tr("Pause"));
    next();
  }

  pause() {
    if (!this.timer) return;
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.moment = null;
    this.name("▶", mapapp.tr("Play"));
    this.told.played(null);
    this.draw();
  }

  /**
   * @param {string} sign
   * @param {string} label
   */
  name(sign, label) {
    if (!this.playing) return;
    this.playing.textContent = sign;
    this.playing.title = label;
    this.playing.setAttribute("aria-label", label);
  }

  /** @param {MouseEvent} event */
  under({ offsetX, offsetY }) {
    const there = (this.marks || []).filter(({ events }) => events.some((e) => this.visible(this.cards[e].index)));
    return this.strip.at(there, offsetX, offsetY);
  }

  /** @param {MouseEvent} event a second click on a pile goes on to its next event */
  click(event) {
    const mark = this.under(event);
    if (!mark) return;
    const ids = mark.events.map((index) => this.cards[index].id);
    this.told.picked(ids[(ids.indexOf(this.selected) + 1) % ids.length]);
  }

  /** @param {MouseEvent} event */
  hover(event) {
    const mark = this.under(event);
    this.strip.canvas.style.cursor = mark ? "pointer" : "";
    this.say(mark);
  }

  /** @param {TimeMark | null} mark */
  say(mark) {
    const card = mark && this.cards[mark.events[0]];
    this.said.hidden = !card;
    if (!card || !mark) return;
    const count = mark.events.length > 1 ? mapapp.plural(mark.events.length, "{n} event", "{n} events") : card.title;
    this.said.replaceChildren(
      mapapp.el("strong", "", count),
      mapapp.el("span", "", mapapp.dotted([card.when, card.place])),
    );
    this.said.style.left = `${Math.min(mark.x, this.width - 250)}px`;
  }
};

/**
 * The name of the colour of a traveller, or of events beside the tour.
 * @param {Pick<Card, "traveller">} card
 */
mapapp.laneColour = ({ traveller }) =>
  typeof traveller === "number" ? `--traveller-${traveller % 7}` : "--other-event";

/**
 * Whether a day is known at all.
 * @param {Days} [days]
 */
mapapp.isKnown = (days) => Boolean(days && days[0] > "0002" && days[1] < "9000");
