"""The file that survives, opened from disk with every request refused."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from pypdf import PdfReader

from mapapp import assembly
from mapapp.catalogue.tours import load_tour
from mapapp.maps.standalone import standalone
from mapapp.maps.state import state
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from tests.exports.picture.snapshots import written
from tests.fixtures import TOURS
from tests.fixtures.places import KnownPlaces

pytestmark = pytest.mark.browser


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "tour.html"
    path.write_bytes(written("tour.html"))
    return path.as_uri()


def opened(context: BrowserContext, url: str) -> tuple[Page, list[str]]:
    wrong: list[str] = []

    def refuse(route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            wrong.append(route.request.url)
            route.abort()

    page = context.new_page()
    page.route("**/*", refuse)
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(url)
    page.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    return page, wrong


def test_everything_works_and_nothing_is_asked_for(context: BrowserContext, file: str) -> None:
    page, wrong = opened(context, file)
    expect(page.locator(".list .event")).to_have_count(15)
    page.locator("[data-key='countries:KZ']").click()
    expect(page.locator(".list .event")).to_have_count(4)
    page.locator(".list .event[data-id=tokayev]").click()
    expect(page.locator(".card .chosen")).to_contain_text("Talks with President Tokayev")
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_have_count(0)
    page.get_by_role("button", name="Show all events").click()
    expect(page.locator(".list .event")).to_have_count(15)
    assert not wrong


def test_a_hash_restores_the_view(context: BrowserContext, file: str) -> None:
    page, wrong = opened(context, file + "#v=1&country=UZ&event=mirziyoyev&at=66,40,5")
    expect(page.locator(".list .event")).to_have_count(3)
    expect(page.locator(".card .chosen")).to_contain_text("Mirziyoyev")
    assert page.evaluate("() => mapapp.tourMap.map.getZoom()") == 5
    assert not wrong


@pytest.mark.parametrize(
    "query",
    [
        "country=KZ",
        "traveller=vassilenko",
        "topic=climate,water",
        "since=2025-03-28&until=2025-04-03",
        "q=summit samarkand",
        "status=announced&country=TM",
        "person=tokayev&kind=summit",
        "since=2026-06-01&until=2026-06-30",
        "since=2026-06-01&until=2026-06-30&sure=1",
        "since=2025-03-27&until=2025-03-27&sure=1",
        "q=nur-sultan",
        "q=as first announced",
    ],
)
def test_its_filters_answer_as_the_app_does(context: BrowserContext, file: str, query: str) -> None:
    whole = assembly.snapshot(View()).whole
    expected = [event.id for event in select(whole, View.parse(query)).events]
    page, _ = opened(context, f"{file}#{query}")
    shown = page.locator(".list .event").evaluate_all("(items) => items.map((item) => item.dataset.id)")
    assert shown == expected


@pytest.mark.parametrize("name", ["two-places-of-one-name", "no-events", "one-city-twice"])
def test_marks_without_events_are_filtered_as_in_the_app(context: BrowserContext, tmp_path: Path, name: str) -> None:
    """By days, country and traveller, and by nothing else."""
    tour = load_tour(TOURS / name, KnownPlaces()).tour
    path = tmp_path / "tour.html"
    path.write_bytes(standalone(Snapshot(tour, tour, View())))
    page, _ = opened(context, path.as_uri())
    visit = tour.visits[0]
    assert visit.when
    queries = [
        "country=KG",
        f"traveller={visit.traveller}",
        f"since={visit.when.latest}",
        f"until={visit.when.earliest}&sure=1",
    ]
    answers = [state(tour, View.parse(query)) for query in [*queries, "q=meeting"]]
    assert any(answer["alone"] for answer in answers)
    for query, answer in zip([*queries, "q=meeting"], answers, strict=True):
        page.goto(f"{path.as_uri()}#{query}")
        if page.evaluate("() => mapapp.standalone.filters.active"):
            assert page.evaluate("() => mapapp.standalone.filters.alone()") == answer["alone"], query
            assert page.evaluate("() => mapapp.standalone.filters.stays()") == answer["stays"], query


def test_a_tour_without_stops_can_be_saved(context: BrowserContext, tmp_path: Path) -> None:
    tour, path = Tour("t", "Nothing yet"), tmp_path / "tour.html"
    path.write_bytes(standalone(Snapshot(tour, tour, View())))
    page, wrong = opened(context, path.as_uri())
    expect(page.get_by_role("heading", name="Nothing yet")).to_be_visible()
    page.locator(".leaflet-control-zoom-in").click()
    assert not wrong


def test_the_address_keeps_theme_and_corridor(context: BrowserContext, file: str) -> None:
    page, _ = opened(context, file + "#v=1&theme=dark&corridor=none")
    assert page.evaluate("() => document.documentElement.dataset.theme") == "dark"
    expect(page.locator(".legend")).not_to_contain_text("Railway")
    page.locator("[data-key='countries:KZ']").click()
    page.reload()
    page.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    expect(page.locator(".list .event")).to_have_count(4)
    expect(page.locator(".legend")).not_to_contain_text("Railway")
    assert page.evaluate("() => document.documentElement.dataset.theme") == "dark"


def test_on_paper_stand_map_list_and_sources_and_the_screen_comes_back(context: BrowserContext, file: str) -> None:
    page, wrong = opened(context, file + "#country=KZ&theme=dark&at=66,44,4.5")
    before = page.evaluate("() => [location.hash, document.documentElement.dataset.theme]")
    paper = PdfReader(BytesIO(page.pdf(format="A4")))
    text = "\n".join(sheet.extract_text() for sheet in paper.pages)
    for words in (
        "Talks with President Tokayev",
        "On record about the place",
        "SOURCES",
        "Railway",
        "Date of the data",
    ):
        assert words in text
    assert "Show all events" not in text
    assert page.evaluate("() => [location.hash, document.documentElement.dataset.theme]") == before
    assert page.locator(".on-paper").count() == 0
    assert page.locator(".leaflet-control .legend, .leaflet-control.legend").count() == 1
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    width, theme = page.evaluate(
        "() => [document.querySelector('main').clientWidth, document.documentElement.dataset.theme]"
    )
    assert width < 700
    assert theme == "light"
    assert not wrong


def test_all_of_it_can_be_reached_by_keyboard(context: BrowserContext, file: str) -> None:
    page, _ = opened(context, file)
    page.locator("[data-key='countries:KZ']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".list .event")).to_have_count(4)
    assert page.evaluate("() => document.activeElement.dataset.key") == "countries:KZ"
    page.locator(".list .event").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card .chosen")).to_contain_text("Talks with President Tokayev")
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_have_count(0)


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_the_itinerary_can_be_read(context: BrowserContext, file: str) -> None:
    page = context.new_page()
    page.goto(file)
    assert page.locator("noscript li[id^=source-]").count() == 22
    expect(page.get_by_role("heading", name="The EU's road to Samarkand")).to_be_visible()


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_the_filters_are_folded(context: BrowserContext, file: str) -> None:
    page, _ = opened(context, file)
    expect(page.locator("[data-key='countries:KZ']")).not_to_be_visible()
    page.get_by_text("Filters", exact=True).click()
    expect(page.locator("[data-key='countries:KZ']")).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth <= 390")


def test_a_stop_without_an_event_has_a_card(context: BrowserContext, tmp_path: Path) -> None:
    tour = load_tour(TOURS / "around-the-world", KnownPlaces()).tour
    path = tmp_path / "tour.html"
    path.write_bytes(standalone(Snapshot(tour, tour, View())))
    page, wrong = opened(context, path.as_uri())
    expect(page.locator(".count")).to_contain_text("2 events")
    expect(page.locator(".list .event")).to_have_count(6)
    page.locator(".disc-icon[aria-label*='San Francisco']").click()
    expect(page.locator(".card")).to_contain_text("A stop without an event.")
    page.wait_for_function("() => location.hash.includes('event=visit:west')")
    page.reload()
    expect(page.locator(".card")).to_contain_text("A stop without an event.")
    assert not wrong
