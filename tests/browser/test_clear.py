"""Nothing lies over a stop: no name, no day, no button, no legend and no credits, at any size and after each zoom."""

import pytest
from playwright.sync_api import BrowserContext, Frame, Page

from tests.browser.conftest import Open, stops_shown, the_map
from tests.exports.picture.snapshots import written

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize(
    "context",
    [
        {"viewport": {"width": width, "height": height}}
        for width, height in [(1440, 900), (390, 844), (320, 720), (720, 450), (360, 225)]
    ],
    ids=["desktop", "phone", "320", "200%", "400%"],
    indirect=True,
)
# Words and controls that lie over a disc by more than the breadth of its edge.
OVER = """() => {
  const boxes = (selector) => [...document.querySelectorAll(selector)]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }))
    .map((e) => [e.className + " " + e.textContent.slice(0, 20), e.getBoundingClientRect()]);
  const discs = boxes(".disc-icon .disc");
  const words = boxes(`.label:is(.stop, .day, .ghost, .callout), .credits, .legend, .leaflet-control-scale`);
  const edge = 3;
  return discs.flatMap(([name, a]) => words
    .filter(([, b]) => a.left + edge < b.right && b.left + edge < a.right)
    .filter(([, b]) => a.top + edge < b.bottom && b.top + edge < a.bottom)
    .map(([what]) => `${what} over ${name}`));
}"""


def nothing_over(window: Page | Frame) -> None:
    assert window.evaluate("() => document.querySelectorAll('.disc-icon .disc').length")
    assert window.evaluate(OVER) == []


@SIZES
@pytest.mark.parametrize("tour", ["central-asia-2025", "us-central-asia-2015"])
def test_the_first_view_and_each_zoom(visit: Open, tour: str) -> None:
    page = visit(f"?tour={tour}")
    frame = the_map(page)
    page.wait_for_timeout(1500)  # the corridor has come, and its credits
    nothing_over(frame)
    for button in ["in", "out", "out", "out"]:
        there = frame.locator(f".leaflet-control-zoom-{button}:not(.leaflet-disabled)")
        if not there.count():
            break  # no farther out
        there.click()
        page.wait_for_timeout(600)  # the map moves for a quarter of a second
        over = frame.evaluate(OVER)
        assert not [words for words in over if words.startswith("label")]


@SIZES
def test_the_saved_file(context: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("saved") / "tour.html"
    file.write_bytes(written("tour.html"))
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_timeout(1500)
    assert stops_shown(page.main_frame)
    nothing_over(page)


def test_a_legend_of_short_rows_cuts_no_word(visit: Open) -> None:
    page = visit("?q=zzzz", wait=False)
    page.get_by_text("No event fits these filters").wait_for()
    frame = next(frame for frame in page.frames if "/embed" in frame.url)
    frame.locator(".legend li[data-key]", has_text="Railway").first.wait_for()
    cut = "(box) => [...box.querySelectorAll('li')].filter((e) => e.scrollWidth > e.clientWidth + 1).length"
    assert frame.locator(".legend").evaluate(cut) == 0
    assert frame.locator(".legend").evaluate("(box) => box.scrollWidth <= box.clientWidth")
