// Where the map stands, and how the keyboard walks over it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const mapapp = page("framing.js", "walking.js", "corridor_lines.js");

test("a longitude is taken on the turn of the globe that is nearest", () => {
  assert.equal(mapapp.nearest(-150, 170), 210);
  assert.equal(mapapp.nearest(210, -170), -150);
  assert.equal(mapapp.nearest(66, 60), 66);
});

test("far ends of the way are not where the tour happens; other places on record are", () => {
  const marks = [{ at: { lat: 43, lng: 77 } }, { at: { lat: 48, lng: 16 }, far: true }];
  const heart = mapapp.heart(marks, [{ at: [71.4, 51.1] }]);
  assert.deepEqual(plain(heart.map(({ lat }) => lat)), [43, 51.1]);
});

test("arrows go from mark to mark and round, Home and End to the ends, other keys nowhere", () => {
  const steps = [
    ["ArrowRight", 6],
    ["ArrowDown", 6],
    ["ArrowLeft", 4],
    ["ArrowUp", 4],
    ["Home", 0],
    ["End", 6],
    ["a", null],
  ];
  for (const [key, expected] of steps) assert.equal(mapapp.nextMark(key, 5, 7), expected, key);
  assert.equal(mapapp.nextMark("ArrowRight", 6, 7), 0);
  assert.equal(mapapp.nextMark("ArrowLeft", 0, 7), 6);
});

const line = (mode, chosen, calm) => mapapp.sectionStyle({ mode, status: "operating" }, (name) => name, chosen, calm);

test("behind a journey a corridor is thinner and calmer, and still plainly rail and ferry", () => {
  for (const mode of ["rail", "sea"]) {
    assert.ok(line(mode, false, true).weight < line(mode, false, false).weight);
    assert.ok(line(mode, false, true).color.startsWith("calm-"));
    assert.equal(line(mode, true, false).color, "accent");
  }
  assert.notDeepEqual(line("rail", false, true).dashArray, line("sea", false, true).dashArray);
});
