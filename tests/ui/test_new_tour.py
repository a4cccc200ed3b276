"""The page of a new tour: bringing a table, what the review is told and what it may say, keeping and publishing."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from streamlit.testing.v1 import AppTest

from mapapp import library
from mapapp.assembly import loaded
from mapapp.catalogue.listing import tables_to_check, tour_ids
from mapapp.drafts import unsaved
from mapapp.foreign import Answers
from mapapp.geocoding import offline_resolver
from mapapp.ui import who
from mapapp.ui.new_tour import bring, publish, session
from mapapp.ui.new_tour.session import Work
from mapapp.viewer import ANYBODY, Viewer
from tests.ui.brought_tables import VISIT, read, table
from tests.ui.main_page import APP


@pytest.fixture(autouse=True)
def _own(own_library: Path) -> None:
    """A library for each test."""


@pytest.fixture
def writer(monkeypatch: pytest.MonkeyPatch) -> Viewer:
    viewer = Viewer("Ana", writes=True)
    monkeypatch.setattr(who, "viewer", lambda: viewer)
    return viewer


def open_page() -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60).run()
    link = next(link for link in test.get("page_link") if link.proto.label == "New tour")
    test._page_hash = link.proto.page_script_hash
    test.run()
    assert not test.exception
    return test


def brought(made: Work = VISIT) -> AppTest:
    """The page in review of a table."""
    test = open_page()
    test.session_state["new_tour_work"] = made
    test.session_state["new_tour_stage"] = session.Stage.CHECK
    return ran(test)


def ran(test: AppTest) -> AppTest:
    test.run()
    assert not test.exception
    return test


def press(test: AppTest, key: str) -> AppTest:
    next(button for button in test.button if button.key == key).click()
    return ran(test)


def body(test: AppTest) -> str:
    return "\n".join(str(e.proto.body) for e in test.get("html"))


def test_the_first_step_says_its_limits_and_offers_templates() -> None:
    test = open_page()
    assert "20 MB" in body(test) and "200 columns" in body(test)
    assert [b.proto.label for b in test.get("download_button")] == ["Template for Excel", "Template as CSV"]
    assert test.get("file_uploader")


def test_without_imports_there_is_no_place_for_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_IMPORT", "off")
    test = open_page()
    assert not test.get("file_uploader") and bring.OFF in body(test)


def test_the_review_says_what_there_is_and_draws_its_map() -> None:
    test = brought()
    assert "6 events, 5 stops." in body(test) and "nothing is left out" in body(test)
    assert "1–4 December 2026" in body(test)
    assert len(loaded(test.session_state["new_tour_shown"].id).tour.visits) == 5


def test_a_file_that_is_no_table_is_refused_in_a_sentence() -> None:
    test = brought(Work("x.csv", b"   "))
    assert "The file is empty. Choose another one." in body(test)
    assert test.session_state["new_tour_stage"] == session.Stage.BRING


def test_a_table_with_html_and_markdown_in_its_cells_shows_them_as_text() -> None:
    test = brought(Work("<b>x</b>.csv", table("2026-12-01,Astana,<script>alert(1)</script>")))
    assert "<script>" not in body(test) and "<b>x" not in body(test)


def test_which_sheet_is_asked_where_there_are_several() -> None:
    from xlsxwriter import Workbook

    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    for name, city in (("May", "Astana"), ("June", "Almaty")):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["Date", "City"])
        sheet.write_row(1, 0, ["2026-06-01", city])
    book.close()
    test = brought(Work("two.xlsx", out.getvalue()))
    box = next(box for box in test.selectbox if box.key == "nt_sheet")
    assert box.options == ["May, June, read as one", "May · 2 rows", "June · 2 rows"] and box.value == ""
    assert "sheet “" not in body(test)
    box.select("June")
    ran(test)
    assert "sheet “June”" in body(test)


def test_a_reader_may_look_and_take_along_and_nothing_is_kept() -> None:
    test = press(brought(), "nt_use")
    assert publish.LOCKED in body(test)
    assert library.kept_tours() == ()
    assert {b.proto.label for b in test.get("download_button")} == {"Workbook", "Folder as ZIP"}


def test_a_kept_tour_is_a_draft_until_it_is_published(writer: Viewer) -> None:
    test = press(brought(), "nt_use")
    (kept,) = library.kept_tours()
    assert kept.draft and kept.id not in tour_ids(ANYBODY) and kept.id in tour_ids(writer)
    test = press(test, "nt_publish")
    assert kept.id in tour_ids(ANYBODY)
    assert loaded(kept.id).tour.title == "Visit of the Minister to Central Asia"
    test = press(test, "nt_unpublish")
    assert kept.id not in tour_ids(ANYBODY)
    press(test, "nt_delete")
    assert library.kept_tours() == () and [k.id for k in library.trash()] == [kept.id]


@pytest.mark.usefixtures("writer")
def test_using_the_tour_again_makes_a_new_version_and_no_second_tour() -> None:
    test = press(brought(), "nt_use")
    test.session_state["new_tour_work"] = VISIT.answering(Answers(title="Another title"))
    test.session_state["new_tour_stage"] = session.Stage.CHECK
    press(ran(test), "nt_use")
    (kept,) = library.kept_tours()
    assert kept.newest == 2 and b"Another title" in library.contents(kept.id)["tour.toml"]


@pytest.mark.usefixtures("writer")
def test_who_may_write_no_more_is_told_and_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    test = press(brought(), "nt_use")
    button = next(button for button in test.button if button.key == "nt_publish")
    monkeypatch.setattr(who, "viewer", lambda: ANYBODY)
    button.click()
    test = ran(test)
    assert publish.GONE in body(test) and library.kept_tours()[0].draft


def test_the_workbook_and_the_folder_open_as_the_same_tour() -> None:
    test = brought()
    drawn, shown = test.session_state["new_tour_drawn"], test.session_state["new_tour_shown"]
    assert publish.workbook(drawn.reading)[:2] == b"PK"
    with zipfile.ZipFile(BytesIO(publish.packed(drawn.reading))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    id_ = unsaved.put(files, offline_resolver)
    assert loaded(id_).tour.visits == loaded(shown.id).tour.visits


# A table among the tours


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tours").mkdir()
    (tmp_path / "tours" / "raw.csv").write_bytes(table("2026-12-01,Astana,A", "2026-12-02,Almaty,B"))
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path / "tours"))


@pytest.mark.usefixtures("raw", "writer")
def test_a_table_among_the_tours_is_offered_and_opens_in_review() -> None:
    test = AppTest.from_file(APP, default_timeout=60).run()
    box = next(box for box in test.selectbox if box.key == "tour")
    assert "raw, a table to be checked" in box.options
    box.select("table:raw")
    test = ran(test)
    assert "2 stops." in body(test) and "raw.csv: 2 rows below the headings in line 1." in body(test)


@pytest.mark.usefixtures("writer")
def test_a_workbook_among_the_tours_that_is_none_is_offered_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook of the program's own stays a tour; the file that a spreadsheet puts beside an open one is neither."""
    with xlsxwriter.Workbook(tmp_path / "programme.xlsx") as book:
        sheet = book.add_worksheet("Programme")
        for line, cells in enumerate((["Date", "City"], ["2026-12-01", "Astana"], ["2026-12-02", "Almaty"])):
            sheet.write_row(line, 0, cells)
    with xlsxwriter.Workbook(tmp_path / "journey.xlsx") as book:
        book.add_worksheet("visits").write_row(0, 0, ["id", "place", "arrival"])
    (tmp_path / "~$programme.xlsx").write_bytes(b"lock")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    assert set(tables_to_check()) == {"programme"}
    assert "journey" in tour_ids()
    assert "programme" not in tour_ids()
    test = AppTest.from_file(APP, default_timeout=60).run()
    box = next(box for box in test.selectbox if box.key == "tour")
    box.select("table:programme")
    assert "2 stops." in body(ran(test))


@pytest.mark.usefixtures("raw")
def test_readers_are_not_offered_tables_that_nobody_has_checked() -> None:
    test = AppTest.from_file(APP, default_timeout=60).run()
    assert not any("raw" in option for box in test.selectbox for option in box.options)


# The same table again


FIRST = table("2026-12-01,Astana,A", "2026-12-02,Almaty,B", "2026-12-03,Bishkek,C")


AGAIN = table("2026-12-01,Astana,A", "2026-12-02,Almaty,B changed", "2026-12-04,Tashkent,D")


def keep(data: bytes) -> str:
    """A tour that was made of the table."""
    return library.create("First", read(data, "t.csv").files())


@pytest.mark.usefixtures("writer")
def test_a_newer_state_of_a_table_is_recognised_and_compared_row_by_row() -> None:
    id_ = keep(FIRST)
    test = brought(Work("t.csv", AGAIN))
    assert "This looks like a newer state of the tour “t”." in body(test)
    test = press(test, "nt_into")
    assert "Into the tour “first”: 1 added, 1 changed, 1 removed, 1 unchanged." in body(test)
    assert "<del>B</del> <ins>B changed</ins>" in body(test)
    press(test, "nt_use")
    (kept,) = library.kept_tours()
    assert (kept.id, kept.newest) == (id_, 2) and b"Tashkent" in library.contents(id_)["visits.csv"]


@pytest.mark.usefixtures("writer")
def test_a_table_of_other_rows_and_one_that_is_said_to_be_another_make_tours_of_their_own() -> None:
    keep(FIRST)
    assert "newer state" not in body(brought())
    test = press(brought(Work("t.csv", AGAIN)), "nt_not")
    assert "newer state" not in body(test)
    press(test, "nt_use")
    assert len(library.kept_tours()) == 2


def test_a_reader_is_told_nothing_of_drafts_that_a_table_resembles() -> None:
    keep(FIRST)
    assert "“first”" not in body(brought(Work("t.csv", FIRST)))


@pytest.mark.usefixtures("writer")
@pytest.mark.parametrize("takes_table", [False, True])
def test_what_was_edited_by_hand_stays_unless_one_takes_the_table(takes_table: bool) -> None:
    id_ = keep(FIRST)
    files = library.contents(id_)
    by_hand = files["visits.csv"].replace(b"2026-12-02", b"2026-12-05")
    assert by_hand != files["visits.csv"]
    library.save(id_, files | {"visits.csv": by_hand}, began_from=1)
    later = table("2026-12-01,Astana,A", "2026-12-02 - 2026-12-03,Almaty,B", "2026-12-04,Bishkek,C")
    test = press(brought(Work("t.csv", later)), "nt_into")
    button = next(button for button in test.button if str(button.key).startswith("nt_conflict_visits.csv"))
    assert button.label == "Take the table's"
    press(press(test, str(button.key)) if takes_table else test, "nt_use")
    assert (b"2026-12-05" in library.contents(id_)["visits.csv"]) is not takes_table


def test_the_cells_of_a_table_can_be_edited_in_a_grid() -> None:
    test = press(brought(), "nt_edit")
    assert test.session_state["new_tour_stage"] == session.Stage.BRING
    grid = test.session_state["new_tour_grid"]
    assert grid[0] == ["Date", "City", "Meeting with", "Time", "Notes"] and len(grid[1]) == 6
    test = press(test, "nt_grid_check")
    assert "6 events, 5 stops." in body(test) and "Visit of the Minister to Central Asia" in body(test)
