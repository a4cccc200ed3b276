
// The events that the view leaves, under headings of their days; long lists grow while one scrolls.
const CHUNK = 60;
const lists = new WeakMap();

const el = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};

const bitsOf = (base64) => (base64 === null ? null : Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));

const SYMBOLS = { summit: "★", event: "◆" };

const item = (list, card) => {
  const who = (card.who || []).map(([name]) => name).join(", ");
  const status = card.status === "held" ? null : card.status;
  const doubt = (card.record || []).length ? "more than one on record" : null;
  const sign = el("span", `sign of-${card.symbol}`, (card.label || "").split(" ")[0] || SYMBOLS[card.symbol]);
  if (card.traveller !== null) sign.style.setProperty("--sign", `var(--traveller-${card.traveller % 7})`);
  const words = el("span", "words",
    el("span", "meta", [card.place, card.hour, status, doubt].filter(Boolean).join(" · ")),
    el("span", "title", card.title),
    who ? el("span", "who", who) : null);
  const button = el("button", "event", sign, words);
  button.type = "button";
  button.dataset.id = card.id;
  button.addEventListener("click", () => {
    const id = list.selected === card.id ? "" : card.id;
    select(list, id);
    list.tell(id);
    announce(id, "list");
  });
  return button;
};

const select = (list, id) => {
  list.selected = id;
  for (const button of list.box.querySelectorAll(".event")) {
    const chosen = button.dataset.id === id;
    button.setAttribute("aria-pressed", String(chosen));
    if (chosen) button.scrollIntoView({ block: "nearest" });
  }
};

const grow = (list) => {
  const end = Math.min(list.left.length, list.drawn + CHUNK);
  for (; list.drawn < end; list.drawn++) {
    const card = list.left[list.drawn];
    if (card.heading !== list.heading) {
      list.heading = card.heading;
      list.box.append(el("h3", "", card.heading));
    }
    const button = item(list, card);
    button.setAttribute("aria-pressed", String(card.id === list.selected));
    list.box.append(button);
  }
  if (list.drawn < list.left.length) {
    list.box.append(list.more);
    list.watcher.observe(list.more);
  } else list.more.remove();
};

const show = (list, data) => {
  const bits = bitsOf(data.visible);
  const key = String(data.visible);
  if (list.key !== key) {
    list.key = key;
    list.left = list.cards.events.filter((_, i) => bits === null || (bits[i >> 3] >> (i & 7)) & 1);
    list.drawn = 0;
    list.heading = null;
    list.box.replaceChildren();
    grow(list);
  }
  if (data.selected !== list.selected) select(list, data.selected);
};

export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  const box = parentElement.querySelector(".list");
  let list = lists.get(parentElement);
  if (!list || list.src !== data.cards) {
    if (list) list.forget();
    list = { box, src: data.cards, selected: "", more: el("p", "more", "…") };
    list.watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) { list.watcher.unobserve(list.more); grow(list); }
    });
    list.forget = onAnnounced("list", (id) => select(list, id));
    lists.set(parentElement, list);
    list.loading = fetch(new URL(data.cards, document.baseURI)).then((answer) => answer.json()).then((cards) => { list.cards = cards; });
    list.loading.catch(() => box.replaceChildren(el("p", "more", "The list of events could not be loaded. Reload the page to try again.")));
  }
  list.tell = (id) => setTriggerValue("selected", id);
  list.data = data;
  box.dataset.theme = data.theme === "auto" ? themeOf(box) : data.theme;
  list.loading.then(() => show(list, list.data));
}
