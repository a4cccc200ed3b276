"""The tour of 2015 says what the record of the Office of the Historian says, and no more."""

import datetime as dt
import itertools

from mapapp.selection import select
from mapapp.tour import Event, Status
from mapapp.view import View
from tests.fixtures.shipped import legs, shipped, stops

TOUR = shipped("us-central-asia-2015")
KERRY = (  # record of the Office of the Historian, arrival, departure, place, country
    ("record 3591", "2015-10-29", "2015-10-31", "Vienna", "AT"),
    ("record 3592", "2015-10-31", "2015-11-01", "Bishkek", "KG"),
    ("record 3593", "2015-11-01", "2015-11-01", "Samarkand", "UZ"),
    ("record 3594", "2015-11-02", "2015-11-02", "Astana", "KZ"),
    ("record 3595", "2015-11-03", "2015-11-03", "Dushanbe", "TJ"),
    ("record 3596", "2015-11-03", "2015-11-03", "Ashgabat", "TM"),
    ("record 3597", "2015-11-03", "2015-11-04", "London", "GB"),
)
KERRY_MET = (  # stop, what or whom
    ("Bishkek", "embassy"),
    ("Bishkek", "Almazbek Atambaev, Erlan Abdyldaev"),
    ("Bishkek", "American University of Central Asia"),
    ("Samarkand", "Islam Karimov"),
    ("Samarkand", "C5+1, Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan"),
    ("Astana", "Nursultan Nazarbayev"),
    ("Astana", "Fourth US–Kazakhstan Strategic Partnership Dialogue"),
    ("Dushanbe", "Emomali Rahmon"),
    ("Ashgabat", "Gurbanguly Berdimuhamedow"),
    ("London", "Philip Hammond"),
)


def test_the_stops_of_the_second_tour() -> None:
    found = [
        (v.citations[0].locator, str(v.arrival), str(v.departure), v.place.title, v.place.country)
        for v in stops(TOUR, "kerry")
    ]
    assert found == list(KERRY)


def test_the_legs_of_the_second_tour_join_its_stops_in_order() -> None:
    places = [row[3] for row in KERRY]
    assert legs(TOUR) == list(itertools.pairwise(places))


def test_what_happened_on_the_second_tour() -> None:
    """No source states the days, so that no event does; the order of events is that of the stops."""

    def words(event: Event) -> str:
        return "\n".join([event.title, event.summary, *(TOUR.person[p].name for p in event.participants)])

    events = TOUR.events
    assert [e.place.title for e in events] == [place for place, _ in KERRY_MET]
    for event, (_, told) in zip(events, KERRY_MET, strict=True):
        assert all(phrase in words(event) for phrase in told.split(", ")), told
        assert not event.when_stated
        assert event.status == Status.HELD
        assert TOUR.visit[event.visit].citations[0] == event.citations[0]


def test_the_name_of_the_dialogue_has_a_source_of_its_own() -> None:
    """The record of the Office of the Historian does not name it."""
    named = [event for event in TOUR.events if "C5+1" in event.title]
    assert [{citation.source for citation in event.citations} for event in named] == [{"travels", "rferl"}]
    assert all(source.read for source in TOUR.sources)


def test_two_countries_on_one_day_are_two_stops_on_that_day() -> None:
    day = View(since=dt.date(2015, 11, 3), until=dt.date(2015, 11, 3), sure=True)
    assert [v.place.country for v in select(TOUR, day).visits][:2] == ["TJ", "TM"]


def test_astana_bears_the_name_that_it_had() -> None:
    visit = TOUR.visit["astana"]
    assert visit.at.toponym == "Astana"
    assert "Nur-Sultan" in visit.summary
