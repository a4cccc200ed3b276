"""Titles for a list of tours: none of them keeps the list waiting, and each is read once."""

import threading
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from mapapp.catalogue import listing
from mapapp.catalogue.titles import MAX_PIECE, MAX_TOML, Titles, read_title

PATIENT = 60.0  # seconds; on a machine with nothing else to do it takes some hundredths


def folder(path: Path, toml: str) -> Path:
    path.mkdir(parents=True)
    (path / "tour.toml").write_text(toml, encoding="utf-8")
    return path


def test_a_list_does_not_wait_for_a_title_that_takes_long(tmp_path: Path) -> None:
    """The title is there the next time."""
    go_on = threading.Event()

    def slow(path: Path) -> str:
        assert go_on.wait(PATIENT)
        return path.name.upper()

    titles, paths = Titles(slow), [folder(tmp_path / name, "") for name in ("a", "b")]
    assert titles.of(paths, seconds=0.01) == dict.fromkeys(paths, "")
    go_on.set()
    assert titles.of(paths, seconds=PATIENT) == {path: path.name.upper() for path in paths}


def test_a_title_is_read_once_until_its_file_changes(tmp_path: Path) -> None:
    """A file that cannot be read is not tried again either."""
    read: list[str] = []

    def once(path: Path) -> str:
        read.append(path.name)
        if path.name == "bad":
            raise ValueError("damaged")
        return "Good"

    titles, paths = Titles(once), [folder(tmp_path / name, "") for name in ("good", "bad")]
    for _ in range(3):
        assert list(titles.of(paths, seconds=PATIENT).values()) == ["Good", ""]
    assert sorted(read) == ["bad", "good"]
    (paths[1] / "tour.toml").write_text("title = 'Mended'")
    titles.of(paths, seconds=PATIENT)
    assert sorted(read) == ["bad", "bad", "good"]


def test_the_title_of_a_folder(tmp_path: Path) -> None:
    assert read_title(folder(tmp_path / "a", "title = ' The tour '")) == "The tour"
    assert read_title(folder(tmp_path / "b", "title = 5")) == ""
    assert read_title(folder(tmp_path / "c", "title = 'x'\n" + "#" * MAX_TOML)) == ""


@pytest.mark.parametrize("separator", [",", ";"])
def test_the_title_of_a_long_file_is_found_at_either_end(tmp_path: Path, separator: str) -> None:
    header, named = separator.join(["table", "key", "value"]), separator.join(["tour", "title", '"A tour, to ""all"""'])
    filling = separator.join(["events", "", "x" * 80]) + "\n"
    many = filling * (3 * MAX_PIECE // len(filling))
    for text in (f"{header}\n{named}\n{many}", f"{header}\n{many}{named}\n", f"{header}\n{named}\n"):
        (tmp_path / "a.csv").write_text(text, encoding="utf-8-sig")
        assert read_title(tmp_path / "a.csv") == 'A tour, to "all"'
    (tmp_path / "a.csv").write_text(f"{header}\n{many}", encoding="utf-8")
    assert read_title(tmp_path / "a.csv") == ""


def test_the_title_of_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "tour"
    sheet.append(["key", "value"])
    sheet.append(["title", "A workbook"])
    book.save(tmp_path / "a.xlsx")
    assert read_title(tmp_path / "a.xlsx") == "A workbook"
    (tmp_path / "b.ods").write_bytes(b"PK and no more")
    assert read_title(tmp_path / "b.ods") == ""


def test_tours_are_listed_by_their_ids_until_their_titles_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(listing, "_titles", Titles(lambda path: (go_on.wait(PATIENT) and path.name.upper()) or ""))
    monkeypatch.setattr(listing, "TOURS", tmp_path)
    for name in ("b", "a"):
        folder(tmp_path / name, "")
    assert listing.tour_titles() == {"a": "a", "b": "b"}
    go_on.set()
    listing.tour_titles(seconds=PATIENT)
    assert list(listing.tour_titles().items()) == [("a", "A"), ("b", "B")]
