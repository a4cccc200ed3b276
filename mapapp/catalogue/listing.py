"""Which tours and corridors there are, and what they are called.

The environment variable MAPAPP_TOURS names more folders that hold tours, between colons (semicolons on Windows). A tour
may also be one file in such a folder, a workbook or a long CSV file. These are for everybody; of the tours of the
library (`mapapp.library`) each viewer has those that he may see.
"""

import os
import re
from functools import lru_cache
from pathlib import Path

from mapapp import files, library
from mapapp.catalogue.columns import TABLE
from mapapp.catalogue.origins import WORKBOOKS
from mapapp.catalogue.titles import MOMENT, Titles, read_title
from mapapp.errors import NotInCatalogue, clipped
from mapapp.files import DATA
from mapapp.message import series, tr
from mapapp.viewer import ANYBODY, Viewer

TOURS = DATA / "tours"
CORRIDORS = DATA / "corridors"
DEFAULT_TOUR = "central-asia-2025"
SUFFIXES = (".csv", *reversed(WORKBOOKS))  # of files that hold a whole tour
TABLES_OF_TEXT = (".csv", ".tsv", ".txt")  # suffixes of files that may hold somebody's table
_LOCK = "~$"  # begins the name of what spreadsheets put beside an open workbook
_TELLING = frozenset(("visits", "events"))  # sheets of which a tour has one
_titles = Titles(read_title)
_HEAD = 2000  # bytes in which the first line of such a file tells what it is


def tour_ids(viewer: Viewer = ANYBODY) -> tuple[str, ...]:
    """The ids of the tours that the viewer may see, the default first, then in order of the alphabet."""
    return tuple(sorted(_tours(viewer), key=_order))


def _order(id_: str) -> tuple[bool, str]:
    return id_ != DEFAULT_TOUR, id_


def tour_titles(viewer: Viewer = ANYBODY, seconds: float = MOMENT) -> dict[str, str]:
    """The titles of the tours that the viewer may see by their ids, in the order of `tour_ids`.

    A list of tours must not wait for reading them: where the titles take longer than ``seconds``, the id stands for
    those that are not read yet, as it does for a tour without one, and they are there the next time.
    """
    tours = _tours(viewer)
    found = _titles.of(tours.values(), seconds)
    return {id_: found[tours[id_]] or id_ for id_ in sorted(tours, key=_order)}


def corridor_ids() -> tuple[str, ...]:
    """The ids of the corridors in the catalogue, in order of the alphabet."""
    return tuple(sorted(_folders(CORRIDORS, "corridor.toml")))


def tour_folder(id_: str, viewer: Viewer = ANYBODY) -> Path:
    """The folder, or the one file, of a tour as the viewer may see it; an id can never lead out of the catalogue.

    Raises NotInCatalogue, in the same words for a draft of others and for a tour that is not there.
    """
    try:
        return _tours(viewer)[id_]
    except KeyError:
        raise NotInCatalogue(
            tr("There is no tour '{id}'. There are: {tour_ids}.", id=clipped(id_), tour_ids=series(tour_ids(viewer)))
        ) from None


def corridor_folder(id_: str) -> Path:
    """The folder of a corridor. Raises NotInCatalogue."""
    try:
        return _folders(CORRIDORS, "corridor.toml")[id_]
    except KeyError:
        raise NotInCatalogue(
            tr(
                "There is no corridor '{id}'. There are: {corridor_ids}.",
                id=clipped(id_),
                corridor_ids=series(corridor_ids()),
            )
        ) from None


def public_tours() -> dict[str, Path]:
    """The folders and files of the tours outside the library by their ids; in the catalogue they go before its own."""
    more = [Path(part) for part in os.environ.get("MAPAPP_TOURS", "").split(os.pathsep) if part]
    return {
        id_: path for parent in (*more, TOURS) for id_, path in (_files(parent) | _folders(parent, "tour.toml")).items()
    }


def _tours(viewer: Viewer) -> dict[str, Path]:
    return _kept(viewer) | public_tours()


def _kept(viewer: Viewer) -> dict[str, Path]:
    """The tours of the library; none where it cannot be used, which whoever writes to it is told there."""
    try:
        return library.folders(viewer)
    except library.LibraryError:
        return {}


def _files(parent: Path) -> dict[str, Path]:
    """The files that are whole tours, by their names without suffix; a workbook goes before a CSV file of its name."""
    found = (path for suffix in SUFFIXES for path in parent.glob(f"*{suffix}") if is_tour(path))
    return {path.stem: path for path in found if _nameable(path)}


def is_tour(path: Path) -> bool:
    """Whether a file may be a whole tour: a workbook with a sheet of one, or a CSV file with the column `TABLE`."""
    if path.suffix in WORKBOOKS:
        return path.is_file() and not path.name.startswith(_LOCK) and not is_raw_workbook(path)
    try:
        head = files.read(path, _HEAD)
    except OSError:
        return False
    return TABLE in re.split(r'[,;\t"\s]+', head.decode("utf-8-sig", "replace").partition("\n")[0].lower())


def is_raw_workbook(path: Path) -> bool:
    """Whether it is a workbook that can be read and has no sheet of a tour; it is looked at once."""
    try:
        state = path.stat()
    except OSError:
        return False
    return not path.name.startswith(_LOCK) and _without_tour(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=512)
def _without_tour(path: Path, _changed: int, _size: int) -> bool:
    from mapapp.tables.workbook import read_workbook  # not above: it is needed only where there are workbooks

    titles = {title.strip().lower() for title in read_workbook(path, [], [], hurry=True)}
    return bool(titles) and titles.isdisjoint(_TELLING)


def tables_to_check() -> dict[str, Path]:
    """The files among the tours that are none, by their names without suffix: somebody's tables, to be checked."""
    parents = [Path(part) for part in os.environ.get("MAPAPP_TOURS", "").split(os.pathsep) if part]
    suffixes = (*WORKBOOKS, *TABLES_OF_TEXT)
    found = (path for parent in parents for suffix in suffixes for path in sorted(parent.glob(f"*{suffix}")))
    return {path.stem: path for path in found if _nameable(path) and _is_table(path)}


def _is_table(path: Path) -> bool:
    return is_raw_workbook(path) if path.suffix in WORKBOOKS else path.is_file() and not is_tour(path)


def _nameable(path: Path) -> bool:
    """Whether its name can stand in a link: hidden ones and what is no text cannot."""
    return path.name.isprintable() and not path.name.startswith(".")


def _folders(parent: Path, file: str) -> dict[str, Path]:
    """The folders with that file."""
    return {path.parent.name: path.parent for path in parent.glob(f"*/{file}") if _nameable(path.parent)}
