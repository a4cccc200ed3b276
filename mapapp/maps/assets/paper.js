// On paper: the map as it stands, the whole list with words and footnotes, and the sources, black on white.
"use strict";

mapapp.Paper = class {
  LONGEST = 2000; // events; a longer list would be a book, and take minutes to lay out

  constructor(map, list, cards) {
    Object.assign(this, { map, list, cards, before: null });
    window.addEventListener("beforeprint", () => this.begin());
    window.addEventListener("afterprint", () => this.end());
  }

  begin() {
    if (this.before) return;
    const { map } = this.map;
    const bounds = map.getBounds();
    const legend = this.map.legend.box;
    this.before = {
      centre: map.getCenter(), zoom: map.getZoom(), theme: this.map.theme, retina: L.Browser.retina,
      open: legend.open, corner: legend.parentNode,
    };
    L.Browser.retina = true; // the canvas in the resolution of paper rather than of the screen
    legend.open = true;
    document.documentElement.classList.add("printing");
    this.place("#panel > .filters"); // below title and summary
    document.querySelector("main").after(legend); // where it hides nothing
    this.map.setTheme("light");
    this.fill();
    map.invalidateSize({ animate: false, pan: false });
    map.fitBounds(bounds, { animate: false });
  }

  end() {
    if (!this.before) return;
    const { centre, zoom, theme, retina, open, corner } = this.before;
    L.Browser.retina = retina;
    this.map.legend.box.open = open;
    corner.append(this.map.legend.box);
    document.documentElement.classList.remove("printing");
    this.place("#panel");
    this.list.box.querySelectorAll(".on-paper").forEach((words) => words.remove());
    this.map.setTheme(theme);
    this.map.map.invalidateSize({ animate: false, pan: false });
    this.map.map.setView(centre, zoom, { animate: false });
    this.before = null;
  }

  place(before) {
    document.querySelector(before).before(document.querySelector("main"));
  }

  // The whole list, each event with its words, what else is on record, and the numbers of its sources.
  fill() {
    const el = mapapp.el;
    while (this.list.drawn < Math.min(this.list.left.length, this.LONGEST)) this.list.grow();
    const cards = new Map(this.cards.events.map((card) => [card.id, card]));
    const numbers = (cites) => (cites && cites.length ? ` [${cites.map(([number, locator]) => [number, locator].filter(Boolean).join(" ")).join("; ")}]` : "");
    for (const item of this.list.box.querySelectorAll(".event")) {
      const card = cards.get(item.dataset.id);
      const words = item.querySelector(".words");
      words.append(el("span", "on-paper", (card.summary || "") + numbers(card.cites)));
      for (const { heading, claims } of card.record || []) {
        const said = claims.map((claim) => (claim.stated ? claim.value : claim.note) + numbers(claim.cites)).join("; ");
        words.append(el("span", "on-paper", `${heading}: ${said}`));
      }
    }
    const rest = this.list.left.length - this.list.drawn;
    if (rest > 0) this.list.box.append(el("p", "on-paper", `${rest.toLocaleString("en")} more events are left out here; filter to print them.`));
  }
};
