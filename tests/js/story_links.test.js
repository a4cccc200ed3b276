// Addresses of scenes: the rest of the view stays, the place of the map goes, and the saved file has it all behind "#".
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, window } from "./page.js";

const mapapp = page("protocol.js", "story/links.js");

test("a scene is named in the address, which keeps the rest of the view but not the place of the map", () => {
  const address = "https://example.org/story?v=1&country=KZ,UZ&at=64.4,40,5&scene=2#top";
  assert.equal(mapapp.withScene(address, 3, false), "https://example.org/story?v=1&country=KZ,UZ&scene=3#top");
  assert.equal(mapapp.withScene(address, 0, false), "https://example.org/story?v=1&country=KZ,UZ#top");
});

test("in the saved file it stands behind the sign, and out of the story there is still an address", () => {
  assert.equal(
    mapapp.withScene("file:///tour.html#v=1&topic=trade", 1, true),
    "file:///tour.html#v=1&topic=trade&scene=1",
  );
  assert.equal(mapapp.withScene("file:///tour.html", 0, true), "file:///tour.html#v=1");
});

test("the picture of a scene lies beside the map, with the same view and without what only a page needs", () => {
  assert.equal(
    mapapp.scenePicture("https://example.org/maps/embed?tour=t&title=1&scene=1", 2),
    "https://example.org/maps/snapshot.png?tour=t&scene=2",
  );
});

test("a reader of a page of ours reads there, and one whose page is of another host reads the map", () => {
  window.location = { href: "https://example.org/embed?scene=1" };
  window.parent = window;
  assert.equal(mapapp.readingAt(), window.location.href);
  window.parent = { document: {}, location: { href: "https://example.org/story" } };
  assert.equal(mapapp.readingAt(), "https://example.org/story");
  window.parent = Object.defineProperty({}, "document", {
    get() {
      throw new Error("of another host");
    },
  });
  assert.equal(mapapp.readingAt(), window.location.href);
});

test("a link of the saved file changes what stands behind the sign when it is followed, and loads nothing", () => {
  window.location = { href: "file:///tour.html#v=1&topic=trade", hash: "" };
  const link = mapapp.sceneLink("to-scene", "Read", 4);
  assert.equal(link.href, "file:///tour.html#v=1&topic=trade&scene=4");
  window.location.href = "file:///tour.html#v=1&topic=energy"; // the reader has changed the view since
  assert.ok(link.meet("click").prevented);
  assert.equal(window.location.hash, "#v=1&topic=energy&scene=4");
});
