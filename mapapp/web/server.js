// Where the app's server is, for every page alike: else Streamlit first looks for it below the path of the page, in vain.
window.__streamlit = { BACKEND_BASE_URL: new URL("..", document.currentScript.src).href };
