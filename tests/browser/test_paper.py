"""The pages on paper, as a browser prints them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, Route, expect
from pypdf import PdfReader

from mapapp import assembly
from tests.browser.conftest import Open, the_map
from tests.exports.picture.snapshots import written

pytestmark = pytest.mark.browser
LAND = b".9882 .9647 .9098 rg"  # the palette's #fcf6e8, of the countries of the tour
LAND_PIXEL = (252, 246, 232)
ON_THE_FIRST = ("road to Samarkand", "Almaty", "Planned or not in use", "Boundaries shown")
MARGIN = 14 / 25.4 * 72  # points
DARK = pytest.mark.parametrize("context", [{"color_scheme": "dark"}], indirect=True)


def printed(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(format="A4", print_background=True)))


def places_of(paper: PdfReader, *wanted: str) -> list[tuple[float, float]]:
    """Where words begin on the first sheet, in points from its left and lower edges; each must be there."""
    found: dict[str, tuple[float, float]] = {}

    def look(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        for words in wanted:
            if words in text:
                found[words] = (cm[0] * tm[4] + cm[4], cm[3] * tm[5] + cm[5])

    paper.pages[0].extract_text(visitor_text=look)
    return [found[words] for words in wanted]


def text_of(paper: PdfReader) -> str:
    return " ".join("\n".join(sheet.extract_text() for sheet in paper.pages).split())


def land(paper: PdfReader) -> bool:
    """Whether the first page shows land. Chromium prints a canvas as its lines or as a picture, as it sees fit."""
    first: Any = paper.pages[0]
    drawn = b"".join([first.get_contents().get_data(), *_forms(first)])
    return LAND in drawn or any(LAND_PIXEL in _pixels(picture.image) for picture in first.images)


def _forms(part: Any) -> Iterator[bytes]:  # noqa: ANN401  # pypdf's own objects
    for found in part.get("/Resources", {}).get("/XObject", {}).values():
        form = found.get_object()
        if form.get("/Subtype") == "/Form":
            yield form.get_data()
            yield from _forms(form)


def _pixels(picture: Image.Image) -> set[Any]:
    small = picture.convert("RGB").resize((80, 50), Image.Resampling.NEAREST)
    return {color for _, color in small.getcolors(maxcolors=4000) or []}


@DARK
def test_the_page_prints_the_tour(visit: Open) -> None:
    """Title, map, every event, every source; in light colours, without what is clicked; then the screen comes back."""
    page = visit()
    tour = assembly.loaded("central-asia-2025").tour
    page.locator(".list .event").first.wait_for()
    the_map(page).wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    paper = printed(page)
    text = text_of(paper)
    for words in (tour.title, "Railway", "On record about the place", "Date of the data", "Sources of the corridor"):
        assert words.lower() in text.lower()
    for event in tour.events:
        assert event.title in text
    for source in tour.sources:
        assert source.title.replace(" ", "") in text.replace(" ", "")
    for words in ("More filters", "Show filters", "Kazakhstan · 4", "Clear filters"):
        assert words not in text
    assert land(paper)
    assert page.locator(".mapapp-paper").count() == 0
    frame = the_map(page)
    assert frame.evaluate("() => document.documentElement.dataset.theme") == "dark"
    expect(frame.locator(".leaflet-bottom .legend")).to_be_visible()
    expect(frame.locator(".leaflet-bottom .credits")).to_be_visible()


def test_a_filtered_page_prints_what_is_left(visit: Open) -> None:
    page = visit("?country=KZ")
    page.locator(".list .event").first.wait_for()
    text = text_of(printed(page))
    assert "4 of 15 events" in text
    assert "Talks with President Tokayev" in text
    assert "Received by President Mirziyoyev" not in text


def test_the_corridor_prints_whole(visit: Open) -> None:
    page = visit("corridor")
    frame = the_map(page)
    frame.wait_for_function("() => mapapp.tourMap.corridors.route")
    page.get_by_role("heading", name="Sources").wait_for()
    expect(frame.locator(".legend")).to_contain_text("The way that was chosen")
    frame.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    paper = printed(page)
    text = text_of(paper)
    for words in (
        "Altynkol – Port of Poti",
        "22 legs",
        "Volumes by year",
        "Members",
        "Sources",
        "The way that was chosen",
    ):
        assert words in text
    assert len(paper.pages) > 2
    assert "Legs as CSV" not in text
    assert text.index("Trans-Caspian International") < text.index("The way that was chosen") < text.index("22 legs")


def test_the_map_alone_prints_with_its_legend(visit: Open) -> None:
    page = visit("embed", wait=False)
    page.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    text = text_of(printed(page))
    assert "Kaja Kallas" in text
    assert "Boundaries shown do not imply official endorsement" in text


def test_a_page_that_is_printed_as_it_opens_has_its_land(context: BrowserContext, visit: Open) -> None:
    """Paper waits for nothing: what is still on its way is asked for again, and waited for."""
    asked: set[str] = set()

    def first_never(route: Route) -> None:
        if route.request.url in asked:
            route.continue_()
        asked.add(route.request.url)

    context.route("**/basemap/*.geojson*", first_never)
    page = visit()
    page.locator(".list .event").first.wait_for()
    drawn = "() => document.documentElement.dataset.basemap === '1'"
    assert not the_map(page).evaluate(drawn)
    printed(page)
    assert the_map(page).evaluate(drawn)


def test_a_map_is_enlarged_to_a3_and_has_its_legend_beside_it_where_the_sheet_lies(visit: Open, tmp_path: Path) -> None:
    """The page of the app and the saved file; title, map, legend and credits stand together on the first sheet."""
    file = tmp_path / "tour.html"
    file.write_bytes(written("tour.html"))
    page = visit()
    page.locator(".list .event").first.wait_for()
    saved = page.context.new_page()
    saved.goto(file.as_uri())
    for window, frame in ((page, the_map(page)), (saved, saved.main_frame)):
        frame.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
        for lies in (False, True):
            a4, a3 = (
                places_of(PdfReader(BytesIO(window.pdf(format=size, landscape=lies))), *ON_THE_FIRST)
                for size in ("A4", "A3")
            )
            for small, large in zip(a4, a3, strict=True):
                assert (large[0] - MARGIN) == pytest.approx((small[0] - MARGIN) * 1.45, abs=20)
            (_, title), (town, _), (legend_left, legend_high), (_, credits_high) = a3
            assert title > legend_high > credits_high
            assert (legend_left > town) == lies
