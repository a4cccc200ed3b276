"""A tour and a corridor on disk of which one file is exchanged for bytes that nobody means."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from serving import ROOT

from mapapp import files

TOUR = ROOT / "data" / "tours" / "us-central-asia-2015"
CORRIDOR = ROOT / "tests" / "fixtures" / "corridors" / "alpha-to-delta"


def tour(name: str, data: bytes) -> None:
    """The tour with one file of it exchanged: every problem is told, and the words of each can be said."""
    from mapapp.catalogue.tours import load_tour
    from mapapp.geocoding import offline_resolver
    from mapapp.view import View

    with _exchanged(_copied(TOUR), name, data) as folder:
        loaded = load_tour(folder, offline_resolver)
    for problem in loaded.problems:
        str(problem)
    for scene in loaded.tour.scenes:
        assert View.parse(View(scene=scene.number).query()).scene == scene.number, "no link has the number of a scene"


def corridor(name: str, data: bytes) -> None:
    """The corridor with one file of it exchanged: every problem is told, and what is left has words and a way."""
    from mapapp.catalogue.corridors import load_corridor
    from mapapp.exports.corridor_geojson import network_geojson
    from mapapp.routing.enquiry import usual
    from mapapp.routing.route import find_route
    from mapapp.words.corridors import described

    with _exchanged(_copied(CORRIDOR), name, data) as folder:
        loaded = load_corridor(folder)
    for problem in loaded.problems:
        str(problem)
    described(loaded.corridor)
    network_geojson(loaded.corridor)
    if loaded.corridor.nodes:
        asked = usual(loaded.corridor)
        find_route(loaded.corridor, asked.start, asked.end, via=asked.via, allow=asked.allow)


@contextmanager
def _exchanged(folder: Path, name: str, data: bytes) -> Iterator[Path]:
    """A folder with one file of it exchanged until the block ends."""
    path = folder / name
    kept = path.read_bytes() if path.exists() else None
    files.write(path, data)
    try:
        yield folder
    finally:
        path.unlink() if kept is None else files.write(path, kept)


@cache
def _copied(folder: Path) -> Path:
    copy = Path(tempfile.mkdtemp(prefix="mapapp-attack-")) / folder.name
    copy.mkdir()
    for file in folder.iterdir():
        files.write(copy / file.name, file.read_bytes())
    return copy
