// Time under the map: busy days are wide, empty ones folded, and doubt is as wide as it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, page, plain } from "./page.js";

const mapapp = page("timeline/days.js", "timeline/scale.js", "timeline/marks.js");
/** @type {(...days: string[]) => string[]} */
const on = (...days) => (days.length === 1 ? [days[0], days[0], days[0], days[0]] : days);
const tour = [
  on("2025-03-04"),
  ...Array.from({ length: 6 }, () => on("2025-03-27")),
  on("2025-03-28"),
  ["2025-04-03", "2025-04-04", "2025-04-03", "2025-04-04"],
  ["2026-01-01", "2026-12-31"],
];
/** @param {string[][]} days @param {number} width */
const scaled = (days, width) => new mapapp.TimeScale(days.map(mapapp.spanOf), width);

for (const [name, days, since, until, possibly, surely] of cases("days.json")) {
  test(`within two days: ${name}`, () => {
    assert.equal(mapapp.inTime(days, { since, until, sure: false }), possibly);
    assert.equal(mapapp.inTime(days, { since, until, sure: true }), surely);
  });
}

test("each busy day has a column, empty stretches are folded, and a year of doubt is one column", () => {
  const scale = scaled(tour, 900);
  assert.deepEqual(plain(scale.columns.map(({ from, to }) => [mapapp.isoDay(from), to - from])), [
    ["2025-03-04", 1],
    ["2025-03-27", 1],
    ["2025-03-28", 1],
    ["2025-04-03", 1],
    ["2025-04-04", 1],
    ["2026-01-01", 365],
  ]);
  assert.equal(scale.folds().length, 3);
});

test("the busiest day is the widest, and what is far away squeezes nothing", () => {
  const { columns } = scaled(tour, 900);
  const widest = columns.reduce((a, b) => (b.width > a.width ? b : a));
  assert.equal(mapapp.isoDay(widest.from), "2025-03-27");
  assert.ok(columns[5].width < columns[1].width);
});

test("a scale is as wide as it is asked to be", () => {
  for (const width of [300, 640, 1100]) assert.ok(Math.abs(scaled(tour, width).width - width) < 1, String(width));
});

test("places follow time", () => {
  const scale = scaled(tour, 900);
  const days = ["2025-02-01", "2025-03-04", "2025-03-15", "2025-03-27", "2025-03-28", "2025-05-01", "2026-07-01"];
  const places = days.map((day) => scale.x(mapapp.dayNumber(day)));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
  assert.equal(places[0], 0);
  assert.equal(scale.x(mapapp.dayNumber("2030-01-01")), scale.width);
});

test("many days become months, many months years", () => {
  const every = Array.from({ length: 200 }, (_, i) => on(mapapp.isoDay(20000 + i * 3)));
  assert.equal(scaled(every, 900).unit, "month");
  const long = Array.from({ length: 600 }, (_, i) => on(mapapp.isoDay(5000 + i * 37)));
  assert.equal(scaled(long, 900).unit, "decade");
  assert.equal(scaled(long, 3000).unit, "year");
});

test("a doubt of a few days has narrow columns of its own, and one of months touches what it touches", () => {
  const { columns } = scaled([on("2025-03-27"), ["2025-03-26", "2025-03-28"], ["2025-01-01", "2025-12-31"]], 600);
  assert.deepEqual(plain(columns.map(({ weight }) => weight)), [0, 1, 0]);
  assert.ok(columns[1].width > 3 * columns[0].width);
});

test("columns are said by day, month and year as far as there is room", () => {
  const wide = scaled(tour, 1100);
  assert.deepEqual(plain(wide.columns.map((column) => wide.words(column))), [
    "Tue 4 March",
    "Thu 27 March",
    "Fri 28 March",
    "Thu 3 April",
    "Fri 4 April",
    "2026",
  ]);
  assert.deepEqual(plain(wide.below()), ["2025", "", "", "", "", ""]);
  const narrow = scaled([...tour, on("2025-03-29"), on("2025-03-30")], 340);
  assert.equal(narrow.words(narrow.columns[0]), "4");
  assert.equal(narrow.below()[0], "Mar");
  const doubtful = scaled([["2015-10-31", "2015-11-01"], on("2015-11-01"), on("2015-11-02")], 900);
  assert.deepEqual(plain(doubtful.below()), ["Oct", "2015", ""]);
});

test("dots of a day stand side by side in their order, and where there is no room they are one pile", () => {
  const lanes = tour.map(() => 0);
  const wide = mapapp.timeMarks(tour, lanes, scaled(tour, 900)).filter((/** @type {any} */ m) => m.end === m.x);
  const day = wide.slice(1, 7);
  assert.deepEqual(plain(day.map((/** @type {any} */ { events }) => events[0])), [1, 2, 3, 4, 5, 6]);
  for (let i = 1; i < day.length; i++) assert.ok(day[i].x - day[i - 1].x >= mapapp.TIGHT);
  const many = [...tour, ...Array.from({ length: 90 }, () => on("2025-03-27"))];
  const pile = mapapp
    .timeMarks(
      many,
      many.map(() => 0),
      scaled(many, 600),
    )
    .find((/** @type {any} */ m) => m.pile);
  assert.equal(pile.events.length, 96);
});

test("what is not known to a day is a bar as wide as the doubt, with its sure part", () => {
  const days = [on("2025-03-27"), ["2025-03-26", "2025-03-30", "2025-03-28", "2025-03-28"], on("2025-03-30")];
  const scale = scaled(days, 600);
  const bar = mapapp.timeMarks(days, [0, 0, 0], scale).find((/** @type {any} */ m) => m.end > m.x);
  assert.ok(Math.abs(bar.x - scale.x(mapapp.dayNumber("2025-03-26"))) <= 3);
  assert.ok(bar.core[0] >= bar.x && bar.core[1] <= bar.end);
});

test("bars of one lane never lie over each other", () => {
  const days = [
    ["2025-03-26", "2025-03-28"],
    ["2025-03-27", "2025-03-29"],
    ["2025-03-28", "2025-03-30"],
    on("2025-03-28"),
  ];
  const bars = mapapp.timeMarks(days, [0, 0, 0, 0], scaled(days, 600)).filter((/** @type {any} */ m) => m.end > m.x);
  assert.deepEqual(plain(bars.map((/** @type {any} */ { row }) => row)), [0, 1, 2]);
});
