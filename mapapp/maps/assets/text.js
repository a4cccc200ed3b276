// Elements from text. Nothing here parses markup: every word of a data file enters the page through textContent.
"use strict";
window.mapapp = window.mapapp || {};

// An element with a class and children; strings become text nodes, null and undefined are passed over.
mapapp.el = function (tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) element.append(child);
  }
  return element;
};

// Footnote numbers; those whose source has a web address open it in a new tab.
mapapp.footnotes = function (cites, sources) {
  return (cites || []).map(([number, locator]) => {
    const source = sources[number - 1] || {};
    const note = mapapp.el(/^https?:\/\//i.test(source.url || "") ? "a" : "span", "note", String(number));
    if (note.tagName === "A") {
      note.href = source.url;
      note.target = "_blank";
      note.rel = "noopener noreferrer";
    }
    note.title = [source.title, source.publisher, source.published, locator, source.lacking].filter(Boolean).join(", ");
    return mapapp.el("sup", "", note);
  });
};
