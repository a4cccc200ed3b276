"""The corridor in a real browser: its page, its files, and its lines and nodes on the map."""

import csv
import json
import re

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import Open, the_map

pytestmark = pytest.mark.browser
ROUTE = "() => mapapp.tourMap.corridors.route && mapapp.tourMap.corridors.route.nodes.join()"
LOADED = "() => mapapp.tourMap.corridors.loaded.some(Boolean)"
MIDDLE = """(id) => {
  const { corridors, map } = mapapp.tourMap;
  const points = corridors.loaded.find(Boolean).lineOf.get(id).getLatLngs();
  const { x, y } = map.latLngToContainerPoint(points[Math.floor(points.length / 2)]);
  const frame = window.frameElement.getBoundingClientRect();
  return [frame.x + x, frame.y + y];
}"""


def drawn(page: Page, start: str, end: str) -> Frame:
    """The map, once it draws a way between these nodes."""
    frame = the_map(page)
    frame.wait_for_function(LOADED)
    frame.wait_for_function(f"() => {{ const way = ({ROUTE})(); return way && /^{start}.*{end}$/.test(way); }}")
    return frame


def test_the_page_opens_from_the_menu_and_draws_the_usual_way(visit: Open) -> None:
    page = visit()
    page.locator(".st-key-menu").get_by_text("Corridor").click()
    expect(page.get_by_role("heading", name="Altynkol – Port of Poti")).to_be_visible()
    frame = drawn(page, "altynkol", "poti")
    expect(frame.locator(".label.end", has_text="Altynkol")).to_be_visible()
    expect(frame.locator(".legend")).to_contain_text("The way that was chosen")
    expect(frame.locator(".disc-icon")).to_have_count(0)
    expect(page).to_have_title("Trans-Caspian International Transport Route – The EU's road to Samarkand")
    page.go_back()  # once: the usual way has not written an address of its own
    expect(page).to_have_title("The EU's road to Samarkand – Map")
    expect(page.get_by_role("heading", name="The EU's road to Samarkand")).to_be_visible()


def test_a_choice_changes_table_map_and_address(visit: Open) -> None:
    page = visit("corridor")
    drawn(page, "altynkol", "poti")
    page.get_by_role("combobox", name="To").fill("Kars")
    page.get_by_role("option", name="Kars, Türkiye").click()
    expect(page.get_by_role("heading", name="Altynkol – Kars")).to_be_visible()
    drawn(page, "altynkol", "kars")
    expect(page).to_have_url(re.compile("to=kars"))
    page.get_by_role("button", name="Turn round").click()
    drawn(page, "kars", "altynkol")
    expect(page.get_by_role("heading", name="Kars – Altynkol")).to_be_visible()


def test_a_link_opens_the_same_way(visit: Open) -> None:
    page = visit("corridor?v=1&from=xian&to=halkali&via=altynkol&allow=Kyzylorda+line")
    drawn(page, "xian", "halkali")
    text = page.locator(".st-key-way_body")
    expect(text).to_contain_text("2 gauge changes: Altynkol, Akhalkalaki station")
    expect(text).to_contain_text("Kyzylorda – Saksaulskaya")


def test_a_broken_link_gets_a_sentence(visit: Open) -> None:
    page = visit("corridor?from=<script>window.injected=1</script>")
    expect(page.locator("[data-testid=stAlert]").first).to_contain_text("which is no node here; Altynkol is taken")
    assert page.evaluate("() => window.injected") is None


def test_what_is_shown_can_be_taken_along(visit: Open) -> None:
    page = visit("corridor?from=alat&to=tbilisi")
    drawn(page, "alat", "tbilisi")

    def taken(label: str) -> str:
        with page.expect_download() as download:
            page.get_by_role("button", name=label).click()
        return download.value.path().read_text(encoding="utf-8-sig")

    legs = list(csv.DictReader(taken("Legs as CSV").splitlines()))
    assert (legs[0]["from_id"], legs[-1]["to_id"]) == ("alat", "tbilisi")
    assert json.loads(taken("Way as GeoJSON"))["features"][0]["id"] == "alat"
    assert "© OpenStreetMap contributors (ODbL)" in json.loads(taken("Whole network as GeoJSON"))["attribution"]
    assert "thousand TEU" in taken("Volumes as CSV")
    assert "Almaty-1" in taken("Distances as CSV")


def test_an_event_that_speaks_of_it_opens_on_the_map(visit: Open) -> None:
    page = visit("corridor")
    page.get_by_role("link", name="Talks with President Tokayev").click()
    card = the_map(page).locator(".card")
    expect(card).to_contain_text("Talks with President Tokayev")
    expect(card.locator(".near")).to_contain_text("10 km from the Trans-Caspian International Transport Route")
    expect(card.locator(".near")).to_contain_text("nearest node: Almaty-1")


def test_a_click_on_a_section_opens_its_card_and_highlights_it(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    frame.wait_for_function(LOADED)
    page.wait_for_timeout(500)
    weight = "() => mapapp.tourMap.corridors.loaded.find(Boolean).lineOf.get('saksaulskaya-shalkar').options.weight"
    calm = frame.evaluate(weight)
    x, y = frame.evaluate(MIDDLE, "saksaulskaya-shalkar")
    page.mouse.click(x, y + 2)
    card = frame.locator(".card")
    facts = ("Mode: rail", "Status: operating", "Length: 164 km", "Branch: Kazakhstan", "Operator: KTZ")
    for words in ("Saksaulskaya (Sekseuil) – Shalkar", *facts):
        expect(card).to_contain_text(words)
    assert frame.evaluate(weight) == 7 > calm
    frame.locator("body").press("Escape")
    expect(card).to_have_count(0)
    assert frame.evaluate(weight) == calm


def test_nodes_come_with_zoom_and_differ_by_kind(visit: Open) -> None:
    page = visit("?at=48.6,41.5,7")
    frame = the_map(page)
    frame.wait_for_function(LOADED)
    expect(frame.locator("[title='Port of Baku in Alat'] .node-sign.port")).to_be_visible()
    expect(frame.locator("[title='Boyuk Kesik'] .node-sign.border-crossing")).to_be_visible()
    expect(frame.locator("[title='Ganja'] .node-sign.station")).to_be_visible()
    expect(frame.locator(".legend")).to_contain_text("Border crossing")
    frame.evaluate("() => { mapapp.tourMap.map.setZoom(4.5, { animate: false }); }")
    expect(frame.locator("[title='Ganja']")).to_have_count(0)
    expect(frame.locator("[title='Port of Baku in Alat']")).to_be_visible()


def test_a_stop_covers_the_node_under_it_until_there_is_room(visit: Open) -> None:
    page = visit("?at=69.2,41.2,6")
    frame = the_map(page)
    frame.wait_for_function(LOADED)
    expect(frame.locator("[title='Arys']")).to_be_visible()
    expect(frame.locator(".node-icon[title='Tashkent']")).to_have_count(0)
    frame.evaluate("() => { mapapp.tourMap.map.setZoom(10, { animate: false }); }")
    expect(frame.locator(".node-icon[title='Tashkent']")).to_be_visible()


def test_the_keyboard_reaches_a_node_and_from_there_its_sections(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    frame.wait_for_function(LOADED)
    frame.locator("[aria-label='Zhezkazgan, Kazakhstan, station']").focus()
    page.keyboard.press("Enter")
    card = frame.locator(".card")
    expect(card).to_contain_text("Sections that meet here")
    page.keyboard.press("Tab")
    for _ in range(6):
        if "to-section" in frame.evaluate("() => document.activeElement.className"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card.last).to_contain_text("Mode: rail")


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_tables_scroll_within_themselves(visit: Open) -> None:
    page = visit("corridor")
    expect(page.get_by_role("region", name="The legs of the way")).to_be_attached()
    widths = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]
    table = page.get_by_role("region", name="The legs of the way")
    assert table.evaluate("(e) => e.scrollWidth > e.clientWidth")
