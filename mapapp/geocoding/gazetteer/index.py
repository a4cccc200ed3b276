"""The compiled index as a file that SQLite can open: packed in the repository, unpacked once into the user's cache."""

import contextlib
import os
import sqlite3
import sys
import threading
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from mapapp import files
from mapapp.errors import GeocodingError
from mapapp.message import tr

DATA = files.DATA / "gazetteer"
PACKED, DESCRIPTION = "geonames.sqlite.xz", "geonames.toml"
FORMAT = 2
_UNPACKING = threading.Lock()  # the first visitors come together, and each would take 100 MB and seconds
_PIECE = 1 << 20  # bytes
_MAPPED = 256_000_000  # bytes; SQLite then reads pages where the system has them instead of copying each


def cache_folder() -> Path:
    """Where unpacked and remembered things live; MAPAPP_CACHE names another folder. It need not exist yet."""
    if chosen := os.environ.get("MAPAPP_CACHE"):
        return Path(chosen)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "mapapp"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "mapapp"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "mapapp"


@cache
def connect(data: Path = DATA) -> sqlite3.Connection:
    """Open the index for reading, one connection for the process. Raises GeocodingError where it cannot be had."""
    try:
        path = unpacked(data)
        files.sweep(path.parent)
        return open_index(path)
    except GeocodingError:
        mend(data)
        return open_index(unpacked(data))


def mend(data: Path = DATA) -> None:
    """Compare the unpacked index with its checksum, and unpack it anew where it is damaged. Raises GeocodingError.

    The next `connect` opens what is then there.
    """
    told = _told(data)
    for folder in (cache_folder(), _temporary_folder()):
        with contextlib.suppress(OSError):
            os.utime(folder / _name(told))  # it is no longer taken on trust
    connect.cache_clear()
    unpacked(data)


def open_index(path: Path) -> sqlite3.Connection:
    """Open an unpacked index for reading. Raises GeocodingError."""
    try:
        db = sqlite3.connect(f"file:{path.as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        (version,) = db.execute("PRAGMA user_version").fetchone()
        db.execute(f"PRAGMA mmap_size = {_MAPPED}")
    except sqlite3.Error as error:
        raise GeocodingError(
            tr(
                "the gazetteer index {path} cannot be read ({error}); delete it and start again",
                path=str(path),
                error=str(error),
            )
        ) from None
    if version != FORMAT:
        raise GeocodingError(
            tr(
                "the gazetteer index has format {version}, not {format}; run scripts/build-gazetteer",
                version=str(version),
                format=FORMAT,
            )
        )
    return db


def unpacked(data: Path = DATA) -> Path:
    """The unpacked index; unpacks it if this version is not in the cache folder yet, or is damaged there.

    The name carries the checksum, so a new index never meets an old file. The file appears whole or not at all, and
    two processes that unpack at once do no harm. Raises GeocodingError.
    """
    told = _told(data)
    first = cache_folder() / _name(told)
    if _whole(first, told):
        return first
    with _UNPACKING:
        return _found_or_placed(data, told)


def _told(data: Path) -> dict[str, Any]:
    try:
        return tomllib.loads((data / DESCRIPTION).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise GeocodingError(
            tr("the gazetteer is not in {data} ({error}); run scripts/build-gazetteer", data=data, error=str(error))
        ) from None


def _name(told: dict[str, Any]) -> str:
    return f"gazetteer-{told['sha256'][:16]}.sqlite"


def _found_or_placed(data: Path, told: dict[str, Any]) -> Path:
    places = [folder / _name(told) for folder in (cache_folder(), _temporary_folder())]
    for place in places:
        if _whole(place, told):
            return place
    raw = _unpack(data / PACKED, told["sha256"])
    for place in places:
        with contextlib.suppress(OSError):
            return _placed(raw, place, told)
    raise GeocodingError(
        tr(
            "the gazetteer needs {n} MB in {parent} or {parent2}, and neither can be written; set "
            "MAPAPP_CACHE to a folder that can",
            n=len(raw) // 1_000_000,
            parent=places[0].parent,
            parent2=places[1].parent,
        )
    )


def _temporary_folder() -> Path:
    import tempfile  # these three only when the index is not where it should be: they take as long as a first answer

    return Path(tempfile.gettempdir()) / f"mapapp-{_user()}"


def _whole(path: Path, told: dict[str, Any]) -> bool:
    """Whether the file is there, undamaged, and no one else's (a shared temp folder has other users).

    Reading all of it takes longer than an answer may. So the file bears a time that follows from its checksum: any
    other time means that somebody wrote to it since, and only then is it read.
    """
    try:
        status = path.stat()
        if status.st_size != told["bytes"] or (hasattr(os, "getuid") and status.st_uid not in {os.getuid(), 0}):
            return False
        if status.st_mtime_ns == _time(told):
            return True
        whole: bool = _digest(path) == told["sha256"]
    except OSError:
        return False
    if whole:
        _trust(path, told)
    return whole


def _time(told: dict[str, Any]) -> int:
    """A time in the years 2001 to 2033, in nanoseconds since 1970; whole seconds of even number, for any disk."""
    return (1_000_000_000 + int(told["sha256"][:8], 16) % 500_000_000 * 2) * 1_000_000_000


def _trust(path: Path, told: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # not ours to change; it is then read each time
        os.utime(path, ns=(_time(told), _time(told)))


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")


def _digest(path: Path) -> str:
    import hashlib

    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def _unpack(packed: Path, digest: str) -> bytes:
    import hashlib
    import lzma

    try:
        raw = lzma.decompress(packed.read_bytes())
    except (OSError, lzma.LZMAError) as error:
        raise GeocodingError(
            tr("{packed} cannot be read ({error}); fetch the repository again", packed=packed, error=str(error))
        ) from None
    if hashlib.sha256(raw).hexdigest() != digest:
        raise GeocodingError(
            tr(
                "{packed} does not belong to {description}; run scripts/build-gazetteer",
                packed=packed,
                description=DESCRIPTION,
            )
        )
    return raw


def _placed(raw: bytes, path: Path, told: dict[str, Any]) -> Path:
    """Write it, whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        files.write(path, raw)
    except OSError:
        if not _whole(path, told):  # Windows refuses to replace a file that another process has open
            raise
    _trust(path, told)
    return path
