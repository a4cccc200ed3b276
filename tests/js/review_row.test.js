// A row of the review: what was read above what was written, its question with choices, and what a press says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const names = ["review_rows.js", "review_menu.js", "review_cells.js"];
const mapapp = page("text.js", ...names.map((name) => `../../ui/new_tour/${name}`));
const columns = [
  { index: 0, heading: "Place", role: "place" },
  { index: 1, heading: "Time", role: "time" },
];
const row = (more = {}) => ({
  ...{ key: "r7", state: "read", status: "held", stops: [3], reason: "" },
  cells: [{ r: "Almaty", w: "Alma-Ata" }, {}],
  ...more,
});
const question = (more = {}) => ({
  ...{ sentence: "Which one?", chosen: 0, count: 4, places: true },
  choices: [
    ["Almaty", 90, true],
    ["Another", 0, false],
  ],
  ...more,
});

const drawn = (given, questions = {}) => {
  const said = [];
  const menu = new mapapp.Menu(mapapp.el("div", ""));
  menu.open = (anchor, parts) => Object.assign(menu, { anchor, parts: parts.filter(Boolean) });
  menu.close = () => {};
  const hands = { data: { questions }, columns, menu, say: (words) => said.push(plain(words)) };
  return { made: mapapp.reviewRow(given, 1, hands), said, menu };
};
const text = (made, index) => made.children[index].textContent;

test("a cell says what was read, and under it what stands in the table where that is other", () => {
  const { made } = drawn(row());
  assert.equal(text(made, 1), "AlmatyAlma-Ata");
  assert.equal(text(drawn(row({ cells: [{ r: "Almaty", w: "Almaty", same: true }, {}] })).made, 1), "Almaty");
  assert.equal(made.children[1].dataset.label, "Place");
  assert.equal(made.getAttribute("aria-rowindex"), "2");
});

test("a time that is not there is not stated, except in a row that is left out", () => {
  assert.equal(text(drawn(row()).made, 2), "not stated");
  const { made } = drawn(row({ state: "out", reason: "A total." }));
  assert.equal(text(made, 2), "");
  assert.equal(text(made, 1), "AlmatyAlma-AtaA total.");
});

test("the numbers of the stops stand as on the map, and once more for those who hear them", () => {
  const { made } = drawn(row({ stops: [3, 4, 5, 6] }));
  assert.equal(made.all(".disc").length, 3);
  assert.equal(made.all(".unseen")[0].textContent, "Stop 3, 4, 5, 6, held");
  const same = drawn(row({ same: true })).made;
  assert.equal(same.all(".disc").length, 0);
  assert.equal(same.all(".note")[0].textContent, "same stop");
});

test("a question is asked where it belongs, with the answer that is likely, and tells how many rows it is about", () => {
  const { made, said } = drawn(row({ state: "needs", cells: [{ w: "Alma-Ata", q: "k" }, {}] }), { k: question() });
  const [ask] = made.all(".ask");
  assert.equal(ask.textContent, "Which one? Almaty ▾✓in 4 rows");
  ask.all(".yes")[0].meet("click");
  assert.deepEqual(said, [{ do: "answer", question: "k", choice: 0, row: "r7", all: false }]);
});

test("where no answer is likely there is nothing to accept", () => {
  const { made } = drawn(row({ cells: [{ w: "?", q: "k" }, {}] }), { k: question({ chosen: -1, count: 1 }) });
  assert.equal(made.all(".ask")[0].textContent, "Which one? choose ▾");
  assert.equal(made.all(".yes").length, 0);
});

test("a row that needs something without a question says what", () => {
  const { made } = drawn(row({ state: "needs", reason: "The year is missing." }));
  assert.equal(made.all(".why")[0].textContent, "The year is missing.");
});

test("a choice can be taken back", () => {
  const { made, said } = drawn(row({ cells: [{ r: "Almaty", w: "A", yours: "one" }, {}] }));
  made.all(".yours")[0].meet("click");
  assert.deepEqual(said, [{ do: "back", row: "r7", column: 0 }]);
});

test("the menu of a question has its choices with their shares, a field for another place, and all rows at once", () => {
  const { made, said, menu } = drawn(row({ cells: [{ w: "A", q: "k" }, {}] }), { k: question() });
  made.all(".pick")[0].meet("click");
  const [items, own, scope] = menu.parts;
  assert.deepEqual(
    items.all(".item").map((item) => [item.textContent, item.getAttribute("aria-checked")]),
    [
      ["1Almaty90%", "true"],
      ["2Another", "false"],
    ],
  );
  assert.equal(scope.textContent, " for all 4 rows with this text");
  const [all] = scope.all("input");
  all.checked = true;
  all.meet("change");
  const [first, second] = items.all(".item");
  assert.deepEqual([second.disabled, second.textContent], [true, "2Anotheronly one by one"]);
  first.meet("click");
  const [input] = own.all("input");
  input.value = "  ";
  input.meet("keydown", { key: "Enter" });
  input.value = "Baku";
  input.meet("keydown", { key: "a" });
  input.meet("keydown", { key: "Enter" });
  assert.deepEqual(said, [
    { do: "answer", question: "k", choice: 0, row: "r7", all: true },
    { do: "typed", question: "k", text: "Baku", row: "r7", all: true },
  ]);
});

test("the menu is walked by arrows, round its ends, and a digit picks", () => {
  const menu = new mapapp.Menu(mapapp.el("div", ""));
  const picked = [];
  const buttons = ["one", "two", "three"].map((words, i) =>
    menu.item({ words, pick: () => picked.push(words) }, i + 1),
  );
  let at = 2;
  buttons.forEach((button, index) => {
    button.focus = () => {
      at = index;
    };
    button.click = () => button.meet("click");
  });
  Object.assign(menu, { buttons: () => buttons, active: () => buttons[at], close: () => {} });
  const press = (key) => menu.panel.meet("keydown", { key });
  assert.ok(press("ArrowDown").stopped); // the table behind it has keys of its own
  assert.equal(at, 0);
  press("ArrowUp");
  assert.equal(at, 2);
  press("2");
  press("9");
  assert.deepEqual(picked, ["two"]);
});
