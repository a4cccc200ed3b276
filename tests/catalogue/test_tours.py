"""A folder of CSV and TOML becomes a tour, and all that is wrong with it a list of problems."""

from dataclasses import astuple
from pathlib import Path

import pytest

from mapapp.catalogue.tours import load_tour
from mapapp.place import Found, Resolution, Toponym
from mapapp.tables.edits import Correction
from mapapp.tour import Status
from tests.catalogue.reading import BAD, GOOD, copy, load, said
from tests.fixtures import TOURS
from tests.fixtures.places import KnownPlaces


@pytest.mark.parametrize("name", GOOD)
def test_good_tours_have_no_problems(name: str) -> None:
    assert said(load(TOURS / name)) == []


@pytest.mark.parametrize("name", BAD)
def test_each_problem_is_named_with_its_place_and_remedy(name: str) -> None:
    """The list beside each folder is what an author reads; a change of wording is seen in its difference."""
    assert said(load(TOURS / name)) == (TOURS / name / "problems.txt").read_text(encoding="utf-8").splitlines()


def test_what_is_good_is_kept_beside_every_problem() -> None:
    tour = load(TOURS / "every-problem-at-once").tour
    assert {v.id for v in tour.visits} == {
        *("good", "end-before-start", "latitude-91", "decimal-comma", "unknown-status"),
        *("unknown-source", "no-source", "too-many-locators", "bad-date", "not-in-calendar"),
    }
    assert {e.id for e in tour.events} == {
        *("good", "bad-date", "end-before-start", "ends-an-hour-early", "no-visit", "unknown-day-part"),
        *("unknown-status", "unknown-person", "shifted", "lost-locator", "swallowed"),
    }
    assert tour.title == "every-problem-at-once"
    assert tour.travellers == ("rivers",)
    assert tour.person["okafor"].country == ""


def test_a_small_table_keeps_its_good_lines() -> None:
    tour = load(TOURS / "problems-in-the-small-tables").tour
    assert [(c.field, c.value, c.when is not None, c.at) for c in tour.claims] == [
        ("when", "2025-03-28", True, None),
        ("when", "tomorrow", False, None),
        ("place", "Atlantis", False, None),
        ("status", "maybe", False, None),
    ]
    assert [(f.label, f.value, f.change) for f in tour.figures] == [
        ("Trade", 49.7, 16.9),
        ("Exports", 38.6, None),
        ("Change", 1, None),
    ]
    assert tour.legs == ()


def test_all_of_one_visit() -> None:
    tour = load(TOURS / "one-visit").tour
    assert (tour.id, tour.title, tour.summary) == ("one-visit", "A single stay", "One traveller, one city, one event.")
    assert tour.travellers == ("rivers",)
    assert astuple(tour.person["rivers"]) == ("rivers", "Ada Rivers", "Minister", "A ministry", "KZ", None, None)
    visit = tour.visit["stay"]
    assert (visit.place.id, visit.place.zone, str(visit.when)) == (
        "geonames:1528675",
        "Asia/Bishkek",
        "2025-03-27/2025-03-28",
    )
    assert (visit.kind, visit.status, visit.citations[0].source, visit.citations[0].locator) == (
        *("official", Status.HELD),
        *("report", "page 1"),
    )
    event = tour.event["talks"]
    assert (event.place, str(event.when), event.when_stated) == (visit.place, "2025-03-27T19:30", True)
    assert (event.kind, event.status, event.participants, event.topics) == ("meeting", Status.HELD, (), ())
    assert str(tour.source["report"].published) == "2025-03-28"


def test_a_tour_reads_as_if_corrections_stood_in_its_files() -> None:
    """What the reader sees at once is what the corrected files say later."""
    corrections = (
        Correction("visits.csv", 0, "nobody-knows", "place", "London", "London [geonames:6058560]"),
        Correction("visits.csv", 0, "asia-3", "place", "Osh", "Osh [geonames:1528675]"),
        Correction("visits.csv", 0, "asia-4", "place", "another name by now", "Osh [geonames:1528675]"),
    )
    tour, problems, names = load_tour(TOURS / "two-places-of-one-name", KnownPlaces(), corrections)
    assert not problems
    assert tour.visit["nobody-knows"].place.country == "CA"
    assert (tour.visit["asia-3"].place.title, tour.visit["asia-3"].at.toponym) == ("Bishkek", "Osh")
    assert tour.visit["asia-4"].place.title == "Almaty"
    assert len(names) == len(tour.visits)


def test_one_city_twice() -> None:
    """Visits in order of arrival whatever the order of lines, names in any spelling, events by time."""
    tour = load(TOURS / "one-city-twice").tour
    assert [v.id for v in tour.visits] == ["tashkent-out", "samarkand", "tashkent-back", "okafor-tashkent"]
    assert len({v.place.id for v in tour.visits}) == 2
    assert [e.id for e in tour.events] == ["signing", "walk", "breakfast", "dinner", "forum"]
    assert tour.visit["okafor-tashkent"].at.toponym == "Toshkent"
    assert not tour.event["walk"].when_stated
    assert str(tour.event["walk"].when) == "2025-05-03/2025-05-04"
    assert [c.at.place.title if c.at else None for c in tour.claims] == ["Samarkand", "Tashkent", None, None]
    assert [c.locator for c in tour.visit["tashkent-back"].citations] == ["page 1", "entry 9"]


def test_across_the_date_line() -> None:
    """Coordinates may be given beside a name, and the meridian of 180 degrees has two of them."""
    tour = load(TOURS / "across-the-date-line").tour
    given = tour.visit["wrangel"].place
    assert (given.title, given.position, given.country) == ("Wrangel Island", (-180.0, 71.23), "")
    assert tour.visit["fiji"].place.position.longitude == 180
    assert [leg.mode for leg in tour.legs] == ["air", "sea", "sea"]


def test_a_tour_without_events_is_a_tour() -> None:
    tour = load(TOURS / "no-events").tour
    assert [v.id for v in tour.visits] == ["osh", "undated"]
    assert tour.visit["undated"].when is None
    assert tour.summary == ""


def test_neighbours_settle_a_name_that_two_places_bear() -> None:
    tour = load(TOURS / "two-places-of-one-name").tour
    assert [(v.id, v.place.country) for v in tour.visits if v.place.title == "London"] == [
        ("by-country", "CA"),
        ("by-id", "CA"),
        ("by-neighbour", "GB"),
    ]


def test_dates_are_read_as_people_write_them(tmp_path: Path) -> None:
    """What can mean one thing is read, a clock of another zone is told on the clocks of the place."""
    header = "id,visit,when,title,source\n"
    whens = ("27.03.2025", "27–28 March 2025", "2025-03-27T19:30+03:00", "2025-03-27T22:00/2025-03-27T01:00")
    rows = "".join(f"e{number},stay,{when},Talks,report\n" for number, when in enumerate(whens))
    tour, problems, _ = load(copy(tmp_path, events_csv=header + rows))
    assert [str(tour.event[f"e{number}"].when) for number in range(4)] == [
        *("2025-03-27", "2025-03-27/2025-03-28", "2025-03-27T22:30", "2025-03-27T22:00"),
    ]
    assert all(event.when_stated for event in tour.events)
    assert [str(problem).partition("; ")[2] for problem in problems] == [
        "swap the two, or write the next day: 2025-03-27T22:00/2025-03-28T01:00"
    ]


def test_a_date_that_can_mean_two_things_is_asked_for(tmp_path: Path) -> None:
    """Both readings are given with the whole cell, and nothing says that no source states the day."""
    csv = "id,visit,when,title,source\ndoubtful,stay,03/04/2025,Talks,report\nalone,,03/04/2025,Talks,report\n"
    tour, problems, _ = load(copy(tmp_path, events_csv=csv))
    assert str(problems[0]) == (
        "events.csv:2: when: '03/04/2025' may be 3 April 2025 or 4 March 2025; write 2025-04-03 or 2025-03-04"
    )
    event = tour.event["doubtful"]
    assert (event.when_stated, event.unread) == (False, "03/04/2025")
    assert not any("has no date" in str(problem) for problem in problems)


def test_an_event_whose_date_cannot_be_read_has_no_stated_date() -> None:
    """It falls back to the visit, and must not look as if a source had named that day."""
    event = load(TOURS / "every-problem-at-once").tour.event["bad-date"]
    assert not event.when_stated
    assert event.unread == "yesterday"
    assert str(event.when) == "2025-03-27/2025-03-28"


def test_the_resolver_is_told_country_and_date(tmp_path: Path) -> None:
    asked: list[Toponym] = []
    known = KnownPlaces()

    def resolve(toponym: Toponym) -> Resolution:
        asked.append(toponym)
        return known(toponym)

    visits = "id,traveller,place,country,arrival,source\nstay,rivers,Bishkek,Kyrgyzstan,2025-03-27,report\n"
    loaded = load_tour(copy(tmp_path, visits_csv=visits), resolve)
    assert [(t.text, t.country, str(t.when)) for t in asked] == [("Bishkek", "KG", "2025-03-27")]
    assert isinstance(known(asked[0]), Found)
    assert said(loaded) == []


def test_an_event_may_stand_alone_or_lie_elsewhere_than_its_visit(tmp_path: Path) -> None:
    events = "id,visit,place,when,title,source\na,,Osh,2025-03-27,A,report\nb,stay,Osh,,B,report\n"
    tour = load(copy(tmp_path, events_csv=events)).tour
    assert [(e.visit, e.place.title) for e in tour.events] == [("", "Osh"), ("stay", "Osh")]


def test_a_tour_that_states_its_format_is_read_as_one_that_does_not(tmp_path: Path) -> None:
    problems = []
    for toml in ("title = 'x'", "format = 1\ntitle = 'x'"):
        (tmp_path / "tour.toml").write_text(toml, encoding="utf-8")
        problems.append([str(problem) for problem in load_tour(tmp_path, KnownPlaces()).problems])
    assert problems[0] == problems[1]
