// The cards of sections and nodes of transport corridors.
"use strict";

mapapp.CorridorCards = class {
  /**
   * @param {L.Map} map
   * @param {() => void} closed called when the card of a section was closed, whose line was highlighted
   */
  constructor(map, closed) {
    this.map = map;
    this.closed = closed;
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
    const popup = this.open(at, section.title, card, focus);
    line.setStyle({ color: mapapp.property("accent"), weight: 7, opacity: 1 });
    popup.on("remove", this.closed);
  }

  /**
   * @param {Corridor} corridor
   * @param {CorridorNode} node
   * @param {boolean} focus
   */
  node(corridor, node, focus = false) {
    const kinds = node.kinds.map(mapapp.kindName).join(", ");
    const here = corridor.sections.filter((section) => section.ends.includes(node.id));
    const more = here.length ? [mapapp.el("h3", "", "Sections that meet here"), this.sections(corridor, here)] : [];
    /** @type {[string, string][]} */
    const facts = [
      ["Country", node.where],
      ["Kind", kinds],
    ];
    this.open(L.latLng(node.at[1], node.at[0]), node.title, mapapp.corridorCard(corridor, node, facts, more), focus);
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
   * @param {L.LatLng} at
   * @param {string} title
   * @param {HTMLElement} card
   * @param {boolean} focus
   */
  open(at, title, card, focus) {
    const maxHeight = Math.max(160, Math.min(360, this.map.getSize().y - 90));
    const popup = L.popup({ className: "card-popup", minWidth: 240, maxWidth: 300, maxHeight });
    popup.setLatLng(at).setContent(card).openOn(this.map);
    popup.getElement()?.setAttribute("role", "dialog");
    popup.getElement()?.setAttribute("aria-label", title);
    if (focus) {
      card.tabIndex = -1;
      card.focus();
    }
    return popup;
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
  const rows = facts
    .filter(([, text]) => text)
    .map(([name, text]) => el("p", "fact", el("strong", "", `${name}: `), text));
  const head = [el("p", "meta", whole), el("h2", "", title, note ? null : notes)];
  const card = el("div", "card", head, rows, note ? el("p", "summary", note, notes) : null, more);
  const numbers = cites.map(([number]) => number);
  if (numbers.length) card.append(mapapp.sourceList(numbers, sources));
  if (credit) card.append(el("p", "source", credit));
  return card;
};
