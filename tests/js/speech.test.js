// Scripts say what the program says: tests/words/test_scripts.py goes through the same table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, page } from "./page.js";

const table = cases("sentences.json");
const languages = { en: undefined, ru: { language: "ru", direction: "ltr", said: table.said } };

for (const [language, words] of Object.entries(languages)) {
  const mapapp = page();
  mapapp.speak(words);
  for (const { pattern, several, context, n, values, ...said } of table.cases) {
    test(`${language}: ${said[language]}`, () => {
      const told = context
        ? mapapp.in_context(context, pattern)
        : several
          ? mapapp.plural(n, pattern, several, values)
          : mapapp.tr(pattern, values);
      assert.equal(told.replace("\u00a0", " "), said[language]);
    });
  }
}

test("what is not there is passed over in a series, whose comma is that of the direction", () => {
  const mapapp = page();
  assert.equal(mapapp.series(["a", "", null, "b"]), "a, b");
  assert.equal(mapapp.series(["a", undefined, "b"], "; "), "a; b");
  mapapp.speak({ language: "ar", direction: "rtl", said: {} });
  assert.equal(mapapp.series(["2", "أ"]), "2، أ");
});

test("what runs against the language is shut off from its neighbours, in series and in sentences", () => {
  const mapapp = page();
  const [first, last] = ["\u2068", "\u2069"];
  assert.equal(mapapp.series(["Talks", "أستانا", "2 May"]), `Talks, ${first}أستانا${last}, 2 May`);
  assert.equal(mapapp.tr("From {place}", { place: "أستانا" }), `From ${first}أستانا${last}`);
  assert.equal(mapapp.series(["أستانا"]), "أستانا");
  mapapp.speak({ language: "ar", direction: "rtl", said: { "From {place}": "من {place}" } });
  assert.equal(mapapp.series(["Talks", "Үшарал", "2 مايو"]), `${first}Talks${last}، ${first}Үшарал${last}، 2 مايو`);
  assert.equal(mapapp.tr("From {place}", { place: "Astana" }), `من ${first}Astana${last}`);
  assert.equal(mapapp.tr("From {place}", { place: "أستانا" }), "من أستانا");
});

test("the language that nobody speaks writes numbers and days as English does", () => {
  const mapapp = page();
  mapapp.speak({ language: "xx", direction: "ltr", said: { "{n} km": "[{n} km··]" } });
  assert.equal(mapapp.tr("{n} km", { n: 1234.5678 }), "[1,234.568 km··]");
  assert.equal(mapapp.dates({ day: "numeric", month: "long" }).format(new Date("2025-03-27T00:00Z")), "27 March");
});

test("a status that is none of ours is said as it stands", () => {
  const mapapp = page();
  assert.deepEqual(["held", "odd", undefined].map(mapapp.statusWord), ["held", "odd", ""]);
});

test("digits are grouped as the language groups them, also where a browser has no data of it", () => {
  const mapapp = page();
  mapapp.speak({ language: "kk", direction: "ltr", said: {} });
  assert.equal(mapapp.formats.decimal.resolvedOptions().locale, "ru");
  assert.equal(mapapp.number(2000.5).replace(/\s/, " "), "2 000,5");
});

test("a date that ends with a full stop ends its sentence with that one, within a text, too", () => {
  const mapapp = page();
  assert.equal(mapapp.tr("{day}. The rest.", { day: "28 ноября 2026 г." }), "28 ноября 2026 г. The rest.");
  assert.equal(mapapp.tr("{name}.csv", { name: "a." }), "a..csv");
});
