// The foot of the standalone file: every source in full, and what the file is.
"use strict";

/** @param {StandaloneData} data */
mapapp.about = (data) => {
  const el = mapapp.el;
  const { whole, saved, as_of: day } = data.about;
  const box = el("section", "about", ...mapapp.allSources(data.cards.sources, Object.values(data.inside.corridors)));
  box.append(
    el("h2", "", mapapp.tr("About this file")),
    el("p", "", mapapp.tr("It holds the whole tour: {contents}.", { contents: whole })),
    saved ? el("p", "", mapapp.tr("It was saved with this view: {contents}.", { contents: saved })) : "",
    el("p", "", mapapp.tr("It needs no network and no server. What stands behind # in its address is the view.")),
    day ? el("p", "", mapapp.tr("Date of the data: {date}.", { date: day })) : "",
    el("p", "", mapapp.creditLine([data.notice, ...data.credits])),
  );
  return box;
};
