"""The page "Article" in a browser: words are marked by mouse and keyboard, and keys go through the proposals."""

import contextlib
import re

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from tests.browser.conftest import Open, drawn

TEXT = """Foreign Minister Testa Wendling arrived in Baku on Monday.
Crowds cheered Wendling in Ganja on Tuesday, with Oda Kelling among them.
During a meeting with Georgia’s President, the minister spoke of trade."""
HAND = "[class*='st-key-hand_']"


@pytest.fixture
def page(visit: Open) -> Page:
    """The page after the text was read."""
    opened = visit("article", wait=False)
    opened.get_by_label("Text", exact=True).fill(TEXT)
    opened.get_by_label("Date of publication, where the text states none").fill("2025-05-15")
    opened.keyboard.press("Tab")
    opened.get_by_role("button", name="Read it").click()
    opened.locator(".article mark").first.wait_for()
    return opened


def _select(page: Page, words: str) -> None:
    """Select words of the text as a mouse or finger does."""
    page.evaluate(
        """words => {
          for (const box of document.querySelectorAll('.article [data-start]')) {
            const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const at = node.textContent.indexOf(words);
              if (at >= 0) return document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
            }
          }
        }""",
        words,
    )


def test_selected_words_become_a_stop_whose_values_come_from_other_words(page: Page) -> None:
    _select(page, "Ganja")
    bar = page.get_by_role("toolbar", name="Mark “Ganja”")
    bar.get_by_role("button", name="Stop").click()
    hand = page.locator(HAND)
    expect(hand).to_contain_text("Visit to Ganja")
    expect(hand).to_contain_text("Tuesday 13 May 2025 · Ganja, Azerbaijan · paragraph 2")
    expect(page.locator(".article mark.place.lit")).to_have_text("Ganja")
    _select(page, "Oda Kelling")
    page.get_by_role("toolbar").get_by_role("button", name="Person").click()
    expect(hand).to_contain_text("Testa Wendling, Oda Kelling")
    _select(page, "Crowds")
    page.get_by_role("toolbar").get_by_role("button", name="Date").click()
    expect(page.get_by_text("“Crowds” states no date that can be read.")).to_be_visible()


def test_words_are_chosen_and_marked_by_the_keyboard_alone(page: Page) -> None:
    page.locator(".article .paragraphs").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.getSelection().toString()") == "Crowds"
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("document.getSelection().toString()") == "Crowds cheered Wendling in"
    page.keyboard.press("Escape")
    expect(page.get_by_role("toolbar")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("2")
    expect(page.locator(HAND)).to_contain_text("Ganja, Azerbaijan")


def pressed(page: Page, key: str, leads_to: str) -> None:
    """A key, and the proposal to which it leads; once more where a busy browser had not drawn its button yet."""
    proposal = page.locator(HAND).filter(has_text=leads_to)
    drawn(page)
    page.locator("body").press(key)
    with contextlib.suppress(TimeoutError):
        proposal.wait_for(timeout=6000)
    if not proposal.count():
        page.locator("body").press(key)
    expect(proposal).to_be_visible()


def test_keys_go_through_the_proposals_and_take_them(page: Page) -> None:
    hand = page.locator(HAND)
    expect(hand).to_contain_text("Baku")
    pressed(page, "j", "place not stated (Azerbaijan)")
    pressed(page, "k", "Baku, Azerbaijan · paragraph 1")  # the other one speaks of Baku, too
    drawn(page)
    page.locator("body").press("Enter")
    expect(page.get_by_text(re.compile(r"Taken · 1"))).to_be_visible()
    expect(hand).to_contain_text("place not stated (Azerbaijan)")
    page.locator(".article mark", has_text="Baku").click()
    expect(hand).to_have_count(0)  # it is taken already
    page.get_by_text(re.compile(r"Taken · 1")).click()
    expect(hand).to_contain_text("Put back")
