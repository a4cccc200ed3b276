"""How much may be uploaded: everybody may try the program with a table, and nobody may fill the machine's memory."""

import os
import threading
import time
from collections import OrderedDict, deque

from mapapp.message import tr

IMPORT = "MAPAPP_IMPORT"
OFF, ON = ("off", "no", "false", "0"), ("", "on", "yes", "true", "1")
MOST, MINUTES = 30, 10.0  # uploads of one address in so many minutes
MOST_OF_ALL = 300  # uploads in the same time
MOST_SECONDS = 60.0  # that one may take to arrive
_ADDRESSES = 10_000  # that are remembered


def uploads_off() -> bool:
    """Whether the setting switches uploads off; so does a word in it that cannot be understood."""
    return _setting() not in ON


def uploads_complaint() -> str:
    """A sentence about a setting that cannot be understood, "" otherwise."""
    if _setting() in (*ON, *OFF):
        return ""
    return tr("{import_} is neither on nor off, so uploads are off until it is mended.", import_=IMPORT)


def _setting() -> str:
    return os.environ.get(IMPORT, "").strip().lower()


class Uploads:
    """Counts uploads by address and in all."""

    def __init__(self) -> None:
        self._times: OrderedDict[str, deque[float]] = OrderedDict()
        self._all: deque[float] = deque()
        self._lock = threading.Lock()

    def admitted(self, peer: str) -> bool:
        """Whether one more may come from that address now; if so it is counted."""
        now = time.monotonic()
        with self._lock:
            times = self._times.pop(peer, deque())
            for counted in (times, self._all):
                while counted and counted[0] < now - MINUTES * 60:
                    counted.popleft()
            admitted = len(times) < MOST and len(self._all) < MOST_OF_ALL
            if admitted:
                times.append(now)
                self._all.append(now)
            self._times[peer] = times
            while len(self._times) > _ADDRESSES:
                self._times.popitem(last=False)
        return admitted


UPLOADS = Uploads()
