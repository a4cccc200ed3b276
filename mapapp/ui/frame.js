
// The frame with the map document: built once, told of every view by a message.
const frames = new WeakMap();

const remember = (name, values) => { // the map's place is in the address, so that a copied link opens the same view
  const url = new URL(window.location.href);
  url.searchParams.set(name, values.join(","));
  window.history.replaceState(window.history.state, "", url.href.replaceAll("%2C", ","));
};

const build = (component) => {
  const { parentElement, data, setTriggerValue } = component;
  const frame = document.createElement("iframe");
  const held = { frame, ready: false, said: null, src: data.src, framing: data.framing };
  frame.title = data.title;
  frame.src = new URL(data.src, document.baseURI).href;
  held.send = (message) => held.ready && frame.contentWindow.postMessage({ mapapp: "view", ...message }, window.location.origin);
  held.pick = (id) => { held.said = id; setTriggerValue("selected", id); announce(id, "map"); };
  const listener = (event) => {
    if (event.source !== frame.contentWindow || event.origin !== window.location.origin) return;
    if (event.data.mapapp === "ready") {
      held.ready = true;
      held.send({ ...held.message, selected: held.told, framing: held.framing });
    } else if (event.data.mapapp === "selected") held.pick(event.data.id);
    else if (event.data.mapapp === "moved" && data.keeps) remember("at", event.data.at);
    else if (event.data.mapapp === "corridors") setTriggerValue("corridors", event.data.ids.join(",") || "none");
  };
  window.addEventListener("message", listener);
  const forget = onAnnounced("map", (id) => held.send({ selected: id }));
  held.stop = () => { window.removeEventListener("message", listener); forget(); };
  parentElement.querySelector(".frame").replaceChildren(frame);
  return held;
};

export default function (component) {
  const { parentElement, data } = component;
  let held = frames.get(parentElement);
  if (!held || held.src !== data.src) {
    if (held) held.stop();
    held = build(component);
    frames.set(parentElement, held);
  }
  const theme = data.theme === "auto" ? themeOf(parentElement.querySelector(".frame")) : data.theme;
  const { visible, alone, corridors } = data;
  held.message = { visible, alone, corridors, theme, ...("route" in data ? { route: data.route } : {}) };
  // What the server has not changed is left alone: its answer to an older click must not close a card opened since.
  held.send(data.selected === held.told ? held.message : { ...held.message, selected: data.selected });
  held.told = data.selected;
}
