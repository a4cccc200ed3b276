// Time under the map: busy days are wide, empty ones folded, and doubt is as wide as it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, page, plain } from "./page.js";

const mapapp = page("days.js", "timeline/scale.js", "timeline/hours.js", "timeline/marks.js");
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
  const first = (/** @type {string[][]} */ days, /** @type {number} */ width) => {
    const [{ from, to }] = scaled(days, width).columns;
    return [mapapp.isoDay(from), mapapp.isoDay(to)];
  };
  const every = Array.from({ length: 200 }, (_, i) => on(mapapp.isoDay(20000 + i * 3)));
  assert.deepEqual(first(every, 900), ["2024-10-01", "2024-11-01"]);
  const long = Array.from({ length: 600 }, (_, i) => on(mapapp.isoDay(5000 + i * 37)));
  assert.deepEqual(first(long, 900), ["1980-01-01", "1990-01-01"]);
  assert.deepEqual(first(long, 3000), ["1983-01-01", "1984-01-01"]);
  const old = Array.from({ length: 90 }, (_, i) => on(mapapp.isoDay(-700000 + i * 99)));
  assert.deepEqual(first(old, 900), ["0053-01-01", "0054-01-01"]);
});

/** @param {string} words six pixels a letter */
const measure = (words) => words.length * 6;
/** @type {[string, string[][]][]} */
const TOURS = [
  ["three days", Array.from({ length: 20 }, (_, i) => on(mapapp.isoDay(20000 + (i >> 3))))],
  ["three weeks", Array.from({ length: 21 }, (_, i) => on(mapapp.isoDay(20000 + i)))],
  [
    "thirteen months with a gap",
    Array.from({ length: 60 }, (_, i) => on(mapapp.isoDay(20000 + i * 4 + (i > 30 ? 160 : 0)))),
  ],
  ["fourteen days in as many years", Array.from({ length: 14 }, (_, i) => on(mapapp.isoDay(5600 + i * 400)))],
  ["a hundred and twenty years", Array.from({ length: 120 }, (_, i) => on(mapapp.isoDay(-25500 + i * 365)))],
  [
    "months of doubt",
    Array.from({ length: 9 }, (_, i) => [mapapp.isoDay(20000 + i * 90), mapapp.isoDay(20025 + i * 90)]),
  ],
];
for (const [name, days] of TOURS)
  test(`words under columns never lie over each other: ${name}`, () => {
    for (const width of [320, 700, 1100]) {
      const scale = scaled(days, width);
      let end = 0;
      scale.labels(measure).forEach((/** @type {string[]} */ [words], /** @type {number} */ i) => {
        const { x, width } = scale.columns[i];
        const left = x + width / 2 - measure(words) / 2;
        if (words) assert.ok(left >= end, `${words} at ${left}, after ${end}`);
        if (words) end = left + measure(words);
      });
      assert.ok(end > 0 && end <= scale.width);
    }
  });

test("a doubt of a few days has narrow columns of its own, and one of months touches what it touches", () => {
  const { columns } = scaled([on("2025-03-27"), ["2025-03-26", "2025-03-28"], ["2025-01-01", "2025-12-31"]], 600);
  assert.deepEqual(plain(columns.map(({ weight }) => weight)), [0, 1, 0]);
  assert.ok(columns[1].width > 3 * columns[0].width);
});

test("columns are said by day, month and year as far as there is room", () => {
  const said = (/** @type {string[][]} */ days, /** @type {number} */ width) =>
    plain(scaled(days, width).labels(measure));
  assert.deepEqual(said(tour, 1100), [
    ["Tue 4 March", "2025"],
    ["Thu 27 March", ""],
    ["Fri 28 March", ""],
    ["Thu 3 April", ""],
    ["Fri 4 April", ""],
    ["2026", ""],
  ]);
  const row = Array.from({ length: 9 }, (_, i) => on(`2025-03-1${i}`));
  assert.deepEqual(said(row, 320)[4], ["14", "Mar"]);
  assert.deepEqual(said([["2025-05-01", "2025-05-31"], ["2024-12-20", "2025-01-03"], on("2025-05-01")], 900), [
    ["20 Dec 2024\u2009–\u20093 Jan 2025", ""],
    ["Thu 1 May", "2025"],
  ]);
  assert.deepEqual(plain(mapapp.columnWords(...[1900, 1910].map((year) => Date.UTC(year) / 864e5))), ["1900s"]);
  assert.deepEqual(plain(mapapp.columnWords(...[4, 5].map((month) => Date.UTC(2025, month) / 864e5))), [
    "May 2025",
    "May",
  ]);
});

test("dots of a day stand side by side in their order, and where there is no room they are piles", () => {
  const lanes = tour.map(() => 0);
  const wide = mapapp.timeMarks(tour, lanes, scaled(tour, 900)).filter((/** @type {any} */ m) => m.end === m.x);
  const day = wide.slice(1, 7);
  assert.deepEqual(plain(day.map((/** @type {any} */ { events }) => events[0])), [1, 2, 3, 4, 5, 6]);
  for (let i = 1; i < day.length; i++) assert.ok(day[i].x - day[i - 1].x >= mapapp.TIGHT);
  const many = [...tour, ...Array.from({ length: 90 }, () => on("2025-03-27"))];
  const lanesOfMany = many.map(() => 0);
  const piles = (/** @type {number} */ width) =>
    mapapp.timeMarks(many, lanesOfMany, scaled(many, width)).filter((/** @type {any} */ m) => m.events.length > 1);
  const events = (/** @type {number} */ width) => piles(width).flatMap((/** @type {any} */ m) => m.events);
  assert.ok(piles(600).length > 3);
  const busy = [1, 2, 3, 4, 5, 6, ...[...many.keys()].slice(tour.length)];
  for (const width of [300, 600]) assert.deepEqual(plain(events(width)), busy);
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

test("what would be a sixth row of bars lies on the fifth, and none of it is lost", () => {
  const days = Array.from({ length: 30 }, (_, i) => [`2025-03-${10 + (i % 9)}`, "2025-03-20"]).sort();
  const lanes = days.map(() => 0);
  const bars = mapapp.timeMarks(days, lanes, scaled(days, 600));
  assert.equal(Math.max(...bars.map((/** @type {any} */ { row }) => row)), 4);
  const events = plain(bars.flatMap((/** @type {any} */ bar) => bar.events));
  assert.deepEqual(
    events.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b),
    [...days.keys()],
  );
});

test("an event of which no day is known has no sign", () => {
  const days = [on("2025-03-27"), ["0001-01-01", "9999-12-31"], on("2025-03-28")];
  const marks = mapapp.timeMarks(days, [0, 0, 0], scaled([days[0], days[2]], 600));
  assert.deepEqual(plain(marks.map((/** @type {any} */ { events }) => events)), [[0], [2]]);
});

/** @type {[days: string[], clock?: number[]][]} */
const CLOCKS = [
  [on("2025-05-05"), [480]], // 08:00
  [on("2025-05-05"), [510]],
  [on("2025-05-05"), [515]],
  [on("2025-05-05")], // no source says when
  [on("2025-05-05"), [1140, 1350]], // 19:00 to 22:30
  [
    ["2025-05-05", "2025-05-06", "2025-05-05", "2025-05-06"],
    [1260, 60],
  ], // 21:00 to 01:00
  [on("2025-05-07")],
];
/** @param {string} day that is shown alone @param {[days: string[], clock?: number[]][]} told */
const hourly = (day, told = CLOCKS) => {
  const days = told.map(([own]) => own);
  const clocked = told.map(([own, clock]) => mapapp.clocked(own, clock));
  const alone = (/** @type {number} */ at) => mapapp.hoursOf(clocked, at);
  const scale = new mapapp.TimeScale(days.map(mapapp.spanOf), 900, mapapp.dayNumber(day), alone);
  const lanes = days.map(() => 0);
  return { scale, marks: plain(mapapp.timeMarks(days, lanes, scale, clocked)), days };
};

test("a day that is shown alone is wide, and its events stand at their hours, as long as they last", () => {
  const { scale, marks } = hourly("2025-05-05");
  const [day] = scale.columns;
  assert.deepEqual(plain(day.hours), [7, 24]);
  assert.ok(day.width > 0.8 * scale.width);
  const hour = day.width / 17;
  const near = (/** @type {number} */ x, /** @type {number} */ at) => assert.ok(Math.abs(x - (at - 7) * hour) < 4);
  const of = (/** @type {number} */ event) => marks.find((/** @type {any} */ { events }) => events.includes(event));
  near(of(0).x, 8);
  near(of(4).x, 19);
  near(of(4).end, 22.5);
  near(of(5).x, 21);
  assert.ok(of(5).end > day.width - 4); // to midnight, and an hour of the next day
  assert.deepEqual(of(1).events, [1, 2]); // too near to be told apart
  assert.equal(of(3).core, undefined); // a band as wide as the doubt, nothing of it sure
  assert.ok(of(3).end - of(3).x > day.width - 7);
  const said = mapapp.hourWords(day).map((/** @type {string[]} */ [, words]) => words);
  assert.deepEqual(plain(said.slice(0, 2)), ["08:00", "09:00"]);
});

test("hours are shown of one day alone, and only where there are two clocks to tell apart", () => {
  const open = (/** @type {any} */ { scale }) => scale.columns.some((/** @type {any} */ { hours }) => hours);
  assert.ok(!open(hourly("")) && !open(hourly("2025-05-07")) && !open(hourly("2025-05-05", [CLOCKS[0], CLOCKS[6]])));
  assert.ok(open(hourly("", CLOCKS.slice(0, 4)))); // the only day of a tour
  assert.equal(mapapp.alone({ since: "2025-05-05", until: "2025-05-06" }), "");
});

test("a day is cut out of the month that it lies in", () => {
  /** @type {[days: string[], clock?: number[]][]} */
  const long = Array.from({ length: 200 }, (_, i) => [on(mapapp.isoDay(20000 + i * 3)), [480 + i]]);
  long.splice(101, 0, [long[100][0], [900]]);
  const { scale } = hourly(long[100][0][0], long);
  const at = scale.columns.findIndex((/** @type {any} */ { hours }) => hours);
  const { columns } = scale;
  assert.deepEqual([columns[at].from, columns[at].to], [20300, 20301]);
  assert.deepEqual([columns[at - 1].to, columns[at + 1].from], [20300, 20301]);
  assert.ok(Math.abs(scale.width - 900) < 1);
});

test("an evening that ends after midnight stands as a dot on its first day where hours are not shown", () => {
  const { marks } = hourly("");
  const evening = marks.find((/** @type {any} */ { events }) => events.includes(5));
  assert.equal(evening.end, evening.x);
});

test("playing comes to each hour of a day that is shown by its hours", () => {
  assert.deepEqual(plain(mapapp.momentsOf({ from: 3, to: 4, hours: [8, 10] })), [3 + 9 / 24, 3 + 10 / 24]);
  assert.deepEqual(plain(mapapp.momentsOf({ from: 3, to: 4 })), [4]);
});
