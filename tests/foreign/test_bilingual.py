"""Tables that say something in two languages: the tour has it in both, and never mixed."""

import csv
import datetime as dt
import io
from pathlib import Path

import pytest

from mapapp.catalogue.tours import load_tour
from mapapp.foreign import Answers, Asked, Reading, read
from mapapp.foreign.bilingual import beside
from mapapp.foreign.records import Role
from mapapp.geocoding import offline_resolver

ASKED = Asked(offline_resolver)


def _read(text: str) -> Reading:
    return read(text.encode(), "a.csv", Answers(), ASKED, today=dt.date(2026, 11, 29))


def _table(reading: Reading, file: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(reading.files()[file].decode())))


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Event", "Event@ru"), {1: (0, "ru")}),
        (("title@kk", "Date", "title"), {0: (2, "kk")}),
        (("Event (EN)", "Event (RU)"), {1: (0, "ru")}),
        (("Мероприятие (рус.)", "Мероприятие (қаз)"), {1: (0, "kk")}),
        (("Place [English]", "Place [Русский]", "Place (in Kazakh)"), {1: (0, "ru")}),
        (("title_en", "title_ru", "title_kz"), {1: (0, "ru"), 2: (0, "kk")}),
        (("Note (на русском)", "Note"), {0: (1, "ru")}),
        (("Event (RU)", "Date"), {}),  # nothing that it would say in another language
        (("Place", "Place (2)", "Place_no", "Date_from"), {}),
        (("Event (RU)", "Event_ru"), {}),  # twice the same language
    ],
)
def test_a_heading_names_the_language(names: tuple[str, ...], found: dict[int, tuple[int, str]]) -> None:
    assert beside(names) == found


def test_texts_of_both_languages_reach_the_tour_beside_each_other(tmp_path: Path) -> None:
    reading = _read(
        "Date,City,City (RU),Event,Event@ru,Notes,Notes (RU),Venue,Venue (RU)\n"
        "27 March 2025,Ashgabat,Ашхабад,Talks,Переговоры,On energy,Об энергетике,Palace,Дворец\n"
        "3 April 2025,Samarkand,Самарканд,,,A free day,Свободный день,,\n"
    )
    assert [c.role for c in reading.columns][2] == Role.SPOKEN
    assert [c.goes for c in reading.columns] == ["", "", "place@ru", "", "title@ru", "", "summary@ru", "", ""]
    assert reading.columns[8].role == Role.LEAVE_OUT  # stays in the table alone, and says so
    assert reading.columns[8].said
    for name, data in reading.files().items():
        (tmp_path / name).write_bytes(data)
    tour = load_tour(tmp_path, offline_resolver)
    assert not tour.problems
    events, visits = _table(reading, "events.csv"), _table(reading, "visits.csv")
    assert (events[0]["title@ru"], events[0]["summary@ru"]) == ("Переговоры", "Об энергетике")
    assert events[0]["title"] == "Talks"
    assert "энерг" not in events[0]["summary"]
    assert [visit["place@ru"] for visit in visits] == ["Ашхабад", "Самарканд"]
    assert "Дворец" in reading.files()["table.csv"].decode()


def test_notes_that_tell_what_an_event_is_are_its_title_in_both_languages() -> None:
    reading = _read("Date,City,Programme,Programme (RU)\n27 March 2025,Ashgabat,Talks on energy,Переговоры\n")
    event = _table(reading, "events.csv")[0]
    assert (event["title"], event["title@ru"]) == ("Talks on energy", "Переговоры")


def test_what_belongs_to_the_stay_alone_does_so_in_both_languages() -> None:
    reading = _read("Date,City,Remarks,Remarks (RU)\n3 April 2025,Samarkand,,\n4 April 2025,Tashkent,Rest,Отдых\n")
    told = [*_table(reading, "visits.csv"), *(_table(reading, "events.csv") if reading.tour.events else [])]
    assert "Отдых" in {text for row in told for name, text in row.items() if name.endswith("@ru")}


def test_the_language_that_the_headings_name_is_that_of_the_tour() -> None:
    reading = _read("Дата,Город,Событие (рус),Событие (қаз)\n27.03.2025,Ашхабад,Переговоры,Келіссөздер\n")
    assert b'language = "ru"' in reading.files()["tour.toml"]
    assert _table(reading, "events.csv")[0]["title@kk"] == "Келіссөздер"


def test_a_language_that_is_filled_where_the_own_is_empty_is_not_lost() -> None:
    reading = _read("Date,City,Event,Event (RU)\n27 March 2025,Ashgabat,Talks,Переговоры\n28 March 2025,Astana,,Ужин\n")
    everything = b"".join(reading.files()[name] for name in ("events.csv", "visits.csv")).decode()
    assert "Ужин" in everything


@pytest.mark.parametrize(
    ("text", "own", "others"),
    [
        ("Date,City\n28 March 2025,Almaty\n", "The traveller", {"ru": "Участник поездки", "kk": "Сапарға шығушы"}),
        (
            "Дата,Город,Событие (рус),Событие (қаз)\n28.03.2025,Алматы,Переговоры,Келіссөздер\n",
            "Участник поездки",
            {"en": "The traveller", "kk": "Сапарға шығушы"},
        ),
    ],
)
def test_the_word_for_whoever_travels_stands_in_every_language(text: str, own: str, others: dict[str, str]) -> None:
    """A table names nobody: its readers would else get an English word of ours, marked as the author's."""
    (row,) = _table(_read(text), "people.csv")
    assert row["name"] == own
    assert {code: row[f"name@{code}"] for code in others} == others


def test_a_name_that_the_table_has_is_in_no_other_language() -> None:
    (row,) = _table(_read("Date,City,Traveller\n28 March 2025,Almaty,Ann Example\n"), "people.csv")
    assert row["name"] == "Ann Example" and not [name for name in row if "@" in name]
