// Share as a note: who met whom, where, when. Its words stand as a small sheet.

/**
 * Words of a line of Markdown without its marks, as they were before they became Markdown: what exports/brief/md.py does
 * to them is undone; tests/fixtures/markdown.json tells both.
 * @param {string} line
 */
mapapp.unmarked = (line) =>
  line
    .replace(/\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)/g, "$1")
    .replaceAll("**", "")
    .replaceAll("\u2060", "")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")
    .replace(/\\([^a-z0-9\s])/gi, "$1")
    .trim();

/**
 * The elements of a note that our own writer has put into Markdown (exports/brief/md.py): nothing but text enters.
 * @param {string} markdown
 */
mapapp.noteOf = (markdown) => {
  const el = mapapp.el;
  return markdown
    .split("\n")
    .filter((line) => line.trim() && !/^(!\[|\[\w+\]:|\|---)/.test(line))
    .map((line) => {
      if (line.startsWith("# ")) return el("p", "note-title", mapapp.unmarked(line.slice(2)));
      if (line.startsWith("## ")) return el("p", "note-part", mapapp.unmarked(line.slice(3)));
      if (line.startsWith("* ")) return el("p", "note-item", mapapp.unmarked(line.slice(2)));
      if (!line.startsWith("|")) return el("p", "", mapapp.unmarked(line));
      const cells = line.split(/(?<!\\)\|/).slice(1, -1);
      return el(
        "div",
        "note-row",
        cells.map((cell) => el("span", "", mapapp.unmarked(cell))),
      );
    });
};

/** @param {Shared} shared */
mapapp.asNote = ({ query, formats, title, spoken }) => {
  const el = mapapp.el;
  const notes = formats.filter((format) => format.kind === "brief");
  const text = notes.find((format) => format.suffix === "md");
  const sheet = el("div", "note", el("p", "quiet", mapapp.tr("The preview is being written.")));
  sheet.setAttribute("role", "img");
  sheet.setAttribute("aria-label", mapapp.tr("Preview: the note of {title}", { title }));
  const write = async () => {
    if (!text) return;
    const answer = await fetch(mapapp.address(text.name, query, { lang: spoken }));
    if (!answer.ok) throw new Error(String(answer.status));
    sheet.replaceChildren(...mapapp.noteOf(await answer.text()));
  };
  const failed = mapapp.tr("The preview could not be written at this moment. The note can be downloaded all the same.");
  write().catch(() => sheet.replaceChildren(el("p", "quiet", failed)));
  const saves = notes.map((format, index) => {
    const words = index ? format.suffix.toUpperCase() : mapapp.tr("Download for Word");
    const saved = mapapp.save(
      words,
      mapapp.address(format.name, query, { lang: spoken }),
      index ? "save" : "save chief",
    );
    saved.setAttribute("aria-label", mapapp.tr("Download {file}", { file: format.title }));
    return Object.assign(saved, { title: format.purpose });
  });
  const purpose = mapapp.tr("One page: who met whom, when, and what is in doubt.");
  return mapapp.large(mapapp.tr("As a note"), purpose, sheet, el("div", "line saves", saves));
};
