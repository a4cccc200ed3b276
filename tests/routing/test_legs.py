"""The legs of a route: what they add up to, and what happens at their ends."""

import pytest

from mapapp.corridor import Mode
from mapapp.routing.legs import days_line, legs, length_line, whole_times
from tests.fixtures.alpha import alpha_to_delta, way


def test_each_leg_says_how_far_it_is_from_the_start() -> None:
    found = legs(way("alpha", "delta"))
    assert [(leg.number, leg.start.id, leg.end.id) for leg in found] == [
        (1, "alpha", "beta"),
        (2, "beta", "gamma"),
        (3, "gamma", "delta"),
    ]
    assert [leg.from_start_km for leg in found] == [75, 190, 340]


def test_borders_gauges_and_transhipments_stand_where_they_happen() -> None:
    first, second, third = legs(way("alpha", "delta"))
    assert (first.border_line, first.gauge_line, first.transhipment_line) == (
        "Germany to Poland",
        "1435 to 1520 mm",
        "",
    )
    assert (second.border, second.gauges, second.modes) == (None, None, (Mode.RAIL, Mode.SEA))
    assert (third.border_line, third.transhipment_line) == ("Poland to Sweden", "")


def test_they_agree_with_the_route() -> None:
    route = way("delta", "alpha")
    found = legs(route)
    assert tuple(leg.end.id for leg in found if leg.gauges) == route.gauge_changes
    assert tuple(leg.end.id for leg in found if leg.modes) == route.transhipments
    assert tuple(leg.border for leg in found if leg.border) == route.borders
    assert found[-1].from_start_km == route.km()


def test_a_route_to_where_one_is_has_no_legs() -> None:
    assert legs(way("beta", "beta")) == ()


def test_times_of_the_whole_corridor_are_those_without_ends() -> None:
    assert [(t.low, t.high) for t in whole_times(alpha_to_delta())] == [(3, 5)]


@pytest.mark.parametrize(("low", "high", "words"), [(1, 1, "1 day"), (12, 12, "12 days"), (2.5, 3, "2.5 to 3 days")])
def test_days_in_words(low: float, high: float, words: str) -> None:
    assert days_line(low, high) == words


def test_a_length_that_nobody_states_is_said_to_be_measured() -> None:
    section = alpha_to_delta().section["alpha-beta"]
    assert length_line(section) == ""
    assert length_line(type(section)("x", "alpha", "beta", Mode.RAIL, section.line)) == "measured on the map"
