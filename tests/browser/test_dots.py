"""Very many marks: gathered in discs that count what is shown, drawn apart when one comes nearer."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from mapapp import assembly
from mapapp.maps.standalone import standalone
from mapapp.position import Position, great_circle
from mapapp.view import View
from tests.browser.test_standalone import opened
from tests.fixtures import many_events

pytestmark = pytest.mark.browser
EVENTS = 2000
COUNTED = """() => { const { map, dots } = mapapp.tourMap;
  return dots.clusters(map.getZoom()).reduce((sum, cluster) => sum + cluster.events, 0); }"""
PLACE = """(single) => { const { map, dots } = mapapp.tourMap; const size = map.getSize();
  const free = ({ x, y }) => x > 60 && y > 60 && x < size.x - 340 && y < size.y - 240;
  const box = map.getContainer().getBoundingClientRect();
  for (const item of dots.drawn) {
    const at = map.layerPointToContainerPoint([item.x, item.y]);
    const { marks, events } = item.cluster;
    if ((marks === 1) === single && free(at)) return { x: box.x + at.x, y: box.y + at.y, events };
  } }"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("many")
    path = folder / "tour.html"
    path.write_bytes(standalone(assembly.snapshot(View(), many_events.write_tour(folder / "tour", EVENTS))))
    return path.as_uri()


def zoom(page: Page) -> float:
    return float(page.evaluate("() => mapapp.tourMap.map.getZoom()"))


@pytest.mark.parametrize("at", ["66,42,4", "66,42,6.5", "66,42,12"])
def test_discs_and_dots_count_every_event_once(context: BrowserContext, file: str, at: str) -> None:
    page, wrong = opened(context, f"{file}#at={at}")
    assert page.evaluate(COUNTED) == EVENTS
    assert not wrong


def test_what_a_filter_hides_does_not_count(context: BrowserContext, file: str) -> None:
    page, _ = opened(context, f"{file}#country=KZ&kind=meeting")
    left = int(page.locator(".count").inner_text().split(" of ")[0].replace(",", ""))
    assert 0 < left < EVENTS
    assert page.evaluate(COUNTED) == left
    page.get_by_role("button", name="Show all events").click()
    assert page.evaluate(COUNTED) == EVENTS


def test_a_click_on_a_disc_comes_nearer_until_a_dot_opens_its_card(context: BrowserContext, file: str) -> None:
    page, wrong = opened(context, file)
    before = zoom(page)
    disc = page.evaluate(PLACE, False)
    assert disc["events"] > 4
    page.mouse.click(disc["x"], disc["y"])
    page.wait_for_function(f"() => mapapp.tourMap.map.getZoom() > {before}")
    page.goto(f"{file}#at=66,42,9")
    page.reload()
    page.wait_for_function("() => window.mapapp && mapapp.tourMap && mapapp.tourMap.dots.drawn.length")
    dot = page.evaluate(PLACE, True)
    page.mouse.click(dot["x"], dot["y"])
    expect(page.locator(".card .event")).to_have_count(1)
    expect(page.locator(".card .also li")).to_have_count(dot["events"] - 1)
    assert not wrong


def test_ways_are_drawn_once_few_are_left_and_the_legend_says_so(context: BrowserContext, file: str) -> None:
    page, _ = opened(context, file)
    assert page.evaluate("() => geo_json_legs.getLayers().length") == 0
    expect(page.locator(".legend")).to_contain_text("Ways are drawn once filters leave at most 200")
    page.goto(f"{file}#since=2025-01-01&until=2025-01-31")
    expect(page.locator(".legend")).to_contain_text("Way travelled")
    shown = page.evaluate("() => mapapp.tourMap.shown.legs.length")
    assert 0 < shown <= 200
    assert page.evaluate("() => geo_json_legs.getLayers().length") == shown


def test_a_way_drawn_by_the_page_is_the_great_circle(context: BrowserContext, file: str) -> None:
    start, end = Position(139.7, 35.7), Position(210.1, 61.2)  # from Tokyo over the date line to Anchorage
    page, _ = opened(context, file)
    drawn = page.evaluate("([a, b]) => mapapp.arc({lng: a[0], lat: a[1]}, {lng: b[0], lat: b[1]}, 16)", [start, end])
    exact = great_circle(start, end, 1)
    for longitude, latitude in drawn:
        assert min(abs(p.longitude - longitude) + abs(p.latitude - latitude) for p in exact) < 0.02
    assert drawn[0] == [*start]
    assert drawn[-1] == [*end]
    away = page.evaluate("() => mapapp.arc({lng: 139.7, lat: 35.7}, {lng: -149.9, lat: 61.2}, 16)")
    assert away[-1] == [*end]  # whichever turn the end is written on
    pieces = page.evaluate("line => mapapp.cut(line, 0)", away)
    assert [(piece[0][0], piece[-1][0]) for piece in pieces] == [(139.7, 180), (-180, pytest.approx(-149.9))]
    assert pieces[0][-1][1] == pytest.approx(pieces[1][0][1])
