"""Bringing a tour in a browser: from a workbook to an embedded map, by mouse, keyboard and clipboard, on a phone."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Locator, Page, expect

from tests.browser.conftest import Open, served, stops_shown, the_map
from tests.fixtures.minister import workbook

NAMES = ["Astana", "Almaty", "Bishkek"]
COPIED = (
    "<table><tr><th>Date</th><th>City</th><th>Notes</th></tr>"
    "<tr><td>1 December 2026</td><td rowspan=2>Astana</td><td>Arrival</td></tr>"
    "<tr><td>2 December 2026</td><td><a href='https://example.org/a'>Talks</a></td></tr></table>"
)


@pytest.fixture
def visit_xlsx(tmp_path: Path) -> Path:
    path = tmp_path / "visit.xlsx"
    path.write_bytes(workbook())
    return path


def drop(page: Page, file: Path) -> Locator:
    """Bring a file; the rows of its review."""
    page.locator("input[type=file]").set_input_files(file)
    rows = page.locator(".review .row")
    rows.first.wait_for()
    return rows


def stops(page: Page, wanted: int) -> Frame:
    """The map, once it shows so many stops."""
    for _ in range(100):
        frame = the_map(page)
        if stops_shown(frame) == str(wanted):
            return frame
        page.wait_for_timeout(100)
    raise AssertionError(f"the map does not show {wanted} stops")


def test_the_list_of_a_minister_is_read_and_drawn(visit: Open, visit_xlsx: Path) -> None:
    page = visit("new-tour", wait=False)
    rows = drop(page, visit_xlsx)
    assert rows.count() == 6
    expect(rows.nth(4)).to_contain_text("Tashkent, Uzbekistan")
    expect(rows.nth(4)).to_contain_text("Ташкент")
    expect(page.get_by_text("6 events, 5 stops.")).to_be_visible()
    stops(page, 5)


def test_a_choice_changes_the_row_and_the_map_and_undo_brings_both_back(visit: Open, visit_xlsx: Path) -> None:
    page = visit("new-tour", wait=False)
    rows = drop(page, visit_xlsx)
    stops(page, 5)
    rows.nth(4).locator("td[data-label=City] .pick").click()
    page.locator(".menu .item", has_text="No such place").click()
    expect(page.get_by_role("button", name="Left out 1")).to_be_visible()
    stops(page, 4)
    page.get_by_role("button", name="Undo").click()
    expect(rows.nth(4)).to_contain_text("Tashkent, Uzbekistan")
    stops(page, 5)


def test_all_questions_are_answered_by_the_keyboard(visit: Open, visit_xlsx: Path) -> None:
    page = visit("new-tour", wait=False)
    drop(page, visit_xlsx)
    page.locator(".review").focus()
    page.keyboard.press("n")
    expect(page.locator(".row.here")).to_contain_text("Business forum")
    page.keyboard.press("Enter")
    expect(page.locator(".row.here")).to_contain_text("Ташкент")
    page.keyboard.press("2")
    expect(page.locator(".row.here")).to_contain_text("(region)")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No question is open; nothing is left out.")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_text("1 question, with an answer chosen; nothing is left out.")).to_be_visible()
    page.keyboard.press("k")
    expect(page.locator(".row.here")).to_contain_text("Bishkek")


def test_cells_of_a_web_page_come_with_spans_and_links(visit: Open) -> None:
    page = visit("new-tour", wait=False)
    field = page.get_by_label("Paste cells of a table here")
    field.wait_for()
    field.evaluate(
        """(area, html) => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          data.setData("text/plain", "x");
          area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        COPIED,
    )
    rows = page.locator(".review .row")
    rows.first.wait_for()
    assert rows.count() == 2
    expect(rows.nth(1)).to_contain_text("Astana, Kazakhstan")
    expect(rows.nth(1)).to_contain_text("https://example.org/a")


def test_a_role_is_changed_over_its_column(visit: Open, visit_xlsx: Path) -> None:
    page = visit("new-tour", wait=False)
    drop(page, visit_xlsx)
    page.get_by_role("button", name="Notes is read as summary").click()
    menu = page.locator(".menu")
    expect(menu).to_contain_text("Arrival 08:15, airport ceremony")
    menu.get_by_text("leave out", exact=True).click()
    expect(page.get_by_text("1 column is left out:")).to_be_visible()


def test_markup_in_cells_stays_text(visit: Open, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Date,City,Notes\n2026-12-01,Astana,<img src=x onerror=alert(1)>**b** [a](b) {{7*7}}\n")
    page = visit("new-tour", wait=False)
    rows = drop(page, file)
    expect(rows.first).to_contain_text("<img src=x onerror=alert(1)>**b** [a](b) {{7*7}}")


def test_ten_thousand_rows_are_in_the_page_only_where_they_are_seen(visit: Open, tmp_path: Path) -> None:
    """And the last of them is reached, below the same heading."""
    file = tmp_path / "long.csv"
    lines = (f"{1900 + n % 120}-{n % 12 + 1:02}-{n % 28 + 1:02},{NAMES[n % 3]},Row {n}" for n in range(10_000))
    file.write_text("\n".join(("Date,City,Notes", *lines)))
    page = visit("new-tour", wait=False)
    page.set_default_timeout(60_000)
    rows = drop(page, file)
    assert rows.count() < 60
    page.locator(".st-key-nt_panel").evaluate("(panel) => panel.scrollTo(0, panel.scrollHeight)")
    expect(page.locator(".review .row", has_text="Row 9999")).to_be_visible()
    assert rows.count() < 60
    expect(page.locator(".review thead th").nth(1)).to_be_in_viewport()


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}, "has_touch": True}], indirect=True)
def test_on_a_phone_rows_are_cards_and_nothing_is_wider_than_the_screen(visit: Open, visit_xlsx: Path) -> None:
    page = visit("new-tour", wait=False)
    rows = drop(page, visit_xlsx)
    assert rows.first.evaluate("(row) => getComputedStyle(row).display") == "grid"
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    rows.nth(4).locator("td[data-label=City] .pick").click()
    box = page.locator(".menu").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.locator(".menu .item").nth(1).click()
    expect(rows.nth(4)).to_contain_text("(region)")


@pytest.fixture
def page_of(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Pages of readers who do not know each other."""
    contexts = []

    def made() -> Page:
        contexts.append(browser.new_context(viewport={"width": 1440, "height": 900}))
        contexts[-1].set_default_timeout(15_000)
        return contexts[-1].new_page()

    yield made
    for context in contexts:
        context.close()


@pytest.fixture
def own_app(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """An app with an empty library of its own, and its log with the key."""
    log = tmp_path / "log"
    with served("streamlit_app.py", log, MAPAPP_LIBRARY=str(tmp_path / "library")) as url:
        yield url, log


def test_from_a_workbook_to_an_embedded_map(
    own_app: tuple[str, Path], visit_xlsx: Path, page_of: Callable[[], Page]
) -> None:
    """Whoever has the key keeps and publishes; until then nobody else is shown the tour, and then everybody is."""
    url, log = own_app
    key = re.search(r"\?key=(\S+)", log.read_text())
    assert key
    page, stranger = page_of(), page_of()
    page.goto(f"{url}new-tour?key={key[1]}")
    rows = drop(page, visit_xlsx)
    expect(rows).to_have_count(6)
    page.get_by_role("button", name="Use this tour").click()
    expect(page.get_by_text("It is on the map as a draft")).to_be_visible()
    assert stranger.request.get(f"{url}embed?tour=visit-of-the-minister-to-central-asia").status == 404
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("It is published")).to_be_visible()
    stranger.goto(f"{url}embed?tour=visit-of-the-minister-to-central-asia")
    stranger.wait_for_function("() => document.documentElement.dataset.shown === '5'")


def test_the_pencil_of_a_card_and_of_a_line_opens_the_form(
    own_app: tuple[str, Path], page_of: Callable[[], Page]
) -> None:
    """For whoever has the key, in a copy where the tour ships; nobody else has a pencil."""
    url, log = own_app
    key = re.search(r"\?key=(\S+)", log.read_text())
    assert key
    page, stranger = page_of(), page_of()
    page.goto(f"{url}?key={key[1]}")
    page.locator(".list .event", has_text="Received by President Berdimuhamedov").click()
    the_map(page).get_by_role("button", name="Read more").click()
    expect(the_map(page).locator(".card .pencil")).to_have_count(1)  # the callout has faded
    the_map(page).locator(".card .pencil").click()
    page.get_by_role("button", name="Edit a copy").click()
    expect(page.get_by_label("Title", exact=True)).to_have_value("Received by President Berdimuhamedov")
    page.get_by_role("link", name="Map", exact=True).click()
    page.locator(".list .row", has_text="Remarks to the press").locator(".pencil").click()
    expect(page.get_by_label("Title", exact=True)).to_have_value("Remarks to the press after the ministerial")
    stranger.goto(url)
    stranger.locator(".list .event").first.click()
    the_map(stranger).locator(".card h2").wait_for()
    assert not stranger.locator(".pencil").count() and not the_map(stranger).locator(".pencil").count()


def test_a_table_among_the_tours_opens_from_the_box(tmp_path: Path, page_of: Callable[[], Page]) -> None:
    """For whoever has the key."""
    (tmp_path / "raw.csv").write_text("Date,City\n2026-12-01,Astana\n2026-12-02,Almaty\n")
    settings = {"MAPAPP_LIBRARY": str(tmp_path / "library"), "MAPAPP_TOURS": str(tmp_path)}
    with served("streamlit_app.py", tmp_path / "log", **settings) as url:
        key = re.search(r"\?key=(\S+)", (tmp_path / "log").read_text())
        assert key
        page = page_of()
        page.goto(f"{url}?key={key[1]}")
        page.get_by_role("combobox", name="Tour").click()
        page.get_by_role("option", name="raw, a table to be checked").click()
        expect(page.locator(".review .row")).to_have_count(2)
