// The nodes of transport corridors: marks that come with zoom, and their names.
"use strict";

mapapp.CorridorNodes = class {
  /**
   * @param {L.Map} map
   * @param {() => L.LatLng[]} discs gives the places of the stops' discs, which cover what lies under them
   * @param {(corridor: Corridor, node: CorridorNode, focus: boolean) => void} opened told of a click; `focus` is for the
   *   keyboard
   */
  constructor(map, discs, opened) {
    this.map = map;
    this.discs = discs;
    this.opened = opened;
    this.kindsDrawn = "";
    map.createPane("nodes").style.zIndex = "440"; // over the lines, under labels and stops
  }

  /**
   * The marks that the zoom has room for; returns whether other kinds than before are drawn.
   * @param {[corridor: Corridor, group: L.FeatureGroup][]} corridors those that are loaded
   * @param {Route | null} route
   */
  draw(corridors, route) {
    const before = this.kindsDrawn;
    const kinds = new Set();
    const discs = this.discs().map((at) => this.map.latLngToLayerPoint(at));
    for (const [corridor, group] of corridors) {
      const chosen = route?.corridor === corridor.id ? route.nodes : [];
      for (const node of corridor.nodes) {
        node.drawn = this.hasRoom(node, chosen, discs);
        if (node.drawn) for (const kind of mapapp.nodeKinds(node)) kinds.add(kind);
        if (node.drawn && !node.marker) node.marker = this.marker(corridor, node);
        if (!node.marker || node.drawn === group.hasLayer(node.marker)) continue;
        if (node.drawn) group.addLayer(node.marker);
        else group.removeLayer(node.marker);
      }
    }
    this.kindsDrawn = [...kinds].sort().join();
    return this.kindsDrawn !== before;
  }

  /**
   * @param {CorridorNode} node
   * @param {string[]} chosen the nodes of the way through its corridor
   * @param {L.Point[]} discs
   */
  hasRoom(node, chosen, discs) {
    if (mapapp.isEnd(node, chosen)) return true;
    if (this.map.getZoom() < (chosen.includes(node.id) ? mapapp.nodeFromOnWay(node) : mapapp.nodeFrom(node)))
      return false;
    const point = this.map.latLngToLayerPoint([node.at[1], node.at[0]]);
    return !discs.some((disc) => disc.distanceTo(point) < mapapp.SIZES.first / 2);
  }

  /**
   * @param {Corridor} corridor
   * @param {CorridorNode} node
   */
  marker(corridor, node) {
    const icon = L.divIcon({ html: mapapp.nodeSign(node), className: "node-icon", iconSize: [18, 18] });
    const marker = L.marker([node.at[1], node.at[0]], { icon, pane: "nodes", title: node.title, alt: node.title });
    const spoken = mapapp.series([node.title, node.where, ...node.kinds.map(mapapp.kindName)]);
    marker.on("click", () => this.opened(corridor, node, false));
    marker.on("add", () => {
      const element = marker.getElement();
      element?.setAttribute("aria-label", spoken);
      if (element) mapapp.onEnter(element, () => this.opened(corridor, node, true));
    });
    return marker;
  }
};

/**
 * Whether a node is the first or the last of a way.
 * @param {{ id: string }} node
 * @param {string[]} chosen ids of the nodes of the way, in order
 */
mapapp.isEnd = (node, chosen) => chosen.length > 0 && (node.id === chosen[0] || node.id === chosen[chosen.length - 1]);

/**
 * The names of the nodes that are drawn.
 * @param {CorridorData} corridor
 * @param {string[]} chosen
 * @returns {LabelWish[]}
 */
mapapp.nodeLabels = (corridor, chosen) =>
  corridor.nodes
    .filter((node) => node.drawn)
    .map((node) => {
      const end = mapapp.isEnd(node, chosen);
      return {
        text: node.title,
        at: L.latLng(node.at[1], node.at[0]),
        kind: end ? "end" : "node",
        zoom: end ? 0 : node.named ? 4.5 : 7,
        gap: [7, 7],
        reach: 7,
        named: node.named,
      };
    });
