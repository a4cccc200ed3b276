"""A second article about a journey that is there, in a browser: it adds sources and statements, and doubles nothing."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served, the_map

ANNOUNCED = "Foreign Minister Testa Wendling will meet Speaker Probst Anderman in Baku on May 12."
HELD = "Foreign Minister Testa Wendling met Speaker Probst Anderman in Baku on May 12."


def _read(page: Page, text: str, published: str) -> None:
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_label("Date of publication, where the text states none").fill(published)
    page.keyboard.press("Tab")


@pytest.mark.servers
def test_a_second_article_adds_what_it_says_to_the_event_that_is_there(browser: Browser, tmp_path: Path) -> None:
    """One event, two sources, and both statements on its card."""
    log = tmp_path / "log"
    with served("streamlit_app.py", log, MAPAPP_LIBRARY=str(tmp_path / "library")) as url:
        key = re.search(r"\?key=(\S+)", log.read_text())
        assert key
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.set_default_timeout(30_000)
        page.goto(f"{url}article?key={key[1]}")
        _read(page, ANNOUNCED, "2025-05-09")
        page.get_by_role("button", name="Read it").click()
        page.get_by_role("button", name=re.compile("Take all that are sure")).click()
        page.get_by_role("button", name="Use this tour").click()
        page.get_by_text(re.compile("The tour is kept as the draft")).wait_for()
        page.get_by_role("button", name="Another article").click()
        _read(page, HELD, "2025-05-16")
        page.get_by_label("Add to a tour").click()
        page.get_by_role("option").last.click()
        page.get_by_role("button", name="Read it").click()
        page.get_by_role("button", name=re.compile("Take all that are sure")).click()
        page.get_by_role("button", name="Add to the tour").click()
        page.get_by_role("link", name="Open the map").click()
        events = page.locator(".list .event")
        expect(events).to_have_count(1)
        events.first.click()
        the_map(page).get_by_role("button", name="Read more").click()
        card = the_map(page).locator(".card:not(.brief)")
        expect(card).to_contain_text("Sources differ on whether it took place")
        expect(card).to_contain_text("announced")
        expect(card).to_contain_text("held")
        page.context.close()
