"""The page "Story": the map with the scenes, and a word where a link or a tour has none."""

import pytest
from streamlit.testing.v1 import AppTest

from mapapp.ui import frame
from mapapp.view import View
from tests.ui.main_page import APP


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[View]:
    """The views for which the page has shown the map with the story."""
    seen: list[View] = []
    monkeypatch.setattr(frame, "story_frame", lambda _tour, view, _words: seen.append(view))
    return seen


def opened(**query: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
    test.run()
    link = next(link for link in test.get("page_link") if link.proto.label == "Story")
    test._page_hash = link.proto.page_script_hash
    test.run()
    assert not test.exception
    return test


def test_the_story_begins_with_the_first_scene_or_that_of_the_link(shown: list[View]) -> None:
    opened()
    opened(scene="4")
    assert [view.scene for view in shown] == [1, 4]


def test_a_scene_that_is_not_there_is_said_and_the_story_begins(shown: list[View]) -> None:
    test = opened(scene="77")
    assert "The link asks for scene 77, which the story of this tour does not have." in test.info[0].value
    assert shown[-1].scene == 1


def test_links_to_other_pages_leave_the_scene_behind(shown: list[View]) -> None:
    test = opened(scene="4")
    links = {link.proto.label: link.proto.query_string for link in test.get("page_link")}
    assert shown and "scene" not in links["Map"]
