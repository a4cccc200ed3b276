// Share as a picture: its preview follows the choices of size, theme, language and parts.

/** @type {[string, string][]} */
mapapp.PICTURE_THEMES = [
  ["light", "Light"],
  ["dark", "Dark"],
];
/** @type {[name: string, words: string][]} */
mapapp.PICTURE_PARTS = [
  ["legend", "Legend"],
  ["list", "List"],
  ["dates", "Dates"],
];

/**
 * The image of a format, which follows its address; a sentence stands for one that cannot be drawn.
 * @param {Offer} shared
 */
mapapp.previewOf = ({ title, contents }) => {
  const image = mapapp.el("img", "preview");
  image.alt = `Preview: ${title}, ${contents}`;
  const said = mapapp.el("p", "quiet", "The preview is drawn.");
  said.setAttribute("role", "status");
  image.hidden = true;
  image.addEventListener("load", () => {
    image.hidden = false;
    said.textContent = "";
  });
  image.addEventListener("error", () => {
    image.hidden = true;
    said.textContent = "The preview could not be drawn at this moment. Try again in a few seconds.";
  });
  return { image, box: mapapp.el("div", "", image, said) };
};

/** @param {Shared} shared */
mapapp.asPicture = (shared) => {
  const el = mapapp.el;
  const { query, formats, sizes, scales, languages } = shared;
  const pictures = formats.filter((format) => format.picture);
  const size = mapapp.choice("Size", sizes, () => draw());
  const scale = mapapp.choice(
    "Scale",
    scales.map((n) => [n, `${n}×`]),
    () => draw(),
  );
  const theme = mapapp.choice("Theme", mapapp.PICTURE_THEMES, () => draw());
  theme.select.value = shared.theme;
  const language = mapapp.choice("Language", languages, () => draw());
  language.select.value = shared.language;
  const parts = mapapp.PICTURE_PARTS.map(([name, words]) => ({ name, ...mapapp.switched(words, () => draw()) }));
  const corridor = shared.corridors ? mapapp.switched("Corridor", () => draw()) : null;
  if (corridor && query.split("&").includes("corridor=none")) corridor.input.checked = false;
  const shown = pictures.find((format) => format.image);
  const preview = mapapp.previewOf(shared);
  const saves = el("div", "line saves");
  const draw = () => {
    const off = parts.filter(({ input }) => !input.checked).map(({ name }) => [name, "off"]);
    /** @type {Record<string, string>} */
    const options = {
      ...{ size: size.select.value, theme: theme.select.value, lang: language.select.value },
      ...Object.fromEntries(off),
      ...(corridor && !corridor.input.checked ? { corridor: "none" } : {}),
    };
    const led = corridor?.input.checked ? query.replace("&corridor=none", "") : query;
    if (shown) preview.image.src = mapapp.address(shown.name, led, options);
    const links = pictures.map((format) => {
      const href = mapapp.address(format.name, led, { ...options, scale: scale.select.value });
      const words = format === shown ? `Download ${format.title}` : format.suffix.toUpperCase();
      const saved = mapapp.save(words, href, format === shown ? "save chief" : "save");
      saved.setAttribute("aria-label", `Download ${format.title}`);
      return Object.assign(saved, { title: format.purpose });
    });
    saves.replaceChildren(...links);
  };
  draw();
  const choices = [size, theme, ...(languages.length > 1 ? [language] : []), scale].map((one) => one.box);
  const switches = [...parts, ...(corridor ? [corridor] : [])].map((one) => one.box);
  const said = "With title, list and sources, for posts, slides and print.";
  const [chosen, left] = [el("div", "choices", choices), el("div", "choices", switches)];
  return mapapp.large("As a picture", said, preview.box, chosen, left, saves);
};
