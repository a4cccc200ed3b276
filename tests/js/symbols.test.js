// What signs look like and say: discs of stops and events, and the kinds of a corridor's nodes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const mapapp = page("text.js", "sides.js", "symbols.js");

for (const [mark, said] of [
  [{ title: "Almaty", traveller: 0, label: "3", events: [1, 2] }, "Almaty, Ada Rivers, stop 3, 2 events"],
  [{ title: "Almaty", traveller: 0, label: "1 · 4" }, "Almaty, Ada Rivers, stop 1 · 4"],
  [{ title: "Almaty", traveller: 0, label: "20 stays", status: "held" }, "Almaty, Ada Rivers, 20 stays, held"],
  [{ title: "Expo", events: [1], status: "postponed" }, "Expo, 1 event, postponed"],
  [{ title: "Alat", traveller: 0, label: "2", doubtful: true }, "Alat, Ada Rivers, stop 2, place in doubt"],
]) {
  test(`a screen reader hears: ${said}`, () => assert.equal(mapapp.spoken(mark, ["Ada Rivers"]), said));
}

for (const [mark, classes] of [
  [{ label: "1" }, ["disc", "of-stop", "held"]],
  [{ symbol: "event", status: "cancelled" }, ["disc", "of-event", "off"]],
  [{ symbol: "summit", status: "confirmed" }, ["disc", "of-summit", "open"]],
  [{ label: "1", doubtful: true }, ["disc", "of-stop", "held", "doubtful"]],
  [{ label: "20 stays" }, ["disc", "of-stop", "held", "many", "small", "wide"]],
]) {
  test(`a disc of ${JSON.stringify(mark)} is ${classes.slice(1).join(", ")}`, () => {
    assert.deepEqual(mapapp.disc(mark, 28).classes, classes);
  });
}

test("small discs are small, and an event outside of the stops has a sign for a number", () => {
  assert.ok(mapapp.disc({ label: "1" }, 22).classes.includes("small"));
  assert.equal(mapapp.disc({ symbol: "summit" }, 22).textContent, "★");
  assert.equal(mapapp.disc({ symbol: "event" }, 22).textContent, "◆");
});

test("what was put off has its stroke alone, or its number", () => {
  for (const status of ["postponed", "cancelled"]) {
    assert.equal(mapapp.disc({ symbol: "summit", status }, 22).textContent, "");
    assert.equal(mapapp.disc({ symbol: "event", status, letter: "B" }, 22).textContent, "B");
    assert.equal(mapapp.disc({ label: "3", status }, 22).textContent, "3");
  }
});

test("a place that no source states looks other than one that a source does", () => {
  assert.deepEqual(mapapp.ghostSign(false, 22).classes, ["disc", "ghost", "small"]);
  assert.deepEqual(mapapp.ghostSign(true, 22).classes, ["disc", "ghost", "small", "unstated"]);
});

for (const [kinds, sign] of [
  [["port"], ["port"]],
  [["station", "border-crossing"], ["border-crossing"]],
  [
    ["border-crossing", "gauge-change"],
    ["border-crossing", "gauge-change"],
  ],
  [["station", "gauge-change"], ["gauge-change"]],
  [["gauge-change", "dry-port"], ["gauge-change"]],
  [[], []],
  [["bridge"], []],
]) {
  test(`a node that is ${kinds.join(" and ") || "nothing"} is drawn as ${sign.join(" and ") || "nothing"}`, () => {
    assert.deepEqual(plain(mapapp.nodeKinds({ kinds })), sign);
  });
}

test("nodes come with zoom: those with a name first, then where goods change, then stations, then the rest", () => {
  const from = (kinds, named = false) => mapapp.nodeFrom({ kinds, named });
  assert.deepEqual(
    [from(["junction"], true), from(["port"]), from(["gauge-change"]), from(["station"]), from(["junction"])],
    [4, 5, 5, 6, 7],
  );
  assert.deepEqual([mapapp.nodeFromOnWay({ kinds: ["port"] }), mapapp.nodeFromOnWay({ kinds: ["station"] })], [0, 4]);
});

test("each kind has its words, and one that is none of ours is said as it stands", () => {
  assert.deepEqual(plain(mapapp.NODE_KINDS.map(mapapp.kindName)), [
    "port",
    "border crossing",
    "gauge change",
    "dry port",
    "station",
    "junction",
  ]);
  assert.equal(mapapp.kindName("rail-ferry"), "rail ferry");
});
