"""The line that says what a picture, file or note holds."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given

from mapapp.catalogue.tours import load_tour
from mapapp.corridor import Corridor
from mapapp.languages import translated
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import BORDERS, View
from mapapp.when import When
from mapapp.words.contents import about, as_of, as_of_words, contents, credits_of, notices, span
from mapapp.words.language import Words
from tests.fixtures import TOURS, strategies
from tests.fixtures.injection import INJECTIONS
from tests.fixtures.places import KnownPlaces
from tests.fixtures.shipped import shipped


def seen(tour: Tour, query: str = "") -> Snapshot:
    view = View.parse(query)
    return Snapshot(select(tour, view), tour, view)


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("", "15 events, 4 March 2025 – 2026, Turkmenistan, Uzbekistan and Kazakhstan"),
        ("country=KZ", "4 of 15 events, 28 March 2025 – 2026, Kazakhstan"),
        (
            "since=2025-03-27&until=2025-03-28&country=KZ,UZ",
            "5 of 15 events, 27–28 March 2025, Uzbekistan and Kazakhstan",
        ),
        (
            "traveller=kallas&topic=energy,visas",
            "2 of 15 events, 28 March 2025, Kazakhstan; traveller: Kaja Kallas; topic: Energy or Visas",
        ),
        (
            "person=nurtleu&kind=meeting&status=held&q=route&since=2025-03-29&sure=1&country=KZ",
            "none of 15 events, from 29 March 2025, Kazakhstan; person: Murat Nurtleu; kind: Meeting; status: held; "
            "with the words “route”; only what surely lies within these days",
        ),
        ("until=2024-01-01", "none of 15 events, until 1 January 2024"),
        ("since=2024-01-01&until=2024-01-31", "none of 15 events, 1–31 January 2024"),
        (
            "since=2024-01-01&until=2024-01-01&sure=1",
            "none of 15 events, 1 January 2024; only what surely lies within these days",
        ),
        ("person=nobody", "none of 15 events; person: nobody"),
    ],
)
def test_the_line_speaks_of_what_is_shown(query: str, line: str) -> None:
    assert contents(seen(shipped("central-asia-2025"), query)) == line


def test_a_tour_without_events_is_counted_by_its_visits() -> None:
    tour = load_tour(TOURS / "no-events", KnownPlaces()).tour
    assert contents(seen(tour)).startswith(f"{len(tour.visits)} visit")
    assert contents(seen(tour, "country=BE")).startswith("none of ")
    assert contents(seen(Tour("bare", "Bare"))) == "no visits"


@pytest.mark.parametrize(
    ("language", "all_", "some", "none", "no"),
    [
        ("en", "2 visits", "1 of 2 visits", "none of 2 visits", "no visits"),
        ("fr", "2 visites", "1 des 2 visites", "aucune des 2 visites", "aucune visite"),
        ("de", "2 Besuche", "1 von 2 Besuchen", "keiner von 2 Besuchen", "kein Besuch"),
        ("ru", "2 визита", "1 из 2 визитов", "ни одного из 2 визитов", "ни одного визита"),
        ("kk", "2 визит", "2 визиттің 1", "2 визиттің бірде-бірі", "визит жоқ"),
    ],
)
def test_every_language_counts_visits_where_there_are_no_events(
    language: str, all_: str, some: str, none: str, no: str
) -> None:
    tour, words = load_tour(TOURS / "no-events", KnownPlaces()).tour, Words(language)
    first, second = tour.visits[0], replace(tour.visits[0], id="second", kind="other")
    two = replace(tour, visits=(first, second))
    assert words.say(contents(Snapshot(two, two, View()))).startswith(all_)
    assert words.say(contents(Snapshot(replace(two, visits=(first,)), two, View()))).startswith(some)
    assert words.say(contents(Snapshot(replace(two, visits=()), two, View()))).startswith(none)
    assert words.say(contents(seen(Tour("bare", "Bare")))) == no


@pytest.mark.parametrize("language", ["en", *translated()])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "country=KZ",
        "since=2025-03-27&until=2025-03-28&country=KZ,UZ",
        "since=2024-01-01&sure=1",
        "until=2024-01-01",
        "topic=energy,visas&q=route",
        "person=nurtleu&kind=meeting&status=held",
    ],
)
def test_every_language_tells_the_same_of_a_view(language: str, query: str) -> None:
    """The lines of two languages have the same parts in the same order, with the same numbers."""
    snapshot = seen(shipped("central-asia-2025"), query)
    line, english = Words(language).say(contents(snapshot)), contents(snapshot)
    assert len(re.findall("[;؛]", line)) == english.count(";")
    numbers = (sorted(re.findall(r"\d+", re.split("[,،] ", text)[0])) for text in (line, english))
    assert len({tuple(found) for found in numbers}) == 1 or "none" in english


def test_many_countries_are_a_number() -> None:
    tour = shipped("us-central-asia-2015")
    assert "Tajikistan, Turkmenistan and United Kingdom" in contents(seen(tour))
    more = replace(tour.events[0].at.place, id="x:1", country="FR")
    events = (*tour.events, replace(tour.events[0], id="more", at=replace(tour.events[0].at, place=more)))
    assert contents(seen(replace(tour, events=events))).endswith("2015, 7 countries")


@pytest.mark.parametrize(
    ("whens", "words"),
    [
        (["2025-03-27T19:30", "2025-03-27"], "27 March 2025"),
        (["2025-03-28~", "2025-03-27?"], "27–28 March 2025"),
        (["2026", "2025-03-28"], "28 March 2025 – 2026"),
        (["2025-03", "2025-03-27"], "March 2025"),
        (["2025", "2025-01-01", "2025-12-31"], "2025"),
        (["2025", "2026-01-05"], "2025 – 5 January 2026"),
        (["2025-03-01/2025-03-09", "2025-03-02"], "1–9 March 2025"),
    ],
)
def test_a_span_is_as_precise_as_its_ends(whens: list[str], words: str) -> None:
    assert span(map(When.parse, whens)).describe() == words


@given(strategies.tours(), strategies.filters())
def test_the_line_is_one_for_every_tour_and_view(tour: Tour, view: View) -> None:
    snapshot = Snapshot(select(tour, view), tour, view)
    line = contents(snapshot)
    assert line.isprintable()
    assert line == line.strip()
    if snapshot.tour.events and snapshot.tour is not tour:
        assert line.startswith((f"{len(snapshot.tour.events)} of {len(tour.events)} ", f"{len(tour.events)} event"))


@pytest.mark.parametrize("text", INJECTIONS.values(), ids=INJECTIONS)
def test_words_of_a_link_cannot_break_the_line(text: str) -> None:
    view = View(people=(text,), text=text, kinds=(text,))
    line = contents(Snapshot(Tour("t", "T"), Tour("t", "T"), view))
    assert line.isprintable()
    assert len(line) < 260


def test_who_must_be_named() -> None:
    tour = shipped("central-asia-2025")
    lines = (
        Corridor("a", "A", credit="Rails of somebody"),
        Corridor("b", "B", credit="Rails of somebody"),
        Corridor("c", "C"),
    )
    assert credits_of(Snapshot(tour, tour, View())) == ("GeoNames (CC BY 4.0)",)
    assert credits_of(Snapshot(tour, tour, View(), lines)) == ("GeoNames (CC BY 4.0)", "Rails of somebody")


def test_whose_borders_a_map_shows() -> None:
    tour = shipped("central-asia-2025")
    usual, other = (notices(Snapshot(tour, tour, View(borders=policy))) for policy in BORDERS)
    assert usual == ("Borders: UN/EU positions.", "Boundaries shown do not imply official endorsement.")
    assert other[0].startswith("Borders: de facto") and other[1] == usual[1]


def test_the_date_of_the_data_is_that_of_the_latest_source() -> None:
    assert as_of(shipped("central-asia-2025")) == dt.date(2026, 11, 28)
    assert as_of(replace(shipped("us-central-asia-2015"), sources=())) is None


def test_a_file_says_what_it_holds_and_of_which_day() -> None:
    tour = shipped("central-asia-2025")
    snapshot = Snapshot(tour, tour, View())
    words = about(snapshot)
    assert words[0].startswith(f"{len(tour.events)} events")
    assert words[1:] == [tour.summary, f"Data as of {as_of_words(tour)}", *notices(snapshot)]
    undated = replace(tour, summary="", sources=())
    assert (len(about(Snapshot(undated, undated, View()))), as_of_words(undated)) == (3, "")
