"""Python's collector of garbage, put off while tables are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_readers: list[bool] = []  # for each reader whether the collector was on when the first one began


@contextmanager
def uncollected() -> Iterator[None]:
    """Put the collector off while something is read, in whatever number of threads.

    What is read makes a million objects of which all stay; the collector would look through them again and again,
    which takes a quarter of the time.
    """
    with _lock:
        _readers.append(_readers[-1] if _readers else gc.isenabled())
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            if _readers.pop() and not _readers:
                gc.enable()
