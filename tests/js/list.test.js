// The list: events and stops without one in order of time, under their days, with the marks that the map has.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("text.js", "sides.js", "symbols.js", "panel/list.js");
const event = {
  id: "a",
  title: "Talks",
  place: "Almaty",
  status: "held",
  heading: "28 March",
  label: "2",
  symbol: "stop",
  traveller: 0,
};
const events = [
  event,
  { ...event, id: "b", label: "", symbol: "summit", status: "announced", heading: "3 April", traveller: null },
];
const visits = [{ ...event, id: "visit:v", title: "Official visit", heading: "27 March", label: "1" }];

const list = (picked = () => {}) => {
  const box = mapapp.el("div", "list");
  return new mapapp.EventList(box, { events, visits, order: [2, 0, 1] }, picked);
};

test("stops without an event stand between the events, each under its day", () => {
  const shown = list();
  shown.show(() => true, 1);
  assert.deepEqual(
    shown.box.children.map((child) => child.textContent),
    ["27 March", "1AlmatyOfficial visit", "28 March", "2AlmatyTalks", "3 April", "★Almaty · announcedTalks"],
  );
});

test("only what is left is shown, and the same key is not drawn again", () => {
  const shown = list();
  shown.show((index) => index === 1, "a");
  assert.deepEqual(
    shown.box.all("button").map((button) => button.dataset.id),
    ["b"],
  );
  shown.show(() => true, "a");
  assert.equal(shown.box.all("button").length, 1);
});

test("a click selects, a second one takes it back", () => {
  const told = [];
  const shown = list((id) => told.push(id));
  shown.show(() => true, 1);
  const [, button] = shown.box.all("button");
  button.listeners.click();
  assert.equal(button.attributes["aria-pressed"], "true");
  button.listeners.click();
  assert.deepEqual(told, ["a", ""]);
});

test("signs have the form of the marks: hollow what is announced, dashed around what is in doubt", () => {
  const sign = (card) => mapapp.listSign({ ...event, ...card }).className;
  assert.equal(sign({}), "disc of-stop held small");
  assert.equal(sign({ status: "announced" }), "disc of-stop open small");
  assert.equal(sign({ status: "postponed", symbol: "event", label: "" }), "disc of-event off small");
  assert.equal(sign({ doubt: [{}] }), "disc of-stop held doubtful small");
});

test("a pencil for those who may write opens the entry, and does not select it", () => {
  const told = [];
  const shown = list((id) => told.push(`picked ${id}`));
  shown.show(() => true, 1);
  assert.equal(shown.box.all(".pencil").length, 0);
  shown.edit = (id) => told.push(`edited ${id}`);
  shown.show(() => true, 2);
  const pencils = shown.box.all(".pencil");
  assert.equal(pencils.length, 3);
  for (const pencil of pencils) assert.match(pencil.attributes["aria-label"], /^Open in the editor: \w/);
  pencils[0].listeners.click({ stopPropagation: () => {} });
  assert.deepEqual(told, ["edited visit:v"]);
});

test("the line says how many answers are on record", () => {
  const words = mapapp.listMeta({ ...event, hour: "evening", on_record: ["2 places on record"] });
  assert.equal(
    words.map((piece) => piece?.textContent ?? piece ?? "").join(""),
    "Almaty · evening · 2 places on record",
  );
});
