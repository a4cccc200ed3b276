"""Publishing again writes what changed, removes what is ours and gone, and touches nothing of others."""

import json
import os
from pathlib import Path

import pytest

from mapapp.errors import MapappError
from mapapp.publishing.folder import MANIFEST, Folder

FILES = {"index.html": b"list", "one/index.html": b"one", "one/tour.csv": b"1"}


def published(path: Path, files: dict[str, bytes]) -> Folder:
    into = Folder(path)
    into.put(files)
    into.finish()
    return into


def test_the_same_files_are_not_written_again(tmp_path: Path) -> None:
    published(tmp_path, FILES)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = published(tmp_path, FILES)
    assert (again.written, again.same, again.removed) == ([], 3, [])
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    published(tmp_path, FILES)
    again = published(tmp_path, FILES | {"one/tour.csv": b"2"})
    assert again.written == ["one/tour.csv"]
    assert (tmp_path / "one/tour.csv").read_bytes() == b"2"


def test_what_is_published_no_more_is_removed_with_its_folder(tmp_path: Path) -> None:
    published(tmp_path, FILES)
    (tmp_path / "notes.txt").write_text("of others")
    again = published(tmp_path, {"index.html": b"list"})
    assert sorted(again.removed) == ["one/index.html", "one/tour.csv"]
    assert {path.name for path in tmp_path.iterdir()} == {"index.html", "notes.txt", MANIFEST}


def test_what_somebody_changed_stays_and_is_told(tmp_path: Path) -> None:
    published(tmp_path, FILES)
    (tmp_path / "one/tour.csv").write_bytes(b"edited")
    again = published(tmp_path, {"index.html": b"list"})
    assert again.kept == ["one/tour.csv"]
    assert (tmp_path / "one/tour.csv").read_bytes() == b"edited"


def test_a_file_of_others_is_never_written_over(tmp_path: Path) -> None:
    """And nothing else is written either."""
    (tmp_path / "index.html").write_bytes(b"theirs")
    with pytest.raises(MapappError, match="was not written by an earlier publishing"):
        Folder(tmp_path).put(FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert (tmp_path / "index.html").read_bytes() == b"theirs"


def test_a_link_in_the_folder_leads_no_file_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "site/one").symlink_to(tmp_path / "other")
    with pytest.raises(MapappError):
        Folder(tmp_path / "site").put(FILES)
    assert list((tmp_path / "other").iterdir()) == []


def test_a_link_in_the_place_of_a_file_of_ours_leads_nothing_out(tmp_path: Path) -> None:
    published(tmp_path / "site", FILES)
    other = tmp_path / "other"
    other.write_bytes(b"list")
    (tmp_path / "site/index.html").unlink()
    (tmp_path / "site/index.html").symlink_to(other)
    with pytest.raises(MapappError, match=r"Name another folder, or move the file away\."):
        published(tmp_path / "site", FILES | {"index.html": b"new"})
    assert other.read_bytes() == b"list"
    published(tmp_path / "site", {"one/index.html": b"one"})
    assert other.read_bytes() == b"list"


@pytest.mark.parametrize("name", ["index.html", "one/tour.csv", MANIFEST])
def test_a_link_to_what_is_not_there_makes_nothing_elsewhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "site/one").mkdir(parents=True)
    (tmp_path / "site" / name).symlink_to(tmp_path / "other")
    with pytest.raises(MapappError, match=r"Name another folder, or move the file away\."):
        published(tmp_path / "site", FILES)
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("known", [True, False])
def test_nobody_waits_for_a_pipe_in_the_place_of_a_file(tmp_path: Path, *, known: bool) -> None:
    if known:
        published(tmp_path, FILES)
        (tmp_path / "index.html").unlink()
    os.mkfifo(tmp_path / "index.html")
    with pytest.raises(MapappError, match=r"Name another folder, or move the file away\."):
        published(tmp_path, FILES)


def test_a_publishing_that_was_stopped_goes_on(tmp_path: Path) -> None:
    """Files that were put, but not finished, are ours."""
    Folder(tmp_path).put({"one/tour.csv": b"1"})
    again = published(tmp_path, {"one/tour.csv": b"2"})
    assert again.written == ["one/tour.csv"]


@pytest.mark.parametrize("name", ["../notes.txt", "/etc/passwd", "a/../../notes.txt", "a//b", "", "C:/x", "a\\b"])
def test_a_list_that_names_files_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "notes.txt").write_text("of others")
    told = {"version": 1, "files": {name: "0" * 64}}
    (tmp_path / "site" / MANIFEST).write_text(json.dumps(told))
    with pytest.raises(MapappError, match="cannot be read"):
        Folder(tmp_path / "site")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"files": {}}', '{"version": 1, "files": {"a": 1}}', "[" * 9999]
)
def test_a_damaged_list_is_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(MapappError, match="cannot be read"):
        Folder(tmp_path)


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(MapappError, match="is no folder"):
        published(tmp_path / "site", FILES)
