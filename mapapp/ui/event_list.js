// The events that the view leaves, from the words that the server has for the tour.

/**
 * @typedef {{ cards: string, theme: string, visible: string | null, selected: string,
 *   stays: number[] | null, as_of: string, edits: boolean, heard: number, words?: Spoken,
 *   rules: string, filters: Filtering, offered: Record<string, string[]> }} ListData `rules` is "" for a large tour
 * @typedef {object} List
 * @property {string} src where its words come from
 * @property {Promise<InstanceType<typeof mapapp.EventList>>} view
 * @property {ListData} data the newest
 * @property {Cards} [cards]
 * @property {InstanceType<typeof mapapp.Foresight>} [foresight]
 * @property {InstanceType<typeof mapapp.Outbox>} out
 * @property {() => void} forget
 * @property {InstanceType<typeof mapapp.Choice>} choice
 */

/** @type {WeakMap<HTMLElement, List>} */
const lists = new WeakMap();

/**
 * What is to be shown: what the server says, or what is ahead of it.
 * @param {List} list
 * @returns {Pick<ListData, "visible" | "stays">}
 */
const now = ({ data, foresight }) => foresight?.state || data;

/**
 * Whether the card with an index is left: those of events come before those of stops without one.
 * @param {List} list
 * @param {number} events how many there are
 * @returns {(index: number) => unknown}
 */
const left = (list, events) => {
  const { visible, stays } = now(list);
  const bits = visible === null ? null : mapapp.bits(visible);
  const stay = (/** @type {number} */ place) => !stays || stays.includes(place);
  return (i) => (i < events ? mapapp.isSet(bits, i) : stay(i - events));
};

/**
 * @param {InstanceType<typeof mapapp.EventList>} view
 * @param {List} list
 */
const show = (view, list) => {
  const { visible, stays } = now(list);
  view.show(left(list, view.events), `${visible} ${stays}`);
  const { selected } = list.data;
  if (list.choice.hears(selected)) view.select(selected);
};

/**
 * Answer filters before the server does, once their rules have come.
 * @param {InstanceType<typeof mapapp.EventList>} view
 * @param {List} list
 * @param {Cards} cards
 */
const foresee = async (view, list, cards) => {
  const { rules, filters, offered } = list.data;
  if (!rules) return;
  const foresight = new mapapp.Foresight(filters, offered, () => {
    window.dispatchEvent(new CustomEvent(mapapp.AHEAD, { detail: foresight.state }));
    setTimeout(() => show(view, list)); // the map changes first
  });
  list.foresight = foresight;
  const answer = await fetch(new URL(rules, document.baseURI));
  if (answer.ok) foresight.filters = new mapapp.Filters({ filters: await answer.json(), cards }, () => {});
};

/**
 * What paper is to show of the list.
 * @param {HTMLElement} box
 * @param {List} list
 */
const printed = (box, list) =>
  list.cards
    ? {
        cards: list.cards,
        test: left(list, list.cards.events.length),
        filtered: now(list).visible !== null,
        as_of: list.data.as_of,
        styled: /** @type {ParentNode} */ (/** @type {Node} */ (box.getRootNode())),
      }
    : null;

/**
 * @param {HTMLElement} box
 * @param {ListData} data
 * @param {Component<ListData>["setTriggerValue"]} send
 * @returns {List}
 */
const open = (box, data, send) => {
  const drawn = (/** @type {InstanceType<typeof mapapp.EventList>} */ view) => setTimeout(() => view.focus());
  const skipped = () => list.view.then(drawn, () => {}); // a list that is still to come, too
  window.addEventListener(mapapp.SKIP, skipped);
  const deafToSkips = () => window.removeEventListener(mapapp.SKIP, skipped);
  const load = async () => {
    const answer = await fetch(new URL(data.cards, document.baseURI));
    if (!answer.ok) throw new Error(String(answer.status));
    /** @type {Cards} */
    const cards = await answer.json();
    list.cards = cards;
    mapapp.compare(cards);
    const view = new mapapp.EventList(box, cards, (id) => {
      list.choice.choose(id);
      list.out.say("selected", id);
      mapapp.announce(id, "list");
    });
    if (data.edits) view.edit = (id) => list.out.say("edit", id);
    const deaf = mapapp.onAnnounced("list", (id) => {
      list.choice.choose(id);
      view.select(id);
    });
    const unprinted = mapapp.onPaper(() => (box.isConnected ? printed(box, list) : null));
    foresee(view, list, cards).catch(() => {}); // the server answers, as it does without rules
    list.forget = () => {
      deaf();
      list.foresight?.stop();
      unprinted();
      deafToSkips();
    };
    return view;
  };
  /** @type {List} */
  const list = {
    src: data.cards,
    data,
    view: load(),
    choice: new mapapp.Choice(),
    out: new mapapp.Outbox(send),
    forget: deafToSkips,
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
  const list = before?.src === data.cards ? before : open(box, data, setTriggerValue);
  lists.set(parentElement, list);
  list.out.send = setTriggerValue;
  list.out.heard(data.heard);
  list.data = data;
  if (list.foresight) {
    list.foresight.offered = data.offered;
    list.foresight.hear(data.filters);
  }
  box.dataset.theme = data.theme === "auto" ? mapapp.themeOf(box) : data.theme;
  const after = (/** @type {InstanceType<typeof mapapp.EventList>} */ view) => setTimeout(() => show(view, list));
  list.view.then(after, () => {}); // the map changes first
}
