"""Far ends of a tour do not shrink the place where it happens; their ways lead to the edge of the map."""

from dataclasses import replace

import pytest

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.shown import far_gates
from mapapp.exports.sheet import SIZES, Sheet
from mapapp.snapshot import Snapshot
from tests.exports.picture.snapshots import drawn, fixture, snapshot

FAR = "tour=us-central-asia-2015"


def test_the_far_ends_of_a_way_are_found_with_their_legs() -> None:
    gates = far_gates(snapshot(FAR)).values()
    found = {gate.leg.end if gate.outward else gate.leg.start: gate.outward for gate in gates}
    assert found == {"vienna": False, "london": True}


@pytest.mark.parametrize("size", SIZES)
def test_the_map_shows_where_the_tour_happens_and_says_where_the_ways_lead(size: str) -> None:
    scene = drawn(FAR, Sheet(size))
    far = {placed.mark.place.title: placed for placed in scene.shown.marks if placed.beyond}
    assert {title: placed.beyond for title, placed in far.items()} == {"Vienna": "from", "London": "to"}
    names = {name for name, _ in scene.named}
    assert {"from Vienna", "to London", "Astana", "Dushanbe"} <= names
    for placed in scene.shown.marks:
        assert scene.frame.panel.holds(placed.box), placed.mark.id
        x, y = scene.frame.point(placed.mark.place.position)
        inside = scene.frame.panel.overlaps(Box.around(x, y, 0.1))
        assert inside == (not placed.beyond), placed.mark.id


def test_a_far_place_without_a_way_stays_on_the_map() -> None:
    """Nothing would stand for it."""
    drawn = snapshot(FAR)
    cut = replace(drawn.tour, legs=tuple(leg for leg in drawn.tour.legs if leg.end != "london"))
    assert far_gates(replace(drawn, tour=cut)) == {}


def test_a_chain_of_far_places_shares_the_edge() -> None:
    drawn = snapshot(FAR)
    (vienna,) = (visit for visit in drawn.whole.visits if visit.id == "vienna")
    london = next(visit for visit in drawn.whole.visits if visit.id == "london")
    legs = tuple(replace(leg, end="vienna") if leg.end == "london" else leg for leg in drawn.whole.legs)
    legs = (*(leg for leg in legs if leg.start != "ashgabat"), replace(legs[0], start="london", end="vienna"))
    changed = replace(drawn.whole, visits=(london, *(v for v in drawn.whole.visits if v is not london)), legs=legs)
    found = far_gates(Snapshot(changed, changed, drawn.view))
    assert {gate.leg.start for gate in found.values()} == {"vienna"}
    assert set(found) == {vienna.place.id, london.place.id}


@pytest.mark.parametrize("query", ["", f"{FAR}&country=GB,KZ", f"{FAR}&at=40,45,3"])
def test_what_lies_together_or_is_asked_for_is_shown_whole(query: str) -> None:
    assert far_gates(snapshot(query)) == {}


@pytest.mark.parametrize("name", ["across-the-date-line", "around-the-world", "one-visit", "no-events"])
def test_a_journey_round_the_world_has_no_heart(name: str) -> None:
    assert far_gates(fixture(name)) == {}
