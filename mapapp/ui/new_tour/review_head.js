// What stands around the rows of the review: filters and reasons above them, the columns, and what else can be said.
"use strict";

/**
 * What a filter leaves: rows of a state, or for a reason. "all" and "" leave everything.
 * @param {ReviewRow[]} rows
 * @param {string} state
 * @param {string} facet
 */
mapapp.sifted = (rows, state, facet) => {
  /** @type {number[]} */
  const left = [];
  rows.forEach((row, index) => {
    if ((state === "all" || row.state === state) && (!facet || row.facet === facet)) left.push(index);
  });
  return left;
};

/**
 * The columns that are read and say something: of a template, many stay empty.
 * @param {Pick<ReviewData, "columns" | "rows">} data
 */
mapapp.columnsShown = ({ columns, rows }) => {
  const said = new Set();
  for (const row of rows) {
    row.cells.forEach((cell, index) => {
      if (cell.w || cell.r || cell.q) said.add(index);
    });
    if (said.size === columns.length) break;
  }
  return columns.filter(({ role, index }) => role !== "leave out" && said.has(index));
};

/**
 * What a column is called; one without a heading by its place.
 * @param {{ heading: string, index: number }} column
 */
mapapp.columnName = ({ heading, index }) => heading || mapapp.tr("Column {number}", { number: String(index + 1) });

const MANY = 4; // rows that need no filter by reason

/** @type {() => Record<string, string>} */
const stateWords = () => ({
  all: mapapp.tr("All rows"),
  needs: mapapp.tr("Needs you"),
  read: mapapp.in_context("rows of a table", "Read"),
  out: mapapp.in_context("rows of a table", "Left out"),
});

/**
 * @param {string} words
 * @param {number | string} count
 * @param {boolean} pressed
 * @param {() => void} click
 */
const chip = (words, count, pressed, click) => {
  const button = mapapp.el(
    "button",
    "chip",
    `${words} `,
    mapapp.el("span", "count", typeof count === "number" ? mapapp.number(count) : count),
  );
  button.type = "button";
  button.setAttribute("aria-pressed", String(pressed));
  button.addEventListener("click", click);
  return button;
};

/**
 * The filters, and the buttons for many rows at once.
 * @param {ReviewData} data
 * @param {{ state: string, facet: string }} filter
 * @param {(state: string, facet: string) => void} sift
 * @param {(said: Said) => void} say
 */
mapapp.reviewBar = (data, filter, sift, say) => {
  const el = mapapp.el;
  const counts = { all: data.counts.rows, needs: data.counts.needs, read: data.counts.read, out: data.counts.out };
  const states = Object.entries(counts)
    .filter(([name, count]) => count || name === "all" || name === filter.state)
    .map(([name, count]) => chip(stateWords()[name], count, filter.state === name, () => sift(name, "")));
  const facets = data.facets.map(([name, rows]) => {
    const pressed = filter.facet === name;
    return chip(name, rows, pressed, () => sift(pressed ? filter.state : "all", pressed ? "" : name));
  });
  const reasons = facets.length > 1 && data.counts.needs + data.counts.out > MANY ? el("div", "reasons", facets) : null;
  reasons?.setAttribute("role", "group");
  reasons?.setAttribute("aria-label", mapapp.tr("Reasons"));
  const accept = el(
    "button",
    "quiet",
    mapapp.plural(data.clear, "Accept {n} clear answer", "Accept {n} clear answers"),
  );
  accept.title = mapapp.tr("Takes the chosen answer wherever it leads all others by a wide margin");
  accept.addEventListener("click", () => say({ do: "accept" }));
  const undo = el("button", "quiet", mapapp.tr("Undo"));
  undo.title = mapapp.tr("Takes the last answer back (U)");
  undo.addEventListener("click", () => say({ do: "undo" }));
  const many = el("div", "many", data.clear ? accept : null, data.undoable ? undo : null);
  const group = el("div", "states", states);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", mapapp.in_context("which rows", "Show"));
  return el("div", "bar", group, many, reasons);
};

/** @type {Record<string, number>} */
const WIDTHS = { day: 146, arrival: 146, departure: 146, time: 74, place: 190, country: 130, region: 130, source: 150,
  latitude: 90, longitude: 90, status: 110, topic: 120 }; // biome-ignore format: a table

const ASKED = 170; // pixels that a question needs

/**
 * @param {string} role
 * @param {boolean} asked whether a cell of the column has a question
 */
mapapp.columnWidth = (role, asked) => Math.max(WIDTHS[role] || 190, asked ? ASKED : 0);

/**
 * What a column's menu says of it, before the roles.
 * @param {ReviewColumn} column
 */
const aboutColumn = (column) => {
  const el = mapapp.el;
  const fit =
    column.fits === 100
      ? mapapp.tr("All of its cells read so.")
      : mapapp.tr("{n}% of its cells read so.", { n: column.fits });
  const said = column.role === "leave out" ? mapapp.tr("It is not read.") : fit;
  const samples = column.samples.length ? el("p", "samples", el("bdi", "", column.samples.join(" · "))) : null;
  return el("div", "about", el("strong", "", mapapp.columnName(column)), samples,
    el("p", "", said), column.said ? el("p", "", column.said) : null); // biome-ignore format: one element
};

/**
 * The button with which the role of a column is chosen.
 * @param {ReviewColumn} column
 * @param {ReviewData} data
 * @param {InstanceType<typeof mapapp.Menu>} menu
 * @param {(said: Said) => void} say
 */
mapapp.roleButton = (column, data, menu, say) => {
  const button = mapapp.el("button", column.sure ? "pick" : "pick unsure", `${column.words} ▾`);
  button.type = "button";
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute(
    "aria-label",
    mapapp.tr("{column} is read as {role}", { column: mapapp.columnName(column), role: column.words }),
  );
  button.addEventListener("click", () => {
    const orders = ["day first", "month first"].map((order) =>
      menu.item({
        words: order === "day first" ? mapapp.tr("day first") : mapapp.tr("month first"),
        chosen: column.order === order,
        pick: () => say({ do: "order", column: column.index, order }),
      }),
    );
    const roles = data.roles.map(([role, words]) =>
      menu.item({ words, chosen: role === column.role, pick: () => say({ do: "role", column: column.index, role }) }),
    );
    const order = column.dated && column.order ? mapapp.el("div", "group", orders) : null;
    menu.open(button, [aboutColumn(column), order, mapapp.el("div", "group", roles)]);
  });
  return button;
};

/**
 * The head of the table: the column of stops, and each column with what it is read as.
 * @param {ReviewData} data
 * @param {ReviewColumn[]} columns that are shown
 * @param {InstanceType<typeof mapapp.Menu>} menu
 * @param {(said: Said) => void} say
 */
mapapp.reviewColumns = (data, columns, menu, say) => {
  const el = mapapp.el;
  const heads = columns.map((column) => {
    const fits =
      column.fits < 100 && column.role !== "notes" ? el("span", "fits", mapapp.tr("{n}%", { n: column.fits })) : null;
    const head = el("th", "", el("bdi", "heading", column.heading || mapapp.tr("without a heading")),
      el("span", "role", mapapp.roleButton(column, data, menu, say), fits)); // biome-ignore format: one element
    head.scope = "col";
    return head;
  });
  const stop = el("th", "stop", el("span", "unseen", mapapp.tr("Stop")));
  stop.scope = "col";
  return el("tr", "", stop, heads);
};

/**
 * Columns that are not read, each with the way back.
 * @param {ReviewData} data
 * @param {InstanceType<typeof mapapp.Menu>} menu
 * @param {(said: Said) => void} say
 */
mapapp.columnsLeftOut = (data, menu, say) => {
  const out = data.columns.filter((column) => column.role === "leave out");
  if (!out.length) return null;
  const chips = out.map((column) =>
    mapapp.el("span", "left", mapapp.el("bdi", "", mapapp.columnName(column)), " ",
      mapapp.roleButton(column, data, menu, say))); // biome-ignore format: one element
  const words = mapapp.plural(out.length, "{n} column is left out:", "{n} columns are left out:");
  return mapapp.el("div", "columns-out", words, chips);
};

/**
 * Title, traveller and source: proposals that can be written over.
 * @param {ReviewData} data
 * @param {(said: Said) => void} say
 */
mapapp.alsoSay = (data, say) => {
  const el = mapapp.el;
  const chips = data.also.map(([key, label, words]) => {
    const button = el(
      "button",
      "say",
      mapapp.tr("{name}:", { name: label }),
      " ",
      el("bdi", "", words),
      el("span", "pencil", " ✎"),
    );
    button.type = "button";
    button.title = mapapp.tr("Change: {what}", { what: label });
    button.addEventListener("click", () => {
      const input = el("input", "");
      input.value = words;
      input.maxLength = 300;
      input.setAttribute("aria-label", label);
      const field = el("span", "say open", mapapp.tr("{name}:", { name: label }), " ", input);
      const done = (/** @type {boolean} */ keep) => {
        field.replaceWith(button);
        if (keep && input.value.trim() && input.value !== words) say({ do: "also", about: key, text: input.value });
      };
      input.addEventListener("keydown", (event) => {
        event.stopPropagation();
        if (event.key === "Enter") done(true);
        if (event.key === "Escape") done(false);
      });
      input.addEventListener("blur", () => field.isConnected && done(true));
      button.replaceWith(field);
      input.select();
    });
    return button;
  });
  return el("div", "also", el("h2", "", mapapp.tr("Also say")), el("div", "says", chips));
};
