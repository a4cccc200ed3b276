"""Where the library lies, what can go wrong with it, and the lock that one process at a time has."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mapapp import files
from mapapp.errors import MapappError, why
from mapapp.message import tr

PATIENCE = 15.0  # seconds; a save takes some hundredths
MAX_RECORD = 100_000  # bytes of a record of ours; they have some hundred
_PAUSE = 0.02  # seconds between two tries


class LibraryError(MapappError):
    """What the library cannot do, in a sentence."""


class NotInLibrary(LibraryError, LookupError):
    """A tour or version that the library does not have."""


class Overtaken(LibraryError):
    """Somebody else saved the tour in the meantime; ``newest`` is the number of that version.

    Nothing was written. What was to be saved is the caller's to keep, to compare and to save on top of the newest.
    """

    def __init__(self, sentence: str, newest: int) -> None:
        super().__init__(sentence)
        self.newest = newest


def folder() -> Path:
    """Where the library lies; it need not exist yet."""
    if chosen := os.environ.get("MAPAPP_LIBRARY"):
        return Path(chosen)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "mapapp" / "library"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "mapapp" / "library"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "mapapp" / "library"


def tour_place(id_: str) -> Path:
    """The folder of a tour: its versions and what is told of them."""
    return folder() / "tours" / id_


def version_place(id_: str, number: int) -> Path:
    """The folder of the files of a version; it is called as the tour is, as every folder of a tour."""
    return tour_place(id_) / f"{number:04}" / id_


@contextlib.contextmanager
def writing() -> Iterator[None]:
    """Hold the library against every other process and thread that would write to it.

    Raises LibraryError where somebody else keeps it longer than `PATIENCE`, or where nothing can be written.
    """
    try:
        (folder() / "tours").mkdir(parents=True, exist_ok=True)
        handle = os.open(folder() / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise LibraryError(
            tr(
                "The library in '{folder}' cannot be written to ({error}).",
                folder=folder(),
                error=why(error),
            )
        ) from None
    try:
        _take(handle)
        try:
            yield
        except OSError as error:
            said = tr(
                "Nothing could be kept in the library in '{folder}' ({error}). What was there is there.",
                folder=folder(),
                error=why(error),
            )
            raise LibraryError(said) from error
        finally:
            _give_back(handle)
    finally:
        os.close(handle)


def _take(handle: int) -> None:
    until = time.monotonic() + PATIENCE
    while not _taken(handle):
        if time.monotonic() > until:
            raise LibraryError(tr("Somebody else is writing to the library. Try again in a moment."))
        time.sleep(_PAUSE)


def _taken(handle: int) -> bool:
    """Whether the lock is ours now. The system gives it back for a process that is killed."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _give_back(handle: int) -> None:
    if sys.platform == "win32":  # elsewhere it goes with the handle
        import msvcrt

        with contextlib.suppress(OSError):
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)


def record(path: Path) -> dict[str, Any]:
    """A record of ours, empty where there is none. Raises LibraryError for what is damaged."""
    try:
        data = files.read(path, MAX_RECORD)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise LibraryError(
            tr("'{path}' in the library cannot be read ({error}).", path=str(path), error=why(error))
        ) from None
    try:
        found = files.json(data)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise LibraryError(
            tr(
                "'{path}' in the library is damaged. Take it from a backup, or delete the tour's folder.",
                path=str(path),
            )
        )
    return found


def put_record(path: Path, values: Mapping[str, object]) -> None:
    """Write a record. Raises OSError."""
    import json

    files.write(path, json.dumps(values, ensure_ascii=False, indent=1) + "\n")


def take_away(place: Path) -> None:
    """Delete a folder with all that is in it. Raises OSError."""
    import shutil

    shutil.rmtree(place)
