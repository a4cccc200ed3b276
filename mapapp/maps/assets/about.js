// The foot of the standalone file: every source in full, and what the file is.
"use strict";

// Sources as a numbered list, each with its address as a link.
mapapp.fullSources = function (sources) {
  const el = mapapp.el;
  return el("ol", "full-sources", sources.map((source) => {
    const words = [source.publisher, source.title, source.published, source.lacking].filter(Boolean).join(", ");
    if (!/^https?:\/\//i.test(source.url || "")) return el("li", "", words);
    const link = el("a", "", source.url);
    Object.assign(link, { href: source.url, target: "_blank", rel: "noopener noreferrer" });
    return el("li", "", words + " ", link);
  }));
};

mapapp.about = function (data) {
  const el = mapapp.el;
  const { whole, saved, as_of: day } = data.about;
  const box = el("section", "about", el("h2", "", "Sources"), mapapp.fullSources(data.cards.sources));
  for (const corridor of Object.values(data.inside.corridors)) {
    box.append(el("h2", "", `Sources of the corridor: ${corridor.title}`), mapapp.fullSources(corridor.sources));
    if (corridor.credit) box.append(el("p", "", corridor.credit));
  }
  box.append(el("h2", "", "About this file"),
    el("p", "", `It holds the whole tour: ${whole}.`),
    saved ? el("p", "", `It was saved with this view: ${saved}.`) : "",
    el("p", "", "It needs no network and no server. What stands behind # in its address is the view."),
    day ? el("p", "", `Date of the data: ${day}.`) : "",
    el("p", "", [data.notice, ...data.credits].join(" · ").replace(". ·", ".")));
  return box;
};
