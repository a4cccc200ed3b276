// Puts scripts of the page into a world of their own, as a document would, and gives what they have made.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { document } from "./dom.js";

const ROOT = new URL("../../", import.meta.url);
const latLng = (lat, lng) => ({ lat, lng });
const Node = { DOCUMENT_POSITION_FOLLOWING: 4 };
/** What Leaflet's scale was told. */
export const scale = {};
const Control = { Scale: { mergeOptions: (options) => Object.assign(scale, options) } };
const L = {
  Control,
  Canvas: class {},
  latLng,
  CRS: { EPSG3857: { latLngToPoint: ({ lat, lng }) => ({ x: lng, y: lat }) } },
};
/** The window of every world; a test that changes it sets it right again. */
export const window = { matchMedia: () => ({ matches: false }) };
const Observer = class {
  observe() {}
};

/** The frames of every world, which come when a test lets them: `run` is the next one, at a time in milliseconds. */
export const clock = {
  now: 0,
  waiting: null,
  run(now) {
    const frame = clock.waiting;
    Object.assign(clock, { now, waiting: null });
    frame(now);
  },
};

/** @param {...string} names of files in mapapp/maps/assets */
export function page(...names) {
  const world = createContext({
    mapapp: {},
    Node,
    HTMLInputElement: class {},
    URL,
    atob,
    btoa,
    getComputedStyle: (element) => element.computed ?? { font: "" },
    URLSearchParams,
    Date,
    Intl,
    setTimeout: (...call) => setTimeout(...call), // which a test may mock
    clearTimeout: (timer) => clearTimeout(timer),
    document,
    L,
    performance: { now: () => clock.now },
    requestAnimationFrame: (frame) => Object.assign(clock, { waiting: frame }),
    cancelAnimationFrame: () => Object.assign(clock, { waiting: null }),
    IntersectionObserver: Observer,
    MutationObserver: Observer,
    window,
  });
  for (const name of ["text.js", "speech.js", "untold.js", ...names]) {
    const file = new URL(`mapapp/maps/assets/${name}`, ROOT);
    runInContext(readFileSync(file, "utf8"), world, { filename: file.href }); // by which coverage knows the script
  }
  return world.mapapp;
}

/** @param {string} name of a file in tests/fixtures */
export const cases = (name) => JSON.parse(readFileSync(new URL(`tests/fixtures/${name}`, ROOT), "utf8"));

/**
 * The same in this world: objects of another one are never strictly equal to ours.
 * @param {unknown} value
 */
export const plain = (value) => JSON.parse(JSON.stringify(value));

/** Points as boxes without width and height. */
export const points = (/** @type {[number, number][]} */ found) => found.map(([x, y]) => [x, y, x, y]);
