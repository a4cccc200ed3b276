// The cards of marks: of the event that was chosen, and of all that stand at its point.
"use strict";

mapapp.Popup = class {
  selected = ""; // the id of the event or visit whose card is open
  /** @type {((id: string) => void) | null} */
  edit = null; // set where the reader may write
  /** @type {((days: Days) => void) | undefined} */
  dated; // told of a click on the date of a card, where there is time under the map
  /** @type {() => Mark[]} */
  marks = () => []; // that are in sight

  /**
   * @param {CardHolder} box
   * @param {PageData} data
   * @param {(mark: Mark) => number[]} cardsOf gives the indices of a mark's cards that the view leaves
   * @param {InstanceType<typeof mapapp.Corridors>} corridors
   * @param {(id: string) => void} picked told when a card was opened or, with "", closed
   */
  constructor(box, data, cardsOf, corridors, picked) {
    this.box = box;
    this.data = data;
    this.cardsOf = cardsOf;
    this.corridors = corridors;
    this.picked = picked;
    box.map.on("popupclose", () => {
      if (box.opening || !this.selected) return;
      this.selected = "";
      this.picked("");
    });
  }

  /**
   * Open the first card of a mark.
   * @param {Mark} mark
   * @param {boolean} focus
   */
  async open(mark, focus = false) {
    const here = mark.beside.flatMap(this.cardsOf);
    const [first] = [...this.cardsOf(mark), ...here];
    if (first === undefined) return;
    this.picked(this.data.ids[first]);
    await this.show(mark, here, first, focus);
  }

  /**
   * Open the card of an event or a visit, or close the open one.
   * @param {string} id
   * @param {Mark[]} marks
   * @param {boolean} brief whether a short callout will do
   */
  async select(id, marks, brief = false) {
    this.selected = id;
    const card = this.data.ids.indexOf(id);
    if (card < 0) {
      this.box.map.closePopup();
      return;
    }
    const mark = marks.find((other) => other.events?.includes(card) || other.visits?.includes(card));
    if (mark) await this.show(mark, [...new Set([card, ...mark.beside.flatMap(this.cardsOf)])], card, false, brief);
  }

  /**
   * @param {Mark} mark
   * @param {number[]} here indices of the cards at its point
   * @param {number} chosen one of them
   * @param {boolean} focus
   * @param {boolean} brief
   */
  async show(mark, here, chosen, focus, brief = false) {
    this.selected = this.data.ids[chosen];
    const words = await mapapp.words(this.box.map, this.data);
    if (!words) return;
    const shown = here.sort((a, b) => a - b);
    const cards = shown.map((index) => words.events[index] || words.visits[index - words.events.length]);
    const card = cards[shown.indexOf(chosen)];
    const another = (/** @type {string} */ id) => {
      this.picked(id);
      this.show(mark, shown, this.data.ids.indexOf(id), true);
    };
    const node = mapapp.card(card, cards, words.sources, another, this.edit, this.dated);
    if (brief && !this.box.narrow) mapapp.callout(node, () => this.show(mark, here, chosen, true));
    if (!mark.area) this.addNear(node, mark.at); // an area has no distance
    const other = this.data.ghosts.filter((ghost) => ghost.event === chosen);
    this.box.open(mark.at, node, {
      label: mapapp.series([card.title, card.place]),
      keep: [
        ...other.map(({ at: [longitude, latitude] }) => L.latLng(latitude, longitude)),
        ...mapapp.spokenOf(card, mark, this.marks()),
      ],
      focus,
      opener: () => mark.element,
    });
  }

  /**
   * How far the corridors lie, once they are there.
   * @param {HTMLElement} card
   * @param {L.LatLng} at
   */
  addNear(card, at) {
    const add = () => {
      for (const words of this.corridors.near(at)) card.append(mapapp.el("p", "near", words));
    };
    if (this.corridors.loading.size) Promise.all(this.corridors.loading).then(add);
    else add();
  }
};

/**
 * The places of other marks that the words of a card name.
 * @param {Card} card
 * @param {Mark} own
 * @param {Mark[]} marks
 */
mapapp.spokenOf = ({ title, summary, record }, own, marks) => {
  const notes = (record || []).flatMap(({ claims }) => claims.flatMap(({ value, note }) => [value, note]));
  const text = [title, summary, ...notes].join("\n");
  return marks.filter((mark) => !own.beside.includes(mark) && text.includes(mark.title)).map(({ at }) => at);
};

/**
 * The words about events and legs; null where they could not be loaded, which is said.
 * @param {L.Map} map
 * @param {PageData} data
 * @returns {Promise<Cards | null>}
 */
mapapp.words = async (map, data) => {
  const words = await mapapp.cards(data).catch(() => null);
  if (words) return words;
  data.cards = undefined; // asked again at the next click
  mapapp.notice(map, mapapp.tr("The words about this could not be loaded. Click again in a while."));
  return null;
};
