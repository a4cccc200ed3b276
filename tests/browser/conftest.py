"""A running app and a browser that reaches nothing but this machine."""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Frame,
    Page,
    Request,
    expect,
    sync_playwright,
)
from serving import running

from tests.fixtures import TOURS, injection, many_events
from tests.fixtures.markdown import MARKDOWN

ROOT = Path(__file__).parents[2]
CLOSED = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", CLOSED)
Open = Callable[..., Page]
PATIENCE = 15_000  # milliseconds: a shared machine may be slow without anything being wrong
DRAWING = 8 * PATIENCE  # a picture is a second of work, and a crowded machine gives it a tenth of a core


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, which also serves the fixture tours, a large one and one full of injections."""
    tours = tmp_path_factory.mktemp("tours")
    shutil.copytree(TOURS, tours, dirs_exist_ok=True)
    many_events.write_tour(tours / "many", 10_000)
    (tours / "bare").mkdir()
    (tours / "bare" / "tour.toml").write_text('title = "Nothing yet"\n', encoding="utf-8")
    injection.write_tour(tours / "injections")
    injection.write_tour(tours / "markdown", MARKDOWN.values())
    with served("streamlit_app.py", tours / "log", MAPAPP_TOURS=str(tours)) as url:
        yield url


@contextlib.contextmanager
def served(script: str, log: Path, **settings: str) -> Iterator[str]:
    """The address of a script that Streamlit serves until the block ends; nothing in it may have failed by then."""
    with running(ROOT / script, log, settings) as app:
        yield app.address
    assert "Traceback" not in log.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    expect.set_options(timeout=PATIENCE)
    path = os.environ.get("MAPAPP_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        pytest.fail("no Chromium: install one, or leave these tests out with scripts/test --without-browser")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=[*QUIET])
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A context with nothing cached; parametrize it indirectly with options such as a viewport."""
    options = {"viewport": {"width": 1440, "height": 900}} | getattr(request, "param", {})
    made = browser.new_context(**options)
    made.set_default_timeout(PATIENCE)
    made.add_init_script(
        """document.addEventListener('securitypolicyviolation', (e) => {
          const words = `refused: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`;
          if (e.blockedURI !== 'wasm-eval') console.error(words); // Streamlit tries it, and does without
        })"""
    )
    yield made
    made.close()


@pytest.fixture
def visit(context: BrowserContext, address: str) -> Iterator[Open]:
    """Open a path of the app and wait for its stops; afterwards nothing may have failed or left this machine."""
    wrong: list[str] = []

    def note_request(url: str) -> None:
        if not url.startswith((address, "data:", "blob:")):
            wrong.append(f"outside: {url}")

    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            wrong.append(message.text)

    def note_failure(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what the page itself gave up: a newer preview, a download
            wrong.append(f"failed: {request.url}")

    def note_dialog(dialog: Dialog) -> None:
        wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def opened(path: str = "", *, wait: bool = True) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("console", note_console)
        page.on("dialog", note_dialog)
        page.on("requestfailed", note_failure)
        page.on("request", lambda request: note_request(request.url))
        page.goto(address + path, wait_until="commit")
        if wait:
            the_map(page)
        return page

    yield opened
    assert not wrong


def drawn(page: Page) -> None:
    """Wait until Streamlit has drawn all of a page that has begun to appear."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(state="attached")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def the_map(page: Page) -> Frame:
    """The frame with the map, once it shows something."""
    page.wait_for_function(
        "() => [...document.querySelectorAll('*')].some((e) => e.shadowRoot && e.shadowRoot.querySelector('iframe'))"
    )
    for _ in range(PATIENCE // 50):
        for frame in page.frames:
            if "/embed" in frame.url and stops_shown(frame) is not None:
                return frame
        page.wait_for_timeout(50)
    raise AssertionError("the map did not appear")


def stops_shown(frame: Frame) -> str | None:
    """How many stops the map in a frame shows; None before it shows any, and where another has taken its place."""
    try:
        found: str | None = frame.evaluate("() => document.documentElement?.dataset.shown")
    except Error as error:
        if "detached" in str(error) or "destroyed" in str(error):
            return None
        raise
    return found


def shown(page: Page, wanted: int) -> None:
    """Wait until the map shows so many marks."""
    the_map(page).wait_for_function(f"() => document.documentElement.dataset.shown === '{wanted}'")
