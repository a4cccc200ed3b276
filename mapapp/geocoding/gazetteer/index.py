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

from mapapp.errors import GeocodingError

DATA = Path(__file__).resolve().parents[3] / "data" / "gazetteer"
PACKED, DESCRIPTION = "geonames.sqlite.xz", "geonames.toml"
FORMAT = 2
_UNPACKING = threading.Lock()  # the first visitors come together, and each would take 100 MB and seconds
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
    return open_index(unpacked(data))


def open_index(path: Path) -> sqlite3.Connection:
    """Open an unpacked index for reading. Raises GeocodingError."""
    try:
        db = sqlite3.connect(f"file:{path.as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        (version,) = db.execute("PRAGMA user_version").fetchone()
        db.execute(f"PRAGMA mmap_size = {_MAPPED}")
    except sqlite3.Error as error:
        raise GeocodingError(
            f"the gazetteer index {path} cannot be read ({error}); delete it and start again"
        ) from None
    if version != FORMAT:
        raise GeocodingError(f"the gazetteer index has format {version}, not {FORMAT}; run scripts/build-gazetteer")
    return db


def unpacked(data: Path = DATA) -> Path:
    """The unpacked index; unpacks it if this version is not in the cache folder yet.

    The name carries the checksum, so a new index never meets an old file. The file appears whole or not at all, and
    two processes that unpack at once do no harm. Raises GeocodingError.
    """
    try:
        told = tomllib.loads((data / DESCRIPTION).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise GeocodingError(f"the gazetteer is not in {data} ({error}); run scripts/build-gazetteer") from None
    name = f"gazetteer-{told['sha256'][:16]}.sqlite"
    first = cache_folder()
    if _whole(first / name, told["bytes"]):
        return first / name
    with _UNPACKING:
        return _found_or_placed(data, name, told)


def _found_or_placed(data: Path, name: str, told: dict[str, Any]) -> Path:
    folders = (cache_folder(), _temporary_folder())
    for folder in folders:
        if _whole(folder / name, told["bytes"]):
            return folder / name
    raw = _unpack(data / PACKED, told["sha256"])
    for folder in folders:
        with contextlib.suppress(OSError):
            return _placed(raw, folder / name)
    raise GeocodingError(
        f"the gazetteer needs {len(raw) // 1_000_000} MB in {folders[0]} or {folders[1]}, and neither can be written; "
        "set MAPAPP_CACHE to a folder that can"
    )


def _temporary_folder() -> Path:
    import tempfile  # these three only when the index is not where it should be: they take as long as a first answer

    return Path(tempfile.gettempdir()) / f"mapapp-{_user()}"


def _whole(path: Path, size: int) -> bool:
    """Whether the file is there, of the right size, and no one else's (a shared temp folder has other users)."""
    try:
        status = path.stat()
    except OSError:
        return False
    return status.st_size == size and (not hasattr(os, "getuid") or status.st_uid in {os.getuid(), 0})


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")


def _unpack(packed: Path, digest: str) -> bytes:
    import hashlib
    import lzma

    try:
        raw = lzma.decompress(packed.read_bytes())
    except (OSError, lzma.LZMAError) as error:
        raise GeocodingError(f"{packed} cannot be read ({error}); fetch the repository again") from None
    if hashlib.sha256(raw).hexdigest() != digest:
        raise GeocodingError(f"{packed} does not belong to {DESCRIPTION}; run scripts/build-gazetteer")
    return raw


def _placed(raw: bytes, path: Path) -> Path:
    """Write beside the target, then rename: the name never stands for half a file. Raises OSError."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        if path.exists():  # Windows refuses to replace a file that another process has open; it is the same file
            return path
        raise
    return path
