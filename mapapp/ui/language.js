// The box of languages: the code of the one that is spoken, and behind it all of them by their own names. It also tells
// the page in which language and direction it stands.

/** @typedef {{ language: string, direction: string, label: string, framework: Record<string, string>, offered: [code: string, name: string][] }} Languages */

/** @param {Component<Languages>} component */
export default function ({ parentElement, data, setTriggerValue }) {
  document.documentElement.lang = data.language;
  document.documentElement.dir = data.direction;
  mapapp.sayFramework(data.framework);
  const options = data.offered.map(([code, name]) => {
    const option = mapapp.el("option", "", name);
    option.value = code;
    option.lang = code;
    return option;
  });
  const box = mapapp.el("select", "", options);
  box.value = data.language;
  box.setAttribute("aria-label", data.label);
  box.title = data.label;
  box.addEventListener("change", () => setTriggerValue("chosen", box.value));
  const code = mapapp.el("span", "", data.language.toUpperCase());
  code.setAttribute("aria-hidden", "true");
  parentElement.querySelector(".language")?.replaceChildren(code, box);
}
