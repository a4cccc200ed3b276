"""What the dialogue offers: exactly the current view, in every format that there is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from mapapp import assembly, library
from mapapp.exports import FORMATS
from mapapp.exports.sheet import SIZES
from mapapp.library.records import Kept
from mapapp.snapshot import Snapshot
from mapapp.ui import share
from mapapp.ui.share import offer, unpublished
from mapapp.view import View
from mapapp.viewer import ANYBODY, Viewer
from mapapp.words.language import ENGLISH, Words
from tests.ui.main_page import APP

QUERY = "v=1&tour=central-asia-2025&since=2025-03-28&country=KZ&event=tokayev&at=66.9,39.6,5&theme=dark"


WRITER = Viewer("Ada", writes=True)


def offered(query: str) -> dict[str, Any]:
    return offer(assembly.snapshot(View.parse(query)), ENGLISH)


def test_it_says_what_is_shared() -> None:
    assert offered("country=KZ")["contents"].startswith("4 of 15 events, ")
    assert offered("")["contents"].startswith("15 events, ")
    assert offered("")["as_of"]


def test_the_query_is_the_whole_view() -> None:
    assert offered(QUERY)["query"] == QUERY


def test_every_format_is_offered_with_its_purpose() -> None:
    formats = offered("")["formats"]
    assert [f["name"] for f in formats] == [f.name for f in FORMATS]
    assert all(f["title"] and f["purpose"] for f in formats)


def test_sizes_are_words_with_pixels() -> None:
    sizes = offered("")["sizes"]
    assert ["slide", "Slide, 1920 × 1080"] in sizes
    assert ["a4", "A4, 1123 × 794"] in sizes
    assert len(sizes) == len(SIZES)


def test_a_closed_dialogue_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share, "offer", lambda _: pytest.fail("it was computed for a closed dialogue"))
    test = AppTest.from_file(APP, default_timeout=60)
    test.run()
    test.pills(key="countries").set_value(["KZ"]).run()
    assert not test.exception


def test_the_button_opens_it_for_the_current_view(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def noted(snapshot: Snapshot, words: Words, page: str, beside: Mapping[str, str]) -> dict[str, Any]:
        seen.append(snapshot.view.query())
        return offer(snapshot, words, page, beside)

    monkeypatch.setattr(share, "offer", noted)
    test = AppTest.from_file(APP, default_timeout=60)
    test.query_params["country"] = "UZ"
    test.run()
    test.button(key="share").click().run()
    assert not test.exception
    assert seen == ["v=1&tour=central-asia-2025&country=UZ"]


def test_a_draft_says_who_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {"draft": Kept("draft", 2), "changed": Kept("changed", 2, published=1), "out": Kept("out", 2, published=2)}
    monkeypatch.setattr(library, "kept_tours", lambda: tuple(kept.values()))
    shown = assembly.snapshot(View())

    def said(viewer: Viewer, tour: str, beside: str = "") -> str:
        return unpublished(replace(shown, view=View(tour=tour, beside=beside)), viewer)

    assert said(WRITER, "draft").startswith("This is a draft")
    assert said(WRITER, "out", "draft").startswith("This is a draft")
    assert said(WRITER, "changed").startswith("An older state")
    assert not said(WRITER, "out")
    assert not said(ANYBODY, "changed"), "who sees the published state shares that"
