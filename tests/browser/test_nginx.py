"""The documented configuration of nginx before two processes under a path: one ends, and readers go on."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from attacks.readers import laid_open
from playwright.sync_api import BrowserContext, Page, expect
from serving import Site
from serving import site as processes_behind_nginx

from mapapp import library
from mapapp.catalogue.listing import TOURS
from mapapp.foreign.opening import MAX_BYTES
from tests.browser.conftest import ROOT, the_map
from tests.browser.test_sign_in import ADDRESS, SECRETS

pytestmark = [pytest.mark.servers, pytest.mark.browser, pytest.mark.filterwarnings("ignore")]


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
    ended(site)
    page.reload()
    the_map(page)
    expect(page.get_by_text("2 of 15 events").first).to_be_visible()
    assert "country=KZ" in page.url


@pytest.fixture
def editors(tmp_path: Path, own_library: Path, own_cache: Path) -> Iterator[Site]:
    """The same with somebody who signs in as an editor, at a provider on this machine."""
    from oidc_provider_mock import User, run_server_in_thread  # warns while it is imported, which is not our affair

    told = {"email": ADDRESS, "email_verified": True, "name": "Ana"}
    with run_server_in_thread(user_claims=[User(sub="ana", claims=told)]) as provider:
        settings = {
            "MAPAPP_EDITORS": ADDRESS,
            "MAPAPP_LIBRARY": str(own_library),
            "MAPAPP_CACHE": str(own_cache),
            "AUTHLIB_INSECURE_TRANSPORT": "1",  # the provider speaks no TLS
            "HOME": str(tmp_path),  # where Streamlit looks for secrets
            "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))),
        }
        with processes_behind_nginx(tmp_path, 2, settings) as started:
            secrets = tmp_path / ".streamlit" / "secrets.toml"
            secrets.parent.mkdir()
            secrets.write_text(SECRETS.format(app=started.address, provider=provider.server_port), encoding="utf-8")
            yield started


def signed_in(site: Site, context: BrowserContext, path: str) -> Page:
    """A page of somebody who has signed in."""
    page = context.new_page()
    page.goto(site.address + path)
    page.get_by_role("button", name="Sign in").click()
    page.locator("input[name=sub]").fill("ana")
    page.locator("button").first.click()
    page.wait_for_url(f"{site.address}**")
    page.goto(site.address + path)
    return page


def ended(site: Site) -> None:
    """Kill the process to which a page is connected, and wait until the page has found the other one."""
    first = connected(site)
    next(running for running in site.processes if running.port == first).process.kill()
    assert connected(site, besides=first) != first


def test_drafts_of_the_library_survive_and_what_is_not_saved_does_not(editors: Site, context: BrowserContext) -> None:
    """The page says so before, and offers the download. What was saved is there for editors alone."""
    shipped = {file.name: file.read_bytes() for file in (TOURS / "us-central-asia-2015").iterdir()}
    id_ = library.create("Draft", shipped)
    page = signed_in(editors, context, f"edit?tour={id_}&event=hammond")
    title = page.get_by_label("Title", exact=True)
    for words, saved in (("What is saved", True), ("What is not saved", False)):
        title.fill(words)
        page.keyboard.press("Tab")
        expect(page.get_by_text("Only this window has it")).to_be_visible()
        if saved:
            page.get_by_role("button", name="Save", exact=True).click()
            expect(page.get_by_text("Saved as version 2")).to_be_visible()
            expect(page.get_by_text("Only this window has it")).to_be_hidden()
    page.get_by_role("button", name="More").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as ZIP").click()
    assert b"What is not saved" in laid_open(download.value.path().read_bytes())
    ended(editors)
    page.goto(f"{editors.address}edit?tour={id_}&event=hammond")
    expect(title).to_have_value("What is saved")
    cards = f"{editors.address}cards.json?tour={id_}"
    assert "What is saved" in context.request.get(cards).text()
    assert httpx2.get(cards).status_code == 404


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


def test_a_table_of_the_largest_size_reaches_the_app(site: Site) -> None:
    """Which refuses it here because no page sends it, at times before nginx has sent all (502); nginx would say 413."""

    def answered(size: int) -> int:
        address = f"{site.address}_stcore/upload_file/session/file"
        return httpx2.put(address, content=bytes(size), timeout=60).status_code

    assert answered(MAX_BYTES) in {403, 502}
    assert answered(2 * MAX_BYTES) == 413
