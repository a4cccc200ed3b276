"""The script that Streamlit runs for every visitor."""

from mapapp.ui.tour_page import show

show()
