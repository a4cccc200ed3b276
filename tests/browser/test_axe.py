"""What axe-core finds wrong for readers with a screen reader, a keyboard or weak eyes: nothing grave on any page."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from mapapp.palette import DARK, LIGHT, Theme
from tests.browser.conftest import ROOT, Open, the_map
from tests.exports.picture.snapshots import written
from tests.fixtures.minister import workbook

pytestmark = pytest.mark.browser
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# Each window is asked for itself: nothing of axe passes from one to another, and nothing is fetched once more.
FINDINGS = """async () => {
  const only = { iframes: false, preload: false, resultTypes: ["violations"] };
  const { violations, passes } = await axe.run(document, only);
  if (!passes.length) throw new Error("axe looked at nothing");
  return violations.filter((v) => ["serious", "critical"].includes(v.impact)).flatMap((v) => v.nodes.map((n) =>
    `${v.id} at ${n.target}: ${n.html.slice(0, 200)} ${n.failureSummary}`));
}"""
# The ground is that of the theme, and no colour is on its way to another.
COLOURED = """([theme, ground]) => {
  const app = document.querySelector("[data-testid=stApp]");
  const root = document.documentElement;
  const there = app ? getComputedStyle(app).backgroundColor === ground : root.dataset.theme === theme;
  return there && !document.getAnimations().some((a) => a instanceof CSSTransition && a.playState === "running");
}"""
THEMES: dict[Literal["light", "dark"], Theme] = {"light": LIGHT, "dark": DARK}
PHONE = pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], ids=["phone"], indirect=True)
ARTICLE = """The High Representative in Central Asia

ASTANA, 27 March 2025. High Representative Kaja Kallas met Foreign Minister Murat Nurtleu in Astana on Thursday. She
travelled on to Almaty on 28 March 2025, where she was received by President Kassym-Jomart Tokayev."""


def findings(window: Page | Frame) -> list[str]:
    """What is serious or critical in one window, without the frames in it."""
    window.evaluate(AXE.read_text(encoding="utf-8"))  # the policy of a page binds its scripts, not the browser's driver
    found: list[str] = window.evaluate(FINDINGS)
    return found


def everywhere(page: Page) -> list[str]:
    """What is serious or critical in the page and in the frame of each map in it, in light colours and in dark ones.

    A page that is open takes the colours of one that was opened so, and to open it takes longer than to look at it.
    """
    return [
        f"{theme}: {sentence}" for theme in THEMES for frame in coloured(page, theme) for sentence in findings(frame)
    ]


def coloured(page: Page, theme: Literal["light", "dark"]) -> list[Frame]:
    """The windows of a page once they have the colours."""
    page.emulate_media(color_scheme=theme)
    ground = "rgb({}, {}, {})".format(*bytes.fromhex(THEMES[theme].ground.removeprefix("#")))
    for frame in page.frames:
        frame.wait_for_function(COLOURED, arg=[theme, ground])
    return page.frames


def test_the_map_and_its_filters_and_the_open_card(visit: Open) -> None:
    page = visit()
    page.locator(".st-key-more_filters summary").click()
    page.locator(".st-key-topics").wait_for()
    assert len(page.frames) == 2
    assert not everywhere(page)
    frame = the_map(page)
    frame.locator(".disc-icon[aria-label*='Almaty']").click()
    expect(frame.locator(".card")).to_contain_text("On record about the place")
    frame.locator(".leaflet-control-layers").hover()
    assert not everywhere(page)


def test_a_comparison_with_its_table_and_a_card(visit: Open) -> None:
    page = visit("?with=us-central-asia-2015&align=travel")
    page.locator(".st-key-common summary").click()
    page.locator(".compared").first.wait_for()
    frame = the_map(page)
    expect(frame.locator(".disc.second").first).to_be_visible()
    assert not everywhere(page)
    frame.locator(".disc-icon[aria-label*='Dushanbe']").click()
    expect(frame.locator(".card")).to_be_visible()
    assert not everywhere(page)


@PHONE
def test_the_map_on_a_phone(visit: Open) -> None:
    page = visit()
    assert not everywhere(page)
    page.get_by_text("Show filters").click()
    the_map(page).locator(".disc-icon[aria-label*='Almaty']").click()
    expect(the_map(page).locator(".card")).to_be_visible()
    assert not everywhere(page)


def test_what_is_shared(visit: Open) -> None:
    page = visit()
    page.get_by_role("button", name="Share", exact=True).click()
    page.locator(".share .row").first.wait_for()
    for summary in page.locator(".share summary").all():
        summary.click()
    assert not everywhere(page)


def places(page: Page) -> None:
    page.locator(".name").first.wait_for()


def corridor(page: Page) -> None:
    page.locator(".st-key-network_files").wait_for()
    the_map(page)


def brought(page: Page) -> None:
    page.locator("input[type=file]").wait_for(state="attached")
    assert not everywhere(page)
    page.locator("input[type=file]").set_input_files({"name": "visit.xlsx", "mimeType": "", "buffer": workbook()})
    page.locator(".review .row").first.wait_for()
    the_map(page)


def in_words(page: Page) -> None:
    page.get_by_role("button", name="Next place").click()
    expect(page.get_by_role("button", name="Previous place")).to_be_enabled()


def story(page: Page) -> None:
    the_map(page).locator(".timeline, .telling, .story").first.wait_for(state="attached")


def refused(page: Page) -> None:
    page.get_by_role("heading", name="Edit").wait_for()


def article(page: Page) -> None:
    page.get_by_label("Text", exact=True).wait_for()
    assert not everywhere(page)
    page.get_by_label("Text", exact=True).fill(ARTICLE)
    page.get_by_role("button", name="Read it").click()
    page.locator(".proposal").first.wait_for()


@pytest.mark.parametrize(
    ("path", "drawn"),
    [
        ("places?tour=names-in-doubt", places),
        ("corridor", corridor),
        ("new-tour", brought),
        ("in-words", in_words),
        ("article", article),
        ("story", story),
        ("edit", refused),
    ],
)
def test_a_page(visit: Open, path: str, drawn: Callable[[Page], None]) -> None:
    """Also Places where names are in doubt, a table and an article when they are read, and a step of the walk."""
    page = visit(path, wait=False)
    drawn(page)
    assert not everywhere(page)


def test_the_timeline_with_its_short_callout_and_a_range(visit: Open) -> None:
    page = visit("?since=2025-03-20")
    frame = the_map(page)
    frame.get_by_role("button", name="Next event").click()
    frame.get_by_role("button", name="Read more").wait_for()
    frame.locator(".time-dot").first.hover()
    assert not everywhere(page)
    frame.get_by_role("button", name="Read more").click()
    frame.locator(".card .to-day").last.click()
    expect(frame.locator(".card .to-day").last).to_have_attribute("aria-pressed", "true")
    assert not everywhere(page)


def test_the_saved_file_and_the_embedded_map(context: BrowserContext, address: str, tmp_path: Path) -> None:
    file = tmp_path / "tour.html"
    file.write_bytes(written("tour.html"))
    for url in (f"{file.as_uri()}#event=tokayev", f"{address}embed"):
        page = context.new_page()
        page.goto(url)
        page.wait_for_function("() => document.documentElement.dataset.basemap === '1'")
        assert not everywhere(page)


def test_a_page_with_faults_is_found_wanting(context: BrowserContext) -> None:
    """A grey nobody can read, also in a shadow tree, and a button without a name."""
    page = context.new_page()
    page.set_content("<html lang=en><title>Faults</title><main><h1>Faults</h1><button></button><p id=host></p></main>")
    page.evaluate(
        """() => document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML =
          "<span style='color: #aaa; background: #fff'>Faint</span>" """
    )
    assert sorted(sentence.split()[0] for sentence in findings(page)) == ["button-name", "color-contrast"]
