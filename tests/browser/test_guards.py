"""The headers of the app in a browser: nothing of ours is refused (`visit` sees to that), and what others try is."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext

from mapapp.ui import menu
from mapapp.web.guards import HEADERS, page_policy
from tests.browser.conftest import Open, served, the_map

pytestmark = pytest.mark.browser
OWN_POLICY = ("embed", "card", "snapshot.svg", "tour.html", "none", "tour.kml?tour=none", "_stcore/metrics")


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of a server that frames, on the page of each path, what stands behind it."""

    class Framing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer with a frame."""
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"<iframe src='{self.path[1:]}' onload='document.title = 1'></iframe>".encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Framing)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "path",
    [
        *(entry.path for entry in menu.ENTRIES),
        *(
            "?tour=none",
            "favicon.png",
            "assets/page.css",
            "basemap/land.geojson",
            "cards.json",
        ),
        *("corridor.json?corridor=trans-caspian", "tour.kml", "tour.csv", "_stcore/health", "_stcore/host-config"),
        *(
            "labels.json?lang=ru",
            "ogc",
            "ogc/country=KZ/collections/events/items",
            "reconcile",
            "story.pdf",
            "tour.gpkg",
        ),
        *OWN_POLICY,
    ],
)
def test_every_route_has_them(address: str, path: str) -> None:
    try:
        headers = urllib.request.urlopen(address + path).headers
    except urllib.error.HTTPError as error:
        assert error.code == 404
        headers = error.headers
    for name, value in HEADERS.items():
        assert headers.get_all(name) == [value]
    (policy,) = headers.get_all("Content-Security-Policy") or []
    assert (policy == page_policy()) == (path not in OWN_POLICY)


def test_all_of_the_map_page(visit: Open) -> None:
    """Filters, figures, cards, the dialogue with its preview, and the tiles' host only in the map's own policy."""
    page = visit()
    the_map(page)
    page.locator(".st-key-more_filters summary").click()
    page.locator(".st-key-topics").wait_for()
    page.locator(".st-key-figures summary").click()
    page.locator(".bars").first.wait_for()
    page.locator(".list .event").first.click()
    the_map(page).locator(".card").first.wait_for()
    page.locator(".st-key-share button").click()
    page.locator(".share summary").first.wait_for()
    for part in page.locator(".share summary").all():
        part.click()
    page.wait_for_function(
        """() => [...document.querySelectorAll('*')].some((e) => {
          const preview = e.shadowRoot && e.shadowRoot.querySelector('img.preview');
          return preview && preview.complete && preview.naturalWidth > 100;
        })""",
        timeout=60_000,
    )


@pytest.mark.parametrize("language", ["ru", "ar"])
@pytest.mark.parametrize("page", [entry.path for entry in menu.ENTRIES])
def test_every_page_in_another_language(visit: Open, page: str, language: str) -> None:
    """One of them is written from right to left, with letters that no font of the page has."""
    shown = visit(f"{page}?lang={language}", wait=False)
    shown.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
    shown.locator("[data-testid=stElementContainer]").first.wait_for()
    for frame in shown.frames:
        frame.wait_for_load_state("load", timeout=60_000)
    assert shown.evaluate("() => document.documentElement.lang") == language


def test_all_of_the_corridor_page(visit: Open) -> None:
    page = visit("corridor", wait=False)
    page.locator(".st-key-way_files button").first.wait_for(timeout=60_000)
    with page.expect_download() as download:
        page.locator(".st-key-way_files button").first.click()
    assert download.value.suggested_filename.endswith(".csv")
    page.get_by_role("link", name="Places").click()
    page.locator(".name").first.wait_for()


def test_grids_and_charts_are_drawn(context: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the app may come to use of Streamlit works within the policy."""
    wrong: list[str] = []
    with served("tests/browser/guarded.py", tmp_path_factory.mktemp("guarded") / "log") as url:
        page = context.new_page()
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{url}?grids=1", wait_until="commit")
        for part in (
            "stDataFrame",
            "stVegaLiteChart",
            "stJson",
            "stFileUploader",
            "stDateInput",
            "stCode",
            "stProgress",
        ):
            page.get_by_test_id(part).last.wait_for(timeout=60_000)
        for drawn in ("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg", ".katex", "canvas"):
            page.locator(drawn).last.wait_for(state="attached", timeout=60_000)
        page.wait_for_load_state("networkidle")
    assert not wrong


@pytest.mark.parametrize("path", ["", "places", "corridor", "card", "embed"])
def test_no_other_host_frames_the_app(context: BrowserContext, address: str, elsewhere: str, path: str) -> None:
    page = context.new_page()
    page.goto(elsewhere + address + path)
    page.wait_for_function("() => document.title === '1'")
    assert [frame.url for frame in page.frames[1:]] == ["chrome-error://chromewebdata/"]


def test_a_script_that_gets_in_does_not_run(context: BrowserContext, address: str) -> None:
    """Were text to become markup somewhere, the browser would still run nothing of it."""
    page = context.new_page()
    page.goto(address)
    with page.expect_console_message(lambda message: "img" in message.text or "inline event" in message.text):
        page.evaluate(
            """() => {
              const script = document.createElement('script');
              script.textContent = 'window.injected = 1';
              document.body.append(script);
              document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.injected = 2">');
            }"""
        )
    assert page.evaluate("() => window.injected") is None
