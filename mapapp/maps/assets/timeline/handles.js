// The two handles below the timeline: a slider with two thumbs, of which neither passes the other.
"use strict";

mapapp.Handles = class {
  /**
   * @param {HTMLElement} box
   * @param {(days: { since?: string, until?: string }, done: boolean) => void} moved told of each step of a thumb, with
   *   its new day or "" for none; `done` when it was let go
   */
  constructor(box, moved) {
    this.moved = moved;
    this.thumbs = [mapapp.tr("First day shown"), mapapp.tr("Last day shown")].map((label, which) => {
      const thumb = mapapp.button("thumb", "", () => {}, label);
      thumb.setAttribute("role", "slider");
      thumb.addEventListener("keydown", (event) => this.key(event, which));
      thumb.addEventListener("pointerdown", (event) => this.grab(event, which));
      return thumb;
    });
    this.track = mapapp.el("div", "time-track", mapapp.el("div", "time-range"), this.thumbs);
    box.append(this.track);
  }

  /** The columns of the two thumbs. */
  ends = [0, 0];

  /**
   * @param {InstanceType<typeof mapapp.TimeScale>} scale
   * @param {string} since "" for the beginning
   * @param {string} until "" for the end
   */
  show(scale, since, until) {
    this.scale = scale;
    const { columns, width } = scale;
    const last = columns.length - 1;
    const from = since ? mapapp.dayNumber(since) : columns[0].from;
    const to = until ? mapapp.dayNumber(until) + 1 : columns[last].to;
    const first = columns.findIndex((column) => column.to > from);
    this.ends = [
      first < 0 ? last : first,
      Math.max(
        0,
        columns.findLastIndex((column) => column.from < to),
      ),
    ];
    this.track.style.width = `${width}px`;
    this.track.style.setProperty("--since", `${since ? scale.x(from) : 0}px`);
    this.track.style.setProperty("--until", `${until ? scale.x(to) : width}px`);
    this.thumbs.forEach((thumb, which) => {
      const day = [from, to - 1][which];
      thumb.ariaValueMin = String([0, this.ends[0]][which]);
      thumb.ariaValueMax = String([this.ends[1], last][which]);
      thumb.ariaValueNow = String(this.ends[which]);
      thumb.ariaValueText = mapapp.dayWords(day, day + 1, "whole");
    });
  }

  /**
   * Put a thumb on a column, as far as the other lets it.
   * @param {number} which 0 the first, 1 the last
   * @param {number} column
   * @param {boolean} done
   */
  put(which, column, done) {
    if (!this.scale) return;
    const { columns } = this.scale;
    const last = columns.length - 1;
    const [least, most] = which ? [this.ends[0], last] : [0, this.ends[1]];
    const at = Math.min(most, Math.max(least, column));
    if (which) this.moved({ until: at < last ? mapapp.isoDay(columns[at].to - 1) : "" }, done);
    else this.moved({ since: at ? mapapp.isoDay(columns[at].from) : "" }, done);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} which
   */
  key(event, which) {
    const steps = /** @type {Record<string, number>} */ ({
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -5,
      PageUp: 5,
      Home: -1e6,
      End: 1e6,
    });
    const by = steps[event.key];
    if (!by) return;
    event.preventDefault();
    this.put(which, this.ends[which] + by, true);
  }

  /**
   * @param {PointerEvent} event
   * @param {number} which
   */
  grab(event, which) {
    const thumb = this.thumbs[which];
    thumb.setPointerCapture(event.pointerId);
    thumb.onpointermove = ({ clientX }) => {
      const x = clientX - this.track.getBoundingClientRect().left;
      if (this.scale) this.put(which, this.scale.nearest(x), false);
    };
    thumb.onlostpointercapture = () => {
      thumb.onpointermove = thumb.onlostpointercapture = null;
      this.moved({}, true);
    };
  }
};
