"""A published folder behind the plainest server there is, in a browser that reaches nothing else."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Request, expect

from tests.publishing.conftest import of_the_site, published

pytestmark = pytest.mark.browser


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = published(of_the_site(tmp_path_factory), tmp_path_factory)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Silent, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_reader_comes_from_the_list_to_the_map_and_no_other_host_is_asked(context: BrowserContext, host: str) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    context.on("request", lambda request: asked.append(_url(request)))
    page = context.new_page()
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(host)
    page.get_by_role("link", name="The EU's road to Samarkand").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The EU's road to Samarkand")
    assert page.locator(".picture img").evaluate("image => image.naturalWidth") == 1200
    page.get_by_role("link", name="Open the map").click()
    page.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    expect(page.locator(".list .event")).to_have_count(15)
    assert wrong == []
    assert all(url.startswith((host, "data:", "blob:")) for url in asked)


def test_a_file_is_downloaded(context: BrowserContext, host: str, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(f"{host}central-asia-2025/index.html")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="GeoPackage").click()
    waiting.value.save_as(tmp_path / "tour.gpkg")
    assert (tmp_path / "tour.gpkg").read_bytes().startswith(b"SQLite format 3")


def _url(request: Request) -> str:
    return request.url
