"""What columns and cells are called to people, and what files hold."""

import pytest

from mapapp import languages
from mapapp.catalogue.columns import COLUMNS
from mapapp.catalogue.sources import COLUMNS as SOURCES
from mapapp.kinds import KINDS
from mapapp.words.columns import HEADINGS, choices, heading, shown, stored
from mapapp.words.language import Words

EVERY = {column.name for columns in (*COLUMNS.values(), SOURCES) for column in columns}


def test_every_column_of_the_format_has_a_heading_and_no_other() -> None:
    assert {*HEADINGS} == EVERY


def test_a_column_in_a_language_says_in_which() -> None:
    assert heading("title@kk") == "Title, in Kazakh"
    assert Words("ru").say(heading("title@kk")) == "Название, на казахском"


def test_a_column_of_the_author_stands_for_itself() -> None:
    assert heading("room no.") == "room no."


@pytest.mark.parametrize("code", languages.offered())
def test_headings_of_a_table_differ_in_every_language(code: str) -> None:
    """Two columns of one name could not be told apart."""
    for columns in (*COLUMNS.values(), SOURCES):
        said = [Words(code).say(heading(column.name)) for column in columns]
        assert len({*said}) == len(said)


def test_the_choices_of_a_cell_are_the_words_of_the_format() -> None:
    assert [*choices("status")] == ["announced", "confirmed", "held", "postponed", "cancelled"]
    assert Words("ru").say(choices("mode")["rail"]) == "железная дорога"
    assert not choices("title")


@pytest.mark.parametrize("code", languages.offered())
def test_a_kind_that_is_written_in_the_language_of_the_reader_is_stored_as_the_format_has_it(code: str) -> None:
    words = Words(code)
    for kind in KINDS:
        assert stored("kind", shown("kind", kind, words), words) == kind
        assert stored("kind", shown("kind", kind, words).upper(), words) == kind
    assert stored("kind", "wreath-laying", words) == shown("kind", "wreath-laying", words) == "wreath-laying"
    assert stored("title", "Саммит", words) == "Саммит"
