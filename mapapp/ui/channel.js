// What the map frame and the event list tell each other inside the page, without asking the server.
// biome-ignore lint/correctness/noInvalidUseBeforeDeclaration: all scripts of a page share it, whichever comes first
var mapapp = mapapp || {};

mapapp.CHANNEL = "mapapp-selected";
mapapp.PLACE = "mapapp-place"; // asks the map where the reader has put it, which it adds to the question
mapapp.CORRIDORS = "mapapp-corridors"; // asks the map for the corridors that it shows, which it adds to the question

mapapp.AHEAD = "mapapp-ahead"; // carries what the map shows before the server says so; null: what the server says
mapapp.BETWEEN = "mapapp-between"; // carries the days that the handles of the timeline were put to

/**
 * @param {string} id of the event that was chosen, "" for none
 * @param {string} from who says so
 */
mapapp.announce = (id, from) => {
  window.dispatchEvent(new CustomEvent(mapapp.CHANNEL, { detail: { id, from } }));
};

/**
 * Announces what is chosen once the choice rests for a moment: a key that is held down passes rows faster than a long
 * tour is drawn.
 * @param {string} from
 * @param {number} [rest] milliseconds
 */
mapapp.announcing = (from, rest = 120) => {
  let waiting = 0;
  return (/** @type {string} */ id) => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => mapapp.announce(id, from), rest);
  };
};

/**
 * Hear what others than oneself announce; returns how to stop hearing.
 * @param {string} own
 * @param {(id: string) => void} heard
 */
mapapp.onAnnounced = (own, heard) => {
  /** @param {Event} event */
  const listener = (event) => {
    const { id, from } = /** @type {CustomEvent<{ id: string, from: string }>} */ (event).detail;
    if (from !== own) heard(id);
  };
  window.addEventListener(mapapp.CHANNEL, listener);
  return () => window.removeEventListener(mapapp.CHANNEL, listener);
};

/**
 * What the reader chose last and what the server said last. While the server has not come to know of a choice, its
 * answers to older ones change nothing: several clicks may be on their way at once.
 */
mapapp.Choice = class {
  PATIENCE = 3000; // ms after which the server is believed again
  /** @type {string | undefined} */
  told;
  /** @type {string | undefined} */
  chosen;
  at = 0;

  /** @param {string} id what the reader chose, "" for nothing */
  choose(id) {
    this.chosen = id;
    this.at = Date.now();
  }

  /**
   * Whether what the server says is news that counts.
   * @param {string} id
   */
  hears(id) {
    if (this.chosen !== undefined && id !== this.chosen && Date.now() - this.at < this.PATIENCE) return false;
    const news = id !== this.told;
    this.chosen = undefined;
    this.told = id;
    return news;
  }
};

/**
 * What a component tells the server. While that is busy Streamlit keeps the newest alone, so that each goes with those
 * that the server has not told to have heard.
 */
mapapp.Outbox = class {
  number = 0;
  /** @type {Map<string, [number: number, name: string, value: string]>} the newest of each name */
  waiting = new Map();

  /** @param {Component<unknown>["setTriggerValue"]} send of Streamlit */
  constructor(send) {
    this.send = send;
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  say(name, value) {
    this.number += 1;
    this.waiting.delete(name);
    this.waiting.set(name, [this.number, name, value]);
    this.send("said", [...this.waiting.values()]);
  }

  /** @param {number} [number] of the last message that the server has heard */
  heard(number = 0) {
    this.number = Math.max(this.number, number);
    for (const [name, [sent]] of this.waiting) if (sent <= number) this.waiting.delete(name);
  }
};

mapapp.SKIP = "mapapp-skip";

/**
 * The first stop of the keyboard on a page: past the map to the list.
 * @param {() => void} chosen
 */
mapapp.skipLink = (chosen) => {
  const link = document.createElement("a");
  link.className = "skip";
  link.href = "#";
  link.textContent = mapapp.tr("Skip to the list of events");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    chosen();
  });
  return link;
};

/**
 * The theme that Streamlit shows, by the lightness of its background.
 * @param {Element} element
 */
mapapp.themeOf = (element) => {
  const background = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const short = /^#([\da-f])([\da-f])([\da-f])$/i
    .exec(background)
    ?.slice(1)
    .map((digit) => digit + digit);
  const [, long] = /^#([\da-f]{6})/i.exec(background) || [];
  const said = /^rgba?\(/.test(background) ? background.match(/[\d.]+/g)?.map(Number) : null;
  const [r, g, b] =
    said || (short || long?.match(/../g) || ["ff", "ff", "ff"]).map((pair) => Number.parseInt(pair, 16));
  return r + g + b < 384 ? "dark" : "light";
};

/**
 * A child that the markup of the component has.
 * @param {HTMLElement} parent
 * @param {string} selector
 * @returns {HTMLElement}
 */
mapapp.part = (parent, selector) => /** @type {HTMLElement} */ (parent.querySelector(selector));
