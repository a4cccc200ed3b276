"""Answers and pace in SQLite files in the user's cache folder: shared by processes, and set aside when damaged."""

import contextlib
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from mapapp.errors import GeocodingError
from mapapp.geocoding.online.answers import Answer, Question, read_back, written
from mapapp.geocoding.online.pacing import Count
from mapapp.message import tr
from mapapp.place import Candidate

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
_WAIT = 30.0  # seconds that a process waits for another one's write; each takes milliseconds
_SIDES = ("-wal", "-shm")  # SQLite keeps what is not yet in the file beside it
_ANSWERS = """
CREATE TABLE answer(service TEXT NOT NULL, server TEXT NOT NULL, query TEXT NOT NULL, country TEXT NOT NULL,
                    language TEXT NOT NULL, answered REAL NOT NULL, candidates TEXT NOT NULL,
                    PRIMARY KEY(service, server, query, country, language)) WITHOUT ROWID
"""
_PACE = """
CREATE TABLE pace(server TEXT PRIMARY KEY, last REAL NOT NULL, not_before REAL NOT NULL, failures INTEGER NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class SqliteAnswers:
    """The remembered answers in a folder, each committed by itself. ``now`` is the time in seconds since 1970."""

    folder: Path
    now: Callable[[], float] = time.time

    def get(self, question: Question) -> Answer | None:
        """The answer, or None where it was never asked or too long ago. Raises GeocodingError."""
        row = self._store.run(
            lambda db: db.execute(
                "SELECT candidates, answered FROM answer WHERE service = ? AND server = ? AND query = ? AND country = ?"
                " AND language = ?",
                question,
            ).fetchone()
        )
        answer = read_back(*row) if row else None
        return answer if answer and answer.holds(self.now()) else None

    def put(self, question: Question, candidates: Sequence[Candidate]) -> Answer:
        """Remember an answer at once. Raises GeocodingError."""
        answer = Answer(tuple(candidates), self.now())
        row = (*question, answer.answered, written(candidates))
        self._store.run(lambda db: db.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?, ?, ?)", row))
        return answer

    @property
    def _store(self) -> "Store":
        return Store(self.folder / "answers.sqlite", _ANSWERS, 1)


@dataclass(frozen=True, slots=True)
class SqlitePace:
    """The count in a folder. ``now`` is the time in seconds since 1970, one for all processes; ``sleep`` takes seconds.

    All verbs raise GeocodingError where the file cannot be had.
    """

    folder: Path
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep

    def turn(self, server: str) -> None:
        """Wait for the turn and take it. Raises ServiceBusy, without waiting, for a pause longer than PATIENCE."""
        while wait := self._store.run(lambda db: self._take(db, server)):
            self.sleep(wait)

    def answered(self, server: str) -> None:
        """Note that a server is well."""
        self._change(server, lambda count: count.answered(self.now()))

    def failed(self, server: str, retry_after: float | None = None) -> None:
        """Note that a server failed, or asked for a pause of ``retry_after`` seconds."""
        self._change(server, lambda count: count.failed(self.now(), retry_after))

    def _take(self, db: sqlite3.Connection, server: str) -> float:
        """Take the turn and return 0.0, or return the seconds to wait before asking for it again."""
        with transaction(db):
            count, now = _count(db, server), self.now()
            wait = count.wait(server, now)
            if not wait:
                _note(db, server, count.taken(now))
            return wait

    def _change(self, server: str, change: Callable[[Count], Count]) -> None:
        def work(db: sqlite3.Connection) -> None:
            with transaction(db):
                _note(db, server, change(_count(db, server)))

        self._store.run(work)

    @property
    def _store(self) -> "Store":
        return Store(self.folder / "pace.sqlite", _PACE, 1)


def _count(db: sqlite3.Connection, server: str) -> Count:
    row = db.execute("SELECT last, not_before, failures FROM pace WHERE server = ?", (server,)).fetchone()
    return Count(*row) if row else Count()


def _note(db: sqlite3.Connection, server: str, count: Count) -> None:
    db.execute("INSERT OR REPLACE INTO pace VALUES (?, ?, ?, ?)", (server, *count))


@dataclass(frozen=True, slots=True)
class Store:
    """A SQLite file with the tables of ``schema`` in this ``version``, opened for each use: threads may share it."""

    path: Path
    schema: str
    version: int

    def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do work on the open file, which is made where it is missing. The connection commits each statement.

        A file that is damaged or of another version is renamed, with a warning in the log, and begun anew: what a cache
        held can be asked for again. Raises GeocodingError where no file can be had.
        """
        seen = _identity(self.path)
        try:
            return self._opened(work)
        except _OtherVersion as error:
            reason = tr("has format {args}, not {version}", args=error.args[0], version=str(self.version))
        except sqlite3.OperationalError as error:
            raise self._unusable(error) from None
        except sqlite3.DatabaseError as error:
            reason = tr("is damaged ({error})", error=str(error))
        self._set_aside(reason, seen)
        try:
            return self._opened(work)
        except (sqlite3.Error, _OtherVersion) as error:
            raise self._unusable(error) from None

    def _opened(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with contextlib.suppress(OSError):  # SQLite then says that it cannot open the file
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with contextlib.closing(sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)) as db:
            (found,) = db.execute("PRAGMA user_version").fetchone()
            if found == 0:
                self._begin(db)
            elif found != self.version:
                raise _OtherVersion(found)
            db.execute("PRAGMA synchronous = NORMAL")  # with WAL, a process that is killed loses nothing
            return work(db)

    def _begin(self, db: sqlite3.Connection) -> None:
        """Make the tables, unless another process was faster."""
        _to_wal(db)
        with transaction(db):
            if db.execute("PRAGMA user_version").fetchone()[0] == 0:
                for statement in filter(str.strip, self.schema.split(";")):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {self.version}")

    def _set_aside(self, reason: str, seen: tuple[int, int] | None) -> None:
        """Rename the file, one process at a time, and only while it is still the one that was seen."""
        aside = self.path.with_name(f"{self.path.name}.set-aside-{time.strftime('%Y%m%d-%H%M%S')}")
        try:
            lock = sqlite3.connect(f"{self.path}.lock", timeout=_WAIT, isolation_level=None)
            with contextlib.closing(lock), transaction(lock):
                if _identity(self.path) != seen:
                    return
                for side in (*_SIDES, ""):  # the file last: a new one must not meet what lay beside the old
                    with contextlib.suppress(FileNotFoundError):
                        Path(f"{self.path}{side}").replace(f"{aside}{side}")
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from None
        _LOG.warning("%s %s; it is kept as %s, and a new one is begun.", self.path, reason, aside.name)

    def _unusable(self, error: Exception) -> GeocodingError:
        return GeocodingError(
            tr(
                "'{path}' cannot be used ({error}); online look-ups need it, so set MAPAPP_CACHE to a folder "
                "that can be written",
                path=str(self.path),
                error=str(error),
            )
        )


class _OtherVersion(Exception):
    """The file was written by another version of the program."""


@contextlib.contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, and alone: no other process writes meanwhile."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _to_wal(db: sqlite3.Connection) -> None:
    """Readers and one writer at a time without waiting. Changing to it does not wait for others by itself."""
    for _ in range(100):
        try:
            db.execute("PRAGMA journal_mode = WAL").fetchone()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(0.05)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of the same name; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
