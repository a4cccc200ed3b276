// Each name stands once along the longest of its lines, and its row leaves the legend.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const mapapp = page("standing.js", "label_spots.js", "along.js", "legend.js", "symbols.js", "line_names.js");
const section = (mode, ends, line, status = "operating") => ({ mode, ends, line, status });

test("sections that run on from each other are one line, others and idle ones are not", () => {
  const chains = mapapp.chains(
    [
      section(
        "rail",
        ["a", "b"],
        [
          [0, 0],
          [1, 0],
        ],
      ),
      section(
        "rail",
        ["b", "c"],
        [
          [1, 0],
          [2, 0],
        ],
      ),
      section(
        "sea",
        ["c", "d"],
        [
          [2, 0],
          [3, 0],
        ],
      ),
      section(
        "rail",
        ["x", "y"],
        [
          [5, 0],
          [6, 0],
        ],
      ),
      section(
        "rail",
        ["y", "z"],
        [
          [6, 0],
          [7, 0],
        ],
        "planned",
      ),
    ],
    "rail",
  );
  assert.deepEqual(plain(chains), [
    [
      [0, 0],
      [1, 0],
      [2, 0],
    ],
    [
      [5, 0],
      [6, 0],
    ],
  ]);
});

test("only what is seen of a line counts", () => {
  assert.equal(
    mapapp.seenLength(
      [
        [0, 0],
        [30, 40],
        [300, 400],
      ],
      [0, 0, 10, 10],
    ),
    50,
  );
});

test("rows whose names stand on the map are hidden, and come back", () => {
  const rows = ["traveller-0", "corridor-x", ""].map((key) => ({ dataset: { key }, hidden: false, className: "" }));
  const box = { querySelectorAll: () => rows, querySelector: () => rows.find((row) => !row.hidden), hidden: false };
  mapapp.hideRows(box, new Set(["traveller-0", "corridor-x"]));
  assert.deepEqual(
    rows.map((row) => row.hidden),
    [true, true, false],
  );
  mapapp.hideRows(box, new Set());
  assert.ok(rows.every((row) => !row.hidden) && !box.hidden);
});

/** A map of 400 by 200 pixels whose places are pixels, and what is written on it. */
function sheet() {
  const written = [];
  const names = new mapapp.LineNames({
    map: { latLngToLayerPoint: ({ lat, lng }) => ({ x: lng, y: lat }) },
    inside: [0, 0, 400, 200],
    crossed: new mapapp.Near(),
    around: () => [0, 0, 0, 0],
    size: ({ text }) => [7 * text.length, 16],
  });
  names.write = (name, spot) => written.push([name.text, spot]);
  return { names, written };
}
const level = (y, from, to) => [from, to].map((lng) => ({ lat: y, lng }));
const name = (key, lines) => ({ key, text: key, kind: "along", lines, arrows: [] });

test("a name stands once, along the longest line that has room", () => {
  const { names, written } = sheet();
  let left = null;
  names.legend = { leave: (keys) => (left = keys) };
  names.wanted = [name("traveller-0", [level(50, 0, 120), level(150, 0, 400)])];
  names.draw(new mapapp.Near());
  assert.deepEqual(
    written.map(([text, spot]) => [text, spot.at[1]]),
    [["traveller-0", 139]],
  );
  assert.deepEqual([...left], ["traveller-0"]);
});

test("names of two who went the same way stand apart, and who has no room stays in the legend", () => {
  const { names, written } = sheet();
  const taken = new mapapp.Near();
  let left = null;
  names.legend = { leave: (keys) => (left = keys) };
  const way = level(100, 0, 120);
  names.wanted = [name("traveller-0", [way]), name("traveller-1", [way]), name("traveller-2", [way])];
  names.draw(taken);
  assert.deepEqual(
    written.map(([, spot]) => spot.at[1]),
    [89, 111],
  );
  assert.deepEqual([...left], ["traveller-0", "traveller-1"]);
  assert.ok(taken.hit([0, 0, 400, 200]));
});
