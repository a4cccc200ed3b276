"""Where the shipped tour meets the corridor that ships, and what its events say of it."""

import pytest

from mapapp.catalogue.corridors import load_corridor
from mapapp.catalogue.listing import CORRIDORS
from mapapp.corridor import Corridor
from mapapp.routing.encounters import encounters, speaks_of
from mapapp.routing.nearness import nearness
from tests.fixtures.shipped import shipped, with_area


@pytest.fixture(scope="module")
def titr() -> Corridor:
    return load_corridor(CORRIDORS / "trans-caspian").corridor


def test_each_stop_has_its_distance_to_the_nearest_node_and_section(titr: Corridor) -> None:
    found = encounters(shipped("central-asia-2025"), titr)
    almaty = next(e for e in found if e.mark.place.title == "Almaty" and e.mark.traveller == 0)
    assert almaty.near == nearness(titr, almaty.mark.place.position)
    assert almaty.near is not None
    assert almaty.near.node.id == "almaty-1"
    assert 5 < almaty.near.section_km <= almaty.near.node_km < 15
    assert {e.mark.id for e in found if e.mark.visits} == {"kallas.1", "kallas.2", "kallas.3", "vassilenko.1"}


def test_events_speak_of_the_corridor_by_their_topics(titr: Corridor) -> None:
    tour = shipped("central-asia-2025")
    speaking = {e.id for e in tour.events if speaks_of(e, titr)}
    assert speaking == {"kazakh-initiatives", "tokayev", "nurtleu"}
    assert {event.id for e in encounters(tour, titr) for event in e.events} == speaking
    assert speaking == {e.id for e in tour.events if "caspian" in (e.title + e.summary).lower()}


def test_a_corridor_without_topics_is_spoken_of_by_nobody() -> None:
    instc = load_corridor(CORRIDORS / "instc").corridor
    assert not any(speaks_of(event, instc) for event in shipped("central-asia-2025").events)


def test_an_area_has_no_distance(titr: Corridor) -> None:
    """Its one point may lie on the line, or far from it: either says nothing."""
    found = {e.mark.place.title: e.near for e in encounters(with_area(), titr)}
    assert found["Kazakhstan"] is None
    assert found["Ashgabat"] is not None


def test_nothing_is_near_a_corridor_without_sections() -> None:
    assert encounters(shipped("central-asia-2025"), Corridor("empty", "Empty")) == ()
