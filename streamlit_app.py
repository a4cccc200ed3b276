"""The app with its extra routes. Start it with ``streamlit run streamlit_app.py``."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from mapapp.ui import menu, opening, who
from mapapp.ui.errors import say_sorry
from mapapp.web import routes
from mapapp.web.access import Access
from mapapp.web.guards import Guards
from mapapp.web.head import Head
from mapapp.web.packed_files import PackedFiles
from mapapp.web.unknown import Unknown

base = st.get_option("server.baseUrlPath") or ""
pages = [entry.path for entry in menu.ENTRIES]
beside = routes(base)
app = st.App(
    Path(__file__).parent / "mapapp" / "ui" / "app.py",
    routes=beside,
    middleware=[
        Middleware(Guards),
        Middleware(Access, signed_in=who.signed_in),
        Middleware(PackedFiles),
        Middleware(Head, pages=pages),
        Middleware(Unknown, base=base, pages=pages, routes=beside),
    ],
    lifespan=opening.announced,
    on_script_error=say_sorry,
)
