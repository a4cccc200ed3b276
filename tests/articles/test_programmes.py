"""Programmes day by day, which have no verbs; and the date of a dateline, from which dates are told."""

from dataclasses import replace

import pytest

from mapapp.articles.languages import language_of
from mapapp.articles.opening import opened
from mapapp.articles.reading import read
from mapapp.articles.records import Reading
from mapapp.when import When
from tests.articles.own import reading, refused, stops

TITLE = "Programme of the visit of Foreign Minister Testa Wendling"
RUSSIAN = "Программа визита министра иностранных дел Тесты Вымысловой"


def _read(text: str, published: str = "2025-05-10") -> Reading:
    article = replace(opened(text.encode()), published=When.parse(published))
    return read(article, language_of(article.language))


def _told(found: Reading) -> list[tuple[str, str, str]]:
    """Title, place and date of each proposal."""
    return [
        (
            p.title.value,
            p.spot.value.place.title if p.spot.value.place else p.spot.value.country,
            str(p.when.value or ""),
        )
        for p in found.proposals
    ]


@pytest.mark.parametrize(
    "day",
    [
        "Monday, 12 May 2025, Baku\n10:00 Meeting with Speaker Probst Anderman\n14:00 Visit to the port of Alat",
        "12 May (Monday) – Baku\n• Meeting with Speaker Probst Anderman\n• Visit to the port of Alat",
        "Monday, 12 May: Baku\n- 10.00–11.00: Meeting with Speaker Probst Anderman\n- 14.00 Visit to the port of Alat",
        "Monday, 12 May, Baku: 10:00 Meeting with Speaker Probst Anderman. 14:00 Visit to the port of Alat.",
    ],
)
def test_lines_under_a_day_are_what_is_planned_on_it(day: str) -> None:
    found = _read(f"{TITLE}\n\n{day}\n\nThe programme may change, and the ministry will tell the press of it.")
    assert [(title, place, when[:10]) for title, place, when in _told(found)] == [
        ("Meeting with Probst Anderman", "Baku", "2025-05-12"), ("Visit to Alat", "Alat", "2025-05-12"),
    ]  # fmt: skip
    assert {p.status.value.value for p in found.proposals} == {"announced"} and found.proposals[0].sure
    assert [f.value.label for f in found.proposals[0].travellers] == ["Testa Wendling"]


def test_the_time_of_a_line_is_that_of_the_meeting_and_its_words_are_the_quote() -> None:
    found = _read(f"{TITLE}\n\nMonday, 12 May 2025, Baku\n09:30 – 10:15 Meeting with Speaker Probst Anderman")
    (met,) = found.proposals
    assert str(met.when.value) == "2025-05-12T09:30"
    assert found.article.words(met.quote) == "Meeting with Speaker Probst Anderman"


def test_who_arrives_in_a_town_is_there_until_the_departure() -> None:
    text = (
        "Monday, 12 May 2025\n09:00 Arrival in Baku\n11:00 Talks with Speaker Probst Anderman\n20:00 Departure for Riga"
    )
    found = _read(f"{TITLE}\n\n{text}")
    assert ("Meeting with Probst Anderman", "Baku", "2025-05-12T11:00") in _told(found)
    assert not any(place == "Riga" for _, place, _ in _told(found))


def test_a_russian_programme_is_read_as_well() -> None:
    text = "12 мая, понедельник, Баку\n10:00 Встреча с президентом Пробом Выдумановым\n18:00 Вылет в Ригу"
    assert [(place, when) for _, place, when in _told(_read(f"{RUSSIAN}\n\n{text}"))] == [("Baku", "2025-05-12T10:00")]


def test_a_sentence_that_begins_with_a_date_is_no_heading() -> None:
    text = "On Monday, 12 May, Foreign Minister Testa Wendling met Speaker Probst Anderman in Baku."
    assert [place for _, place, *_ in stops(text)] == ["Baku"]
    met = "Foreign Minister Testa Wendling met Speaker Probst Anderman in Baku on Tuesday."
    text = f"Monday, 12 May, was a holiday.\n{met}"
    assert stops(text) == [("Wendling", "Baku", "2025-05-13", "held")]


def test_dates_are_told_from_the_day_of_the_dateline() -> None:
    """What an agency wrote on Tuesday is often printed on Friday."""
    text = "BAKU, May 6 (ABC) – Foreign Minister Testa Wendling met Speaker Probst Anderman in Ganja on Monday."
    assert stops(text) == [("Wendling", "Ganja", "2025-05-05", "held")]
    assert refused(text)["BAKU"] == "DATELINE"
    old = text.replace("May 6", "March 3, 2020")
    assert stops(old) == [("Wendling", "Ganja", "2025-05-12", "held")]


@pytest.mark.parametrize(
    "line", ["Oslo, 3 June 2025", "Oslo, Norway, 3 June 2025", "3 June 2025, Oslo", "Sankt Gallen, 3 June 2025"]
)
def test_a_dateline_may_be_a_paragraph_of_its_own(line: str) -> None:
    text = f"{line}\n\nForeign Minister Testa Wendling will visit Baku on Wednesday. On 5 June she travels to Ganja."
    article = opened(text.encode())
    assert article.title == ""
    found = read(article, language_of(article.language))
    assert [(place, day) for _, place, day in _told(found)] == [("Baku", "2025-06-04"), ("Ganja", "2025-06-05")]


def test_a_title_may_stand_behind_the_dateline_and_may_have_a_day_itself() -> None:
    body = "Foreign Minister Testa Wendling will visit Baku on Wednesday."
    assert opened(f"Oslo, 3 June 2025\n\nWendling goes to Baku\n\n{body}".encode()).title == "Wendling goes to Baku"
    titled = opened(f"Fourth meeting of foreign ministers, 4 April 2025\n\n{body}".encode())
    assert titled.title == "Fourth meeting of foreign ministers, 4 April 2025"


def test_the_following_day_of_a_day_without_a_year_is_not_that_of_an_older_one() -> None:
    text = "Foreign Minister Testa Wendling visited Ulm on 2 May 2025. On 5 June she visited Baku."
    found = _told(reading(f"{text} The following day she visited Ganja.", published=None))
    assert [(place, day) for _, place, day in found] == [("Ulm", "2025-05-02"), ("Baku", ""), ("Ganja", "")]


def test_a_dateline_with_a_year_stands_for_a_date_of_publication_that_is_not_stated() -> None:
    text = "BAKU, May 6, 2025 (ABC) – Foreign Minister Testa Wendling met Speaker Probst Anderman in Ganja on Monday."
    found = reading(text, published=None)
    assert str(found.proposals[0].when.value) == "2025-05-05" and "dateline" in found.notes[0]
    assert found.article.published is None
