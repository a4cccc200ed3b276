"""The table of callouts becomes words on the map, and all that is wrong with it a list of problems."""

import shutil
from pathlib import Path

import pytest

from mapapp.callout import Callout
from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.message import others_of
from mapapp.selection import select
from mapapp.view import View
from tests.fixtures import TOURS
from tests.fixtures.places import KnownPlaces

HEADER = "text,text@ru,about,latitude,longitude,source,locator"


def load(tmp_path: Path, *rows: str) -> LoadedTour:
    folder = tmp_path / "tour"
    shutil.copytree(TOURS / "one-city-twice", folder)
    (folder / "callouts.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return load_tour(folder, KnownPlaces())


def said(loaded: LoadedTour) -> list[str]:
    return [str(problem) for problem in loaded.problems if problem.file == "callouts.csv"]


def test_a_callout_points_at_the_place_of_what_it_is_about_or_at_its_own(tmp_path: Path) -> None:
    plain = load_tour(TOURS / "one-city-twice", KnownPlaces()).tour
    event, visit, source = plain.events[0], plain.visits[0], plain.sources[0].id
    rows = f"Here,Здесь,{event.id},,,,", f"There,,visit:{visit.id},,,,", f"By itself,,,41.5,70,{source},p. 2"
    loaded = load(tmp_path, *rows)
    assert said(loaded) == []
    here, there, alone = loaded.tour.callouts
    assert (here.about, here.position) == (event.id, event.place.position)
    assert others_of(here.text) == {"ru": "Здесь"}
    assert (there.about, there.position) == (f"visit:{visit.id}", visit.place.position)
    assert alone.about == "" and tuple(alone.position) == (70, 41.5)
    assert [c.source for c in alone.citations] == [source]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",,,1,2,,", "callouts.csv:2: text: "),
        ("Words,,nobody,,,,", "callouts.csv:2: about: names neither an event nor visit: and the id of a stay"),
        ("Words,,,,,,", "callouts.csv:2: about: names nothing, and latitude '' is not a number"),
        ("Words,,,91,0,,", "callouts.csv:2: about: names nothing, and latitude 91 is outside -90 to 90"),
        (f"{'w' * 81},,,1,2,,", "callouts.csv:2: text: longer than 80 characters; say it in fewer words"),
        (f"w,{'ж' * 81},,1,2,,", "callouts.csv:2: text: longer than 80 characters; say it in fewer words"),
    ],
)
def test_what_points_at_nothing_is_left_out_with_a_sentence(tmp_path: Path, row: str, problem: str) -> None:
    loaded = load(tmp_path, row)
    assert loaded.tour.callouts == ()
    assert any(sentence.startswith(problem) for sentence in said(loaded)), said(loaded)


def test_the_fifth_is_a_problem_and_four_stay(tmp_path: Path) -> None:
    source = load_tour(TOURS / "one-city-twice", KnownPlaces()).tour.sources[0].id
    loaded = load(tmp_path, *(f"Words {n},,,1,{n},{source}," for n in range(5)))
    assert len(loaded.tour.callouts) == 4
    assert said(loaded) == ["callouts.csv:6: text: a tour has 4 callouts at most; leave this one out, or another"]


def test_a_filter_takes_a_callout_away_with_its_event(tmp_path: Path) -> None:
    event = load_tour(TOURS / "one-city-twice", KnownPlaces()).tour.events[0]
    tour = load(tmp_path, f"Here,,{event.id},,,,").tour
    assert [callout.text for callout in select(tour, View()).callouts] == ["Here"]
    assert select(tour, View(text="nothing has these words")).callouts == ()
    assert select(tour, View(text="nothing has these words")).events == ()
    assert isinstance(tour.callouts[0], Callout)
