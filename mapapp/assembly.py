"""Puts a snapshot together: the tour and its corridors from the catalogue, places from the gazetteer, seen by a view.

What was read is kept until a file of its folder changes, so that an edited spreadsheet shows on the next reload.
"""

import contextlib
import hashlib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from mapapp import files, story
from mapapp.beside import TRAVELLER, apart, joined
from mapapp.catalogue.corridors import LoadedCorridor, load_corridor
from mapapp.catalogue.listing import DEFAULT_TOUR, corridor_folder, corridor_ids
from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.corridor import Corridor
from mapapp.drafts import unsaved
from mapapp.drafts.shelf import origin
from mapapp.errors import NotInCatalogue, ViewError
from mapapp.geocoding import offline_resolver
from mapapp.message import tr
from mapapp.selection import corridors_shown, select
from mapapp.snapshot import Snapshot
from mapapp.tables.edits import Correction
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.viewer import ANYBODY, Viewer


def fingerprint(path: Path) -> str:
    """A short text that changes when the file, or a file in the folder, does: by names and `files.state`.

    Files that are not there count by their names: links to nowhere, and what a spreadsheet has just taken away.
    """
    try:
        inside = list(path.iterdir()) if path.is_dir() else [path]
    except OSError:  # it has just vanished, or nobody may look into it
        inside = [path]
    states = sorted((p.name, repr(files.state(p))) for p in inside)
    return hashlib.sha256(repr((str(path), states)).encode()).hexdigest()[:16]


@lru_cache(maxsize=16)
def _tour(folder: Path, _fingerprint: str, id_: str = "", corrections: tuple[Correction, ...] = ()) -> LoadedTour:
    found = load_tour(folder, offline_resolver, corrections)
    return found._replace(tour=replace(found.tour, id=id_)) if id_ else found


@lru_cache(maxsize=32)
def _corridor(folder: Path, _fingerprint: str) -> LoadedCorridor:
    return load_corridor(folder)


def loaded(tour: str, viewer: Viewer = ANYBODY) -> LoadedTour:
    """The tour with that id ("" for the default) as the viewer may see it, and its problems. Raises NotInCatalogue.

    The id may be one of `mapapp.drafts.shelf.corrected` or of `mapapp.drafts.unsaved`. The tour bears it, whatever its
    file states and wherever a link of that name leads: what is asked for by it must find the tour again.
    """
    if brought := unsaved.find(tour):
        return brought
    folder, corrections = origin(tour, viewer)
    found = _tour(folder, fingerprint(folder), tour or DEFAULT_TOUR, corrections)
    if not folder.exists():  # it vanished since it was listed
        origin(tour, viewer)
    return found


def seen(view: View, viewer: Viewer = ANYBODY) -> LoadedTour:
    """The tour of a view, with what it is compared with. Raises NotInCatalogue and ViewError."""
    return compared(loaded(view.tour, viewer), view, viewer)


def compared(read: LoadedTour, view: View, viewer: Viewer = ANYBODY) -> LoadedTour:
    """The tour with what the view puts beside it; the tour itself where that is nothing.

    Problems in the files of another tour are named with its id. Raises NotInCatalogue for a tour that is not there or
    not for the viewer, ViewError where there is nothing to compare.
    """
    if not view.beside:
        return read
    if view.beside.startswith(TRAVELLER):
        return read._replace(tour=apart(read.tour, view.beside.removeprefix(TRAVELLER)))
    other = loaded(view.beside, viewer)
    if other.tour is read.tour:
        raise ViewError("with", tr("The link compares a tour with itself; name another one."))
    problems = (replace(problem, file=f"{view.beside}/{problem.file}") for problem in other.problems)
    return read._replace(tour=joined(read.tour, other.tour), problems=(*read.problems, *problems))


def tours(view: View) -> tuple[str, ...]:
    """The ids of the tours that a view shows."""
    return (view.tour, *([view.beside] if view.beside and not view.beside.startswith(TRAVELLER) else ()))


def public(view: View, viewer: Viewer) -> bool:
    """Whether everybody sees the tours of a view as the viewer does. Raises NotInCatalogue where not even he does.

    One that is not saved is seen by whoever knows its id, which nobody can guess, and is for nobody else.
    """
    return all(_public(tour, viewer) for tour in tours(view))


def _public(tour: str, viewer: Viewer) -> bool:
    if unsaved.find(tour):
        return False
    seen = origin(tour, viewer)
    try:
        return seen == origin(tour)
    except NotInCatalogue:
        return False


def loaded_corridor(id_: str) -> LoadedCorridor:
    """The corridor with that id and its problems. Raises NotInCatalogue."""
    folder = corridor_folder(id_)
    return _corridor(folder, fingerprint(folder))


def corridors() -> tuple[Corridor, ...]:
    """All corridors of the catalogue."""
    found = []
    for id_ in corridor_ids():
        with contextlib.suppress(NotInCatalogue):  # it vanished since it was listed
            found.append(loaded_corridor(id_).corridor)
    return tuple(found)


def fingerprints(view: View, viewer: Viewer = ANYBODY) -> tuple[str, ...]:
    """Texts that change with the files from which the snapshot of a view is made. Raises NotInCatalogue."""
    found = [tour if unsaved.find(tour) else fingerprint(origin(tour, viewer)[0]) for tour in tours(view)]
    for id_ in corridor_ids():
        with contextlib.suppress(NotInCatalogue):
            found.append(fingerprint(corridor_folder(id_)))
    return tuple(found)


def read(path: Path) -> LoadedTour:
    """The tour in a folder or file, and its problems."""
    return _tour(path, fingerprint(path))


def told_from(tour: Tour, view: View) -> View:
    """The view, whose map stands where its scene says, unless the view says it itself."""
    scene = story.scene(tour, view.scene)
    return replace(view, framing=View.parse(scene.view).framing) if scene and scene.view and not view.framing else view


def snapshot(view: View, folder: Path | None = None, viewer: Viewer = ANYBODY) -> Snapshot:
    """What the view shows of its tour as the viewer may see it, or of the tour in a folder or file.

    Raises NotInCatalogue for a tour that is not there, ViewError where there is nothing to compare it with.
    """
    whole = compared(read(folder) if folder else loaded(view.tour, viewer), view, viewer).tour
    view = told_from(whole, view)
    available = corridors()
    wanted = corridors_shown(whole, view)
    shown = tuple(corridor for corridor in available if corridor.id in wanted)
    return Snapshot(select(whole, view), whole, view, shown, available)
