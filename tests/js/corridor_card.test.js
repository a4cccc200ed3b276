// Cards of corridors: a section with its facts, a node with the sections that meet there, each of which opens.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("text.js", "sides.js", "card.js", "symbols.js", "corridor_card.js");
mapapp.property = () => "red";
const styles = [];
const line = { setStyle: (style) => styles.push(style), getLatLngs: () => ["a", "b", "c"] };
const section = (id, more) => ({
  id,
  title: `Section ${id}`,
  note: "",
  cites: [[1, ""]],
  ends: ["x", "y"],
  facts: [
    ["Mode", "rail"],
    ["Length", ""],
  ],
  ...more,
});
const corridor = {
  id: "middle",
  title: "Middle Corridor",
  credit: "Lines: Natural Earth.",
  sources: [{ title: "Report", publisher: "Bureau", url: "", published: "", lacking: "" }],
  sections: [section("one"), section("two", { ends: ["y", "z"], note: "Under repair." })],
  lineOf: new Map([
    ["one", line],
    ["two", line],
  ]),
};
const node = {
  id: "y",
  title: "Dostyk",
  where: "Kazakhstan",
  kinds: ["border-crossing"],
  note: "",
  cites: [],
  at: [82, 45],
};

const cards = () => {
  const [shown, changes] = [[], []];
  const box = { open: (at, card, opening) => shown.push({ at, card, opening }) };
  const made = new mapapp.CorridorCards(box, () => changes.push(made.selected));
  return { made, shown, changes };
};

test("a section says the facts that are known, its sources and whose lines they are", () => {
  const { made, shown } = cards();
  made.section(corridor, "one", "here");
  const [{ at, card, opening }] = shown;
  assert.equal(at, "here");
  assert.equal(opening.label, "Section one");
  assert.equal(card.textContent, "Middle CorridorSection one1Mode: rail1 Bureau, ReportLines: Natural Earth.");
  assert.equal(styles.at(-1).color, "red");
});

test("where there is a note, the numbers of the sources stand behind it and not behind the title", () => {
  const { made, shown } = cards();
  made.section(corridor, "two", "here");
  const { card } = shown[0];
  assert.equal(card.all("h2")[0].textContent, "Section two");
  assert.equal(card.all(".summary")[0].textContent, "Under repair.1");
});

test("a section that is not there opens nothing", () => {
  const { made, shown } = cards();
  made.section(corridor, "three", "here");
  assert.deepEqual(shown, []);
});

test("a node says its country and kind, and each section that meets there opens from its middle", () => {
  const { made, shown } = cards();
  made.node(corridor, node);
  const { card, at } = shown[0];
  assert.deepEqual([at.lat, at.lng], [45, 82]);
  assert.deepEqual(
    card.all(".fact").map((fact) => fact.textContent),
    ["Country: Kazakhstan", "Kind: border crossing"],
  );
  const buttons = card.all(".to-section");
  assert.deepEqual(
    buttons.map((button) => button.textContent),
    ["Section one", "Section two"],
  );
  assert.ok(buttons[1].meet("click").stopped); // the map would take the click for one beside the card
  assert.equal(shown[1].opening.label, "Section two");
  assert.equal(shown[1].at, "b");
  assert.equal(shown[1].opening.focus, true);
});

test("the corridor whose card is open is chosen until that is closed", () => {
  const { made, shown, changes } = cards();
  made.node(corridor, { ...node, id: "far" });
  assert.equal(shown[0].card.all(".to-section").length, 0);
  shown[0].opening.closed();
  assert.deepEqual(changes, ["middle", ""]);
});
