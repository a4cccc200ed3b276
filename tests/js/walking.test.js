// By keyboard the marks of the map are one stop of the page: arrows lead round them, Enter and space open one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const mapapp = page("walking.js");

for (const [key, to] of [
  ["ArrowRight", 4],
  ["ArrowDown", 4],
  ["ArrowLeft", 2],
  ["ArrowUp", 2],
  ["Home", 0],
  ["End", 4],
  ["Enter", null],
  ["PageDown", null],
]) {
  test(`${key} leads from the fourth of five marks to ${to}`, () => {
    assert.equal(mapapp.nextMark(key, 3, 5), to);
  });
}

test("behind the last mark comes the first, and before the first the last", () => {
  assert.equal(mapapp.nextMark("ArrowRight", 4, 5), 0);
  assert.equal(mapapp.nextMark("ArrowUp", 0, 5), 4);
  assert.equal(mapapp.nextMark("ArrowRight", 0, 1), 0);
});

test("Enter and space open, once and without moving the map; other keys are left to whoever hears them", () => {
  let opened = 0;
  const mark = mapapp.el("div", "");
  mapapp.onEnter(mark, () => {
    opened += 1;
  });
  for (const key of ["Enter", " "]) {
    const met = mark.meet("keydown", { key });
    assert.ok(met.prevented && met.stopped);
  }
  const met = mark.meet("keydown", { key: "ArrowRight" });
  assert.equal(opened, 2);
  assert.ok(!met.prevented && !met.stopped);
});

const walked = (...classes) => {
  const box = mapapp.el("div", "");
  box.append(...classes.map((name) => mapapp.el("div", name)));
  box.querySelectorAll = () => [...box.children];
  return [box, new mapapp.Walking(box)];
};

test("the keyboard stops once for all marks: at the first, or at the one that was met last", () => {
  const [box, walking] = walked("stop", "stop", "stop");
  assert.deepEqual(
    box.children.map((mark) => [mark.tabIndex, mark.getAttribute("role")]),
    [
      [0, "button"],
      [-1, "button"],
      [-1, "button"],
    ],
  );
  walking.rove(box.children[2]);
  walking.rove(); // the map has drawn itself anew
  assert.deepEqual(
    box.children.map((mark) => mark.tabIndex),
    [-1, -1, 0],
  );
});

test("stops come first, then ways, then nodes of corridors", () => {
  const [, walking] = walked("node-icon", "arrow-icon", "stop");
  assert.deepEqual(plain(walking.marks().map((mark) => mark.className)), ["stop", "arrow-icon", "node-icon"]);
});

test("an arrow moves to the next mark, but not with Ctrl, Alt or Meta, which belong to the browser", () => {
  const [box, walking] = walked("stop", "stop");
  let focused = -1;
  box.children.forEach((mark, index) => {
    mark.focus = () => {
      focused = index;
    };
  });
  const press = (keys) => {
    const event = { target: box.children[0], preventDefault() {}, stopPropagation() {}, ...keys };
    walking.key(event);
  };
  for (const held of ["ctrlKey", "altKey", "metaKey"]) press({ key: "ArrowRight", [held]: true });
  assert.equal(focused, -1);
  press({ key: "ArrowRight" });
  assert.equal(focused, 1);
  focused = -1;
  press({ key: "ArrowRight", target: mapapp.el("button", "") }); // a button of the map, which is no mark
  assert.equal(focused, -1);
});
