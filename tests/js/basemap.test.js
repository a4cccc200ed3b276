// Of the lines and areas of the basemap each policy draws its own and what both share.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, scale } from "./page.js";

const mapapp = page("page.js", "basemap.js");
mapapp.property = (name) => name;
const feature = (properties) => ({ properties });

for (const policy of ["un-eu", "de-facto"]) {
  const other = policy === "un-eu" ? "de-facto" : "un-eu";
  const styles = mapapp.basemapStyles(new Set(["GE"]), () => policy);
  test(`${policy}: lines of the other policy are left out, shared ones and its own are drawn`, () => {
    assert.equal(styles.boundaries(feature({ kind: "border", policy: other })).stroke, false);
    assert.equal(styles.boundaries(feature({ kind: "border" })).stroke, true);
    const own = styles.boundaries(feature({ kind: "disputed", policy }));
    assert.ok(own.stroke && own.dashArray);
  });
  test(`${policy}: land of the other policy lies over nothing`, () => {
    assert.equal(styles.land(feature({ iso: "", policy: other })).fill, false);
    assert.equal(styles.land(feature({ iso: "GE" })).fillColor, "land");
    assert.equal(styles.land(feature({ iso: "", policy })).fillColor, "other-land");
  });
}

test("several sentences stand before those who are to be named", () => {
  assert.equal(mapapp.creditLine(["One.", "Two.", "A", "B"]), "One. Two. A · B");
});

test("the shortest bar of the scale, half of the longest, holds its words", () => {
  const words = 7 * 6.6; // pixels of "1000 km" in the letters of the map
  assert.ok(scale.maxWidth / 2 >= words + 12);
});
