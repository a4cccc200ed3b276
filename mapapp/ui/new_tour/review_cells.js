// One row of the review: the numbers of its stops, what was read of each cell above what was written, and questions.
"use strict";

/**
 * @typedef {object} RowHands what the parts of a row can do
 * @property {ReviewData} data
 * @property {ReviewColumn[]} columns that are shown
 * @property {InstanceType<typeof mapapp.Menu>} menu
 * @property {(said: Said) => void} say
 */

/**
 * The numbers of a row's stops, drawn as on the map.
 * @param {ReviewRow} row
 */
const stopSigns = (row) => {
  const shown = row.same ? [] : row.stops.slice(0, 3);
  const signs = shown.map((number) => mapapp.el("span", `disc is-${row.status}`, String(number)));
  const words = row.stops.length
    ? mapapp.tr("Stop {numbers}, {status}", { numbers: row.stops.join(", "), status: mapapp.statusWord(row.status) })
    : "";
  return mapapp.el("td", "stop", signs, words ? mapapp.el("span", "unseen", words) : null);
};

/**
 * What the button of a question says: the answer that is chosen.
 * @param {ReviewQuestion} question
 */
mapapp.chosenWords = (question) => question.choices[question.chosen]?.[0] || mapapp.tr("choose");

/**
 * @param {string} key of the question
 * @param {ReviewRow} row
 * @param {RowHands} hands
 */
const askBox = (key, row, { data, menu, say }) => {
  const el = mapapp.el;
  const question = data.questions[key];
  if (!question) return null;
  const button = el("button", "pick", `${mapapp.chosenWords(question)} ▾`);
  button.type = "button";
  button.setAttribute("aria-haspopup", "menu");
  button.addEventListener("click", () => openChoices(button, key, row, { data, menu, say }));
  const yes = el("button", "yes", "✓");
  yes.type = "button";
  yes.title = mapapp.tr("Accept this answer (Enter)");
  yes.setAttribute("aria-label", mapapp.tr("Accept: {answer}", { answer: mapapp.chosenWords(question) }));
  yes.addEventListener("click", () =>
    say({ do: "answer", question: key, choice: question.chosen, row: row.key, all: false }),
  );
  const many =
    question.count > 1 && !question.whole
      ? el("span", "many", mapapp.plural(question.count, "in {n} row", "in {n} rows"))
      : null;
  const answer = el("span", "answer", button, question.chosen < 0 ? null : yes);
  return el("div", "ask", el("span", "", question.sentence, " "), answer, many);
};

/**
 * @param {HTMLElement} anchor
 * @param {string} key
 * @param {ReviewRow} row
 * @param {{ data: ReviewData, menu: InstanceType<typeof mapapp.Menu>, say: (said: Said) => void }} hands
 */
const openChoices = (anchor, key, row, { data, menu, say }) => {
  const el = mapapp.el;
  const question = data.questions[key];
  const several = !question.whole && question.choices.some((choice) => choice[2]);
  const all = el("input", "");
  all.type = "checkbox";
  const items = el("div", "group");
  const draw = () => {
    items.replaceChildren(
      ...question.choices.map(([words, share, forAll], choice) =>
        menu.item(
          {
            words,
            hint: all.checked && !forAll ? mapapp.tr("only one by one") : share ? mapapp.tr("{n}%", { n: share }) : "",
            chosen: choice === question.chosen,
            off: all.checked && !forAll,
            pick: () => say({ do: "answer", question: key, choice, row: row.key, all: all.checked }),
          },
          choice + 1,
        ),
      ),
    );
  };
  all.addEventListener("change", draw);
  draw();
  const scope = several
    ? el(
        "label",
        "scope",
        all,
        " ",
        mapapp.plural(question.count, "for all {n} row with this text", "for all {n} rows with this text"),
      )
    : null;
  const own = question.places
    ? menu.field(mapapp.tr("Another place, by name or id"), (text) =>
        say({ do: "typed", question: key, text, row: row.key, all: all.checked }),
      )
    : null;
  menu.open(anchor, [items, own, scope]);
};

/**
 * @param {ReviewCell} cell
 * @param {ReviewColumn} column
 * @param {ReviewRow} row
 * @param {RowHands} hands
 */
const cellOf = (cell, column, row, hands) => {
  const el = mapapp.el;
  const read = cell.r || cell.w;
  const place = column.role === "place";
  const parts = [
    el("bdi", "read", read || (column.role === "time" && row.state !== "out" ? mapapp.tr("not stated") : "")),
  ];
  if (place && row.same && cell.w) parts.push(el("span", "note", mapapp.tr("same stop")));
  else if (cell.r && cell.w && !cell.same) parts.push(el("bdi", "written", cell.w));
  if (cell.sure && !(place && row.same)) parts.push(el("span", "sure", mapapp.tr("✓ sure")));
  if (cell.yours) {
    const back = el(
      "button",
      "yours",
      cell.yours === "all" ? mapapp.tr("✓ your choice, for all") : mapapp.tr("✓ your choice"),
      el("span", "x", " ×"),
    );
    back.type = "button";
    back.title = mapapp.tr("Take this choice back");
    back.addEventListener("click", () => hands.say({ do: "back", row: row.key, column: column.index }));
    parts.push(back);
  }
  const made = el("td", read ? "" : "empty", parts, cell.q ? askBox(cell.q, row, hands) : null);
  made.dataset.label = column.heading;
  return made;
};

/**
 * @param {ReviewRow} row
 * @param {number} position among the rows that are shown, from 1
 * @param {RowHands} hands
 */
mapapp.reviewRow = (row, position, hands) => {
  const el = mapapp.el;
  const cells = hands.columns.map((column) => cellOf(row.cells[column.index], column, row, hands));
  const first = cells[0];
  if (row.state === "out" && first) first.append(el("span", "why", row.reason));
  else if (row.state === "needs" && first && !row.cells.some((cell) => cell.q))
    first.append(el("span", "why", row.reason));
  const made = el("tr", `row is-${row.state}`, stopSigns(row), cells);
  made.setAttribute("aria-rowindex", String(position + 1));
  made.id = `row-${row.key}`;
  return made;
};
