// The events in order of time under headings of their days; used by the app's panel and by the standalone file.
"use strict";

mapapp.EventList = class {
  // box: the element to fill; events: as in cards.json; picked(id): told of every click, "" when a choice is taken back
  constructor(box, events, picked) {
    Object.assign(this, { box, events, picked, selected: "", shown: undefined, chunk: 60 });
    this.more = mapapp.el("p", "more", "…");
    box.addEventListener("keydown", (e) => {
      if (e.key !== "Escape" || !this.selected) return;
      this.select("");
      picked("");
    });
    this.watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.watcher.unobserve(this.more);
      this.grow();
    });
  }

  // test: whether the event with that index is left; key: changes when the answers do
  show(test, key) {
    if (this.shown === key) return;
    this.shown = key;
    this.left = this.events.filter((_, index) => test(index));
    this.drawn = 0;
    this.heading = null;
    this.box.replaceChildren();
    this.grow();
  }

  // Long lists grow while one scrolls.
  grow() {
    const end = Math.min(this.left.length, this.drawn + this.chunk);
    for (; this.drawn < end; this.drawn++) {
      const card = this.left[this.drawn];
      if (card.heading !== this.heading) {
        this.heading = card.heading;
        this.box.append(mapapp.el("h2", "", card.heading));
      }
      this.box.append(this.item(card));
    }
    if (this.drawn < this.left.length) {
      this.box.append(this.more);
      this.watcher.observe(this.more);
    } else this.more.remove();
  }

  item(card) {
    const el = mapapp.el;
    const who = (card.who || []).map(([name]) => name).join(", ");
    const status = card.status === "held" ? null : card.status;
    const disputed = (card.record || []).some((question) => question.differ) ? "sources differ" : null;
    const doubt = card.doubt ? "place in doubt" : null;
    const sign = el("span", `sign of-${card.symbol}`, card.label || { summit: "★", event: "◆" }[card.symbol]);
    if (card.traveller !== null) sign.style.setProperty("--sign", `var(--traveller-${card.traveller % 7})`);
    const button = el("button", "event", sign, el("span", "words",
      el("span", "meta", [card.place, card.hour, status, disputed, doubt].filter(Boolean).join(" · ")),
      el("span", "title", card.title),
      who ? el("span", "who", who) : null));
    button.type = "button";
    button.dataset.id = card.id;
    button.setAttribute("aria-pressed", String(card.id === this.selected));
    button.addEventListener("click", () => {
      this.select(this.selected === card.id ? "" : card.id);
      this.picked(this.selected);
    });
    return button;
  }

  select(id) {
    this.selected = id;
    for (const button of this.box.querySelectorAll(".event")) {
      const chosen = button.dataset.id === id;
      button.setAttribute("aria-pressed", String(chosen));
      if (chosen) button.scrollIntoView({ block: "nearest" });
    }
  }
};
