"""Tells the browser with the app's page what the map will need, so that it comes while Streamlit's own scripts load."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mapapp.web.kept import SCRIPT, STYLE, files_version


class Preload:
    """Adds a Link header (RFC 8288) to the page at the root."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app within does."""
        if scope["type"] != "http" or not scope["path"].endswith("/"):
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("Link", _links())
            await send(message)

        await self._app(scope, receive, sent)


def _links() -> str:
    version = files_version()
    return f"<{SCRIPT}?{version}>; rel=preload; as=script, <{STYLE}?{version}>; rel=preload; as=style"
