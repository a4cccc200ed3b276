"""The records of a tour and what they say about themselves."""

import datetime as dt
import itertools

import pytest
from hypothesis import given

from mapapp.catalogue.tours import load_tour
from mapapp.place import Candidate, Place
from mapapp.position import Position
from mapapp.source import Citation, Source
from mapapp.tour import ID, Claim, Event, Leg, Located, Person, Status, Tour, Visit, cited
from mapapp.when import When
from tests.fixtures import TOURS
from tests.fixtures.places import KnownPlaces
from tests.fixtures.strategies import tours

HERE = Located(Place("test:1", "Here", "KZ", "P", Position(70, 45)), "Here")


def event(id_: str, when: str, day_part: str = "", *, stated: bool = True, visit: str = "") -> Event:
    return Event(id_, visit, HERE, When.parse(when), when_stated=stated, day_part=day_part)


def visit(arrival: str, departure: str) -> Visit:
    first, last = (When.parse(text) if text else None for text in (arrival, departure))
    return Visit("v", "t", HERE, first, last)


@pytest.mark.parametrize(
    ("arrival", "departure", "when"),
    [
        ("2025-03-27", "2025-03-28", "2025-03-27/2025-03-28"),
        ("2025-03-27", "2025-03-27", "2025-03-27"),
        ("2025-03-27", "", "2025-03-27"),
        ("", "2025-03-28~", "2025-03-28~"),
        ("2025-03", "2025-04-02/2025-04-03", "2025-03/2025-04-03"),
        ("", "", None),
    ],
)
def test_a_visit_lasts_from_arrival_to_departure_as_far_as_they_are_known(
    arrival: str, departure: str, when: str | None
) -> None:
    found = visit(arrival, departure).when
    assert (str(found) if found else None) == when


def test_an_event_without_a_day_of_its_own_is_certain_only_in_a_visit_of_one_day() -> None:
    assert event("a", "2025-03-27/2025-03-28", stated=False).certain_days is None
    assert event("a", "2025-03-27", stated=False).certain_days == (dt.date(2025, 3, 27),) * 2
    assert event("a", "2025-03-27/2025-03-28").certain_days == (dt.date(2025, 3, 27), dt.date(2025, 3, 28))
    assert event("a", "2026").certain_days is None


def test_records_are_found_by_id() -> None:
    tour = load_tour(TOURS / "one-city-twice", KnownPlaces()).tour
    assert tour.person["okafor"].name == "Ben Okafor"
    assert tour.visit["samarkand"].place.title == "Samarkand"
    assert tour.event["walk"].status == Status.CANCELLED
    assert tour.source["diary"].title == "A diary"
    assert [c.value for c in tour.claims_on["dinner"]] == ["Samarkand", "Tashkent"]
    assert "signing" not in tour.claims_on


def test_travellers_of_an_event_are_its_participants_and_the_visitor_in_the_order_of_the_tour() -> None:
    tour = load_tour(TOURS / "one-city-twice", KnownPlaces()).tour
    assert tour.travellers_of(tour.event["dinner"]) == ("rivers", "okafor")
    assert tour.travellers_of(tour.event["walk"]) == ("rivers",)
    assert tour.travellers_of(tour.event["forum"]) == ()


def test_labels_are_the_tour_s_own_or_the_slug_in_words() -> None:
    tour = Tour("t", "T", labels=(("water", "Water and glaciers"), ("empty", "")))
    assert tour.label("water") == "Water and glaciers"
    assert tour.label("side-event") == "Side event"
    assert tour.label("trans_caspian-route") == "Trans caspian route"
    assert tour.label("empty") == "Empty"
    assert tour.label("") == tour.label("-") == ""


def test_two_tours_are_equal_only_if_they_are_the_same() -> None:
    """So that a tour can be the key of a cache without its ten thousand events being compared."""
    one, other = Tour("t", "T"), Tour("t", "T")
    assert one != other
    assert len({one, other}) == 2


def test_cited_collects_the_sources_of_all_kinds_of_record() -> None:
    cites = tuple(Citation(id_) for id_ in ("a", "b"))
    assert cited([Claim("e", "when", "2025", cites[:1]), Leg("v", "w", citations=cites[1:])]) == {"a", "b"}
    assert cited([visit("2025", "")]) == set()


@pytest.mark.parametrize("id_", ["a", "A1", "2025-03.27_b", "x" * 64])
def test_ids_that_may_stand_in_a_link(id_: str) -> None:
    assert ID.fullmatch(id_)


@pytest.mark.parametrize(
    "id_", ["", "-a", ".a", "..", "_a", "a b", "a/b", "a,b", "á", "Ж", "a\n", "x" * 65, "a;b", "a%"]
)
def test_ids_that_may_not(id_: str) -> None:
    assert not ID.fullmatch(id_)


def test_records_are_frozen() -> None:
    with pytest.raises(AttributeError):
        Person("a", "A").name = "B"  # type: ignore[misc]  # that it cannot be done is the point
    with pytest.raises(AttributeError):
        Source("a", "A", "").title = "B"  # type: ignore[misc]  # likewise


def test_a_place_is_sure_where_its_choice_is_and_its_spelling() -> None:
    def located(confidence: float, match: str) -> Located:
        return Located(HERE.place, "Here", confidence, (Candidate(HERE.place, "gazetteer", "Here", match=match),))

    assert HERE.sure and located(0.95, "title").sure
    assert not located(0.94, "title").sure
    assert not located(1.0, "misspelt").sure


@given(tours())
def test_order_never_goes_back_in_time(tour: Tour) -> None:
    assert all(a.when.earliest <= b.when.earliest for a, b in itertools.pairwise(tour.events))
