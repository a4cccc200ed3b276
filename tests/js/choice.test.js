// Of several clicks that are on their way to the server the last one counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const mapapp = page("../../ui/channel.js");
const answers = (/** @type {any} */ choice, /** @type {string[]} */ ids) => ids.map((id) => choice.hears(id));

test("what the server says first, and what it changes, is news", () => {
  assert.deepEqual(answers(new mapapp.Choice(), ["", "a", "a", ""]), [true, true, false, true]);
});

test("answers to older choices change nothing until the last one has come", () => {
  const choice = new mapapp.Choice();
  for (const id of ["a", "b", "a", ""]) choice.choose(id);
  assert.deepEqual(answers(choice, ["a", "b", "a"]), [false, false, false]);
  choice.hears("");
  assert.equal(choice.told, "");
  assert.equal(choice.hears("c"), true);
});

test("a server that never comes to know of a choice is believed again after a while", () => {
  const choice = new mapapp.Choice();
  choice.choose("a");
  choice.at -= choice.PATIENCE;
  assert.equal(choice.hears("b"), true);
});
