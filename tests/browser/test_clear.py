"""Nothing lies over a stop: no name, no day, no button, no legend and no credits, at any size and after each zoom."""

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

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


# All of that has stood where it is for a third of a second; a zoom moves it for a quarter.
SETTLED = """async () => {
  const parts = ".disc-icon .disc, .label, .credits, .legend, .leaflet-control-scale";
  const places = () => [...document.querySelectorAll(parts)]
    .map((e) => Object.values(e.getBoundingClientRect().toJSON()).join() + e.checkVisibility()).join(";");
  for (let last = "", same = 0; same < 20; ) {
    await new Promise(requestAnimationFrame);
    const now = places();
    same = now === last ? same + 1 : 0;
    last = now;
  }
}"""


def settled(window: Page | Frame, credited: str) -> None:
    """Wait until land, corridor and its credits have come, and nothing moves any more."""
    window.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
    expect(window.locator(".credits")).to_contain_text(credited)
    window.evaluate(SETTLED)


def nothing_over(window: Page | Frame) -> None:
    assert window.evaluate("() => document.querySelectorAll('.disc-icon .disc').length")
    assert window.evaluate(OVER) == []


@SIZES
@pytest.mark.parametrize(
    ("tour", "credited"), [("central-asia-2025", "OpenStreetMap"), ("us-central-asia-2015", "Natural Earth")]
)
def test_the_first_view_and_each_zoom(visit: Open, tour: str, credited: str) -> None:
    """The first tour shows a corridor, which the credits name once it has come."""
    frame = the_map(visit(f"?tour={tour}"))
    settled(frame, credited)
    nothing_over(frame)
    for button in ["in", "out", "out", "out"]:
        there = frame.locator(f".leaflet-control-zoom-{button}:not(.leaflet-disabled)")
        if not there.count():
            break  # no farther out
        there.click()
        settled(frame, credited)
        over = frame.evaluate(OVER)
        assert not [words for words in over if words.startswith("label")]


@SIZES
def test_the_saved_file(context: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("saved") / "tour.html"
    file.write_bytes(written("tour.html"))
    page = context.new_page()
    page.goto(file.as_uri())
    settled(page, "OpenStreetMap")
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
