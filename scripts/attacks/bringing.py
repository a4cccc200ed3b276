"""Somebody brings what is full of texts that break out, and edits it: every step of it in a browser."""

import csv
import io
from typing import TYPE_CHECKING

from playwright.sync_api import Page

from attacks.target import Target
from mapapp import library
from tests.fixtures.injection import INJECTIONS

if TYPE_CHECKING:
    from attacks.browser import Browsing

PATIENCE = 120_000  # milliseconds until a table or an article of this size is read


def table(browsing: "Browsing", target: Target) -> tuple[list[str], int]:
    """What went wrong, and the elements seen, from a table to the map of a tour that is kept."""
    with browsing.noted(target.cookie) as (page, wrong):
        page.goto(f"{target.address}new-tour", wait_until="commit")
        _drop(page, "<img src=x onerror=window.injected=1>.csv", _csv())
        page.locator(".review .row").first.wait_for(timeout=PATIENCE)
        seen = browsing.settled(page, wrong)
        page.get_by_role("button", name="Use this tour").click()
        page.get_by_text("It is on the map as a draft").wait_for(timeout=PATIENCE)
        return wrong, seen + browsing.settled(page, wrong)


def article(browsing: "Browsing", target: Target) -> tuple[list[str], int]:
    """The same with an article."""
    lines = (f"Minister Testa Wendling met {text[:200]} in Baku on 15 May 2025." for text in INJECTIONS.values())
    with browsing.noted(target.cookie) as (page, wrong):
        page.goto(f"{target.address}article", wait_until="commit")
        page.get_by_label("Text", exact=True).fill("\n\n".join(lines))
        page.keyboard.press("Tab")
        page.get_by_role("button", name="Read it").click()
        page.locator(".article mark").first.wait_for(timeout=PATIENCE)
        return wrong, browsing.settled(page, wrong)


def edited(browsing: "Browsing", target: Target) -> tuple[list[str], int]:
    """The same with the hostile tour itself in the library: its records, tables and versions, by a hostile name."""
    folder = target.folder / "tours" / target.hostile
    contents = {path.name: path.read_bytes() for path in folder.iterdir()}
    name = INJECTIONS["image"]
    id_ = library.create("edited", contents, by=name, note=name)
    seen = 0
    with browsing.noted(target.cookie) as (page, wrong):
        for event in ("", "&event=e17", "&event=visit:v17"):
            page.goto(f"{target.address}edit?tour={id_}{event}", wait_until="commit")
            page.locator(".st-key-edit_part").wait_for(timeout=PATIENCE)
            seen += browsing.settled(page, wrong)
        for part in ("Stops", "Events", "Tables", "Versions"):
            page.locator(".st-key-edit_part").get_by_text(part, exact=True).click()
            seen += browsing.settled(page, wrong)
    return wrong, seen


def _csv() -> bytes:
    """A table whose every cell, and whose every heading but those that say what it is about, is one of the texts."""
    out = io.StringIO(newline="")
    texts = list(INJECTIONS.values())
    rows = [[f"2025-03-{1 + i % 28:02}", ("Astana", text)[i % 2], text, text] for i, text in enumerate(texts)]
    csv.writer(out).writerows([["Date", "City", "Title", texts[16]], *rows])
    return out.getvalue().encode()


def _drop(page: Page, name: str, content: bytes) -> None:
    box = page.locator("input[type=file]")
    box.wait_for(state="attached", timeout=PATIENCE)
    box.set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
