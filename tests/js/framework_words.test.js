// What Streamlit says of its own, in the language of the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const CODE = readFileSync(new URL("../../mapapp/ui/framework_words.js", import.meta.url), "utf8");

/** A Framework in a world without a document, with a node that holds a text. */
const framework = (words) => {
  const world = createContext({ mapapp: {} });
  runInContext(CODE, world);
  const made = new world.mapapp.Framework();
  made.tell = () => {};
  world.document = { body: null };
  made.speak(words);
  return made;
};

test("whole texts and texts with a name in them are said in the language", () => {
  const made = framework({ "No results": "Ничего", "Help for {x}": "Справка: {x}", "{x}MB per file": "{x} МБ" });
  assert.equal(made.inLanguage("No results"), "Ничего");
  assert.equal(made.inLanguage("Help for $& days"), "Справка: $& days");
  assert.equal(made.inLanguage("20MB per file"), "20 МБ");
  assert.equal(made.inLanguage("No results for you"), "No results for you");
});

test("another language begins from what Streamlit said, and English gives it back", () => {
  const made = framework({ Open: "Открыть" });
  const node = { text: "Open" };
  const set = (told) => {
    node.text = told;
  };
  made.change(node, "", node.text, set);
  assert.equal(node.text, "Открыть");
  made.speak({ Open: "Ашу" });
  made.change(node, "", node.text, set);
  assert.equal(node.text, "Ашу");
  made.speak({});
  made.change(node, "", node.text, set);
  assert.equal(node.text, "Open");
});

test("what an author wrote in another language stays", () => {
  const made = framework({ Open: "Открыть" });
  const node = { text: "Open", parentElement: { closest: () => ({}) } };
  made.change(node, "", node.text, (told) => {
    node.text = told;
  });
  assert.equal(node.text, "Open");
});
