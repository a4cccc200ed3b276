// The review: rows, filters, columns and keys. What is said goes to the server, which reads the table again.

const el = mapapp.el;
const SQUEEZED = 0.76; // of their widths, columns still hold their words
const PATIENCE = 20000; // milliseconds after which an answer that was not heard no longer holds up the next

class Review {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
    this.state = "all";
    this.facet = "";
    this.here = "";
    this.onward = false;
    /** @type {number[]} */
    this.left = [];
    /** @type {Said[]} */
    this.waiting = [];
    this.sent = 0;
    this.announce = mapapp.announcing("review");
    this.least = 0; // pixels that the columns need
    /** @type {ReviewData | undefined} */
    this.data = undefined;
    /** @type {(said: Said) => void} */
    this.tell = () => {};
    this.bar = el("div", "");
    this.wrong = el("p", "wrong");
    this.wrong.setAttribute("role", "alert");
    this.head = el("thead", "");
    this.columns = el("colgroup", "");
    this.body = el("tbody", "");
    this.table = el("table", "", this.columns, this.head, this.body);
    this.wrap = el("div", "wrap", this.table);
    this.after = el("div", "");
    const keys = mapapp.tr(
      "J and K go down and up, N to the next that needs you. Enter accepts, 1 to 9 choose, U takes back.",
    );
    this.box.append(this.bar, this.wrong, this.wrap, this.after, el("p", "keys", keys));
    this.box.tabIndex = 0;
    this.box.setAttribute("aria-label", mapapp.series([mapapp.tr("Rows of the table."), keys], " "));
    this.box.setAttribute("role", "group");
    this.menu = new mapapp.Menu(box);
    window.addEventListener("resize", () => this.fit()); // before the rows are drawn for the new width
    this.rows = new mapapp.Rows(this.body, (index) => this.drawRow(index));
    box.addEventListener("keydown", (event) => this.key(event));
    mapapp.onAnnounced("review", (mark) => this.find(mark));
  }

  /** @param {ReviewData} data */
  show(data) {
    const before = this.data;
    if (before && before.turn !== data.turn) this.heard();
    this.data = data;
    this.wrong.textContent = data.wrong;
    this.wrong.hidden = !data.wrong;
    if (before?.version === data.version) return;
    const counts = { all: data.counts.rows, needs: data.counts.needs, read: data.counts.read, out: data.counts.out };
    if (!counts[/** @type {keyof counts} */ (this.state)]) this.state = "all";
    if (!data.facets.some(([name]) => name === this.facet)) this.facet = "";
    this.draw(!before || before.columns.length !== data.columns.length);
    if (this.onward) this.next();
    this.onward = false;
  }

  shown() {
    return this.data ? mapapp.columnsShown(this.data) : [];
  }

  /** @param {boolean} anew */
  draw(anew) {
    const { data } = this;
    if (!data) return;
    const say = (/** @type {Said} */ said) => this.say(said);
    const columns = this.shown();
    this.left = mapapp.sifted(data.rows, this.state, this.facet);
    this.bar.replaceChildren(mapapp.reviewBar(data, this, (state, facet) => this.sift(state, facet), say));
    const asked = new Set(columns.filter(({ index }) => data.rows.some((row) => row.cells[index].q)));
    const widths = [48, ...columns.map((column) => mapapp.columnWidth(column.role, asked.has(column)))];
    this.columns.replaceChildren(
      ...widths.map((width, index) => {
        const col = el("col", "");
        if (!index || width < 100) col.style.width = `${width}px`;
        else col.style.width = `${(100 * width) / widths.reduce((sum, each) => sum + each, 0)}%`;
        return col;
      }),
    );
    const wide = widths.reduce((sum, each) => sum + each, 0);
    this.least = Math.round(wide * SQUEEZED);
    this.fit();
    this.table.setAttribute("aria-rowcount", String(this.left.length + 1));
    this.head.replaceChildren(mapapp.reviewColumns(data, columns, this.menu, say));
    this.after.replaceChildren(
      ...[mapapp.columnsLeftOut(data, this.menu, say), mapapp.alsoSay(data, say)].filter((part) => part !== null),
    );
    this.rows.reset(this.left.length, anew);
    this.mark();
  }

  /** What is wider than its place scrolls sideways, where headings cannot stay in sight; it is no wider than it must be. */
  fit() {
    const wide = this.wrap.clientWidth > 0 && this.wrap.clientWidth < this.least;
    this.table.style.minWidth = wide ? `${this.least}px` : "";
    this.wrap.classList.toggle("wide", wide);
  }

  /** @param {number} index */
  drawRow(index) {
    const data = /** @type {ReviewData} */ (this.data);
    const row = data.rows[this.left[index]];
    const say = (/** @type {Said} */ said) => this.say(said);
    const made = mapapp.reviewRow(row, index + 1, { data, columns: this.shown(), menu: this.menu, say });
    made.classList.toggle("here", row.key === this.here);
    made.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("button, input, label")) return;
      this.go(row.key);
    });
    return made;
  }

  /**
   * @param {string} state
   * @param {string} facet
   */
  sift(state, facet) {
    this.state = state;
    this.facet = facet;
    this.draw(true);
  }

  /**
   * One answer at a time: the next goes when the server has heard the one before.
   * @param {Said} said
   */
  say(said) {
    this.waiting.push(said);
    if (this.waiting.length === 1) this.send();
  }

  send() {
    this.box.classList.add("busy");
    this.tell(this.waiting[0]);
    clearTimeout(this.sent);
    this.sent = window.setTimeout(() => this.heard(), PATIENCE);
  }

  heard() {
    clearTimeout(this.sent);
    this.box.classList.remove("busy");
    this.waiting.shift();
    if (this.waiting.length) setTimeout(() => this.send());
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const button = event.target instanceof HTMLButtonElement;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === "j" || key === "ArrowDown") this.step(1);
    else if (key === "k" || key === "ArrowUp") this.step(-1);
    else if (key === "n") this.next();
    else if (key === "u") this.say({ do: "undo" });
    else if (key === "Enter" && !button) this.choose(-1);
    else if (/^[1-9]$/.test(key)) this.choose(Number(key) - 1);
    else return;
    event.preventDefault();
  }

  /** @param {number} by */
  step(by) {
    const rows = this.data?.rows || [];
    const at = this.left.findIndex((index) => rows[index].key === this.here);
    const to = at < 0 ? (by > 0 ? 0 : this.left.length - 1) : Math.max(0, Math.min(at + by, this.left.length - 1));
    if (this.left.length) this.go(rows[this.left[to]].key);
  }

  /** To the next row that needs somebody, from the one where one is. */
  next() {
    const rows = this.data?.rows || [];
    const at = this.left.findIndex((index) => rows[index].key === this.here);
    const order = [...this.left.slice(at + 1), ...this.left.slice(0, at + 1)];
    const found = order.find((index) => rows[index].state === "needs");
    if (found !== undefined) this.go(rows[found].key);
  }

  /** @param {string} key of a row */
  go(key) {
    this.here = key;
    const index = this.left.findIndex((at) => this.data?.rows[at].key === key);
    if (index >= 0) this.rows.reveal(index, this.head.offsetHeight);
    this.mark();
    const mark = this.data?.rows.find((row) => row.key === key)?.mark;
    if (mark) this.announce(mark);
  }

  /** @param {string} mark the id of an event or visit that was chosen on the map */
  find(mark) {
    const row = mark && this.data?.rows.find((each) => each.mark === mark);
    if (!row) return;
    this.here = row.key;
    const index = this.left.findIndex((at) => this.data?.rows[at].key === row.key);
    if (index >= 0) this.rows.reveal(index, this.head.offsetHeight);
    this.mark();
  }

  mark() {
    for (const row of this.rows.drawn.values()) row.classList.toggle("here", row.id === `row-${this.here}`);
    if (this.here) this.box.setAttribute("aria-activedescendant", `row-${this.here}`);
  }

  /** @param {number} choice of the first question of the row; -1 for the one that is chosen already */
  choose(choice) {
    const row = this.data?.rows.find((each) => each.key === this.here);
    const key = row?.cells.find((cell) => cell.q)?.q;
    const question = key && this.data?.questions[key];
    if (!row || !key || !question) return;
    const picked = choice < 0 ? question.chosen : choice;
    if (picked < 0 || picked >= question.choices.length) return;
    this.onward = row.cells.filter((cell) => cell.q).length === 1;
    this.say({ do: "answer", question: key, choice: picked, row: row.key, all: false });
  }
}

/** @type {WeakMap<HTMLElement, Review>} */
const reviews = new WeakMap();

/** @param {Component<ReviewData>} component */
export default function ({ parentElement, data, setTriggerValue }) {
  mapapp.speak(data.words);
  const box = mapapp.part(parentElement, ".review");
  const review = reviews.get(parentElement) || new Review(box);
  reviews.set(parentElement, review);
  review.tell = (said) => setTriggerValue("said", said);
  box.dataset.theme = data.theme === "auto" ? mapapp.themeOf(box) : data.theme;
  review.show(data);
}
