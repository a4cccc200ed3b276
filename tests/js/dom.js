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
    };
  }

  get classes() {
    return this.className.split(" ").filter(Boolean);
  }

  append(...children) {
    this.children.push(...children);
  }

  replaceChildren(...children) {
    this.children = children;
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  addEventListener(name, heard) {
    this.listeners[name] = heard;
  }

  scrollIntoView() {}
  remove() {}

  get textContent() {
    return this.children.map((child) => child.textContent ?? child).join("");
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
}

export const document = { createElement: (tag) => new Element(tag) };
