// The story: which scene is told, where keys lead, and how a way is drawn bit by bit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, page, plain } from "./page.js";

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

const ways = () => {
  const line = (whole) => ({
    whole,
    now: whole,
    getLatLngs: () => whole,
    setLatLngs(points) {
      this.now = points;
    },
  });
  const points = (lng) => [0, 10, 20].map((lat) => ({ lat, lng }));
  const legs = { drawn: [1, 2].map((leg) => [leg, line(points(leg))]), arrowsShown: 0, hidden: 0 };
  legs.arrows = { show: () => legs.hidden++ };
  legs.drawArrows = () => legs.arrowsShown++;
  return legs;
};

test("only the ways that were not there before are drawn as if they were travelled, and end whole with their arrows", () => {
  const legs = ways();
  const drawing = new mapapp.Drawing(legs);
  clock.now = 1000;
  drawing.start(new Set([1]));
  const [[, old], [, fresh]] = legs.drawn;
  assert.equal(old.now, old.whole);
  assert.deepEqual(plain([fresh.now.map(({ lat }) => lat), legs.hidden]), [[0, 0], 1]);
  clock.run(1000 + drawing.SECONDS * 500);
  assert.deepEqual(plain(fresh.now.map(({ lat }) => lat)), [0, 10, 10]);
  assert.equal(legs.arrowsShown, 0);
  clock.run(1000 + drawing.SECONDS * 1000);
  assert.equal(fresh.now, fresh.whole);
  assert.deepEqual([legs.arrowsShown, clock.waiting], [1, null]);
});

test("a scene that adds no way draws nothing anew, and one that is left early leaves its ways whole", () => {
  const legs = ways();
  const drawing = new mapapp.Drawing(legs);
  drawing.start(drawing.now());
  assert.deepEqual([legs.hidden, clock.waiting], [0, null]);
  clock.now = 0;
  drawing.start(new Set());
  drawing.end();
  for (const [, line] of legs.drawn) assert.equal(line.now, line.whole);
  assert.equal(clock.waiting, null);
});

test("a card has its place among the scenes, its words, its sources by number and its links", () => {
  const scene = { number: 2, title: "Almaty", text: "They met.", sources: [["Report, 2025", "https://example.org/a"]] };
  const links = [mapapp.el("a", "", "Map")];
  const [card] = mapapp.sceneCard(scene, 2, 3, links).children;
  assert.equal(card.attributes["aria-labelledby"], "scene-2");
  assert.equal(card.all("h2")[0].id, "scene-2");
  assert.deepEqual(
    card.all("p").map((part) => [part.className, part.textContent]),
    [
      ["place", "2 of 3"],
      ["told", "They met."],
      ["links", "Map"],
    ],
  );
  assert.equal(card.all("summary")[0].textContent, "1 source");
  const bare = mapapp.sceneCard({ ...scene, text: "", sources: [] }, 1, 1, []).children[0];
  assert.deepEqual([bare.all("details").length, bare.all(".told").length], [0, 0]);
});
