"""What is in the data folder: tours and corridors, read from their folders of CSV and TOML.

The environment variable MAPAPP_TOURS names more folders that hold tours, between colons (semicolons on Windows).
"""

import os
from pathlib import Path

from mapapp import files
from mapapp.errors import NotInCatalogue, clipped

DATA = Path(__file__).parents[2] / "data"
TOURS = DATA / "tours"
CORRIDORS = DATA / "corridors"
MAX_TOML = 1_000_000  # bytes of tour.toml
DEFAULT_TOUR = "central-asia-2025"
SUFFIXES = (".csv", ".xlsx")  # of files that hold a whole tour


def tour_ids() -> tuple[str, ...]:
    """The ids of the tours in the catalogue, the default first, then in order of the alphabet."""
    return tuple(sorted(_tours(), key=lambda id_: (id_ != DEFAULT_TOUR, id_)))


def tour_title(id_: str) -> str:
    """The title of a tour from its tour.toml alone, the id where that has none or cannot be read.

    Raises NotInCatalogue. A list of tours must not cost reading all of them.
    """
    try:
        title = files.toml(files.read(tour_folder(id_) / "tour.toml", MAX_TOML).decode("utf-8-sig")).get("title")
    except (OSError, ValueError):
        title = None
    return title if isinstance(title, str) and title.strip() else id_


def corridor_ids() -> tuple[str, ...]:
    """The ids of the corridors in the catalogue, in order of the alphabet."""
    return tuple(sorted(_folders(CORRIDORS, "corridor.toml")))


def tour_folder(id_: str) -> Path:
    """The folder of a tour. Raises NotInCatalogue; an id can never lead out of the catalogue."""
    try:
        return _tours()[id_]
    except KeyError:
        raise NotInCatalogue(f"There is no tour '{clipped(id_)}'. There are: {', '.join(tour_ids())}.") from None


def corridor_folder(id_: str) -> Path:
    """The folder of a corridor. Raises NotInCatalogue."""
    try:
        return _folders(CORRIDORS, "corridor.toml")[id_]
    except KeyError:
        raise NotInCatalogue(
            f"There is no corridor '{clipped(id_)}'. There are: {', '.join(corridor_ids())}."
        ) from None


def _tours() -> dict[str, Path]:
    more = [Path(part) for part in os.environ.get("MAPAPP_TOURS", "").split(os.pathsep) if part]
    return {id_: folder for parent in (*more, TOURS) for id_, folder in _folders(parent, "tour.toml").items()}


def _folders(parent: Path, file: str) -> dict[str, Path]:
    """The folders with that file whose names can stand in a link: hidden ones and what is no text cannot."""
    found = (path.parent for path in parent.glob(f"*/{file}"))
    return {path.name: path for path in found if path.name.isprintable() and not path.name.startswith(".")}
