"""Puts a snapshot together: the tour and its corridors from the catalogue, places from the gazetteer, seen by a view.

What was read is kept until a file of its folder changes, so that an edited spreadsheet shows on the next reload.
"""

import hashlib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from mapapp.catalogue import DEFAULT_TOUR, corridor_folder, corridor_ids
from mapapp.catalogue.corridors import LoadedCorridor, load_corridor
from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.corridor import Corridor
from mapapp.drafts.shelf import origin
from mapapp.geocoding import offline_resolver
from mapapp.selection import corridors_shown, select
from mapapp.snapshot import Snapshot
from mapapp.tables.edits import Correction
from mapapp.view import View


def fingerprint(path: Path) -> str:
    """A short text that changes when the file, or a file in the folder, does: by names, sizes and times of change.

    Files that are not there count by their names: links to nowhere, and what a spreadsheet has just taken away.
    """
    files = path.iterdir() if path.is_dir() else [path]
    stats = sorted((p.name, *_state(p)) for p in files)
    return hashlib.sha256(repr((str(path), stats)).encode()).hexdigest()[:16]


def _state(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


@lru_cache(maxsize=16)
def _tour(folder: Path, _fingerprint: str, id_: str = "", corrections: tuple[Correction, ...] = ()) -> LoadedTour:
    found = load_tour(folder, offline_resolver, corrections)
    return found._replace(tour=replace(found.tour, id=id_)) if id_ else found


@lru_cache(maxsize=32)
def _corridor(folder: Path, _fingerprint: str) -> LoadedCorridor:
    return load_corridor(folder)


def loaded(tour: str) -> LoadedTour:
    """The tour with that id ("" for the default) and its problems. Raises NotInCatalogue.

    The id may be one of `mapapp.drafts.shelf.corrected`; the tour then bears it too.
    """
    folder, corrections = origin(tour)
    own = corrections or folder.is_file()  # a file may state the id of the tour that it was made from
    return _tour(folder, fingerprint(folder), (tour or DEFAULT_TOUR) if own else "", corrections)


def loaded_corridor(id_: str) -> LoadedCorridor:
    """The corridor with that id and its problems. Raises NotInCatalogue."""
    folder = corridor_folder(id_)
    return _corridor(folder, fingerprint(folder))


def corridors() -> tuple[Corridor, ...]:
    """All corridors of the catalogue."""
    return tuple(loaded_corridor(id_).corridor for id_ in corridor_ids())


def fingerprints(view: View) -> tuple[str, ...]:
    """Texts that change with the files from which the snapshot of a view is made. Raises NotInCatalogue."""
    folders = [origin(view.tour)[0], *map(corridor_folder, corridor_ids())]
    return tuple(fingerprint(folder) for folder in folders)


def read(path: Path) -> LoadedTour:
    """The tour in a folder or file, and its problems."""
    return _tour(path, fingerprint(path))


def snapshot(view: View, folder: Path | None = None) -> Snapshot:
    """What the view shows of its tour, or of the tour in a folder or file.

    Raises NotInCatalogue for a tour that is not there.
    """
    whole = read(folder).tour if folder else loaded(view.tour).tour
    available = corridors()
    wanted = corridors_shown(whole, view)
    shown = tuple(corridor for corridor in available if corridor.id in wanted)
    return Snapshot(select(whole, view), whole, view, shown, available)
