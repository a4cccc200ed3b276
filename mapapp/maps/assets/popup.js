// The card that is open on the map: of a mark and all that stand at its point.
"use strict";

mapapp.Popup = class {
  /**
   * @param {L.Map} map
   * @param {PageData} data
   * @param {(mark: Mark) => number[]} cardsOf gives the indices of a mark's cards that the view leaves
   * @param {InstanceType<typeof mapapp.Corridors>} corridors
   * @param {(id: string) => void} picked told when a card was opened or, with "", closed
   */
  constructor(map, data, cardsOf, corridors, picked) {
    this.map = map;
    this.data = data;
    this.cardsOf = cardsOf;
    this.corridors = corridors;
    this.picked = picked;
    this.selected = "";
    this.opening = false;
    /** @type {Mark | null} */
    this.opener = null;
    map.on("popupclose", () => {
      if (this.opening || !this.selected) return;
      this.selected = "";
      this.picked("");
    });
    document.addEventListener("keydown", (event) => this.escape(event));
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
    await this.show(
      mark,
      here.sort((a, b) => a - b),
      first,
      focus,
    );
  }

  /**
   * Open the card of an event or a visit, or close the open one.
   * @param {string} id
   * @param {Mark[]} marks
   */
  async select(id, marks) {
    this.selected = id;
    const card = this.data.ids.indexOf(id);
    if (card < 0) {
      this.map.closePopup();
      return;
    }
    const mark = marks.find((other) => other.events?.includes(card) || other.visits?.includes(card));
    if (!mark) return;
    const here = new Set([card, ...mark.beside.flatMap(this.cardsOf)]);
    await this.show(
      mark,
      [...here].sort((a, b) => a - b),
      card,
      false,
    );
  }

  /**
   * @param {Mark} mark
   * @param {number[]} shown indices of the cards
   * @param {number} chosen one of them
   * @param {boolean} focus
   */
  async show(mark, shown, chosen, focus) {
    this.selected = this.data.ids[chosen];
    this.opener = mark;
    const words = await mapapp.cards(this.data).catch(() => null);
    if (!words) {
      this.data.cards = undefined; // asked again at the next click
      mapapp.notice(this.map, "The words about this event could not be loaded. Click again in a while.");
      return;
    }
    const cards = shown.map((index) => words.events[index] || words.visits[index - words.events.length]);
    const node = mapapp.card(cards, words.sources, this.selected);
    if (!mark.area) this.addNear(node, mark.at); // an area has no distance
    const size = this.map.getSize();
    const narrow = size.x < 600; // there the card is a sheet at the foot of the map, over everything
    const popup = L.popup({
      className: narrow ? "card-popup sheet" : "card-popup",
      minWidth: 300,
      maxWidth: 320,
      autoPan: !narrow,
      maxHeight: narrow ? size.y * 0.5 : Math.max(160, Math.min(460, size.y - 90)),
      autoPanPadding: [24, 24],
      offset: [0, -8],
    });
    popup.setLatLng(mark.at).setContent(node);
    this.opening = true;
    popup.openOn(this.map);
    this.opening = false;
    if (narrow) mapapp.asSheet(this.map, popup, mark.at);
    const { title, place } = cards[shown.indexOf(chosen)];
    popup.getElement()?.setAttribute("role", "dialog");
    popup.getElement()?.setAttribute("aria-label", `${title}, ${place}`);
    if (shown.length > 1) mapapp.scrollToChosen(node);
    if (!focus) return;
    node.tabIndex = -1;
    node.focus();
  }

  /**
   * How far the corridors lie, once they are there.
   * @param {HTMLElement} card
   * @param {L.LatLng} at
   */
  addNear(card, at) {
    const add = () => {
      for (const words of this.corridors.near(at)) card.append(mapapp.el("p", "near", `${words}.`));
    };
    if (this.corridors.loading.size) Promise.all(this.corridors.loading).then(add);
    else add();
  }

  /** @param {KeyboardEvent} event */
  escape(event) {
    const card = event.key === "Escape" && document.querySelector(".card-popup");
    if (!card) return;
    const inside = card.contains(document.activeElement);
    this.map.closePopup();
    if (inside) this.opener?.element?.focus({ preventScroll: true });
  }
};

/**
 * @param {HTMLElement} card in its popup
 */
mapapp.scrollToChosen = (card) => {
  const section = /** @type {HTMLElement | null} */ (card.querySelector(".chosen"));
  const box = card.parentElement;
  if (section && box) box.scrollTop = section.offsetTop - card.offsetTop + (section.previousSibling ? 8 : 0);
};

/**
 * On a narrow map a card beside its point would hide everything: move it to the foot, and the point into what is left.
 * @param {L.Map} map
 * @param {L.Popup} popup
 * @param {L.LatLng} at
 */
mapapp.asSheet = (map, popup, at) => {
  const element = popup.getElement();
  if (!element) return;
  map.getContainer().append(element);
  popup.update(); // measured anew: in its pane it had no width
  const size = map.getSize();
  const free = size.y - element.offsetHeight;
  const point = map.latLngToContainerPoint(at);
  map.panBy([point.x - size.x / 2, point.y - Math.max(40, free / 2)], { animate: false });
};
