"""Corrections are kept apart from the tour that they correct."""

import pytest

from mapapp import assembly
from mapapp.drafts import shelf
from mapapp.errors import NotInCatalogue
from mapapp.tables.edits import Correction
from mapapp.view import View
from tests.fixtures import TOURS

OSH = Correction("visits.csv", 2, "stay", "place", "Bishkek", "Bishkek [geonames:1527534]")


@pytest.fixture(autouse=True)
def tours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))


def test_a_corrected_tour_has_an_id_of_its_own_and_leaves_the_other_alone() -> None:
    id_ = shelf.corrected("one-visit", [OSH])
    assert id_ == shelf.corrected("one-visit", [OSH]) != "one-visit"
    tour = assembly.snapshot(View(tour=id_)).whole
    assert (tour.id, tour.visits[0].place.title) == (id_, "Osh")
    assert assembly.loaded("one-visit").tour.visits[0].place.title == "Bishkek"
    assert shelf.origin(id_) == (TOURS / "one-visit", (OSH,))


def test_without_corrections_it_is_the_tour() -> None:
    assert shelf.corrected("one-visit", ()) == "one-visit"


def test_the_oldest_corrections_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST_KEPT", 2)
    first, second, _ = (shelf.corrected("one-visit", [c]) for c in (OSH, _other(1), OSH))
    third = shelf.corrected("one-visit", [_other(2)])
    assert assembly.loaded(first) and assembly.loaded(third)
    with pytest.raises(NotInCatalogue, match="There is no tour 'one-visit~"):
        assembly.loaded(second)


def _other(number: int) -> Correction:
    return Correction("visits.csv", 2, "stay", "place", "Bishkek", f"Bishkek [geo:{number},{number}]")
