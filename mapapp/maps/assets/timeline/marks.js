// Where each event stands in its lane of the timeline.
"use strict";

/**
 * A sign in a lane: a dot at x, or a bar from x to `end`; `core` is the part of a bar that is sure. `row` counts the
 * bars that lie over each other. A pile stands for `events` dots for which there is no room.
 * @typedef {{ events: number[], lane: number, x: number, end: number, row: number,
 *   core?: [number, number], pile?: boolean }} TimeMark
 */

mapapp.ROOM = 11; // pixels between dots
mapapp.TIGHT = 7; // below that they become a pile

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
 * @param {Days[]} days of the events, in order of time
 * @param {number[]} lanes of the events
 * @param {InstanceType<typeof mapapp.TimeScale>} scale
 * @returns {TimeMark[]}
 */
mapapp.timeMarks = (days, lanes, scale) => {
  /** @type {Map<string, number[]>} */
  const dots = new Map();
  /** @type {TimeMark[]} */
  const marks = [];
  /** @type {Map<number, number[]>} */
  const ends = new Map(); // of the bars in each row of a lane
  days.forEach((event, index) => {
    const [from, to] = mapapp.spanOf(event);
    const column = scale.columns.findIndex((other) => other.from <= from && to <= other.to);
    if (to - from === 1 && column >= 0) {
      const key = `${lanes[index]} ${column}`;
      dots.set(key, [...(dots.get(key) || []), index]);
      return;
    }
    const [x, end] = [scale.x(from) + 3, scale.x(to) - 3];
    const rows = ends.get(lanes[index]) || [];
    const free = rows.findIndex((last) => last < x);
    const row = free < 0 ? rows.length : free;
    rows[row] = end;
    ends.set(lanes[index], rows);
    const [, , sureFrom, sureTo] = event;
    const core = sureFrom && mapapp.spanOf([sureFrom, sureTo]);
    marks.push({
      events: [index],
      lane: lanes[index],
      x,
      end: Math.max(end, x + 6),
      row,
      ...(core ? { core: [Math.max(x, scale.x(core[0])), Math.min(end, scale.x(core[1]))] } : {}),
    });
  });
  for (const [key, events] of dots) {
    const [lane, column] = key.split(" ").map(Number);
    marks.push(...mapapp.spread(events, lane, scale.columns[column], scale.unit));
  }
  return marks;
};

/**
 * Dots of one lane side by side in their column: by day where it is longer than one, evenly within a day.
 * @param {number[]} events
 * @param {number} lane
 * @param {Column} column
 * @param {string} unit
 * @returns {TimeMark[]}
 */
mapapp.spread = (events, lane, { x, width }, unit) => {
  const room = width / (events.length + (unit === "day" ? 0 : 1));
  if (room < mapapp.TIGHT) {
    const middle = x + width / 2;
    return [{ events, lane, x: middle, end: middle, row: 0, pile: true }];
  }
  const step = Math.min(room, 3 * mapapp.ROOM);
  const start = x + width / 2 - (step * (events.length - 1)) / 2;
  return events.map((event, i) => ({ events: [event], lane, x: start + i * step, end: start + i * step, row: 0 }));
};
