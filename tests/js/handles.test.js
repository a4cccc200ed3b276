// The two handles of the timeline: what a screen reader hears, where keys and a finger put them, and that they never cross.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const mapapp = page("days.js", "timeline/scale.js", "timeline/handles.js");
const DAYS = ["2025-03-25", "2025-03-26", "2025-03-27", "2025-03-28"];
const scale = new mapapp.TimeScale(
  DAYS.map((day) => mapapp.spanOf([day, day, day, day])),
  400,
);

const handles = (since = "", until = "") => {
  const moves = [];
  const shown = new mapapp.Handles(mapapp.el("div", ""), (days, done) => moves.push(plain({ ...days, done })));
  shown.show(scale, since, until);
  return [shown, moves];
};

test("at first they stand at both ends, and say their days", () => {
  const [shown] = handles();
  assert.deepEqual(
    plain(
      shown.thumbs.map(({ attributes, ariaValueText }) => [attributes.role, attributes["aria-label"], ariaValueText]),
    ),
    [
      ["slider", "First day shown", "Tuesday 25 March 2025"],
      ["slider", "Last day shown", "Friday 28 March 2025"],
    ],
  );
  assert.deepEqual(
    plain(shown.thumbs.map(({ ariaValueMin: min, ariaValueNow: now, ariaValueMax: max }) => [min, now, max])),
    [
      ["0", "0", "3"],
      ["0", "3", "3"],
    ],
  );
});

for (const [key, which, move] of [
  ["ArrowRight", 0, { since: "2025-03-27" }],
  ["ArrowUp", 0, { since: "2025-03-27" }],
  ["ArrowLeft", 0, { since: "" }],
  ["Home", 0, { since: "" }],
  ["End", 0, { since: "2025-03-27" }],
  ["PageUp", 0, { since: "2025-03-27" }],
  ["ArrowLeft", 1, { until: "2025-03-26" }],
  ["ArrowRight", 1, { until: "" }],
  ["End", 1, { until: "" }],
  ["Home", 1, { until: "2025-03-26" }],
  ["PageDown", 1, { until: "2025-03-26" }],
]) {
  test(`from 26 to 27 March ${key} moves the ${which ? "last" : "first"} day as far as the other lets it`, () => {
    const [shown, moves] = handles("2025-03-26", "2025-03-27");
    const met = shown.thumbs[which].meet("keydown", { key });
    assert.deepEqual(moves, [{ ...move, done: true }]);
    assert.ok(met.prevented);
  });
}

test("other keys are left alone", () => {
  const [shown, moves] = handles();
  assert.ok(!shown.thumbs[0].meet("keydown", { key: "Tab" }).prevented);
  assert.deepEqual(moves, []);
});

test("the range between them is marked from the first day to the end of the last", () => {
  const drawn = ({ track }) => [track.style.width, track.style["--since"], track.style["--until"]];
  assert.deepEqual(drawn(handles()[0]), [`${scale.width}px`, "0px", `${scale.width}px`]);
  const [, from, to] = drawn(handles("2025-03-26", "2025-03-26")[0]).map(Number.parseFloat);
  const [, column] = scale.columns;
  assert.ok(Math.abs(from - column.x) < 1 && Math.abs(to - column.x - column.width) < 1, `${from} ${to}`);
});

test("before there is anything to show a key moves nothing", () => {
  const moves = [];
  const shown = new mapapp.Handles(mapapp.el("div", ""), (days) => moves.push(days));
  shown.thumbs[0].meet("keydown", { key: "ArrowRight" });
  assert.deepEqual(moves, []);
});

test("days outside of the tour put the handles at its ends", () => {
  assert.deepEqual(plain(handles("2024-01-01", "2026-01-01")[0].ends), [0, 3]);
  assert.deepEqual(plain(handles("2026-01-01", "")[0].ends), [3, 3]);
  assert.deepEqual(plain(handles("", "2024-01-01")[0].ends), [0, 0]);
});

test("a finger moves a handle from column to column, and letting go is told once", () => {
  const [shown, moves] = handles();
  const [thumb] = shown.thumbs;
  thumb.setPointerCapture = () => {};
  shown.track.getBoundingClientRect = () => ({ left: 100 });
  thumb.meet("pointerdown", { pointerId: 1 });
  thumb.onpointermove({ clientX: 100 + scale.columns[2].x + 5 });
  thumb.onlostpointercapture();
  assert.equal(moves.length, 2);
  assert.equal(moves[0].done, false);
  assert.ok(["2025-03-26", "2025-03-27", "2025-03-28"].includes(moves[0].since), moves[0].since);
  assert.deepEqual(moves[1], { done: true });
  assert.equal(thumb.onpointermove, null);
});
