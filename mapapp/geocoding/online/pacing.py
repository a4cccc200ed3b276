"""One request a second to each server, counted over all processes of a user; pauses that a server asks for; a breaker.

The public servers of OpenStreetMap demand it (operations.osmfoundation.org/policies/nominatim). A server that fails
again and again is left alone for a while: the breaker of Nygard, "Release It!" (2007).
"""

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mapapp.errors import ServiceBusy
from mapapp.geocoding.online.sqlite import Store, transaction

INTERVAL = 1.1  # seconds; a tenth more than the policy, because the way to the server takes now less, now more time
PATIENCE = 60.0  # seconds that a command waits by itself; for more it ends, to be run again
FAILURES = 5  # in a row, until the server is left alone
REST = 120.0  # seconds for which it is left alone; then one request tries whether it is well again
LONGEST = 86_400.0  # seconds; a server that asks for more, or a clock that was set back, is not believed
_SCHEMA = """
CREATE TABLE pace(server TEXT PRIMARY KEY, last REAL NOT NULL, not_before REAL NOT NULL, failures INTEGER NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """Whose turn it is. ``now`` is the time in seconds since 1970, one for all processes; ``sleep`` takes seconds."""

    folder: Path
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep

    def turn(self, server: str) -> None:
        """Wait until a request may be sent, and take the turn: it has to be sent at once.

        Raises ServiceBusy, without waiting, where the pause would be longer than PATIENCE.
        """
        while wait := self._store.run(lambda db: self._take(db, server)):
            self.sleep(wait)

    def answered(self, server: str) -> None:
        """Note that a server is well. The next turn is a second after its answer: the request may have been slow."""
        sql = "UPDATE pace SET failures = 0, last = max(last, ?) WHERE server = ?"
        self._store.run(lambda db: db.execute(sql, (self.now(), server)))

    def failed(self, server: str, retry_after: float | None = None) -> None:
        """Note that a server failed, or asked for a pause of ``retry_after`` seconds. The next turn waits for it."""

        def note(db: sqlite3.Connection) -> None:
            with transaction(db):
                last, not_before, failures = _row(db, server)
                pause = min(retry_after or 2.0 ** min(failures + 1, 10), LONGEST)
                if failures + 1 >= FAILURES:
                    pause = max(pause, REST)
                until = self.now() + pause
                if not_before - until <= LONGEST:  # another process may have been told to wait longer
                    until = max(until, not_before)
                _write(db, server, last, until, failures + 1)

        self._store.run(note)

    def _take(self, db: sqlite3.Connection, server: str) -> float:
        """Take the turn and return 0.0, or return the seconds to wait before asking for it again."""
        with transaction(db):
            last, not_before, failures = _row(db, server)
            now = self.now()
            if 0 < not_before - now <= LONGEST:
                if not_before - now > PATIENCE:
                    raise ServiceBusy(_left_alone(server, not_before, failures), not_before - now)
                return not_before - now
            if 0 < last + INTERVAL - now < 2 * INTERVAL:
                return last + INTERVAL - now
            _write(db, server, now, 0.0, failures)
            return 0.0

    @property
    def _store(self) -> Store:
        return Store(self.folder / "pace.sqlite", _SCHEMA, 1)


def _row(db: sqlite3.Connection, server: str) -> tuple[float, float, int]:
    """When the last request was sent, before when none may be, and how many in a row have failed."""
    row = db.execute("SELECT last, not_before, failures FROM pace WHERE server = ?", (server,)).fetchone()
    return row or (0.0, 0.0, 0)


def _write(db: sqlite3.Connection, server: str, last: float, not_before: float, failures: int) -> None:
    db.execute("INSERT OR REPLACE INTO pace VALUES (?, ?, ?, ?)", (server, last, not_before, failures))


def _left_alone(server: str, until: float, failures: int) -> str:
    clock = time.strftime("%H:%M:%S", time.localtime(until))
    failed = f"has left {failures} requests in a row without an answer, up to three of them for one name,"
    why = failed if failures >= FAILURES else "has asked for a pause"
    return f"{server} {why} and is left alone until {clock}; try again then, or name another service"
