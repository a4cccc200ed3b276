// The legend of the page has the rows that pictures have: tests/words/test_legend.py goes through the same table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, page, plain } from "./page.js";

const mapapp = page("symbols.js", "legend.js");
const ways = ["way-unknown", "way", "way-ahead-unknown", "way-ahead"];
const marks = ["summit", "other-event", "announced", "off", "ghost", "ghost-unstated", "doubtful"];
const words = Object.fromEntries([...ways, ...marks].map((key) => [key, `words of ${key}`]));

cases("legend.json").forEach((drawn, index) => {
  test(`case ${index + 1}: ${drawn.rows.join(", ") || "nothing"}`, () => {
    const stated = Array.from({ length: drawn.ghosts }, () => ({}));
    const ghosts = [...stated, ...Array.from({ length: drawn.unstated || 0 }, () => ({ unstated: true }))];
    const rows = [...mapapp.rowsOfWays(drawn.legs, words), ...mapapp.rowsOfMarks(drawn.marks, ghosts, words)];
    assert.deepEqual(plain(rows), drawn.rows);
  });
});
