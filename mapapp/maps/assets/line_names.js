// Names along lines: of travellers along their ways, of corridors along their railways, of ships along theirs. What has
// its name on the map needs none in the legend.
"use strict";

mapapp.LineNames = class {
  /** @param {InstanceType<typeof mapapp.Labels>} labels */
  constructor(labels) {
    this.labels = labels;
    /** @type {LineName[]} */
    this.wanted = [];
    /** @type {{ whole(): void, leave(keys: Set<string>): void }} */
    this.legend = { whole() {}, leave() {} };
  }

  /**
   * Write each name once, along the longest of its lines that has room.
   * @param {Taken} taken
   */
  draw(taken) {
    /** @type {Set<string>} */
    const written = new Set();
    const { map, inside, crossed } = this.labels;
    for (const name of this.wanted) {
      const size = this.labels.size({ ...name, at: L.latLng(0, 0), zoom: 0 });
      const arrows = new mapapp.Near(name.arrows.map((at) => this.labels.around(at, [-8, -8, 16, 16])));
      const full = { hit: (/** @type {Box} */ box) => taken.hit(box) || arrows.hit(box) };
      const lines = name.lines.map((line) => line.map((at) => map.latLngToLayerPoint(at)));
      const walks = lines.map((line) => line.map(({ x, y }) => /** @type {[number, number]} */ ([x, y])));
      walks.sort((a, b) => mapapp.seenLength(b, inside) - mapapp.seenLength(a, inside));
      for (const line of walks.slice(0, 4)) {
        const spot = mapapp.along(line, size, inside, full, crossed);
        if (!spot) continue;
        for (const box of spot.boxes) taken.push(box);
        this.write(name, spot);
        written.add(name.key);
        break;
      }
    }
    this.legend.leave(written);
  }

  /**
   * @param {LineName} name
   * @param {AlongSpot} spot
   */
  write({ text, kind, traveller }, { at, angle }) {
    const html = () => {
      const words = mapapp.el("span", `label ${kind}`, ...mapapp.told(text));
      words.style.transform = `translate(-50%, -50%) rotate(${angle}rad)`;
      if (traveller !== undefined) words.style.color = mapapp.colour(traveller);
      return words;
    };
    const place = this.labels.map.layerPointToLatLng(L.point(at));
    this.labels.stand(`${kind} ${traveller} ${angle} ${text}`, place, html, [0, 0]);
  }
};

/**
 * The names of corridors along their railways, and of ships along their lines.
 * @param {Corridor[]} corridors
 * @param {Record<string, string>} words of the legend
 * @returns {LineName[]}
 */
mapapp.namesOfCorridors = (corridors, words) => {
  /** @type {(corridor: Corridor, mode: string, name: { key: string, kind: string, text: string }) => LineName} */
  const along = ({ sections }, mode, name) => ({
    ...name,
    lines: mapapp
      .chains(sections, mode)
      .map((line) => line.map(([longitude, latitude]) => L.latLng(latitude, longitude))),
    arrows: [],
  });
  return [
    ...corridors.map((one) => along(one, "rail", { key: `corridor-${one.id}`, kind: "rail", text: one.title })),
    ...corridors.map((one) => along(one, "sea", { key: `sea-${one.id}`, kind: "ship", text: words.sea })),
  ];
};

/**
 * How long the part of a line is of which both ends of each piece are seen.
 * @param {[x: number, y: number][]} line
 * @param {Box} inside
 */
mapapp.seenLength = (line, inside) => {
  let length = 0;
  for (let i = 1; i < line.length; i++) {
    const [[ax, ay], [bx, by]] = [line[i - 1], line[i]];
    if (mapapp.within([ax, ay, ax, ay], inside) || mapapp.within([bx, by, bx, by], inside)) {
      length += Math.hypot(bx - ax, by - ay);
    }
  }
  return length;
};

/**
 * The lines of sections of a mode that run on from each other in their order, each chain as one line.
 * @param {{ mode: string, status: string, ends: [string, string], line: Position[] }[]} sections
 * @param {string} mode
 */
mapapp.chains = (sections, mode) => {
  /** @type {{ end: string, line: Position[] }[]} */
  const chains = [];
  for (const section of sections) {
    if (section.mode !== mode || section.status !== "operating" || section.line.length < 2) continue;
    const last = chains[chains.length - 1];
    if (last?.end === section.ends[0]) {
      last.line = [...last.line, ...section.line.slice(1)];
      last.end = section.ends[1];
    } else chains.push({ end: section.ends[1], line: section.line });
  }
  return chains.map(({ line }) => line);
};
