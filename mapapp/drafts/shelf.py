"""Where the corrections of readers lie while the program runs, each set under an id of its own.

A corrected tour is asked for like any other: its id is that of the tour, `MARK`, and a key of the corrections.
"""

import hashlib
from collections.abc import Collection
from pathlib import Path
from threading import Lock

from mapapp.catalogue.listing import DEFAULT_TOUR, tour_folder
from mapapp.tables.edits import Correction
from mapapp.viewer import ANYBODY, Viewer

MOST_KEPT = 1000  # sets of corrections; a set is some hundred bytes
MARK = "~"  # stands between the id of a tour and the key of the corrections to it
_kept: dict[str, tuple[Correction, ...]] = {}
_keeping = Lock()


def corrected(tour: str, corrections: Collection[Correction]) -> str:
    """An id under which the tour with these corrections is found, by pages and routes alike.

    It follows from the corrections and is forgotten when many others have been made since. Without corrections it is
    the tour's own.
    """
    if not corrections:
        return tour
    made = tuple(sorted(corrections))
    key = hashlib.sha256(repr((tour, made)).encode()).hexdigest()[:16]
    with _keeping:
        _kept[key] = _kept.pop(key, made)  # to the end of the queue
        while len(_kept) > MOST_KEPT:
            del _kept[next(iter(_kept))]
    return f"{tour}{MARK}{key}"


def origin(tour: str, viewer: Viewer = ANYBODY) -> tuple[Path, tuple[Correction, ...]]:
    """The folder, or the one file, of a tour by its id, and the corrections that the id stands for.

    Raises NotInCatalogue, also for what the viewer may not see.
    """
    id_, _, key = tour.rpartition(MARK)
    corrections = _kept.get(key, ())
    return tour_folder((id_ if corrections else tour) or DEFAULT_TOUR, viewer), corrections
