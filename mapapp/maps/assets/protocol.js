// The protocol between the map and the page around it, which is of the same origin.
//
// Messages in:  {mapapp: "view", visible?, alone?, stays?, corridors?, route?, selected?, theme?, borders?,
//   framing?}
//   visible: base64, one bit for each event, lowest bit first; null: all events
//   alone: indices of the marks without events that are shown; null: all
//   stays: places of the stops without events that the list has, in the order of their cards; null: all
//   corridors: ids of the corridors that are shown
//   route: {corridor: id, sections: ids, nodes: ids in order}, a way that is drawn and framed; null: none
//   selected: the id of an event or "visit:" and that of a visit without one, "" for none; brief: by a short callout
//   theme: "light" | "dark" | "auto"
//   borders: "un-eu" | "de-facto"
//   framing: [longitude, latitude, zoom]
//   edits: whether cards have a pencil, because the reader may write
//   since, until: first and last day that are shown, YYYY-MM-DD, "" for none; sure: whether only what surely lies there
//   undated: as visible, without the filter of days
//   align: of a comparison, "travel" to put days of travel under each other, else "date"
// Messages out:  {mapapp: "ready"}, {mapapp: "selected", id}, {mapapp: "moved", at: [longitude, latitude, zoom]},
//   {mapapp: "corridors", ids} after a click in the layer control, {mapapp: "between", since, until} after a handle of
//   the timeline was let go, {mapapp: "clicked", at: [longitude, latitude]}, {mapapp: "edit", id} after a click on a pencil,
//   {mapapp: "scene", number} when the story has come to it
"use strict";

mapapp.Protocol = class {
  /** @param {(message: ViewMessage) => void} received */
  constructor(received) {
    /** @type {((message: MapMessage) => void) | null} */
    this.heard = null; // set in the standalone file, where the panel is in the same page
    window.addEventListener("message", ({ origin, data }) => {
      if (origin === location.origin && data && data.mapapp === "view") received(data);
    });
  }

  /** @param {MapMessage} message */
  tell(message) {
    if (this.heard) this.heard(message);
    else if (mapapp.hosted()) window.parent.postMessage(message, location.origin);
  }
};

/** Whether the page around the map is of the same origin; a page of another host is told nothing. */
mapapp.hosted = () => {
  try {
    return window.parent !== window && Boolean(window.parent.document);
  } catch {
    return false;
  }
};
