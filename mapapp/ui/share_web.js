// Share on a web page: a frame with this app's map, whose height adjusts itself, or one file to upload.

mapapp.SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
/** @type {() => [width: string, height: string, words: string][]} */
mapapp.frames = () => [
  ["100%", "", mapapp.tr("Full width, the height adjusts itself")],
  ["100%", "500", mapapp.tr("Full width, 500 high")],
  ["800", "500", "800 × 500"],
  ["480", "360", "480 × 360"],
  ["390", "600", mapapp.tr("390 × 600, for phones")],
];
/** @param {boolean} own whether the app is on the reader's own machine */
mapapp.framed = (own) =>
  mapapp.series(
    [
      own
        ? mapapp.tr("This app is on your own machine, which those who read a page cannot reach.")
        : mapapp.tr(
            "A page of another host can show the frame once the setting MAPAPP_FRAME_ANCESTORS of this app names it.",
          ),
      mapapp.tr("The HTML file needs no setting: upload it beside the page, and link or frame it."),
    ],
    " ",
  );

/**
 * Whether an address leads to the machine of whoever opens it.
 * @param {string} address
 */
mapapp.isOwn = (address) => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname);

/**
 * The script that gives the frame before it the height that the map asks for; see the head of maps/assets/embed.js.
 * @param {string} src of the frame
 */
mapapp.adjusting = (src) =>
  `<script>addEventListener("message",function(e){document.querySelectorAll("iframe").forEach(function(f){` +
  `if(f.src===${JSON.stringify(src).replaceAll("<", "\\u003c")}&&f.contentWindow===e.source&&e.data.mapapp==="height")` +
  `f.style.height=e.data.height+"px"})})</script>`;

/**
 * The embed code of a size.
 * @param {string} src
 * @param {string} title
 * @param {[width: string, height: string, words: string]} size
 */
mapapp.embedCode = (src, title, [width, height]) => {
  const frame = document.createElement("iframe");
  const look = height ? { width, height, style: "border: 0" } : { style: "border: 0; width: 100%; height: 500px" };
  const attributes = { src, title, ...look, loading: "lazy", sandbox: mapapp.SANDBOX };
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  return frame.outerHTML + (height ? "" : `\n${mapapp.adjusting(src)}`);
};

/**
 * The frame as it will look, made smaller.
 * @param {string} src
 * @param {string} title
 */
mapapp.framePreview = (src, title) => {
  const frame = document.createElement("iframe");
  frame.src = src;
  frame.title = mapapp.tr("Preview: {title}", { title });
  frame.inert = true; // to be looked at; the keyboard passes it
  frame.className = "small-frame";
  const box = mapapp.el("div", "frame-preview", frame);
  new ResizeObserver(() => box.style.setProperty("--scale", String(box.clientWidth / 720))).observe(box);
  return box;
};

/** @param {Shared} shared */
mapapp.onWebPage = ({ title, query, beside, formats, spoken }) => {
  const el = mapapp.el;
  const src = mapapp.address("embed", beside ? `${query}&${beside}` : query);
  const code = mapapp.readOnly(el("textarea", ""), "", mapapp.tr("Embed code"));
  code.rows = 3;
  const sizes = mapapp.frames().map(([, , words], index) => /** @type {[string, string]} */ ([String(index), words]));
  const size = mapapp.choice(mapapp.tr("Size"), sizes, () => write());
  const write = () => {
    code.value = mapapp.embedCode(src, title, mapapp.frames()[Number(size.select.value)]);
  };
  write();
  const [copy, said] = mapapp.copyButton(code, mapapp.tr("Copy embed code"), mapapp.tr("Copy embed code"));
  const own = mapapp.isOwn(src);
  const file = formats.find((format) => format.name === "tour.html");
  const saved =
    file &&
    mapapp.save(mapapp.tr("Download {file}", { file: ".html" }), mapapp.address(file.name, query, { lang: spoken }));
  saved?.setAttribute("aria-label", mapapp.tr("Download {file}", { file: file?.title || "" }));
  (own && saved ? saved : copy).classList.add("chief");
  const purpose = mapapp.tr("The live map in a frame, or one file to upload.");
  const line = el("div", "line saves", own ? [saved || null, copy] : [copy, saved || null], said);
  const choices = el("div", "choices", size.box);
  const note = el("p", "quiet", mapapp.framed(own));
  return mapapp.large(mapapp.tr("On a web page"), purpose, mapapp.framePreview(src, title), choices, code, line, note);
};
