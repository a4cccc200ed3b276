"""What a visitor sees when the program itself is at fault."""

import logging

import streamlit as st

from mapapp.errors import MapappError
from mapapp.ui.text import plain


def say_sorry(error: Exception) -> bool:
    """Show one sentence instead of a traceback, which goes to the log. Returns True: nothing else is shown."""
    if isinstance(error, MapappError):
        st.error(plain(f"{error}"))
    else:
        logging.getLogger("mapapp").error("the page failed", exc_info=error)
        st.error("This page could not be drawn. Open the address without what stands behind the question mark.")
    return True
