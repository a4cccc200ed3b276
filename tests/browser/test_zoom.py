"""At 200 and 400 % on a screen of 1440x900 nothing goes sideways, nothing is crushed, and all of it can be reached."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, ViewportSize, expect

from tests.browser.conftest import Open, drawn, the_map
from tests.exports.picture.snapshots import written

pytestmark = pytest.mark.browser
AT_200: ViewportSize = {"width": 720, "height": 450}
AT_400: ViewportSize = {"width": 360, "height": 225}
ZOOMED = pytest.mark.parametrize(
    "context", [{"viewport": AT_200}, {"viewport": AT_400}], ids=["200", "400"], indirect=True
)
FIRST_AT_200 = pytest.mark.parametrize("context", [{"viewport": AT_200}], ids=["200"], indirect=True)
PAGES = {
    "": ".list .event",
    "?event=tokayev": ".list .event",
    "places?tour=names-in-doubt": ".name",
    "corridor": ".st-key-network_files",
    "in-words": "h2",
    "new-tour": "input[type=file]",
    "article": "textarea",
    "edit": ".st-key-menu a",
}
# What sticks out at a side, but for what scrolls within a box of its own; and words that a box cuts off.
ASIDE = """() => {
  const found = [];
  const scrolls = (e) => {
    for (; e && e !== document.body; e = e.parentElement || e.getRootNode().host)
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX)) return true;
    return false;
  };
  const look = (root) => {
    for (const e of root.querySelectorAll("*")) {
      if (e.shadowRoot) look(e.shadowRoot);
      const { left, right, width } = e.getBoundingClientRect();
      if (width > 1 && (right > innerWidth + 1 || left < -1) && e.checkVisibility() && !scrolls(e.parentElement))
        found.push(`${e.tagName} ${e.className} ${Math.round(left)} to ${Math.round(right)}`);
    }
  };
  look(document);
  const { scrollWidth } = document.documentElement;
  return scrollWidth > innerWidth ? [`the page is ${scrollWidth} wide`, ...found] : found;
}"""


def nothing_sideways(window: Page | Frame) -> None:
    assert window.evaluate(ASIDE) == []


def zoomed_further(page: Page) -> None:
    page.set_viewport_size(AT_400)
    drawn(page)


@FIRST_AT_200
@pytest.mark.parametrize(("path", "there"), PAGES.items())
def test_a_page_does_not_go_sideways(visit: Open, path: str, there: str) -> None:
    """Zoomed by a reader who has it open: one open page for both."""
    page = visit(path, wait=False)
    page.locator(there).first.wait_for(state="attached")
    drawn(page)
    nothing_sideways(page)
    zoomed_further(page)
    nothing_sideways(page)


@FIRST_AT_200
def test_the_dialogue_share_does_not_go_sideways(visit: Open) -> None:
    page = visit()
    page.get_by_role("button", name="Share", exact=True).click()
    page.locator(".share .row").first.wait_for()
    for summary in page.locator(".share summary").all():
        summary.click()
    nothing_sideways(page)
    zoomed_further(page)
    nothing_sideways(page)


@ZOOMED
def test_the_map_keeps_its_room_with_the_timeline_beneath_and_a_card_can_be_read(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    expect(frame.get_by_role("slider", name="First day shown")).to_be_visible()
    room = frame.locator(".folium-map").bounding_box()
    assert room and room["height"] >= 250
    nothing_sideways(frame)
    frame.get_by_role("button", name="Next event").click()
    card = frame.locator(".card-popup")
    expect(card).to_be_visible()
    raise_it = frame.get_by_role("button", name="Raise the card")
    if raise_it.count():
        raise_it.press("Enter")
    box = card.bounding_box()
    assert box and box["height"] > 100
    frame.locator(".card a, .card button").last.focus()
    expect(frame.locator(".card a, .card button").last).to_be_in_viewport()
    nothing_sideways(frame)


@ZOOMED
def test_the_saved_file_scrolls_to_its_list(context: BrowserContext, tmp_path: Path) -> None:
    file = tmp_path / "tour.html"
    file.write_bytes(written("tour.html"))
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator(".list .event").first.wait_for()
    nothing_sideways(page)
    room = page.locator(".folium-map").bounding_box()
    assert room and room["height"] >= 250
    last = page.locator(".list .event").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=0.9)
    list_ = page.locator("#panel").bounding_box()
    assert list_ and list_["height"] > 225
