"""Which other sites may frame the map or read the files, as the settings in the environment say.

MAPAPP_FRAME_ANCESTORS lists the origins whose pages may show ``/embed`` in a frame; pages of the app's own origin
always may. MAPAPP_READERS lists the origins whose scripts may fetch the files. Both hold origins between spaces or
commas, such as ``https://desk.example.org https://*.example.org:8443``; without them nobody else may. MAPAPP_PROXY is
"yes" where a proxy in front states the app's own origin in headers, and takes those of readers away.
"""

import os
import re

from mapapp.errors import clipped

FRAME_ANCESTORS = "MAPAPP_FRAME_ANCESTORS"
READERS = "MAPAPP_READERS"
PROXY = "MAPAPP_PROXY"
YES, NO = ("yes", "true", "on", "1"), ("", "no", "false", "off", "0")
MAX_ORIGINS = 50
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ORIGIN = re.compile(rf"https?://(?:\*\.)?(?:{_LABEL}\.)*{_LABEL}(?::\d{{1,5}})?", re.IGNORECASE)


def frame_ancestors() -> str:
    """The sources for ``frame-ancestors`` of a Content-Security-Policy; those of a malformed setting are left out."""
    return " ".join(("'self'", *_origins(FRAME_ANCESTORS)))


def may_read(origin: str) -> bool:
    """Whether scripts of pages of that origin may fetch the files."""
    return any(_matches(allowed, origin.lower()) for allowed in _origins(READERS))


def behind_proxy() -> bool:
    """Whether X-Forwarded-Host and X-Forwarded-Proto come from a proxy, as a setting says, and not from any reader."""
    return _proxy() in YES


def complaints() -> list[str]:
    """One sentence for each setting that cannot be used, with what is done instead."""
    said = [_complaint(FRAME_ANCESTORS), _complaint(READERS)]
    if _proxy() not in (*YES, *NO):
        said.append(f"{PROXY} is not used: '{clipped(_proxy())}' is neither yes nor no. No proxy is trusted.")
    return [sentence for sentence in said if sentence]


def _proxy() -> str:
    return os.environ.get(PROXY, "").strip().lower()


def _matches(allowed: str, origin: str) -> bool:
    scheme, wildcard, host = allowed.partition("://*.")
    if not wildcard:
        return allowed == origin
    return origin.startswith(f"{scheme}://") and origin.endswith(f".{host}")


def _items(name: str) -> list[str]:
    return re.split(r"[\s,]+", os.environ.get(name, "").strip())


def _complaint(name: str) -> str:
    items = [item for item in _items(name) if item]
    wrong = [clipped(item, 60) for item in items if not _ORIGIN.fullmatch(item)]
    if not wrong and len(items) <= MAX_ORIGINS:
        return ""
    what = f"'{wrong[0]}' is not an origin such as https://desk.example.org" if wrong else f"{len(items)} are too many"
    return f"{name} is not used: {what}. Only pages of this host are allowed until it is mended."


def _origins(name: str) -> list[str]:
    return [] if _complaint(name) else [item.lower() for item in _items(name) if item]
