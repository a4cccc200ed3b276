"""Who is asking on a page, and what the identity provider says of him."""

import json
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import streamlit as st

from mapapp import access
from mapapp.viewer import Viewer

_COOKIE = "_streamlit_user"


def viewer() -> Viewer:
    """Who looks at this page. To be asked in each run, and again before anything is written."""
    context = st.context
    headers = {name.lower(): value for name, value in context.headers.items()}
    cookies = dict(context.cookies.items())
    peer = context.ip_address or "127.0.0.1"  # Streamlit leaves this machine's own address out
    user = st.user.to_dict() if access.has_editors() else {}
    return access.viewer(access.Asking(peer, headers, cookies, user))


def signed_in(cookies: Mapping[str, str]) -> Mapping[str, Any]:
    """What the provider said of whoever has signed in with these cookies, by Streamlit's signature; nothing otherwise.

    Streamlit tells it to pages alone, and the map of a draft is a route. Where a release has it under another name, no
    route shows drafts.
    """
    if _COOKIE not in cookies:
        return {}
    try:
        reader = import_module("streamlit.web.server.starlette.starlette_websocket")
        told = json.loads(reader._get_signed_cookie_with_chunks(dict(cookies), _COOKIE) or b"{}")
    except (ImportError, AttributeError, TypeError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
