"""A table read again with one more answer is what it would be if it were read for the first time with all of them."""

import datetime as dt

import pytest

from mapapp.foreign import Answer, Answers, Asked, Reading, answered, read
from mapapp.geocoding import offline_resolver
from mapapp.place import Resolution, Toponym
from tests.fixtures.tables_of_others.making import files

TODAY = dt.date(2026, 11, 29)
FILES = dict(files())
MOST = 4  # questions that are answered of each table
NAMESAKES = b"""Date,City,Note
1 May 2016,Springfield,rally
2 May 2016,Chicago,rally
3 May 2016,Springfield,rally
4 May 2016,Boston,rally
5 May 2016,Springfield,rally
6 May 2016,Qwertyville,rally
7 May 2016,Portland,rally
8 May 2016,Salem,rally
9 May 2016,Worcester,rally
"""


def _read(data: bytes, name: str, answers: Answers, asked: Asked) -> Reading:
    return read(data, name, answers, asked, today=TODAY)


def _same(one: Reading, other: Reading) -> bool:
    parts = (one.rows == other.rows, one.questions == other.questions, one.counts == other.counts)
    return all(parts) and one.files() == other.files()


@pytest.mark.parametrize("name", [*FILES, "namesakes.csv"])
def test_each_answer_gives_what_a_first_reading_gives(name: str) -> None:
    """Whichever answer is taken: also names that are told by the places around them follow."""
    data, asked = FILES.get(name, NAMESAKES), Asked(offline_resolver)
    reading = _read(data, name, Answers(), asked)
    for number in range(MOST):
        question = next((q for q in reading.questions[number:] if q.choices), None)
        if question is None:
            return
        choice = question.choices[(question.chosen + 1 + number) % len(question.choices)]
        answers = answered(reading, question, Answer(choice, bulk=number % 2 == 1))
        reading = _read(data, name, answers, asked)
        assert _same(reading, _read(data, name, answers, Asked(offline_resolver))), question.sentence


def test_an_answer_taken_back_leaves_nothing_behind() -> None:
    asked = Asked(offline_resolver)
    first = _read(NAMESAKES, "stops.csv", Answers(), asked)
    _read(NAMESAKES, "stops.csv", answered(first, first.questions[0], Answer(first.questions[0].choices[1])), asked)
    assert _same(_read(NAMESAKES, "stops.csv", Answers(), asked), first)


def test_another_table_does_not_remember_the_one_before() -> None:
    asked = Asked(offline_resolver)
    _read(NAMESAKES, "stops.csv", Answers(), asked)
    other = b"Date,City\n1 May 2016,Rome\n2 May 2016,Oslo"
    assert _same(
        _read(other, "stops.csv", Answers(), asked), _read(other, "stops.csv", Answers(), Asked(offline_resolver))
    )


def test_an_answer_asks_the_resolver_for_nothing_but_what_it_names() -> None:
    counted: list[str] = []

    def counting(toponym: Toponym) -> Resolution:
        counted.append(toponym.text)
        return offline_resolver(toponym)

    lines = ["Date,City", *(f"{day} May 2016,{city}" for day, city in enumerate(("Rome", "Oslo", "Lima", "Almty"), 1))]
    data, asked = "\n".join(lines).encode(), Asked(counting)
    reading = _read(data, "stops.csv", Answers(), asked)
    counted.clear()
    question = reading.questions[0]
    _read(data, "stops.csv", answered(reading, question, Answer(question.choices[0])), asked)
    assert {text for text in counted if not text.startswith("geonames:")} <= {question.text}
