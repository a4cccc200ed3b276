// The two handles below the timeline: a slider with two thumbs, of which neither passes the other.
"use strict";

mapapp.Handles = class {
  /**
   * @param {HTMLElement} box
   * @param {(since: string, until: string, done: boolean) => void} moved told of each step; `done` when it was let go
   */
  constructor(box, moved) {
    this.moved = moved;
    this.range = mapapp.el("div", "time-range");
    const thumb = (/** @type {string} */ label) => {
      const button = mapapp.el("button", "thumb");
      button.type = "button";
      button.setAttribute("role", "slider");
      button.setAttribute("aria-label", label);
      return button;
    };
    this.thumbs = [thumb(mapapp.tr("First day shown")), thumb(mapapp.tr("Last day shown"))];
    this.track = mapapp.el("div", "time-track", this.range, ...this.thumbs);
    box.append(this.track);
    this.thumbs.forEach((button, which) => {
      button.addEventListener("keydown", (event) => this.key(event, which));
      button.addEventListener("pointerdown", (event) => this.grab(event, which));
    });
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
    const until_ = columns.findLastIndex((column) => column.from < to);
    this.ends = [first < 0 ? last : first, Math.max(0, until_)];
    const places = [since ? scale.x(from) : 0, until ? scale.x(to) : width];
    this.track.style.width = `${width}px`;
    this.range.style.left = `${places[0]}px`;
    this.range.style.width = `${Math.max(0, places[1] - places[0])}px`;
    this.thumbs.forEach((thumb, which) => {
      const day = which ? to - 1 : from;
      thumb.style.left = `${places[which]}px`;
      thumb.setAttribute("aria-valuemin", String(which ? this.ends[0] : 0));
      thumb.setAttribute("aria-valuemax", String(which ? last : this.ends[1]));
      thumb.setAttribute("aria-valuenow", String(this.ends[which]));
      thumb.setAttribute("aria-valuetext", mapapp.dayWords(day, day + 1, "whole"));
    });
  }

  /**
   * Put a thumb on a column, as far as the other lets it.
   * @param {number} which 0 the first, 1 the last
   * @param {number} column
   * @param {boolean} done
   */
  put(which, column, done) {
    const { scale, ends } = this;
    if (!scale) return;
    const last = scale.columns.length - 1;
    const within = Math.min(which ? last : ends[1], Math.max(which ? ends[0] : 0, column));
    const [first, end] = which ? [ends[0], within] : [within, ends[1]];
    const since = first ? mapapp.isoDay(scale.columns[first].from) : "";
    const until = end < last ? mapapp.isoDay(scale.columns[end].to - 1) : "";
    this.moved(since, until, done);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} which
   */
  key(event, which) {
    const last = (this.scale?.columns.length || 1) - 1;
    const here = this.ends[which];
    const steps = /** @type {Record<string, number>} */ ({
      ArrowLeft: here - 1,
      ArrowDown: here - 1,
      ArrowRight: here + 1,
      ArrowUp: here + 1,
      PageDown: here - 5,
      PageUp: here + 5,
      Home: 0,
      End: last,
    });
    if (!(event.key in steps)) return;
    event.preventDefault();
    this.put(which, steps[event.key], true);
  }

  /**
   * @param {PointerEvent} event
   * @param {number} which
   */
  grab(event, which) {
    const thumb = this.thumbs[which];
    thumb.setPointerCapture(event.pointerId);
    const left = this.track.getBoundingClientRect().left;
    const follow = (/** @type {PointerEvent} */ { clientX }) => {
      if (this.scale) this.put(which, this.scale.nearest(clientX - left), false);
    };
    const drop = () => {
      thumb.removeEventListener("pointermove", follow);
      this.put(which, this.ends[which], true);
    };
    thumb.addEventListener("pointermove", follow);
    thumb.addEventListener("lostpointercapture", drop, { once: true });
  }
};
