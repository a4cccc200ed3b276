// What parts of the page tell each other, and in which theme they stand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, plain, window } from "./page.js";

const mapapp = page("text.js", "../../ui/channel.js");

for (const [background, theme] of [
  ["#ffffff", "light"],
  ["#0E1117", "dark"],
  [" #0e1117ff ", "dark"],
  ["#fff", "light"],
  ["#000", "dark"],
  ["rgb(14, 17, 23)", "dark"],
  ["rgba(255, 255, 255, 1)", "light"],
  ["", "light"],
]) {
  test(`a page whose background is '${background}' is ${theme}`, () => {
    assert.equal(mapapp.themeOf({ computed: { getPropertyValue: () => background } }), theme);
  });
}

test("who says what is chosen does not hear himself, and one who has gone hears nothing", () => {
  const listeners = new Map();
  window.addEventListener = (name, heard) => listeners.set(heard, name);
  window.removeEventListener = (_, heard) => listeners.delete(heard);
  window.dispatchEvent = (event) => {
    for (const heard of [...listeners.keys()]) heard(event);
  };
  const heard = [];
  const deaf = mapapp.onAnnounced("list", (id) => heard.push(id));
  const say = (id, from) => window.dispatchEvent({ detail: { id, from } });
  say("talks", "map");
  say("lunch", "list");
  deaf();
  say("walk", "map");
  assert.deepEqual(heard, ["talks"]);
});

test("of choices in quick succession the last one is announced", async () => {
  const said = [];
  window.setTimeout = setTimeout;
  mapapp.announce = (id, from) => said.push({ id, from });
  const announce = mapapp.announcing("review", 1);
  for (const id of ["talks", "lunch", "walk"]) announce(id);
  assert.deepEqual(said, []);
  await new Promise((done) => setTimeout(done, 20));
  announce("dinner");
  await new Promise((done) => setTimeout(done, 20));
  assert.deepEqual(plain(said), [
    { id: "walk", from: "review" },
    { id: "dinner", from: "review" },
  ]);
});

test("the first stop of the keyboard leads past the map and nowhere else", () => {
  let led = 0;
  const link = mapapp.skipLink(() => {
    led += 1;
  });
  assert.equal(link.textContent, "Skip to the list of events");
  assert.ok(link.meet("click").prevented);
  assert.equal(led, 1);
});

test("what the server has not heard goes again with the next message, the newest of each name", () => {
  const sent = [];
  const out = new mapapp.Outbox((name, value) => sent.push([name, plain(value)]));
  out.say("selected", "a");
  out.say("between", "x");
  out.say("selected", "");
  assert.deepEqual(sent.at(-1), [
    "said",
    [
      [2, "between", "x"],
      [3, "selected", ""],
    ],
  ]);
  out.heard(2);
  out.say("edit", "b");
  assert.deepEqual(sent.at(-1)[1], [
    [3, "selected", ""],
    [4, "edit", "b"],
  ]);
  out.heard(4);
  out.say("selected", "c");
  assert.deepEqual(sent.at(-1)[1], [[5, "selected", "c"]]);
});

test("a component that is built anew goes on where the server stands", () => {
  const sent = [];
  const out = new mapapp.Outbox((_, value) => sent.push(...plain(value)));
  out.heard(7);
  out.say("selected", "a");
  assert.deepEqual(sent, [[8, "selected", "a"]]);
});
