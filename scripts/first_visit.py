"""A running app for benchmarks, and how long a first visit to it takes."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
FRAME = """[...document.querySelectorAll("*")]
  .map((e) => e.shadowRoot && e.shadowRoot.querySelector("iframe")).find(Boolean)"""
STOPS_SHOWN = f"""() => {{
  const frame = {FRAME};
  const root = frame && frame.contentDocument && frame.contentDocument.documentElement;
  return Boolean(root && root.dataset.shown > 0);
}}"""


@contextlib.contextmanager
def served(script: Path, tours: Path) -> Iterator[str]:
    """Run a Streamlit script on a free port; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.port", str(port), "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    environment = os.environ | {"MAPAPP_TOURS": str(tours), "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(
        command, cwd=script.parent, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        for _ in range(120):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(address + "_stcore/health")
                break
            time.sleep(0.25)
        yield address
    finally:
        server.terminate()
        server.wait()


def first_sight(browser: Browser, address: str, shown: str) -> float:
    """Seconds from asking for the address, with nothing cached, to what ``shown`` waits for."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(shown, polling=20)
    seconds = time.perf_counter() - start
    context.close()
    return seconds


def transferred(browser: Browser, address: str, shown: str, accepted: str) -> int:
    """Bytes that a first visit brings over the wire, headers included, to a browser that sends this Accept-Encoding."""
    accepting = {"Accept-Encoding": accepted}
    context = browser.new_context(viewport={"width": 1440, "height": 900}, extra_http_headers=accepting)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="commit")
    page.wait_for_function(shown)
    page.wait_for_timeout(3000)
    context.close()
    return sum(sizes)
