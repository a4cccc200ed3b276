"""Answers and pace in PostgreSQL, shared by machines: where MAPAPP_CACHE_URL names a database.

The rules are those of `sqlite`. Clocks of the machines should agree to a second, as any time service has them do.
"""

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from mapapp.errors import GeocodingError
from mapapp.geocoding.online.answers import Answer, Question, read_back, written
from mapapp.geocoding.online.pacing import Count
from mapapp.message import tr
from mapapp.place import Candidate

_LOCK = 7_210_016  # of the tables: one process makes them, one at a time counts a server
_TABLES = """
CREATE TABLE IF NOT EXISTS mapapp_answer(service TEXT, server TEXT, query TEXT, country TEXT, language TEXT,
  answered DOUBLE PRECISION NOT NULL, candidates TEXT NOT NULL,
  PRIMARY KEY(service, server, query, country, language));
CREATE TABLE IF NOT EXISTS mapapp_pace(server TEXT PRIMARY KEY, last DOUBLE PRECISION NOT NULL,
  not_before DOUBLE PRECISION NOT NULL, failures INTEGER NOT NULL)
"""
_GET = text(
    "SELECT candidates, answered FROM mapapp_answer WHERE service = :service AND server = :server AND query = :query"
    " AND country = :country AND language = :language"
)
_PUT = text(
    "INSERT INTO mapapp_answer VALUES (:service, :server, :query, :country, :language, :answered, :candidates)"
    " ON CONFLICT (service, server, query, country, language)"
    " DO UPDATE SET answered = excluded.answered, candidates = excluded.candidates"
)
_COUNT = text("SELECT last, not_before, failures FROM mapapp_pace WHERE server = :server")
_NOTE = text(
    "INSERT INTO mapapp_pace VALUES (:server, :last, :not_before, :failures) ON CONFLICT (server)"
    " DO UPDATE SET last = excluded.last, not_before = excluded.not_before, failures = excluded.failures"
)


@dataclass(frozen=True, slots=True)
class PostgresAnswers:
    """The remembered answers, each committed by itself. ``now`` is the time in seconds since 1970."""

    url: str
    now: Callable[[], float] = time.time

    def get(self, question: Question) -> Answer | None:
        """The answer, or None where it was never asked or too long ago. Raises GeocodingError."""
        with _begun(self.url) as db:
            row = db.execute(_GET, _plain(question)).fetchone()
        answer = read_back(*row) if row else None
        return answer if answer and answer.holds(self.now()) else None

    def put(self, question: Question, candidates: Sequence[Candidate]) -> Answer:
        """Remember an answer at once. Raises GeocodingError."""
        answer = Answer(tuple(candidates), self.now())
        told = {"answered": answer.answered, "candidates": written(candidates)}
        with _begun(self.url) as db:
            db.execute(_PUT, _plain(question) | told)
        return answer


@dataclass(frozen=True, slots=True)
class PostgresPace:
    """The count. ``now`` is the time in seconds since 1970; ``sleep`` takes seconds. All verbs raise GeocodingError."""

    url: str
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep

    def turn(self, server: str) -> None:
        """Wait for the turn and take it. Raises ServiceBusy, without waiting, for a pause longer than PATIENCE."""
        while wait := self._take(server):
            self.sleep(wait)

    def answered(self, server: str) -> None:
        """Note that a server is well."""
        self._change(server, lambda count: count.answered(self.now()))

    def failed(self, server: str, retry_after: float | None = None) -> None:
        """Note that a server failed, or asked for a pause of ``retry_after`` seconds."""
        self._change(server, lambda count: count.failed(self.now(), retry_after))

    def _take(self, server: str) -> float:
        with _alone(self.url) as db:
            count, now = _count(db, server), self.now()
            wait = count.wait(server, now)
            if not wait:
                _note(db, server, count.taken(now))
            return wait

    def _change(self, server: str, change: Callable[[Count], Count]) -> None:
        with _alone(self.url) as db:
            _note(db, server, change(_count(db, server)))


def _plain(question: Question) -> dict[str, object]:
    """The question as PostgreSQL keeps it, whose texts hold no NUL."""
    return {name: value.replace("\0", "\N{REPLACEMENT CHARACTER}") for name, value in question._asdict().items()}


def _count(db: Connection, server: str) -> Count:
    row = db.execute(_COUNT, {"server": server}).fetchone()
    return Count(*row) if row else Count()


def _note(db: Connection, server: str, count: Count) -> None:
    db.execute(_NOTE, {"server": server, **count._asdict()})


@contextlib.contextmanager
def _alone(url: str) -> Iterator[Connection]:
    """A transaction that no other process or machine has at the same time."""
    with _begun(url) as db:
        _lock(db)
        yield db


@contextlib.contextmanager
def _begun(url: str) -> Iterator[Connection]:
    """A transaction, committed at its end. Raises GeocodingError."""
    try:
        with _engine(url).begin() as db:
            yield db
    except SQLAlchemyError as error:
        raise _unusable(url, error) from None


@cache
def _engine(url: str) -> Engine:
    """The connections of this process, with the tables made. Raises GeocodingError for what is no address."""
    try:
        place = make_url(url)
    except ArgumentError:
        raise GeocodingError(
            tr("MAPAPP_CACHE_URL is no address such as postgresql://user:password@host/database")
        ) from None
    if place.get_backend_name() != "postgresql":
        raise GeocodingError(
            tr(
                "MAPAPP_CACHE_URL names {get_backend_name}; only postgresql is known",
                get_backend_name=place.get_backend_name(),
            )
        )
    engine = create_engine(place.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_recycle=1800)
    with engine.begin() as db:
        _lock(db)
        for statement in _TABLES.split(";"):
            db.execute(text(statement))
    return engine


def _lock(db: Connection) -> None:
    """Until the end of the transaction. Making a table "if not exists" is not safe for two at once by itself."""
    db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def _unusable(url: str, error: Exception) -> GeocodingError:
    """A sentence without the password."""
    hidden = make_url(url).render_as_string(hide_password=True)
    reason = " ".join(str(getattr(error, "orig", None) or error).split())[:160]
    return GeocodingError(
        tr("the database '{hidden}' cannot be used ({reason}); see MAPAPP_CACHE_URL", hidden=hidden, reason=reason)
    )
