// A card: what is on record before people and words, the sources of the chosen event, and what else is at its place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("text.js", "sides.js", "card.js");
const sources = ["One", "Two", "Three"].map((title) => ({ title, publisher: "", url: "", published: "", lacking: "" }));
const talks = {
  id: "talks",
  title: "Talks",
  place: "Almaty, Kazakhstan",
  status: "held",
  when: "Friday 28 March 2025",
  heading: "Friday 28 March 2025",
  summary: "They talked.",
  who: [["Ada Rivers", "Envoy"]],
  topics: ["trade"],
  cites: [[3, ""]],
  record: [
    {
      heading: "On record about the place",
      differ: false,
      claims: [
        { value: "Almaty", stated: true, note: "So says the host.", cites: [[1, ""]] },
        { value: "Astana", stated: false, note: "The report names no city.", cites: [[3, ""]] },
      ],
    },
  ],
};
const lunch = { ...talks, id: "lunch", title: "Lunch", record: undefined, cites: [[2, ""]] };
const dinner = { ...lunch, id: "dinner", title: "Dinner", heading: "29 March 2025" };

test("the words of a source stand as a quote with its number and place", () => {
  const quotes = [{ words: "They <b>met</b>.", cites: [[2, "paragraph 4"]] }];
  const quoted = mapapp
    .card({ ...lunch, quotes }, [lunch], sources, () => {})
    .all("div")
    .find(({ className }) => className === "quoted");
  assert.equal(quoted.all("h3")[0].textContent, "The words of the source");
  assert.equal(quoted.all("blockquote")[0].textContent, "“They <b>met</b>.”2");
  assert.equal(quoted.all("p")[0].textContent, "paragraph 4");
});

/** @param {(id: string) => void} [picked] */
const card = (picked = () => {}) => mapapp.card(talks, [talks, lunch, dinner], sources, picked);

test("what is on record stands above people, people above words", () => {
  const [section] = card().all("section");
  const classes = section.children.map((child) => child.className);
  assert.deepEqual(classes, ["meta", "", "record", "who", "summary", "topics"]);
});

test("a source that leaves the question open has its note alone", () => {
  const items = card()
    .all("li")
    .map((item) => item.textContent);
  assert.deepEqual(items.slice(0, 2), ["Almaty1 So says the host.", "The report names no city.3"]);
});

test("the sources are those of the chosen event, in their order", () => {
  assert.deepEqual(
    card()
      .all(".source")
      .map((line) => line.textContent),
    ["1 One", "3 Three"],
  );
});

test("what else is there follows as buttons, with the day where that is another", () => {
  let chosen = "";
  const [also] = card((id) => {
    chosen = id;
  }).all(".also");
  assert.deepEqual(
    also.all("li").map((item) => item.textContent),
    ["Lunch", "Dinner 29 March 2025"],
  );
  also.all("button")[1].listeners.click({ stopPropagation: () => {} });
  assert.equal(chosen, "dinner");
});

test("what else is there on the same day has its hour", () => {
  const late = { ...lunch, id: "late", title: "Late talks", hour: "21:00 (UTC+2)" };
  const [also] = mapapp.card(lunch, [lunch, late], sources, () => {}).all(".also");
  assert.equal(also.all("li")[0].textContent, "Late talks 21:00 (UTC+2)");
});

test("a card alone at its place has no list of others, and none without sources", () => {
  const alone = mapapp.card({ ...lunch, cites: [] }, [lunch], sources, () => {});
  assert.equal(alone.all(".sources").length, 0);
});

test("a doubtful place quotes the file and lists what may be meant", () => {
  const box = mapapp.inDoubt(
    "Paris",
    [{ title: "Paris, France", id: "p", likely: "likely", reasons: ["capital"] }],
    "and 2 more",
  );
  assert.ok(box.textContent.includes("The file says “Paris”. That may be:Paris, France · likelycapital; pand 2 more"));
});

test("the pencil is there for those who may write, and opens what the card is about", () => {
  let edited = "";
  assert.equal(card().all(".pencil").length, 0);
  const mine = mapapp.card(talks, [talks, lunch], sources, assert.fail, (id) => {
    edited = id;
  });
  const [pencil] = mine.all(".pencil");
  pencil.listeners.click({ stopPropagation: () => {} });
  assert.equal(edited, "talks");
});
