// The review of a brought table: where its rows stand, and which of them a filter leaves.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const ROOT = new URL("../../mapapp/ui/new_tour/", import.meta.url);
const world = createContext({ mapapp: {}, Intl });
runInContext(readFileSync(new URL("../../maps/assets/speech.js", ROOT), "utf8"), world);
for (const name of ["review_rows.js", "review_head.js", "review_cells.js"]) {
  runInContext(readFileSync(new URL(name, ROOT), "utf8"), world);
}
const { mapapp } = world;

test("rows that were never seen are as high as the others on average", () => {
  const heights = new mapapp.Heights(10_000, 60);
  assert.equal(heights.total(), 600_000);
  heights.set(0, 100);
  heights.set(1, 50);
  assert.equal(heights.top(2), 150);
  assert.equal(heights.total(), 10_000 * 75);
});

test("the row at a height is the one that covers it", () => {
  const heights = new mapapp.Heights(4, 10);
  [10, 30, 10, 50].forEach((height, index) => {
    heights.set(index, height);
  });
  const tops = [0, 1, 2, 3].map((index) => heights.top(index));
  assert.deepEqual(tops, [0, 10, 40, 50]);
  assert.deepEqual(
    [-5, 0, 9, 10, 39, 40, 99, 1000].map((y) => heights.at(y)),
    [0, 0, 0, 1, 1, 2, 3, 3],
  );
  for (const [index, top] of tops.entries()) assert.equal(heights.at(top), index);
});

test("a height that is the same again changes nothing, and a row out of sight has none", () => {
  const heights = new mapapp.Heights(2, 60);
  assert.equal(heights.set(0, 40), true);
  assert.equal(heights.set(0, 40), false);
  assert.equal(heights.set(1, 0), false);
  assert.equal(heights.total(), 80);
});

test("an empty table has no height", () => {
  const heights = new mapapp.Heights(0, 60);
  assert.equal(heights.total(), 0);
  assert.equal(heights.at(100), 0);
});

test("filters leave rows of a state, or of a reason, and all of them together leave each row once", () => {
  const rows = [
    { state: "read", facet: "" },
    { state: "needs", facet: "misspelt" },
    { state: "out", facet: "total" },
    { state: "needs", facet: "several" },
  ];
  const left = (state, facet = "") => [...mapapp.sifted(rows, state, facet)];
  assert.deepEqual(left("all"), [0, 1, 2, 3]);
  assert.deepEqual([...left("read"), ...left("needs"), ...left("out")].sort(), [0, 1, 2, 3]);
  assert.deepEqual(left("all", "misspelt"), [1]);
  assert.deepEqual(left("read", "misspelt"), []);
});

test("the button of a question says the answer that is chosen, or asks for one", () => {
  const choices = [
    ["Tashkent", 90, false],
    ["No such place", 0, true],
  ];
  assert.equal(mapapp.chosenWords({ choices, chosen: 0 }), "Tashkent");
  assert.equal(mapapp.chosenWords({ choices, chosen: -1 }), "choose");
});

test("a column that says nothing, or is left out, is not shown", () => {
  const columns = ["day", "place", "title", "notes"].map((role, index) => ({ role, index }));
  columns.push({ role: "leave out", index: 4 });
  const rows = [
    { cells: [{ w: "1 May" }, { w: "Riga" }, { w: "" }, { w: "" }, { w: "x" }] },
    { cells: [{ w: "" }, { w: "", q: "k" }, { w: "" }, { w: "a" }, { w: "x" }] },
  ];
  const shown = (/** @type {unknown[]} */ some) => mapapp.columnsShown({ columns, rows: some }).map((c) => c.role);
  assert.deepEqual([...shown(rows)], ["day", "place", "notes"]);
  assert.deepEqual([...shown(rows.slice(1))], ["place", "notes"]);
  assert.deepEqual([...shown([])], []);
});

test("a narrow column is wider where it asks something", () => {
  assert.ok(mapapp.columnWidth("status", true) > mapapp.columnWidth("status", false));
  assert.equal(mapapp.columnWidth("place", true), mapapp.columnWidth("place", false));
});
