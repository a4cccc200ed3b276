// Where a name may stand along a line. mapapp/exports/picture/along.py decides the same for pictures; the cases in
// tests/fixtures/along.json hold for both.
"use strict";

mapapp.ALONG = { step: 10, most: 300, chord: 0.9, steep: 0.9, bent: 1.2, gap: 3, half: 0.45, crossed: 0.2 };

/**
 * The best place for a name along a line: where the line is straight enough, as near to the middle of what is seen as
 * there is room, above the line rather than below it, and upright. Null where there is none.
 * @param {[x: number, y: number][]} line in pixels
 * @param {[width: number, height: number]} size of the name
 * @param {Box} inside what is seen
 * @param {{ hit(box: Box): boolean }} taken
 * @param {{ hit(box: Box): boolean }} crossed points of lines that the name keeps off where it can
 * @returns {AlongSpot | null}
 */
mapapp.along = (line, size, inside, taken, crossed) => {
  const walk = new mapapp.Walk(line);
  /** @type {AlongSpot | null} */
  let best = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const middle of mapapp.middles(walk, size[0], inside)) {
    for (const spot of mapapp.besideLine(walk, middle, size)) {
      if (!spot.boxes.every((box) => mapapp.within(box, inside))) continue;
      if (spot.boxes.some((box) => taken.hit(box))) continue;
      const hit = spot.boxes.filter((box) => crossed.hit(box)).length;
      if (hit > mapapp.ALONG.crossed * spot.boxes.length || hit >= fewest) continue;
      [best, fewest] = [spot, hit];
      if (!hit) return best;
    }
  }
  return best;
};

/** A line by the way gone along it. */
mapapp.Walk = class {
  /** @param {[x: number, y: number][]} line */
  constructor(line) {
    this.line = line;
    this.gone = [0];
    for (let i = 1; i < line.length; i++) {
      this.gone.push(this.gone[i - 1] + Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]));
    }
  }

  get length() {
    return this.gone[this.gone.length - 1];
  }

  /**
   * The number of the first point that lies farther along.
   * @param {number} way
   */
  after(way) {
    let [low, high] = [0, this.gone.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.gone[middle] > way) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /**
   * @param {number} way
   * @returns {[x: number, y: number]}
   */
  at(way) {
    const next = Math.min(Math.max(this.after(way), 1), this.line.length - 1);
    const [a, b] = [this.line[next - 1], this.line[next]];
    const share = (way - this.gone[next - 1]) / (this.gone[next] - this.gone[next - 1] || 1);
    return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
  }
};

/**
 * Ways along the line at which the middle of a name may stand, the best first.
 * @param {InstanceType<typeof mapapp.Walk>} walk
 * @param {number} width
 * @param {Box} inside
 */
mapapp.middles = (walk, width, [left, top, right, bottom]) => {
  const { step, most } = mapapp.ALONG;
  const room = walk.length - width;
  /** @type {number[]} */
  const seen = [];
  const each = Math.max(step, room / most);
  for (let i = 0; i * each <= room; i++) {
    const way = width / 2 + i * each;
    const [x, y] = walk.at(way);
    if (x >= left && x <= right && y >= top && y <= bottom) seen.push(way);
  }
  const middle = (seen[0] + seen[seen.length - 1]) / 2;
  return seen.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
};

/**
 * The places above and below a piece of the line; none where it is too steep or too bent.
 * @param {InstanceType<typeof mapapp.Walk>} walk
 * @param {number} middle
 * @param {[width: number, height: number]} size
 * @returns {AlongSpot[]}
 */
mapapp.besideLine = (walk, middle, [width, height]) => {
  const { chord, steep, bent, gap, half } = mapapp.ALONG;
  const ends = [walk.at(middle - width / 2), walk.at(middle + width / 2)];
  const [a, b] = ends[0][0] <= ends[1][0] ? ends : [ends[1], ends[0]];
  const long = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [ux, uy] = [(b[0] - a[0]) / (long || 1), (b[1] - a[1]) / (long || 1)];
  if (long < chord * width || Math.abs(uy) > steep) return [];
  const points = walk.line.slice(walk.after(middle - width / 2), walk.after(middle + width / 2));
  const away = points.map(([x, y]) => (x - a[0]) * uy - (y - a[1]) * ux); // upwards
  const [up, down] = [Math.max(0, ...away), Math.max(0, ...away.map((one) => -one))];
  if (up + down > bent * height) return [];
  const pieces = Math.ceil(width / (0.8 * height));
  return [up, -down].map((reach, side) => {
    const off = reach + (side ? -1 : 1) * (gap + height / 2);
    const [x, y] = [(a[0] + b[0]) / 2 + uy * off, (a[1] + b[1]) / 2 - ux * off];
    const boxes = Array.from({ length: pieces }, (_, index) => {
      const along = ((index + 0.5) / pieces - 0.5) * width;
      const [cx, cy] = [x + ux * along, y + uy * along];
      return /** @type {Box} */ ([cx - half * height, cy - half * height, cx + half * height, cy + half * height]);
    });
    return { at: [x, y], angle: Math.atan2(uy, ux), boxes };
  });
};
