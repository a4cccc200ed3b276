// The events in order of time under headings of their days; used by the app's panel and by the standalone file.
"use strict";

mapapp.EventList = class {
  chunk = 60;

  /**
   * @param {HTMLElement} box the element to fill
   * @param {Pick<Cards, "events" | "visits" | "order" | "untold">} cards
   * @param {(id: string) => void} picked told of every click, "" when a choice is taken back
   */
  constructor(box, { events, visits, order, untold }, picked) {
    mapapp.hear(untold, { events, visits });
    this.box = box;
    /** The events, and behind them the stops without one. */
    this.cards = [...events, ...visits];
    this.events = events.length;
    this.order = order;
    this.picked = picked;
    /** @type {((id: string) => void) | null} */
    this.edit = null; // set where the reader may write
    this.selected = "";
    /** @type {unknown} */
    this.shown = undefined;
    /** @type {Card[]} */
    this.left = [];
    this.drawn = 0;
    /** @type {string | undefined} */
    this.heading = undefined;
    /** @type {string | undefined} the letter of the side of a comparison */
    this.side = undefined;
    this.more = mapapp.el("p", "more", "…");
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.selected) return;
      this.select("");
      picked("");
    });
    this.watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.watcher.unobserve(this.more);
      this.grow();
    });
  }

  /**
   * @param {(index: number) => unknown} test whether the card with that index is left
   * @param {unknown} key changes when the answers do
   */
  show(test, key) {
    if (this.shown === key) return;
    this.shown = key;
    this.left = this.order.filter(test).map((index) => this.cards[index]);
    this.drawn = 0;
    this.heading = undefined;
    this.side = undefined;
    this.box.replaceChildren();
    this.grow();
  }

  /** Long lists grow while one scrolls. */
  grow() {
    const end = Math.min(this.left.length, this.drawn + this.chunk);
    for (; this.drawn < end; this.drawn++) {
      const card = this.left[this.drawn];
      if (card.letter !== this.side) {
        this.side = card.letter;
        this.heading = undefined;
        this.box.append(mapapp.el("h2", `side of-${card.letter}`, mapapp.sideTitle(card.letter)));
      }
      if (card.heading !== this.heading) {
        this.heading = card.heading;
        this.box.append(mapapp.el("h2", "", card.heading));
      }
      this.box.append(this.item(card));
    }
    if (this.drawn < this.left.length) {
      this.box.append(this.more);
      this.watcher.observe(this.more);
    } else this.more.remove();
  }

  /** @param {Card} card */
  item(card) {
    const el = mapapp.el;
    const sign = el("span", "sign", mapapp.listSign(card));
    const who = (card.who || []).map(([name]) => name);
    const meta = el("span", "meta", mapapp.listMeta(card));
    const words = el(
      "span",
      "words",
      meta,
      mapapp.marked(el("span", "title", card.title), card.title),
      who.length ? mapapp.theirs(el("span", "who", mapapp.named(who))) : null,
    );
    const button = el("button", "event", sign, words);
    button.type = "button";
    button.dataset.id = card.id;
    button.setAttribute("aria-pressed", String(card.id === this.selected));
    button.addEventListener("click", () => {
      this.select(this.selected === card.id ? "" : card.id);
      this.picked(this.selected);
    });
    return this.edit ? el("div", "row", button, mapapp.pencil(card.id, this.edit, card.title)) : button;
  }

  /** Let the keyboard come to the chosen line, or else to the first. */
  focus() {
    /** @type {HTMLElement | null} */
    const line = this.box.querySelector("button[aria-pressed=true]") || this.box.querySelector("button");
    line?.focus();
  }

  /** @param {string} id */
  select(id) {
    this.selected = id;
    const beside = !window.matchMedia("(max-width: 700px)").matches; // below the map, it would scroll that away
    for (const button of this.box.querySelectorAll("button.event")) {
      const chosen = /** @type {HTMLElement} */ (button).dataset.id === id;
      button.setAttribute("aria-pressed", String(chosen));
      if (chosen && beside) button.scrollIntoView({ block: "nearest" });
    }
  }
};

/**
 * The mark that the map has for it, with the number of its own stay.
 * @param {Card} card
 */
mapapp.listSign = ({ label, symbol, status, traveller, letter, doubt }) =>
  mapapp.disc({ label, symbol, status, traveller: traveller ?? undefined, letter, doubtful: Boolean(doubt) }, 26);

/**
 * Where, at what hour, and what is out of the ordinary.
 * @param {Card} card
 */
mapapp.listMeta = (card) => {
  const status = card.status === "held" ? null : mapapp.statusWord(card.status);
  const doubt = card.doubt ? mapapp.tr("place in doubt") : null;
  return mapapp.dotted([mapapp.placeOf(card), card.hour, status, ...(card.on_record || []), doubt]);
};
