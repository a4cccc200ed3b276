"""Share: links, embed code, picture and files of exactly the current view, in a dialogue.

Nothing is written before it is asked for: the dialogue holds addresses of routes, all of them made from the view's
query and the list of formats. They are completed in the page, which alone knows under which address it was reached.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from mapapp import assembly, languages
from mapapp.exports import FORMATS, Format
from mapapp.exports.sheet import SCALES, SIZES
from mapapp.maps.bundle import ASSETS
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.viewer import Viewer
from mapapp.words.contents import as_of_words, contents

_HERE = Path(__file__).parent
_SCRIPTS = (
    ASSETS / "text.js",
    *(_HERE / f"{name}.js" for name in ("channel", "share_parts", "share_picture", "share_web", "share_note", "share")),
)
_DIALOGUE = st.components.v2.component(
    "mapapp_share",
    html="<div class='share'></div>",
    css=(_HERE / "share.css").read_text(encoding="utf-8"),
    js="\n".join(path.read_text(encoding="utf-8") for path in _SCRIPTS),
)


def button(
    tour: Tour, view: View, viewer: Viewer, page: str = "", beside: Mapping[str, str] = MappingProxyType({})
) -> None:
    """The button that opens the dialogue; until it is clicked, nothing else is drawn or computed.

    ``page`` is the path of the page that it stands on, ``beside`` what its address says beside the view.
    """
    if st.button("Share", key="share", type="primary"):
        _dialogue(replace(view, tour=tour.id), viewer, page, beside)


@st.dialog("Share this view", width="large")
def _dialogue(view: View, viewer: Viewer, page: str, beside: Mapping[str, str]) -> None:
    _DIALOGUE(key="share_dialogue", data=offer(assembly.snapshot(view, viewer=viewer), page, beside))


def offer(snapshot: Snapshot, page: str = "", beside: Mapping[str, str] = MappingProxyType({})) -> dict[str, Any]:
    """What the dialogue offers, as JSON-able data: the view's query, what it holds, and every format."""
    return {
        "page": page,
        "beside": urlencode(beside),
        "corridors": bool(snapshot.corridors or snapshot.whole.corridors),
        "title": snapshot.whole.title,
        "contents": contents(snapshot),
        "as_of": as_of_words(snapshot.whole),
        "query": snapshot.view.query(),
        "formats": [_described(format_) for format_ in FORMATS],
        "sizes": [
            [name, f"{name.upper() if len(name) == 2 else name.capitalize()}, {w} × {h}"]
            for name, (w, h) in SIZES.items()
        ],
        "scales": list(SCALES),
        "languages": [list(pair) for pair in languages.offered().items()],
        "language": snapshot.language,
    }


def _described(format_: Format) -> dict[str, Any]:
    return {
        "name": format_.name,
        "kind": format_.kind,
        "suffix": format_.suffix,
        "title": format_.title,
        "purpose": format_.purpose,
        "picture": format_.picture,
        "calendar": format_.calendar,
        "image": format_.media_type.startswith("image/"),
    }
