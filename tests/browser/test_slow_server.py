"""What a reader sees while the server has not answered: the page does what it can itself, and loses nothing."""

import contextlib
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocketRoute, expect

from tests.browser.conftest import PATIENCE, Open, drawn, shown, the_map

pytestmark = pytest.mark.browser
CHANGES = """() => {
  const root = document.documentElement;
  window.seen = [];
  new MutationObserver(() => {
    if (window.seen.at(-1) !== root.dataset.shown) window.seen.push(root.dataset.shown);
  }).observe(root, { attributes: true });
}"""


class Server:
    """The server behind the page of a context, where what is said to either side can be held back."""

    def __init__(self, context: BrowserContext) -> None:
        self._held: list[str | bytes] | None = None
        self._unheard: list[str | bytes] | None = None
        self._sockets: list[WebSocketRoute] = []
        self._servers: list[WebSocketRoute] = []
        context.route_web_socket("**/_stcore/stream", self._connect)

    def _connect(self, socket: WebSocketRoute) -> None:
        self._sockets.append(socket)
        server = socket.connect_to_server()
        self._servers.append(server)
        server.on_message(self._hear)
        socket.on_message(self._ask)

    def _ask(self, message: str | bytes) -> None:
        if self._unheard is None:
            self._servers[-1].send(message)
        else:
            self._unheard.append(message)

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

    def asked(self, page: Page, count: int) -> None:
        """Wait until the page has asked so often, while nobody hears it."""
        for _ in range(PATIENCE // 50):
            if len(self._unheard or []) >= count:
                return
            page.wait_for_timeout(50)
        pytest.fail(f"the page asked {len(self._unheard or [])} times, not {count}")

    @contextlib.contextmanager
    def deaf(self) -> Iterator[None]:
        """Hold all that the page asks until the block ends; then all of it comes at once, as to a busy server."""
        self._unheard = []
        yield
        unheard, self._unheard = self._unheard, None
        for message in unheard:
            self._servers[-1].send(message)


@pytest.fixture
def server(context: BrowserContext) -> Server:
    """Made before the page is opened."""
    return Server(context)


def test_filters_are_answered_before_the_server_answers_and_its_answer_changes_nothing(
    server: Server, visit: Open
) -> None:
    page = visit()
    expect(page.locator(".list .event")).to_have_count(15)
    drawn(page)
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


def test_none_of_several_choices_is_lost_that_come_to_a_busy_server_together(server: Server, visit: Open) -> None:
    """Those on the map are told by one component, of which Streamlit keeps the newest message alone."""
    page = visit()
    expect(page.locator(".list .event")).to_have_count(15)
    drawn(page)
    frame = the_map(page)
    with server.deaf():
        page.locator(".list .event").nth(8).click()
        server.asked(page, 1)
        frame.locator("[role=slider]").first.press("ArrowRight")
        server.asked(page, 2)
        frame.locator(".leaflet-control-layers").hover()
        frame.locator(".leaflet-control-layers").get_by_text("Trans-Caspian International Transport Route").click()
        server.asked(page, 3)
    for part in ("event=", "since=2025-03-26", "corridor=none"):
        expect(page).to_have_url(re.compile(part))
