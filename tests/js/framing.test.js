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

/** A map that stands where it is put; `resized` is what its frame does to it. */
const fakeMap = () => {
  const told = {};
  const point = (x, y) => ({
    x,
    y,
    equals: (o) => o.x === x && o.y === y,
    distanceTo: (o) => Math.hypot(o.x - x, o.y - y),
  });
  const map = {
    size: point(800, 600),
    centre: [0, 0],
    on: (event, heard) => {
      told[event] = heard;
    },
    getSize: () => map.size,
    getCenter: () => map.centre,
    getZoom: () => 4,
    project: ([x, y]) => point(x, y),
    move: (x, y) => {
      map.centre = [x, y];
      told.move?.();
    },
    resize: (width, height) => {
      map.size = point(width, height);
      map.move(width / 2, height / 2); // Leaflet moves the map for it
      told.resize();
    },
  };
  return map;
};

test("a first view is given again in a frame of another size, until somebody has moved the map", () => {
  const map = fakeMap();
  let times = 0;
  const again = () => {
    times += 1;
    map.move(5, 5);
    mapapp.settled(map, again);
  };
  again();
  map.resize(800, 700);
  assert.equal(times, 2);
  map.move(6, 6); // by a pixel or two: nobody's wish
  map.resize(800, 600);
  assert.equal(times, 3);
  map.move(60, 60);
  map.resize(800, 500);
  assert.equal(times, 3);
});

test("what was given last is given again, not what was given before it; a link's view stays", () => {
  const map = fakeMap();
  const given = [];
  mapapp.settled(map, () => given.push("tour"));
  mapapp.settled(map, () => given.push("way"));
  map.resize(400, 300);
  mapapp.settled(map, null);
  map.resize(500, 300);
  assert.deepEqual(given, ["way"]);
});
