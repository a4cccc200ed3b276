"""The documented configuration of nginx before two processes under a path: one ends, and readers go on."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import BrowserContext, expect
from serving import Site
from serving import site as processes_behind_nginx

from tests.browser.conftest import the_map

pytestmark = [pytest.mark.servers, pytest.mark.browser]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with processes_behind_nginx(tmp_path, 2) as started:
        yield started


def connected(site: Site, besides: int = 0) -> int:
    """The port of the process to which nginx holds a connection for a page, other than one that has ended."""
    ports = {running.port for running in site.processes}
    for _ in range(300):
        listed = Path("/proc/net/tcp").read_text().splitlines()[1:]
        open_ = {int(line.split()[2].split(":")[1], 16) for line in listed if line.split()[3] == "01"}
        if here := open_ & ports - {besides}:
            return here.pop()
        time.sleep(0.1)
    pytest.fail("the page is connected to no process")


def test_a_reader_goes_on_when_the_process_ends(site: Site, context: BrowserContext) -> None:
    """The page connects to the other process by itself; asked for again, it has the filters of its address."""
    page = context.new_page()
    page.goto(f"{site.address}?country=KZ&q=talks")
    the_map(page)
    expect(page.get_by_text("2 of 15 events").first).to_be_visible()
    first = connected(site)
    next(running for running in site.processes if running.port == first).process.kill()
    assert connected(site, besides=first) != first
    page.reload()
    the_map(page)
    expect(page.get_by_text("2 of 15 events").first).to_be_visible()
    assert "country=KZ" in page.url


def test_files_and_previews_go_on_and_name_the_address_of_the_site(site: Site) -> None:
    before = httpx2.get(f"{site.address}tour.geojson?country=KZ")
    assert before.status_code == 200
    site.processes[0].process.kill()
    for agent in map(str, range(12)):  # each would go to another process
        answer = httpx2.get(f"{site.address}tour.geojson?country=KZ", headers={"User-Agent": agent})
        assert (answer.status_code, answer.content) == (200, before.content)
    landing = httpx2.get(f"{site.address}ogc").json()
    assert all(link["href"].startswith(site.address) for link in landing["links"])
    spoofed = httpx2.get(f"{site.address}card", headers={"X-Forwarded-Host": "evil.example"})
    assert "evil.example" not in spoofed.text
    assert httpx2.get(site.address.rstrip("/")).status_code == 308
