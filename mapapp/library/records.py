"""What is told of a tour of the library and of its versions, beside the tour and never in it."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mapapp import files
from mapapp.library.names import FORMAT, is_id
from mapapp.library.places import LibraryError, folder, put_record, record, tour_place, version_place
from mapapp.message import tr
from mapapp.pattern import lazy

_NUMBERED = lazy(r"(\d{4,9})\.json")
STATE = "state.json"


class Version(NamedTuple):
    """One state of a tour: its number from 1 on, when it was saved (with zone, UTC), by whom, and a note."""

    number: int
    saved: dt.datetime
    by: str = ""
    note: str = ""


class Kept(NamedTuple):
    """A tour of the library. ``newest`` and ``published`` are numbers of versions, ``published`` 0 for a draft.

    ``deleted`` is when it was put into the trash (UTC), None for one that is not there.
    """

    id: str
    newest: int
    published: int = 0
    deleted: dt.datetime | None = None

    @property
    def draft(self) -> bool:
        """Whether only those who may write see it."""
        return not self.published

    @property
    def changed(self) -> bool:
        """Whether it is published in another version than the newest."""
        return bool(self.published) and self.published != self.newest


def now() -> dt.datetime:
    """The moment, in whole seconds of UTC."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def check_format() -> None:
    """Raises LibraryError where a newer program made the library: what it does not know it would destroy."""
    number = record(folder() / "library.json").get("format", FORMAT)
    if number != FORMAT:
        raise LibraryError(
            tr(
                "The library in '{folder}' has format {number}; this program knows {format}. Use a newer program.",
                folder=folder(),
                number=str(number),
                format=FORMAT,
            )
        )


def all_kept() -> list[Kept]:
    """All tours in order of their ids, those in the trash among them."""
    check_format()
    found = (one(place.name) for place in sorted((folder() / "tours").glob("*")) if is_id(place.name))
    return [kept for kept in found if kept]


def one(id_: str) -> Kept | None:
    """A tour by its id, also one in the trash; None where there is none or no version of it is whole."""
    if not is_id(id_):
        return None
    place = tour_place(id_)
    numbers = numbers_in(id_)
    if not numbers:
        return None
    try:
        state = record(place / STATE)
    except LibraryError:
        state = {}  # nobody knows whether it is published, so it is not
    published = state.get("published", 0)
    return Kept(id_, numbers[-1], published if published in numbers else 0, moment(state.get("deleted")))


def numbers_in(id_: str) -> list[int]:
    """The numbers of the versions of a tour that are whole, in their order: a folder without its record is none."""
    place = tour_place(id_)
    try:
        names = [match[1] for path in place.iterdir() if (match := _NUMBERED.fullmatch(path.name))]
    except OSError:
        return []
    return sorted(int(name) for name in names if version_place(id_, int(name)).is_dir())


def version(id_: str, number: int) -> Version:
    """What is told of a version. Raises LibraryError for a record that is damaged."""
    told = record(tour_place(id_) / f"{number:04}.json")
    saved = moment(told.get("saved")) or dt.datetime.fromtimestamp(0, dt.UTC)
    return Version(number, saved, str(told.get("by", "")), str(told.get("note", "")))


def put_version(id_: str, made: Version) -> None:
    """Write what is told of a version, with which it is whole. Raises OSError."""
    told = {"saved": made.saved.isoformat(), "by": made.by, "note": made.note}
    put_record(tour_place(id_) / f"{made.number:04}.json", told)


def put_state(kept: Kept) -> None:
    """Write whether a tour is published or in the trash. Raises OSError."""
    deleted = kept.deleted.isoformat() if kept.deleted else None
    put_record(tour_place(kept.id) / STATE, {"published": kept.published, "deleted": deleted})


def put_files(place: Path, contents: Mapping[str, bytes]) -> None:
    """Write the files of a version into a new folder. Raises OSError."""
    place.mkdir(parents=True)
    for name, content in contents.items():
        files.write(place / name, content)


def moment(told: Any) -> dt.datetime | None:  # noqa: ANN401  # what stands in a file
    """A moment as a record has it; None for what is none."""
    try:
        found = dt.datetime.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None
    return found if found is None or found.tzinfo else found.replace(tzinfo=dt.UTC)
