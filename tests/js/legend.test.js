// The legend of the page has the rows that pictures have: tests/words/test_legend.py goes through the same table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, page, plain } from "./page.js";

const mapapp = page("text.js", "sides.js", "symbols.js", "legend.js", "corridor_legend.js");
const ways = ["way-unknown", "way", "way-both-unknown", "way-both", "way-ahead-unknown", "way-ahead"];
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

const shown = (legs) => ({ legs, marks: [], ghosts: [] });
const colours = (row) => row[0].children.map((line) => line.style["--line-colour"]);

test("a way has the colour of who went it, one piece for each of them", () => {
  const leg = (traveller, mode = "air") => ({ mode, traveller });
  assert.deepEqual(colours(mapapp.legendOfWays(shown([leg(1), leg(1)]), words, false, false)[0]), [
    "var(--traveller-1)",
  ]);
  const [unknown, known] = mapapp.legendOfWays(shown([leg(0), leg(2), leg(0, "unknown")]), words, false, false);
  assert.deepEqual([unknown[1], colours(unknown)], [words["way-unknown"], ["var(--traveller-0)"]]);
  assert.deepEqual(colours(known), ["var(--traveller-0)", "var(--traveller-2)"]);
});

const sections = [
  { id: "a", mode: "rail", status: "operating" },
  { id: "b", mode: "sea", status: "operating" },
  { id: "c", mode: "rail", status: "planned" },
];
const said = Object.fromEntries(
  ["rail", "sea", "road", "planned", "chosen-way", "rest-of-corridor"].map((k) => [k, k]),
);
const told = (route) =>
  plain(
    mapapp
      .legendOfCorridor({ title: "Route", sections, nodes: [] }, route, said)
      .map((row) => (mapapp.isFlow(row) ? row.map(([sign, text]) => `${sign.className}: ${text}`).join() : row[1])),
  );

test("a corridor alone has its kinds of lines", () => {
  assert.deepEqual(told(null), ["Route", "line rail: rail,line sea: sea,line planned: planned"]);
});

test("where a way was chosen, the legend tells its lines from the others", () => {
  assert.deepEqual(told({ corridor: "r", sections: ["a"], nodes: [] }), [
    "Route",
    "chosen-way",
    "line rail chosen: rail",
    "rest-of-corridor",
    "line sea faint: sea,line planned faint: planned",
  ]);
});

test("there are as many rows of travellers as colours; of more it says how many", () => {
  const names = Array.from({ length: 30 }, (_, i) => `Minister ${i}`);
  const marks = names.map((_, traveller) => ({ traveller, label: "1" }));
  const words = { stop: "{name}, stop", stops: "{name}, stops" };
  const rows = mapapp.legendOfTravellers({ marks, legs: [] }, names, words, false);
  assert.equal(rows.length, 8);
  assert.equal(rows[6][1], "Minister 6, stop");
  assert.equal(rows[7][1], "and 23 more travellers");
  assert.equal(mapapp.legendOfTravellers({ marks: marks.slice(5, 9), legs: [] }, names, words, false).length, 4);
});

test("the disc of a traveller is dashed where all that is drawn of it is announced", () => {
  const words = { stop: "{name}, stop", stops: "{name}, stops" };
  const status = (...states) => {
    const marks = states.map((status) => ({ traveller: 0, label: "1", status }));
    const [[sign]] = mapapp.legendOfTravellers({ marks, legs: [] }, ["Minister"], words, false);
    return sign.className.split(" ");
  };
  assert.ok(status("announced", "announced").includes("open"));
  assert.ok(status("announced", undefined).includes("held"));
});

for (const { mode, second, dashed, dotted } of cases("way_strokes.json")) {
  test(`a way by ${mode}${second ? " of the second side" : ""} has the strokes in the legend that it has on the map`, () => {
    const before = mapapp.compared;
    mapapp.compared = { ...before, hues: second ? [0, 1] : [] };
    const traveller = second ? 1 : 0;
    assert.equal(mapapp.isSecond(traveller), second);
    const [[sign]] = mapapp.legendOfWays(shown([{ mode, traveller }]), words, false, false);
    const strokes = (mapapp.strokesOf(mode, second) || "").split(" ").filter(Boolean).map(Number);
    mapapp.compared = before;
    const [piece] = sign.children;
    assert.deepEqual([piece.classes.includes("dashed"), piece.classes.includes("second")], [dashed, dotted]);
    assert.equal(strokes.includes(0.5), dotted);
    assert.equal(strokes.length > 0 && strokes[0] < 10, dashed);
  });
}
