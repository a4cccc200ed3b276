"""What the program says when it starts: where it is, and the address with which its user may write."""

import contextlib
import logging
import threading
import webbrowser
from collections.abc import AsyncIterator

import streamlit as st

from mapapp import access
from mapapp.access.keys import PARAMETER

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_EVERYWHERE = ("", "0.0.0.0", "::")


@contextlib.asynccontextmanager
async def announced(_app: object) -> AsyncIterator[None]:
    """Print the addresses, and open the one with the key in a browser where there is a desktop."""
    for sentence in filter(None, (access.editors_complaint(), access.uploads_complaint())):
        logging.getLogger("mapapp").warning(sentence)
    host = st.get_option("server.address") or ""
    host = "localhost" if host in _EVERYWHERE else host
    address = _address(host)
    print(f"\nThe app is at {address}", flush=True)
    if access.has_editors():
        print("People whom MAPAPP_EDITORS names may write when they have signed in.\n", flush=True)
    elif host in _LOOPBACK:
        address += f"?{PARAMETER}={access.KEYS.issue()}"
        print(f"To bring and edit tours, open this address; it works once:\n\n  {address}\n", flush=True)
    else:
        print("Nobody may write: for that it must be at localhost, or MAPAPP_EDITORS must name people.\n", flush=True)
    if not st.get_option("server.headless"):
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()  # some wait for the browser
    yield


def _address(host: str) -> str:
    """The address of the first page, with a slash at its end."""
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    named = f"[{host}]" if ":" in host else host
    return f"{scheme}://{named}:{st.get_option('server.port')}/{base + '/' if base else ''}"
