// On paper: the map as it stands, the whole list with words and footnotes, and the sources, black on white.
"use strict";

mapapp.Paper = class {
  /**
   * @param {InstanceType<typeof mapapp.MapOnPaper> | undefined} map
   * @param {InstanceType<typeof mapapp.EventList>} list
   */
  constructor(map, list) {
    this.map = map;
    this.list = list;
    /** @type {Iterable<Element>} what is opened for paper alone */
    this.told = [];
    window.addEventListener("beforeprint", () => this.begin());
    window.addEventListener("afterprint", () => this.end());
  }

  /** Whether the page stands as it is printed. */
  get printing() {
    return Boolean(this.map?.printing);
  }

  begin() {
    const main = document.querySelector("main");
    if (this.printing || !main) return;
    document.querySelector("#panel > .filters")?.before(main); // below title and summary
    this.map?.begin(main);
    mapapp.fill(this.list);
    this.told = document.querySelectorAll("#panel > .in-words:not([open])");
    for (const words of this.told) words.setAttribute("open", "");
  }

  end() {
    const main = document.querySelector("main");
    if (main) document.querySelector("#panel")?.before(main);
    for (const words of this.list.box.querySelectorAll(".on-paper")) words.remove();
    for (const words of this.told) words.removeAttribute("open");
    this.map?.end();
  }
};
