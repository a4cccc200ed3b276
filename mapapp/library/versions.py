"""Saving a tour, and reading every version of it back.

A version is written whole into a new folder before its record is, and only with its record it is one. So a process that
is killed leaves the version before it, or the new one, and never a piece.
"""

import contextlib
from collections.abc import Collection, Mapping
from pathlib import Path

from mapapp import files
from mapapp.errors import why
from mapapp.library import records
from mapapp.library.names import FORMAT, MOST_BYTES, checked_contents, checked_id, new_id
from mapapp.library.places import (
    LibraryError,
    NotInLibrary,
    Overtaken,
    folder,
    put_record,
    take_away,
    tour_place,
    version_place,
    writing,
)
from mapapp.library.records import Kept, Version
from mapapp.message import tr
from mapapp.viewer import Viewer


def kept_tours() -> tuple[Kept, ...]:
    """The tours of the library in order of their ids, without those in the trash. Raises LibraryError."""
    return tuple(kept for kept in records.all_kept() if not kept.deleted)


def kept(id_: str) -> Kept:
    """The tour with that id. Raises NotInLibrary, also for one in the trash."""
    found = records.one(id_)
    if not found or found.deleted:
        raise NotInLibrary(tr("The library has no tour '{id}'.", id=id_[:60]))
    return found


def folders(viewer: Viewer) -> dict[str, Path]:
    """The folders of the tours that the viewer may see, by their ids: the newest version, or the published one."""
    seen = {tour.id: tour.newest if viewer.writes else tour.published for tour in kept_tours()}
    return {id_: version_place(id_, number) for id_, number in seen.items() if number}


def versions(id_: str) -> tuple[Version, ...]:
    """The versions of a tour, the newest first. Raises NotInLibrary."""
    kept(id_)
    return tuple(records.version(id_, number) for number in reversed(records.numbers_in(id_)))


def contents(id_: str, number: int = 0) -> dict[str, bytes]:
    """The files of a version of a tour by their names; of the newest for 0. Raises NotInLibrary."""
    found = kept(id_)
    if number and number not in records.numbers_in(id_):
        raise NotInLibrary(tr("The tour '{id}' has no version {number}.", id=id_, number=str(number)))
    return read_files(version_place(id_, number or found.newest))


def content(id_: str, number: int, name: str) -> bytes:
    """One file of a version of a tour, b"" where it has none that can be read."""
    try:
        return files.read(version_place(id_, number) / name, MOST_BYTES)
    except OSError:
        return b""


def read_files(place: Path) -> dict[str, bytes]:
    """The files in a folder by their names, without drafts of them. Raises LibraryError."""
    try:
        paths = sorted(path for path in place.iterdir() if path.is_file() and not path.name.startswith("."))
        return {path.name: files.read(path, MOST_BYTES) for path in paths}
    except OSError as error:
        raise LibraryError(
            tr("'{place}' in the library cannot be read ({error}).", place=place, error=why(error))
        ) from None


def save(id_: str, new: Mapping[str, bytes], *, began_from: int, by: str = "", note: str = "") -> Version:
    """Keep the contents as the newest version of a tour; the one that is there already where nothing has changed.

    ``began_from`` is the number of the version that was edited, 0 for a tour that is new.

    Raises Overtaken where it is not the newest any more, NotInLibrary for a tour that is gone, and LibraryError for
    contents that cannot be kept.
    """
    checked_id(id_)
    checked = checked_contents(new)
    with writing():
        records.check_format()
        found = records.one(id_)
        if began_from and (not found or found.deleted):
            raise NotInLibrary(tr("The tour '{id}' was deleted in the meantime. Save it as a new tour.", id=id_))
        newest = found.newest if found else 0
        if newest != began_from:
            raise Overtaken(_overtaken(id_, newest), newest)
        return _put(id_, newest, checked, by, note)


def _overtaken(id_: str, newest: int) -> str:
    who = records.version(id_, newest).by
    saved = (
        tr("{who} saved version {newest}", who=who, newest=newest)
        if who
        else tr("Version {newest} was saved", newest=newest)
    )
    return tr(
        "{saved} of this tour while you were editing it. Nothing of yours is lost: compare both, then save again.",
        saved=saved,
    )


def create(title: str, new: Mapping[str, bytes], *, by: str = "", note: str = "", taken: Collection[str] = ()) -> str:
    """Keep a new tour as a draft and return its id, which is made from the title.

    ``taken`` are ids of other tours outside the library. Raises LibraryError for contents that cannot be kept.
    """
    checked = checked_contents(new)
    with writing():
        records.check_format()
        there = [path.name for path in (folder() / "tours").glob("*")]
        id_ = new_id(title, {*there, *taken})
        _put(id_, 0, checked, by, note)
        return id_


def restore(id_: str, number: int, *, began_from: int, by: str = "") -> Version:
    """Make an older version the newest again; those between stay. Raises as `save` and `contents` do."""
    return save(
        id_, contents(id_, number), began_from=began_from, by=by, note=tr("Version {number} again", number=str(number))
    )


def _put(id_: str, newest: int, checked: Mapping[str, bytes], by: str, note: str) -> Version:
    if not (folder() / "library.json").exists():
        put_record(folder() / "library.json", {"format": FORMAT})
    if newest and read_files(version_place(id_, newest)) == checked:
        return records.version(id_, newest)
    made = Version(_free_number(tour_place(id_), newest), records.now(), by, note)
    records.put_files(version_place(id_, made.number), checked)
    records.put_version(id_, made)
    return made


def _free_number(place: Path, newest: int) -> int:
    """The next number; pieces that a killed process has left are taken away first."""
    number = newest + 1
    while (place / f"{number:04}").exists():
        with contextlib.suppress(OSError):
            take_away(place / f"{number:04}")
        if (place / f"{number:04}").exists():  # another program holds a file in it
            number += 1
    return number
