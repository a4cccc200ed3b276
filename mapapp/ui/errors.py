"""What a visitor sees when the program itself is at fault."""

import logging

import streamlit as st

from mapapp.errors import MapappError
from mapapp.message import tr
from mapapp.ui import language
from mapapp.ui.text import plain, sentence
from mapapp.view import View


def say_sorry(error: Exception) -> bool:
    """Show one sentence instead of a traceback, which goes to the log. Returns True: nothing else is shown."""
    words = language.spoken(View())
    if isinstance(error, MapappError):
        st.error(plain(sentence(error), words))
    else:
        logging.getLogger("mapapp").error("the page failed", exc_info=error)
        said = tr("This page could not be drawn. Open the address without what stands behind the question mark.")
        st.error(plain(said, words))
    return True
