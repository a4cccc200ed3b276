// On paper: the map as it stands, the whole list with words and footnotes, and the sources, black on white.
"use strict";

mapapp.Paper = class {
  LONGEST = 2000; // events; a longer list would be a book, and take minutes to lay out

  /**
   * @param {InstanceType<typeof mapapp.TourMap>} map
   * @param {InstanceType<typeof mapapp.EventList>} list
   * @param {Cards} cards
   */
  constructor(map, list, cards) {
    this.map = map;
    this.list = list;
    this.cards = cards;
    /** @type {(() => void) | null} */
    this.undo = null;
    window.addEventListener("beforeprint", () => this.begin());
    window.addEventListener("afterprint", () => this.end());
  }

  /** Whether the page stands as it is printed. */
  get printing() {
    return this.undo !== null;
  }

  begin() {
    if (this.undo) return;
    const { map } = this.map;
    const bounds = map.getBounds();
    this.undo = this.asItIs();
    // Leaflet makes its canvas as fine as the screen; paper is finer. The flag is read each time that it is drawn.
    /** @type {{ retina: boolean }} */ (L.Browser).retina = true;
    this.map.legend.box.open = true;
    document.documentElement.classList.add("printing");
    this.place("#panel > .filters"); // below title and summary
    document.querySelector("main")?.after(this.map.legend.box); // where it hides nothing
    this.map.setTheme("light");
    this.fill();
    map.invalidateSize({ animate: false, pan: false });
    map.fitBounds(bounds, { animate: false });
  }

  /** How to come back to the screen as it is now. */
  asItIs() {
    const { map, theme, legend } = this.map;
    const [centre, zoom, open, corner] = [map.getCenter(), map.getZoom(), legend.box.open, legend.box.parentElement];
    const { retina } = L.Browser;
    return () => {
      /** @type {{ retina: boolean }} */ (L.Browser).retina = retina;
      legend.box.open = open;
      corner?.append(legend.box);
      document.documentElement.classList.remove("printing");
      this.place("#panel");
      for (const words of this.list.box.querySelectorAll(".on-paper")) words.remove();
      this.map.setTheme(theme);
      map.invalidateSize({ animate: false, pan: false });
      map.setView(centre, zoom, { animate: false });
    };
  }

  end() {
    this.undo?.();
    this.undo = null;
  }

  /** @param {string} before what the map is to stand before */
  place(before) {
    const main = document.querySelector("main");
    if (main) document.querySelector(before)?.before(main);
  }

  /** The whole list, each event with its words, what else is on record, and the numbers of its sources. */
  fill() {
    const el = mapapp.el;
    while (this.list.drawn < Math.min(this.list.left.length, this.LONGEST)) this.list.grow();
    const cards = new Map(this.cards.events.map((card) => [card.id, card]));
    for (const item of this.list.box.querySelectorAll("button.event")) {
      const card = cards.get(/** @type {HTMLElement} */ (item).dataset.id || "");
      const lines = card ? mapapp.printedLines(card) : [];
      item.querySelector(".words")?.append(...lines.map((line) => el("span", "on-paper", line)));
    }
    const rest = this.list.left.length - this.list.drawn;
    if (rest <= 0) return;
    const words = `${rest.toLocaleString("en")} more events are left out here; filter to print them.`;
    this.list.box.append(el("p", "on-paper", words));
  }
};

/**
 * Numbers of sources as they stand behind a sentence; "" for none.
 * @param {Cite[]} [cites]
 */
mapapp.numbers = (cites) => {
  const words = (cites || []).map(([number, locator]) => [number, locator].filter(Boolean).join(" "));
  return words.length ? ` [${words.join("; ")}]` : "";
};

/**
 * What paper says of an event besides its line in the list.
 * @param {Card} card
 */
mapapp.printedLines = (card) => [
  (card.summary || "") + mapapp.numbers(card.cites),
  ...(card.record || []).map(({ heading, claims }) => {
    const said = claims.map((claim) => (claim.stated ? claim.value : claim.note) + mapapp.numbers(claim.cites));
    return `${heading}: ${said.join("; ")}`;
  }),
];
