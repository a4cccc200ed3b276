// As much of a document as scripts of the page need to build elements: their tags, classes, attributes and texts.

class Element {
  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
    /** @type {(Element | string)[]} */
    this.children = [];
    this.className = "";
    this.dataset = {};
    this.attributes = {};
    this.listeners = {};
    this.style = { setProperty: (name, value) => Object.assign(this.style, { [name]: value }) };
    this.classList = {
      add: (...names) => {
        this.className = [...this.classes, ...names].join(" ");
      },
      contains: (name) => this.classes.includes(name),
      toggle: (name, on = !this.classes.includes(name)) => {
        this.className = [...this.classes.filter((other) => other !== name), ...(on ? [name] : [])].join(" ");
      },
    };
  }

  get classes() {
    return this.className.split(" ").filter(Boolean);
  }

  append(...children) {
    for (const child of children) if (child instanceof Element) child.parent = this;
    this.children.push(...children);
  }

  after(...more) {
    const { children } = this.parent;
    children.splice(children.indexOf(this) + 1, 0, ...more);
    for (const each of more) each.parent = this.parent;
  }

  replaceChildren(...children) {
    this.children = children;
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  getAttribute(name) {
    return this.attributes[name] ?? null;
  }

  addEventListener(name, heard) {
    this.listeners[name] = heard;
  }

  /** What happens when it is clicked, or a key is pressed on it; gives the event. */
  meet(name, event = {}) {
    const met = { type: name, target: this, ...event };
    met.preventDefault = () => Object.assign(met, { prevented: true });
    met.stopPropagation = () => Object.assign(met, { stopped: true });
    this.listeners[name](met);
    return met;
  }

  /** The pen of a canvas, for which every letter is seven pixels wide. */
  getContext() {
    return { measureText: (words) => ({ width: 7 * words.length }) };
  }

  scrollIntoView() {}
  focus() {}

  remove() {
    if (this.parent) this.parent.children = this.parent.children.filter((child) => child !== this);
  }

  get textContent() {
    return this.children.map((child) => child.textContent ?? child).join("");
  }

  set textContent(text) {
    this.children = text ? [text] : [];
  }

  /** All elements below, in their order, that have the tag or the ".class". */
  all(wanted) {
    const own = this.children.filter((child) => child instanceof Element);
    const fits = (element) => (wanted[0] === "." ? element.classes.includes(wanted.slice(1)) : element.tag === wanted);
    return own.flatMap((child) => [...(fits(child) ? [child] : []), ...child.all(wanted)]);
  }

  querySelectorAll(selector) {
    return this.all(selector.split(".")[0] || selector);
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
}

export const document = { createElement: (tag) => new Element(tag) };
