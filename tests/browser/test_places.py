"""Doubt on the map, and the page of all names, in a real browser with every other host closed."""

import contextlib
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from mapapp.catalogue.tours import load_tour
from mapapp.geocoding import offline_resolver
from tests.browser.conftest import Open, shown, the_map
from tests.fixtures import TOURS

pytestmark = pytest.mark.browser
FOLDER = TOURS / "names-in-doubt"
MARKS = 6  # of the names in doubt


def test_an_uncertain_stop_has_a_ring_and_its_card_says_why(visit: Open) -> None:
    page = visit("?tour=names-in-doubt&event=walk")
    frame = the_map(page)
    expect(frame.locator(".leaflet-marker-icon .doubtful")).to_have_count(2)
    expect(frame.locator(".legend")).to_contain_text("Place in doubt")
    card = frame.locator(".card .doubt")
    expect(card).to_contain_text("The file says “Samarkent”. That may be:")
    expect(card).to_contain_text("Samarkand, Uzbekistan · likely")
    expect(card).to_contain_text("perhaps a misspelling of")
    expect(page.locator(".list .event", has_text="place in doubt")).to_have_count(2)
    expect(frame.locator(".disc-icon[aria-label*='place in doubt']")).to_have_count(2)


def test_a_place_is_chosen_seen_on_the_map_and_taken_away_in_a_file(visit: Open, tmp_path: Path) -> None:
    page = visit("?tour=names-in-doubt")
    shown(page, MARKS)
    page.get_by_role("link", name="Places").click()
    entry = entry_of(page, "Valencia")
    choose(page, "Valencia", "Spain")
    expect(entry.locator(".state")).to_have_text("your choice")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the corrected visits.csv").click()
    before, after = (FOLDER / "visits.csv").read_bytes(), Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename == "visits.csv"
    assert after == before.replace(b";Valencia;", b";Valencia [geonames:2509954];")
    entry.get_by_role("link", name="Show on the map").click()
    shown(page, MARKS + 1)
    expect(page.get_by_text("One place is shown as you chose")).to_be_visible()
    frame = the_map(page)
    expect(frame.locator(".disc-icon[aria-label*='Valencia']")).to_be_visible()
    assert frame.evaluate("() => mapapp.tourMap.map.getZoom()") == 6
    page.get_by_role("button", name="Show the tour as its files have it").click()
    expect(page.locator("iframe[src*='~']")).to_have_count(0)  # the id of a corrected tour
    shown(page, MARKS)
    corrected = shutil.copytree(FOLDER, tmp_path / "corrected")
    (corrected / "visits.csv").write_bytes(after)
    assert not [p for p in load_tour(corrected, offline_resolver).problems if "Valencia" in p.sentence]


def test_a_click_on_the_map_gives_a_name_its_position(visit: Open) -> None:
    """The map opens in the entry on request, and stays open under the hand until it is closed."""
    page = visit("places?tour=names-in-doubt", wait=False)
    entry = entry_of(page, "Valencia")
    entry.get_by_role("button", name="Or click on the map").click()
    shown(page, MARKS)
    box = entry.locator("iframe").bounding_box()
    assert box and box["height"] == 380
    page.mouse.click(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.5)
    expect(entry.locator(".state")).to_have_text("your choice")
    expect(entry.locator("dl")).to_contain_text("latitude")
    shown(page, MARKS + 1)
    entry.get_by_role("button", name="Close the map").click()
    expect(page.locator("iframe")).to_have_count(0)
    entry.get_by_role("button", name="Take the choice back").click()
    expect(entry.locator(".state")).to_have_text("ambiguous")


def entry_of(page: Page, name: str) -> Locator:
    """What stands on the page about a name."""
    return page.locator("[class*=st-key-name_]", has=page.locator("h2", has_text=name))


def choose(page: Page, name: str, words: str) -> None:
    """Choose the first candidate with these words."""
    box, option = entry_of(page, name).get_by_role("combobox"), page.get_by_role("option", name=words).first
    for _ in range(10):  # scrolling to the box closes the list that it has just opened
        box.press("ArrowDown")
        with contextlib.suppress(TimeoutError):
            option.click(timeout=2000)
            return
    raise AssertionError(f"no candidate with '{words}'")
