"""The story is read by scrolling, swiping and by keyboard, in the app, in the map by itself and in the saved file."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Frame, Page, expect

from mapapp.palette import LIGHT
from tests.browser.conftest import DRAWING, Open, the_map
from tests.browser.test_axe import everywhere
from tests.exports.picture.snapshots import written

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
STILL = {"reduced_motion": "reduce"}
still = pytest.mark.parametrize("context", [STILL], ids=["still"], indirect=True)


def at(window: Frame | Page, number: int) -> None:
    """Wait until the story has come to a scene."""
    window.wait_for_function("n => globalThis.mapapp?.tourMap?.story?.number === n", arg=number)


def stops(window: Frame | Page) -> list[str]:
    """The names that stand at the stops."""
    return window.locator(".label.stop").all_inner_texts()


@still
def test_the_page_tells_scene_by_scene_and_the_address_follows(visit: Open) -> None:
    page = visit("story?scene=4")
    frame = the_map(page)
    at(frame, 4)
    expect(frame.locator(".now h2")).to_have_text("Tashkent, the same evening")
    expect(frame.locator(".arrow")).to_have_count(1)
    frame.get_by_role("button", name="Next scene").click()
    at(frame, 5)
    expect(frame.locator(".said")).to_have_text("Scene 5 of 9: Almaty, 28 March")
    expect(frame.locator(".arrow")).to_have_count(2)
    page.wait_for_url("**scene=5**")
    frame.locator(".scenes").focus()
    for key, number in (("ArrowLeft", 4), ("Home", 1), ("End", 9)):
        page.keyboard.press(key)
        at(frame, number)
    expect(frame.get_by_role("button", name="Next scene")).to_be_disabled()
    assert not everywhere(page)
    assert len(page.frames) == 2


def test_scrolling_over_the_map_turns_the_story_and_the_way_is_drawn(visit: Open) -> None:
    frame = the_map(visit("story?scene=3"))
    at(frame, 3)
    page = frame.page
    page.mouse.move(1000, 500)
    for _ in range(40):
        page.mouse.wheel(0, 60)
        if frame.evaluate("mapapp.tourMap.story.number") == 4:
            break
    at(frame, 4)
    frame.wait_for_function("() => mapapp.tourMap.story.drawing.running.length === 0")
    expect(frame.locator(".arrow")).to_have_count(1)
    assert len(frame.evaluate("mapapp.tourMap.legs.lines()[0]")) > 10


@pytest.mark.parametrize("context", [PHONE | STILL], ids=["phone"], indirect=True)
def test_on_a_phone_cards_are_swiped_and_nothing_goes_sideways(visit: Open) -> None:
    page = visit("story")
    frame = the_map(page)
    at(frame, 1)
    frame.evaluate("document.querySelector('.scenes').scrollTo({ left: 390 * 3, behavior: 'instant' })")
    at(frame, 4)
    box, above = frame.locator(".story").bounding_box(), frame.locator(".folium-map").bounding_box()
    assert box and above and box["y"] >= above["y"] + above["height"] - 1
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not everywhere(page)


@still
def test_a_reader_who_has_gone_on_is_not_led_back_by_what_the_page_around_says_late(visit: Open) -> None:
    frame = the_map(visit("story"))
    at(frame, 1)
    frame.evaluate("mapapp.tourMap.receive({ scene: 2 })")
    at(frame, 2)
    frame.get_by_role("button", name="Next scene").click()
    at(frame, 3)
    frame.evaluate("mapapp.tourMap.receive({ scene: 1 })")
    frame.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    at(frame, 3)


def test_each_scene_has_a_link_and_a_picture(visit: Open) -> None:
    frame = the_map(visit("story?lang=ru&theme=dark"))
    at(frame, 1)
    card = frame.locator(".scene").nth(2)
    link, picture = (card.locator(".links a").nth(i).get_attribute("href") or "" for i in (0, 1))
    assert "/story?" in link and "scene=3" in link and "lang=ru" in link
    assert "/snapshot.png?" in picture and "scene=3" in picture and "lang=ru" in picture and "title" not in picture
    assert frame.page.request.get(picture, timeout=DRAWING).headers["content-type"] == "image/png"


@still
def test_the_map_by_itself_tells_it_and_its_last_scene_is_the_free_map(visit: Open) -> None:
    page = visit("embed?tour=us-central-asia-2015&scene=7", wait=False)
    at(page, 7)
    expect(page.locator("body > header h1")).to_have_text("Five states in four days")
    page.locator(".scenes").press("End")
    at(page, 8)
    assert "scene=8" in page.url
    assert page.evaluate("mapapp.tourMap.map.scrollWheelZoom.enabled()")
    assert page.evaluate("mapapp.tourMap.shown.marks.length") == 7


@still
def test_a_tour_without_a_written_story_is_told_from_its_stops(visit: Open) -> None:
    frame = the_map(visit("story?tour=one-city-twice"))
    expect(frame.locator(".scene").first).to_be_visible()
    assert frame.locator(".scene h2").last.inner_text() == "The whole tour"


@still
def test_the_saved_file_tells_it_and_gives_map_and_list_back(context: BrowserContext, tmp_path: Path) -> None:
    path = tmp_path / "tour.html"
    path.write_bytes(written("tour.html"))
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(path.as_uri())
    page.get_by_role("link", name="Read the tour as a story").click()
    at(page, 1)
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator(".links a").first).to_have_text("Link to this scene")
    expect(page.locator(".links a").nth(1)).to_have_text("Picture of this scene")
    page.locator(".scenes").press("PageDown")
    at(page, 2)
    assert "scene=2" in page.url
    page.get_by_role("link", name="Close the story").click()
    expect(page.locator("#panel")).to_be_visible()
    expect(page.locator(".list .event")).to_have_count(15)
    assert page.evaluate("mapapp.tourMap.shown.marks.length") == page.evaluate("mapapp.tourMap.marks.length")
    assert "scene" not in page.url
    assert not wrong


@pytest.mark.parametrize("context", [{}, PHONE], indirect=True, ids=["desk", "phone"])
def test_the_saved_file_makes_a_picture_of_a_scene_by_itself(context: BrowserContext, tmp_path: Path) -> None:
    """It has the map, not only the words: more colours than these have, and the water's among them."""
    path = tmp_path / "tour.html"
    path.write_bytes(written("tour.html"))
    page = context.new_page()
    page.goto(f"{path.as_uri()}#scene=3")
    with page.expect_download() as made:
        page.locator(".story .now a.picture").click()
    assert made.value.suggested_filename == "scene-3.png"
    with Image.open(made.value.path()) as picture:
        seen = picture.convert("RGB")
    width, height = seen.size
    assert height > 1000
    water = tuple(bytes.fromhex(LIGHT.water.removeprefix("#")))
    assert water in {seen.getpixel((x, y)) for x in range(0, width, 20) for y in range(height // 3, height, 20)}
