// Truth values for the events, packed as bits: the first in the lowest bit of the first byte.
"use strict";

/**
 * A truth value for each event.
 * @param {string | Uint8Array} bits as such or as base64
 */
mapapp.bits = (bits) => (typeof bits !== "string" ? bits : Uint8Array.from(atob(bits), (c) => c.charCodeAt(0)));

/**
 * Whether an event is among the bits; null: all are.
 * @param {Uint8Array | null} bits
 * @param {number} event
 */
mapapp.isSet = (bits, event) => bits === null || ((bits[event >> 3] >> (event & 7)) & 1) === 1;

/**
 * Truth values as bits.
 * @param {boolean[]} mask
 */
mapapp.packed = (mask) => {
  const bits = new Uint8Array(Math.ceil(mask.length / 8));
  mask.forEach((is, index) => {
    if (is) bits[index >> 3] |= 1 << (index & 7);
  });
  return bits;
};

/**
 * Bits as the text in which they travel.
 * @param {Uint8Array} bits
 */
mapapp.letters = (bits) => {
  let text = "";
  for (const byte of bits) text += String.fromCharCode(byte);
  return btoa(text);
};
