"""The app in a real browser with every other host closed."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Open, shown, the_map
from tests.fixtures.injection import INJECTIONS

pytestmark = pytest.mark.browser
MARKS = 7  # of the default tour


def chip(page: Page, key: str, words: str) -> None:
    page.locator(f".st-key-{key} button", has_text=words).click()


def test_it_opens_with_all_stops_and_no_request_leaves_the_machine(visit: Open) -> None:
    page = visit()
    shown(page, MARKS)
    frame = the_map(page)
    expect(page.get_by_role("heading", name="The EU's road to Samarkand")).to_be_visible()
    expect(frame.locator(".label.stop", has_text="Tashkent")).to_be_visible()
    expect(frame.locator(".legend")).to_contain_text("Named by a source, not as the place of the event")
    expect(frame.locator(".credits")).to_contain_text("Boundaries shown do not imply official endorsement.")
    frame.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    assert frame.locator(".leaflet-control-scale").is_visible()


def test_a_country_filters_map_and_list_and_address(visit: Open) -> None:
    page = visit()
    chip(page, "countries", "Kazakhstan · 4")
    shown(page, 2)
    expect(page.get_by_text("4 of 15 events")).to_be_visible()
    expect(page).to_have_url(re.compile(r"country=KZ"))
    expect(page.locator(".list .event")).to_have_count(4)
    page.get_by_role("button", name="Clear filters").click()
    shown(page, MARKS)


def test_a_date_filters(visit: Open) -> None:
    page = visit("?since=2025-04-01&until=2025-04-30")
    shown(page, 1)
    expect(page.locator(".list .event")).to_have_count(1)
    slider = the_map(page).get_by_role("slider", name="First day shown")
    expect(slider).to_have_attribute("aria-valuetext", "Tuesday 1 April 2025")
    page.get_by_role("button", name="Clear filters").click()
    expect(page).not_to_have_url(re.compile("since="))
    shown(page, MARKS)


def test_a_click_on_a_stop_opens_its_card(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    frame.locator(".disc-icon[aria-label*='Almaty']").click()
    card = frame.locator(".card")
    expect(card).to_contain_text("Talks with President Tokayev")
    expect(card).to_contain_text("On record about the place")
    expect(card).to_contain_text("Talks with Foreign Minister Nurtleu")
    assert card.locator("a.note[href^='https://astanatimes.com']").count()
    expect(page.locator(".list .event[aria-pressed=true]")).to_contain_text("Tokayev")
    expect(page).to_have_url(re.compile("event=tokayev"))
    frame.locator("body").press("Escape")
    expect(card).to_have_count(0)
    expect(page).not_to_have_url(re.compile("event="))


def test_escape_closes_a_card_and_the_keyboard_stays_where_it_was(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    frame.locator(".disc-icon[aria-label*='Almaty']").press("Enter")
    card = frame.locator(".card")
    expect(card).to_be_focused()
    expect(page).to_have_url(re.compile("event=tokayev"))
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(page).not_to_have_url(re.compile("event="))
    expect(frame.locator(".disc-icon[aria-label*='Almaty']")).to_be_focused()
    page.locator(".list .event[data-id=tokayev]").press("Enter")
    expect(card).to_have_count(1)
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(page.locator(".list .event[data-id=tokayev]")).to_be_focused()


def test_a_click_in_the_list_opens_the_card_on_the_map(visit: Open) -> None:
    page = visit()
    page.locator(".list .event", has_text="First EU–Central Asia summit").click()
    expect(the_map(page).locator(".card .chosen")).to_contain_text("Silk Road Samarkand")


def test_the_keyboard_reaches_a_stop(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    frame.locator(".disc-icon[aria-label*='Tashkent']").focus()
    page.keyboard.press("Enter")
    expect(frame.locator(".card")).to_contain_text("Received by President Mirziyoyev")


def test_a_link_restores_filters_selection_place_and_zoom(visit: Open) -> None:
    page = visit("?v=1&country=TM,UZ&traveller=kallas&event=mirziyoyev&at=64.5,40.2,6")
    frame = the_map(page)
    shown(page, 2)
    expect(frame.locator(".card .chosen")).to_contain_text("Received by President Mirziyoyev")
    zoom, longitude = frame.evaluate("() => [mapapp.tourMap.map.getZoom(), mapapp.tourMap.map.getCenter().lng]")
    assert zoom == 6
    assert abs(longitude - 64.5) < 3  # the card may push the map a little
    expect(
        page.locator(".st-key-countries button[aria-checked=true], .st-key-countries button[aria-pressed=true]")
    ).to_have_count(2)


def test_an_empty_result_says_so_and_offers_the_way_back(visit: Open) -> None:
    page = visit("?country=TM&topic=visas")
    shown(page, 0)
    expect(page.get_by_text("No event fits these filters.")).to_be_in_viewport()
    page.get_by_role("button", name="Clear filters").click()
    shown(page, MARKS)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?since=tomorrow", "is not a date"),
        ("?tour=../../etc", "which is not here"),
        ("?country=<script>window.injected=1</script>", "which this tour does not have"),
        ("?event=nothing", "which this tour does not have"),
        ("?at=1,2", "is not longitude,latitude,zoom"),
        ("?v=99", "has version"),
    ],
)
def test_a_broken_link_gets_a_sentence_and_the_map(visit: Open, query: str, sentence: str) -> None:
    page = visit(query)
    expect(page.locator("[data-testid=stAlert]").first).to_contain_text(sentence)
    shown(page, MARKS)


def test_the_layer_control_switches_the_corridor(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    expect(frame.locator(".legend")).to_contain_text("Trans-Caspian International Transport Route")
    frame.locator(".leaflet-control-layers").hover()
    control = frame.locator(".leaflet-control-layers")
    control.get_by_text("Trans-Caspian International Transport Route", exact=False).click()
    expect(frame.locator(".legend")).not_to_contain_text("Railway")
    expect(page).to_have_url(re.compile("corridor=none"))


def test_the_other_tour(visit: Open) -> None:
    page = visit("?tour=us-central-asia-2015")
    shown(page, 7)
    expect(page.get_by_role("heading", name="Five states in four days")).to_be_visible()


def test_across_the_date_line_the_leg_does_not_go_round_the_world(visit: Open) -> None:
    page = visit("?tour=across-the-date-line")
    longitudes = the_map(page).evaluate("() => mapapp.tourMap.marks.map((m) => m.at.lng)")
    assert max(longitudes) - min(longitudes) < 180
    the_map(page).wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    land = the_map(page).evaluate("() => [geo_json_land.getBounds().getWest(), geo_json_land.getBounds().getEast()]")
    assert land[0] < min(longitudes)
    assert max(longitudes) < land[1]  # each stop has its land under it


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}, {}], indirect=True)
def test_a_tour_round_the_world_is_in_view_on_land(visit: Open) -> None:
    """Where the map is small it starts farther out than others, and every turn that is seen has its land."""
    page = visit("?tour=around-the-world")
    frame = the_map(page)
    frame.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    assert frame.evaluate("() => mapapp.tourMap.marks.every((m) => mapapp.tourMap.map.getBounds().contains(m.at))")
    frame.evaluate("() => { mapapp.tourMap.map.setView([20, 300], 2, { animate: false }); }")
    assert frame.evaluate("() => geo_json_land.getBounds().getEast()") > 500
    page.wait_for_url(re.compile(r"at=-(59|60)[.\d]*,"))  # a link that can be read again
    page.reload()
    frame = the_map(page)
    frame.wait_for_function("() => window.mapapp && mapapp.tourMap && mapapp.tourMap.shown.marks.length")
    assert frame.evaluate("() => mapapp.tourMap.map.getCenter().lng") == pytest.approx(-60, abs=1)


def test_a_stop_without_an_event_has_a_card(visit: Open) -> None:
    """By click, by keyboard and from its line in the list, with an address that opens it again."""
    page = visit("?tour=around-the-world")
    frame = the_map(page)
    frame.locator(".disc-icon[aria-label*='San Francisco']").click()
    card = frame.locator(".card")
    expect(card).to_contain_text("Tuesday 2 September 2025 · San Francisco")
    expect(card).to_contain_text("A stop without an event.")
    expect(card).to_contain_text("Ada Rivers")
    expect(page).to_have_url(re.compile("event=visit(:|%3A)west"))
    expect(page.locator(".list .event")).to_have_count(6)
    expect(page.locator(".list .event[aria-pressed=true]")).to_contain_text("San Francisco")
    page.reload()
    frame = the_map(page)
    expect(frame.locator(".card")).to_contain_text("A stop without an event.")
    page.keyboard.press("Escape")
    frame.locator(".disc-icon[aria-label*='London']").focus()
    page.keyboard.press("Enter")
    expect(frame.get_by_role("dialog", name="Official visit, London")).to_contain_text("Thursday 4 September 2025")
    assert not page.locator("[data-testid=stAlert]").count()


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_a_short_card_takes_no_more_room_than_its_words(visit: Open) -> None:
    page = visit("?tour=around-the-world&event=visit:west")
    frame = the_map(page)
    expect(frame.locator(".card")).to_contain_text("A stop without an event.")
    heights = frame.evaluate("() => ['.card-popup', '.card'].map((c) => document.querySelector(c).offsetHeight)")
    assert heights[0] - heights[1] < 40


def test_the_legend_gives_way_to_a_stop_on_the_first_view(visit: Open) -> None:
    """The map moves aside; where it would have to shrink for that, the legend is folded."""
    page = visit()
    frame = the_map(page)
    frame.wait_for_function("() => document.querySelector('.legend').textContent.includes('Railway')")
    expect(frame.locator(".legend[open]")).to_be_visible()
    assert "at=" not in page.url  # nobody has moved the map
    covered = """() => {
        const { framing, legend, map } = mapapp.tourMap;
        const stop = map.containerPointToLatLng(map.getSize().subtract([70, 92]));
        framing.bounds.extend(stop);
        framing.show();
        framing.keepClear(legend.box, [stop]);
        return framing.covers(legend.box, [stop]);
    }"""
    assert not frame.evaluate(covered)
    expect(frame.locator(".legend[open]")).to_have_count(0)


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_the_map_comes_first_and_filters_are_folded(visit: Open) -> None:
    page = visit()
    box = page.locator(".st-key-map_area").bounding_box()
    assert box is not None
    assert box["y"] == 0
    assert 0.5 * 844 < box["height"] < 0.65 * 844
    assert not page.locator(".st-key-countries").is_visible()
    page.get_by_text("Show filters").click()
    expect(page.locator(".st-key-countries")).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth <= 390")


@pytest.mark.parametrize("context", [{"color_scheme": "dark"}], indirect=True)
def test_a_dark_page_has_a_dark_map(visit: Open) -> None:
    page = visit()
    the_map(page).wait_for_function("() => document.documentElement.dataset.theme === 'dark'")


def test_nothing_in_a_tour_is_executed(visit: Open) -> None:
    page = visit("?tour=injections")
    frame = the_map(page)
    first = page.locator(".list .event").first
    first.click()
    frame.locator(".card").first.wait_for()
    page.locator(".st-key-more_filters summary").click()
    page.locator(".st-key-topics").wait_for()
    for window in (page, frame):
        assert window.evaluate("() => window.injected") is None
    page.locator(".list .more").scroll_into_view_if_needed()
    expect(page.locator(".list .event")).to_have_count(2 * len(INJECTIONS))  # with the stops
    titles = page.locator(".list").evaluate("(list) => list.textContent")
    for name in ("jinja expression", "image"):
        assert INJECTIONS[name] in titles


def test_ten_thousand_events(visit: Open) -> None:
    page = visit("?tour=many")
    shown(page, 2500)
    expect(page.locator(".list .event")).to_have_count(60)
    page.locator(".list .more").scroll_into_view_if_needed()
    expect(page.locator(".list .event")).to_have_count(120)
    chip(page, "countries", "Kazakhstan")
    the_map(page).wait_for_function("() => Number(document.documentElement.dataset.shown) < 2500")


def test_the_map_alone(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + "embed?country=UZ")
    page.wait_for_function("() => document.documentElement.dataset.shown === '2'")


def test_tiles_that_cannot_be_reached_give_way_to_the_basemap_that_ships(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("requestfailed", lambda request: asked.append(request.url))
    page.goto(address + "?basemap=osm")
    frame = the_map(page)
    expect(frame.locator(".map-notice")).to_contain_text("cannot be reached")
    frame.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    assert asked
    assert all(url.startswith("https://tile.openstreetmap.org/") for url in asked)
