"""Work is limited, done once for all who ask at once, and kept up to a size."""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest

from mapapp.web.lanes import Busy, Kept, Lane, Sent

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """What the coroutine returns, from a thread of its own: the browser's tests leave a loop in the main one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


def sent(size: int = 1) -> Sent:
    return Sent(b"x" * size, "text/plain")


class Slow:
    """Work that goes on until it is let go; counts how often it was begun."""

    def __init__(self) -> None:
        self.let_go = threading.Event()
        self.begun = 0

    def __call__(self) -> Sent:
        """Begin, and wait."""
        self.begun += 1
        assert self.let_go.wait(20)
        return sent()


def test_what_two_ask_for_at_once_is_done_once() -> None:
    lane, slow = Lane("test", 2, 2), Slow()

    async def both() -> list[Sent]:
        asked = [asyncio.create_task(lane.run("same", slow)) for _ in range(20)]
        await asyncio.sleep(0)
        slow.let_go.set()
        return await asyncio.gather(*asked)

    answers = run(both())
    assert slow.begun == 1
    assert all(answer is answers[0] for answer in answers)


def test_one_more_than_threads_and_queue_is_refused_and_later_taken() -> None:
    lane, slow = Lane("test", 1, 1), Slow()

    async def crowd() -> None:
        asked = [asyncio.create_task(lane.run(key, slow)) for key in ("working", "waiting")]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await lane.run("too many", slow)
        slow.let_go.set()
        await asyncio.gather(*asked)
        assert await lane.run("too many", sent) == sent()

    run(crowd())


def test_a_failure_frees_its_place_and_reaches_everybody_who_asked() -> None:
    lane = Lane("test", 1, 0)

    def fail() -> Sent:
        raise ValueError("no")

    for _ in range(3):
        with pytest.raises(ValueError, match="no"):
            run(lane.run("key", fail))


def test_a_visitor_who_leaves_does_not_take_the_work_away() -> None:
    lane, slow = Lane("test", 1, 1), Slow()

    async def leave() -> Sent:
        first = asyncio.create_task(lane.run("key", slow))
        await asyncio.sleep(0)
        second = asyncio.create_task(lane.run("key", slow))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        slow.let_go.set()
        return await second

    assert run(leave()) == sent()
    assert slow.begun == 1


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    kept = Kept(10)
    for key in "abc":
        kept.put(key, sent(3))
    assert kept.get("a")
    kept.put("d", sent(3))
    assert kept.get("b") is None
    assert [key for key in "acd" if kept.get(key)] == ["a", "c", "d"]
    assert kept.bytes == 9


def test_a_thing_too_large_is_passed_on_without_pushing_out_the_rest() -> None:
    kept = Kept(10)
    kept.put("a", sent(3))
    assert len(kept.put("large", sent(6)).content) == 6
    assert kept.get("large") is None
    assert kept.get("a")
    kept.put("a", sent(3))
    assert kept.bytes == 3
