"""Where the work of the routes is done: in a few threads with a short queue, and each thing once.

Writing a file may take seconds. Done in the event loop it would stop the app for everybody; done without limit, a few
readers with a script could do the same.
"""

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field


class Busy(Exception):
    """All threads of a lane work and its queue is full. ``retry_after`` are seconds."""

    retry_after = 5


@dataclass(frozen=True, slots=True)
class Sent:
    """The content of an answer with its media type and the headers of its own.

    ``gzipped``: the content is packed; it is unpacked for whoever does not take that.
    """

    content: bytes
    media_type: str
    headers: dict[str, str] = field(default_factory=dict)
    gzipped: bool = False


class Lane:
    """So many threads, and so many places for work that waits for one."""

    def __init__(self, name: str, threads: int, waiting: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=f"mapapp-{name}")
        self._places = threading.BoundedSemaphore(threads + waiting)
        self._underway: dict[Hashable, Future[Sent]] = {}
        self._lock = threading.RLock()

    async def run(self, key: Hashable, work: Callable[[], Sent]) -> Sent:
        """Do the work in a thread, or wait for the work with the same key that is under way. Raises Busy."""
        with self._lock:
            future = self._underway.get(key)
            if future is None:
                if not self._places.acquire(blocking=False):
                    raise Busy
                future = self._underway[key] = self._pool.submit(work)
                future.add_done_callback(lambda _: self._done(key))
        return await asyncio.shield(asyncio.wrap_future(future))  # one visitor who leaves does not stop the others

    def _done(self, key: Hashable) -> None:
        with self._lock:
            self._underway.pop(key, None)
        self._places.release()


class Kept:
    """What was written last, up to so many bytes; what was not asked for the longest goes first."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._items: OrderedDict[Hashable, Sent] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Sent | None:
        """What is kept under that key."""
        with self._lock:
            if key in self._items:
                self._items.move_to_end(key)
            return self._items.get(key)

    def put(self, key: Hashable, sent: Sent) -> Sent:
        """Keep it, unless it alone would fill half of the place; return it."""
        with self._lock:
            if len(sent.content) <= self.most_bytes // 2 and key not in self._items:
                self._items[key] = sent
                self.bytes += len(sent.content)
            while self.bytes > self.most_bytes:
                _, dropped = self._items.popitem(last=False)
                self.bytes -= len(dropped.content)
        return sent
