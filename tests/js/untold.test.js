// Texts that are missing in the reader's language stand in their own, and say so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const untold = [{ language: "en", mark: "на английском", texts: ["Talks", "Ann", "Minister"] }];

const reader = (heard = untold, cards = undefined) => {
  const mapapp = page("card.js", "sides.js", "symbols.js", "legend.js");
  mapapp.speak({ language: "ru", direction: "ltr", said: {} });
  mapapp.hear(heard, cards);
  return mapapp;
};

test("a block has the language of its text, and the mark that of the reader", () => {
  const mapapp = reader();
  const title = mapapp.marked(mapapp.el("h2", "", "Talks"), "Talks");
  const [mark] = title.all(".tongue");
  assert.deepEqual([title.lang, mark.lang, mark.textContent], ["en", "ru", "на английском"]);
  const other = mapapp.marked(mapapp.el("h2", "", "Переговоры"), "Переговоры");
  assert.deepEqual([other.lang, other.all(".tongue").length, other.dir], [undefined, 0, "auto"]);
});

test("a name and an office have one mark, behind both; several people have one as well", () => {
  const mapapp = reader();
  const marks = (...children) => mapapp.el("p", "", ...children.flat(2)).textContent;
  assert.equal(marks(...mapapp.personAndOffice("Ann", "Minister")), "Ann, Minister на английском");
  assert.equal(marks(...mapapp.personAndOffice("Ann", "министр")), "Ann на английском, министр");
  assert.equal(marks(mapapp.named(["Ann", "Иван", "Ann"])), "Ann, Иван, Ann на английском");
  assert.equal(marks(mapapp.named(["Иван"])), "Иван");
});

test("a row of the legend marks the name in it", () => {
  const mapapp = reader();
  assert.equal(mapapp.naming("{name}, остановки", "Иван"), "Иван, остановки");
  const row = mapapp.el("li", "", mapapp.naming("{name}, остановки", "Ann"));
  assert.equal(row.textContent, "Ann на английском, остановки");
  assert.equal(row.children.length, 1); // the row sets its parts apart
  assert.equal(row.all("bdi")[0].lang, "en");
});

test("where all texts of a tour are in another language they have it, and no mark", () => {
  const card = {
    title: "Dinner",
    summary: "Long.",
    who: [["Bob", "Guest"]],
    record: [{ claims: [{ note: "Late." }] }],
  };
  const all = [{ language: "en", mark: "", texts: [], sentence: "All is in English." }];
  const mapapp = reader(all, { events: [card], visits: [] });
  for (const text of ["Dinner", "Long.", "Bob", "Guest", "Late."]) {
    const block = mapapp.marked(mapapp.el("p", "", text), text);
    assert.deepEqual([block.lang, block.textContent], ["en", text]);
  }
});
