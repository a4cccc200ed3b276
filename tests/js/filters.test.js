// The filters of the saved file: within one any value, between them all; and what each value would leave.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const mapapp = page("bits.js", "panel/query.js", "days.js", "panel/filters.js");
const on = (day) => [day, day, day, day];
const events = [
  { title: "Talks on trade", place: "Almaty", days: on("2025-03-27"), who: [["Ada Rivers", "Envoy"]] },
  { title: "Summit", place: "Samarkand", days: on("2025-04-03"), topics: ["energy"] },
  { title: "Visit to a mill", place: "Almaty", days: on("2025-04-10") },
];
const data = () => ({
  cards: { events },
  filters: {
    facets: {
      countries: [
        ["KZ", "Kazakhstan", [0, 2]],
        ["UZ", "Uzbekistan", [1]],
      ],
      topics: [["energy", "energy", [1]]],
      travellers: [["ada", "Ada Rivers", [0, 1, 2]]],
      people: [],
      kinds: [],
      statuses: [],
    },
    also: ["Ministry of Commerce", "", ""],
    visits: [
      ["KG", "ada", on("2025-04-01"), []],
      ["TJ", "bob", null, []],
    ],
    lonely: { 7: [0], 9: [1] },
    stays: [0, 1],
  },
});
const filters = (changed = () => {}) => new mapapp.Filters(data(), changed);
const left = (shown) => plain(shown.mask().map(Boolean));

test("without a filter everything is left, and nothing is active", () => {
  const shown = filters();
  assert.deepEqual(left(shown), [true, true, true]);
  assert.equal(shown.active, false);
  assert.deepEqual(plain([shown.alone(), shown.stays()]), [
    [7, 9],
    [0, 1],
  ]);
});

test("within a filter any value counts, between two both", () => {
  const shown = filters();
  shown.toggle("countries", "KZ");
  assert.deepEqual(left(shown), [true, false, true]);
  shown.toggle("countries", "UZ");
  assert.deepEqual(left(shown), [true, true, true]);
  shown.toggle("topics", "energy");
  assert.deepEqual(left(shown), [false, true, false]);
  shown.toggle("countries", "UZ");
  assert.deepEqual(left(shown), [false, false, false]);
});

test("a second press takes a value back, and each press is told once", () => {
  let told = 0;
  const shown = filters(() => {
    told += 1;
  });
  shown.toggle("countries", "KZ");
  assert.equal(shown.active, true);
  shown.toggle("countries", "KZ");
  assert.equal(shown.active, false);
  assert.equal(told, 2);
});

test("every word of a search must be found, in whatever case, also in what the card does not say", () => {
  const shown = filters();
  for (const [text, found] of [
    ["TALKS almaty", [true, false, false]],
    ["almaty", [true, false, true]],
    ["ministry of commerce", [true, false, false]],
    ["envoy", [true, false, false]],
    ["energy", [false, true, false]],
    ["almaty summit", [false, false, false]],
    ["   ", [true, true, true]],
  ]) {
    shown.set({ text });
    assert.deepEqual(left(shown), found, text);
  }
});

test("days leave what may lie between them; the first and the last count", () => {
  const shown = filters();
  shown.set({ since: "2025-04-03", until: "2025-04-10" });
  assert.deepEqual(left(shown), [false, true, true]);
  assert.deepEqual(plain(shown.mask(undefined, false)), [true, true, true]);
});

test("a value tells how many events it would leave besides what is chosen in its own filter", () => {
  const shown = filters();
  shown.set({ since: "2025-04-01" });
  shown.toggle("countries", "UZ");
  assert.deepEqual(plain(shown.counts("countries")), [
    ["KZ", "Kazakhstan", 1],
    ["UZ", "Uzbekistan", 1],
  ]);
  assert.deepEqual(plain(shown.counts("topics")), [["energy", "energy", 1]]);
});

test("a stop without an event is left by country, traveller and days alone", () => {
  for (const [change, stays] of [
    [{ countries: ["KG"] }, [0]],
    [{ travellers: ["bob"] }, [1]],
    [{ since: "2025-04-01", until: "2025-04-01" }, [0]],
    [{ since: "2025-04-02" }, []],
    [{ text: "talks" }, []],
    [{ people: ["ada"] }, []],
    [{ topics: ["energy"] }, []],
    [{ kinds: ["talks"] }, []],
    [{ statuses: ["held"] }, []],
  ]) {
    const shown = filters();
    shown.set(change);
    assert.deepEqual(plain(shown.stays()), stays, JSON.stringify(change));
    assert.deepEqual(
      plain(shown.alone()),
      stays.map((place) => [7, 9][place]),
      JSON.stringify(change),
    );
  }
});

test("a stop whose events took place elsewhere is left with one of them", () => {
  const given = data();
  given.filters.visits[0] = ["KG", "ada", on("2025-04-01"), [1]];
  const shown = new mapapp.Filters(given, () => {});
  for (const [change, stays] of [
    [{ topics: ["energy"] }, [0]],
    [{ countries: ["UZ"] }, [0]],
    [{ countries: ["KG"] }, []],
  ]) {
    shown.read({ ...mapapp.everything(), ...change });
    assert.deepEqual(plain(shown.stays()), stays, JSON.stringify(change));
  }
});

test("events may travel as bits", () => {
  const given = data();
  given.filters.facets.countries[0][2] = mapapp.letters(mapapp.packed([true, false, true]));
  const shown = new mapapp.Filters(given, () => {});
  shown.toggle("countries", "KZ");
  assert.deepEqual(left(shown), [true, false, true]);
  assert.equal(plain(shown.counts("countries"))[0][2], 2);
});

for (const change of [
  { sure: true },
  { since: "2025-04-01" },
  { until: "2025-04-01" },
  { text: "a" },
  { kinds: ["x"] },
]) {
  test(`a filter that says ${JSON.stringify(change)} can be cleared`, () => {
    const shown = filters();
    shown.set(change);
    assert.equal(shown.active, true);
  });
}

test("clearing brings everything back", () => {
  const shown = filters();
  shown.set({ text: "summit", countries: ["UZ"] });
  shown.clear();
  assert.equal(shown.active, false);
  assert.deepEqual(left(shown), [true, true, true]);
});

test("letters that have no small form of their own are still the same letter", () => {
  for (const [one, other] of [
    ["STRASSE", "straße"],
    ["ΟΔΟΣ", "οδος"],
    ["ŉ", "ʼN"],
    ["ﬁsh", "FISH"],
  ])
    assert.equal(mapapp.caseless(one), mapapp.caseless(other), one);
});
