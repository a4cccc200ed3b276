"""The script that Streamlit runs for every visitor: it chooses the page."""

from pathlib import Path

import streamlit as st

from mapapp.ui import menu

st.set_page_config(page_title="Tour map", page_icon=str(Path(__file__).parent / "icon.png"), layout="wide")
st.navigation(menu.pages(), position="hidden").run()
