"""What a reader sees while the server has not answered: the page does what it can itself, and loses nothing."""

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, WebSocketRoute, expect

from tests.browser.conftest import Open, shown, the_map

pytestmark = pytest.mark.browser
CHANGES = """() => {
  const root = document.documentElement;
  window.seen = [];
  new MutationObserver(() => {
    if (window.seen.at(-1) !== root.dataset.shown) window.seen.push(root.dataset.shown);
  }).observe(root, { attributes: true });
}"""


class Server:
    """The server behind the page of a context, whose answers can be held back."""

    def __init__(self, context: BrowserContext) -> None:
        self._held: list[str | bytes] | None = None
        self._sockets: list[WebSocketRoute] = []
        context.route_web_socket("**/_stcore/stream", self._connect)

    def _connect(self, socket: WebSocketRoute) -> None:
        self._sockets.append(socket)
        server = socket.connect_to_server()
        server.on_message(self._hear)

    def _hear(self, message: str | bytes) -> None:
        if self._held is None:
            self._sockets[-1].send(message)
        else:
            self._held.append(message)

    @contextlib.contextmanager
    def silent(self) -> Iterator[None]:
        """Hold all answers until the block ends."""
        self._held = []
        yield
        held, self._held = self._held, None
        for message in held:
            self._sockets[-1].send(message)


@pytest.fixture
def server(context: BrowserContext) -> Server:
    """Made before the page is opened."""
    return Server(context)


def test_filters_are_answered_before_the_server_answers_and_its_answer_changes_nothing(
    server: Server, visit: Open
) -> None:
    page = visit()
    expect(page.locator(".list .event")).to_have_count(15)
    page.wait_for_timeout(1500)
    frame = the_map(page)
    frame.evaluate(CHANGES)
    pill = page.locator(".st-key-countries button")
    with server.silent():
        pill.nth(0).click()
        shown(page, 2)
        expect(page.locator(".list .event")).to_have_count(4)
        pill.nth(2).press("Enter")  # with the first
        shown(page, 4)
        expect(page.locator(".list .event")).to_have_count(7)
        page.wait_for_timeout(500)
    expect(page.get_by_text("7 of 15 events")).to_be_visible()
    page.wait_for_timeout(500)
    assert frame.evaluate("() => window.seen") == ["2", "4"]
    with server.silent():
        page.get_by_role("button", name="Clear filters").click()
        shown(page, 7)
    expect(page.locator(".st-key-clear")).to_have_count(0)
    assert frame.evaluate("() => window.seen") == ["2", "4", "7"]
