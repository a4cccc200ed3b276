// Ways: great circles, cut at the edge of the world, and named where they leave the map.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("label_spots.js", "legs.js");
const [tokyo, francisco] = [
  { lat: 35.69, lng: 139.69 },
  { lat: 37.77, lng: -122.42 },
];

test("a great circle runs from end to end, over the date line and not round the world", () => {
  const line = mapapp.arc(tokyo, francisco);
  assert.deepEqual([...line[0]], [139.69, 35.69]);
  assert.ok(Math.abs(line[24][0] - (360 - 122.42)) < 1e-9);
  for (let i = 1; i < line.length; i++) assert.ok(Math.abs(line[i][0] - line[i - 1][0]) < 20);
  assert.ok(Math.max(...line.map(([, latitude]) => latitude)) > 45); // towards the pole
});

test("between a place and itself or its antipode it is one straight piece", () => {
  const origin = { lat: 0, lng: 0 };
  for (const lng of [0, 180]) assert.equal(mapapp.arc(origin, { lat: 0, lng }).length, 2);
});

test("what leaves one edge of the world comes in at the other, at the same latitude", () => {
  const [out, back] = mapapp.cut(
    [
      [170, 10],
      [190, 20],
    ],
    0,
  );
  assert.deepEqual([...out[1]], [180, 15]);
  assert.deepEqual([...back[0]], [-180, 15]);
  assert.equal(
    mapapp.cut(
      [
        [1, 1],
        [2, 2],
      ],
      0,
    ).length,
    1,
  );
});

const line = [
  [-300, 400],
  [-100, 400],
  [100, 400],
  [300, 400],
  [500, 400],
];
const size = [1100, 900];

test("a way from out of sight is named where it comes in", () => {
  assert.deepEqual({ ...mapapp.leaves(line, size, []) }, { index: 2, ahead: false });
});

test("a way to out of sight is named where it goes out, and farther in where a button lies there", () => {
  const out = [...line].reverse();
  assert.deepEqual({ ...mapapp.leaves(out, size, []) }, { index: 2, ahead: true });
  assert.deepEqual({ ...mapapp.leaves(out, size, [[0, 380, 110, 420]]) }, { index: 1, ahead: true });
});

test("a way with both ends in sight, or none, has no such name", () => {
  assert.equal(mapapp.leaves(line.slice(2), size, []), null);
  assert.equal(mapapp.leaves(line.slice(0, 2), size, []), null);
});
