// Words of a text, and where they stand in it, counted in characters as the server counts them.
"use strict";

mapapp.WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;

/** @param {string} text */
mapapp.length = (text) => [...text].length;

/**
 * Where a point of the page stands in the text of a paragraph; -1 outside of it.
 * @param {HTMLElement} paragraph
 * @param {Node} node
 * @param {number} offset
 */
mapapp.positionIn = (paragraph, node, offset) => {
  if (!paragraph.contains(node)) return -1;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return mapapp.length(before.toString());
};

/**
 * What is selected in a text, as the range of its characters; null where it is nothing of one paragraph.
 * @param {HTMLElement} box
 * @param {Selection | null} selection
 */
mapapp.selectedIn = (box, selection) => {
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const words = range.toString();
  if (!words.trim()) return null;
  const from = range.startContainer;
  const paragraph = /** @type {HTMLElement | null | undefined} */ (
    (from instanceof Element ? from : from.parentElement)?.closest("[data-start]")
  );
  if (!paragraph || !box.contains(paragraph)) return null;
  const first = mapapp.positionIn(paragraph, from, range.startOffset);
  const inside = paragraph.contains(range.endContainer);
  const last = inside ? mapapp.positionIn(paragraph, range.endContainer, range.endOffset) : -1;
  const end = last < 0 ? mapapp.length(paragraph.textContent || "") : last;
  const start = Number(paragraph.dataset.start);
  return { start: start + first, end: start + end, words, paragraph };
};

/**
 * The words of a text by paragraph, each with where it begins and ends in the text of its paragraph.
 * @param {HTMLElement[]} paragraphs
 */
mapapp.wordsOf = (paragraphs) =>
  paragraphs.flatMap((paragraph) =>
    [...(paragraph.textContent || "").matchAll(mapapp.WORD)].map((match) => ({
      paragraph,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );

/**
 * A point in a paragraph, as a node with an offset.
 * @param {HTMLElement} paragraph
 * @param {number} at units of its text
 * @returns {[Node, number]}
 */
mapapp.pointIn = (paragraph, at) => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const size = (node.textContent || "").length;
    if (left <= size) return [node, left];
    left -= size;
  }
  return [paragraph, paragraph.childNodes.length];
};
