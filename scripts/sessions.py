"""Readers of the running app at the level of its protocol: what a browser sends and hears, without drawing it.

A reader opens the page by WebSocket, waits until it has come, and clicks on countries. Each answer is compared with the
count that stood on the button, so that an answer meant for another reader shows as a fault.
"""

import asyncio
import contextlib
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

SECONDS = 60.0  # for one answer
_COUNTRIES, _MAP = "-countries", "-map"
_COUNTED = re.compile(r"\d+\b[^\d<]{1,20}(?:\d+[^\d<]{0,20})?")  # "4 of 15 events", "15 оқиғаның 4-і"


class Failed(Exception):
    """What a reader saw that must not be, in a sentence."""


@dataclass(slots=True)
class Page:
    """What a reader has of the page: the countries to choose from, and how many events it tells of."""

    countries: str = ""
    fragment: str = ""
    labels: tuple[str, ...] = ()
    told: int = -1
    moved: float = 0.0  # when the map last heard what to show, by the clock of `time.perf_counter`
    query: str = ""

    def take(self, message: ForwardMsg) -> None:
        """Keep what one message changes. Raises Failed for a page that shows an exception."""
        if message.HasField("page_info_changed"):
            self.query = message.page_info_changed.query_string
        element = message.delta.new_element
        kind = element.WhichOneof("type") if message.HasField("delta") else None
        if kind == "exception":
            raise Failed(f"The page showed: {element.exception.message[:200]}")
        if kind == "button_group" and element.button_group.id.endswith(_COUNTRIES):
            self.countries, self.fragment = element.button_group.id, message.delta.fragment_id
            self.labels = tuple(option.content for option in element.button_group.options)
        if kind == "bidi_component" and element.bidi_component.id.endswith(_MAP):
            self.moved = time.perf_counter()
        if kind == "markdown" and _COUNTED.fullmatch(element.markdown.body):
            self.told = min(map(int, re.findall(r"\d+", element.markdown.body)))


@dataclass(slots=True)
class Seen:
    """Seconds that readers waited, each from asking to the end of the answer (``maps``: to what moves the map)."""

    openings: list[float] = field(default_factory=list)
    clicks: list[float] = field(default_factory=list)
    maps: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Reader:
    """One session. ``address`` ends with a slash; by ``name``, that of the browser, nginx parts readers.

    ``headers`` may have the cookie of somebody who sees drafts.
    """

    def __init__(self, address: str, query: str, name: str, seen: Seen) -> None:
        self.address, self.query, self.name, self.seen = address, query, name, seen
        self.headers: dict[str, str] = {}
        self.page = Page(query=query)
        self.wire: ClientConnection | None = None

    async def open(self) -> None:
        """Connect, and wait for the whole page."""
        with self._noting():
            began = time.perf_counter()
            url = self.address.replace("http://", "ws://") + "_stcore/stream"
            self.wire = await connect(
                url,
                subprotocols=[Subprotocol("streamlit")],
                max_size=None,
                user_agent_header=self.name,
                additional_headers=self.headers,
                open_timeout=SECONDS,
                proxy=None,
            )
            await self._ask(BackMsg())
            self.seen.openings.append(time.perf_counter() - began)
            if not self.page.labels:
                raise Failed("The page came without its countries.")

    async def click(self, chance: random.Random) -> None:
        """Choose one country, and wait for the whole answer. Nothing where the page did not come."""
        if not self.page.labels:
            return
        with self._noting():
            label = chance.choice(self.page.labels)
            asked = BackMsg()
            asked.rerun_script.fragment_id = self.page.fragment
            state = asked.rerun_script.widget_states.widgets.add(id=self.page.countries)
            state.string_array_value.data.append(label)
            began = time.perf_counter()
            await self._ask(asked)
            self.seen.clicks.append(time.perf_counter() - began)
            if self.page.moved > began:
                self.seen.maps.append(self.page.moved - began)
            wanted = int(label.rpartition("·")[2])
            if self.page.told != wanted:
                raise Failed(f"{label} was chosen, and the page tells of {self.page.told} events.")

    async def close(self) -> None:
        """Leave."""
        if self.wire:
            await self.wire.close()

    async def _ask(self, message: BackMsg) -> None:
        assert self.wire, "open comes first"
        message.rerun_script.query_string = self.page.query
        await self.wire.send(message.SerializeToString())
        async with asyncio.timeout(SECONDS):
            while True:
                answer = ForwardMsg()
                answer.ParseFromString(await self.wire.recv(decode=False))
                self.page.take(answer)
                if answer.HasField("script_finished") or answer.WhichOneof("type") == "script_finished":
                    return

    @contextlib.contextmanager
    def _noting(self) -> Iterator[None]:
        try:
            yield
        except (Failed, OSError, TimeoutError, WebSocketException) as error:
            self.seen.faults.append(f"{type(error).__name__}: {error}")
