// Signs and names stay on the map while they are wanted, in their order; what is in the way is found by where it lies.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("label_spots.js", "standing.js");

/** A group that remembers what it was told. */
function group() {
  const told = [];
  return {
    told,
    on: () => {},
    addLayer: ({ name }) => told.push(`+${name}`),
    removeLayer: ({ name }) => told.push(`-${name}`),
  };
}
const wanted = (...names) => new Map(names.map((name) => [name, () => ({ name })]));

test("only what changes is added and taken away", () => {
  const { told, ...layers } = group();
  const standing = new mapapp.Standing(layers);
  standing.show(wanted("a", "b"));
  standing.show(wanted("b", "c"));
  standing.show(wanted("b", "c"));
  assert.deepEqual(told, ["+a", "+b", "-a", "+c"]);
  standing.show(new Map());
  assert.deepEqual(told.slice(4), ["-b", "-c"]);
});

test("what comes back stands in the document before what follows it", () => {
  const row = [];
  const layer = (name) => {
    const element = {
      before: (other) => {
        row.splice(row.indexOf(other), 1);
        row.splice(row.indexOf(element), 0, other);
      },
      compareDocumentPosition: (other) => (row.indexOf(element) < row.indexOf(other) ? 4 : 2),
    };
    return { name, element, getElement: () => element };
  };
  const layers = {
    on: () => {},
    addLayer: ({ element }) => row.push(element),
    removeLayer: ({ element }) => row.splice(row.indexOf(element), 1),
  };
  const standing = new mapapp.Standing(layers);
  const made = Object.fromEntries(["a", "b", "c"].map((name) => [name, layer(name)]));
  const show = (...names) => standing.show(new Map(names.map((name) => [name, () => made[name]])));
  show("b");
  show("a", "b", "c");
  assert.deepEqual(
    row.map((element) => Object.values(made).find((each) => each.element === element)?.name),
    ["a", "b", "c"],
  );
});

test("what lies over a box is found wherever it lies, and an edge that only touches is not over it", () => {
  let seed = 7;
  const next = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return (seed % 2000) / 4 - 200;
  };
  const boxes = Array.from({ length: 60 }, () => {
    const [x, y] = [next(), next()];
    return [x, y, x + Math.abs(next()) / 4, y + Math.abs(next()) / 4];
  });
  const near = new mapapp.Near(boxes);
  for (let i = 0; i < 200; i++) {
    const [x, y] = [next(), next()];
    const box = [x, y, x + 30, y + 20];
    assert.equal(
      near.hit(box),
      boxes.some((other) => mapapp.overlap(box, other)),
    );
  }
  const one = new mapapp.Near([[64, 0, 128, 64]]);
  assert.deepEqual([one.hit([0, 0, 64, 64]), one.hit([127, 63, 300, 300])], [false, true]);
});

test("each point in a box is counted once", () => {
  const points = new mapapp.Near([
    [10, 10, 10, 10],
    [64, 64, 64, 64],
    [500, 10, 500, 10],
    [0, 0, 0, 0],
  ]);
  assert.equal(points.count([0, 0, 200, 200]), 2); // the one in the corner touches an edge
});
