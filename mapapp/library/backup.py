"""The whole library as one ZIP file, and back."""

import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from mapapp import files
from mapapp.archive import zipped
from mapapp.library import records
from mapapp.library.names import FORMAT, MOST_BYTES, check_files, is_id, new_id
from mapapp.library.places import MAX_RECORD, LibraryError, folder, put_record, tour_place, version_place, writing
from mapapp.message import tr
from mapapp.pattern import lazy

MOST_MEMBERS = 200_000  # files in a backup
MOST_UNPACKED = 4_000_000_000  # bytes
_MEMBER = lazy(r"tours/([a-z0-9-]+)/(?:(\d{4,9})/\1/)?([^/\\]+)", re.ASCII)


def backup() -> bytes:
    """All tours with all their versions, drafts and the trash among them, as a ZIP file. Raises LibraryError."""
    with writing():
        records.check_format()
        contents = {"library.json": f'{{"format": {FORMAT}}}\n'.encode()}
        contents |= {p.relative_to(folder()).as_posix(): files.read(p, MOST_BYTES) for p in _files_of_all()}
        return zipped(contents)


def _files_of_all() -> Iterator[Path]:
    for kept in records.all_kept():
        place = tour_place(kept.id)
        if (place / records.STATE).exists():
            yield place / records.STATE
        for number in records.numbers_in(kept.id):
            yield place / f"{number:04}.json"
            inside = version_place(kept.id, number)
            yield from sorted(path for path in inside.iterdir() if path.is_file() and path.name[0] != ".")


def restore_backup(data: bytes) -> dict[str, str]:
    """Bring the tours of a backup into the library, and return their ids there by those in the backup.

    A tour that the library has already, the same in all its versions, is left as it is, and its id is "". One that
    differs comes beside it under a new id, so that nothing is lost on either side. Raises LibraryError for what is no
    backup; then nothing was written.
    """
    tours = _tours(data)
    brought: dict[str, str] = {}
    with writing():
        records.check_format()
        if not (folder() / "library.json").exists():
            put_record(folder() / "library.json", {"format": FORMAT})
        for id_, members in tours.items():
            taken = {path.name for path in (folder() / "tours").glob("*")}
            beside = re.compile(rf"{id_}(-\d+)?", re.ASCII)  # it may have come beside another one before
            if any(_same(other, members) for other in taken if beside.fullmatch(other)):
                brought[id_] = ""
                continue
            if id_ in taken:
                members.pop(("", records.STATE), None)  # beside the other one it is a draft
            brought[id_] = new_id(id_, taken) if id_ in taken else id_
            _put(brought[id_], members)
    return brought


class _Member(NamedTuple):
    """A file in a backup. It is read when it is asked for: a backup may unpack to more than there is memory."""

    size: int
    read: Callable[[], bytes]


_Members = dict[tuple[str, str], _Member]  # by version ("" for records) and name


def _place(id_: str, version: str) -> Path:
    return version_place(id_, int(version)) if version else tour_place(id_)


def _same(id_: str, members: _Members) -> bool:
    return all(
        (path := _place(id_, version) / name).is_file() and files.read(path, MOST_BYTES) == member.read()
        for (version, name), member in members.items()
        if name != records.STATE
    )


def _put(id_: str, members: _Members) -> None:
    """Write a tour: its state and versions first, then the records with which the versions are whole."""
    for (version, name), member in sorted(members.items(), key=lambda item: (not item[0][0], item[0][1])):
        _place(id_, version).mkdir(parents=True, exist_ok=True)
        if version or name == records.STATE:
            files.write(_place(id_, version) / name, member.read())
    for (version, name), member in sorted(members.items()):
        if not version and name != records.STATE:
            files.write(tour_place(id_) / name, member.read())


def _tours(data: bytes) -> dict[str, _Members]:
    """The members of a backup by tour, each found to be whole. Raises LibraryError."""
    import zipfile  # not above: whoever asks which tours there are reads this module
    import zlib

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise LibraryError(tr("The backup is too large to be one of ours. Nothing was restored."))
        if archive.testzip():
            raise zipfile.BadZipFile
        found = {info.filename: _Member(info.file_size, partial(archive.read, info)) for info in infos}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise LibraryError(tr("This is no whole backup of a library. Nothing was restored.")) from None
    told = found.pop("library.json", None)
    if not told or told.size > MAX_RECORD or told.read().strip() != f'{{"format": {FORMAT}}}'.encode():
        raise LibraryError(tr("This is no backup of a library that this program knows. Nothing was restored."))
    tours: dict[str, _Members] = {}
    for name, member in found.items():
        match = _MEMBER.fullmatch(name)
        if not match or not is_id(match[1]):
            raise LibraryError(tr("The backup holds files that are none of a library. Nothing was restored."))
        tours.setdefault(match[1], {})[match[2] or "", match[3]] = member
    for members in tours.values():
        numbers = {version for version, _ in members if version}
        beside = {name for version, name in members if not version and name != records.STATE}
        if beside != {f"{number}.json" for number in numbers} or not all(map(_is_number, numbers)):
            raise LibraryError(tr("The backup holds files that are none of a library. Nothing was restored."))
        for number in numbers:
            check_files({name: member.size for (version, name), member in members.items() if version == number})
    return tours


def _is_number(version: str) -> bool:
    """Whether a version is written as we write it: two ways of writing a number would be one folder."""
    return int(version) > 0 and f"{int(version):04}" == version
