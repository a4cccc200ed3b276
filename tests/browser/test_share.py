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


def section(box: Locator, title: str) -> Locator:
    return box.get_by_role("region", name=title)


def hrefs(part: Locator) -> list[str]:
    found: list[str] = part.locator("a").evaluate_all("(links) => links.map((link) => link.href)")
    return found


def test_the_embed_code_shows_the_view_in_a_frame(visit: Open, context: BrowserContext, address: str) -> None:
    box = opened(visit("?country=UZ"))
    part = section(box, "On a web page")
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
    page.frame_locator("iframe").locator(".disc-icon[aria-label*='Tashkent']").wait_for()


def test_the_frame_on_another_page_adjusts_its_height(visit: Open, context: BrowserContext, address: str) -> None:
    """The usual code brings a few lines that listen; the map alone has five eighths of the width."""
    code = section(opened(visit("?tour=us-central-asia-2015")), "On a web page").get_by_role("textbox").input_value()
    page = context.new_page()
    page.route("**/article", lambda route: route.fulfill(body=f"<!doctype html>{code}", content_type="text/html"))
    page.goto(address + "article")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Five states in four days")).to_be_visible()
    height = "(part) => part.offsetHeight"

    def fits(map_height: int) -> None:
        page.wait_for_function("(high) => document.querySelector('iframe').offsetHeight > high", arg=map_height)
        room = frame.locator(".folium-map")
        room.evaluate(
            "(map, high) => new Promise((done) => { const look = () => "
            "map.offsetHeight === high ? done() : setTimeout(look, 50); look(); })",
            map_height,
        )
        beside = frame.locator("body > header, body > .timeline, .folium-map + footer").all()
        assert page.locator("iframe").evaluate(height) == sum(part.evaluate(height) for part in beside) + map_height

    fits(640)
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("() => document.querySelector('iframe').offsetHeight < 600")
    fits(320)


@pytest.mark.parametrize("size", [(320, 240), (480, 360), (640, 400)])
def test_in_a_small_frame_the_legend_leaves_the_map_free(
    context: BrowserContext, address: str, size: tuple[int, int]
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address + "embed")
    page.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    assert page.locator(".legend").evaluate("(e) => e.offsetWidth * e.offsetHeight") < size[0] * size[1] / 8
    expect(page.get_by_role("heading", name="The EU's road to Samarkand")).to_be_visible()
    assert page.locator(".folium-map").evaluate("(map) => map.offsetHeight / innerHeight") > 0.6
    page.goto(address + "embed?title=off")
    page.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    expect(page.locator("header")).to_have_count(0)


def test_every_file_is_a_link_that_follows_from_the_formats(visit: Open, address: str) -> None:
    page = visit("?country=KZ")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box = opened(page)
    part = unfold(box, "More formats")
    query = "?v=1&tour=central-asia-2025&country=KZ"
    files = [format_ for format_ in FORMATS if not format_.picture and format_.kind != "brief"]
    assert hrefs(part) == [f"{address}{f.name}{query}" for f in files]
    assert hrefs(section(box, "As a note")) == [f"{address}{f.name}{query}" for f in FORMATS if f.kind == "brief"]
    written = {f.name for f in FORMATS for url in asked if f.name in url}
    assert written <= {"snapshot.png", "brief.md"}, "but for the previews nothing is written before the click"
    with page.expect_download() as download:
        part.get_by_role("link", name="Download HTML page").click()
    assert download.value.suggested_filename == "central-asia-2025-kz.html"


def test_pictures_have_a_preview_and_follow_the_choices(visit: Open, address: str) -> None:
    pictures = [format_ for format_ in FORMATS if format_.picture]
    part = section(opened(visit("?country=KZ&theme=dark")), "As a picture")
    preview = part.locator("img")
    expect(preview).to_be_visible(timeout=60_000)
    part.get_by_label("Size").select_option("square")
    part.get_by_label("Scale").select_option("2")
    for name in ("Legend", "Dates", "Corridor"):
        part.get_by_label(name, exact=True).uncheck()
    query = "v=1&tour=central-asia-2025&country=KZ&size=square&theme=dark&lang=en&legend=off&dates=off&corridor=none"
    assert hrefs(part) == [f"{address}{format_.name}?{query}&scale=2" for format_ in pictures]
    part.page.wait_for_function(
        "(image) => image.complete && image.naturalWidth === image.naturalHeight && image.naturalWidth > 100",
        arg=preview.element_handle(),
        timeout=60_000,
    )
    assert preview.evaluate("(image) => image.src").endswith(query)


def test_a_corridor_that_the_link_has_switched_off_can_be_switched_on(visit: Open) -> None:
    part = section(opened(visit("?corridor=none")), "As a picture")
    assert "corridor=none" in hrefs(part)[0]
    part.get_by_label("Corridor", exact=True).check()
    assert "corridor=none" not in hrefs(part)[0]


def test_the_note_is_seen_before_it_is_taken(visit: Open) -> None:
    note = section(opened(visit("?country=KZ")), "As a note").locator(".note")
    expect(note).to_contain_text("Talks with President Tokayev", timeout=60_000)
    expect(note).not_to_contain_text("**")
    expect(note).not_to_contain_text("data:image")


@pytest.mark.parametrize("path", ["places", "corridor?from=alat&to=tbilisi"])
def test_the_other_pages_share_themselves(visit: Open, address: str, path: str) -> None:
    """The link opens this page; picture and note are those of its tour."""
    page = visit(path, wait=False)
    page.get_by_role("button", name="Share", exact=True).wait_for()
    box = opened(page)
    link = box.get_by_label("Link", exact=True).input_value()
    assert link.startswith(f"{address}{path.partition('?')[0]}?v=1&tour=central-asia-2025")
    assert ("&from=alat&to=tbilisi" in link) == ("alat" in path)
    expect(section(box, "As a picture").locator("img")).to_be_visible(timeout=60_000)
    code = section(box, "On a web page").get_by_role("textbox").input_value()
    assert ("from=alat" in code) == ("alat" in path)


@pytest.mark.parametrize("context", [{"permissions": ["clipboard-read", "clipboard-write"]}], indirect=True)
def test_copy_copies_and_says_so(visit: Open, context: BrowserContext) -> None:
    """It is pasted elsewhere, as a reader does: pages of the app may not read what is on the clipboard."""
    page = visit()
    box = opened(page)
    box.get_by_role("button", name="Copy the link", exact=True).click()
    expect(box.locator(".row").first.get_by_role("status")).to_have_text("Copied")
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
    expect(page.locator(".share li").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_nothing_sticks_out(visit: Open) -> None:
    box = opened(visit())
    unfold(box, "More formats")
    assert box.evaluate("(box) => box.scrollWidth <= box.clientWidth && box.getBoundingClientRect().right <= 390")
