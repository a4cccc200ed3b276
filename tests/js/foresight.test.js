// What the page shows of a filter before the server has answered, and when the server is believed.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { page, plain, window } from "./page.js";

mock.timers.enable({ apis: ["setTimeout"] });
Object.assign(window, { addEventListener: () => {}, removeEventListener: () => {} });
const mapapp = page(
  "bits.js",
  "days.js",
  "panel/query.js",
  "panel/filters.js",
  "../../ui/channel.js",
  "../../ui/foresight.js",
);
const everything = () => plain(mapapp.everything());
const on = (day) => [day, day, day, day];
const rules = {
  facets: {
    countries: [
      ["KZ", "", [0, 2]],
      ["UZ", "", [1]],
    ],
  },
  also: {},
  visits: [],
  stays: [],
  lonely: {},
};
const cards = { events: [{ days: on("2025-03-27") }, { days: on("2025-04-03") }, { days: on("2025-04-10") }] };

/** @returns a foresight, and what it has shown: for each time which events, null for what the server says */
const begun = (server = {}) => {
  const shown = [];
  const foresight = new mapapp.Foresight({ ...everything(), ...server }, { countries: ["KZ", "UZ"] }, () => {
    const visible = foresight.state?.visible;
    shown.push(visible ? [0, 1, 2].filter((event) => mapapp.isSet(mapapp.bits(visible), event)) : null);
  });
  foresight.filters = new mapapp.Filters({ filters: rules, cards }, () => {});
  return { foresight, shown };
};

test("a press is answered at once, and the server's answer takes its place", () => {
  const { foresight, shown } = begun();
  foresight.change({ countries: ["KZ"] });
  assert.deepEqual(shown, [[0, 2]]);
  foresight.hear({ ...everything(), countries: ["KZ"] });
  assert.deepEqual(shown, [[0, 2], null]);
});

test("answers to older presses change nothing, in whatever order the values come", () => {
  const { foresight, shown } = begun();
  foresight.change({ countries: ["KZ"] });
  foresight.change({ countries: ["UZ", "KZ"] });
  foresight.hear({ ...everything(), countries: ["KZ"] });
  assert.deepEqual(shown, [
    [0, 2],
    [0, 1, 2],
  ]);
  foresight.hear({ ...everything(), countries: ["KZ", "UZ"] });
  assert.equal(shown.at(-1), null);
});

test("several filters are awaited together", () => {
  const { foresight, shown } = begun();
  foresight.change({ countries: ["KZ"] });
  foresight.change({ since: "2025-04-01", until: "" });
  assert.deepEqual(shown, [[0, 2], [2]]);
  foresight.hear({ ...everything(), countries: ["KZ"] });
  assert.equal(shown.length, 2);
  foresight.hear({ ...everything(), countries: ["KZ"], since: "2025-04-01" });
  assert.equal(shown.at(-1), null);
});

test("a slow server brings back nothing while it is silent, and an older answer of it does not either", () => {
  const { foresight, shown } = begun();
  foresight.change({ countries: ["KZ"] });
  foresight.change({ countries: ["KZ", "UZ"] });
  mock.timers.tick(foresight.SILENCE - 1);
  foresight.hear({ ...everything(), countries: ["KZ"] });
  mock.timers.tick(foresight.PATIENCE - 1);
  foresight.hear({ ...everything(), countries: ["KZ", "UZ"] });
  assert.deepEqual(shown, [[0, 2], [0, 1, 2], null]);
});

test("a server that never comes to know of a press is believed after a while", () => {
  for (const [heard, time] of [
    [true, "PATIENCE"],
    [false, "SILENCE"],
  ]) {
    const { foresight, shown } = begun();
    foresight.change({ countries: ["UZ"] });
    if (heard) foresight.hear(everything());
    mock.timers.tick(foresight[time]);
    assert.deepEqual(shown, [[1], null]);
  }
});

test("what the server knows already is not shown again", () => {
  const { foresight, shown } = begun({ countries: ["KZ"] });
  foresight.change({ countries: ["KZ"] });
  assert.deepEqual(shown, []);
});

for (const server of [{ text: "trade" }, { scene: 2 }]) {
  test(`what is filtered by ${JSON.stringify(server)} is left to the server`, () => {
    const { foresight } = begun(server);
    foresight.change({ countries: ["KZ"] });
    assert.equal(foresight.state, null);
  });
}

test("a row of pills that is not drawn as it was offered is not read", () => {
  const button = (pressed) => ({ getAttribute: () => String(pressed) });
  const rows = { countries: [button(false), button(true)], topics: [button(true)] };
  const box = { querySelectorAll: (selector) => rows[/st-key-(\w+)/.exec(selector)[1]] || [] };
  const offered = { countries: ["KZ", "UZ"], topics: ["energy", "trade"], kinds: ["talks"] };
  assert.deepEqual(plain(mapapp.chosenIn(box, offered)), { countries: ["UZ"] });
});
