// A picture of a scene that the page makes by itself: the saved file has no server to ask for one.
"use strict";

/**
 * What the map shows now, without its buttons, below the words of a scene, in a box that stands alone.
 * @param {HTMLElement} map
 * @param {Element} card of the scene
 * @param {number} column the width of the map that lies below the text, which is left out
 */
mapapp.scenePlate = (map, card, column) => {
  const drawn = /** @type {HTMLElement} */ (map.cloneNode(true));
  const canvases = map.querySelectorAll("canvas");
  drawn.querySelectorAll("canvas").forEach((empty, index) => {
    const picture = document.createElement("img");
    picture.src = canvases[index].toDataURL();
    picture.className = empty.className;
    picture.style.cssText = empty.style.cssText;
    empty.replaceWith(picture);
  });
  const buttons = ".leaflet-control-zoom, .leaflet-control-layers, .whole-tour, .leaflet-popup, .legend:not([open])";
  for (const button of drawn.querySelectorAll(buttons)) button.remove();
  const size = `width: ${map.offsetWidth}px !important; height: ${map.offsetHeight}px !important`;
  drawn.style.cssText = `position: relative; ${size}; margin-inline-start: ${-column}px`;
  const corners = /** @type {NodeListOf<HTMLElement>} */ (drawn.querySelectorAll(".leaflet-left"));
  for (const corner of corners) corner.style.insetInlineStart = `${column}px`;
  const words = /** @type {HTMLElement} */ (card.cloneNode(true));
  for (const other of words.querySelectorAll(".links, .sources, .place")) other.remove();
  words.prepend(mapapp.theirs(mapapp.el("p", "place", document.title)));
  const plate = mapapp.el("div", "plate", words, mapapp.el("div", "seen", drawn));
  plate.style.width = `${map.offsetWidth - column}px`;
  return plate;
};

/**
 * An element as a picture, in the looks of this page and in twice its pixels.
 * @param {HTMLElement} plate
 */
mapapp.drawnAsPicture = async (plate) => {
  document.body.append(plate);
  const { offsetWidth: width, offsetHeight: height } = plate;
  plate.remove();
  plate.prepend(mapapp.el("style", "", [...document.querySelectorAll("style")].map((s) => s.textContent).join("\n")));
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const { name, value } of document.documentElement.attributes) svg.setAttribute(name, value);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  const inside = document.createElementNS(svg.namespaceURI, "foreignObject");
  inside.setAttribute("width", "100%");
  inside.setAttribute("height", "100%");
  inside.append(plate);
  svg.append(inside);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL();
};

/**
 * Make a picture of a scene and offer it as a file.
 * @param {InstanceType<typeof mapapp.Story>} story
 * @param {Event} event
 * @param {number} number
 */
mapapp.offerPicture = async (story, event, number) => {
  event.preventDefault();
  const index = story.scenes.findIndex((scene) => scene.number === number);
  if (index !== story.at) story.go(index, false);
  story.tell(index);
  story.drawing.end();
  await story.frame(false);
  const plate = mapapp.scenePlate(story.map.getContainer(), story.halts[index].children[0], story.column());
  const file = mapapp.el("a", "");
  file.href = await mapapp.drawnAsPicture(plate);
  file.download = `scene-${number}.png`;
  file.click();
};
