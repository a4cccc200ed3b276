// Discs never touch; their labels tell the days of what is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const mapapp = page("standing.js", "label_spots.js", "sides.js", "symbols.js", "discs.js");

/**
 * @param {string} title
 * @param {number} lat
 * @param {number} lng
 * @param {object} more
 */
const mark = (title, lat, lng, more = {}) => ({ title, at: { lat, lng }, beside: [], label: "1", ...more });

const pixel = ({ lat, lng }) => ({ x: lng, y: lat });
const box = ({ at, left, right, shift: [x, y] }) => [
  at.lng + x - left,
  at.lat + y - 14,
  at.lng + x + right,
  at.lat + y + 14,
];

test("marks and other places on record at one point stand side by side", () => {
  const ghost = { event: 0, title: "A", at: [0, 0] };
  const [one, two] = mapapp.groups([mark("A", 0, 0), mark("A", 0, 0), mark("B", 9, 9)], [ghost]);
  assert.deepEqual([one.marks.length, one.ghosts.length, two.marks.length], [2, 1, 1]);
  assert.deepEqual([one.left, one.right], [14, 14 + 25 + 25]);
});

for (const [name, places] of Object.entries({
  "two capitals": [
    [0, 0],
    [10, 10],
  ],
  "the same point but for a pixel": [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ],
  "a crowd": Array.from({ length: 12 }, (_, i) => [7 * (i % 4), 9 * (i % 3)]),
})) {
  for (const label of ["1", "20 stays"]) {
    test(`${name} with '${label}': no disc touches another`, () => {
      const groups = mapapp.groups(
        places.map(([lat, lng], i) => mark(`${i}`, lat, lng, { label })),
        [],
      );
      mapapp.keepApart(groups, pixel);
      groups.forEach((a, i) => {
        for (const b of groups.slice(i + 1)) assert.ok(!mapapp.overlap(box(a), box(b)), `${a.shift} ${b.shift}`);
      });
      assert.deepEqual(plain(groups[0].shift), [0, 0]);
    });
  }
}

test("who has room is not moved", () => {
  const groups = mapapp.groups([mark("A", 0, 0), mark("B", 0, 100)], []);
  mapapp.keepApart(groups, pixel);
  assert.deepEqual(plain(groups.map(({ shift }) => shift)), [
    [0, 0],
    [0, 0],
  ]);
});

test("of all marks of a place the surest days are told; of some of them their own, each once", () => {
  const beside = [{ date: "27 Mar" }, { date: "about 27 Mar", dates: "27 Mar" }, { date: "4 Mar", dates: "27 Mar" }];
  const all = beside.map((own) => ({ ...own, beside }));
  assert.equal(mapapp.daysOf(all), "27 Mar");
  assert.equal(mapapp.daysOf(all.slice(1)), "about 27 Mar, 4 Mar");
  assert.equal(mapapp.daysOf([{ date: "2 Nov", beside: [0] }]), "2 Nov");
  const some = (...dates) => mapapp.daysOf(dates.map((date) => ({ date, beside: [0, 1, 2] })));
  assert.equal(some("27 Mar", "about 27 Mar"), "27 Mar"); // the surest, where a filter leaves some alone, too
  assert.equal(some("примерно 27 мар.", "27 мар."), "27 мар.");
  assert.equal(some("7 Mar", "27 Mar"), "7 Mar, 27 Mar");
  assert.equal(some("27 Mar", "27 Mar – 2 Apr"), "27 Mar, 27 Mar – 2 Apr");
  assert.equal(mapapp.daysOf([{ beside: [0] }]), "");
});

test("days of some marks of a place stand in order, and of what was called off only where nothing else is", () => {
  const marks = [
    { date: "2 Apr", since: "2025-04-02" },
    { date: "27 Mar", since: "2025-03-27" },
    { date: "4 Mar", since: "2025-03-04", status: "postponed" },
    { date: "1 Mar", since: "2025-03-01", status: "cancelled" },
  ];
  const some = (...shown) => mapapp.daysOf(shown.map((mark) => ({ ...marks[mark], beside: [0, 1, 2, 3, 4] })));
  assert.equal(some(0, 1), "27 Mar, 2 Apr");
  assert.equal(some(0, 2, 3), "2 Apr");
  assert.equal(some(2), "4 Mar");
  assert.equal(some(2, 3), "1 Mar, 4 Mar");
});

test("a disc that is wider for its letter takes its width beside others", () => {
  mapapp.compare({
    sides: [
      ["A", "First"],
      ["B", "Second"],
    ],
  });
  const summit = { symbol: "summit", letter: "A", label: "" };
  const [{ left, right }] = mapapp.groups([mark("A", 0, 0, { label: "B4", letter: "B" }), mark("A", 0, 0, summit)], []);
  const width = Number.parseInt(mapapp.disc(summit, 22).style.minWidth, 10);
  assert.ok(width > 22);
  assert.equal(right, left + width + 3);
  mapapp.compare({});
});

test("of more stops at a point than can stand beside each other one disc tells how many; it opens the first", () => {
  const stop = (traveller, more = {}) => mark("A", 0, 0, { traveller, events: [traveller], ...more });
  const five = Array.from({ length: 5 }, (_, i) => stop(i));
  assert.equal(mapapp.gathered(five).length, 5);
  const other = mark("A", 0, 0, { symbol: "summit", label: undefined });
  const [one, beside] = mapapp.gathered([...five, stop(5, { doubtful: true }), other]);
  assert.equal(one.label, "6 stays");
  assert.equal(one.traveller, undefined);
  assert.ok(one.doubtful);
  assert.deepEqual(plain(one.events), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(plain(one.gathered[0].events), [0]);
  assert.equal(beside, other);
  assert.equal(mapapp.spoken(one, []), "A, 6 stays, 6 events, place in doubt");
});

test("where many discs would have to be moved they are smaller, and where even so, smaller still", () => {
  const spread = (step) =>
    mapapp.groups(
      Array.from({ length: 30 }, (_, i) => mark(`${i}`, step * (i % 6), step * Math.floor(i / 6))),
      [],
    );
  assert.equal(mapapp.laidOut(spread(40), pixel), mapapp.ALL_SIZES[0]);
  assert.equal(mapapp.laidOut(spread(24), pixel), mapapp.ALL_SIZES[1]);
  assert.equal(mapapp.laidOut(spread(10), pixel), mapapp.ALL_SIZES[2]);
});
