"""The dialogue "Share" in a real browser: addresses that open the same view."""

from html.parser import HTMLParser

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from mapapp.exports import FORMATS
from tests.browser.conftest import Open, shown, the_map

pytestmark = pytest.mark.browser


def opened(page: Page) -> Locator:
    page.get_by_role("button", name="Share", exact=True).click()
    box = page.locator(".share")
    box.locator(".row").first.wait_for()
    return box


def unfold(box: Locator, title: str) -> Locator:
    part = box.locator("details", has=box.page.locator("summary", has_text=title))
    part.locator("summary").click()
    return part


def test_the_link_holds_filters_place_and_zoom(visit: Open, address: str) -> None:
    page = visit("?country=KZ")
    shown(page, 2)
    the_map(page).evaluate("() => { mapapp.tourMap.map.setView([44, 70], 6, { animate: false }); }")
    page.wait_for_function("() => location.search.includes('at=70,44,6')")
    box = opened(page)
    expect(box).to_contain_text("4 of 15 events")
    link = box.get_by_label("Link", exact=True).input_value()
    start, at = link.split("&at=")
    assert start == f"{address}?v=1&tour=central-asia-2025&country=KZ"
    longitude, latitude, zoom = map(float, at.split(","))
    assert (round(longitude, 1), round(latitude, 1), zoom) == (70, 44, 6)  # a dialogue may shift the page by a pixel
    again = visit(link.removeprefix(address))
    shown(again, 2)
    assert the_map(again).evaluate("() => mapapp.tourMap.map.getZoom()") == 6


def test_the_embed_code_shows_the_view_in_a_frame(visit: Open, context: BrowserContext, address: str) -> None:
    box = opened(visit("?country=UZ"))
    part = unfold(box, "Embed code")
    part.get_by_label("Size").select_option("800 × 500")
    code = part.get_by_role("textbox").input_value()
    found: dict[str, str | None] = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "iframe":
                found.update(attrs)

    Reader().feed(code)
    assert (found["width"], found["height"], found["title"]) == ("800", "500", "The EU's road to Samarkand")
    assert found["loading"] == "lazy"
    assert found["src"]
    page = context.new_page()
    page.goto(address + "assets/text.js")
    page.evaluate("(code) => { document.body.innerHTML = code; }", code)
    page.frame_locator("iframe").locator("[aria-label*='Tashkent']").wait_for()


def test_every_file_is_a_link_that_follows_from_the_formats(visit: Open, address: str) -> None:
    page = visit("?country=KZ")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box = opened(page)
    part = unfold(box, "Files")
    files = [format_ for format_ in FORMATS if not format_.picture]
    links = part.locator("a").evaluate_all("(links) => links.map((link) => link.href)")
    assert links == [f"{address}{f.name}?v=1&tour=central-asia-2025&country=KZ" for f in files]
    assert not [url for url in asked if any(f.name in url for f in FORMATS)], "nothing is written before the click"
    with page.expect_download() as download:
        part.get_by_role("link", name="Download HTML page").click()
    assert download.value.suggested_filename == "central-asia-2025-kz.html"


def test_pictures_have_a_preview_and_follow_the_choices(visit: Open, address: str) -> None:
    """There is a part for pictures exactly if there are pictures."""
    pictures = [format_ for format_ in FORMATS if format_.picture]
    box = opened(visit("?country=KZ&theme=dark"))
    assert box.locator("summary", has_text="Picture").count() == bool(pictures)
    if pictures:
        part = unfold(box, "Picture")
        part.get_by_label("Size").select_option("square")
        part.get_by_label("Scale").select_option("2")
        query = "v=1&tour=central-asia-2025&country=KZ&size=square&theme=dark&lang=en&scale=2"
        links = part.locator("a").evaluate_all("(links) => links.map((link) => link.href)")
        assert links == [f"{address}{format_.name}?{query}" for format_ in pictures]
        preview = part.locator("img")
        expect(preview).to_be_visible()
        preview.evaluate("(image) => image.decode()")
        assert preview.evaluate("(image) => image.naturalWidth / image.naturalHeight") == 1


@pytest.mark.parametrize("context", [{"permissions": ["clipboard-read", "clipboard-write"]}], indirect=True)
def test_copy_copies_and_says_so(visit: Open, context: BrowserContext) -> None:
    """It is pasted elsewhere, as a reader does: pages of the app may not read what is on the clipboard."""
    page = visit()
    box = opened(page)
    box.get_by_role("button", name="Copy link", exact=True).click()
    expect(box.get_by_role("status").first).to_have_text("Copied")
    copied = box.get_by_label("Link", exact=True).input_value()
    elsewhere = context.new_page()
    elsewhere.set_content("<textarea></textarea>")
    elsewhere.locator("textarea").press("Control+V")
    expect(elsewhere.locator("textarea")).to_have_value(copied)


def test_it_works_by_keyboard(visit: Open) -> None:
    page = visit()
    page.get_by_role("button", name="Share", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.locator(".share summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".share textarea").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_nothing_sticks_out(visit: Open) -> None:
    box = opened(visit())
    for title in ("Embed code", "Files"):
        unfold(box, title)
    assert box.evaluate("(box) => box.scrollWidth <= box.clientWidth && box.getBoundingClientRect().right <= 390")
