// Where each event stands in its lane of the timeline.
"use strict";

/**
 * A sign in a lane: a dot at x, or a bar from x to `end`; `core` is the part of a bar that is sure. `row` counts the
 * bars that lie over each other. A dot of several events is a pile, for whose dots there is no room.
 * @typedef {{ events: number[], lane: number, x: number, end: number, row: number, core?: [number, number] }} TimeMark
 */

mapapp.ROOM = 33; // pixels between dots, at most
mapapp.TIGHT = 7; // below that they become piles
mapapp.PILE = 40; // pixels between piles
mapapp.ROWS = 5; // of bars; what would be a sixth lies on the fifth

/**
 * @param {Days[]} days of the events, in order of time
 * @param {number[]} lanes of the events
 * @param {InstanceType<typeof mapapp.TimeScale>} scale
 * @param {(Span | null)[]} [clocked] by the clock, where it is known
 * @returns {TimeMark[]}
 */
mapapp.timeMarks = (days, lanes, scale, clocked = []) => {
  /** @type {TimeMark[]} */
  const marks = [];
  /** @type {Map<string, number[]>} */
  const dots = new Map();
  /** @type {TimeMark[][]} */
  const last = []; // bar of each row of a lane
  const open = scale.columns.find(({ hours }) => hours);
  days.forEach((event, index) => {
    if (!mapapp.isKnown(event)) return;
    const lane = lanes[index];
    const clock = clocked[index];
    const hour = open && clock && clock[0] < open.to && clock[1] >= open.from;
    const [from, to] = hour ? clock : mapapp.dayOf(event, clock);
    const column = scale.columns.findIndex((other) => other.from <= from && to <= other.to);
    const day = to - from === 1 && column >= 0;
    if (hour ? scale.x(to) - scale.x(from) < mapapp.CLOSE : day && scale.columns[column] !== open) {
      const key = `${lane} ${column}`;
      if (!dots.has(key)) dots.set(key, []);
      dots.get(key)?.push(index);
      return;
    }
    const x = scale.x(from) + 3;
    const end = Math.max(scale.x(to) - 3, x + 6);
    last[lane] ??= [];
    const free = last[lane].findIndex((bar) => bar.end < x);
    const row = free < 0 ? last[lane].length : free;
    if (row === mapapp.ROWS) {
      const bar = last[lane][row - 1];
      bar.events.push(index);
      bar.end = Math.max(bar.end, end);
      return;
    }
    /** @type {TimeMark} */
    const bar = { events: [index], lane, x, end, row };
    const [, , sureFrom, sureTo] = event;
    if (hour) bar.core = [x, end];
    else if (sureFrom && !day)
      bar.core = [scale.x(mapapp.dayNumber(sureFrom)) + 3, scale.x(mapapp.dayNumber(sureTo) + 1) - 3];
    last[lane][row] = bar;
    marks.push(bar);
  });
  for (const [key, events] of dots) {
    const [lane, at] = key.split(" ").map(Number);
    const column = scale.columns[at];
    const places = events.map((event) => scale.x(clocked[event]?.[0] ?? 0));
    marks.push(...(column === open ? mapapp.atHours(events, lane, places) : mapapp.spread(events, lane, column)));
  }
  return marks;
};

/**
 * Dots of one lane side by side in the middle of their column, or as many piles as there is room for.
 * @param {number[]} events
 * @param {number} lane
 * @param {Column} column
 * @returns {TimeMark[]}
 */
mapapp.spread = (events, lane, { x, width }) => {
  const { length } = events;
  const tight = width < length * mapapp.TIGHT;
  const count = tight ? Math.max(1, Math.floor(width / mapapp.PILE)) : length;
  const step = Math.min(width / count, tight ? width : mapapp.ROOM);
  return Array.from({ length: count }, (_, i) => {
    const at = x + width / 2 + (i - (count - 1) / 2) * step;
    const [from, to] = [i, i + 1].map((piece) => Math.round((piece * length) / count));
    return { events: events.slice(from, to), lane, x: at, end: at, row: 0 };
  });
};
