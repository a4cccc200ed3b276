
// The events that the view leaves, from the words that the server has for the tour.
const lists = new WeakMap();

const bitsOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

const show = (list, data) => {
  const bits = data.visible === null ? null : bitsOf(data.visible);
  list.view.show((i) => bits === null || (bits[i >> 3] >> (i & 7)) & 1, String(data.visible));
  if (data.selected !== list.told) list.view.select(data.selected); // an answer to an older click changes nothing
  list.told = data.selected;
};

const open = (box, src) => {
  const list = { src };
  const failed = "The list of events could not be loaded. Reload the page to try again.";
  list.loading = fetch(new URL(src, document.baseURI)).then((answer) => answer.json()).then((cards) => {
    list.view = new mapapp.EventList(box, cards.events, (id) => {
      list.tell(id);
      announce(id, "list");
    });
    list.forget = onAnnounced("list", (id) => list.view.select(id));
  });
  list.loading.catch(() => box.replaceChildren(mapapp.el("p", "more", failed)));
  return list;
};

export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  const box = parentElement.querySelector(".list");
  let list = lists.get(parentElement);
  if (!list || list.src !== data.cards) {
    if (list && list.forget) list.forget();
    list = open(box, data.cards);
    lists.set(parentElement, list);
  }
  list.tell = (id) => setTriggerValue("selected", id);
  list.data = data;
  box.dataset.theme = data.theme === "auto" ? themeOf(box) : data.theme;
  list.loading.then(() => setTimeout(() => show(list, list.data)), () => {}); // the map changes first
}
