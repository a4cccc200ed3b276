// The story: which scene is told, where keys lead, and how a way is drawn bit by bit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const mapapp = page("text.js", "untold.js", "story/scenes.js", "story/drawing.js");

test("the scene that is told is the last that has come across the line, and the first before any has", () => {
  const starts = [100, 700, 1300];
  assert.equal(mapapp.sceneAt(starts, 0), 0);
  assert.equal(mapapp.sceneAt(starts, 699), 0);
  assert.equal(mapapp.sceneAt(starts, 700), 1);
  assert.equal(mapapp.sceneAt(starts, 9999), 2);
  assert.equal(mapapp.sceneAt([], 5), 0);
});

for (const [key, to] of [
  ["ArrowRight", 3],
  ["PageDown", 3],
  ["ArrowLeft", 1],
  ["PageUp", 1],
  ["Home", 0],
  ["End", 4],
  ["ArrowDown", null],
  ["a", null],
]) {
  test(`${key} leads from the third of five scenes to ${to}`, () => {
    assert.equal(mapapp.sceneByKey(key, 2, 5, false), to);
  });
}

test("keys stop at both ends, and arrows follow the lines of the language", () => {
  assert.equal(mapapp.sceneByKey("ArrowRight", 4, 5, false), 4);
  assert.equal(mapapp.sceneByKey("ArrowLeft", 0, 5, false), 0);
  assert.equal(mapapp.sceneByKey("ArrowLeft", 2, 5, true), 3);
  assert.equal(mapapp.sceneByKey("ArrowRight", 2, 5, true), 1);
  assert.equal(mapapp.sceneByKey("PageDown", 2, 5, true), 3);
});

test("a way grows from its beginning, between its points too, and ends whole", () => {
  const line = [
    { lat: 0, lng: 0 },
    { lat: 0, lng: 10 },
    { lat: 20, lng: 10 },
  ];
  assert.deepEqual(plain(mapapp.partOf(line, 0)), [
    { lat: 0, lng: 0 },
    { lat: 0, lng: 0 },
  ]);
  assert.deepEqual(plain(mapapp.partOf(line, 0.75)), [
    { lat: 0, lng: 0 },
    { lat: 0, lng: 10 },
    { lat: 10, lng: 10 },
  ]);
  assert.deepEqual(plain(mapapp.partOf(line, 1)), line);
});
