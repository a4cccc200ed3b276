// The picture of the timeline: lanes with signs, columns, folds and the days under them. It knows no filter.
"use strict";

/**
 * What is drawn: the status and the colour of each event, whether it is there, and whether it is in the range.
 * @typedef {{ marks: TimeMark[], colours: string[], statuses: string[], there: (event: number) => boolean,
 *   within: (event: number) => boolean, selected: number, moment: number | null }} Picture
 */

mapapp.Strip = class {
  LANE = 24; // pixels
  RADIUS = 5;
  rows = 1; // of bars in the fullest lane
  TOP = 4;

  /** @param {HTMLElement} box */
  constructor(box) {
    this.canvas = mapapp.el("canvas", "time-canvas");
    this.canvas.setAttribute("aria-hidden", "true"); // the list and the buttons beside it say the same
    this.days = mapapp.el("div", "time-days");
    this.days.setAttribute("aria-hidden", "true");
    box.append(this.canvas, this.days);
  }

  /**
   * @param {InstanceType<typeof mapapp.TimeScale>} scale
   * @param {number} lanes
   */
  lay(scale, lanes) {
    this.scale = scale;
    this.lanes = lanes;
    this.height = this.TOP + lanes * this.LANE;
    const fine = window.devicePixelRatio || 1;
    this.canvas.width = Math.ceil(scale.width * fine);
    this.canvas.height = Math.ceil(this.height * fine);
    this.canvas.style.width = `${scale.width}px`;
    this.canvas.style.height = `${this.height}px`;
    this.canvas.getContext("2d")?.setTransform(fine, 0, 0, fine, 0, 0);
    const below = scale.below();
    this.days.replaceChildren(
      ...scale.columns.map((column, i) => {
        const day = mapapp.el("span", "", scale.words(column), below[i] ? mapapp.el("small", "", below[i]) : null);
        day.style.left = `${column.x}px`;
        day.style.width = `${column.width}px`;
        return day;
      }),
    );
  }

  /** @param {Picture} picture */
  draw(picture) {
    const pen = this.canvas.getContext("2d");
    if (!pen || !this.scale) return;
    this.rows = Math.max(0, ...picture.marks.map(({ row }) => row)) + 1;
    const css = getComputedStyle(document.documentElement);
    const colour = (/** @type {string} */ name) => css.getPropertyValue(name).trim() || "#888";
    pen.clearRect(0, 0, this.scale.width, this.height || 0);
    this.drawGround(pen, colour("--line"));
    const known = new Map([...new Set(picture.colours)].map((name) => [name, colour(name)]));
    const paper = colour("--raised");
    for (const mark of picture.marks) {
      const events = mark.events.filter(picture.there);
      if (!events.length) continue;
      pen.globalAlpha = events.some(picture.within) ? 1 : 0.25;
      this.drawMark(
        pen,
        { ...mark, events },
        known.get(picture.colours[events[0]]) || "",
        paper,
        picture.statuses[events[0]],
      );
      if (events.includes(picture.selected)) this.drawRing(pen, mark, colour("--accent"));
    }
    pen.globalAlpha = 1;
    if (picture.moment !== null) {
      pen.fillStyle = colour("--accent");
      pen.fillRect(picture.moment - 1, 0, 2, this.height || 0);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {string} line
   */
  drawGround(pen, line) {
    const { scale, height = 0 } = this;
    if (!scale) return;
    pen.strokeStyle = line;
    pen.lineWidth = 1;
    pen.beginPath();
    for (const { x, width } of scale.columns) {
      for (const edge of [x, x + width]) {
        pen.moveTo(Math.round(edge) + 0.5, 0);
        pen.lineTo(Math.round(edge) + 0.5, height);
      }
      for (let lane = 0; lane < (this.lanes || 0); lane++) {
        const y = this.middle(lane) + 0.5;
        pen.moveTo(x, y);
        pen.lineTo(x + width, y);
      }
    }
    for (const fold of scale.folds()) {
      const y = height - 6;
      const half = Math.min(9, scale.FOLD / 2 - 1);
      pen.moveTo(fold - half, y);
      for (const [dx, dy] of [
        [-5, 0],
        [-2, -5],
        [2, 5],
        [5, 0],
        [half, 0],
      ])
        pen.lineTo(fold + dx, y + dy);
    }
    pen.stroke();
  }

  /** @param {number} lane */
  middle(lane) {
    return this.TOP + lane * this.LANE + 9;
  }

  /**
   * Top and thickness of a bar: the more of them lie over each other in a lane, the thinner they are.
   * @param {TimeMark} mark
   */
  bar({ lane, row }) {
    const thick = this.rows > 2 ? Math.max(1.5, 9 / this.rows - 1) : 4;
    return [this.middle(lane) + 6 + Math.min(row, 4) * (thick + 1), thick];
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {TimeMark} mark
   * @param {string} colour
   * @param {string} paper
   * @param {string} status
   */
  drawMark(pen, mark, colour, paper, status) {
    const y = this.middle(mark.lane);
    const open = status === "announced";
    const off = status === "postponed" || status === "cancelled";
    pen.strokeStyle = colour;
    pen.lineWidth = 1.5;
    if (mark.pile) this.drawPile(pen, mark, y, colour, paper);
    else if (mark.end > mark.x) {
      const [top, thick] = this.bar(mark);
      pen.fillStyle = colour;
      pen.globalAlpha *= mark.core ? 0.4 : open ? 1 : 0.45;
      pen.setLineDash(open ? [3, 2] : []);
      pen.beginPath();
      pen.roundRect(mark.x, top, mark.end - mark.x, thick, thick / 2);
      if (open || off) pen.stroke();
      else pen.fill();
      if (mark.core && !open && !off) {
        pen.globalAlpha /= 0.4;
        pen.beginPath();
        pen.roundRect(mark.core[0] + 3, top, Math.max(4, mark.core[1] - mark.core[0] - 6), thick, 2);
        pen.fill();
      }
      if (off) this.drawLine(pen, (mark.x + mark.end) / 2 - 5, top + 7, (mark.x + mark.end) / 2 + 5, top - 3);
    } else {
      pen.setLineDash(open ? [3, 2] : []);
      pen.fillStyle = open || off ? paper : colour;
      pen.beginPath();
      pen.arc(mark.x, y, this.RADIUS, 0, 2 * Math.PI);
      pen.fill();
      pen.stroke();
      if (off) this.drawLine(pen, mark.x - 4, y + 4, mark.x + 4, y - 4);
    }
    pen.setLineDash([]);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number} x
   * @param {number} y
   * @param {number} x2
   * @param {number} y2
   */
  drawLine(pen, x, y, x2, y2) {
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x2, y2);
    pen.stroke();
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {TimeMark} mark
   * @param {number} y
   * @param {string} colour
   * @param {string} paper
   */
  drawPile(pen, mark, y, colour, paper) {
    const words = mapapp.number(mark.events.length);
    pen.font = "700 10px 'Noto Sans', system-ui, sans-serif";
    const width = pen.measureText(words).width + 8;
    pen.fillStyle = colour;
    pen.beginPath();
    pen.roundRect(mark.x - width / 2, y - 7, width, 14, 7);
    pen.fill();
    pen.fillStyle = paper;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(words, mark.x, y + 0.5);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {TimeMark} mark
   * @param {string} colour
   */
  drawRing(pen, mark, colour) {
    const y = this.middle(mark.lane);
    pen.strokeStyle = colour;
    pen.lineWidth = 2;
    pen.beginPath();
    if (mark.end > mark.x)
      pen.roundRect(mark.x - 3, this.bar(mark)[0] - 3, mark.end - mark.x + 6, this.bar(mark)[1] + 6, 4);
    else pen.arc(mark.x, y, this.RADIUS + 3.5, 0, 2 * Math.PI);
    pen.stroke();
  }

  /**
   * The sign at a place of the canvas, null where there is none.
   * @param {TimeMark[]} marks
   * @param {number} x
   * @param {number} y
   */
  at(marks, x, y) {
    let best = null;
    let least = 10;
    for (const mark of marks) {
      const bar = mark.end > mark.x;
      const [top, thick] = this.bar(mark);
      const middle = bar ? top + thick / 2 : this.middle(mark.lane);
      const away = Math.hypot(Math.max(mark.x - x, x - mark.end, 0), (y - middle) * (bar ? 2 : 1));
      if (away < least) [best, least] = [mark, away];
    }
    return best;
  }
};
