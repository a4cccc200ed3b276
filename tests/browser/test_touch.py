"""On a phone one finger moves the page and two the map; a card is drawn up and down by a swipe or a button."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from tests.browser.conftest import Open, the_map

pytestmark = pytest.mark.browser
PHONES = pytest.mark.parametrize(
    "context",
    [
        {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
        {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True},
    ],
    ids=["390", "320"],
    indirect=True,
)
CENTRE = "() => { const { lat, lng } = mapapp.tourMap.map.getCenter(); return [lat, lng]; }"


def swipe(page: Page, fingers: Sequence[tuple[float, float]], by: tuple[float, float]) -> None:
    """Move fingers over the page, each from its place, and lift them."""
    touch = page.context.new_cdp_session(page)
    for step in range(11):
        points = [{"x": x + by[0] * step / 10, "y": y + by[1] * step / 10, "id": i} for i, (x, y) in enumerate(fingers)]
        kind = "touchMove" if step else "touchStart"
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(16)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(400)


def scrolled(page: Page) -> float:
    """How far the page, or the box of it that scrolls, is from its top."""
    far: float = page.evaluate("() => Math.max(...[...document.querySelectorAll('*')].map((e) => e.scrollTop))")
    return far


def settled(page: Page, frame: Frame) -> list[float]:
    """The centre of the map once it stays for a while: on a busy machine the map is laid out again and again."""
    here: list[float] = frame.evaluate(CENTRE)
    for _ in range(40):
        page.wait_for_timeout(300)
        before, here = here, frame.evaluate(CENTRE)
        if before == here:
            return here
    pytest.fail("the map does not come to rest")


@PHONES
def test_one_finger_moves_the_page_and_two_the_map(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    before = settled(page, frame)
    swipe(page, [(250, 200)], (0, -150))
    assert scrolled(page) > 80
    assert frame.evaluate(CENTRE) == before
    expect(frame.locator(".map-notice")).to_have_text("Move the map with two fingers.")
    expect(frame.locator(".map-notice")).to_have_count(0)
    swipe(page, [(250, 200)], (0, 200))
    swipe(page, [(120, 120), (220, 220)], (40, 60))
    after = frame.evaluate(CENTRE)
    assert abs(after[0] - before[0]) + abs(after[1] - before[1]) > 1


def height(frame: Frame) -> float:
    part: float = frame.evaluate(
        "() => document.querySelector('.card-popup').offsetHeight / mapapp.tourMap.map.getSize().y"
    )
    return part


@PHONES
def test_a_card_is_drawn_up_and_down(visit: Open) -> None:
    page = visit("?event=tokayev")
    frame = the_map(page)
    grip = frame.locator(".grip")
    expect(grip).to_be_visible()
    assert height(frame) < 0.55
    record, who = (frame.locator(f".card {part}").first.bounding_box() for part in (".record", ".who"))
    assert record and who and record["y"] < who["y"]

    def at() -> tuple[float, float]:
        box = grip.bounding_box()
        assert box
        return box["x"] + box["width"] / 2, box["y"] + 10

    swipe(page, [at()], (0, -60))
    assert height(frame) > 0.7
    expect(grip).to_have_attribute("aria-expanded", "true")
    swipe(page, [at()], (0, 60))
    assert height(frame) < 0.55
    grip.press("Enter")
    assert height(frame) > 0.7
    grip.tap()
    assert height(frame) < 0.55
    page.keyboard.press("Escape")


@PHONES
def test_the_map_that_is_all_of_the_page_moves_with_one(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}embed")
    page.wait_for_function("() => document.documentElement.dataset.ready === '1'")
    before = page.evaluate(CENTRE)
    swipe(page, [(200, 300)], (0, -120))
    assert page.evaluate(CENTRE) != before
