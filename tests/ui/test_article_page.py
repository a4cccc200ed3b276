"""The page "Article": a pasted text is read, proposals are taken, left out and changed, and become a tour."""

from pathlib import Path
from typing import cast

import pytest
from streamlit.testing.v1 import AppTest

from mapapp import library
from mapapp.ui.article import text
from mapapp.ui.article.session import Work
from mapapp.viewer import Viewer
from tests.ui.main_page import APP

TEXT = """Foreign Minister Testa <b>Wendling</b> spoke.
Foreign Minister Testa Wendling arrived in Baku on Monday.
During a meeting with Georgia’s President on Wednesday, the minister spoke of trade."""


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


def session_of(test: AppTest) -> Work:
    """What the reader has on the page."""
    return cast(Work, test.session_state["article_work"])


def _html(test: AppTest) -> str:
    return "".join(element.proto.body for element in test.get("html"))


def test_text_and_proposals_stand_side_by_side_and_stay_text(page: AppTest) -> None:
    assert not page.exception
    drawn = _html(page)
    assert "Monday 12 May 2025 · Baku, Azerbaijan · paragraph 2" in drawn
    assert "place not stated (Georgia)" in drawn and "<b>" not in drawn
    pieces = text.data(session_of(page))["paragraphs"]
    assert ["Baku", "place", "p1"] in pieces[1]["pieces"]
    assert "".join(words for words, _, _ in pieces[0]["pieces"]) == TEXT.split("\n", maxsplit=1)[0]


def test_what_is_taken_becomes_a_tour(page: AppTest) -> None:
    assert not page.get("download_button")
    page.button(key="take_p1").click().run()
    assert session_of(page).taken == {"p1"} and page.get("download_button")
    page.button(key="leave_p2").click().run()
    assert session_of(page).left == {"p2"} and not session_of(page).open
    page.pills(key="article_filter").set_value("Left out").run()
    page.button(key="back_p2").click().run()
    assert [p.key for p in session_of(page).open] == ["p2"]


def test_all_that_are_sure_are_taken_at_once(page: AppTest) -> None:
    page.button(key="article_sure").click().run()
    assert session_of(page).taken == {"p1"}


def test_a_value_is_changed_and_a_wrong_one_is_a_sentence(page: AppTest) -> None:
    page.text_input(key="when_p2").set_value("2025-05-13").run()
    assert "Tuesday 13 May 2025" in _html(page)
    page.text_input(key="when_p2").set_value("on Monday").run()
    assert page.error and "is not a date" in page.error[0].value
    page.text_input(key="place_p2").set_value("Tbilisi").run()
    assert "Tbilisi, Georgia" in _html(page)


def test_who_travels_and_who_was_met_can_be_changed(page: AppTest) -> None:
    page.text_input(key="met_p2").set_value("Probst Anderman; Oda Kelling").run()
    assert "Testa Wendling, Probst Anderman, Oda Kelling" in _html(page)
    page.text_input(key="who_p2").set_value("").run()
    assert "Probst Anderman, Oda Kelling" in _html(page) and not session_of(page).reading.proposals[1].travellers


def test_a_place_in_doubt_is_answered_by_what_the_text_names_in_the_country() -> None:
    test = opened()
    test.text_area(key="article_text").set_value(TEXT + "\nCrowds were quiet in Batumi and Tbilisi.")
    test.text_input(key="article_date").set_value("2025-05-15")
    test.button(key="article_read").click().run()
    radio = test.radio(key="at_p2")
    assert radio.options == [
        "leave open, draw in Georgia", "Batumi (paragraph 4 names it)", "Tbilisi, the capital (paragraph 4 names it)",
        "another place …",
    ]  # fmt: skip
    radio.set_value("4-Batumi").run()
    assert "Batumi, Georgia" in _html(test) and session_of(test).reading.proposals[1].spot.sure


def test_what_the_file_does_not_state_is_asked_and_the_answer_is_used() -> None:
    """The year of its dates follows from the date of publication; what was changed and decided stays."""
    test = opened()
    test.text_area(key="article_text").set_value(TEXT.replace("on Monday", "on May 12"))
    test.button(key="article_read").click().run()
    assert "The file does not state: title, publisher, address and date of publication" in test.expander[0].label
    test.text_input(key="title_p1").set_value("Arrival").run()
    test.button(key="leave_p2").click().run()
    for name, said in (("title", "Wendling tours"), ("publisher", "Gazette"), ("published", "2024-05-15")):
        test.text_input(key=f"article_about_{name}").set_value(said)
    next(button for button in test.button if button.label == "Read again with this").click().run()
    made = session_of(test)
    assert (made.reading.article.title, made.reading.article.publisher) == ("Wendling tours", "Gazette")
    assert str(made.reading.proposals[0].when.value) == "2024-05-12" and made.left == {"p2"}
    assert made.reading.proposals[0].title.value == "Arrival"
    test.text_input(key="article_about_published").set_value("last week")
    next(button for button in test.button if button.label == "Read again with this").click().run()
    assert test.error and "is not a date" in test.error[0].value


def test_what_cannot_be_read_is_a_sentence() -> None:
    test = opened()
    test.button(key="article_read").click().run()
    assert test.error and "Paste the text" in test.error[0].value


def test_a_second_article_is_added_to_a_tour_of_the_library(own_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The people of the tour are known to the reader, and what is there gains a source instead of a double."""
    assert not own_library.exists()
    monkeypatch.setattr("mapapp.ui.who.viewer", lambda: Viewer("Ben", writes=True))
    test = opened()
    test.text_area(key="article_text").set_value(TEXT)
    test.text_input(key="article_date").set_value("2025-05-15")
    test.button(key="article_read").click().run()
    test.button(key="take_p1").click().run()
    test.button(key="article_use").click().run()
    (kept,) = library.kept_tours()
    test.button(key="article_new").click().run()
    test.text_area(key="article_text").set_value("On May 12, Wendling met Speaker Probst Anderman in Baku.")
    test.text_input(key="article_date").set_value("2025-05-16")
    test.selectbox(key="article_tour").set_value(kept.id)
    test.button(key="article_read").click().run()
    test.button(key="article_sure").click().run()
    test.button(key="article_use").click().run()
    assert not test.exception and library.kept(kept.id).newest == kept.newest + 1
    files = library.contents(kept.id)
    assert files["visits.csv"].decode().count("Baku") == 1 and len(files["sources.csv"].decode().splitlines()) == 3
    assert "Anderman" in files["events.csv"].decode()
