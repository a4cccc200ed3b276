// A scale of time on which busy days are wide and empty stretches are folded.
"use strict";

/**
 * A day, month, year or decade that has events, or a longer stretch of which nothing more is known. `to` is the day
 * after its last, `weight` the number of events that surely belong to it; `x` and `width` are pixels.
 * @typedef {{ from: number, to: number, weight: number, x: number, width: number }} Column
 */

/** First days of the unit that a day lies in and of the one after it. */
mapapp.UNITS = /** @type {Record<string, (day: number) => [number, number]>} */ ({
  day: (day) => [day, day + 1],
  month: (day) => mapapp.turn(day, (y, m) => [Date.UTC(y, m), Date.UTC(y, m + 1)]),
  year: (day) => mapapp.turn(day, (y) => [Date.UTC(y, 0), Date.UTC(y + 1, 0)]),
  decade: (day) => mapapp.turn(day, (y) => [Date.UTC(y - (y % 10), 0), Date.UTC(y - (y % 10) + 10, 0)]),
});

/**
 * @param {number} day
 * @param {(year: number, month: number) => number[]} ends gives milliseconds
 * @returns {[number, number]}
 */
mapapp.turn = (day, ends) => {
  const date = new Date(day * 864e5);
  const [from, to] = ends(date.getUTCFullYear(), date.getUTCMonth());
  return [from / 864e5, to / 864e5];
};

/** A first day, the day after the last, and whether it surely was on all of them. @typedef {[number, number, boolean]} Span */

mapapp.BRIEF = 3; // units; what takes more of them makes none of them busy

/**
 * The busy units of one kind, in order, and stretches of doubt that touch none of them.
 * @param {Span[]} spans
 * @param {string} unit a name of `UNITS`
 */
mapapp.busy = (spans, unit) => {
  const around = mapapp.UNITS[unit];
  /** @type {Map<number, Column>} */
  const found = new Map();
  /** @type {[number, number][]} */
  const long = [];
  for (const [from, to, sure] of spans) {
    /** @type {[number, number][]} */
    const units = [];
    for (let day = from; day < to && units.length <= mapapp.BRIEF; day = around(day)[1]) units.push(around(day));
    if (units.length > mapapp.BRIEF) long.push([from, to]);
    else
      for (const [start, end] of units) {
        const column = found.get(start) || { from: start, to: end, weight: 0, x: 0, width: 0 };
        column.weight += sure || units.length === 1 ? 1 : 0;
        found.set(start, column);
      }
  }
  const columns = [...found.values()];
  for (const [from, to] of long.sort((a, b) => a[1] - a[0] - (b[1] - b[0]))) {
    if (!columns.some((column) => column.from < to && column.to > from))
      columns.push({ from, to, weight: 1, x: 0, width: 0 });
  }
  return columns.sort((a, b) => a.from - b.from);
};

/** @type {(from: number, to: number) => boolean} */
mapapp.isYear = (from, to) => String(mapapp.UNITS.year(from)) === String([from, to]);

mapapp.TimeScale = class {
  FOLD = 24; // pixels of an empty stretch
  LEAST = 30; // of a column
  width = 0;

  /**
   * @param {Span[]} spans of the events
   * @param {number} width pixels
   */
  constructor(spans, width) {
    if (width < 420) this.FOLD = 12;
    const most = Math.max(2, width / (this.LEAST + this.FOLD / 2));
    this.unit = Object.keys(mapapp.UNITS).find((unit) => mapapp.busy(spans, unit).length <= most) || "decade";
    this.columns = mapapp.busy(spans, this.unit);
    this.lay(width);
  }

  /** @param {number} width */
  lay(width) {
    const { columns } = this;
    const folds = columns.filter((column, i) => i && columns[i - 1].to < column.from).length;
    const free = Math.max(0, width - folds * this.FOLD - columns.length * this.LEAST);
    const share = (/** @type {Column} */ { weight }) => (weight ? 1 + Math.sqrt(weight) : 0);
    const whole = columns.reduce((sum, column) => sum + share(column), 0);
    let x = 0;
    columns.forEach((column, i) => {
      if (i && columns[i - 1].to < column.from) x += this.FOLD;
      column.x = x;
      column.width = this.LEAST + (free * share(column)) / whole;
      x += column.width;
    });
    this.width = x;
  }

  /**
   * Where a day begins, in pixels; in a folded stretch its middle.
   * @param {number} day
   */
  x(day) {
    let before = 0;
    for (const { from, to, x, width } of this.columns) {
      if (day < from) return before ? (before + x) / 2 : x;
      if (day <= to) return x + ((day - from) / (to - from)) * width;
      before = x + width;
    }
    return before;
  }

  /**
   * The column at a place, or the nearest.
   * @param {number} x pixels
   */
  nearest(x) {
    const away = this.columns.map((c) => Math.max(c.x - x, x - c.x - c.width, 0));
    return away.indexOf(Math.min(...away));
  }

  /** The middles of the folded stretches, in pixels. */
  folds() {
    return this.columns.flatMap(({ from, x }, i) => (i && this.columns[i - 1].to < from ? [x - this.FOLD / 2] : []));
  }

  /**
   * The words under a column, as long as there is room for.
   * @param {Column} column
   */
  words({ from, to, width }) {
    const form = { month: "month", year: "year", decade: "year" }[this.unit];
    if (form) return mapapp.dayWords(from, to, form);
    if (mapapp.isYear(from, to)) return mapapp.dayWords(from, to, "year");
    if (to - from > 1) return mapapp.dayWords(from, to, "short");
    return mapapp.dayWords(from, to, width > 104 ? "long" : width > 41 ? "short" : "day");
  }

  /** What stands below each column's words: the month where they have none, and the year where it changes. */
  below() {
    const { columns, unit } = this;
    const years = columns.map(({ from }) => mapapp.isoDay(from).slice(0, 4));
    const months = columns.map(({ from }) => mapapp.isoDay(from).slice(0, 7));
    let said = ""; // the year that was told last
    return columns.map(({ from, to, width }, i) => {
      if (unit !== "day" || mapapp.isYear(from, to)) return "";
      if (width <= 41 && months[i] !== months[i - 1]) return mapapp.dayWords(from, from + 1, "name");
      if (years[i] === said) return "";
      said = years[i];
      return said;
    });
  }
};
