// Words become elements and never markup; what has no address is no link and says why.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("text.js");
const source = { title: "Report", publisher: "House", url: "https://example.org/r", published: "2025", lacking: "" };
const bare = { ...source, url: "", lacking: "no address at hand, not read by us" };

test("nothing is parsed, and what is missing is passed over", () => {
  const element = mapapp.el("p", "who", "<b>Ada</b>", null, [undefined, " & co"]);
  assert.equal(element.textContent, "<b>Ada</b> & co");
  assert.deepEqual([element.tag, element.className, element.all("b").length], ["p", "who", 0]);
});

for (const url of ["javascript:alert(1)", "data:text/html,x", "//example.org", "", "ftp://example.org"]) {
  test(`'${url}' is no link`, () => assert.equal(mapapp.outside(url, "", "words"), null));
}

test("a link opens elsewhere and tells nothing", () => {
  const link = mapapp.outside("HTTPS://example.org", "note", "1");
  assert.deepEqual([link.target, link.rel, link.textContent], ["_blank", "noopener noreferrer", "1"]);
});

test("footnotes are in the order of their numbers, each with its source in words", () => {
  const notes = mapapp.footnotes(
    [
      [2, "p. 3"],
      [1, ""],
    ],
    [source, bare],
  );
  assert.equal(notes.map((note) => note.textContent).join(), "1,2");
  const [linked, unlinked] = notes.map((note) => note.children[0]);
  assert.deepEqual([linked.tag, unlinked.tag], ["a", "span"]);
  assert.equal(unlinked.title, "Report, House, 2025, p. 3, no address at hand, not read by us");
});

test("a source without an address says so where sources are listed", () => {
  assert.equal(mapapp.sourceWords(bare), "House, Report, 2025, no address at hand, not read by us");
});

test("words between dots keep their own direction, and the empty are left out", () => {
  const pieces = mapapp.dotted(["الرياض, Saudi Arabia", "", null, "held"]);
  assert.equal(pieces.map((piece) => piece?.textContent ?? piece ?? "").join(""), "الرياض, Saudi Arabia · held");
  assert.equal(pieces[1].dir, "ltr");
  assert.equal(mapapp.theirs(mapapp.el("h2", "", "عنوان")).dir, "auto");
});
