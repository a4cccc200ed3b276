"""The map in a real browser: what leads, what a card covers, what comes back after it, and how the keyboard walks."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, the_map

pytestmark = pytest.mark.browser


def test_closing_a_card_brings_the_view_back_that_stood_before_it(visit: Open) -> None:
    """The card moves the map, which no address tells; where the reader moves it meanwhile, it stays."""
    page = visit()
    frame = the_map(page)
    view = "() => { const { map } = mapapp.tourMap; return [map.getCenter().toString(), map.getZoom()]; }"
    frame.wait_for_function("() => document.querySelector('.legend').textContent.includes('Railway')")
    before = frame.evaluate(view)
    for id_ in ("tokayev", "ministerial", "tokayev"):
        page.locator(f".list .event[data-id={id_}]").click()
        expect(frame.locator(".card")).to_have_count(1)
        frame.get_by_role("button", name="Read more").click()
        frame.wait_for_function("() => !mapapp.tourMap.box.moving")
    assert frame.evaluate(view) != before
    assert "at=" not in page.url
    page.keyboard.press("Escape")
    expect(frame.locator(".card")).to_have_count(0)
    frame.wait_for_function("() => !mapapp.tourMap.box.moving")
    assert frame.evaluate(view) == before
    assert "at=" not in page.url
    page.locator(".list .event[data-id=tokayev]").click()
    frame.locator(".leaflet-control-zoom-out").click()
    expect(page).to_have_url(re.compile("at="))
    page.keyboard.press("Escape")
    expect(frame.locator(".card")).to_have_count(0)
    assert frame.evaluate(view)[1] == before[1] - 1


@pytest.mark.parametrize("path", ["embed?tour=bare", "embed?tour=bare&at=66,41,4", "?tour=bare"])
def test_a_tour_without_stops_has_a_map(visit: Open, path: str) -> None:
    """There is nothing to frame: the land is there, no button asks for a whole tour, and moving it fails nowhere."""
    page = visit(path, wait=False)
    frame = page.main_frame if path.startswith("embed") else the_map(page)
    frame.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    frame.evaluate(
        """() => {
          mapapp.tourMap.map.panBy([9, 9], { animate: false });
          mapapp.tourMap.framing.showWhole();
        }"""
    )
    assert frame.evaluate("() => document.documentElement.hasAttribute('data-whole')")


def test_a_card_covers_neither_the_other_place_nor_its_own_sources(visit: Open) -> None:
    page = visit("?event=tokayev")
    frame = the_map(page)
    expect(frame.locator(".card .record")).to_be_visible()
    frame.wait_for_function("() => !mapapp.tourMap.box.moving")
    seen = """() => {
        const box = document.querySelector('.card-popup').getBoundingClientRect();
        const astana = document.querySelector('.disc.ghost').getBoundingClientRect();
        const last = document.querySelector('.card .sources').getBoundingClientRect();
        const apart = astana.right < box.left || box.right < astana.left || astana.bottom < box.top;
        return apart && last.bottom < box.bottom && box.bottom < innerHeight && astana.left > 0;
    }"""
    assert frame.evaluate(seen)


def test_a_button_shows_the_whole_tour(visit: Open) -> None:
    page = visit("?at=10,50,8")
    frame = the_map(page)
    frame.get_by_role("button", name="Whole tour").click()
    assert frame.evaluate("() => mapapp.tourMap.marks.every((m) => mapapp.tourMap.map.getBounds().contains(m.at))")


def test_the_list_has_the_marks_of_the_map(visit: Open) -> None:
    """The same discs; an event that is only announced is hollow in the list, even at a stop where others were held."""
    page = visit()
    frame = the_map(page)
    page.locator(".list .disc").first.wait_for()
    sign = "(mark) => [mark.className.replace(' small', ''), mark.textContent].join()"
    listed = set(page.locator(".list .disc").evaluate_all(f"(marks) => marks.map({sign})"))
    drawn = set(frame.locator(".disc-icon .disc:not(.ghost)").evaluate_all(f"(marks) => marks.map({sign})"))
    assert drawn <= listed
    assert listed - drawn == {"disc of-stop open,1", "disc of-stop open,2"}
    assert "disc of-event off," in drawn  # a stroke instead of its sign


def test_the_keyboard_skips_to_the_list_and_walks_from_mark_to_mark(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    frame.wait_for_function("() => document.querySelector('.legend').textContent.includes('Railway')")
    page.locator("a.skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".list .event").first).to_be_focused()
    assert frame.locator(".leaflet-marker-icon[tabindex='0']").count() == 1
    stop = frame.locator(".leaflet-marker-icon[tabindex='0']")
    stop.focus()
    before = frame.evaluate("() => document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    assert frame.evaluate("() => document.activeElement.getAttribute('aria-label')") != before
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")  # back to where one was, not to the first mark
    page.keyboard.press("ArrowLeft")
    assert frame.evaluate("() => document.activeElement.getAttribute('aria-label')") == before
    page.keyboard.press("Enter")
    expect(frame.locator(".card")).to_be_focused()
    page.keyboard.press("Escape")
    assert frame.evaluate("() => document.activeElement.getAttribute('aria-label')") == before


def test_a_leg_has_a_card(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    frame.locator(".arrow-icon[aria-label='From Tashkent to Almaty']").press("Enter")
    card = frame.get_by_role("dialog", name="Tashkent – Almaty")
    for words in ("No source states the mode", "670 km", "about 28 March 2025", "The Astana Times"):
        expect(card).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(frame.locator(".arrow-icon[aria-label='From Tashkent to Almaty']")).to_be_focused()


def test_the_first_view_is_where_the_tour_happens_and_far_ways_say_where_they_lead(visit: Open) -> None:
    page = visit("?tour=us-central-asia-2015")
    frame = the_map(page)
    for words in ("from Vienna", "to London", "Dushanbe", "31 Oct – 1 Nov"):
        expect(frame.locator(".label", has_text=words).first).to_be_visible()
    assert frame.evaluate("() => mapapp.tourMap.map.getZoom()") >= 5
    frame.get_by_role("button", name="Whole tour").click()
    expect(frame.locator(".label.stop", has_text="Vienna")).to_be_visible()
    expect(frame.locator(".label.beyond")).to_have_count(0)


def test_a_journey_leads_until_the_corridor_is_selected(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    frame.wait_for_function("() => document.querySelector('.legend').textContent.includes('Railway')")
    calm = "() => document.querySelector('.folium-map').classList.contains('calm')"
    lines = "mapapp.tourMap.corridors.shown()[0].lines.getLayers()"
    colours = f"() => [...new Set({lines}.map((line) => line.options.color))]"
    assert frame.evaluate(calm)
    quiet = frame.evaluate(colours)
    assert len(quiet) == 2  # rail and ferry
    frame.locator(".node-icon[aria-label^='Zhezkazgan']").press("Enter")
    expect(frame.locator(".card")).to_contain_text("Zhezkazgan")
    assert not frame.evaluate(calm)
    assert not set(quiet) & set(frame.evaluate(colours))
    page.keyboard.press("Escape")
    assert frame.evaluate(calm)
    assert frame.evaluate(colours) == quiet


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_the_card_has_two_heights(visit: Open) -> None:
    page = visit("?event=tokayev")
    frame = the_map(page)
    expect(frame.locator(".card .record")).to_be_visible()
    height = "() => document.querySelector('.card-popup').offsetHeight / mapapp.tourMap.map.getSize().y"
    assert 0.3 < frame.evaluate(height) < 0.5
    frame.get_by_role("button", name="Raise the card").click()
    assert frame.evaluate(height) > 0.8
    frame.get_by_role("button", name="Lower the card").press("Enter")
    assert frame.evaluate(height) < 0.5


def test_a_name_along_a_way_takes_the_place_of_its_row_in_the_legend(visit: Open) -> None:
    """Where there is no room for it, the row is back; names along lines lie over no other."""
    frame = the_map(visit())
    frame.wait_for_function("() => document.querySelector('.legend').textContent.includes('Railway')")
    expect(frame.locator(".label.along")).to_have_text("Kaja Kallas")
    row = frame.locator(".legend li", has_text="Kaja Kallas")
    expect(row).to_be_hidden()
    frame.evaluate("mapapp.tourMap.frame([60, 20, 6])")
    expect(row).to_be_visible()
