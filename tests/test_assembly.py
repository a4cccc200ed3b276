"""Corrections are kept apart from the tour that they correct."""

import shutil
from pathlib import Path

import pytest

from mapapp import assembly
from mapapp.errors import NotInCatalogue
from mapapp.tables.edits import Correction
from mapapp.view import View
from tests.fixtures import TOURS

OSH = Correction("visits.csv", 2, "stay", "place", "Bishkek", "Bishkek [geonames:1527534]")


@pytest.fixture(autouse=True)
def tours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))


def test_a_corrected_tour_has_an_id_of_its_own_and_leaves_the_other_alone() -> None:
    id_ = assembly.corrected("one-visit", [OSH])
    assert id_ == assembly.corrected("one-visit", [OSH]) != "one-visit"
    tour = assembly.snapshot(View(tour=id_)).whole
    assert (tour.id, tour.visits[0].place.title) == (id_, "Osh")
    assert assembly.loaded("one-visit").tour.visits[0].place.title == "Bishkek"
    assert assembly.origin(id_) == (TOURS / "one-visit", (OSH,))


def test_without_corrections_it_is_the_tour() -> None:
    assert assembly.corrected("one-visit", ()) == "one-visit"


def test_the_oldest_corrections_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assembly, "MOST_KEPT", 2)
    first, second, _ = (assembly.corrected("one-visit", [c]) for c in (OSH, _other(1), OSH))
    third = assembly.corrected("one-visit", [_other(2)])
    assert assembly.loaded(first) and assembly.loaded(third)
    with pytest.raises(NotInCatalogue, match="There is no tour 'one-visit~"):
        assembly.loaded(second)


def test_a_link_to_nowhere_does_not_hide_the_tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(TOURS / "one-visit", tmp_path / "linked")
    (folder / ".~lock.visits.csv#").symlink_to("nowhere")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    assert len(assembly.loaded("linked").tour.visits) == 1


def _other(number: int) -> Correction:
    return Correction("visits.csv", 2, "stay", "place", "Bishkek", f"Bishkek [geo:{number},{number}]")


def test_a_tour_in_one_file_goes_by_the_name_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever id it states, as an export does: links have to lead back to it."""
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    (tmp_path / "mine.csv").write_text("table,key,value\ntour,id,theirs\ntour,title,T\n")
    assert assembly.loaded("mine").tour.id == "mine"
