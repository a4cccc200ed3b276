"""One request a second to each server, counted over all processes of a user; pauses that a server asks for; a breaker.

The public servers of OpenStreetMap demand it (operations.osmfoundation.org/policies/nominatim). A server that fails
again and again is left alone for a while: the breaker of Nygard, "Release It!" (2007). `Pace` is what whoever keeps
count can do; the rules are those of `Count`.
"""

import time
from typing import NamedTuple, Protocol

from mapapp.errors import ServiceBusy
from mapapp.message import tr

INTERVAL = 1.1  # seconds; a tenth more than the policy, because the way to the server takes now less, now more time
PATIENCE = 60.0  # seconds that a command waits by itself; for more it ends, to be run again
FAILURES = 5  # in a row, until the server is left alone
REST = 120.0  # seconds for which it is left alone; then one request tries whether it is well again
LONGEST = 86_400.0  # seconds; a server that asks for more, or a clock that was set back, is not believed


class Pace(Protocol):
    """Whose turn it is to ask a server."""

    def turn(self, server: str) -> None:
        """Wait until a request may be sent, and take the turn: it has to be sent at once.

        Raises ServiceBusy, without waiting, where the pause would be longer than PATIENCE.
        """

    def answered(self, server: str) -> None:
        """Note that a server is well. The next turn is a second after its answer: the request may have been slow."""

    def failed(self, server: str, retry_after: float | None = None) -> None:
        """Note that a server failed, or asked for a pause of ``retry_after`` seconds. The next turn waits for it."""


class Count(NamedTuple):
    """What is known of a server: when the last request was sent, before when none may be, both in seconds since 1970.

    ``failures`` counts those in a row.
    """

    last: float = 0.0
    not_before: float = 0.0
    failures: int = 0

    def wait(self, server: str, now: float) -> float:
        """The seconds until a turn may be taken, 0.0 for at once. Raises ServiceBusy where they exceed PATIENCE."""
        if 0 < self.not_before - now <= LONGEST:
            if self.not_before - now > PATIENCE:
                raise ServiceBusy(_left_alone(server, self.not_before, self.failures), self.not_before - now)
            return self.not_before - now
        return self.last + INTERVAL - now if 0 < self.last + INTERVAL - now < 2 * INTERVAL else 0.0

    def taken(self, now: float) -> "Count":
        """After a turn was taken."""
        return Count(now, 0.0, self.failures)

    def answered(self, now: float) -> "Count":
        """After an answer."""
        return Count(max(self.last, now), self.not_before, 0)

    def failed(self, now: float, retry_after: float | None) -> "Count":
        """After a failure, or a pause of so many seconds that the server asked for."""
        pause = min(retry_after or 2.0 ** min(self.failures + 1, 10), LONGEST)
        if self.failures + 1 >= FAILURES:
            pause = max(pause, REST)
        until = now + pause
        if self.not_before - until <= LONGEST:  # another process may have been told to wait longer
            until = max(until, self.not_before)
        return Count(self.last, until, self.failures + 1)


def _left_alone(server: str, until: float, failures: int) -> str:
    clock = time.strftime("%H:%M:%S", time.localtime(until))
    if failures >= FAILURES:
        return tr(
            "{server} has left {n} requests in a row without an answer, up to three of them for one name, and is left "
            "alone until {clock}; try again then, or name another service",
            server=server,
            n=failures,
            clock=clock,
        )
    return tr(
        "{server} has asked for a pause and is left alone until {clock}; try again then, or name another service",
        server=server,
        clock=clock,
    )
