// The page on paper: what paper shows of the tour stands before and behind the map, in boxes that no screen shows.

/**
 * @typedef {{ title: string, sources: Source[], credit: string }} Lines
 * @typedef {object} Told
 * @property {Cards} cards
 * @property {(index: number) => unknown} test whether an event is left
 * @property {boolean} filtered
 * @property {string} as_of the date of the data in words, "" if it is not known
 * @property {ParentNode} styled where the styles stand
 */

/**
 * A box beside the root of the page, which has styles of its own.
 * @param {ParentNode} styled
 * @param {...(Node | string)} content
 */
mapapp.sheet = (styled, ...content) => {
  const host = mapapp.el("div", "mapapp-paper");
  const inside = mapapp.el("div", "printing", ...content);
  inside.dataset.theme = "light";
  const styles = [...styled.querySelectorAll("style")].map((style) => style.cloneNode(true));
  host.attachShadow({ mode: "open" }).append(...styles, inside);
  return host;
};

/**
 * Title, summary and count, which stand before the map; the list and all sources, which stand behind it.
 * @param {Told} told
 * @param {Lines[]} corridors those that the map shows
 */
mapapp.sheets = ({ cards, test, filtered, as_of, styled }, corridors) => {
  const el = mapapp.el;
  const list = new mapapp.EventList(el("div", "list"), cards, () => {});
  list.show(test, "printed");
  mapapp.fill(list);
  const count = mapapp.counted(cards.events.filter((_, index) => test(index)).length, cards, filtered);
  const { title, summary } = cards.tour;
  const about = el("section", "about", ...mapapp.allSources(cards.sources, corridors));
  if (as_of) about.append(el("p", "", mapapp.tr("Date of the data: {date}.", { date: as_of })));
  const head = el("div", "head", el("h1", "", title), el("p", "", summary), el("p", "", count));
  return [mapapp.sheet(styled, head), mapapp.sheet(styled, list.box, about)];
};

/**
 * Stand ready for paper, with what is told at that moment; null: nothing is known yet.
 * @param {() => Told | null} tell
 * @returns {() => void} how to stop
 */
mapapp.onPaper = (tell) => {
  /** @type {HTMLElement[]} */
  let sheets = [];
  const end = () => {
    for (const sheet of sheets) sheet.remove();
    sheets = [];
  };
  const begin = () => {
    end();
    const told = tell();
    if (!told) return;
    /** @type {{ corridors: Lines[] }} */
    const detail = { corridors: [] };
    window.dispatchEvent(new CustomEvent(mapapp.CORRIDORS, { detail })); // the frame of the map adds its own
    sheets = mapapp.sheets(told, detail.corridors);
    document.body.prepend(sheets[0]);
    document.body.append(sheets[1]);
  };
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    end();
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
};
