"""The page of every_place.py with the headers of the app. Run by test_guards.py."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from mapapp.web.guards import Guards

app = st.App(Path(__file__).with_name("every_place.py"), middleware=[Middleware(Guards)])
