// The dialogue "Share": addresses of the current view, completed with the address under which this page was reached.
const el = (...parts) => window.mapapp.el(...parts);
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
const FRAMES = [["100%", "500", "Full width, 500 high"], ["800", "500", "800 × 500"], ["1200", "700", "1200 × 700"], ["390", "600", "390 × 600, for phones"]];
const THEMES = [["light", "Light"], ["dark", "Dark"]];

const address = (path, query, more = {}) => {
  const changed = Object.entries(more).filter(([, value]) => value);
  const kept = query.split("&").filter((pair) => !changed.some(([name]) => pair.startsWith(name + "=")));
  const pairs = [...kept, ...changed.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)];
  return new URL(`${path}?${pairs.join("&")}`, document.baseURI).href;
};

// The map writes its place into the address without telling the server, so it is read from there.
const framed = (query) => {
  const at = new URLSearchParams(window.location.search).get("at");
  const kept = query.split("&").filter((pair) => !pair.startsWith("at="));
  return (/^[-\d.,]+$/.test(at || "") ? [...kept, `at=${at}`] : kept).join("&");
};

// Over plain http browsers offer no clipboard to scripts; there the selected text is copied the old way.
const copy = async (field) => {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
};

const copyButton = (field, what) => {
  const button = el("button", "", "Copy");
  button.type = "button";
  button.setAttribute("aria-label", `Copy ${what}`);
  const said = el("span", "said");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    said.textContent = (await copy(field)) ? "Copied" : "Press Ctrl+C to copy";
    setTimeout(() => { said.textContent = ""; }, 3000);
  });
  return [button, said];
};

const field = (tag, value, label) => {
  const made = el(tag, "");
  made.readOnly = true;
  made.value = value;
  made.setAttribute("aria-label", label);
  made.addEventListener("focus", () => made.select());
  return made;
};

const link = (words, href, className = "") => {
  const made = el("a", className, words);
  made.href = href;
  return made;
};

const copyable = (title, purpose, value, opener = null) => {
  const input = field("input", value, title);
  return el("div", "row", el("div", "name", el("strong", "", title), el("span", "quiet", purpose), opener),
    el("div", "line", input, copyButton(input, title.toLowerCase())));
};

const choice = (label, options, changed) => {
  const select = el("select", "", options.map(([value, words]) => {
    const option = el("option", "", words);
    option.value = value;
    return option;
  }));
  select.addEventListener("change", changed);
  return { select, box: el("label", "", label, select) };
};

const section = (title, ...content) => el("details", "", el("summary", "", title), el("div", "inside", ...content));

const links = ({ query, formats }) => {
  const calendar = formats.find((format) => format.calendar);
  const feed = calendar && address(calendar.name, query).replace(/^https?:/, "webcal:");
  return el("div", "links",
    copyable("Link", "opens the map with these filters, this place and zoom", address("./", query)),
    copyable("Link with a preview", "shows title and picture in chats and social networks", address("card", query)),
    feed ? copyable("Calendar", "a subscription that follows the tour", feed, link("Subscribe", feed)) : null);
};

const embed = ({ title, query }) => {
  const code = field("textarea", "", "Embed code");
  code.rows = 5;
  const size = choice("Size", FRAMES.map(([, , words], index) => [String(index), words]), () => write());
  const write = () => {
    const frame = document.createElement("iframe");
    const [width, height] = FRAMES[Number(size.select.value)];
    const attributes = { src: address("embed", query), title, width, height, style: "border: 0", loading: "lazy", sandbox: SANDBOX };
    for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
    code.value = frame.outerHTML;
  };
  write();
  return section("Embed code", el("div", "choices", size.box), code, el("div", "line", copyButton(code, "the embed code")),
    el("p", "quiet", "Pages of another host can show the map once the setting MAPAPP_FRAME_ANCESTORS of this app names them."));
};

const picture = ({ title, contents, query, formats, sizes, scales, languages, theme: seen }) => {
  const pictures = formats.filter((format) => format.picture);
  if (!pictures.length) return null;
  const tongues = new Intl.DisplayNames(["en"], { type: "language" });
  const size = choice("Size", sizes, () => draw());
  const scale = choice("Scale", scales.map((n) => [n, `${n}×`]), () => draw());
  const theme = choice("Theme", THEMES, () => draw());
  theme.select.value = seen;
  const language = choice("Language", languages.map((code) => [code, tongues.of(code)]), () => draw());
  const shown = pictures.find((format) => format.image) || null;
  const preview = el("img", "preview");
  preview.alt = `Preview: ${title}, ${contents}`;
  const failed = el("p", "quiet", "");
  failed.setAttribute("role", "status");
  preview.addEventListener("load", () => { preview.hidden = false; failed.textContent = ""; });
  preview.addEventListener("error", () => { preview.hidden = true; failed.textContent = "The preview could not be drawn at this moment. Try again in a few seconds."; });
  const saves = el("div", "line");
  const options = () => ({ size: size.select.value, theme: theme.select.value, lang: language.select.value });
  const draw = () => {
    if (!box.open) return;
    if (shown) preview.src = address(shown.name, query, options());
    saves.replaceChildren(...pictures.map((format) => {
      const save = link(`Download ${format.title}`, address(format.name, query, { ...options(), scale: scale.select.value }), "save");
      save.download = "";
      save.title = format.purpose;
      return save;
    }));
  };
  const choices = [size, scale, theme, ...(languages.length > 1 ? [language] : [])];
  const box = section("Picture", el("div", "choices", choices.map((one) => one.box)), shown ? preview : null, failed, saves);
  box.addEventListener("toggle", draw);
  return box;
};

const files = ({ query, formats }) => {
  const rows = formats.filter((format) => !format.picture).map((format) => {
    const save = link("Download", address(format.name, query), "save");
    save.download = "";
    save.setAttribute("aria-label", `Download ${format.title}`);
    return el("li", "", el("div", "name", el("strong", "", format.title), el("span", "suffix", "." + format.suffix), el("span", "quiet", format.purpose)), save);
  });
  return rows.length ? section("Files", el("ul", "", rows)) : null;
};

export default function (component) {
  const { parentElement } = component;
  const box = parentElement.querySelector(".share");
  const query = framed(component.data.query);
  const theme = new URLSearchParams(query).get("theme") || themeOf(box);
  const data = { ...component.data, query, theme };
  if (box.dataset.query === data.query && box.dataset.contents === data.contents) return;
  Object.assign(box.dataset, { query: data.query, contents: data.contents });
  const date = data.as_of ? ` Date of the data: ${data.as_of}.` : "";
  box.replaceChildren(
    el("p", "holds", el("strong", "", data.contents), el("span", "quiet", `All of these show exactly this view and carry its sources.${date}`)),
    links(data), ...[embed(data), picture(data), files(data)].filter(Boolean));
}
