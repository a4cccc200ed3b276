"""Share: links, embed code, picture and files of exactly the current view, in a dialogue.

Nothing is written before it is asked for: the dialogue holds addresses of routes, all of them made from the view's
query and the list of formats. They are completed in the page, which alone knows under which address it was reached.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import streamlit as st

from mapapp import assembly
from mapapp.exports import FORMATS, Format
from mapapp.exports.sheet import LANGUAGES, SCALES, SIZES
from mapapp.maps.bundle import ASSETS
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.viewer import Viewer
from mapapp.words.contents import as_of_words, contents

_HERE = Path(__file__).parent
_DIALOGUE = st.components.v2.component(
    "mapapp_share",
    html="<div class='share'></div>",
    css=(_HERE / "share.css").read_text(encoding="utf-8"),
    js="\n".join(
        path.read_text(encoding="utf-8") for path in (ASSETS / "text.js", _HERE / "channel.js", _HERE / "share.js")
    ),
)


def button(tour: Tour, view: View, viewer: Viewer) -> None:
    """The button that opens the dialogue; until it is clicked, nothing else is drawn or computed."""
    if st.button("Share", key="share", type="primary"):
        _dialogue(replace(view, tour=tour.id), viewer)


@st.dialog("Share this view", width="medium")
def _dialogue(view: View, viewer: Viewer) -> None:
    _DIALOGUE(key="share_dialogue", data=offer(assembly.snapshot(view, viewer=viewer)))


def offer(snapshot: Snapshot) -> dict[str, Any]:
    """What the dialogue offers, as JSON-able data: the view's query, what it holds, and every format."""
    return {
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
        "languages": list(LANGUAGES),
    }


def _described(format_: Format) -> dict[str, Any]:
    return {
        "name": format_.name,
        "suffix": format_.suffix,
        "title": format_.title,
        "purpose": format_.purpose,
        "picture": format_.picture,
        "calendar": format_.calendar,
        "image": format_.media_type.startswith("image/"),
    }
