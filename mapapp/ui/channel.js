// What the map frame and the event list tell each other inside the page, without asking the server.
const CHANNEL = "mapapp-selected";
const announce = (id, from) => window.dispatchEvent(new CustomEvent(CHANNEL, { detail: { id, from } }));
const onAnnounced = (own, heard) => {
  const listener = (event) => { if (event.detail.from !== own) heard(event.detail.id); };
  window.addEventListener(CHANNEL, listener);
  return () => window.removeEventListener(CHANNEL, listener);
};

// The theme that Streamlit shows, by the lightness of its background.
const themeOf = (element) => {
  const [r, g, b] = (getComputedStyle(element).getPropertyValue("--st-background-color").match(/[\da-f]{2}/gi) || ["ff", "ff", "ff"])
    .map((pair) => parseInt(pair, 16));
  return r + g + b < 384 ? "dark" : "light";
};
