// What tells the two sides of a comparison apart: letters, shapes and colours. A single tour has none of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const load = () => page("text.js", "speech.js", "sides.js", "symbols.js", "legend.js", "card.js", "panel/list.js");
const BOTH = {
  sides: [
    ["A", "First"],
    ["B", "Second"],
  ],
  hues: [0, 0, 1],
};

test("travellers of one side share its colour, and so do events that belong to nobody", () => {
  const mapapp = load();
  mapapp.compare(BOTH);
  assert.deepEqual(
    [0, 1, 2].map((traveller) => mapapp.hue({ traveller })),
    ["--traveller-0", "--traveller-0", "--traveller-1"],
  );
  assert.equal(mapapp.hue({ letter: "B" }), "--traveller-1");
  assert.equal(mapapp.hue({ traveller: null }), "--other-event");
});

test("a single tour keeps a colour for each traveller and has no titles of sides", () => {
  const mapapp = load();
  mapapp.compare({});
  assert.deepEqual(
    [0, 1, 8].map((traveller) => mapapp.hue({ traveller })),
    ["--traveller-0", "--traveller-1", "--traveller-1"],
  );
  assert.equal(mapapp.sideTitle(undefined), null);
  assert.equal(mapapp.sideTitle("A"), null);
});

test("a disc of the second side has another shape, and a symbol has the letter of its side", () => {
  const mapapp = load();
  mapapp.compare(BOTH);
  assert.ok(mapapp.disc({ label: "B1", letter: "B" }, 28).className.includes("second"));
  assert.ok(!mapapp.disc({ label: "A1", letter: "A" }, 28).className.includes("second"));
  assert.equal(mapapp.disc({ symbol: "summit", letter: "A" }, 28).textContent, "A★");
});

test("the legend has a heading for each side that is shown, once", () => {
  const mapapp = load();
  mapapp.compare(BOTH);
  const marks = [
    { traveller: 0, letter: "A", label: "A1 · 3", number: 1 },
    { traveller: 1, letter: "A", label: "A1" },
    { traveller: 2, letter: "B", label: "B1" },
  ];
  const words = { stops: "{name}, stops", stop: "{name}, stop" };
  const rows = mapapp.legendOfTravellers({ marks, legs: [] }, ["K", "V", "J"], words, false);
  assert.deepEqual(plain(rows.map(([, said]) => said)), ["A: First", "K, stop", "V, stop", "B: Second", "J, stop"]);
  assert.equal(rows[1][0].textContent, "A1");
});

test("a card says which side it is on, that of a single tour says nothing", () => {
  const mapapp = load();
  mapapp.compare(BOTH);
  const card = { id: "b.e", title: "T", place: "P", status: "held", when: "W", letter: "B" };
  assert.ok(mapapp.cardSection(card, []).textContent.includes("B: Second"));
  mapapp.compare({});
  assert.ok(!mapapp.cardSection(card, []).textContent.includes("Second"));
});

test("what a screen reader is told names the side of what belongs to nobody", () => {
  const mapapp = load();
  mapapp.compare(BOTH);
  assert.equal(mapapp.spoken({ title: "Samarkand", symbol: "summit", letter: "A" }, []), "Samarkand, A: First");
  assert.equal(
    mapapp.spoken({ title: "Ashgabat", traveller: 2, letter: "B", label: "B6" }, ["K", "V", "J"]),
    "Ashgabat, J, stop B6",
  );
});

test("days of travel of the second side stand under those of the first, whatever their dates", () => {
  const mapapp = page("text.js", "speech.js", "sides.js", "days.js");
  mapapp.compare({ ...BOTH, starts: ["2025-03-27", "2015-10-29"] });
  const cards = [{ letter: "A" }, { letter: "B" }, { letter: "B" }];
  const days = [
    ["2025-03-27", "2025-03-28"],
    ["2015-10-29", "2015-10-29", "2015-10-29", "2015-10-29"],
    ["2015-11-01", "2015-11-02"],
  ];
  assert.deepEqual(plain(mapapp.aligned(cards, days, "travel")), [
    ["2025-03-27", "2025-03-28"],
    ["2025-03-27", "2025-03-27", "2025-03-27", "2025-03-27"],
    ["2025-03-30", "2025-03-31"],
  ]);
  assert.equal(mapapp.aligned(cards, days, "date"), days);
  mapapp.compare({ ...BOTH, starts: ["2025-03-27", ""] });
  assert.equal(mapapp.aligned(cards, days, "travel"), days);
});

test("a day of travel is counted from 1, the day before it is −1", () => {
  const mapapp = page("text.js", "speech.js", "sides.js", "days.js");
  const one = mapapp.dayNumber("2025-03-27");
  assert.equal(mapapp.travelWords(one, one + 1, one)[0], "Day 1");
  assert.match(mapapp.travelWords(one - 1, one, one)[0], /^Day [-−]1$/);
  assert.equal(mapapp.travelWords(one + 1, one + 4, one)[0], "Days 2 to 4");
});

test("ways of the second side are told without their colour, whatever is known of their mode", () => {
  const mapapp = load();
  mapapp.compare(BOTH);
  assert.deepEqual([0, 1, 2, null].map(mapapp.isSecond), [false, false, true, false]);
  const strokes = ["unknown", "air"].flatMap((mode) => [false, true].map((second) => mapapp.strokesOf(mode, second)));
  assert.equal(new Set(strokes).size, 4);
  mapapp.compare({});
  assert.equal(mapapp.isSecond(1), false);
});

test("the legend tells the ways of each side below its travellers", () => {
  const mapapp = load();
  mapapp.compare(BOTH);
  const marks = ["A", "B"].map((letter, i) => ({ letter, traveller: 2 * i, number: "1", symbol: "stop" }));
  const legs = [0, 2].map((traveller) => ({ mode: "unknown", traveller, from: 0, to: 1 }));
  const legend = { "way-unknown": "Way", stops: "{name}", stop: "{name}" };
  const rows = mapapp.legendOfTour({ marks, legs, ghosts: [] }, { travellers: ["K", "V", "J"], legend }, false, false);
  assert.deepEqual(plain(rows.map(([, words]) => words)), ["A: First", "K", "Way", "B: Second", "J", "Way"]);
  assert.notEqual(rows[2][0].children[0].className, rows[5][0].children[0].className);
});
