// Share as a picture: its preview follows the choices of size, theme, language and parts.

/** @type {() => [string, string][]} */
mapapp.pictureThemes = () => [
  ["light", mapapp.tr("Light")],
  ["dark", mapapp.tr("Dark")],
];
/** @type {() => [name: string, words: string][]} */
mapapp.pictureParts = () => [
  ["legend", mapapp.tr("Legend")],
  ["list", mapapp.tr("List")],
  ["dates", mapapp.tr("Dates")],
];

/** @type {() => [policy: string, words: string][]} */
mapapp.bordersOf = () => [
  ["un-eu", mapapp.tr("UN/EU positions")],
  ["de-facto", mapapp.tr("De facto")],
];

/**
 * The image of a format, which follows its address; a sentence stands for one that cannot be drawn.
 * @param {Offer} shared
 */
mapapp.previewOf = ({ title, contents }) => {
  const image = mapapp.el("img", "preview");
  image.alt = mapapp.tr("Preview: {title}, {contents}", { title, contents });
  const said = mapapp.el("p", "quiet", mapapp.tr("The preview is being drawn."));
  said.setAttribute("role", "status");
  image.hidden = true;
  image.addEventListener("load", () => {
    image.hidden = false;
    said.textContent = "";
  });
  image.addEventListener("error", () => {
    image.hidden = true;
    said.textContent = mapapp.tr("The preview could not be drawn at this moment. Try again in a few seconds.");
  });
  return { image, box: mapapp.el("div", "", image, said) };
};

/** @param {Shared} shared */
mapapp.asPicture = (shared) => {
  const el = mapapp.el;
  const { query, formats, sizes, scales, languages } = shared;
  const pictures = formats.filter((format) => format.picture);
  const size = mapapp.choice(mapapp.tr("Size"), sizes, () => draw());
  const scale = mapapp.choice(
    mapapp.tr("Scale"),
    scales.map((n) => [n, `${n}×`]),
    () => draw(),
  );
  const theme = mapapp.choice(mapapp.tr("Theme"), mapapp.pictureThemes(), () => draw());
  theme.select.value = shared.theme;
  const language = mapapp.choice(mapapp.tr("Language"), languages, () => draw());
  language.select.value = shared.language;
  const borders = mapapp.choice(mapapp.tr("Borders"), mapapp.bordersOf(), () => draw());
  const policy = /&borders=([\w-]+)/.exec(query)?.[1] || "un-eu";
  borders.select.value = policy;
  const parts = mapapp.pictureParts().map(([name, words]) => ({ name, ...mapapp.switched(words, () => draw()) }));
  const corridor = shared.corridors ? mapapp.switched(mapapp.tr("Corridor"), () => draw()) : null;
  if (corridor && query.split("&").includes("corridor=none")) corridor.input.checked = false;
  const shown = pictures.find((format) => format.image);
  const preview = mapapp.previewOf(shared);
  const saves = el("div", "line saves");
  const draw = () => {
    const off = parts.filter(({ input }) => !input.checked).map(({ name }) => [name, "off"]);
    /** @type {Record<string, string>} */
    const options = {
      ...{ size: size.select.value, theme: theme.select.value, lang: language.select.value },
      ...(borders.select.value === policy ? {} : { borders: borders.select.value }),
      ...Object.fromEntries(off),
      ...(corridor && !corridor.input.checked ? { corridor: "none" } : {}),
    };
    const led = corridor?.input.checked ? query.replace("&corridor=none", "") : query;
    if (shown) preview.image.src = mapapp.address(shown.name, led, options);
    const links = pictures.map((format) => {
      const href = mapapp.address(format.name, led, { ...options, scale: scale.select.value });
      const words =
        format === shown ? mapapp.tr("Download {file}", { file: format.title }) : format.suffix.toUpperCase();
      const saved = mapapp.save(words, href, format === shown ? "save chief" : "save");
      saved.setAttribute("aria-label", mapapp.tr("Download {file}", { file: format.title }));
      return Object.assign(saved, { title: format.purpose });
    });
    saves.replaceChildren(...links);
  };
  draw();
  const choices = [size, theme, borders, ...(languages.length > 1 ? [language] : []), scale].map((one) => one.box);
  const switches = [...parts, ...(corridor ? [corridor] : [])].map((one) => one.box);
  const said = mapapp.tr("With title, list and sources, for posts, slides and print.");
  const [chosen, left] = [el("div", "choices", choices), el("div", "choices", switches)];
  return mapapp.large(mapapp.tr("As a picture"), said, preview.box, chosen, left, saves);
};
