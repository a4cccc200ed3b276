// Texts of an author that are missing in the reader's language: shown in their own, and marked. Which they are says the
// server (mapapp/words/untold.py).
"use strict";

/** @type {Map<string, Untold>} */
mapapp.untold = new Map();

/**
 * Hear which texts are not in the reader's language.
 * @param {Untold[]} [untold]
 * @param {Pick<Cards, "events" | "visits">} [cards] all of whose texts are meant where it names none
 */
mapapp.hear = (untold = [], cards) => {
  for (const each of untold) {
    const texts = each.sentence && cards ? mapapp.textsOf([...cards.events, ...cards.visits]) : each.texts;
    for (const text of texts) mapapp.untold.set(text, each);
  }
};

/** @param {Card[]} cards */
mapapp.textsOf = (cards) =>
  cards.flatMap(({ title, summary, who, record }) => [
    title,
    summary || "",
    ...(who || []).flat(),
    ...(record || []).flatMap(({ claims }) => claims.map(({ note }) => note)),
  ]);

/**
 * In which language a text is, small, behind it; null for one that needs no word about it.
 * @param {(string | undefined)[]} texts
 */
mapapp.tongueOf = (...texts) => {
  const said = texts.map((text) => text && mapapp.untold.get(text)?.mark).find(Boolean);
  if (!said) return null;
  const mark = mapapp.el("small", "tongue", said);
  mark.lang = mapapp.speech.language;
  return mark;
};

/**
 * An author's text within a line, in its language; behind it the mark, where it has one and nothing beside it has.
 * @param {string} text
 * @param {boolean} [alone]
 */
mapapp.told = (text, alone = true) => {
  const found = mapapp.untold.get(text);
  if (!found) return [text];
  const piece = mapapp.el("bdi", "", text);
  piece.lang = found.language;
  const mark = alone ? mapapp.tongueOf(text) : null;
  return mark ? [piece, " ", mark] : [piece];
};

/**
 * An author's text as plain text, with the mark in brackets.
 * @param {string} text
 */
mapapp.toldInLine = (text) => {
  const mark = mapapp.untold.get(text)?.mark;
  return mark ? `${text} (${mark})` : text;
};

/**
 * A block that begins with a text of an author, who may write from right to left and in a language of his own.
 * @template {HTMLElement} Block
 * @param {Block} block
 * @param {string} text
 */
mapapp.marked = (block, text) => {
  mapapp.theirs(block);
  const found = mapapp.untold.get(text);
  const mark = mapapp.tongueOf(text);
  if (found) block.lang = found.language;
  if (mark) block.append(" ", mark);
  return block;
};

/**
 * A name, and behind it the office; of two that are not in the reader's language one mark tells.
 * @param {string} name
 * @param {string} role
 */
mapapp.personAndOffice = (name, role) => {
  const both = mapapp.tongueOf(role) !== null;
  return [mapapp.told(name, !both), role ? [mapapp.comma(), ...mapapp.told(role)] : null];
};

/**
 * People beside each other, each in the language in which the author names them, with one mark for all.
 * @param {string[]} names
 */
mapapp.named = (names) => {
  const comma = mapapp.comma();
  const mark = mapapp.tongueOf(...names);
  const told = names.flatMap((name, index) => [index ? comma : "", ...mapapp.told(name, false)]);
  return mark ? [...told, " ", mark] : told;
};

/**
 * The place of a card, with a word about its letters where readers may not know them.
 * @param {Pick<Card, "place" | "letters">} card
 */
mapapp.placeOf = ({ place, letters }) => (letters ? `${place} (${letters})` : place);
