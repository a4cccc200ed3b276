"""Many readers at once: they reach this machine alone, and an answer meant for another reader shows as a fault."""

import asyncio
import random
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from architecture.imports import ROOT
from sessions import Reader, Seen
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.server import ServerConnection, serve
from websockets.typing import Subprotocol


def load(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "scripts/load", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("given", ["http://example.org", "http://10.0.0.1:8501", "--readers=1001", "--seconds=301"])
def test_no_address_but_loopback_is_asked_and_nothing_without_bounds(given: str) -> None:
    done = load(given)
    assert done.returncode == 2
    assert "loopback" in done.stderr or "at most 1000 readers" in done.stderr
    assert not done.stdout


def page(told: str, *, exception: str = "") -> list[bytes]:
    """The messages of a page with one country to choose, which tells of so many events."""
    button, text, end = ForwardMsg(), ForwardMsg(), ForwardMsg()
    button.delta.new_element.button_group.id = "$$ID-1-countries"
    button.delta.new_element.button_group.options.add(content="Kazakhstan · 4")
    text.delta.new_element.markdown.body = told
    end.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
    if exception:
        text.delta.new_element.exception.message = exception
    return [message.SerializeToString() for message in (button, text, end)]


def visited(answers: Sequence[list[bytes]]) -> Seen:
    """What a reader sees who opens a page and clicks once, of a server with these answers."""

    async def answer(wire: ServerConnection) -> None:
        for messages in answers:
            await wire.recv()
            for message in messages:
                await wire.send(message)

    async def visit() -> Seen:
        seen = Seen()
        async with serve(answer, "127.0.0.1", 0, subprotocols=[Subprotocol("streamlit")]) as server:
            port = server.sockets[0].getsockname()[1]
            reader = Reader(f"http://127.0.0.1:{port}/", "", "a test", seen)
            await reader.open()
            await reader.click(random.Random(1))
            await reader.close()
        return seen

    with ThreadPoolExecutor(1) as alone:  # a browser of another test may have its loop running in this thread
        return alone.submit(lambda: asyncio.run(visit())).result()


def test_a_right_answer_is_timed() -> None:
    seen = visited([page("15 events"), page("4 of 15 events")])
    assert (seen.faults, len(seen.openings), len(seen.clicks)) == ([], 1, 1)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (page("9 of 15 events"), "tells of 9 events"),
        (page("4 of 15 events", exception="it fell"), "The page showed: it fell"),
        ([], "ConnectionClosed"),
    ],
    ids=["of another reader", "an exception", "none"],
)
def test_a_wrong_answer_is_a_fault(answer: list[bytes], fault: str) -> None:
    assert fault in "".join(visited([page("15 events"), answer]).faults)


@pytest.mark.servers
def test_readers_of_two_processes_behind_nginx_see_no_fault() -> None:
    done = load("--readers", "6", "--processes", "2", "--seconds", "4", "--pause", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "| 6 | 2 | 0 |" in done.stdout
