// The text of an article: its marks, and the bar by which selected words are marked, by mouse, finger or keyboard.

/**
 * @typedef {{ start: number, pieces: [words: string, kind: string, key: string][] }} ArticleParagraph
 * @typedef {{ paragraphs: ArticleParagraph[], hand: string, title: string, most: number, words?: Spoken }} ArticleData
 * @typedef {{ do: string, start?: number, end?: number, key?: string }} ArticleSaid
 * @typedef {object} ArticleText
 * @property {string} drawn what it shows
 * @property {string} hand
 * @property {(said: ArticleSaid) => void} tell
 * @property {number} first of the selected words
 * @property {number} last
 * @property {{ start: number, end: number } | null} selected
 * @property {ArticleData} data
 */

/** @type {WeakMap<HTMLElement, ArticleText>} */
const texts = new WeakMap();

const NEW = ["stop", "event"];
/** @returns {Record<string, [label: string, help: string]>} */
const marksSaid = () => ({
  stop: [mapapp.tr("Stop"), mapapp.tr("A new stop at this place")],
  event: [mapapp.tr("Event"), mapapp.tr("A new event with this name")],
  place: [mapapp.tr("Place"), mapapp.tr("This is its place")],
  date: [mapapp.tr("Date"), mapapp.tr("This is its date")],
  person: [mapapp.tr("Person"), mapapp.tr("This person took part in it")],
});

/** @param {HTMLElement} box */
const paragraphsOf = (box) => /** @type {HTMLElement[]} */ ([...box.querySelectorAll("[data-start]")]);

/**
 * @param {ArticleParagraph} paragraph
 * @param {number} index
 * @param {ArticleText} text
 */
const drawnParagraph = ({ start, pieces }, index, text) => {
  const words = pieces.map(([said, kind, key]) => {
    if (!kind) return said;
    const mark = mapapp.el("mark", key === text.hand ? `${kind} lit` : kind, said);
    mark.dataset.key = key;
    return mark;
  });
  const body = mapapp.theirs(mapapp.el("span", "words", words));
  body.dataset.start = String(start);
  return mapapp.el("p", "", mapapp.el("span", "number", String(index + 1)), body);
};

/**
 * @param {HTMLElement} box
 * @param {ArticleText} text
 */
const drawText = (box, text) => {
  const kinds = { place: mapapp.tr("place"), date: mapapp.tr("date"), person: mapapp.tr("person") };
  const legend = Object.entries({ ...kinds, event: mapapp.tr("event") }).map(([kind, said]) =>
    mapapp.el("mark", kind, said),
  );
  const how = mapapp.el("span", "how", mapapp.tr("Select words to add or change a mark."));
  how.title = mapapp.tr("By keyboard: go into the text, choose words with the arrows and Shift, then press 1 to 5.");
  const body = mapapp.el(
    "div",
    "paragraphs",
    text.data.paragraphs.map((one, i) => drawnParagraph(one, i, text)),
  );
  body.tabIndex = 0;
  body.setAttribute("role", "group");
  body.setAttribute("aria-label", how.title);
  const bar = mapapp.el("div", "bar");
  bar.hidden = true;
  bar.setAttribute("role", "toolbar");
  box.replaceChildren(mapapp.el("div", "legend", legend, how), body, bar);
  body.querySelector(".lit")?.scrollIntoView({ block: "nearest" });
};

/**
 * @param {HTMLElement} box
 * @param {ArticleText} text
 */
const closeBar = (box, text) => {
  text.selected = null;
  mapapp.part(box, ".bar").hidden = true;
};

/**
 * Show the bar under the words that are selected, or put it away.
 * @param {HTMLElement} box
 * @param {ArticleText} text
 */
const showBar = (box, text) => {
  const bar = mapapp.part(box, ".bar");
  if (bar.contains(document.activeElement)) return;
  const selection = document.getSelection();
  const found = mapapp.selectedIn(box, selection);
  if (!found || !selection) return closeBar(box, text);
  text.selected = { start: found.start, end: found.end };
  const long = found.end - found.start > text.data.most + 2;
  const most = mapapp.tr("Select fewer words; a quote has {n} characters at most.", { n: text.data.most });
  bar.replaceChildren(...(long ? [mapapp.el("span", "", most)] : buttons(box, text)));
  bar.setAttribute("aria-label", mapapp.tr("Mark “{words}”", { words: found.words.trim() }));
  bar.hidden = false;
  const [at, frame] = [selection.getRangeAt(0).getBoundingClientRect(), box.getBoundingClientRect()];
  bar.style.top = `${at.bottom - frame.top + 6}px`;
  bar.style.left = `${Math.max(0, Math.min(at.left - frame.left, frame.width - bar.offsetWidth))}px`;
};

/**
 * @param {HTMLElement} box
 * @param {ArticleText} text
 */
const buttons = (box, text) => {
  const said = marksSaid();
  const made = Object.entries(said).map(([name, [label, help]], index) => {
    const button = mapapp.el("button", name, mapapp.el("kbd", "", String(index + 1)), label);
    button.type = "button";
    button.title = NEW.includes(name) ? help : `${help}: ${text.data.title}`;
    button.addEventListener("click", () => mark(box, text, name));
    return button;
  });
  return [...made.slice(0, 2), ...(text.hand ? [mapapp.el("span", "of", text.data.title), ...made.slice(2)] : [])];
};

/**
 * @param {HTMLElement} box
 * @param {ArticleText} text
 * @param {string} name
 */
const mark = (box, text, name) => {
  if (!text.selected) return;
  text.tell({ do: name, ...text.selected });
  document.getSelection()?.removeAllRanges();
  closeBar(box, text);
  mapapp.part(box, ".paragraphs").focus();
};

/**
 * Choose words by the arrows: the next one, more of them with Shift, the paragraph below or above.
 * @param {HTMLElement} box
 * @param {ArticleText} text
 * @param {KeyboardEvent} event
 */
const chosenByKey = (box, text, event) => {
  const words = mapapp.wordsOf(paragraphsOf(box));
  const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || !words.length) return false;
  const along = event.key === "ArrowDown" || event.key === "ArrowUp";
  const here = words[text.last]?.paragraph;
  const lit = words.findIndex(({ paragraph }) => paragraph.querySelector(".lit"));
  const beyond = (/** @type {number} */ i) => words[i] && along && words[i].paragraph === here;
  let last = text.last < 0 ? Math.max(lit, 0) : text.last + by;
  while (beyond(last)) last += by;
  if (!words[last]) return true;
  if (event.shiftKey && words[last].paragraph !== words[text.first]?.paragraph) return true;
  text.first = event.shiftKey && text.first >= 0 ? text.first : last;
  text.last = last;
  const [from, to] = [Math.min(text.first, last), Math.max(text.first, last)].map((i) => words[i]);
  const start = mapapp.pointIn(from.paragraph, from.start);
  const end = mapapp.pointIn(to.paragraph, to.end);
  document.getSelection()?.setBaseAndExtent(...start, ...end);
  showBar(box, text); // the browser tells of it later
  (end[0].parentElement || to.paragraph).scrollIntoView({ block: "nearest" });
  return true;
};

/**
 * @param {HTMLElement} box
 * @param {ArticleText} text
 */
const listen = (box, text) => {
  const changed = () => box.isConnected && showBar(box, text);
  document.addEventListener("selectionchange", changed);
  box.addEventListener("click", (event) => {
    const key = /** @type {HTMLElement} */ (event.target).closest?.("mark")?.dataset.key;
    text.first = text.last = -1;
    if (key && document.getSelection()?.isCollapsed) text.tell({ do: "hand", key });
  });
  box.addEventListener("keydown", (event) => {
    const names = Object.keys(marksSaid());
    const digit = event.key >= "1" && event.key <= "5" && text.selected ? names[Number(event.key) - 1] : "";
    if (event.key === "Escape") document.getSelection()?.removeAllRanges();
    else if (digit) mark(box, text, digit);
    else if (!mapapp.part(box, ".paragraphs").contains(document.activeElement)) return;
    else if (!chosenByKey(box, text, event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
};

/** @param {Component<ArticleData>} component */
export default function ({ parentElement, data, setTriggerValue }) {
  mapapp.speak(data.words);
  const box = mapapp.part(parentElement, ".article");
  const known = texts.get(box);
  /** @type {ArticleText} */
  const text = known || { drawn: "", hand: "", tell: () => {}, first: -1, last: -1, selected: null, data };
  Object.assign(text, {
    data,
    hand: data.hand,
    tell: (/** @type {ArticleSaid} */ said) => setTriggerValue("said", said),
  });
  texts.set(box, text);
  const drawn = JSON.stringify(data);
  if (drawn !== text.drawn) {
    const top = box.querySelector(".paragraphs")?.scrollTop || 0;
    const focused = box.contains(document.activeElement);
    drawText(box, text);
    mapapp.part(box, ".paragraphs").scrollTop = top;
    box.querySelector(".lit")?.scrollIntoView({ block: "nearest" });
    if (focused) mapapp.part(box, ".paragraphs").focus();
    text.drawn = drawn;
  }
  if (!known) listen(box, text);
}
