// The story of the tour, scene by scene: beside the map its text scrolls over it, on a phone its cards are swiped below.
"use strict";

mapapp.Story = class {
  LINE = 0.6; // of the height or width: what begins before it is the scene that is told
  CLOSEST = 6; // zoom beyond which one place alone is not shown nearer

  /**
   * @param {InstanceType<typeof mapapp.TourMap>} tourMap
   * @param {SceneData[]} scenes
   */
  constructor(tourMap, scenes) {
    this.tourMap = tourMap;
    this.map = tourMap.map;
    this.scenes = scenes;
    this.saved = !tourMap.data.urls;
    this.at = -1;
    this.opened = -1;
    this.drawing = new mapapp.Drawing(tourMap.legs);
    this.still = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.narrow = window.matchMedia("(max-width: 700px)");
    this.host = /** @type {HTMLElement} */ (this.map.getContainer().parentElement);
    this.halts = scenes.map((scene, index) => mapapp.sceneCard(scene, index + 1, scenes.length, this.links(scene)));
    const el = mapapp.el;
    this.scroller = el("div", "scenes", this.head(), this.halts);
    this.scroller.tabIndex = 0;
    this.scroller.setAttribute("role", "group");
    this.scroller.setAttribute("aria-label", mapapp.tr("Scenes"));
    this.back = this.button("‹", mapapp.tr("Scene before"), () => this.go(this.at - 1));
    this.on = this.button("›", mapapp.tr("Next scene"), () => this.go(this.at + 1));
    this.count = el("span", "count");
    this.said = el("span", "said");
    this.said.setAttribute("role", "status");
    const close = this.saved ? this.leaving() : null;
    const steps = el("div", "steps", this.back, this.count, this.on, close, this.said);
    this.box = el("section", "story", this.scroller, steps);
    this.box.setAttribute("aria-label", mapapp.tr("Story"));
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.scroller.addEventListener("scroll", () => this.read(), { passive: true });
    this.map.getContainer().addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.watcher = new ResizeObserver(() => this.settle());
  }

  /** The number of the scene that is told; 0 while the story is closed. */
  get number() {
    return this.scenes[this.at]?.number || 0;
  }

  get free() {
    return this.at === this.scenes.length - 1;
  }

  /** @param {SceneData} scene */
  links({ number }) {
    const el = mapapp.el;
    const link = el("a", "to-scene", mapapp.tr("Link to this scene"));
    link.target = "_top";
    const picture = el("a", "picture", mapapp.tr("Picture of this scene"));
    picture.target = "_blank";
    const name = () => {
      link.href = mapapp.withScene(mapapp.readingAt(), number, this.saved);
      picture.href = this.saved ? link.href : mapapp.scenePicture(window.location.href, number);
    };
    name();
    link.addEventListener("focus", name); // the language or the tour of the page may have changed
    link.addEventListener("pointerenter", name);
    if (this.saved) picture.addEventListener("click", (event) => mapapp.offerPicture(this, event, number));
    return [link, picture];
  }

  /** What the story is called, unless it stands above the map already. */
  head() {
    return document.querySelector("body > header") ? null : mapapp.theirs(mapapp.el("h1", "", document.title));
  }

  /** Back to the list of events in the saved file. */
  leaving() {
    return mapapp.sceneLink("close", mapapp.tr("Close the story"), 0);
  }

  /**
   * @param {string} sign
   * @param {string} words
   * @param {() => void} pressed
   */
  button(sign, words, pressed) {
    const button = mapapp.el("button", "", sign);
    button.type = "button";
    button.title = words;
    button.setAttribute("aria-label", words);
    button.addEventListener("click", () => {
      pressed();
      this.announce();
    });
    return button;
  }

  /**
   * Begin with a scene, unless the reader has gone on already: what the page around says may come late.
   * @param {number} number
   */
  begin(number) {
    if (this.at === this.opened) this.open(number);
  }

  /** @param {number} number of the scene to begin with */
  open(number) {
    const index = Math.max(
      0,
      this.scenes.findIndex((scene) => scene.number === number),
    );
    if (!this.box.isConnected) {
      this.host.classList.add("telling");
      this.map.getContainer().after(this.box);
      this.map.invalidateSize({ animate: false, pan: false });
      this.watcher.observe(this.map.getContainer());
      this.place();
    } else if (index === this.at) return;
    this.opened = index;
    this.go(index, false);
    this.tell(index);
  }

  close() {
    if (!this.box.isConnected) return;
    this.watcher.disconnect();
    this.drawing.end();
    this.host.classList.remove("telling");
    this.box.remove();
    this.opened = this.at = -1;
    this.tourMap.framing.settling = false;
    this.map.scrollWheelZoom.enable();
    this.map.invalidateSize({ animate: false, pan: false });
    this.tourMap.show({ visible: null, alone: null });
    this.tourMap.frame();
  }

  /** The column of the text is as high as the map, which may have a heading above it and credits below. */
  place() {
    const { offsetTop, offsetHeight } = this.map.getContainer();
    this.box.style.setProperty("--top", `${offsetTop}px`);
    this.box.style.setProperty("--height", `${offsetHeight}px`);
  }

  settle() {
    this.place();
    this.map.invalidateSize({ animate: false, pan: false });
    if (this.at >= 0 && !this.free) this.frame(false);
  }

  starts() {
    return this.halts.map((halt, index) => (this.narrow.matches ? index * halt.offsetWidth : halt.offsetTop));
  }

  /** The scene where the reader has come to. */
  read() {
    const { scrollLeft, clientWidth, scrollTop, clientHeight } = this.scroller;
    const [from, span] = this.narrow.matches ? [Math.abs(scrollLeft), clientWidth] : [scrollTop, clientHeight];
    this.tell(mapapp.sceneAt(this.starts(), from + this.LINE * span));
  }

  /**
   * Bring a scene into sight.
   * @param {number} index
   */
  go(index, smooth = !this.still.matches) {
    const halt = this.halts[index];
    if (!halt) return;
    const behavior = smooth ? "smooth" : "instant";
    if (this.narrow.matches) {
      const side = mapapp.speech.direction === "rtl" ? -1 : 1;
      this.scroller.scrollTo({ left: side * index * halt.offsetWidth, behavior });
    } else this.scroller.scrollTo({ top: halt.offsetTop - 0.14 * this.scroller.clientHeight, behavior });
  }

  /** Say to a screen reader where one has come to; who scrolls reads it. */
  announce() {
    window.setTimeout(() => {
      const scene = this.scenes[this.at]; // none where the story was closed meanwhile
      if (scene)
        this.said.textContent = mapapp.tr("Scene {n} of {count}: {title}", this.counted({ title: scene.title }));
    }, 700); // when the scrolling is over
  }

  /** @param {Record<string, string>} [more] */
  counted(more) {
    return { n: this.at + 1, count: this.scenes.length, ...more };
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const leftward = mapapp.speech.direction === "rtl";
    const next = mapapp.sceneByKey(event.key, this.at, this.scenes.length, leftward);
    if (next === null) return;
    event.preventDefault();
    this.go(next);
    this.announce();
  }

  /** @param {WheelEvent} event over the map, which is pinned until the last scene */
  wheel(event) {
    if (this.at < 0 || this.free || this.narrow.matches) return;
    event.preventDefault();
    this.scroller.scrollBy({ top: event.deltaY });
  }

  /** @param {number} index */
  tell(index) {
    if (index === this.at) return;
    const forward = index > this.at;
    this.drawing.end();
    const before = this.drawing.now();
    this.at = index;
    const scene = this.scenes[index];
    this.halts.forEach((halt, place) => {
      halt.classList.toggle("now", place === index);
      if (place === index) halt.setAttribute("aria-current", "step");
      else halt.removeAttribute("aria-current");
    });
    this.back.disabled = index === 0;
    this.on.disabled = this.free;
    this.count.textContent = mapapp.tr("{n} of {count}", this.counted());
    this.tourMap.legend.box.open = this.free && !this.narrow.matches;
    if (this.free) this.map.scrollWheelZoom.enable();
    else this.map.scrollWheelZoom.disable();
    this.tourMap.show({ ...scene.shows, selected: "" });
    this.tourMap.corridors.setBehind(!this.isOfCorridor(scene));
    this.frame(!this.still.matches);
    if (forward && !this.still.matches) this.drawing.start(before);
    this.remember();
  }

  /** @param {SceneData} scene */
  isOfCorridor({ shows }) {
    return !this.free && Boolean(shows.corridors?.length);
  }

  /** Keep the address in step. */
  remember() {
    if (this.saved || mapapp.hosted()) this.tourMap.tell({ mapapp: "scene", number: this.number });
    else window.history.replaceState(null, "", mapapp.withScene(window.location.href, this.number, false));
  }

  /** @param {boolean} moving */
  async frame(moving) {
    const { framing, corridors } = this.tourMap;
    framing.settling = !this.free;
    const scene = this.scenes[this.at];
    if (scene.shows.framing) {
      framing.show(scene.shows.framing);
      this.map.panBy([-this.column() / 2, 0], { animate: false });
      return;
    }
    const bounds = this.bounds(scene);
    this.fit(bounds, moving);
    if (!this.isOfCorridor(scene)) return;
    await Promise.all(corridors.loading);
    if (scene !== this.scenes[this.at]) return;
    this.fit(mapapp.boundsAlong(bounds, corridors.lines().flat()), moving);
  }

  /** @param {SceneData} scene */
  bounds({ focus }) {
    const marks = focus.map((index) => this.tourMap.marks[index]);
    const near = marks.filter((mark) => !mark.far);
    const shown = (near.length ? near : marks).map((mark) => mark.at);
    return L.latLngBounds(shown.length ? shown : this.tourMap.framing.heart);
  }

  /**
   * @param {L.LatLngBounds} bounds
   * @param {boolean} moving
   */
  fit(bounds, moving) {
    if (!bounds.isValid()) return;
    const { paddingTopLeft, paddingBottomRight } = this.tourMap.framing.room();
    const [[left, top], [right, foot], wide] = [paddingTopLeft, paddingBottomRight, this.column()];
    const leftward = mapapp.speech.direction === "rtl";
    /** @type {L.FitBoundsOptions} */
    const room = {
      paddingTopLeft: [left + (leftward ? 0 : wide), top],
      paddingBottomRight: [right + (leftward ? wide : 0), foot],
      maxZoom: this.CLOSEST,
    };
    if (moving) this.map.flyToBounds(bounds, { ...room, duration: 1.1 });
    else this.map.fitBounds(bounds, { ...room, animate: false });
  }

  /** The width that the text takes from the map. */
  column() {
    return this.narrow.matches ? 0 : this.box.offsetWidth;
  }
};
