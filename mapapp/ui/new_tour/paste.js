// A field that takes what is on the clipboard: a table as HTML, with its spans and links, or else text with tabs.

/** @typedef {{ theme: string, most: number, words?: Spoken }} PasteData */

/** @type {WeakMap<HTMLElement, (data: PasteData, tell: (pasted: object) => void) => void>} */
const fields = new WeakMap();

/** @param {HTMLElement} box */
const field = (box) => {
  const el = mapapp.el;
  const area = el("textarea", "");
  area.rows = 3;
  area.placeholder = mapapp.tr("Or paste cells here: from Excel, Word, a web page, an e-mail");
  area.setAttribute("aria-label", mapapp.tr("Paste cells of a table here"));
  const read = el("button", "", mapapp.tr("Read this text"));
  read.type = "button";
  read.hidden = true;
  const said = el("p", "said");
  said.setAttribute("role", "status");
  box.replaceChildren(area, el("div", "line", read, said));
  let most = 0;
  /** @type {(pasted: object) => void} */
  let tell = () => {};
  /**
   * @param {string} html
   * @param {string} text
   */
  const send = (html, text) => {
    if (html.length + text.length > most) {
      said.textContent = mapapp.tr("This is more than can be read at once. Paste a part of it.");
      return;
    }
    said.textContent = mapapp.tr("Reading …");
    tell({ html, text, turn: Date.now() });
  };
  area.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html") || "";
    const text = event.clipboardData?.getData("text/plain") || "";
    if (!/<table/i.test(html) && !/[\t\n]/.test(text.trim())) return; // a word, which is typed on
    event.preventDefault();
    send(/<table/i.test(html) ? html : "", text);
  });
  area.addEventListener("input", () => {
    read.hidden = !area.value.trim();
    said.textContent = "";
  });
  read.addEventListener("click", () => send("", area.value));
  return (/** @type {PasteData} */ data, /** @type {(pasted: object) => void} */ heard) => {
    most = data.most;
    tell = heard;
    if (said.textContent === mapapp.tr("Reading …")) said.textContent = "";
  };
};

/** @param {Component<PasteData>} component */
export default function ({ parentElement, data, setTriggerValue }) {
  mapapp.speak(data.words);
  const box = mapapp.part(parentElement, ".paste");
  box.dataset.theme = data.theme === "auto" ? mapapp.themeOf(box) : data.theme;
  const show = fields.get(parentElement) || field(box);
  fields.set(parentElement, show);
  show(data, (pasted) => setTriggerValue("pasted", pasted));
}
