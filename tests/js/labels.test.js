// Names and days keep off each other; a name of a country may move as far as the zoom allows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("standing.js", "label_spots.js", "sides.js", "symbols.js", "discs.js");
const stop = { text: "A", kind: "stop", zoom: 0, gap: [14, 39], reach: 14 };

test("boxes that only touch do not overlap", () => {
  assert.ok(!mapapp.overlap([0, 0, 10, 10], [10, 0, 20, 10]));
  assert.ok(mapapp.overlap([0, 0, 10, 10], [9, 9, 20, 20]));
  assert.ok(mapapp.within([1, 1, 2, 2], [1, 1, 2, 2]));
});

for (const kind of ["stop", "ghost", "node", "end", "city", "beyond"]) {
  test(`no place of a ${kind}'s name lies over its own mark`, () => {
    for (const [x, y] of mapapp.labelSpots({ ...stop, kind, gap: [7, 7], reach: 7 }, 60, 17, 6)) {
      assert.ok(!mapapp.overlap([x, y, x + 60, y + 17], [-4.9, -4.9, 4.9, 4.9]), `${x},${y}`);
    }
  });
}

test("names of moved discs move along", () => {
  const [still] = mapapp.labelSpots(stop, 60, 17, 6);
  const [moved] = mapapp.labelSpots({ ...stop, shift: [30, -20] }, 60, 17, 6);
  assert.deepEqual([moved[0] - still[0], moved[1] - still[1]], [30, -20]);
});

test("a country's name tries its own place first, and wider around as one comes nearer", () => {
  const country = { text: "K", kind: "country", zoom: 3 };
  const far = mapapp.labelSpots(country, 100, 15, 3);
  const near = mapapp.labelSpots(country, 100, 15, 6);
  assert.deepEqual([...near[0]], [-50, -7.5]);
  assert.ok(Math.max(...far.map(([, y]) => Math.abs(y + 7.5))) <= 8);
  assert.ok(near.length > far.length);
});

for (const [side, offset] of Object.entries({
  right: [17, -8],
  left: [-77, -8],
  below: [-30, 15],
  above: [-30, -32],
})) {
  test(`days at a name ${side} of its disc never lie over the name`, () => {
    const name = [100, 100, 160, 117];
    for (const [x, y] of mapapp.daySpots(name, offset, 40, 14)) {
      const [left, top] = [100 + x - offset[0], 100 + y - offset[1]];
      assert.ok(!mapapp.overlap([left, top, left + 40, top + 14], name), `${x},${y}`);
    }
  });
}

test("a city that a node of the corridor names in another language is not named twice", () => {
  /** @type {(metres: number) => any} */
  const at = (metres) => ({ metres, distanceTo: (/** @type {any} */ other) => Math.abs(metres - other.metres) });
  const node = { text: "Tashkent", kind: "node", zoom: 4.5, at: at(7000) };
  const city = { text: "Taschkent", kind: "city", zoom: 3, at: at(0) };
  assert.ok(mapapp.alreadySaid([node], 5)(city));
  assert.ok(!mapapp.alreadySaid([node], 4)(city)); // the node is not named yet
  assert.ok(!mapapp.alreadySaid([node], 5)({ ...city, at: at(-6000) }));
  assert.ok(!mapapp.alreadySaid([{ ...node, kind: "stop" }], 5)(city));
  assert.ok(mapapp.alreadySaid([{ ...node, text: "Taschkent", at: at(90_000) }], 4)(city));
});
