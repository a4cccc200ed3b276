// The rows of the legend for a corridor.
"use strict";

/**
 * Its title first; where a way through it was chosen, that and what is drawn faint beside it.
 * @param {CorridorData} corridor
 * @param {Route | null} route the way that is drawn
 * @param {Record<string, string>} words of the rows
 * @returns {(LegendRow | LegendRow[])[]}
 */
mapapp.legendOfCorridor = ({ id, title, sections, nodes }, route, words) => {
  /** @type {(LegendRow | LegendRow[])[]} */
  const rows = [[null, title, `corridor-${id}`]];
  if (route) {
    const on = new Set(route.sections);
    const chosen = mapapp.kindsOfLines(sections.filter((section) => on.has(section.id)));
    const others = mapapp.kindsOfLines(sections.filter((section) => !on.has(section.id)));
    rows.push([null, words["chosen-way"]], mapapp.rowsOfLines(chosen, "chosen", words));
    if (others.length) rows.push([null, words["rest-of-corridor"]], mapapp.rowsOfLines(others, "faint", words));
  } else rows.push(mapapp.rowsOfLines(mapapp.kindsOfLines(sections), "", words, id));
  const kinds = new Set(nodes.filter((node) => node.drawn).flatMap(mapapp.nodeKinds));
  const signs = mapapp.NODE_KINDS.filter((kind) => kinds.has(kind));
  /** @type {(kind: string) => LegendRow} */
  const row = (kind) => [mapapp.nodeSign({ kinds: [kind] }), words[kind]];
  if (signs.length) rows.push(signs.map(row));
  return rows;
};

/**
 * The kinds of lines that sections are drawn as, in the order of their rows.
 * @param {{ mode: string, status: string }[]} sections
 */
mapapp.kindsOfLines = (sections) => {
  /** @param {string} mode */
  const runs = (mode) => sections.some((section) => section.mode === mode && section.status === "operating");
  const kinds = ["rail", "sea", "road"].filter(runs);
  return sections.some((section) => section.status !== "operating") ? [...kinds, "planned"] : kinds;
};

/**
 * @param {string[]} kinds
 * @param {string} drawn "chosen" for the way that was chosen, "faint" for what is beside it
 * @param {Record<string, string>} words
 * @param {string} [id] of the corridor, where names may stand along its lines instead
 * @returns {LegendRow[]}
 */
mapapp.rowsOfLines = (kinds, drawn, words, id) =>
  kinds.map((kind) => [mapapp.lineSign(`${kind} ${drawn}`.trim()), words[kind], id && `${kind}-${id}`]);
