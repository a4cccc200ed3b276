"""Discs of stops and the numbers of their stays."""

from dataclasses import replace

from mapapp.exports.brief.note import note
from mapapp.marks import event_numbers, marks, visit_numbers
from mapapp.place import Place
from mapapp.position import Position
from mapapp.snapshot import Snapshot
from mapapp.tour import Event, Located, Person, Tour, Visit
from mapapp.view import View
from mapapp.when import When
from mapapp.words.cards import cards
from mapapp.words.language import Words


def tour(*places: str) -> Tour:
    """A stay a day with one event of the same id at each of the places."""
    visits, events = [], []
    for day, name in enumerate(places, start=1):
        at = Located(Place(f"test:{name}", name, "UZ", "P", Position(60 + len(name), 40)), name)
        when = When.parse(f"2025-03-{day:02}")
        visits.append(Visit(f"s{day}", "anna", at, when))
        events.append(Event(f"s{day}", f"s{day}", at, when, title=f"Talks {day}"))
    person = Person("anna", "Anna Muster")
    return Tour("t", "T", travellers=("anna",), people=(person,), visits=tuple(visits), events=tuple(events))


RETURN = tour("Tashkent", "Samarkand", "Tashkent", "Bukhara", "Tashkent")


def test_an_event_bears_the_number_of_its_own_stay_everywhere() -> None:
    """A city visited three times has one disc; which of the three stays an event belongs to no disc tells."""
    assert [mark.label for mark in marks(RETURN)] == ["1 · 3 · 5", "2", "4"]
    own = ["1", "2", "3", "4", "5"]
    assert list(event_numbers(RETURN).values()) == ["1", "3", "5", "2", "4"]
    assert [visit_numbers(RETURN)[visit.id] for visit in RETURN.visits] == own
    assert [card["label"] for card in cards(RETURN)["events"]] == own
    assert [meeting.sign for meeting in note(Snapshot(RETURN, RETURN, View())).meetings] == own


def test_a_place_of_many_stays_tells_how_many() -> None:
    """Twenty numbers on one disc would hide the map."""
    mark, _ = marks(tour(*["Tashkent"] * 20, "Samarkand"))
    assert mark.label == "20 stays"
    assert [Words(language).say(mark.label) for language in ("en", "de", "fr", "ru")] == [
        *("20 stays", "20 Aufenthalte", "20 séjours", "20 остановок")
    ]


def test_an_event_away_from_its_stay_has_a_symbol_and_no_number() -> None:
    elsewhere = replace(RETURN.events[0], at=RETURN.events[1].at)
    assert event_numbers(replace(RETURN, events=(elsewhere,))) == {"s1": ""}
    assert event_numbers(replace(RETURN, events=(replace(elsewhere, visit=""),))) == {"s1": ""}
