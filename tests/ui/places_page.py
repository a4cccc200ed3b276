"""The page Places, opened and read by tests."""

import html
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.ui.main_page import APP

DOUBT = "names-in-doubt"


VALENCIA, SPAIN = "visits.csv:10:place", "geonames:2509954"


def open_page(tour: str = DOUBT) -> AppTest:
    """A new session that goes from the map to the page."""
    test = AppTest.from_file(APP, default_timeout=60)
    test.query_params["tour"] = tour
    return go(test.run(), "Places")


def go(test: AppTest, page: str) -> AppTest:
    """Follow the link of the menu."""
    link = next(link for link in test.get("page_link") if link.proto.label == page)
    test._page_hash = link.proto.page_script_hash
    test.run()
    assert not test.exception
    return test


def said(test: AppTest) -> str:
    return "\n".join([str(e.proto.body) for e in test.get("html")] + [str(e.value) for e in test.info])


def names(test: AppTest) -> list[str]:
    bodies = [e.proto.body for e in test.get("html")]
    return [html.unescape(b.split('dir="auto">')[1].split("</h2>")[0]) for b in bodies if "<h2" in b]


def about(test: AppTest, name: str) -> str:
    """What is said of the first name that reads so."""
    return next(body for e in test.get("html") if f">{name}</" in (body := str(e.proto.body)) and "<h2" in body)


def find(test: AppTest, kind: str, key: str) -> Any:  # noqa: ANN401
    """The widget of a kind whose key begins so."""
    return next(widget for widget in test.get(kind) if (widget.key or "").startswith(key))


def choose(test: AppTest, key: str, id_: str) -> AppTest:
    test.session_state[f"choice_{key}"] = True  # as after a click on "Choose another place"
    find(test.run(), "selectbox", f"pick_{key}_").set_value(id_).run()
    assert not test.exception
    return test
