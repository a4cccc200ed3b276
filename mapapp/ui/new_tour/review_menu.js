// One menu for all choices of the review: a list under the button that opened it.
"use strict";

/**
 * @typedef {object} MenuItem
 * @property {string} words
 * @property {string} [hint]
 * @property {boolean} [chosen]
 * @property {boolean} [off]
 * @property {() => void} pick
 */

mapapp.Menu = class {
  /** @param {HTMLElement} box in which the menu stands */
  constructor(box) {
    this.panel = mapapp.el("div", "menu");
    this.panel.setAttribute("role", "menu");
    this.panel.popover = "auto";
    box.append(this.panel);
    /** @type {HTMLElement | null} */
    this.anchor = null;
    this.panel.addEventListener("keydown", (event) => this.key(event));
    this.panel.addEventListener("toggle", (event) => {
      const open = /** @type {ToggleEvent} */ (event).newState === "open";
      this.anchor?.setAttribute("aria-expanded", String(open));
      if (!open && this.panel.contains(this.active())) this.anchor?.focus();
    });
  }

  active() {
    return /** @type {ShadowRoot | Document} */ (this.panel.getRootNode()).activeElement;
  }

  /**
   * @param {HTMLElement} anchor
   * @param {(Node | null)[]} parts
   */
  open(anchor, parts) {
    this.anchor = anchor;
    this.panel.replaceChildren(...parts.filter((part) => part !== null));
    this.panel.showPopover();
    const at = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.panel;
    const below = at.bottom + 4 + height <= window.innerHeight || at.top < height;
    this.panel.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - width - 8))}px`;
    this.panel.style.top = `${Math.max(8, below ? Math.min(at.bottom + 4, window.innerHeight - height - 8) : at.top - 4 - height)}px`;
    const buttons = this.buttons();
    (buttons.find((button) => button.getAttribute("aria-checked") === "true") || buttons[0])?.focus();
  }

  close() {
    if (this.panel.matches(":popover-open")) this.panel.hidePopover();
  }

  buttons() {
    /** @type {NodeListOf<HTMLButtonElement>} */
    const found = this.panel.querySelectorAll("button.item:not(:disabled)");
    return [...found];
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    event.stopPropagation(); // the keys of the table behind it
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = this.buttons();
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (this.active()));
    if (step) {
      event.preventDefault();
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    } else if (/^[1-9]$/.test(event.key) && !(event.target instanceof HTMLInputElement)) {
      buttons.find((button) => button.dataset.digit === event.key)?.click();
    }
  }

  /**
   * @param {MenuItem} item
   * @param {number} [digit] the key that picks it
   */
  item(item, digit) {
    const el = mapapp.el;
    const number = digit && digit < 10 ? String(digit) : "";
    const hint = item.hint ? el("span", "hint", item.hint) : null;
    const button = el("button", "item", el("span", "digit", number), el("bdi", "", item.words), hint);
    button.type = "button";
    button.setAttribute("role", "menuitemradio");
    button.setAttribute("aria-checked", String(Boolean(item.chosen)));
    button.disabled = Boolean(item.off);
    if (number) button.dataset.digit = number;
    button.addEventListener("click", () => {
      this.close();
      item.pick();
    });
    return button;
  }

  /**
   * A field for an answer of one's own.
   * @param {string} label
   * @param {(text: string) => void} typed
   */
  field(label, typed) {
    const input = mapapp.el("input", "");
    input.type = "text";
    input.maxLength = 300;
    input.placeholder = label;
    input.setAttribute("aria-label", label);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !input.value.trim()) return;
      this.close();
      typed(input.value);
    });
    return mapapp.el("div", "field", input);
  }
};
