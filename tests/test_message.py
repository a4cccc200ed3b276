"""A message is its English text, and knows what it was made of."""

import datetime as dt
import json
import pickle

import pytest

from mapapp.message import Message, Sentence, in_context, listed, plural, series, tr
from mapapp.transit import received, sent
from mapapp.when import When
from mapapp.words.language import Words


def test_a_message_reads_in_english() -> None:
    assert tr("No tour here has the id “{id}”.", id="x{y}") == "No tour here has the id “x{y}”."
    assert [plural(n, "{n} visit", "{n} visits") for n in (0, 1, 1200)] == ["0 visits", "1 visit", "1,200 visits"]
    assert in_context("a button", "Open") == "Open"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (12500, "12,500"),
        (0.25, "0.25"),
        (2.0, "2"),
        ("12500", "12500"),
        (dt.date(2025, 3, 27), "27 March 2025"),
        (When.parse("2025-03"), "March 2025"),
        (tr("a {b}", b="c"), "a c"),
    ],
)
def test_values_are_written_as_english_writes_them(value: object, words: str) -> None:
    assert tr("({value})", value=value) == f"({words})"


def test_a_truth_value_is_no_word() -> None:
    with pytest.raises(TypeError):
        tr("{sure}", sure=True)


def test_parts_stand_beside_each_other() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "", "b"], "or") == "a or b"
    assert series(["a", "", "b"]) == "a, b"
    assert series(["a", "b"], " · ") == "a · b"


def test_a_message_goes_to_another_process_whole() -> None:
    message = tr("{n} of {what}", n=2, what=listed([tr("one"), "two"]))
    again = pickle.loads(pickle.dumps(message))
    assert again == message
    assert again.values["what"].parts == ("one", "two")
    assert again.patterns == message.patterns


def test_a_sentence_of_its_own_begins_with_a_capital_in_every_language() -> None:
    reason = tr("the cell is empty; name the place, or give latitude and longitude")
    assert Sentence.of(reason) == "The cell is empty; name the place, or give latitude and longitude."
    assert Words("ru").say(Sentence.of(reason)).startswith("Ячейка пуста;")
    assert Words("fr").say(Sentence.of(reason)).endswith("longitude.")


@pytest.mark.parametrize(
    "message",
    [
        "a text",
        tr("{said}; {n} left", said=tr("it is {what}", what="{n}"), n=1200),
        plural(2, "{n} event", "{n} events"),
        in_context("a place", "From"),
        tr("on {day}", day=dt.date(2025, 3, 27)),
    ],
)
def test_a_message_goes_to_another_process_and_comes_back(message: str) -> None:
    back = received(json.loads(json.dumps(sent(message))))
    assert back == message
    assert Words("de").say(back) == Words("de").say(message) or "March" in message
    assert isinstance(back, Message) == isinstance(message, Message)


@pytest.mark.parametrize(
    "data",
    [
        7,
        None,
        [["{x.__class__}"], {"x": "a"}, None, ""],
        [["{x!r:>9}"], {"x": "a"}, None, ""],
        [["{y}"], {"x": "a"}, None, ""],
        [[], {}, None, ""],
        [["a"], [], None, ""],
        [["a"], {"x": [1]}, None, ""],
    ],
)
def test_what_no_process_of_ours_sends_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="no text of another process"):
        received(data)
