"""Files: reading what somebody else wrote, only so much and only what is a file; and writing, whole or not at all."""

import contextlib
import errno
import os
import re
import stat
import time
import tomllib
from pathlib import Path
from typing import Any

from mapapp.message import tr

DATA = Path(__file__).resolve().parents[1] / "data"  # what ships with the program
DRAFT, PART = ".mapapp-", ".part"  # begin and end of the names of drafts
RECENT = 3.0  # seconds in which two edits may bear the same time
MOST_COMPARED = 16_000_000  # bytes
MAX_NESTED = 100  # parts of a dotted name in TOML; ours have one
_NESTED = re.compile(rf"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){{{MAX_NESTED}}}""")

_AT = re.compile(r"(?P<said>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)
_OF_TOML: dict[str, str] = {  # what goes wrong by hand, in the words of the parser
    said: said
    for said in (
        tr("Cannot overwrite a value"),
        tr("Expected '=' after a key in a key/value pair"),
        tr("Expected ']' at the end of a table declaration"),
        tr("Expected newline or end of document after a statement"),
        tr("Found invalid character '\\n'"),
        tr("Invalid initial character for a key part"),
        tr("Invalid statement"),
        tr("Invalid value"),
        tr("Unclosed array"),
    )
}


def read(path: Path, most: int) -> bytes:
    """The first ``most`` bytes of a file.

    Raises OSError, also for a pipe, for which one would wait, and for a device, which may have no end.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # a folder has an error of its own
        raise OSError(errno.EINVAL, tr("it is a pipe or a device"), str(path))
    with path.open("rb") as file:
        return file.read(most)


def ends(path: Path, most: int) -> tuple[bytes, ...]:
    """The first and the last ``most`` bytes of a file, the last ones from the beginning of a line; all of a short one.

    Raises OSError as `read` does.
    """
    head = read(path, 2 * most)
    size = path.stat().st_size
    if size <= 2 * most:
        return (head,)
    with path.open("rb") as file:
        file.seek(size - most)
        return head[:most].rpartition(b"\n")[0], file.read(most).partition(b"\n")[2]


def state(path: Path) -> tuple[object, ...]:
    """What changes when a file is edited, exchanged or taken away, without reading it as a rule.

    A clock ticks some hundred times a second, on some disks every other second, and an editor may set the time of a
    file back. So the time of the last change to its entry counts as well, which nobody can set, and of a file that was
    changed just now its content, up to some megabytes. A path that leads to nothing has a state, too.
    """
    try:
        status = path.stat()
        found = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev)
        if abs(time.time() - max(status.st_mtime, status.st_ctime)) > RECENT or not stat.S_ISREG(status.st_mode):
            return found
        import hashlib  # it takes as long as the command line may for a name

        return *found, hashlib.sha256(read(path, MOST_COMPARED)).digest()
    except OSError:
        return ()


def toml(text: str) -> dict[str, Any]:
    """The values of a TOML file.

    Raises ValueError, also for brackets or names that are nested without end: the first exhaust the stack, the others
    take the parser minutes.
    """
    if _NESTED.search(text):
        raise ValueError(tr("a name has more than {max_nested} parts", max_nested=MAX_NESTED))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(_told(str(error))) from None
    except RecursionError:
        raise ValueError(tr("brackets are nested too deeply")) from None


def _told(error: str) -> str:
    """What the parser of TOML says, with its place; words of it that are not known stay in English."""
    found = _AT.fullmatch(error)
    if not found:
        return error
    said = _OF_TOML.get(found["said"], found["said"])
    if not found["line"]:
        return tr("{said} (at end of document)", said=said)
    return tr("{said} (at line {line}, column {column})", said=said, line=found["line"], column=found["column"])


def json(text: bytes | str) -> Any:  # noqa: ANN401  # whatever somebody else wrote
    """What JSON of others holds, in UTF-8. Raises ValueError for what is none, also for what is nested too deeply.

    JSON can write half of a letter, which no text can be sent with; a question mark stands for it here.
    """
    from json import dumps, loads  # not above: many commands read none

    said = text if isinstance(text, str) else text.decode("utf-8-sig")
    try:
        found = loads(said)
        halves = "\\ud" in said.lower()
        return loads(dumps(found, ensure_ascii=False).encode("utf-8", "replace")) if halves else found
    except RecursionError:
        raise ValueError("nested too deeply") from None


def write(path: Path, content: bytes | str) -> None:
    """Write a file whole or not at all; text as UTF-8, its ends of line as they are.

    A draft beside it is written to the disk and takes the file's name in one step, so that a process that is killed and
    a disk that is full leave the old file or the new one. A file that is replaced keeps its permissions, a symbolic
    link stays one, and a pipe or a device, which has nothing to lose, is written to as it is. Raises OSError; the draft
    is then gone.
    """
    data = content.encode() if isinstance(content, str) else content
    path = Path(path)
    old = _old(path)
    if old and not stat.S_ISREG(old.st_mode):
        with path.open("wb") as file:
            file.write(data)
        return
    target = Path(os.path.realpath(path))
    sweep(target.parent)
    handle, draft = _draft(target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if old:
                _as_before(draft, old)
            os.fsync(handle)
            if os.name != "nt":  # there a file that is open cannot be renamed
                draft.replace(target)
        if os.name == "nt":
            draft.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    _settle(target.parent)


def sweep(folder: Path) -> None:
    """Take away the drafts that killed processes have left in a folder."""
    for draft in folder.glob(f"{DRAFT}*{PART}"):
        with contextlib.suppress(OSError):  # somebody writes it, or was faster
            if stat.S_ISREG(draft.lstat().st_mode):  # whoever opens a pipe waits
                with draft.open("rb") as file:
                    _lock(file.fileno(), wait=False)
                    draft.unlink()


def _old(path: Path) -> os.stat_result | None:
    """What is there now; None where nothing is. Raises OSError for what must not be replaced."""
    try:
        old = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not os.access(path, os.W_OK):  # a rename does not ask
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return old


def _as_before(draft: Path, old: os.stat_result) -> None:
    """Give the draft owner, group and permissions of the file that it replaces, as far as we may."""
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(draft, old.st_uid, old.st_gid)
    with contextlib.suppress(OSError):
        draft.chmod(stat.S_IMODE(old.st_mode) & 0o777)


def _draft(folder: Path) -> tuple[int, Path]:
    """A new file, open for writing and locked as long as this process has it open."""
    while True:
        draft = folder / f"{DRAFT}{os.urandom(8).hex()}{PART}"
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with contextlib.suppress(OSError):  # not every disk knows locks; what is not locked is not swept there either
            _lock(handle, wait=True)
        if draft.exists():
            return handle, draft
        os.close(handle)  # it was swept before it was locked


def _lock(handle: int, *, wait: bool) -> None:
    """Raises OSError where another process has it. Windows has no such locks, but lets nobody delete an open file."""
    with contextlib.suppress(ImportError):
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def _settle(folder: Path) -> None:
    """Have the new name itself on the disk; not every system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
