// The foot of the standalone file: every source in full, and what the file is.
"use strict";

/**
 * Sources as a numbered list, each with its address as a link.
 * @param {Source[]} sources
 */
mapapp.fullSources = (sources) => {
  const items = sources.map((source) => {
    const link = mapapp.outside(source.url || "", "", source.url);
    const words = mapapp.sourceWords(source);
    return mapapp.el("li", "", link ? [`${words} `, link] : words);
  });
  return mapapp.el("ol", "full-sources", items);
};

/** @param {StandaloneData} data */
mapapp.about = (data) => {
  const el = mapapp.el;
  const { whole, saved, as_of: day } = data.about;
  const box = el("section", "about", el("h2", "", "Sources"), mapapp.fullSources(data.cards.sources));
  for (const corridor of Object.values(data.inside.corridors)) {
    box.append(el("h2", "", `Sources of the corridor: ${corridor.title}`), mapapp.fullSources(corridor.sources));
    if (corridor.credit) box.append(el("p", "", corridor.credit));
  }
  box.append(
    el("h2", "", "About this file"),
    el("p", "", `It holds the whole tour: ${whole}.`),
    saved ? el("p", "", `It was saved with this view: ${saved}.`) : "",
    el("p", "", "It needs no network and no server. What stands behind # in its address is the view."),
    day ? el("p", "", `Date of the data: ${day}.`) : "",
    el("p", "", mapapp.creditLine([data.notice, ...data.credits])),
  );
  return box;
};
