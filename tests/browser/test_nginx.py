"""The documented configuration of nginx before two processes under a path: one ends, and readers go on."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx2
import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import the_map

pytestmark = [pytest.mark.servers, pytest.mark.browser]
ROOT = Path(__file__).parents[2]
MAIN = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
events {{ }}
http {{
  access_log off; include {folder}/mapapp.conf;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
}}
"""


class Site(NamedTuple):
    """The address below which the app stands, and its processes by their ports."""

    address: str
    processes: dict[int, subprocess.Popen[bytes]]


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def process(port: int, folder: Path) -> subprocess.Popen[bytes]:
    options = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", "--server.baseUrlPath", "tours", *options]
    settings = os.environ | {"MAPAPP_PROXY": "yes", "MAPAPP_LIBRARY": str(folder / "library")}
    with (folder / f"{port}.log").open("w") as log:
        return subprocess.Popen(command, cwd=ROOT, env=settings, stdout=log, stderr=log)


def wait_for(url: str) -> None:
    for _ in range(240):
        with contextlib.suppress(httpx2.HTTPError):
            if httpx2.get(url).status_code == 200:
                return
        time.sleep(0.25)
    pytest.fail(f"nothing answers at {url}")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not nginx:
        pytest.fail("no nginx: install it, or leave these tests out (scripts/test without --servers)")
    front, ports = free_port(), (free_port(), free_port())
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for documented, own in (("8080", front), ("8501", ports[0]), ("8502", ports[1])):
        assert f"{documented};" in text or f"{documented} " in text
        text = text.replace(f"listen {documented}", f"listen 127.0.0.1:{own}").replace(
            f"127.0.0.1:{documented}", f"127.0.0.1:{own}"
        )
    (tmp_path / "mapapp.conf").write_text(text, encoding="utf-8")
    (tmp_path / "nginx.conf").write_text(MAIN.format(folder=tmp_path), encoding="utf-8")
    processes = {port: process(port, tmp_path) for port in ports}
    command = [nginx, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf"), "-e", str(tmp_path / "error.log")]
    server = subprocess.Popen(command)
    try:
        for port in ports:
            wait_for(f"http://127.0.0.1:{port}/tours/_stcore/health")
        yield Site(f"http://127.0.0.1:{front}/tours/", processes)
    finally:
        for running in (server, *processes.values()):
            running.terminate()
            running.wait()


def connected(site: Site, besides: int = 0) -> int:
    """The port of the process to which nginx holds a connection for a page, other than one that has ended."""
    for _ in range(300):
        listed = Path("/proc/net/tcp").read_text().splitlines()[1:]
        open_ = {int(line.split()[2].split(":")[1], 16) for line in listed if line.split()[3] == "01"}
        if here := open_ & site.processes.keys() - {besides}:
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
    site.processes[first].kill()
    assert connected(site, besides=first) != first
    page.reload()
    the_map(page)
    expect(page.get_by_text("2 of 15 events").first).to_be_visible()
    assert "country=KZ" in page.url


def test_files_and_previews_go_on_and_name_the_address_of_the_site(site: Site) -> None:
    before = httpx2.get(f"{site.address}tour.geojson?country=KZ")
    assert before.status_code == 200
    next(iter(site.processes.values())).kill()
    for agent in map(str, range(12)):  # each would go to another process
        answer = httpx2.get(f"{site.address}tour.geojson?country=KZ", headers={"User-Agent": agent})
        assert (answer.status_code, answer.content) == (200, before.content)
    landing = httpx2.get(f"{site.address}ogc").json()
    assert all(link["href"].startswith(site.address) for link in landing["links"])
    spoofed = httpx2.get(f"{site.address}card", headers={"X-Forwarded-Host": "evil.example"})
    assert "evil.example" not in spoofed.text
    assert httpx2.get(site.address.rstrip("/")).status_code == 308
