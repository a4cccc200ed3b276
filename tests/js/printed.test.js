// What paper says: words, what is on record, the numbers of sources, and each source in full.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain } from "./page.js";

const mapapp = page("text.js", "sides.js", "symbols.js", "panel/list.js", "panel/printed.js");
const source = {
  title: "Report",
  publisher: "Bureau",
  published: "2 April 2025",
  url: "https://example.org/r",
  lacking: "",
};

test("numbers of sources stand in brackets, with the place in the source", () => {
  assert.equal(
    mapapp.numbers([
      [1, ""],
      [3, "page 4"],
    ]),
    " [1; 3 page 4]",
  );
  assert.equal(mapapp.numbers([]), "");
  assert.equal(mapapp.numbers(undefined), "");
});

test("an event says its words, and each question on record with all that is said of it", () => {
  const claims = [
    { value: "Almaty", stated: true, note: "", cites: [[1, ""]] },
    { value: "Astana", stated: true, note: "As first announced.", cites: [[3, ""]] },
    { value: "", stated: false, note: "The report names no city.", cites: [[2, ""]] },
  ];
  const card = {
    summary: "They talked.",
    cites: [[2, ""]],
    record: [{ heading: "On record about the place", claims }],
  };
  assert.deepEqual(plain(mapapp.printedLines(card)), [
    "They talked. [2]",
    "On record about the place: Almaty [1]; Astana [3] (As first announced.); The report names no city. [2]",
  ]);
  assert.deepEqual(plain(mapapp.printedLines({ title: "Talks" })), [""]);
});

test("the count says whether something is filtered away", () => {
  const cards = (events, visits = 0) => ({ events: Array(events).fill({}), visits: Array(visits).fill({}) });
  assert.equal(mapapp.counted(15, cards(15, 2), false), "15 events");
  assert.equal(mapapp.counted(1, cards(1), false), "1 event");
  assert.equal(mapapp.counted(3, cards(15), true), "3 of 15 events");
  assert.equal(mapapp.counted(0, cards(15, 2), true), "No event fits these filters.");
  assert.equal(mapapp.counted(0, cards(0, 6), false), "6 stays"); // of which the list is then full
  assert.equal(mapapp.counted(0, cards(0), false), "0 events");
});

test("a source stands with its address as a link, and one without an address or with a strange one as words", () => {
  const strange = { ...source, url: "javascript:alert(1)" };
  const [one, other, none] = mapapp.fullSources([source, strange, { ...source, url: "" }]).all("li");
  assert.equal(one.textContent, "Bureau, Report, 2 April 2025 https://example.org/r");
  assert.equal(one.all("a")[0].href, "https://example.org/r");
  for (const words of [other, none]) {
    assert.equal(words.all("a").length, 0);
    assert.equal(words.textContent, "Bureau, Report, 2 April 2025");
  }
});

test("the sources of corridors follow those of the tour, each part under its heading and with its credit", () => {
  const corridors = [{ title: "Middle", sources: [source], credit: "Lines: Natural Earth." }];
  const told = mapapp.allSources([source], corridors).map((part) => [part.tag, part.textContent]);
  const line = "Bureau, Report, 2 April 2025 https://example.org/r";
  assert.deepEqual(plain(told), [
    ["h2", "Sources"],
    ["ol", line],
    ["h2", "Sources of the corridor: Middle"],
    ["ol", line],
    ["p", "Lines: Natural Earth."],
  ]);
});

test("a list is printed to its end, each event with its words; what is beyond a book is told, not dropped", () => {
  const events = Array.from({ length: 450 }, (_, i) => ({
    id: `e${i}`,
    title: "Talks",
    place: "Almaty",
    status: "held",
    heading: `Day ${i}`,
    label: "",
    symbol: "event",
    summary: `Words ${i}.`,
    cites: [[1, ""]],
  }));
  const shown = () => {
    const order = events.map((_, i) => i);
    const list = new mapapp.EventList(mapapp.el("div", ""), { events, visits: [], order }, () => {});
    list.show(() => true, "all");
    return list;
  };
  const whole = shown();
  mapapp.fill(whole);
  const lines = whole.box.all(".on-paper").map((line) => line.textContent);
  assert.equal(lines.length, 450);
  assert.equal(lines[449], "Words 449. [1]");
  const { LONGEST } = mapapp;
  mapapp.LONGEST = 100;
  const cut = shown();
  mapapp.fill(cut);
  mapapp.LONGEST = LONGEST;
  const last = cut.box.children.at(-1).textContent;
  assert.match(last, /^\d+ more events are left out here; filter to print them\.$/);
  assert.equal(Number(last.split(" ")[0]), 450 - cut.drawn);
});
