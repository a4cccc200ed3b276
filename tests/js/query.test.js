// The saved file reads and writes addresses as the app does: tests/test_view.py goes through the same table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, page, plain } from "./page.js";

const mapapp = page("panel/query.js");
const { fine, refused } = cases("queries.json");

for (const { query, written, read } of fine) {
  test(`reads and writes '${query}'`, () => {
    const view = mapapp.readQuery(query);
    for (const [field, value] of Object.entries(read)) assert.deepEqual(plain(view[field]), value);
    assert.equal(mapapp.writeQuery(view), written);
    assert.deepEqual(plain(mapapp.readQuery(written)), plain(view));
  });
}

for (const [query, name] of refused) {
  test(`refuses '${query.slice(0, 40)}' and names the parameter`, () => {
    assert.throws(
      () => mapapp.readQuery(query),
      (/** @type {Error} */ error) => error instanceof mapapp.Refused && error.message === name,
    );
  });
}
