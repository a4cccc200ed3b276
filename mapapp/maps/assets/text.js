// Elements from text. Nothing here parses markup: every word of a data file enters the page through textContent.
"use strict";
// biome-ignore lint/correctness/noInvalidUseBeforeDeclaration: all scripts of a page share it, whichever comes first
var mapapp = mapapp || {};

/**
 * An element with a class and children; strings become text nodes, null and undefined are passed over.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string | null | undefined | (Node | string | null | undefined)[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
mapapp.el = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) element.append(child);
  }
  return element;
};

/**
 * A button; with a label where its words do not say what it does.
 * @param {string} className
 * @param {string} words
 * @param {(event: MouseEvent) => void} pressed
 * @param {string} [label]
 */
mapapp.button = (className, words, pressed, label) => {
  const button = mapapp.el("button", className, words);
  button.type = "button";
  button.addEventListener("click", pressed);
  if (label) mapapp.entitle(button, label);
  return button;
};

/**
 * What a sign is called, for eyes and for screen readers.
 * @template {HTMLElement} Sign
 * @param {Sign} element
 * @param {string} label
 */
mapapp.entitle = (element, label) => {
  element.title = label;
  element.setAttribute("aria-label", label);
  return element;
};

/**
 * Words of the program, whatever scripts the names in them have.
 * @param {string} words
 */
mapapp.ltr = (words) => {
  const piece = mapapp.el("bdi", "", words);
  piece.dir = mapapp.speech.direction;
  return piece;
};

/**
 * Text of an author, who may write from right to left.
 * @template {HTMLElement} Block
 * @param {Block} block
 */
mapapp.theirs = (block) => {
  block.dir = "auto";
  return block;
};

/**
 * A button that opens a record to be edited.
 * @param {string} id of an event, or "visit:" and that of a stop
 * @param {(id: string) => void} edit
 * @param {string} title of the record, which tells many such buttons apart
 * @param {string} [words] beside the sign, where there is room
 */
mapapp.pencil = (id, edit, title, words) => {
  const sign = mapapp.el("span", "", "✎");
  sign.setAttribute("aria-hidden", "true");
  const button = mapapp.el("button", "pencil", sign, words ? ` ${words}` : null);
  button.type = "button";
  button.title = mapapp.tr("Open in the editor");
  if (!words) button.setAttribute("aria-label", mapapp.tr("Open in the editor: {title}", { title }));
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    edit(id);
  });
  return button;
};

/**
 * A line that says one thing: what it is, and then the thing.
 * @param {string} name
 * @param {string} text
 */
mapapp.fact = (name, text) =>
  mapapp.el("p", "fact", mapapp.el("strong", "", mapapp.tr("{name}:", { name }), " "), text);

/**
 * Words between dots, each for itself.
 * @param {(string | null | undefined)[]} parts
 */
mapapp.dotted = (parts) =>
  parts.filter(Boolean).flatMap((part, index) => [index ? " · " : null, mapapp.ltr(part || "")]);

/**
 * A source's publisher, title and date in one line, and what is lacking of it.
 * @param {Source} source
 */
mapapp.sourceWords = ({ publisher, title, published, lacking }) =>
  mapapp.series([publisher, title, published, lacking]);

/**
 * A link that opens in a new tab and tells the other page nothing; null for what is no web address.
 * @param {string} url
 * @param {string} className
 * @param {string} words
 */
mapapp.outside = (url, className, words) => {
  if (!/^https?:\/\//i.test(url)) return null;
  const link = mapapp.el("a", className, words);
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
};

/**
 * Footnote numbers; those whose source has a web address open it in a new tab.
 * @param {Cite[] | undefined} cites
 * @param {Source[]} sources
 */
mapapp.footnotes = (cites, sources) =>
  [...(cites || [])]
    .sort(([a], [b]) => a - b)
    .map(([number, locator]) => {
      /** @type {Partial<Source>} */
      const source = sources[number - 1] || {};
      const words = String(number);
      const note = mapapp.outside(source.url || "", "note", words) || mapapp.el("span", "note", words);
      const said = [source.title, source.publisher, source.published, locator, source.lacking];
      note.title = mapapp.series(said);
      return mapapp.el("sup", "", note);
    });
