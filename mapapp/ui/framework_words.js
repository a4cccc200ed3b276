// Streamlit says some words of its own in English: they are found in the document and said as the page speaks, wherever
// they come up. What it puts in place of {x} stays. In English everything is as Streamlit has it.

const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt"];

/** What a node or an attribute said before, so that another language begins from that. */
mapapp.Framework = class {
  /** @type {WeakMap<Node, Record<string, { own: string, told: string }>>} */
  said = new WeakMap();
  /** @type {Map<string, string>} */
  whole = new Map();
  /** @type {[RegExp, string][]} */
  patterns = [];

  /** @param {Record<string, string>} words by their English */
  speak(words) {
    const all = Object.entries(words);
    this.whole = new Map(all.filter(([own]) => !own.includes("{x}")));
    this.patterns = all
      .filter(([own]) => own.includes("{x}"))
      .map(([own, told]) => [new RegExp(`^${own.replace("{x}", "(.+)")}$`), told]);
    this.tell(document.body);
  }

  /** @param {string} own */
  inLanguage(own) {
    const told = this.whole.get(own.trim());
    if (told !== undefined) return told;
    for (const [form, words] of this.patterns) {
      const found = form.exec(own.trim());
      if (found) return words.replace("{x}", () => found[1]);
    }
    return own;
  }

  /**
   * @param {Node} node
   * @param {string} part
   * @param {string} now what stands there
   * @param {(told: string) => void} set
   */
  change(node, part, now, set) {
    const kept = this.said.get(node) || {};
    const own = kept[part]?.told === now ? kept[part].own : now;
    const told = this.theirs(node) ? own : this.inLanguage(own);
    if (told !== now) set(told);
    if (told !== own) this.said.set(node, { ...kept, [part]: { own, told } });
  }

  /**
   * Whether an author said it: a text in another language says which.
   * @param {Node} node
   */
  theirs(node) {
    return Boolean(node.parentElement?.closest("[lang]:not(html)"));
  }

  /** @param {Node} node */
  one(node) {
    if (node instanceof Text) {
      this.change(node, "", node.data, (told) => node.replaceData(0, node.length, told));
    } else if (node instanceof Element) {
      for (const name of ATTRIBUTES) {
        const now = node.getAttribute(name);
        if (now) this.change(node, name, now, (told) => node.setAttribute(name, told));
      }
    }
  }

  /** @param {Node} root */
  tell(root) {
    this.one(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) this.one(walker.currentNode);
  }

  watch() {
    const seen = (/** @type {MutationRecord[]} */ changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === "childList")
          addedNodes.forEach((node) => {
            this.tell(node);
          });
        else this.one(target);
      }
    };
    const wanted = {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    };
    new MutationObserver(seen).observe(document.body, wanted);
  }
};

/**
 * Say what Streamlit says in the language of the page; without words, as it has it.
 * @param {Record<string, string>} words
 */
mapapp.sayFramework = (words) => {
  /** @type {{ mapappFramework?: { speak: (words: Record<string, string>) => void, watch: () => void } }} */
  const page = /** @type {any} */ (window);
  if (!page.mapappFramework && Object.keys(words).length) {
    page.mapappFramework = new mapapp.Framework();
    page.mapappFramework.watch();
  }
  page.mapappFramework?.speak(words);
};
