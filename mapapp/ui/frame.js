// The frame with the map document: built once, told of every view by a message.

/**
 * @typedef {object} FrameExtras
 * @property {string} src
 * @property {string} title
 * @property {boolean} [keeps] the address follows the map
 * @property {boolean} [follows]
 * @property {boolean} [picks] a click on the map is told
 * @property {number} [heard] the last message that the server has heard
 * @property {string} theme
 * @property {Spoken} [words]
 * @typedef {ViewMessage & FrameExtras} FrameData
 * @typedef {object} Held
 * @property {HTMLIFrameElement} frame
 * @property {boolean} ready
 * @property {string} src
 * @property {ViewMessage} message the newest
 * @property {ViewMessage | null} ahead what is shown of it before the server says so
 * @property {string} sent the newest that the map knows of
 * @property {Framed} [at] where the reader has put the map
 * @property {InstanceType<typeof mapapp.Choice>} choice
 * @property {boolean} [picks] whether a click on the map is told now
 * @property {(message: ViewMessage) => void} send
 * @property {() => void} stop
 * @property {InstanceType<typeof mapapp.Outbox>} out
 */

/** @type {WeakMap<HTMLElement, Held>} */
const frames = new WeakMap();

/**
 * The map's place is in the address, so that a copied link opens the same view.
 * @param {string} name
 * @param {number[]} values
 */
const remember = (name, values) => {
  const url = new URL(window.location.href);
  url.searchParams.set(name, values.join(","));
  window.history.replaceState(window.history.state, "", url.href.replaceAll("%2C", ","));
};

const WIDTHS = [
  ["--standing", "182mm"],
  ["--lying", "250mm"], // of Letter, the narrowest
];

/**
 * On paper the frame is as wide as the sheet, and as high as the map with its legend below it, or beside it where a sheet
 * lies on its side. Which it will be only the styles know (`frame.css`): both heights are measured.
 * @param {HTMLIFrameElement} frame
 * @returns {() => void} how to stop
 */
const printed = (frame) => {
  // The document within is one of ours.
  const inside = () => /** @type {{ mapapp?: typeof mapapp } | null} */ (/** @type {unknown} */ (frame.contentWindow));
  const begin = () => {
    const paper = frame.isConnected && inside()?.mapapp?.mapOnPaper;
    if (!paper) return;
    frame.style.width = "182mm"; // set before the map within looks for its own width
    paper.begin();
    for (const [name, width] of WIDTHS) {
      frame.style.width = width;
      frame.parentElement?.style.setProperty(name, `${frame.contentDocument?.body.offsetHeight}px`);
    }
    frame.style.width = "182mm";
  };
  const end = () => {
    frame.style.width = "";
    inside()?.mapapp?.mapOnPaper?.end();
  };
  /** @param {Event} event */
  const answer = (event) => {
    const { corridors } = /** @type {CustomEvent<{ corridors: Corridor[] }>} */ (event).detail;
    if (frame.isConnected) corridors.push(...(inside()?.mapapp?.tourMap?.corridors.shown() || []));
  };
  /** @type {[name: string, heard: (event: Event) => void][]} */
  const ears = [
    ["beforeprint", begin],
    ["afterprint", end],
    [mapapp.CORRIDORS, answer],
  ];
  for (const [name, heard] of ears) window.addEventListener(name, heard);
  return () =>
    ears.forEach(([name, heard]) => {
      window.removeEventListener(name, heard);
    });
};

/**
 * @param {Component<FrameData>} component
 * @returns {Held}
 */
const build = ({ parentElement, data, setTriggerValue }) => {
  const frame = document.createElement("iframe");
  frame.title = data.title;
  frame.src = new URL(data.src, document.baseURI).href;
  /** @type {Held} */
  const held = {
    frame,
    ready: false,
    src: data.src,
    message: {},
    ahead: null,
    sent: "",
    choice: new mapapp.Choice(),
    out: new mapapp.Outbox(setTriggerValue),
    send: (message) => {
      const text = JSON.stringify({ mapapp: "view", ...message });
      if (!held.ready || text === held.sent) return; // the server confirms what the page has shown before
      held.sent = text;
      frame.contentWindow?.postMessage(JSON.parse(text), window.location.origin);
    },
    stop: () => {
      window.removeEventListener("message", listener);
      forget();
      unprinted();
      window.removeEventListener(mapapp.PLACE, placed);
      window.removeEventListener(mapapp.AHEAD, foreseen);
    },
  };
  /** @param {MessageEvent<MapMessage>} event */
  const listener = (event) => {
    if (event.source !== frame.contentWindow || event.origin !== window.location.origin) return;
    const said = event.data;
    held.sent = ""; // whoever speaks may have changed itself
    if (said.mapapp === "ready") {
      held.ready = true;
      if (data.follows) setTimeout(() => overtake(frame), DRAWN);
      held.send({
        ...held.message,
        ...held.ahead,
        selected: held.choice.told,
        brief: data.brief,
        framing: data.framing,
        scene: data.scene,
      });
    } else if (said.mapapp === "selected") {
      held.choice.choose(said.id);
      if (!data.follows) held.out.say("selected", said.id);
      mapapp.announce(said.id, "map");
    } else if (said.mapapp === "moved" && data.keeps) {
      held.at = said.at;
      remember("at", said.at);
    } else if (said.mapapp === "scene") remember("scene", [said.number]);
    else if (said.mapapp === "between") {
      held.out.say("between", `${said.since},${said.until}`);
      const { since, until } = said;
      window.dispatchEvent(new CustomEvent(mapapp.BETWEEN, { detail: { since, until } }));
    } else if (said.mapapp === "clicked" && held.picks) held.out.say("clicked", said.at.join(","));
    else if (said.mapapp === "edit") held.out.say("edit", said.id);
    else if (said.mapapp === "corridors") held.out.say("corridors", said.ids.join(","));
  };
  window.addEventListener("message", listener);
  /** @param {Event} event */
  const placed = (event) => {
    if (held.at && frame.isConnected) /** @type {CustomEvent<{ at?: Framed }>} */ (event).detail.at = held.at;
  };
  window.addEventListener(mapapp.PLACE, placed);
  /** @param {Event} event */
  const foreseen = (event) => {
    if (!data.keeps) return; // the filters are those of the map beside them
    held.ahead = /** @type {CustomEvent<ViewMessage | null>} */ (event).detail;
    held.send({ ...held.message, ...held.ahead });
  };
  window.addEventListener(mapapp.AHEAD, foreseen);
  const forget = mapapp.onAnnounced("map", (id) => {
    held.choice.choose(id);
    held.send({ selected: id, brief: true });
    if (id) frame.scrollIntoView({ block: "nearest" }); // on a phone the list stands below it
  });
  const unprinted = printed(frame);
  const box = mapapp.part(parentElement, ".frame");
  const skip = data.keeps ? [mapapp.skipLink(() => window.dispatchEvent(new Event(mapapp.SKIP)))] : [];
  if (data.follows && box.querySelector("iframe")) {
    frame.className = "coming";
    box.append(frame);
  } else box.replaceChildren(...skip, frame);
  return held;
};

const DRAWN = 150; // milliseconds in which a map that is ready has drawn its land

/**
 * The frame takes the place of the older ones, which were in sight while it was built.
 * @param {HTMLIFrameElement} frame
 */
const overtake = (frame) => {
  while (frame.previousElementSibling) frame.previousElementSibling.remove();
  frame.className = "";
};

/** @param {Component<FrameData>} component */
export default function (component) {
  const { parentElement, data } = component;
  mapapp.speak(data.words);
  let held = frames.get(parentElement);
  if (held?.src !== data.src) {
    held?.stop();
    held = build(component);
    frames.set(parentElement, held);
  }
  held.out.send = component.setTriggerValue;
  held.out.heard(data.heard);
  const theme = data.theme === "auto" ? mapapp.themeOf(mapapp.part(parentElement, ".frame")) : data.theme;
  const { visible, alone, borders, corridors, since, until, sure, undated, align, edits } = data;
  held.message = {
    visible,
    alone,
    borders,
    corridors,
    since,
    until,
    sure,
    undated,
    align,
    edits,
    theme,
    ...("route" in data ? { route: data.route } : {}),
  };
  const { selected, brief } = data;
  const news = selected !== undefined && held.choice.hears(selected);
  const message = { ...held.message, ...held.ahead };
  held.send(news ? { ...message, selected, brief } : message);
  held.picks = data.picks;
}
