// The dialogue "Share": addresses of the current view, completed with the address under which this page was reached.

/**
 * @typedef {object} ShareData
 * @property {string} title
 * @property {string} contents what the view holds, in a line
 * @property {string} as_of the date of the data in words, "" if it is not known
 * @property {string} query of the view
 * @property {Format[]} formats
 * @property {[name: string, words: string][]} sizes
 * @property {string[]} scales
 * @property {string[]} languages
 * @typedef {ShareData & { theme: string }} Shared
 */

const el = mapapp.el;
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
const FRAMES = [
  ["100%", "500", "Full width, 500 high"],
  ["800", "500", "800 × 500"],
  ["1200", "700", "1200 × 700"],
  ["390", "600", "390 × 600, for phones"],
];
const FRAMED = "Pages of another host can show the map once the setting MAPAPP_FRAME_ANCESTORS of this app names them.";
/** @type {[string, string][]} */
const THEMES = [
  ["light", "Light"],
  ["dark", "Dark"],
];

/**
 * @param {string} path
 * @param {string} query
 * @param {Record<string, string>} more parameters that take the place of those in the query
 */
const address = (path, query, more = {}) => {
  const changed = Object.entries(more).filter(([, value]) => value);
  const kept = query.split("&").filter((pair) => !changed.some(([name]) => pair.startsWith(`${name}=`)));
  const pairs = [...kept, ...changed.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)];
  return new URL(`${path}?${pairs.join("&")}`, document.baseURI).href;
};

/**
 * The map writes its place into the address without telling the server, so it is read from there.
 * @param {string} query
 */
const framed = (query) => {
  const at = new URLSearchParams(window.location.search).get("at");
  const kept = query.split("&").filter((pair) => !pair.startsWith("at="));
  return (/^[-\d.,]+$/.test(at || "") ? [...kept, `at=${at}`] : kept).join("&");
};

/**
 * Over plain http browsers offer no clipboard to scripts; there the selected text is copied the old way.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
const copy = async (field) => {
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
 * @param {string} what
 */
const copyButton = (field, what) => {
  const button = el("button", "", "Copy");
  button.type = "button";
  button.setAttribute("aria-label", `Copy ${what}`);
  const said = el("span", "said");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    said.textContent = (await copy(field)) ? "Copied" : "Press Ctrl+C to copy";
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
const readOnly = (field, value, label) => {
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
const link = (words, href, className = "") => {
  const made = el("a", className, words);
  made.href = href;
  return made;
};

/**
 * A link that saves what it leads to.
 * @param {string} words
 * @param {string} href
 */
const save = (words, href) => {
  const made = link(words, href, "save");
  made.download = "";
  return made;
};

/**
 * @param {string} title
 * @param {string} purpose
 * @param {string} value
 * @param {HTMLElement | null} opener
 */
const copyable = (title, purpose, value, opener = null) => {
  const input = readOnly(el("input", ""), value, title);
  const name = el("div", "name", el("strong", "", title), el("span", "quiet", purpose), opener);
  return el("div", "row", name, el("div", "line", input, copyButton(input, title.toLowerCase())));
};

/**
 * @param {string} label
 * @param {[value: string, words: string][]} options
 * @param {() => void} changed
 */
const choice = (label, options, changed) => {
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
 * @param {string} title
 * @param {...(Node | null)} content
 */
const section = (title, ...content) => el("details", "", el("summary", "", title), el("div", "inside", content));

/** @param {Shared} shared */
const links = ({ query, formats }) => {
  const calendar = formats.find((format) => format.calendar);
  const feed = calendar && address(calendar.name, query).replace(/^https?:/, "webcal:");
  const preview = "shows title and picture in chats and social networks";
  return el(
    "div",
    "links",
    copyable("Link", "opens the map with these filters, this place and zoom", address("./", query)),
    copyable("Link with a preview", preview, address("card", query)),
    feed ? copyable("Calendar", "a subscription that follows the tour", feed, link("Subscribe", feed)) : null,
  );
};

/** @param {Shared} shared */
const embed = ({ title, query }) => {
  const code = readOnly(el("textarea", ""), "", "Embed code");
  code.rows = 5;
  /** @type {[string, string][]} */
  const sizes = FRAMES.map(([, , words], index) => [String(index), words]);
  const size = choice("Size", sizes, () => write());
  const write = () => {
    const frame = document.createElement("iframe");
    const [width, height] = FRAMES[Number(size.select.value)];
    const look = { width, height, style: "border: 0", loading: "lazy", sandbox: SANDBOX };
    const attributes = { src: address("embed", query), title, ...look };
    for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
    code.value = frame.outerHTML;
  };
  write();
  const line = el("div", "line", copyButton(code, "the embed code"));
  return section("Embed code", el("div", "choices", size.box), code, line, el("p", "quiet", FRAMED));
};

/**
 * The image of a format, which follows its address; a sentence stands for one that cannot be drawn.
 * @param {Shared} shared
 */
const previewOf = ({ title, contents }) => {
  const image = el("img", "preview");
  image.alt = `Preview: ${title}, ${contents}`;
  const failed = el("p", "quiet", "");
  failed.setAttribute("role", "status");
  image.addEventListener("load", () => {
    image.hidden = false;
    failed.textContent = "";
  });
  image.addEventListener("error", () => {
    image.hidden = true;
    failed.textContent = "The preview could not be drawn at this moment. Try again in a few seconds.";
  });
  return { image, failed };
};

/** @param {Shared} shared */
const picture = (shared) => {
  const { query, formats, sizes, scales, languages, theme: seen } = shared;
  const pictures = formats.filter((format) => format.picture);
  if (!pictures.length) return null;
  const tongues = new Intl.DisplayNames(["en"], { type: "language" });
  const size = choice("Size", sizes, () => draw());
  /** @type {[string, string][]} */
  const factors = scales.map((n) => [n, `${n}×`]);
  const scale = choice("Scale", factors, () => draw());
  const theme = choice("Theme", THEMES, () => draw());
  theme.select.value = seen;
  /** @type {[string, string][]} */
  const spoken = languages.map((code) => [code, tongues.of(code) || code]);
  const language = choice("Language", spoken, () => draw());
  const shown = pictures.find((format) => format.image) || null;
  const preview = previewOf(shared);
  const saves = el("div", "line");
  const draw = () => {
    if (!box.open) return;
    const options = { size: size.select.value, theme: theme.select.value, lang: language.select.value };
    if (shown) preview.image.src = address(shown.name, query, options);
    const links = pictures.map((format) => {
      const href = address(format.name, query, { ...options, scale: scale.select.value });
      return Object.assign(save(`Download ${format.title}`, href), { title: format.purpose });
    });
    saves.replaceChildren(...links);
  };
  const choices = [size, scale, theme, ...(languages.length > 1 ? [language] : [])].map((one) => one.box);
  const box = section("Picture", el("div", "choices", choices), shown ? preview.image : null, preview.failed, saves);
  box.addEventListener("toggle", draw);
  return box;
};

/** @param {Shared} shared */
const files = ({ query, formats }) => {
  const rows = formats
    .filter((format) => !format.picture)
    .map(({ name, title, suffix, purpose }) => {
      const saved = save("Download", address(name, query));
      saved.setAttribute("aria-label", `Download ${title}`);
      const words = [el("strong", "", title), el("span", "suffix", `.${suffix}`), el("span", "quiet", purpose)];
      return el("li", "", el("div", "name", words), saved);
    });
  return rows.length ? section("Files", el("ul", "", rows)) : null;
};

/** @param {Component<ShareData>} component */
export default function ({ parentElement, data }) {
  const box = mapapp.part(parentElement, ".share");
  const query = framed(data.query);
  if (box.dataset.query === query && box.dataset.contents === data.contents) return;
  Object.assign(box.dataset, { query, contents: data.contents });
  const shared = { ...data, query, theme: new URLSearchParams(query).get("theme") || mapapp.themeOf(box) };
  const date = data.as_of ? ` Date of the data: ${data.as_of}.` : "";
  const says = `All of these show exactly this view and carry its sources.${date}`;
  const holds = el("p", "holds", el("strong", "", data.contents), el("span", "quiet", says));
  const parts = [holds, links(shared), embed(shared), picture(shared), files(shared)];
  box.replaceChildren(...parts.filter((part) => part !== null));
}
