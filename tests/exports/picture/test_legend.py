"""The legend of a picture: it tells what is drawn and no more, and takes little room."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from mapapp.catalogue.tours import load_tour
from mapapp.exports.picture.drawing import draw
from mapapp.exports.picture.legend import Key, key, left, rows
from mapapp.exports.picture.legend import size as legend_size
from mapapp.exports.picture.scene import Scene
from mapapp.exports.picture.symbols import Disc
from mapapp.exports.sheet import SIZES, Sheet
from mapapp.place import Unknown
from mapapp.snapshot import Snapshot
from mapapp.tour import Status
from mapapp.view import View
from tests.exports.picture.snapshots import LANGUAGES, SHIPPED, drawn, snapshot


def test_a_name_with_no_room_along_its_way_stays_in_the_legend() -> None:
    """Far out the way is shorter than the name."""
    far = drawn("at=70,40,2", Sheet("social"))
    assert "traveller-0" not in far.along
    assert any("Kaja Kallas, stop" in text for text in words(far))
    assert "traveller-0" in drawn().along


def words(scene: Scene) -> set[str]:
    return {row.words for row in left(Key(rows(scene), 1), scene.along).rows}


def test_the_legend_tells_what_is_drawn_and_no_more() -> None:
    everything = words(drawn())
    assert {
        "Roman Vassilenko, stop",
        "Railway",
        "Named by a source, not as the place of the event",
    } <= everything
    assert {"traveller-0", "corridor-trans-caspian"} <= {*drawn().along}, "names stand along way and railway"
    assert not {"Kaja Kallas, stops in order of travel", "Trans-Caspian International"} & everything
    assert "Ship or ferry" not in everything, "the Caspian is not on this sheet"
    assert "sea-trans-caspian" in drawn("", Sheet("social")).along, "here it is, and says what it is"
    kazakhstan = words(drawn("country=KZ&corridor=none"))
    assert kazakhstan == {
        "Kaja Kallas, stop",
        "Summit, not a stop of a traveller",
        "Announced, not on record as held",
        "Named by a source, not as the place of the event",
    }
    assert words(drawn("country=FR&corridor=none")) == set()


def coming(drawn: Snapshot) -> Snapshot:
    """The same tour, before it is held."""
    visits = tuple(replace(visit, status=Status.CONFIRMED) for visit in drawn.whole.visits)
    whole = replace(drawn.whole, visits=visits)
    return Snapshot(whole, whole, drawn.view, drawn.corridors)


@pytest.mark.parametrize(("language", "ahead"), [("en", "Way to travel"), ("fr", "Trajet à venir")])
def test_a_way_that_is_still_to_be_travelled_is_called_so(language: str, ahead: str) -> None:
    told = words(draw(coming(snapshot(f"lang={language}")), Sheet("social")))
    assert any(row.startswith(ahead) for row in told)
    assert not any("travelled" in row or "parcouru" in row for row in told)


def test_the_disc_of_a_traveller_is_dashed_where_every_stop_is_announced(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn_discs: list[Disc] = []
    monkeypatch.setattr("mapapp.exports.picture.legend._disc", lambda _, disc: drawn_discs.append(disc))
    future = coming(snapshot(""))
    events = tuple(replace(event, status=Status.CONFIRMED) for event in future.whole.events)
    whole = replace(future.whole, events=events)
    future = replace(future, tour=whole, whole=whole)
    for view, status in ((future, Status.CONFIRMED), (snapshot(""), Status.HELD)):
        drawn_discs.clear()
        list(rows(draw(view, Sheet("slide"))))
        assert {disc.status for disc in drawn_discs if disc.traveller is not None} == {status}


@pytest.mark.parametrize(("tour", "size"), [*product(SHIPPED, SIZES)])
def test_the_legend_takes_an_eighth_of_the_sheet_at_most(tour: str, size: str) -> None:
    for language in LANGUAGES:
        scene = drawn(f"{tour}&corridor=trans-caspian,northern&lang={language}", Sheet(size))
        found = key(scene)
        width, height = legend_size(scene, found)
        edge = 1.2 * scene.unit
        assert (width - edge) * (height - edge) <= scene.canvas.width * scene.canvas.height / 8 + 1
        assert found.rows


def test_many_travellers_leave_an_eighth_to_the_legend(tmp_path: Path) -> None:
    from tests.fixtures.many_events import write_tour

    tour = load_tour(write_tour(tmp_path / "many", 30), lambda _: Unknown()).tour
    people = tuple(replace(person, name=f"{person.name} of a very long house {person.name}") for person in tour.people)
    whole = replace(tour, people=people)
    scene = draw(Snapshot(whole, whole, View(language="ru")), Sheet("social"))
    width, height = legend_size(scene, key(scene))
    assert width * height <= scene.canvas.width * scene.canvas.height / 7
