"""Snapshots that the tests of pictures and briefs share."""

from functools import cache
from pathlib import Path

from mapapp import assembly
from mapapp.catalogue.tours import load_tour
from mapapp.place import Unknown
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.view import View
from tests.fixtures import TOURS
from tests.fixtures.injection import INJECTIONS, write_tour
from tests.fixtures.places import KnownPlaces

TOUR_IDS = ("central-asia-2025", "us-central-asia-2015")


@cache
def snapshot(query: str = "") -> Snapshot:
    """What a link shows of the catalogue."""
    return assembly.snapshot(View.parse(query))


@cache
def fixture(name: str, query: str = "") -> Snapshot:
    """What a link shows of a tour in tests/fixtures/tours, without corridors."""
    whole = load_tour(TOURS / name, KnownPlaces()).tour
    view = View.parse(query)
    return Snapshot(select(whole, view), whole, view)


def hostile(folder: Path) -> Snapshot:
    """A tour whose every text tries to break out."""
    whole = load_tour(write_tour(folder, INJECTIONS.values()), lambda _: Unknown()).tour
    return Snapshot(whole, whole, View())
