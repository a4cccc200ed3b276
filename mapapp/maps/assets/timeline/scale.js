// A scale of time on which busy days are wide and empty stretches are folded.
"use strict";

/**
 * A day, month, year or decade that has events, or a longer stretch of which nothing more is known. `to` is the day
 * after its last, `weight` the number of events that surely belong to it; `x` and `width` are pixels. A day that is shown
 * by its `hours` has the first and the last of them.
 * @typedef {{ from: number, to: number, weight: number, x: number, width: number, hours?: number[] | null }} Column
 */

mapapp.UNITS = [0, 1, 12, 120]; // months of a day, a month, a year, a decade

/**
 * The first day of the unit that a day lies in, and that of the one after it.
 * @param {number} day
 * @param {number} months of `UNITS`
 */
mapapp.unitAround = (day, months) => {
  if (!months) return [day, day + 1];
  const date = new Date(day * 864e5);
  const month = (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
  const first = Math.floor(month / months) * months;
  return [first, first + months].map((since) => Date.UTC(1970, since) / 864e5);
};

mapapp.BRIEF = 3; // units; what takes more of them makes none of them busy

/**
 * The busy units of one kind, in order, and stretches of doubt that touch none of them.
 * @param {Span[]} spans
 * @param {number} months of `UNITS`
 */
mapapp.busy = (spans, months) => {
  /** @type {Map<number, Column>} */
  const found = new Map();
  /** @type {Span[]} */
  const long = [];
  for (const span of spans) {
    const [from, to, sure] = span;
    const units = [];
    for (let day = from; day < to && units.length <= mapapp.BRIEF; [, day] = units[units.length - 1])
      units.push(mapapp.unitAround(day, months));
    if (units.length > mapapp.BRIEF) long.push(span);
    else
      for (const [start, end] of units) {
        const column = found.get(start) || { from: start, to: end, weight: 0, x: 0, width: 0 };
        column.weight += Number(sure || units.length === 1);
        found.set(start, column);
      }
  }
  const columns = [...found.values()];
  for (const [from, to] of long.sort((a, b) => a[1] - a[0] - (b[1] - b[0])))
    if (!columns.some((column) => column.from < to && column.to > from))
      columns.push({ from, to, weight: 1, x: 0, width: 0 });
  return columns.sort((a, b) => a.from - b.from);
};

mapapp.TimeScale = class {
  FOLD = 24; // pixels of an empty stretch
  LEAST = 34; // of a column
  width = 0;
  /** @type {Column[]} */
  columns = [];

  /**
   * @param {Span[]} spans of the events
   * @param {number} width pixels
   * @param {number} [day] that is shown alone
   * @param {(day: number) => number[] | null} [hoursOf] the first and the last hour of a day, where clocks are known
   */
  constructor(spans, width, day, hoursOf) {
    if (width < 420) this.FOLD = 12;
    let free = -1;
    for (const months of mapapp.UNITS) {
      this.columns = mapapp.busy(spans, months);
      free = width - this.columns.length * this.LEAST - this.folds().length * this.FOLD;
      if (free >= 0) break;
    }
    const open = hoursOf && this.open(Number(day), hoursOf);
    if (open) free = width - this.columns.length * this.LEAST - this.folds().length * this.FOLD;
    const share = (/** @type {Column} */ column) =>
      open ? Number(column === open) : column.weight ? 1 + Math.sqrt(column.weight) : 0;
    const whole = this.columns.reduce((sum, column) => sum + share(column), 0);
    this.columns.forEach((column, i) => {
      if (this.folded(i)) this.width += this.FOLD;
      column.x = this.width;
      column.width = this.LEAST + (Math.max(0, free) * share(column)) / whole;
      this.width += column.width;
    });
  }

  /**
   * The column of a day that is shown by its hours: the only one, or the day alone, cut out of what it lies in.
   * @param {number} day NaN for none
   * @param {(day: number) => number[] | null} hoursOf
   */
  open(day, hoursOf) {
    const { columns } = this;
    const [only] = columns;
    const first = columns.length === 1 && only.to - only.from === 1 ? only.from : day;
    const at = columns.findIndex((column) => column.from <= first && first < column.to);
    const hours = at < 0 ? null : hoursOf(first);
    if (!hours) return null;
    const { from, to, weight } = columns[at];
    const ends = [...new Set([from, first, first + 1, to])];
    const pieces = ends.slice(1).map((end, i) => ({ from: ends[i], to: end, weight, x: 0, width: 0 }));
    columns.splice(at, 1, ...pieces);
    return Object.assign(pieces[ends.indexOf(first)], { hours });
  }

  /** @param {number} i whether there is an empty stretch before that column */
  folded(i) {
    return i > 0 && this.columns[i - 1].to < this.columns[i].from;
  }

  /**
   * Where a day begins, in pixels; in a folded stretch its middle.
   * @param {number} day
   */
  x(day) {
    let before = 0;
    for (const { from, to, x, width, hours } of this.columns) {
      if (day < from) return before ? (before + x) / 2 : x;
      const [first, last] = hours || [0, 24];
      const part = ((day - from) / (to - from)) * 24;
      if (day <= to) return x + Math.min(1, Math.max(0, (part - first) / (last - first))) * width;
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
    return this.columns.filter((_, i) => this.folded(i)).map(({ x }) => x - this.FOLD / 2);
  }

  /**
   * What stands under each column, and below it the month of a mere number, or the year where it is new; "" where it has no room.
   * @param {(words: string) => number} measure gives the pixels of a text
   */
  labels(measure) {
    let said = ""; // the year
    return this.columns.map(({ from, to, x, width, hours }, i) => {
      const [before, after] = [this.columns[i - 1], this.columns[i + 1]];
      const [left, right] = [
        before ? (before.x + before.width + x) / 2 : 0,
        after ? (x + width + after.x) / 2 : x + width,
      ];
      const middle = x + width / 2;
      if (hours) return ["\u00a0", mapapp.tr("{day}, local time", { day: mapapp.dayWords(from, to, "whole") })];
      const room = 2 * Math.min(middle - left, right - middle) - 4; // with half of the folds beside it
      const forms = mapapp.columnWords(from, to);
      const words = forms.find((form) => measure(form) <= room) || "";
      if (words === forms[2]) return [words, mapapp.monthOf(from)];
      const year = mapapp.isoDay(from).slice(0, 4);
      const below = words && year !== said && !words.includes(year) ? year : "";
      said = year;
      return [words, below];
    });
  }
};

/**
 * The words for a column, the longest first.
 * @param {number} from
 * @param {number} to the day after its last
 */
mapapp.columnWords = (from, to) => {
  const unit = mapapp.UNITS.findIndex((months) => String(mapapp.unitAround(from, months)) === String([from, to]));
  if (unit === 3) return [mapapp.tr("{year}s", { year: mapapp.isoDay(from).slice(0, 4) })];
  const forms = [["long", "short", "day"], ["month", "name"], ["year"]][unit] || ["short", "year"];
  return forms.map((form) => mapapp.dayWords(from, to, form));
};
