"""Puts a snapshot together: the tour and its corridors from the catalogue, places from the gazetteer, seen by a view.

What was read is kept until a file of its folder changes, so that an edited spreadsheet shows on the next reload.
"""

import hashlib
from functools import lru_cache
from pathlib import Path

from mapapp.catalogue import DEFAULT_TOUR, corridor_folder, corridor_ids, tour_folder
from mapapp.catalogue.corridors import LoadedCorridor, load_corridor
from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.corridor import Corridor
from mapapp.geocoding import offline_resolver
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.view import View


def fingerprint(folder: Path) -> str:
    """A short text that changes when a file in the folder changes, by names, sizes and times of change."""
    stats = sorted((p.name, s.st_size, s.st_mtime_ns) for p in folder.iterdir() if (s := p.stat()))
    return hashlib.sha256(repr((str(folder), stats)).encode()).hexdigest()[:16]


@lru_cache(maxsize=8)
def _tour(folder: Path, _fingerprint: str) -> LoadedTour:
    return load_tour(folder, offline_resolver)


@lru_cache(maxsize=32)
def _corridor(folder: Path, _fingerprint: str) -> LoadedCorridor:
    return load_corridor(folder)


def loaded(tour: str) -> LoadedTour:
    """The tour with that id ("" for the default) and its problems. Raises NotInCatalogue."""
    folder = tour_folder(tour or DEFAULT_TOUR)
    return _tour(folder, fingerprint(folder))


def loaded_corridor(id_: str) -> LoadedCorridor:
    """The corridor with that id and its problems. Raises NotInCatalogue."""
    folder = corridor_folder(id_)
    return _corridor(folder, fingerprint(folder))


def corridors() -> tuple[Corridor, ...]:
    """All corridors of the catalogue."""
    return tuple(loaded_corridor(id_).corridor for id_ in corridor_ids())


def snapshot(view: View, folder: Path | None = None) -> Snapshot:
    """What the view shows of its tour, or of the tour in a folder.

    Raises NotInCatalogue for a tour that is not there.
    """
    whole = _tour(folder, fingerprint(folder)).tour if folder else loaded(view.tour).tour
    available = corridors()
    wanted = whole.corridors if view.corridors is None else view.corridors
    shown = tuple(corridor for corridor in available if corridor.id in wanted)
    return Snapshot(select(whole, view), whole, view, shown, available)
