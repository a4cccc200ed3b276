"""The table of scenes becomes the story of a tour, and all that is wrong with it a list of problems."""

import shutil
from pathlib import Path

import pytest

from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.message import others_of
from mapapp.scene import Scene
from mapapp.source import Citation
from tests.fixtures import TOURS
from tests.fixtures.places import KnownPlaces

HEADER = "scene,title,title@ru,text,events,view,corridor,source,locator"


def load(tmp_path: Path, *rows: str, header: str = HEADER) -> LoadedTour:
    folder = tmp_path / "tour"
    shutil.copytree(TOURS / "problems-in-the-small-tables", folder)
    (folder / "story.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return load_tour(folder, KnownPlaces())


def said(loaded: LoadedTour) -> list[str]:
    return [str(problem) for problem in loaded.problems if problem.file == "story.csv"]


def test_scenes_are_told_by_their_numbers_whatever_the_order_of_lines(tmp_path: Path) -> None:
    """Texts keep their other languages, a stay stands among the events, the place of the map may be a whole link."""
    loaded = load(
        tmp_path,
        '7,Afterwards,,,,"https://example.org/?v=1&tour=x&at=66.90,39.6,5&lang=ru",ON,report,page 2',
        '2,Talks,Переговоры,"Two days, one meeting.",visit:stay; talks,,,,',
    )
    first, second = loaded.tour.scenes
    assert first == Scene(2, "Talks", "Two days, one meeting.", ("visit:stay", "talks"))
    assert others_of(first.title) == {"ru": "Переговоры"}
    cited = (Citation("report", "page 2"),)
    assert second == Scene(7, "Afterwards", view="at=66.9,39.6,5", corridor=True, citations=cited)
    assert said(loaded) == []


def test_a_tour_without_the_file_has_no_written_scenes_and_no_problem() -> None:
    loaded = load_tour(TOURS / "one-visit", KnownPlaces())
    assert loaded.tour.scenes == () and loaded.problems == ()


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("0,Talks", "story.csv:2: scene: '0' is no number of a scene; write 1 to 99"),
        ("100,Talks", "story.csv:2: scene: '100' is no number of a scene; write 1 to 99"),
        ("first,Talks", "story.csv:2: scene: 'first' is no number of a scene; write 1 to 99"),
        ("1,", "story.csv:2: title: the cell is empty; fill it, the line is left out until then"),
    ],
)
def test_a_scene_without_number_or_title_is_left_out(tmp_path: Path, row: str, problem: str) -> None:
    loaded = load(tmp_path, row)
    assert loaded.tour.scenes == ()
    assert said(loaded) == [problem]


def test_two_scenes_cannot_have_one_number(tmp_path: Path) -> None:
    """However the number is written; the first stays."""
    loaded = load(tmp_path, "3,Talks,,,talks", "03,Again,,,talks")
    assert [scene.title for scene in loaded.tour.scenes] == ["Talks"]
    assert said(loaded) == ["story.csv:3: scene: there is a scene 3 already; give this one another"]


def test_what_else_is_wrong_leaves_the_scene_in_the_story(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        "1,Talks,,,talks;nothing;visit:nowhere,at=1000,maybe",
        "2,Later,,,talks,theme=dark",
        '3,Alone,,"This has no event, and no source.",,,',
    )
    assert [(s.title, s.events, s.view, s.corridor) for s in loaded.tour.scenes] == [
        ("Talks", ("talks",), "", False),
        ("Later", ("talks",), "", False),
        ("Alone", (), "", False),
    ]
    assert said(loaded) == [
        "story.csv:2: corridor: 'maybe' is not known; write one of off, on",
        "story.csv:2: events: 'nothing' is not in events.csv; add it there or correct the id",
        "story.csv:2: events: 'visit:nowhere' is not in events.csv; add it there or correct the id",
        "story.csv:2: view: this says not where the map stands; write it as in a link, such as at=66.9,39.6,5",
        "story.csv:3: view: this says not where the map stands; write it as in a link, such as at=66.9,39.6,5",
        "story.csv:4: source: no source is given; name one of sources.csv",
    ]
