// Cards open for marks: the first that the view leaves, with what stands beside it, and the words that are missing are told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const mapapp = page("text.js", "sides.js", "card.js", "popup.js", "leg_card.js");
const latLng = (lat, lng) => ({ lat, lng });
const card = (id, more = {}) => ({ id, title: id, place: "Almaty", status: "held", when: "28 March", ...more });
const words = {
  events: [card("talks", { cites: [[1, ""]] }), card("lunch"), card("walk")],
  visits: [card("visit:v", { title: "Official visit" })],
  legs: [{ title: "Almaty to Astana", facts: [["Mode", "air"]], cites: [[1, "page 2"]] }],
  sources: [{ title: "Report", publisher: "Bureau", url: "", published: "", lacking: "" }],
};
mapapp.cards = async (data) => {
  if (data.broken) throw new Error("offline");
  return words;
};
const notices = [];
mapapp.notice = (_, said) => notices.push(said);

const opened = ({ visible = [0, 1, 2, 3], broken = false, near = [] } = {}) => {
  const [shown, told, heard] = [[], [], {}];
  const map = { on: (name, call) => Object.assign(heard, { [name]: call }), closePopup: () => told.push("closed") };
  const box = { map, open: (at, node, opening) => shown.push({ at, node, opening }) };
  const data = { ids: ["talks", "lunch", "walk", "visit:v"], ghosts: [{ event: 0, at: [71, 51] }], broken };
  const cardsOf = ({ events = [], visits = [] }) => [...events, ...visits].filter((index) => visible.includes(index));
  const corridors = { near: () => near, loading: new Set() };
  const popup = new mapapp.Popup(box, data, cardsOf, corridors, (id) => told.push(id));
  return { popup, shown, told, heard, box, data };
};
const other = { at: latLng(43, 77), events: [2] };
const mark = { at: latLng(43, 77), events: [0, 1], element: "the mark" };
mark.beside = other.beside = [mark, other]; // all that stand at one point, itself among them

test("the first card that the view leaves opens, with what else is at its place", async () => {
  const { popup, shown, told } = opened({ visible: [1, 2] });
  await popup.open(mark);
  assert.deepEqual(told, ["lunch"]);
  assert.equal(popup.selected, "lunch");
  const [{ node, opening }] = shown;
  assert.equal(node.all("h2")[0].textContent, "lunch");
  assert.deepEqual(
    node.all(".to-section").map((button) => button.textContent),
    ["walk"],
  );
  assert.equal(opening.label, "lunch, Almaty");
  assert.equal(opening.opener(), "the mark");
});

test("a mark of which the view leaves nothing opens nothing", async () => {
  const { popup, shown, told } = opened({ visible: [] });
  await popup.open(mark);
  assert.deepEqual([shown, told], [[], []]);
});

test("an event that is chosen elsewhere opens at its mark, and one that is gone closes the card", async () => {
  const { popup, shown, told } = opened();
  await popup.select("walk", [mark, other]);
  assert.equal(shown[0].node.all("h2")[0].textContent, "walk");
  assert.equal(shown[0].node.all(".more-words").length, 0); // whole, unless a short one was asked for
  await popup.select("no such event", [mark]);
  assert.deepEqual(told, ["closed"]);
});

test("what else is at the place opens in place of the card, for the keyboard too", async () => {
  const { popup, shown, told } = opened();
  await popup.open(mark);
  shown[0].node.all(".to-section")[1].meet("click");
  await new Promise(setImmediate);
  assert.equal(shown[1].node.all("h2")[0].textContent, "walk");
  assert.equal(shown[1].opening.focus, true);
  assert.deepEqual([popup.selected, told.at(-1)], ["walk", "walk"]);
});

test("a stop without an event has a card, too", async () => {
  const { popup, shown } = opened();
  await popup.select("visit:v", [{ at: latLng(43, 77), visits: [3], beside: [] }]);
  assert.equal(shown[0].node.all("h2")[0].textContent, "Official visit");
});

test("the other places on record stay in sight beside the card", async () => {
  const { popup, shown } = opened();
  await popup.open(mark);
  assert.deepEqual(plain(shown[0].opening.keep), [{ lat: 51, lng: 71 }]);
});

test("how far a corridor lies is told of a place, not of an area", async () => {
  const { popup, shown } = opened({ near: ["12 km from the Middle Corridor"] });
  await popup.open(mark);
  await popup.open({ ...mark, area: true });
  assert.deepEqual(
    shown.map(({ node }) => node.all(".near").length),
    [1, 0],
  );
});

test("closing the card tells that nothing is chosen, opening another one does not", async () => {
  const { popup, told, heard, box } = opened();
  await popup.open(mark);
  box.opening = true;
  heard.popupclose();
  assert.equal(popup.selected, "talks");
  box.opening = false;
  heard.popupclose();
  assert.deepEqual([popup.selected, told.at(-1)], ["", ""]);
});

test("words that cannot be loaded are told, and asked for again at the next click", async () => {
  const { popup, shown, data } = opened({ broken: true });
  data.cards = "a promise that failed";
  await popup.open(mark);
  assert.deepEqual(shown, []);
  assert.match(notices.at(-1), /could not be loaded/);
  assert.equal(data.cards, undefined);
});

test("a short callout has a button for the rest where there is room, a sheet has the whole card", async () => {
  for (const [narrow, buttons] of [
    [false, 1],
    [true, 0],
  ]) {
    const { popup, shown, box } = opened();
    box.narrow = narrow;
    await popup.select("talks", [mark], true);
    assert.equal(shown[0].node.all(".more-words").length, buttons, String(narrow));
  }
});

test("a leg says its facts and sources, and the keyboard comes back to where it was", async () => {
  const { box, shown, data } = opened();
  await mapapp.openLeg(box, data, 0, latLng(47, 74), [latLng(43, 77)], () => "the arrow");
  await mapapp.openLeg(box, data, 0, latLng(47, 74), [], null);
  const [byKey, byMouse] = shown;
  assert.equal(byKey.node.all("h2")[0].textContent, "Almaty to Astana1");
  assert.equal(byKey.node.all(".fact")[0].textContent, "Mode: air");
  assert.equal(byKey.node.all(".source")[0].textContent, "1 Bureau, Report");
  assert.deepEqual([byKey.opening.focus, byKey.opening.opener()], [true, "the arrow"]);
  assert.deepEqual([byMouse.opening.focus, byMouse.opening.opener], [false, undefined]);
});

test("a card keeps off the places that its words name, not off its own and not off others", async () => {
  const far = { at: latLng(39, 67), title: "Samarkand", beside: [] };
  const dull = { at: latLng(41, 69), title: "Tashkent", beside: [] };
  const own = { at: latLng(38, 58), title: "Ashgabat", beside: [] };
  own.beside = [own];
  const said = { title: "In Ashgabat", summary: "They prepared the Samarkand summit." };
  assert.deepEqual(plain(mapapp.spokenOf(said, own, [own, far, dull])), [far.at]);
  const record = [{ claims: [{ value: "Tashkent", note: "" }] }];
  assert.deepEqual(plain(mapapp.spokenOf({ title: "Talks", record }, own, [own, far, dull])), [dull.at]);
  const { popup, shown } = opened();
  words.events[0].summary = "After Samarkand.";
  popup.marks = () => [far, dull];
  await popup.open(mark);
  assert.ok(shown[0].opening.keep.some(({ lat }) => lat === 39));
  words.events[0].summary = undefined;
});
