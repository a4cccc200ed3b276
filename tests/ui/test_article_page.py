"""The page "Article": a pasted text is read, proposals are taken, left out and changed, and become a tour."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "mapapp" / "ui" / "app.py")
TEXT = """Foreign Minister Testa <b>Wendling</b> spoke.
Foreign Minister Testa Wendling arrived in Baku on Monday.
During a meeting with Georgia’s President, the minister spoke of trade."""


def opened() -> AppTest:
    """The page, to which "New tour" leads."""
    test = AppTest.from_file(APP, default_timeout=60).run()
    for words in ("New tour", "Read an article instead"):
        link = next(link for link in test.get("page_link") if link.proto.label == words)
        test._page_hash = link.proto.page_script_hash
        test.run()
    return test


@pytest.fixture
def page() -> AppTest:
    """The page after the text was read, with its date of publication."""
    test = opened()
    test.text_area(key="article_text").set_value(TEXT)
    test.text_input(key="article_date").set_value("2025-05-15")
    return test.button(key="article_read").click().run()


def _html(test: AppTest) -> str:
    return "".join(element.proto.body for element in test.get("html"))


def test_text_and_proposals_stand_side_by_side_and_stay_text(page: AppTest) -> None:
    assert not page.exception
    drawn = _html(page)
    assert "Monday 12 May 2025 · Baku, Azerbaijan · paragraph 2" in drawn
    assert '<mark class="place' in drawn and "&lt;b&gt;Wendling" in drawn and "<b>Wendling" not in drawn
    assert "place not stated (Georgia)" in drawn


def test_what_is_taken_becomes_a_tour(page: AppTest) -> None:
    assert not page.get("download_button")
    page.button(key="take_p1").click().run()
    assert page.session_state["article_taken"] == {"p1"} and page.get("download_button")
    page.button(key="leave_p2").click().run()
    assert page.session_state["article_left"] == {"p2"}


def test_all_that_are_sure_are_taken_at_once(page: AppTest) -> None:
    page.button(key="article_sure").click().run()
    assert page.session_state["article_taken"] == {"p1"}


def test_a_value_is_changed_and_a_wrong_one_is_a_sentence(page: AppTest) -> None:
    page.text_input(key="when_p2").set_value("2025-05-13").run()
    assert "Tuesday 13 May 2025" in _html(page)
    page.text_input(key="when_p2").set_value("on Monday").run()
    assert page.error and "is not a date" in page.error[0].value
    page.text_input(key="place_p2").set_value("Tbilisi").run()
    assert "Tbilisi, Georgia" in _html(page)


def test_what_cannot_be_read_is_a_sentence() -> None:
    test = opened()
    test.button(key="article_read").click().run()
    assert test.error and "Paste the text" in test.error[0].value
