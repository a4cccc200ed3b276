// A long table has only the rows in sight: where each stands, and which is at a height, whatever heights are known.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("../../ui/new_tour/review_rows.js");

test("rows that were never seen are as high as the estimate, then as those that were seen on average", () => {
  const heights = new mapapp.Heights(10, 60);
  assert.deepEqual([heights.total(), heights.top(0), heights.top(3)], [600, 0, 180]);
  heights.set(0, 40);
  heights.set(9, 80);
  assert.deepEqual([heights.total(), heights.top(1), heights.top(9)], [600, 40, 520]);
  heights.set(1, 120);
  assert.deepEqual([heights.top(1), heights.top(2), heights.total()], [40, 160, 240 + 7 * 80]);
});

test("a height that is the same, or none, changes nothing", () => {
  const heights = new mapapp.Heights(3, 60);
  assert.equal(heights.set(1, 50), true);
  assert.equal(heights.set(1, 50), false);
  assert.equal(heights.set(2, 0), false);
  assert.equal(heights.total(), 150);
});

test("once enough rows are seen, a row that turns out higher moves only what is below it", () => {
  const heights = new mapapp.Heights(1000, 60);
  for (let index = 0; index < heights.enough; index++) heights.set(index, 50);
  const [before, total] = [heights.top(500), heights.total()];
  assert.equal(total, 1000 * 50);
  heights.set(700, 450);
  assert.equal(heights.top(500), before);
  assert.equal(heights.total(), total + 400);
});

test("the row at a height is the one that holds it, the first above all and the last below all of them", () => {
  const heights = new mapapp.Heights(4, 60);
  for (const [index, height] of [30, 100, 10, 60].entries()) heights.set(index, height);
  const cases = { "-5": 0, 0: 0, 29: 0, 30: 1, 129: 1, 130: 2, 140: 3, 199: 3, 99999: 3 };
  for (const [y, row] of Object.entries(cases)) assert.equal(heights.at(Number(y)), row, y);
  for (let row = 0; row < 4; row++) assert.equal(heights.at(heights.top(row)), row);
  assert.equal(new mapapp.Heights(0, 60).at(10), 0);
});
