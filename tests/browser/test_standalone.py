"""The file that survives, opened from disk with every request refused."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from mapapp import assembly
from mapapp.maps.standalone import standalone
from mapapp.selection import select
from mapapp.view import View

pytestmark = pytest.mark.browser


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "tour.html"
    path.write_bytes(standalone(assembly.snapshot(View())))
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
    expect(page.locator(".list .event")).to_have_count(13)
    page.locator("[data-key='countries:KZ']").click()
    expect(page.locator(".list .event")).to_have_count(3)
    page.locator(".list .event[data-id=tokayev]").click()
    expect(page.locator(".card .chosen")).to_contain_text("Talks with President Tokayev")
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_have_count(0)
    page.get_by_role("button", name="Show all events").click()
    expect(page.locator(".list .event")).to_have_count(13)
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
    ],
)
def test_its_filters_answer_as_the_app_does(context: BrowserContext, file: str, query: str) -> None:
    whole = assembly.snapshot(View()).whole
    expected = [event.id for event in select(whole, View.parse(query)).events]
    page, _ = opened(context, f"{file}#{query}")
    shown = page.locator(".list .event").evaluate_all("(items) => items.map((item) => item.dataset.id)")
    assert shown == expected
