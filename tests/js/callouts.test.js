// Callouts stand where pictures have them, too, and go with what they are about.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, page, plain, points } from "./page.js";

const mapapp = page("standing.js", "label_spots.js", "callouts.js");
mapapp.isSet = (bits, event) => bits === null || ((bits[0] >> event) & 1) === 1;

for (const { promise, point, size, inside, taken, crossed, box } of cases("callouts.json")) {
  test(promise, () => {
    const spot = mapapp.calloutSpot(point, size, inside, new mapapp.Near(taken), new mapapp.Near(points(crossed)));
    assert.deepEqual(spot && plain(spot.box), box);
    if (spot) assert.ok(Math.hypot(spot.leader[0][0] - point[0], spot.leader[0][1] - point[1]) <= 20.001);
  });
}

test("a callout goes with its event, one about a stay with its mark, and one about a place stays", () => {
  const callouts = [
    { text: "event", at: [1, 2], event: 1 },
    { text: "stay", at: [1, 2], mark: 3 },
    { text: "place", at: [1, 2] },
  ];
  const left = (visible, alone) => plain(mapapp.calloutsLeft(callouts, visible, alone).map(({ text }) => text));
  assert.deepEqual(left(null, null), ["event", "stay", "place"]);
  assert.deepEqual(left([0], new Set()), ["place"]);
  assert.deepEqual(left([2], new Set([3])), ["event", "stay", "place"]);
});

test("the name of a stop may leave its own disc by a line, whatever the disc's width, and no other", () => {
  const [own, other] = [
    [-40, -14, 40, 14],
    [44, -14, 120, 14],
  ];
  const inside = [-300, -300, 300, 300];
  const [full, none] = [new mapapp.Near([inside]), new mapapp.Near()];
  assert.equal(mapapp.calloutSpot([0, 0], [60, 17], inside, full, none), null);
  const spot = mapapp.calloutSpot([0, 0], [60, 17], inside, new mapapp.Near([own, other]), none, own);
  assert.ok(![own, other].some((box) => mapapp.overlap(spot.box, box)));
});
