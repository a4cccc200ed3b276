"""Two people edit one tour at once, each in a browser of their own: the second is told, and nothing is lost."""

import csv
import io
import re
from pathlib import Path

import pytest
from attacks.target import chromium
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from mapapp import library
from mapapp.catalogue.listing import TOURS
from tests.browser.conftest import PATIENCE, QUIET, served

SAVED = "Saved as version {number}"
UNSAVED = "Only this window has it"


def _grid(page: Page, table: str) -> Locator:
    """The grid of a table of the tour, once it is drawn."""
    page.locator(".st-key-edit_part").get_by_text("Tables", exact=True).click()
    page.locator(".st-key-edit_table").get_by_text(table, exact=True).click()
    grid = page.get_by_test_id("stDataFrame")
    expect(grid.locator("canvas").first).to_be_visible()
    expect(grid.locator("[role=columnheader]").nth(2)).to_have_text("Name")  # the text of what is drawn on a canvas
    return grid


def _write(page: Page, grid: Locator, row: int, text: str) -> None:
    """Write a name as a hand does: into the grid, one cell to the right of the id, so many down, Enter, type, Enter."""
    box = grid.bounding_box()
    assert box
    page.mouse.click(box["x"] + 120, box["y"] + 52)  # the id of the first row
    for key in ("ArrowRight", *["ArrowDown"] * row):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    page.locator("#portal textarea").fill(text)
    page.keyboard.press("Enter")
    expect(page.get_by_text(UNSAVED)).to_be_visible()


def _people(tour: str, number: int) -> list[list[str]]:
    return list(csv.reader(io.StringIO(library.contents(tour, number)["people.csv"].decode())))


@pytest.mark.servers
@pytest.mark.browser
def test_the_second_of_two_editors_is_told_and_nothing_is_lost(
    browser: Browser, own_library: Path, tmp_path: Path
) -> None:
    """What the first saved stays a version, and what the second wrote becomes the newest when he says so."""
    shipped = {file.name: file.read_bytes() for file in (TOURS / "us-central-asia-2015").iterdir()}
    id_ = library.create("Two hands", shipped)
    log = tmp_path / "log"
    other = browser.browser_type.launch(executable_path=chromium(), args=[*QUIET])
    with served("streamlit_app.py", log, MAPAPP_LIBRARY=str(own_library)) as url:
        key = re.search(r"\?key=(\S+)", log.read_text(encoding="utf-8"))
        assert key
        first, second = (each.new_context(viewport={"width": 1440, "height": 900}) for each in (browser, other))
        ana = _opened(first, f"{url}edit?tour={id_}&key={key[1]}")
        second.add_cookies(first.cookies())  # type: ignore[arg-type]  # as they were read
        ben = _opened(second, f"{url}edit?tour={id_}")
        grids = [_grid(page, "People") for page in (ana, ben)]
        _write(ana, grids[0], 0, "Written by Ana")
        _write(ben, grids[1], 1, "Written by Ben")

        ana.get_by_role("button", name="Save", exact=True).click()
        expect(ana.get_by_text(SAVED.format(number=2))).to_be_visible()
        ben.get_by_role("button", name="Save", exact=True).click()
        expect(ben.get_by_role("button", name="Save mine as the newest")).to_be_visible()
        expect(ben.get_by_text(UNSAVED)).to_be_visible()
        assert [version.number for version in library.versions(id_)][:1] == [2], "he was told, and nothing written"
        ben.get_by_role("button", name="Save mine as the newest").click()
        expect(ben.get_by_text(SAVED.format(number=3))).to_be_visible()
        first.close()
        second.close()
    other.close()
    name = _people(id_, 1)[0].index("name")
    names = [[row[name] for row in _people(id_, number)] for number in (1, 2, 3)]
    assert names[1] == [names[0][0], "Written by Ana", *names[0][2:]]
    assert names[2] == [*names[0][:2], "Written by Ben", *names[0][3:]]


def _opened(context: BrowserContext, address: str) -> Page:
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".st-key-edit_part")).to_be_visible()
    return page
