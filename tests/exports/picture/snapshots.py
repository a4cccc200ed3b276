"""Snapshots that the tests of pictures and briefs share, and what is made of them: each drawn and written once."""

from functools import cache
from pathlib import Path

from mapapp import assembly
from mapapp.catalogue.tours import load_tour
from mapapp.exports import FORMAT
from mapapp.exports.picture.drawing import draw
from mapapp.exports.picture.scene import Scene
from mapapp.exports.sheet import Sheet
from mapapp.place import Unknown
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.view import View
from tests.fixtures import TOURS
from tests.fixtures.injection import INJECTIONS, write_tour
from tests.fixtures.places import KnownPlaces

SHIPPED = ("", "tour=us-central-asia-2015")  # queries of the tours that ship; the first is the usual one
LANGUAGES = ("en", "fr", "de", "ru", "kk")  # that pictures have all words of
USUAL = Sheet()


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


@cache
def drawn(query: str = "", sheet: Sheet = USUAL) -> Scene:
    """The picture of a link; tests look at it and leave it as it is."""
    return draw(snapshot(query), sheet)


@cache
def drawn_fixture(name: str, sheet: Sheet = USUAL) -> Scene:
    """The picture of a tour in tests/fixtures/tours."""
    return draw(fixture(name), sheet)


@cache
def written(name: str, query: str = "", sheet: Sheet = USUAL) -> bytes:
    """The file of a link in the format of that name."""
    return FORMAT[name].write(snapshot(query), sheet)


def hostile(folder: Path) -> Snapshot:
    """A tour whose every text tries to break out."""
    whole = load_tour(write_tour(folder, INJECTIONS.values()), lambda _: Unknown()).tour
    return Snapshot(whole, whole, View())
