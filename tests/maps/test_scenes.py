"""What a page is told of a story: words, sources, and what the map shows in each scene."""

import base64

import numpy as np

from mapapp.maps.scenes import described
from mapapp.marks import marks
from mapapp.tour import Tour
from mapapp.words.language import Words
from mapapp.words.scenes import told
from tests.fixtures.snapshots import tour

ENGLISH = Words("en")
SHIPPED = tour("central-asia-2025")


def seen(bits: str, whole: Tour) -> list[str]:
    mask = np.unpackbits(np.frombuffer(base64.b64decode(bits), dtype=np.uint8), bitorder="little")
    return [event.id for event, is_ in zip(whole.events, mask, strict=False) if is_]


def test_each_scene_shows_what_is_told_so_far_and_the_last_one_all() -> None:
    scenes = described(SHIPPED, ENGLISH)
    assert len(scenes) == 9
    assert seen(scenes[0]["shows"]["visible"], SHIPPED) == ["ministerial-planned"]
    assert set(seen(scenes[3]["shows"]["visible"], SHIPPED)) >= {"ministerial-planned", "mirziyoyev", "saidov"}
    assert scenes[-1]["shows"]["visible"] is None and scenes[-1]["focus"] == []


def test_the_corridor_is_in_its_scene_and_in_the_last_alone() -> None:
    with_corridor = [scene["number"] for scene in described(SHIPPED, ENGLISH) if scene["shows"]["corridors"]]
    assert with_corridor == [6, 9]


def test_a_scene_frames_its_places_and_where_the_way_comes_from() -> None:
    tashkent = described(SHIPPED, ENGLISH)[3]
    titles = [marks(SHIPPED)[index].place.title for index in tashkent["focus"]]
    assert titles == ["Ashgabat", "Tashkent"]


def test_a_stay_without_an_event_is_told_of_as_well() -> None:
    other = tour("us-central-asia-2015")
    first, second = described(other, ENGLISH)[:2]
    place = next(i for i, mark in enumerate(marks(other)) if mark.place.title == "Vienna")
    assert first["shows"]["alone"] == [place] and first["focus"] == [place]
    assert second["shows"]["alone"] == [place]


def test_a_scene_has_the_sources_of_its_events_each_once_with_its_address() -> None:
    tashkent = told(SHIPPED, ENGLISH)[3]
    assert [words.split(",")[0] for words, _ in tashkent["sources"]] == [
        "Repost.uz",
        "Trend News Agency",
        "24.kg",
        "News Central Asia",
        "The Astana Times",
    ]
    assert all(url.startswith("https://") for _, url in tashkent["sources"])


def test_scenes_speak_the_language_of_the_reader_the_last_one_too() -> None:
    russian = told(SHIPPED, Words("ru"))
    assert russian[3]["title"] == "Ташкент, вечером того же дня"
    assert russian[-1]["title"] == "Вся поездка"


def test_there_is_nothing_to_tell_of_a_tour_without_stops_and_events() -> None:
    assert described(Tour("empty", "Empty"), ENGLISH) == []
