"""A tour is told in scenes, up to each of which it is a smaller tour."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from mapapp import story
from mapapp.assembly import told_from
from mapapp.catalogue.tours import load_tour
from mapapp.scene import Scene
from mapapp.selection import corridors_shown, select
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.words.contents import introduced
from mapapp.words.language import Words
from tests.fixtures import many_events
from tests.fixtures.places import KnownPlaces
from tests.fixtures.snapshots import MADE_UP, seen, tour
from tests.fixtures.strategies import tours

WRITTEN = (
    Scene(2, "Arrival", "She arrived.", ("visit:kallas-ashgabat",)),
    Scene(5, "Talks", "They spoke.", ("tokayev", "nurtleu"), view="at=70,42,5"),
    Scene(6, "The line", events=(), corridor=True),
)


def written() -> Tour:
    return replace(tour("central-asia-2025"), scenes=WRITTEN)


def unwritten(name: str) -> Tour:
    return replace(tour(name), scenes=())


def test_a_written_story_is_told_as_it_is_and_ends_with_the_whole_tour() -> None:
    found = story.scenes(written())
    assert found[:-1] == WRITTEN
    assert found[-1].number == 7 and found[-1].events == ()
    assert select(written(), View(scene=7)).events == written().events


@pytest.mark.parametrize("name", MADE_UP)
def test_a_tour_without_a_story_is_told_from_its_stops(name: str) -> None:
    """Every stay and every event has its scene, and the sentences are said in every language."""
    whole = unwritten(name)
    told = [id_ for scene in story.scenes(whole) for id_ in scene.events]
    expected = [f"visit:{visit.id}" for visit in whole.visits] + [event.id for event in whole.events]
    assert sorted(told) == sorted(expected)
    assert [scene.number for scene in story.scenes(whole)] == [*range(1, len(story.scenes(whole)) + 1)]
    english, russian = ([Words(code).say(scene.text) for scene in story.scenes(whole)] for code in ("en", "ru"))
    assert all(one and one != other for one, other in zip(english, russian, strict=True))


def test_scenes_from_stops_say_what_is_held_what_only_announced_and_what_was_put_off() -> None:
    whole = unwritten("central-asia-2025")
    texts = {scene.title: str(scene.text) for scene in story.scenes(whole)}
    assert [scene.title for scene in story.scenes(whole)][-2:] == ["The corridor", "The whole tour"]
    tashkent = texts["Tashkent"]
    assert tashkent.startswith("Kaja Kallas: 27 March 2025. Received by the President of Uzbekistan on the evening")
    assert "On record: Received by President Mirziyoyev." in tashkent
    assert "Announced, without a report that it took place: Meeting with Foreign Minister Saidov." in tashkent
    assert "Postponed or cancelled: EU–Central Asia ministerial, as first announced." in texts["Ashgabat"]


def test_stops_in_a_row_at_one_place_are_one_scene_and_a_stay_without_date_keeps_its_turn() -> None:
    whole = unwritten("central-asia-2025")
    titles = [scene.title for scene in story.scenes(whole)]
    assert titles == ["Ashgabat", "Tashkent", "Almaty", "Samarkand", "Astana", "The corridor", "The whole tour"]


def test_a_tour_of_very_many_stops_has_few_scenes_all_the_same(tmp_path: Path) -> None:
    whole = load_tour(many_events.write_tour(tmp_path / "many", 600), KnownPlaces()).tour
    found = story.scenes(whole)
    assert len(found) <= story.MOST_SCENES + 1
    assert {id_ for scene in found for id_ in scene.events} >= {event.id for event in whole.events}


@settings(max_examples=50)
@given(tours())
def test_each_scene_shows_all_that_the_one_before_it_showed(whole: Tour) -> None:
    before: set[str] = set()
    for scene in story.scenes(whole):
        left = select(whole, View(scene=scene.number))
        now = {event.id for event in left.events}
        assert before <= now
        assert {id_ for id_ in scene.events if id_ in whole.event} <= now
        before = now
    assert before == whole.event.keys()


def test_a_scene_shows_what_is_told_so_far_and_keeps_other_filters() -> None:
    assert [e.id for e in select(written(), View(scene=2)).events] == []
    assert [v.id for v in select(written(), View(scene=5)).visits] == ["kallas-almaty"]
    assert [e.id for e in select(written(), View(scene=5, text="nurtleu")).events] == ["nurtleu"]
    assert select(written(), View(scene=99)) is not None
    assert len(select(written(), View(scene=99)).events) == len(written().events)


def test_a_corridor_is_drawn_in_its_own_scenes_and_at_the_end() -> None:
    shown = [bool(corridors_shown(written(), View(scene=number))) for number in (2, 5, 6, 7, 0)]
    assert shown == [False, False, True, True, True]
    assert corridors_shown(written(), View(scene=6, corridors=())) == ()


def test_the_map_stands_where_the_scene_says_unless_the_link_says_it() -> None:
    assert told_from(written(), View(scene=5)).framing == View.parse("at=70,42,5").framing
    own = View.parse("scene=5&at=1,2,3")
    assert told_from(written(), own) == own
    assert told_from(written(), View(scene=2)) == View(scene=2)


def test_the_map_of_a_scene_holds_its_own_places_and_where_the_way_comes_from() -> None:
    whole = replace(
        tour("us-central-asia-2015"), scenes=(Scene(1, "a", events=("karimov",)), Scene(2, "b", events=("rahmon",)))
    )
    near = story.focus(whole, 2)
    assert near and near.events == {"rahmon"} and near.visits == {"dushanbe"}  # Astana is not told
    both = replace(whole, scenes=(Scene(1, "a", events=("nazarbayev",)), Scene(2, "b", events=("rahmon",))))
    near = story.focus(both, 2)
    assert near and near.visits == {"astana", "dushanbe"}
    assert story.focus(both, 3) is None and story.focus(both, 0) is None


def test_a_file_of_a_scene_says_what_the_scene_tells() -> None:
    assert introduced(seen(written(), "scene=5")) == ["Talks: They spoke."]
    assert introduced(seen(written(), "scene=6")) == ["The line"]


def test_a_filter_keeps_the_scenes_that_are_about_what_is_left() -> None:
    """Their ids lead somewhere, and so do their sources."""
    left = select(written(), View(countries=("TM",)))
    assert [(s.number, s.events) for s in left.scenes] == [(2, ("visit:kallas-ashgabat",)), (6, ())]
    assert select(left, View(countries=("TM",))).scenes == left.scenes


def test_there_is_no_story_where_there_is_nothing() -> None:
    assert story.scenes(Tour("empty", "Empty")) == ()
    assert story.told(Tour("empty", "Empty"), 1) is None
