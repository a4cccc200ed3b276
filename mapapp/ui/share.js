// The dialogue "Share": three large choices, the links beside them, and all other formats of the current view.

/**
 * The map writes its place into the address without telling the server, which may just be writing the address, too: the
 * map is asked first.
 * @param {string} query
 */
const framed = (query) => {
  /** @type {{ at?: Framed }} */
  const detail = {};
  window.dispatchEvent(new CustomEvent(mapapp.PLACE, { detail }));
  const at = detail.at?.join(",") || new URLSearchParams(window.location.search).get("at");
  const kept = query.split("&").filter((pair) => !pair.startsWith("at="));
  return (/^[-\d.,]+$/.test(at || "") ? [...kept, `at=${at}`] : kept).join("&");
};

/** @param {Shared} shared */
const links = ({ query, formats, page, beside, spoken }) => {
  const calendar = formats.find((format) => format.calendar);
  const feed = calendar && mapapp.address(calendar.name, query, { lang: spoken }).replace(/^https?:/, "webcal:");
  const opens = page
    ? mapapp.tr("opens this page as it is now")
    : /(^|&)at=/.test(query)
      ? mapapp.tr("opens the map with these filters, this place and zoom")
      : mapapp.tr("opens the map with these filters, the whole tour in sight");
  const preview = mapapp.tr("shows title and picture in chats and social networks");
  return mapapp.el(
    "div",
    "links",
    mapapp.copyable(
      mapapp.tr("Link"),
      mapapp.tr("Copy the link"),
      opens,
      mapapp.address(page || "./", beside ? `${query}&${beside}` : query),
    ),
    mapapp.copyable(
      mapapp.tr("Link with a preview"),
      mapapp.tr("Copy the link with a preview"),
      preview,
      mapapp.address("card", query),
    ),
    feed
      ? mapapp.copyable(
          mapapp.tr("Calendar"),
          mapapp.tr("Copy the address of the calendar"),
          mapapp.tr("a subscription that follows the tour"),
          feed,
          mapapp.link(mapapp.tr("Subscribe"), feed),
        )
      : null,
  );
};

/** @param {Shared} shared */
const files = ({ query, formats, spoken }) => {
  const el = mapapp.el;
  const rows = formats
    .filter((format) => !format.picture && format.kind !== "brief")
    .map(({ name, title, suffix, purpose }) => {
      const saved = mapapp.save(mapapp.tr("Download"), mapapp.address(name, query, { lang: spoken }));
      saved.setAttribute("aria-label", mapapp.tr("Download {file}", { file: title }));
      const words = [el("strong", "", title), el("span", "suffix", `.${suffix}`), el("span", "quiet", purpose)];
      return el("li", "", el("div", "name", words), saved);
    });
  return el("details", "", el("summary", "", mapapp.tr("More formats")), el("div", "inside", el("ul", "", rows)));
};

/** @param {Component<Offer>} component */
export default function ({ parentElement, data }) {
  const el = mapapp.el;
  mapapp.speak(data.words);
  const box = mapapp.part(parentElement, ".share");
  const query = data.page ? data.query : framed(data.query);
  if (box.dataset.query === query && box.dataset.contents === data.contents) return;
  Object.assign(box.dataset, { query, contents: data.contents });
  const shared = { ...data, query, theme: new URLSearchParams(query).get("theme") || mapapp.themeOf(box) };
  const date = data.as_of ? mapapp.tr("Date of the data: {date}.", { date: data.as_of }) : "";
  const says = mapapp.series([mapapp.tr("All of these show exactly this view and carry its sources."), date], " ");
  const draft = data.draft ? el("span", "draft", data.draft) : null;
  const holds = el("p", "holds", el("strong", "", data.contents), el("span", "quiet", says), draft);
  const three = el("div", "three", mapapp.asPicture(shared), mapapp.onWebPage(shared), mapapp.asNote(shared));
  box.replaceChildren(holds, three, links(shared), files(shared));
}
