// The events that the view leaves, from the words that the server has for the tour.

/**
 * @typedef {{ cards: string, theme: string, visible: string | null, selected: string,
 *   stays: number[] | null, as_of: string, edits: boolean, words?: Spoken }} ListData
 * @typedef {object} List
 * @property {string} src where its words come from
 * @property {Promise<InstanceType<typeof mapapp.EventList>>} view
 * @property {ListData} data the newest
 * @property {Cards} [cards]
 * @property {(id: string) => void} tell
 * @property {(id: string) => void} edit
 * @property {() => void} forget
 * @property {InstanceType<typeof mapapp.Choice>} choice
 */

/** @type {WeakMap<HTMLElement, List>} */
const lists = new WeakMap();

/**
 * Whether the card with an index is left: those of events come before those of stops without one.
 * @param {ListData} data
 * @param {number} events how many there are
 * @returns {(index: number) => unknown}
 */
const left = ({ visible, stays }, events) => {
  const bits = visible === null ? null : Uint8Array.from(atob(visible), (c) => c.charCodeAt(0));
  const stay = (/** @type {number} */ place) => !stays || stays.includes(place);
  return (i) => (i < events ? bits === null || (bits[i >> 3] >> (i & 7)) & 1 : stay(i - events));
};

/**
 * @param {InstanceType<typeof mapapp.EventList>} view
 * @param {List} list
 */
const show = (view, list) => {
  const { visible, stays, selected } = list.data;
  view.show(left(list.data, view.events), `${visible} ${stays}`);
  if (list.choice.hears(selected)) view.select(selected);
};

/**
 * What paper is to show of the list.
 * @param {HTMLElement} box
 * @param {List} list
 */
const printed = (box, { cards, data }) =>
  cards
    ? {
        cards,
        test: left(data, cards.events.length),
        filtered: data.visible !== null,
        as_of: data.as_of,
        styled: /** @type {ParentNode} */ (/** @type {Node} */ (box.getRootNode())),
      }
    : null;

/**
 * @param {HTMLElement} box
 * @param {ListData} data
 * @returns {List}
 */
const open = (box, data) => {
  const load = async () => {
    const answer = await fetch(new URL(data.cards, document.baseURI));
    if (!answer.ok) throw new Error(String(answer.status));
    /** @type {Cards} */
    const cards = await answer.json();
    list.cards = cards;
    mapapp.compare(cards);
    const view = new mapapp.EventList(box, cards, (id) => {
      list.choice.choose(id);
      list.tell(id);
      mapapp.announce(id, "list");
    });
    if (data.edits) view.edit = (id) => list.edit(id);
    const deaf = mapapp.onAnnounced("list", (id) => {
      list.choice.choose(id);
      view.select(id);
    });
    const skipped = () => view.focus();
    window.addEventListener(mapapp.SKIP, skipped);
    const unprinted = mapapp.onPaper(() => (box.isConnected ? printed(box, list) : null));
    list.forget = () => {
      deaf();
      unprinted();
      window.removeEventListener(mapapp.SKIP, skipped);
    };
    return view;
  };
  /** @type {List} */
  const list = {
    src: data.cards,
    data,
    view: load(),
    choice: new mapapp.Choice(),
    tell: () => {},
    edit: () => {},
    forget: () => {},
  };
  const failed = mapapp.tr("The list of events could not be loaded. Reload the page to try again.");
  list.view.catch(() => box.replaceChildren(mapapp.el("p", "more", failed)));
  return list;
};

/** @param {Component<ListData>} component */
export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  mapapp.speak(data.words);
  const box = mapapp.part(parentElement, ".list");
  const before = lists.get(parentElement);
  if (before && before.src !== data.cards) before.forget();
  const list = before?.src === data.cards ? before : open(box, data);
  lists.set(parentElement, list);
  list.tell = (id) => setTriggerValue("selected", `=${id}`); // Streamlit takes "" for no answer
  list.edit = (id) => setTriggerValue("edit", id);
  list.data = data;
  box.dataset.theme = data.theme === "auto" ? mapapp.themeOf(box) : data.theme;
  const after = (/** @type {InstanceType<typeof mapapp.EventList>} */ view) => setTimeout(() => show(view, list));
  list.view.then(after, () => {}); // the map changes first
}
