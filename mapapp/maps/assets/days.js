// Days as numbers, in words, and which events lie between two of them.
"use strict";

/**
 * The number of a day, counted from 1 January 1970.
 * @param {string} iso YYYY-MM-DD
 */
mapapp.dayNumber = (iso) => Date.parse(`${iso}T00:00Z`) / 864e5;

/** @param {number} day */
mapapp.isoDay = (day) => new Date(day * 864e5).toISOString().slice(0, 10);

/**
 * Whether an event may lie between two days, or with `sure` surely does; "" for no first or last day. A day that is not
 * given lies far off. The rule of mapapp/selection.py.
 * @param {Days} days
 * @param {{ since: string, until: string, sure: boolean }} view
 */
mapapp.inTime = ([first, last, certainFirst, certainLast], view) => {
  const since = view.since || "0000";
  const until = view.until || "9999-99";
  if (first > until || last < since) return false;
  if (!view.sure) return true;
  if (first >= since && last <= until) return true;
  return certainFirst !== undefined && certainFirst <= until && certainLast >= since;
};

/** Forms of a day or a stretch of days, the longest first. */
mapapp.DAY_FORMS = /** @type {Record<string, Intl.DateTimeFormatOptions>} */ ({
  whole: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  long: { weekday: "short", day: "numeric", month: "long" },
  short: { day: "numeric", month: "short" },
  day: { day: "numeric" },
  name: { month: "short" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
});

/**
 * A stretch of days in words, as short as its form says.
 * @param {number} from
 * @param {number} to the day after the last
 * @param {string} form a name of `DAY_FORMS`
 */
mapapp.dayWords = (from, to, form) => {
  const format = mapapp.dates(mapapp.DAY_FORMS[form]);
  const [first, last] = [from, to - 1].map((day) => new Date(day * 864e5));
  const words = format.formatRange(first, last);
  return mapapp.formats.locale === "en-GB" ? words.replace(",", "") : words;
};

/** A first day, the day after the last, and whether it surely was on all of them. @typedef {[number, number, boolean]} Span */

/**
 * @param {Days} days
 * @returns {Span}
 */
mapapp.spanOf = ([first, last, sureFirst, sureLast]) => [
  mapapp.dayNumber(first),
  mapapp.dayNumber(last) + 1,
  sureFirst === first && sureLast === last,
];

/**
 * Whether a day is known at all.
 * @param {Days} [days]
 */
mapapp.isKnown = (days) => Boolean(days && days[0] > "0002" && days[1] < "9000");
