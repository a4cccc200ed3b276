"""What a reader's browser makes of texts of others: words, and no request to anybody."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, Page

from mapapp.routing.enquiry import NAMES
from mapapp.view import PARAMETERS
from tests.browser.conftest import Open, served, the_map
from tests.fixtures.markdown import HOST, KINDS, MARKDOWN, at_random, texts

pytestmark = pytest.mark.browser
MADE = "a, img, em, strong, del, code:not(pre code), .katex, h2, h3, li, table, hr, blockquote, [style*='color']"
LAST = {"": ".st-key-events", "places": ".name", "corridor": ".st-key-network_files"}  # what is drawn last
FOREIGN = """() => {
  const found = [];
  const look = (root) => root.querySelectorAll('*').forEach((e) => {
    if (e.shadowRoot) look(e.shadowRoot);
    const source = e.getAttribute('src') || '';
    const leads = e.tagName === 'A' ? e.getAttribute('href') || '' : '';
    if (/^(https?:)?[/][/]/.test(source) && !source.startsWith(location.origin)) found.push(e.outerHTML);
    if (/host\\.invalid/.test(leads) && !leads.startsWith('https://example.org/')) found.push(e.outerHTML);
    if (/^mailto:/.test(leads) || e.matches('.katex')) found.push(e.outerHTML);
  });
  look(document);
  return found;
}"""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page with texts in every place that Streamlit has for words."""
    with served("tests/browser/every_place.py", tmp_path_factory.mktemp("places") / "log") as url:
        yield url


def opened(context: BrowserContext, url: str, last: int) -> tuple[Page, list[str]]:
    """The page, drawn down to the text with that number, and the requests that left this machine."""
    outside: list[str] = []
    page = context.new_page()
    own = (url.partition("?")[0], "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(own) else outside.append(r.url))
    page.goto(url, wait_until="commit")
    page.locator(f".st-key-text{last} [data-testid=stMarkdownContainer]").last.wait_for(
        state="attached", timeout=60_000
    )
    page.wait_for_load_state("networkidle")
    return page, outside


def test_a_sentence_is_shown_as_it_is(context: BrowserContext, places: str) -> None:
    """One paragraph with nothing in it but the text, of those that mean something and of 300 at random."""
    wanted = [*texts(), *at_random(300)]
    page, outside = opened(context, f"{places}?sentences=1", len(wanted) - 1)
    shown = page.evaluate(
        """(count) => [...Array(count).keys()].map((i) => {
          const box = document.querySelector(`.st-key-text${i} [data-testid=stMarkdownContainer]`);
          return [box.textContent, [...box.querySelectorAll('*')].map((e) => e.tagName).join(' ')];
        })""",
        len(wanted),
    )
    assert [" ".join(said.replace("\u2060", "").split()) for said, _ in shown] == [" ".join(t.split()) for t in wanted]
    assert {tags for _, tags in shown} == {"P"}
    assert not outside


def test_every_place_for_words_shows_text(context: BrowserContext, places: str) -> None:
    """Fifteen places for each of the texts, of what the pages of the app are drawn with."""
    wanted = [" ".join(MARKDOWN[name].split()) for name in KINDS]
    page, outside = opened(context, places, len(wanted) - 1)
    page.wait_for_function(
        """(wanted) => wanted.every((text, i) => {
          const said = document.querySelector(`.st-key-text${i}`).textContent.replace(/\u2060/g, "");
          return said.split(text).length > 15;
        })""",
        arg=wanted,
        timeout=60_000,
    )
    made = page.locator("[data-testid=stMain]").locator(MADE)
    assert made.evaluate_all("(found) => found.map((e) => e.outerHTML.slice(0, 200))") == []
    assert not outside


@pytest.mark.parametrize("path", ["", "places", "corridor"])
def test_data_puts_no_link_or_picture_of_another_host_into_a_page(visit: Open, path: str) -> None:
    page = visit(f"{path}?tour=markdown", wait=path == "")
    if path == "":
        frame = the_map(page)
        page.locator(".st-key-more_filters summary").click()
        page.locator(".st-key-topics").wait_for()
        page.locator(".list .event").first.click()
        frame.locator(".card").first.wait_for()
        assert frame.evaluate(FOREIGN) == []
        assert MARKDOWN["link"] in (page.locator(".st-key-panel").text_content() or "").replace("\u2060", "")
    page.locator(LAST[path]).first.wait_for(timeout=60_000)
    assert page.evaluate(FOREIGN) == []


@pytest.mark.parametrize("path", ["", "places", "corridor"])
def test_a_link_alone_puts_none_into_a_page(visit: Open, path: str) -> None:
    words = f"[Log in]({HOST}) ![]({HOST}/p.png) www.host.invalid $x^2$ <img src='{HOST}/q.png'>"
    for query in ({"tour": words}, dict.fromkeys([*PARAMETERS, *NAMES], words) | {"tour": "one-visit"}):
        page = visit(f"{path}?{urlencode(query)}", wait=path == "")
        page.locator(LAST[path]).first.wait_for(timeout=60_000)
        page.locator("[data-testid=stAlert]").first.wait_for()
        assert page.evaluate(FOREIGN) == []
        page.close()
