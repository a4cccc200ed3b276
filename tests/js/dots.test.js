// Very many marks: what is gathered in a disc is counted, and nothing is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("sides.js", "symbols.js", "dots.js");

/** @param {[x: number, y: number, traveller?: number][]} places */
const dots = (places) => {
  const marks = places.map(([lng, lat, traveller]) => ({ at: { lat, lng }, traveller, title: "A", events: [0] }));
  const made = Object.create(mapapp.Dots.prototype);
  const points = marks.map(({ at }) => ({ x: at.lng, y: at.lat }));
  return Object.assign(made, { marks, points, CELL: 60, APART: 11.5, number: new Intl.NumberFormat("en") });
};

test("each event is in exactly one disc, and hidden marks in none", () => {
  const places = Array.from({ length: 300 }, (_, i) => [(i * 37) % 200, (i * 91) % 150]);
  const made = dots(places);
  made.counts = places.map((_, i) => i % 4);
  for (const zoom of [0, 2, 6, 12]) {
    const total = made.gather(zoom).reduce((sum, cluster) => sum + cluster.events, 0);
    assert.equal(
      total,
      made.counts.reduce((sum, count) => sum + count, 0),
    );
  }
});

test("discs that are drawn do not lie on each other", () => {
  const made = dots(Array.from({ length: 60 }, (_, i) => [(i * 7) % 100, (i * 3) % 70]));
  made.counts = made.marks.map(() => 1);
  const found = made.gather(1);
  assert.ok(found.length < 60);
  const largest = [...found].sort((a, b) => b.marks - a.marks)[0];
  for (const other of found) {
    if (other === largest) continue;
    const apart = Math.hypot(largest.x - other.x, largest.y - other.y) * 2;
    assert.ok(apart >= 13, `${apart}`);
  }
});

test("a disc of two travellers has the colour of neither", () => {
  const a = { x: 0, y: 0, marks: 1, events: 2, traveller: 0, box: [0, 0, 0, 0] };
  mapapp.join(a, { x: 4, y: 2, marks: 3, events: 1, traveller: 1, box: [4, 2, 5, 2] });
  assert.deepEqual([a.x, a.y, a.marks, a.events, a.traveller], [3, 1.5, 4, 3, undefined]);
  assert.deepEqual([...a.box], [0, 0, 5, 2]);
});

test("a disc says what it holds, a dot what it is", () => {
  const made = dots([
    [0, 0],
    [0, 0],
  ]);
  assert.equal(made.words({ events: 5, marks: 2, first: 0 }), "5 events at 2 places; a click comes nearer");
  assert.equal(made.words({ events: 1, marks: 1, first: 0 }), "A, 1 event");
});
