// Names along lines stand where pictures have them, too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, page, points } from "./page.js";

const mapapp = page("standing.js", "label_spots.js", "along.js");

for (const { promise, line, size, inside, taken, crossed, at, angle } of cases("along.json")) {
  test(promise, () => {
    const spot = mapapp.along(line, size, inside, new mapapp.Near(taken), new mapapp.Near(points(crossed)));
    if (at === null) return assert.equal(spot, null);
    assert.ok(Math.hypot(spot.at[0] - at[0], spot.at[1] - at[1]) < 0.01, String(spot.at));
    assert.ok(Math.abs(spot.angle - angle) < 0.001);
  });
}

test("what a name takes reaches from its beginning to its end", () => {
  const { boxes } = mapapp.along(
    [
      [0, 100],
      [400, 100],
    ],
    [80, 16],
    [0, 0, 400, 200],
    new mapapp.Near(),
    new mapapp.Near(),
  );
  assert.ok(boxes[0][0] <= 165 && boxes[boxes.length - 1][2] >= 235);
});
