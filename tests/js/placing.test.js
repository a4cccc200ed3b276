// A card stands whole in the map and never over a place that it speaks of.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("label_spots.js", "placing.js");
const plain = { size: [1100, 900], card: [376, 700], at: [550, 450], keep: [], rest: [], foot: 60 };

/** @param {any} asked */
const placed = (asked) => {
  const { left, top, pan } = mapapp.placeCard(asked);
  const [x, y] = [asked.at[0] + pan[0], asked.at[1] + pan[1]];
  return { box: [x + left, y + top, x + left + asked.card[0], y + top + asked.card[1]], pan, at: [x, y] };
};

for (const at of [
  [550, 450],
  [845, 520],
  [20, 30],
  [1090, 890],
  [300, 860],
  [700, 40],
]) {
  test(`whole in the map, with its point in sight, at ${at}`, () => {
    const { box, at: moved } = placed({ ...plain, at });
    assert.ok(mapapp.within(box, [0, 0, 1100, 840]), String(box));
    assert.ok(mapapp.within([...moved, ...moved], [0, 0, 1100, 900]));
    assert.ok(!mapapp.within([...moved, ...moved], box));
  });
}

for (const ghost of [
  [670, 145],
  [1000, 500],
  [700, 520],
  [845, 100],
  [845, 800],
]) {
  test(`the other place at ${ghost} stays in sight and uncovered`, () => {
    const { box, pan } = placed({ ...plain, at: [845, 520], keep: [ghost] });
    const point = [ghost[0] + pan[0], ghost[1] + pan[1]];
    assert.ok(!mapapp.within([...point, ...point], box));
    assert.ok(mapapp.within([...point, ...point], [0, 0, 1100, 900]));
  });
}

test("nothing moves where there is room, and the side without other stops is taken", () => {
  const { box, pan } = placed({ ...plain, card: [300, 200], rest: [[700, 450]] });
  assert.deepEqual([...pan].map(Math.abs), [0, 0]);
  assert.ok(!mapapp.within([700, 450, 700, 450], box));
});

test("a card beside a wide disc leaves it in sight", () => {
  for (const at of [
    [550, 450],
    [900, 450],
    [200, 450],
  ]) {
    const { side, left } = mapapp.placeCard({ ...plain, at, half: 34 });
    if (side === "right") assert.ok(left > 34);
    if (side === "left") assert.ok(left + plain.card[0] < -34);
  }
});
