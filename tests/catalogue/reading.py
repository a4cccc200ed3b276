"""Tours read in tests, copies of them to be spoilt, and what is said of them."""

import shutil
from pathlib import Path

from mapapp.catalogue.tours import LoadedTour, load_tour
from tests.fixtures import TOURS
from tests.fixtures.places import KnownPlaces

GOOD = ["one-visit", "one-city-twice", "across-the-date-line", "no-events"]


BAD = ["every-problem-at-once", "problems-in-the-small-tables", "a-column-is-missing", "two-places-of-one-name"]


def load(folder: Path) -> LoadedTour:
    return load_tour(folder, KnownPlaces())


def copy(tmp_path: Path, name: str = "one-visit", **files: str | bytes) -> Path:
    """A copy of a fixture with files replaced: ``events_csv=...``."""
    folder = tmp_path / name
    shutil.copytree(TOURS / name, folder)
    for file, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / file.replace("_", ".")).write_bytes(data)
    return folder


def said(loaded: LoadedTour) -> list[str]:
    return [str(problem) for problem in loaded.problems]
