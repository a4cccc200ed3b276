// The view in the address: the same names as in mapapp/view.py, values and limits as in mapapp/query.py. What both read
// and write of it is told by tests/fixtures/queries.json.
"use strict";

/**
 * What an address asks to see; empty lists and texts ask for everything. Days are YYYY-MM-DD. `corridors` is null for
 * what the tour shows by default.
 * @typedef {object} View
 * @property {string} tour
 * @property {string} since
 * @property {string} until
 * @property {boolean} sure
 * @property {string[]} countries
 * @property {string[]} travellers
 * @property {string[]} people
 * @property {string[]} kinds
 * @property {string[]} topics
 * @property {string[]} statuses
 * @property {string} text
 * @property {string} event
 * @property {number} scene 0 for none
 * @property {Framed | null} framing
 * @property {string[] | null} corridors
 * @property {string} basemap
 * @property {string} borders
 * @property {string} theme
 * @property {string} language
 * @property {string} beside what the tour is compared with
 * @property {string} align
 */

/** A value that cannot be meant; its message is the name of the parameter, "" for the address as a whole. */
mapapp.Refused = class extends Error {};

mapapp.LIMITS = { query: 8000, parameters: 100, items: 200, text: 200 };

/**
 * @param {unknown} fine
 * @param {string} name
 */
mapapp.insist = (fine, name) => {
  if (!fine) throw new mapapp.Refused(name);
};

/** @type {(name: string, value: string) => string} */
mapapp.readText = (name, value) => {
  mapapp.insist(value.length <= mapapp.LIMITS.text || [...value].length <= mapapp.LIMITS.text, name);
  return value.trim();
};

/**
 * Items between commas; a comma within one is written as in a URL, so that it does not split it.
 * @type {(name: string, value: string) => string[]}
 */
mapapp.readList = (name, value) => {
  const parts = value.split(",").map((part) => part.replaceAll("%2C", ",").replaceAll("%25", "%"));
  const items = [...new Set(parts.map((part) => mapapp.readText(name, part)))].filter(Boolean);
  mapapp.insist(items.length <= mapapp.LIMITS.items, name);
  return items;
};

/** @param {string[]} items */
mapapp.writeList = (items) => items.map((item) => item.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");

/** @type {(name: string, value: string) => string} */
mapapp.readDay = (name, value) => {
  const [, year, month, day] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(value) || [];
  const iso = `${year}-${(month || "").padStart(2, "0")}-${(day || "").padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00Z`);
  mapapp.insist(year !== "0000" && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso), name);
  return iso;
};

/** @type {(name: string, value: string) => number} */
mapapp.readScene = (name, value) => {
  mapapp.insist(/^\d{1,3}$/.test(value) && Number(value) > 0, name);
  return Number(value);
};

/** @type {(name: string, value: string) => Framed} */
mapapp.readFraming = (name, value) => {
  const parts = value.split(",");
  const written = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
  mapapp.insist(parts.length === 3 && parts.every((part) => written.test(part.trim())), name);
  const [longitude, latitude, zoom] = parts.map(Number);
  mapapp.insist(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && zoom >= 0 && zoom <= 18, name);
  return [longitude, latitude, zoom];
};

/** @type {(name: string, value: string) => string} */
mapapp.readLanguage = (name, value) => {
  mapapp.insist(/^[a-z]{2,3}$/i.test(value), name);
  return value.toLowerCase();
};

/** @type {(...allowed: string[]) => (name: string, value: string) => string} */
mapapp.oneOf =
  (...allowed) =>
  (name, value) => {
    mapapp.insist(allowed.includes(value), name);
    return value;
  };

/**
 * Each parameter in the order in which it is written: its name, the field of the view, how it is read and written.
 * @type {[name: string, field: keyof View, read: (name: string, value: string) => any, write: (value: any) => string][]}
 */
mapapp.PARAMETERS = [
  ["tour", "tour", mapapp.readText, String],
  ["since", "since", mapapp.readDay, String],
  ["until", "until", mapapp.readDay, String],
  ["sure", "sure", (name, value) => mapapp.oneOf("0", "1")(name, value) === "1", (sure) => (sure ? "1" : "")],
  ["country", "countries", mapapp.readList, mapapp.writeList],
  ["traveller", "travellers", mapapp.readList, mapapp.writeList],
  ["person", "people", mapapp.readList, mapapp.writeList],
  ["kind", "kinds", mapapp.readList, mapapp.writeList],
  ["topic", "topics", mapapp.readList, mapapp.writeList],
  ["status", "statuses", mapapp.readList, mapapp.writeList],
  ["q", "text", mapapp.readText, String],
  ["event", "event", mapapp.readText, String],
  ["scene", "scene", mapapp.readScene, (scene) => (scene ? String(scene) : "")],
  ["at", "framing", mapapp.readFraming, (framing) => (framing || []).join(",")],
  [
    "corridor",
    "corridors",
    (name, value) => {
      const found = mapapp.readList(name, value);
      return found.length === 1 && found[0] === "none" ? [] : found;
    },
    (ids) => ids && (mapapp.writeList(ids) || "none"),
  ],
  ["basemap", "basemap", mapapp.oneOf("", "osm"), String],
  ["borders", "borders", mapapp.oneOf("un-eu", "de-facto"), (borders) => (borders === "un-eu" ? "" : borders)],
  ["theme", "theme", mapapp.oneOf("auto", "light", "dark"), (theme) => (theme === "auto" ? "" : theme)],
  ["lang", "language", mapapp.readLanguage, String],
  ["with", "beside", mapapp.readText, String],
  ["align", "align", mapapp.oneOf("date", "travel"), (align) => (align === "date" ? "" : align)],
];

/** @returns {View} */
mapapp.everything = () => ({
  tour: "",
  since: "",
  until: "",
  sure: false,
  countries: [],
  travellers: [],
  people: [],
  kinds: [],
  topics: [],
  statuses: [],
  text: "",
  event: "",
  scene: 0,
  framing: null,
  corridors: null,
  basemap: "",
  borders: "un-eu",
  theme: "auto",
  language: "",
  beside: "",
  align: "date",
});

/**
 * Throws mapapp.Refused for what cannot be meant. Parameters that are not ours are passed over.
 * @param {string} query without "?" or "#"
 * @returns {View}
 */
mapapp.readQuery = (query) => {
  mapapp.insist(query.length <= mapapp.LIMITS.query && query.split("&").length <= mapapp.LIMITS.parameters, "");
  const known = new Map(mapapp.PARAMETERS.map((parameter) => [parameter[0], parameter]));
  const seen = new Set();
  /** @type {Record<string, any>} */
  const read = {};
  for (const [name, value] of new URLSearchParams(query)) {
    mapapp.insist(name !== "v" || value === "1", name);
    const [, field, reader] = known.get(name) || [];
    if (!field || !reader) continue;
    mapapp.insist(!seen.has(name), name);
    seen.add(name);
    read[field] = reader(name, value);
  }
  const view = { ...mapapp.everything(), ...read };
  mapapp.insist(!view.since || !view.until || view.since <= view.until, "until");
  return view;
};

/**
 * The query of a view, without "?": the version and every value that is not the default.
 * @param {View} view
 */
mapapp.writeQuery = (view) => {
  const pairs = [["v", "1"]];
  for (const [name, field, , write] of mapapp.PARAMETERS) {
    const value = write(view[field]);
    if (value) pairs.push([name, value]);
  }
  return pairs.map(([name, value]) => `${name}=${mapapp.encoded(value)}`).join("&");
};

/**
 * A value as Python's urlencode writes it, with commas and colons as they are.
 * @param {string} value
 */
mapapp.encoded = (value) =>
  encodeURIComponent(value.replace(/\p{Surrogate}/gu, "?"))
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+")
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":");
