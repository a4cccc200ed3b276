"""A running app for benchmarks, and how long a first visit to it takes."""

import contextlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext
from serving import ROOT, running

FRAME = """[...document.querySelectorAll("*")]
  .map((e) => e.shadowRoot && e.shadowRoot.querySelector("iframe")).find(Boolean)"""
STOPS_SHOWN = f"""() => {{
  const frame = {FRAME};
  const root = frame && frame.contentDocument && frame.contentDocument.documentElement;
  return Boolean(root && root.dataset.shown > 0);
}}"""
# Milliseconds from a click on the first country to the changed map.
CLICK_COUNTRY = f"""() => new Promise((done, fail) => {{
  setTimeout(() => fail(new Error("a click changed nothing within a minute")), 60_000);
  const frame = {FRAME};
  const root = frame.contentDocument.documentElement;
  const before = root.dataset.shown;
  const start = performance.now();
  const watcher = new MutationObserver(() => {{
    if (root.dataset.shown === before) return;
    watcher.disconnect();
    frame.contentWindow.requestAnimationFrame(() => done(performance.now() - start));
  }});
  watcher.observe(root, {{ attributes: true }});
  document.querySelector(".st-key-countries button").click();
}})"""


@contextlib.contextmanager
def served(script: Path, tours: Path) -> Iterator[str]:
    """Run a Streamlit script on a free port, with the modules beside it before ours; yield its address."""
    settings = {"MAPAPP_TOURS": str(tours), "PYTHONPATH": f"{script.resolve().parent}{os.pathsep}{ROOT}"}
    with tempfile.TemporaryDirectory() as folder, running(script, Path(folder) / "log", settings) as app:
        yield app.address


def first_sight(
    browser: Browser, address: str, shown: str, prepare: Callable[[BrowserContext], object] = lambda _: None
) -> float:
    """Seconds from asking for the address, with nothing cached, to what ``shown`` waits for."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    prepare(context)
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
