// The picture of the timeline: its signs say what the other filters leave, and a click finds the mark under it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("bits.js", "sides.js", "days.js", "timeline/scale.js", "timeline/hours.js", "timeline/strip.js");
const cards = ["held", "postponed", "held"].map((status, traveller) => ({ status, traveller }));

const strip = () => {
  const made = new mapapp.Strip(mapapp.el("div", ""));
  made.marks = [
    { events: [0, 1], x: 10, end: 10 },
    { events: [2], x: 30, end: 90 },
  ];
  made.signs = made.marks.map(() => mapapp.el("span", ""));
  return made;
};
const all = [true, true, true];

test("a sign of several events says how many, one of a single event what became of it", () => {
  const shown = strip();
  shown.draw(cards, null, all, -1, 0);
  assert.equal(shown.signs[0].textContent, "2");
  assert.equal(shown.signs[0].dataset.status, "");
  assert.equal(shown.signs[1].dataset.status, "held");
  shown.draw(cards, mapapp.bits("Ag=="), all, -1, 0); // the second event alone
  assert.equal(shown.signs[0].textContent, "");
  assert.equal(shown.signs[0].dataset.status, "postponed");
  assert.equal(shown.signs[0].style["--sign"], "var(--traveller-1)");
  assert.equal(shown.signs[1].hidden, true);
});

test("what lies outside the days is dimmed, and comes back", () => {
  const shown = strip();
  shown.draw(cards, null, [false, true, false], -1, 0);
  assert.deepEqual(
    shown.signs.map((sign) => sign.className),
    ["", "outside"],
  );
  shown.draw(cards, null, all, -1, 0);
  assert.deepEqual(
    shown.signs.map((sign) => sign.className),
    ["", ""],
  );
});

test("the sign of the chosen event stands out, and no other", () => {
  const shown = strip();
  shown.draw(cards, null, all, 1, 40);
  assert.deepEqual(
    shown.signs.map((sign) => sign.className),
    ["chosen", ""],
  );
  assert.equal(shown.moment.style.left, "40px");
  shown.draw(cards, null, all, 2, 40);
  assert.deepEqual(
    shown.signs.map((sign) => sign.className),
    ["", "chosen"],
  );
});

test("it is laid out in columns with their days, folds between them, and a row of its own for what overlaps", () => {
  const days = ["2025-03-25", "2025-03-26", "2025-06-01"].map((day) => mapapp.spanOf([day, day, day, day]));
  const scale = new mapapp.TimeScale(days, 600);
  const shown = new mapapp.Strip(mapapp.el("div", ""));
  shown.lay(scale, [
    { events: [0], lane: 0, row: 0, x: 10, end: 10 },
    { events: [1], lane: 1, row: 0, x: 30, end: 90 },
    { events: [2], lane: 1, row: 2, x: 40, end: 80, core: [50, 60] },
  ]);
  const [dot, bar, lower] = shown.signs;
  assert.equal(shown.lanes.getAttribute("aria-hidden"), "true"); // the list says the same
  assert.equal(shown.lanes.style.width, `${scale.width}px`);
  assert.deepEqual(
    shown.signs.map((sign) => [sign.className, sign.style.left, sign.style.width]),
    [
      ["time-dot", "10px", undefined],
      ["time-bar", "30px", "60px"],
      ["time-bar", "40px", "40px"],
    ],
  );
  assert.match(dot.style.top, /\* 0 \+ 8px/);
  assert.match(bar.style.top, /\* 1 \+ 14px/);
  assert.ok(Number.parseFloat(lower.style.top.split("+ ")[1]) > 14);
  assert.equal(lower.style.height, `${10 / 3 - 1}px`);
  assert.deepEqual([lower.children[0].style.left, lower.children[0].style.width], ["10px", "10px"]);
  assert.equal(shown.lanes.all(".time-column").length, scale.columns.length);
  assert.equal(shown.lanes.all(".time-fold").length, 1);
  assert.match(shown.lanes.all(".time-column")[0].textContent, /25/);
});

test("a click on a sign finds its mark, one beside all signs none", () => {
  const shown = strip();
  assert.equal(shown.under({ target: shown.signs[1] }), shown.marks[1]);
  assert.equal(shown.under({ target: shown.lanes }), undefined);
});

test("a click on the name of a day finds its column", () => {
  const days = ["2025-03-25", "2025-03-26"].map((day) => mapapp.spanOf([day, day, day, day]));
  const scale = new mapapp.TimeScale(days, 600);
  const shown = strip();
  shown.lay(scale, []);
  assert.equal(shown.column({ target: shown.lanes.all(".time-column")[1].children[0] }), scale.columns[1]);
  assert.equal(shown.column({ target: shown.lanes }), undefined);
});

test("what is scrolled away lies beyond its edge", () => {
  const field = (scrollLeft) => [...mapapp.beyond({ scrollLeft, scrollWidth: 426, clientWidth: 278 })];
  assert.deepEqual(field(0), [0, 148]);
  assert.deepEqual(field(100), [100, 48]);
  assert.deepEqual(field(148.5), [148.5, 0]); // a fraction too far is no less than nothing
  assert.deepEqual([...mapapp.beyond({ scrollLeft: 0, scrollWidth: 284, clientWidth: 278 })], [0, 0]); // half a handle
});
