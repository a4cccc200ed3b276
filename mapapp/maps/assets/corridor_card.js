// The cards of sections and nodes of transport corridors.
"use strict";

mapapp.CorridorCards = class {
  /**
   * @param {CardHolder} box
   * @param {() => void} changed called when a corridor was selected by a card, and when that was closed
   */
  constructor(box, changed) {
    this.box = box;
    this.changed = changed;
    this.selected = ""; // the id of the corridor whose card is open
  }

  /**
   * @param {Corridor} corridor
   * @param {string} id of the section
   * @param {L.LatLng} at where its line was touched
   * @param {boolean} focus
   */
  section(corridor, id, at, focus = false) {
    const section = corridor.sections.find((other) => other.id === id);
    const line = corridor.lineOf.get(id);
    if (!section || !line) return;
    const card = mapapp.corridorCard(corridor, section, section.facts);
    this.open(corridor, at, section.title, card, focus);
    line.setStyle({ color: mapapp.property("accent"), weight: 7, opacity: 1 });
  }

  /**
   * @param {Corridor} corridor
   * @param {CorridorNode} node
   * @param {boolean} focus
   */
  node(corridor, node, focus = false) {
    const kinds = mapapp.series(node.kinds.map(mapapp.kindName));
    const here = corridor.sections.filter((section) => section.ends.includes(node.id));
    const more = here.length
      ? [mapapp.el("h3", "", mapapp.tr("Sections that meet here")), this.sections(corridor, here)]
      : [];
    /** @type {[string, string][]} */
    const facts = [
      [mapapp.tr("Country"), node.where],
      [mapapp.tr("Kind"), kinds],
    ];
    const card = mapapp.corridorCard(corridor, node, facts, more);
    const opener = () => node.marker?.getElement();
    this.open(corridor, L.latLng(node.at[1], node.at[0]), node.title, card, focus, opener);
  }

  /**
   * A button for each section, which opens its card.
   * @param {Corridor} corridor
   * @param {Section[]} sections
   */
  sections(corridor, sections) {
    const items = sections.map((section) => {
      const button = mapapp.el("button", "to-section", section.title);
      button.type = "button";
      button.addEventListener("click", (event) => {
        event.stopPropagation();
        const points = /** @type {L.LatLng[]} */ (corridor.lineOf.get(section.id)?.getLatLngs() || []);
        this.section(corridor, section.id, points[Math.floor(points.length / 2)], true);
      });
      return mapapp.el("li", "", button);
    });
    return mapapp.el("ul", "sections", items);
  }

  /**
   * @param {Corridor} corridor
   * @param {L.LatLng} at
   * @param {string} label
   * @param {HTMLElement} card
   * @param {boolean} focus
   * @param {() => HTMLElement | undefined} [opener] gives what the keyboard comes back to
   */
  open(corridor, at, label, card, focus, opener) {
    const closed = () => {
      this.selected = "";
      this.changed();
    };
    this.box.open(at, card, { label, focus, opener, closed });
    this.selected = corridor.id;
    this.changed();
  }
};

/**
 * @param {CorridorData} corridor
 * @param {{ title: string, note: string, cites: Cite[] }} subject a section or a node
 * @param {[name: string, text: string][]} facts
 * @param {HTMLElement[]} more
 */
mapapp.corridorCard = ({ title: whole, sources, credit }, { title, note, cites }, facts, more = []) => {
  const el = mapapp.el;
  const notes = mapapp.footnotes(cites, sources);
  const rows = facts.filter(([, text]) => text).map(([name, text]) => mapapp.fact(name, text));
  const head = [el("p", "meta", whole), el("h2", "", title, note ? null : notes)];
  const card = el("div", "card", head, rows, note ? el("p", "summary", note, notes) : null, more);
  const numbers = cites.map(([number]) => number);
  if (numbers.length) card.append(mapapp.sourceList(numbers, sources));
  if (credit) card.append(el("p", "source", credit));
  return card;
};
