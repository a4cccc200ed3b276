// The lines of transport corridors: where they run, how they are drawn, and how far from them a place lies.
"use strict";

/** @param {number} metres */
mapapp.kilometres = (metres) =>
  metres < 1000 ? mapapp.tr("less than 1 km") : mapapp.tr("{n} km", { n: Math.round(metres / 1000) });

/**
 * The corridor on the turn of the globe where the stops are drawn.
 * @param {CorridorData} corridor
 * @param {number} middle the meridian in the middle of the stops, in degrees
 * @returns {CorridorData}
 */
mapapp.turned = (corridor, middle) => {
  const shift = 360 * Math.round((middle - corridor.nodes[0]?.at[0]) / 360);
  if (!shift) return corridor;
  /** @type {(at: Position) => Position} */
  const turn = ([longitude, latitude]) => [longitude + shift, latitude];
  const { nodes, sections } = corridor;
  return {
    ...corridor,
    nodes: nodes.map((node) => ({ ...node, at: turn(node.at) })),
    sections: sections.map((section) => ({ ...section, line: section.line.map(turn) })),
  };
};

/**
 * Metres from a place to a line, in a plane that touches the globe there; exact nearby, Infinity for a line of one point.
 * @param {L.Map} map
 * @param {L.LatLng} at
 * @param {L.LatLng[]} line
 */
mapapp.distanceToLine = (map, at, line) => {
  const shrink = Math.cos((at.lat * Math.PI) / 180);
  const flat = line.map((point) => L.point((point.lng - at.lng) * shrink, point.lat - at.lat));
  let best = Number.POSITIVE_INFINITY;
  let foot = null;
  for (let i = 1; i < flat.length; i++) {
    const point = L.LineUtil.closestPointOnSegment(L.point(0, 0), flat[i - 1], flat[i]);
    const away = point.x * point.x + point.y * point.y;
    if (away < best) [best, foot] = [away, point];
  }
  return foot ? map.distance(at, [at.lat + foot.y, at.lng + foot.x / shrink]) : Number.POSITIVE_INFINITY;
};

/**
 * @param {{ mode: string, status: string }} section
 * @param {(name: string) => string} colour gives a colour of the theme
 * @param {boolean} chosen whether it belongs to the way that was chosen
 * @param {boolean} calm whether a journey leads
 * @returns {L.PathOptions}
 */
mapapp.sectionStyle = ({ mode, status }, colour, chosen, calm) => {
  const rail = colour(chosen ? "accent" : calm ? "calm-rail" : "rail");
  const wider = chosen ? 1.5 : calm ? -1.4 : 0;
  if (status === "planned" || status === "construction") {
    return { color: rail, weight: Math.max(1, 1.5 + wider), dashArray: "3 6", opacity: 0.8 };
  }
  const opacity = status === "operating" ? 1 : 0.5;
  if (mode === "sea") {
    const color = chosen ? rail : colour(calm ? "calm-sea" : "sea-route");
    return { color, weight: 3 + wider, dashArray: "0.1 7", lineCap: "round", opacity };
  }
  if (mode === "road") return { color: rail, weight: 3 + wider, opacity: 0.5 };
  return { color: rail, weight: 4 + wider, opacity, dashArray: undefined };
};
