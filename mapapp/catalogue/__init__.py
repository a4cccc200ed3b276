"""What is in the data folder: tours and corridors, read from their folders of CSV and TOML."""

from pathlib import Path

from mapapp.errors import NotInCatalogue, clipped

DATA = Path(__file__).parents[2] / "data"
TOURS = DATA / "tours"
CORRIDORS = DATA / "corridors"
DEFAULT_TOUR = "central-asia-2025"


def tour_ids() -> tuple[str, ...]:
    """The ids of the tours in the catalogue, the default first, then in order of the alphabet."""
    return tuple(sorted(_folders(TOURS, "tour.toml"), key=lambda id_: (id_ != DEFAULT_TOUR, id_)))


def corridor_ids() -> tuple[str, ...]:
    """The ids of the corridors in the catalogue."""
    return _folders(CORRIDORS, "corridor.toml")


def tour_folder(id_: str) -> Path:
    """The folder of a tour. Raises NotInCatalogue; an id can never lead out of the catalogue."""
    if id_ not in tour_ids():
        raise NotInCatalogue(f"There is no tour '{clipped(id_)}'. There are: {', '.join(tour_ids())}.")
    return TOURS / id_


def corridor_folder(id_: str) -> Path:
    """The folder of a corridor. Raises NotInCatalogue."""
    if id_ not in corridor_ids():
        raise NotInCatalogue(f"There is no corridor '{clipped(id_)}'. There are: {', '.join(corridor_ids())}.")
    return CORRIDORS / id_


def _folders(parent: Path, file: str) -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in parent.glob(f"*/{file}")))
