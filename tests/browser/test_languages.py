"""In every language: nothing of the interface stays English, nothing overflows a phone, and all of it can be mirrored.

The language that nobody speaks puts each sentence of the program into brackets. What stands outside of them was written
by the author of a tour, or is not marked for translation.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, drawn, the_map

pytestmark = pytest.mark.browser
PHONE = pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], ids=["phone"], indirect=True)
PAGES = ("", "story", "places", "corridor", "in-words", "new-tour", "article", "edit")
COMPARED = "?with=us-central-asia-2015"
# What buttons, links, labels and headings say, and what screen readers are told, but for what an author wrote.
LABELS = """() => {
  const seen = [];
  const kinds = "button, a, label, summary, h2, th";
  for (const e of document.querySelectorAll(`${kinds}, [aria-label], [placeholder], [title]`)) {
    if (e.closest(".st-key-events, .bars, .sources, iframe, [data-testid=stFileUploaderDropzone]")) continue;
    if (!e.checkVisibility()) continue;
    const told = ["aria-label", "placeholder", "title"].map((name) => e.getAttribute(name));
    for (const text of [...told, e.matches(kinds) ? e.innerText : ""]) if (text?.trim()) seen.push(text.trim());
  }
  return [...new Set(seen)];
}"""
AUTHORS = re.compile(
    r"The EU's road to Samarkand|Kaja Kallas|Roman Vassilenko|[\w’ -]+stan|Trans-Caspian.*"
    r"|Five states in four days|John Kerry|United Kingdom|Ashgabat|Tashkent|Almaty|Samarkand|Astana"
)
STREAMLITS = re.compile(r"^Skip to main content$|^Choose an option$|^Open$|^Help for |keyboard_arrow_right")  # its own


def shown(visit: Open, path: str) -> Page:
    """A page in the language that nobody speaks, when it is there."""
    page = visit(f"{path}{'&' if '?' in path else '?'}lang=xx", wait=not path)
    page.locator(".st-key-menu a").first.wait_for()
    expect(page.locator("html")).to_have_attribute("lang", "xx")
    drawn(page)
    return page


@pytest.mark.parametrize("path", [*PAGES, COMPARED])
@PHONE
def test_nothing_overflows_a_phone_and_nothing_stays_english_on_a_desk(visit: Open, path: str) -> None:
    """One page, whose window becomes wider: to open it takes far longer than to look at it."""
    page = shown(visit, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 1440, "height": 900})
    drawn(page)
    labels: list[str] = page.evaluate(LABELS)
    assert any(label.startswith("[") for label in labels)
    assert path == "corridor" or english(labels) == [], "the corridor is full of sources"


@PHONE
def test_what_is_shared_does_not_overflow_a_phone_and_has_no_english(visit: Open) -> None:
    page = shown(visit, "")
    page.locator(".st-key-share button").first.click()
    box = page.locator("[role=dialog]")
    box.locator("textarea").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert box.evaluate("(e) => e.scrollWidth <= e.clientWidth + 1")
    assert english(page.evaluate(LABELS)) == []


def english(labels: list[str]) -> list[str]:
    """Those of the labels in which more is English than what authors and Streamlit say."""
    left = {label: STREAMLITS.sub("", label.replace("\\", "")) for label in labels}
    left = {label: AUTHORS.sub("", re.sub(r"\[[^\[\]]*\]", "", rest)) for label, rest in left.items()}
    return [label for label, rest in left.items() if re.search(r"[A-Za-z]{3}", rest)]


def test_the_reader_chooses_another_language_and_keeps_the_view(visit: Open) -> None:
    page = visit("?country=KZ&lang=en")
    page.locator(".st-key-panel").get_by_text("4 of 15 events").wait_for()
    page.locator("select").first.select_option("ru")
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    page.wait_for_url(re.compile(r"lang=ru"))
    assert "country=KZ" in page.url
    expect(page.locator(".st-key-panel h2").first).to_contain_text(re.compile("марта"))


def test_arabic_is_spoken_when_asked_for_and_mirrors_the_page(visit: Open) -> None:
    page = visit("?lang=ar")
    frame = the_map(page)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(frame.locator(".legend summary")).to_have_text("مفتاح الخريطة")
    expect(page.locator(".st-key-panel .list h2").first).to_contain_text("مارس")
    expect(page.locator(".st-key-panel")).to_contain_text("نصوص هذه الجولة مكتوبة بالإنجليزية.")
    title = page.locator(".list .event .title").first
    expect(title).to_have_attribute("lang", "en")
    panel, area = (page.locator(f".st-key-{name}").bounding_box() for name in ("panel", "map_area"))
    assert panel and area and (area["x"], panel["x"]) == (0, area["width"])


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], ids=["phone"], indirect=True)
def test_arabic_does_not_go_sideways_on_a_phone(visit: Open) -> None:
    for path in ("?lang=ar&event=tokayev", "corridor?lang=ar", "places?lang=ar"):
        page = visit(path, wait=False)
        page.locator("html[dir=rtl]").wait_for(state="attached", timeout=30_000)
        drawn(page)
        assert page.evaluate("document.documentElement.scrollWidth") == 390, path


def test_a_page_that_runs_from_right_to_left_is_mirrored(visit: Open) -> None:
    page = visit()
    the_map(page)
    drawn(page)  # nothing tells the page its direction anew
    page.evaluate("document.documentElement.dir = 'rtl'")
    panel, area = (page.locator(f".st-key-{name}").bounding_box() for name in ("panel", "map_area"))
    assert panel and area
    assert area["x"] == 0
    assert panel["x"] == area["width"]
