"""A page as somebody with these headers hears it by WebSocket: all that the app sends, without drawing it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from attacks.target import Target

SECONDS = 90.0  # for one page
REFUSED = b"refused"


def heard(target: Target, page: str, query: str, headers: Mapping[str, str]) -> bytes:
    """Everything that the page with that path sends; `REFUSED` where no connection is made."""
    return asyncio.run(_heard(target, page, query, headers))


async def _heard(target: Target, page: str, query: str, headers: Mapping[str, str]) -> bytes:
    try:
        async with _connected(target, headers) as wire:
            return b"".join([data async for data in _shown(wire, page, query)])
    except (WebSocketException, OSError):
        return REFUSED


@asynccontextmanager
async def session_of(target: Target, page: str) -> AsyncIterator[str]:
    """The name of a session that has the page open until the block ends."""
    async with _connected(target, {"Origin": target.address[:-1]}) as wire:
        told = [ForwardMsg.FromString(data) async for data in _shown(wire, page, "")]
        yield next(m.new_session.initialize.session_id for m in told if m.WhichOneof("type") == "new_session")


def _connected(target: Target, headers: Mapping[str, str]) -> connect:
    named = f"ws://{headers['Host']}{target.base}/" if "Host" in headers else target.address.replace("http:", "ws:")
    return connect(
        f"{named}_stcore/stream",
        host=target.host,
        port=target.port,
        origin=headers.get("Origin"),  # type: ignore[arg-type]  # a text of any kind
        additional_headers={name: value for name, value in headers.items() if name not in ("Host", "Origin")},
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        open_timeout=SECONDS,
        proxy=None,
    )


async def _shown(wire: ClientConnection, page: str, query: str) -> AsyncIterator[bytes]:
    """The messages with which the page comes."""
    asked = BackMsg()
    asked.rerun_script.query_string, asked.rerun_script.page_name = query, page
    await wire.send(asked.SerializeToString())
    async with asyncio.timeout(SECONDS):
        while True:
            data = await wire.recv(decode=False)
            yield data
            if ForwardMsg.FromString(data).WhichOneof("type") == "script_finished":
                return
