// One day alone is wide, and its events stand at the hours of its clocks; who moves between zones sees the local ones.
"use strict";

/**
 * When an event begins and ends, in days with their fractions, as the clocks of its place say; null where no clock is known.
 * @param {Days} days where it stands
 * @param {number[]} [clock] minutes
 * @returns {Span | null}
 */
mapapp.clocked = (days, clock) => {
  if (!clock) return null;
  const [from, to] = mapapp.spanOf(days);
  const begins = from + clock[0] / 1440;
  return [begins, clock[1] === undefined ? (to - from > 1 ? to : begins) : to - 1 + clock[1] / 1440, true];
};

/**
 * The first and the last hour of the events of a day, null where there are not two clocks to tell apart.
 * @param {(Span | null)[]} clocked
 * @param {number} day
 */
mapapp.hoursOf = (clocked, day) => {
  /** @type {number[]} */
  const hours = [];
  for (const span of clocked)
    if (span && span[0] < day + 1 && span[1] >= day)
      hours.push(...[span[0], span[1]].map((at) => Math.round((at - day) * 1440) / 60));
  const [first, last] = [Math.max(0, Math.min(...hours)), Math.min(24, Math.max(...hours))];
  return first < last ? [Math.max(0, Math.ceil(first) - 1), Math.min(24, Math.floor(last) + 1)] : null;
};

/**
 * The days on which an event stands where hours are not shown: an evening that ends after midnight is of its first day.
 * @param {Days} days
 * @param {Span | null} [clock]
 * @returns {Span}
 */
mapapp.dayOf = (days, clock) => {
  const [from, to, sure] = mapapp.spanOf(days);
  return [from, clock && clock[1] - clock[0] < 0.5 ? from + 1 : to, sure];
};

mapapp.CLOSE = 11; // pixels between two dots; what is nearer is one pile

/**
 * @param {number[]} events of one lane, in order of time
 * @param {number} lane
 * @param {number[]} places in pixels
 */
mapapp.atHours = (events, lane, places) => {
  /** @type {TimeMark[]} */
  const marks = [];
  events.forEach((event, i) => {
    const x = places[i];
    const pile = marks.find((mark) => Math.abs(x - mark.x) < mapapp.CLOSE);
    if (pile) pile.events.push(event);
    else marks.push({ events: [event], lane, x, end: x, row: 0 });
  });
  return marks;
};

/**
 * The day that is shown alone, "" for none.
 * @param {{ since: string, until: string }} view
 */
mapapp.alone = ({ since, until }) => (since === until ? since : "");

/**
 * The moments to which playing comes in a column: the ends of its hours, or its own.
 * @param {Column} column
 */
mapapp.momentsOf = ({ from, to, hours }) => {
  if (!hours) return [to];
  return Array.from({ length: hours[1] - hours[0] }, (_, i) => from + (hours[0] + i + 1) / 24);
};

/**
 * The hours under a day, as many as there is room for.
 * @param {Column} column
 */
mapapp.hourWords = ({ x, width, hours }) => {
  /** @type {[x: number, words: string][]} */
  const said = [];
  if (!hours) return said;
  const [first, last] = hours;
  const hour = width / (last - first);
  const step = [1, 2, 3, 6, 12].find((each) => each * hour > 46) || 24;
  for (let at = first + 1; at < last; at++)
    if (at % step === 0) said.push([x + (at - first) * hour, `${String(at).padStart(2, "0")}:00`]);
  return said;
};
