// The dialogue "Share": addresses with the view, the embed code, and the note as it reads without its marks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { document } from "./dom.js";
import { cases, page, plain } from "./page.js";

const UI = ["share_parts.js", "share_note.js", "share_web.js", "share_picture.js"].map((name) => `../../ui/${name}`);
const mapapp = page("text.js", ...UI);
document.baseURI = "https://maps.example.org/app/";

test("an address has the view, and parameters take the place of those that it has", () => {
  assert.equal(mapapp.address("tour.csv", "v=1&lang=en"), "https://maps.example.org/app/tour.csv?v=1&lang=en");
  assert.equal(
    mapapp.address("tour.csv", "v=1&lang=en&q=tea", { lang: "ru", size: "", title: "a&b" }),
    "https://maps.example.org/app/tour.csv?v=1&q=tea&lang=ru&title=a%26b",
  );
  assert.equal(mapapp.address("./", "v=1"), "https://maps.example.org/app/?v=1");
});

for (const [words, markdown] of cases("markdown.json")) {
  test(`the note reads “${words}”`, () => assert.equal(mapapp.unmarked(markdown), words.trim()));
}

test("the note is a sheet of text: title, parts, items, cells; pictures and addresses stay out", () => {
  const note = [
    "# Tour",
    "",
    "**4 visits**",
    "![Map][map]",
    "| When | Where |",
    "|---|---|",
    "| 3 April | Samarkand \\| Registan |",
    "## Sources",
    "* **1** [Report \\[PDF\\], 2025](<https://example.org/a>)",
    "[map]: data:image/png;base64,AAAA",
  ];
  const read = mapapp
    .noteOf(note.join("\n"))
    .map((element) => [element.className, element.children.map((child) => child.textContent ?? child)]);
  assert.deepEqual(plain(read), [
    ["note-title", ["Tour"]],
    ["", ["4 visits"]],
    ["note-row", ["When", "Where"]],
    ["note-row", ["3 April", "Samarkand | Registan"]],
    ["note-part", ["Sources"]],
    ["note-item", ["1 Report [PDF], 2025"]],
  ]);
});

for (const [address, own] of [
  ["http://localhost:8501/embed", true],
  ["http://127.0.0.1:8501/embed", true],
  ["http://[::1]:8501/embed", true],
  ["http://app.localhost/embed", true],
  ["https://maps.example.org/embed", false],
  ["https://localhost.example.org/embed", false],
  ["http://10.0.0.7/embed", false],
]) {
  test(`${address} is ${own ? "" : "not "}on the reader's own machine`, () => assert.equal(mapapp.isOwn(address), own));
}

test("the script beside the frame hears that frame alone, and no address can end it", () => {
  const script = mapapp.adjusting("https://maps.example.org/embed?q=</script><script>alert(1)");
  assert.equal(script.match(/<\/script>/g).length, 1);
  assert.ok(script.endsWith("</script>"));
  const frames = [
    { src: "https://maps.example.org/embed?v=1", contentWindow: "ours", style: {} },
    { src: "https://elsewhere.example", contentWindow: "theirs", style: {} },
  ];
  let heard;
  const body = mapapp.adjusting(frames[0].src).replace(/<\/?script>/g, "");
  const there = { querySelectorAll: () => frames };
  new Function("addEventListener", "document", body)((_, listener) => {
    heard = listener;
  }, there);
  heard({ source: "theirs", data: { mapapp: "height", height: 9999 } });
  heard({ source: "ours", data: { mapapp: "moved", height: 9999 } });
  assert.deepEqual(
    frames.map(({ style }) => style.height),
    [undefined, undefined],
  );
  heard({ source: "ours", data: { mapapp: "height", height: 480 } });
  assert.deepEqual(
    frames.map(({ style }) => style.height),
    ["480px", undefined],
  );
});

const formats = [
  { name: "snapshot.png", title: "PNG picture", suffix: "png", purpose: "", picture: true, image: true },
  { name: "snapshot.svg", title: "SVG picture", suffix: "svg", purpose: "", picture: true },
  { name: "tour.csv", title: "Table", suffix: "csv", purpose: "" },
];
const shared = (more = {}) => ({
  ...{ title: "Tour", contents: "4 visits", query: "v=1&tour=t", formats, corridors: true, language: "en" },
  ...{
    sizes: [
      ["wide", "Wide"],
      ["square", "Square"],
    ],
    scales: ["1", "2"],
    theme: "light",
  },
  languages: [
    ["en", "English"],
    ["ru", "Русский"],
  ],
  ...more,
});
const links = (box) => box.all("a").map(({ href }) => new URL(href));

test("a picture is offered in each of its formats, drawn as the choices say", () => {
  const box = mapapp.asPicture(shared());
  const [size, theme, borders, language, scale] = box.all("select");
  Object.assign(size, { value: "square" });
  Object.assign(theme, { value: "dark" });
  Object.assign(borders, { value: "de-facto" });
  Object.assign(language, { value: "ru" });
  Object.assign(scale, { value: "2" });
  const [legend, , , corridor] = box.all("input");
  legend.checked = corridor.checked = false;
  scale.meet("change");
  const [png, svg] = links(box);
  assert.deepEqual([png.pathname, svg.pathname, links(box).length], ["/app/snapshot.png", "/app/snapshot.svg", 2]);
  assert.deepEqual(Object.fromEntries(png.searchParams), {
    ...{ v: "1", tour: "t", size: "square", theme: "dark", lang: "ru", borders: "de-facto", legend: "off" },
    ...{ corridor: "none", scale: "2" },
  });
  const image = new URL(box.all("img")[0].src);
  assert.equal(image.searchParams.get("scale"), null); // the preview is small
});

test("a view without corridors is drawn without them until they are switched on", () => {
  const box = mapapp.asPicture(shared({ query: "v=1&tour=t&corridor=none" }));
  const corridor = box.all("input").at(-1);
  assert.equal(corridor.checked, false);
  assert.equal(links(box)[0].searchParams.get("corridor"), "none");
  corridor.checked = true;
  corridor.meet("change");
  assert.equal(links(box)[0].searchParams.get("corridor"), null);
});

test("a preview that cannot be drawn is told, and one that comes later takes its place", () => {
  const { image, box } = mapapp.previewOf({ title: "Tour", contents: "4 visits" });
  image.meet("error");
  assert.equal(image.hidden, true);
  assert.match(box.textContent, /could not be drawn/);
  image.meet("load");
  assert.deepEqual([image.hidden, box.textContent], [false, ""]);
});

test("the embed code has a fixed size, or takes the width and hears the map about its height", () => {
  const made = [];
  const create = document.createElement;
  document.createElement = (tag) => {
    const frame = create(tag);
    made.push(frame);
    Object.defineProperty(frame, "outerHTML", { get: () => `<${frame.tag}>` });
    return frame;
  };
  const src = "https://maps.example.org/app/embed?v=1";
  const fixed = mapapp.embedCode(src, "A tour", ["480", "360", ""]);
  const adjusting = mapapp.embedCode(src, "A tour", ["100%", "", ""]);
  document.createElement = create;
  assert.equal(fixed, "<iframe>");
  assert.equal(adjusting, `<iframe>\n${mapapp.adjusting(src)}`);
  const common = { src, title: "A tour", loading: "lazy", sandbox: mapapp.SANDBOX };
  assert.deepEqual(made[0].attributes, { ...common, width: "480", height: "360", style: "border: 0" });
  assert.deepEqual(made[1].attributes, { ...common, style: "border: 0; width: 100%; height: 500px" });
  assert.ok(!mapapp.SANDBOX.includes("top-navigation"));
});

test("every size of the frame has its words, and one is as wide as the page", () => {
  const sizes = mapapp.frames();
  assert.equal(new Set(sizes.map(([, , words]) => words)).size, sizes.length);
  assert.ok(sizes.some(([width, height]) => width === "100%" && !height));
  assert.match(mapapp.framed(true), /on your own machine/);
  assert.match(mapapp.framed(false), /MAPAPP_FRAME_ANCESTORS/);
});
