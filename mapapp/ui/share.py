"""Share: links, embed code, picture and files of exactly the current view, in a dialogue.

Nothing is written before it is asked for: the dialogue holds addresses of routes, all of them made from the view's
query and the list of formats. They are completed in the page, which alone knows under which address it was reached.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from mapapp import assembly, languages, library
from mapapp.exports import FORMATS, Format
from mapapp.exports.sheet import SCALES, SIZES
from mapapp.maps.bundle import ASSETS
from mapapp.message import in_context, tr
from mapapp.snapshot import Snapshot
from mapapp.ui.text import plain
from mapapp.view import View
from mapapp.viewer import Viewer
from mapapp.words.contents import as_of_words, contents
from mapapp.words.language import Words
from mapapp.words.scripts import spoken

_HERE = Path(__file__).parent
_SCRIPTS = (
    ASSETS / "text.js",
    ASSETS / "speech.js",
    *(_HERE / f"{name}.js" for name in ("channel", "share_parts", "share_picture", "share_web", "share_note", "share")),
)
_DIALOGUE = st.components.v2.component(
    "mapapp_share",
    html="<div class='share'></div>",
    css=(_HERE / "share.css").read_text(encoding="utf-8"),
    js="\n".join(path.read_text(encoding="utf-8") for path in _SCRIPTS),
)


def button(
    view: View,
    viewer: Viewer,
    words: Words,
    page: str = "",
    beside: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """The button that opens the dialogue; until it is clicked, nothing else is drawn or computed.

    ``page`` is the path of the page that it stands on, ``beside`` what its address says beside the view.
    """
    if st.button(plain(in_context("a button", "Share"), words), key="share", type="primary"):
        shown = assembly.snapshot(view, viewer=viewer)
        title = plain(tr("Share this view"), words)

        @st.dialog(title, width="large")
        def dialogue() -> None:
            draft = words.say(unpublished(shown, viewer))
            _DIALOGUE(key="share_dialogue", data=offer(shown, words, page, beside) | {"draft": draft})

        dialogue()


def unpublished(snapshot: Snapshot, viewer: Viewer) -> str:
    """What others do not see of it, in a sentence; "" where they see what the viewer sees."""
    shown = {snapshot.view.tour, snapshot.view.beside}
    tours = [tour for tour in library.kept_tours() if tour.id in shown] if viewer.writes else []
    if any(tour.draft for tour in tours):
        return tr("This is a draft: until you publish it, links and frames show it only to those who may write.")
    if any(tour.changed for tour in tours):
        return tr("An older state of it is published, and links and frames show that one until you publish again.")
    return ""


def offer(
    snapshot: Snapshot, words: Words, page: str = "", beside: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Any]:
    """What the dialogue offers, as JSON-able data: the view's query, what it holds, and every format.

    The link leaves the language to whoever opens it, where the view does; files are in the language of ``words``.
    """
    told = {
        "page": page,
        "beside": urlencode(beside),
        "corridors": bool(snapshot.corridors or snapshot.whole.corridors),
        "title": words.say(snapshot.whole.title),
        "contents": contents(snapshot),
        "as_of": as_of_words(snapshot.whole),
        "query": snapshot.view.query(),
        "spoken": "" if words.language == snapshot.language else words.language,
        "formats": [_described(format_) for format_ in FORMATS],
        "sizes": [
            [name, tr("{size}, {width} × {height}", size=_SIZES[name], width=str(w), height=str(h))]
            for name, (w, h) in SIZES.items()
        ],
        "scales": list(SCALES),
        "languages": [list(pair) for pair in languages.offered().items()],
        "language": words.language,
    }
    return words.said(told) | spoken(words.language, _SCRIPTS)


_SIZES = {  # the names of sheets
    "slide": in_context("size of a picture", "Slide"),
    "social": in_context("size of a picture", "Social"),
    "square": in_context("size of a picture", "Square"),
    "a4": "A4",
    "a3": "A3",
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
