"""What a map shows can be learned from its words alone: tasks that readers of maps do, answered by the sentences."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mapapp import assembly
from mapapp.catalogue.tours import load_tour
from mapapp.geography import around, bearing, direction, passages, places, toward
from mapapp.position import Position
from mapapp.snapshot import Snapshot
from mapapp.tour import Status
from mapapp.view import View
from mapapp.words.language import Words
from tests.fixtures import TOURS
from tests.fixtures.places import KnownPlaces

positions = some.builds(Position, some.floats(-180, 180), some.floats(-85, 85))


def told(**view: object) -> str:
    shown = replace(View("us-central-asia-2015"), **view)  # type: ignore[arg-type]  # fields, each with its type
    return "\n".join(s for passage in passages(assembly.snapshot(shown)) for s in passage.sentences)


def test_which_stop_is_farthest_north() -> None:
    assert "Farthest north is London, United Kingdom, farthest south Ashgabat, Turkmenistan." in told()


def test_which_legs_cross_a_border() -> None:
    crossed = re.findall(r"one country to another: (.+) – (.+)\.", told())
    assert crossed[:2] == [("Austria", "Kyrgyzstan"), ("Kyrgyzstan", "Uzbekistan")]
    assert len(crossed) == 6


def test_which_leg_is_the_longest() -> None:
    legs = re.findall(r"It lies ([\d,]+) km [\w-]+ of (\w+)", told())
    assert max((int(km.replace(",", "")), start) for km, start in legs) == (4722, "Ashgabat")


def test_a_stop_that_is_only_announced_is_not_told_as_held() -> None:
    before = assembly.snapshot(View("central-asia-2025"))
    visits = tuple(replace(visit, status=Status.ANNOUNCED) for visit in before.tour.visits)
    coming = replace(before, tour=replace(before.tour, visits=visits))
    stops = [s for passage in passages(coming) for s in passage.sentences if s.startswith("Stop ")]
    assert stops and all(re.match(r"Stop \d: [^.]+, announced\.", stop) for stop in stops)
    assert "announced" not in " ".join(re.findall(r"Stop \d: [^.]+\.", told()))


def test_which_places_are_close_to_each_other() -> None:
    assert "Dushanbe lies 200 km south-east of Samarkand." in told()


def test_where_one_goes_after_samarkand() -> None:
    order = re.findall(r"Stop (\d): (\w+)", told())
    assert order[2:4] == [("3", "Samarkand"), ("4", "Astana")]


def test_what_the_corridor_passes_and_how_far_away_the_rest_is() -> None:
    found = passages(assembly.snapshot(View("central-asia-2025")))
    (corridor,) = (passage for passage in found if passage.heading.startswith("Trans-Caspian"))
    assert {"It passes Tashkent.", "It passes Almaty."} <= set(corridor.sentences)
    assert any(re.fullmatch(r"Astana lies \d+ km from it; its nearest place is \w+\.", s) for s in corridor.sentences)


def test_the_same_is_learned_of_the_other_tour() -> None:
    words = told(tour="central-asia-2025")
    assert "Farthest north is Astana, Kazakhstan, farthest south Ashgabat, Turkmenistan." in words
    crossed = re.findall(r"one country to another: (.+) – (.+)\.", words)
    assert crossed == [("Turkmenistan", "Uzbekistan"), ("Uzbekistan", "Kazakhstan")]
    legs = re.findall(r"It lies ([\d,]+) km [\w-]+ of (\w+)", words)
    assert max((int(km.replace(",", "")), start) for km, start in legs) == (998, "Ashgabat")
    assert "Samarkand lies 261 km south-west of Tashkent." in words
    assert re.findall(r"Stop 3: (\w+)", words) == ["Almaty"]


def test_it_keeps_in_step_with_the_filters() -> None:
    assert "London" not in told(countries=("KZ", "UZ"))
    assert "Samarkand" in told(countries=("KZ", "UZ"))
    assert told(text="nothing has these words") == ""


@pytest.mark.parametrize("name", sorted(path.name for path in TOURS.iterdir() if (path / "tour.toml").exists()))
def test_every_tour_can_be_told(name: str) -> None:
    tour = load_tour(Path(TOURS) / name, KnownPlaces()).tour
    for passage in passages(Snapshot(tour, tour, View())):
        assert passage.sentences
        assert all(sentence.endswith(".") and "  " not in sentence for sentence in passage.sentences)


@pytest.mark.parametrize(
    ("end", "point"),
    [((0, 10), "north"), ((10, 0), "east"), ((0, -10), "south"), ((-10, 0), "west"), ((10, 10), "north-east")],
)
def test_directions_are_those_of_the_compass(end: tuple[float, float], point: str) -> None:
    assert direction(Position(0, 0), Position(*end)) == point


def test_a_direction_does_not_go_round_the_world() -> None:
    assert direction(Position(179, 0), Position(-179, 0)) == "east"


@given(positions, positions)
def test_a_bearing_is_a_bearing(start: Position, end: Position) -> None:
    assert 0 <= bearing(start, end) < 360.0000001


def test_one_walks_to_the_nearest_place_in_a_direction_and_every_place_is_in_one() -> None:
    found = places(assembly.snapshot(View("us-central-asia-2015")))
    named = {place.title: place for place in found}
    north = toward(named["Samarkand"], found, "north")
    assert north is not None and north.title == "Astana"
    assert toward(named["Astana"], found, "north") is None
    for here in found:
        ways = [
            toward(here, [other], point)
            for other in found
            if other != here
            for point in ("north", "east", "south", "west")
        ]
        assert sum(way is not None for way in ways) == len(found) - 1


def test_what_is_around_is_told_the_nearest_first_or_said_to_be_nothing() -> None:
    found = places(assembly.snapshot(View("us-central-asia-2015")))
    named = {place.title: place for place in found}
    assert around(named["Samarkand"], found) == ["Dushanbe is 200 km to the south-east."]
    assert around(named["London"], found) == ["No other place of the map is within 300 km."]


def test_two_places_of_one_name_at_one_position_are_both_told() -> None:
    """As from two rows with coordinates of their own, one of which knows more of the place."""
    here, there, *_ = places(assembly.snapshot(View("us-central-asia-2015")))
    twin = replace(there, kind="port", position=here.position._replace(latitude=here.position.latitude + 0.5))
    found = [here, twin, replace(twin, kind="airport")]
    assert around(here, found) == [f"{there.title} is 56 km to the north."] * 2


def test_a_tour_of_very_many_places_is_told_without_measuring_every_pair() -> None:
    whole = assembly.snapshot(View("us-central-asia-2015"))
    visit = whole.tour.visits[0]
    stays = tuple(
        replace(visit, id=f"v{i}", at=replace(visit.at, place=replace(visit.place, id=f"p{i}", title=f"Place {i}")))
        for i in range(3000)
    )
    tour = replace(whole.tour, visits=stays, events=(), legs=(), claims=())
    told = passages(Snapshot(tour, tour, View()))
    assert not any("farthest apart" in s for s in told[0].sentences)
    assert any(s == "2,940 more stops follow." for passage in told for s in passage.sentences)


def test_dates_stand_in_the_language_of_the_words() -> None:
    russian = Words("ru")
    said = [
        russian.say(s) for p in passages(assembly.snapshot(View("central-asia-2025")), russian) for s in p.sentences
    ]
    assert any("27 марта 2025" in sentence for sentence in said)
    assert not any("March" in sentence for sentence in said)
