// What the dialogue "Share" is made of: addresses, fields to copy from, links that save, choices.

/**
 * @typedef {object} Offer
 * @property {string} title
 * @property {string} contents what the view holds, in a line
 * @property {string} draft what others do not see of it, in a sentence, or ""
 * @property {string} as_of the date of the data in words, "" if it is not known
 * @property {string} query of the view
 * @property {string} page the path of the page that is shared, "" for that of the map
 * @property {string} beside what its link says beside the view, as a query; "" for nothing
 * @property {boolean} corridors whether there are any to be switched off
 * @property {Format[]} formats
 * @property {[name: string, words: string][]} sizes
 * @property {string[]} scales
 * @property {[code: string, name: string][]} languages
 * @property {string} spoken the same where the query does not name it, else ""
 * @property {Spoken} [words]
 * @property {string} language the code of that in which the view is said
 * @typedef {Offer & { theme: string }} Shared
 */

/**
 * An address of the app, with parameters that take the place of those in the query.
 * @param {string} path
 * @param {string} query
 * @param {Record<string, string>} more
 */
mapapp.address = (path, query, more = {}) => {
  const changed = Object.entries(more).filter(([, value]) => value);
  const kept = query.split("&").filter((pair) => !changed.some(([name]) => pair.startsWith(`${name}=`)));
  const pairs = [...kept, ...changed.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)];
  return new URL(`${path}?${pairs.join("&")}`, document.baseURI).href;
};

/**
 * Over plain http browsers offer no clipboard to scripts; there the selected text is copied the old way.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
mapapp.copy = async (field) => {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
};

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {string} label
 * @param {string} [words]
 */
mapapp.copyButton = (field, label, words = mapapp.tr("Copy")) => {
  const button = mapapp.el("button", "", words);
  button.type = "button";
  button.setAttribute("aria-label", label);
  const said = mapapp.el("span", "said");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    said.textContent = (await mapapp.copy(field)) ? mapapp.tr("Copied") : mapapp.tr("Press Ctrl+C to copy");
    setTimeout(() => {
      said.textContent = "";
    }, 3000);
  });
  return [button, said];
};

/**
 * A field to copy from.
 * @template {HTMLInputElement | HTMLTextAreaElement} Field
 * @param {Field} field
 * @param {string} value
 * @param {string} label
 */
mapapp.readOnly = (field, value, label) => {
  field.readOnly = true;
  field.value = value;
  field.setAttribute("aria-label", label);
  field.addEventListener("focus", () => field.select());
  return field;
};

/**
 * @param {string} words
 * @param {string} href
 */
mapapp.link = (words, href, className = "") => {
  const made = mapapp.el("a", className, words);
  made.href = href;
  return made;
};

/**
 * A link that saves what it leads to.
 * @param {string} words
 * @param {string} href
 */
mapapp.save = (words, href, className = "save") => {
  const made = mapapp.link(words, href, className);
  made.download = "";
  return made;
};

/**
 * @param {string} title
 * @param {string} label of the button that copies
 * @param {string} purpose
 * @param {string} value
 * @param {HTMLElement | null} opener
 */
mapapp.copyable = (title, label, purpose, value, opener = null) => {
  const el = mapapp.el;
  const input = mapapp.readOnly(el("input", ""), value, title);
  const name = el("div", "name", el("strong", "", title), el("span", "quiet", purpose), opener);
  return el("div", "row", name, el("div", "line", input, mapapp.copyButton(input, label)));
};

/**
 * @param {string} label
 * @param {[value: string, words: string][]} options
 * @param {() => void} changed
 */
mapapp.choice = (label, options, changed) => {
  const el = mapapp.el;
  const choices = options.map(([value, words]) => {
    const option = el("option", "", words);
    option.value = value;
    return option;
  });
  const select = el("select", "", choices);
  select.addEventListener("change", changed);
  return { select, box: el("label", "", label, select) };
};

/**
 * A switch that is on.
 * @param {string} label
 * @param {() => void} changed
 */
mapapp.switched = (label, changed) => {
  const input = mapapp.el("input", "");
  input.type = "checkbox";
  input.checked = true;
  input.addEventListener("change", changed);
  return { input, box: mapapp.el("label", "part", input, label) };
};

/**
 * One of the large choices: its title, what it looks like, and what can be done.
 * @param {string} title
 * @param {string} purpose
 * @param {Node} preview
 * @param {...(Node | null | (Node | null)[])} content
 */
mapapp.large = (title, purpose, preview, ...content) => {
  const el = mapapp.el;
  const heading = el("h3", "", title);
  const box = el("section", "large", heading, el("p", "quiet", purpose), el("div", "stage", preview), ...content);
  box.setAttribute("aria-label", title);
  return box;
};
