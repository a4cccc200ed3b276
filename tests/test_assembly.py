"""What was read is put together anew when its files change, and goes by its own name."""

import os
import shutil
import time
from pathlib import Path

import pytest

from mapapp import assembly, files
from mapapp.catalogue.tours import LoadedTour
from mapapp.errors import NotInCatalogue
from tests.fixtures import TOURS


def test_a_link_to_nowhere_does_not_hide_the_tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(TOURS / "one-visit", tmp_path / "linked")
    (folder / ".~lock.visits.csv#").symlink_to("nowhere")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    assert len(assembly.loaded("linked").tour.visits) == 1


def test_a_tour_in_one_file_goes_by_the_name_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever id it states, as an export does: links have to lead back to it."""
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    (tmp_path / "mine.csv").write_text("table,key,value\ntour,id,theirs\ntour,title,T\n")
    assert assembly.loaded("mine").tour.id == "mine"


@pytest.mark.skipif(os.name == "nt", reason="Windows seldom allows links")
def test_a_linked_folder_is_found_under_the_name_that_it_is_listed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages and routes ask for the tour by the id that it bears."""
    shutil.copytree(TOURS / "one-visit", tmp_path / "elsewhere" / "target")
    (tmp_path / "tours").mkdir()
    (tmp_path / "tours" / "linked").symlink_to(tmp_path / "elsewhere" / "target")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path / "tours"))
    found = assembly.loaded("linked").tour.id
    assert found == "linked"
    assert assembly.loaded(found).tour.visits
    assert assembly.read(tmp_path / "tours" / "linked").tour.id == "linked"


def test_an_edit_of_the_same_size_and_time_is_seen(tmp_path: Path) -> None:
    """Be it that a clock had not ticked on, or that an editor has set the time back."""
    path = tmp_path / "a"
    path.write_bytes(b"1")
    seen = {assembly.fingerprint(tmp_path)}
    for content in (b"2", b"3", b"4"):
        times = path.stat()
        path.write_bytes(content)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        seen.add(assembly.fingerprint(tmp_path))
    assert len(seen) == 4


def test_an_edit_is_seen_also_where_no_time_and_no_number_of_the_disk_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"1")
    frozen = (tmp_path / "a").stat()
    monkeypatch.setattr(Path, "stat", lambda _: frozen)
    before = files.state(tmp_path / "a")
    with (tmp_path / "a").open("r+b") as file:
        file.write(b"2")
    assert files.state(tmp_path / "a") != before


def test_a_file_that_has_rested_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise AssertionError("it was read")

    (tmp_path / "a").write_bytes(b"1")
    monkeypatch.setattr(files, "read", fail)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 60)
    assert assembly.fingerprint(tmp_path / "a") == assembly.fingerprint(tmp_path / "a")


def test_a_folder_that_vanishes_between_list_and_reading_is_no_tour_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(TOURS / "one-visit", tmp_path / "gone")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    read = assembly._tour

    def vanishing(*arguments: object) -> LoadedTour:
        shutil.rmtree(folder, ignore_errors=True)
        return read(*arguments)

    monkeypatch.setattr(assembly, "_tour", vanishing)
    with pytest.raises(NotInCatalogue, match="There is no tour 'gone'"):
        assembly.loaded("gone")


@pytest.mark.parametrize("missing", ["is_dir", "iterdir"])
def test_a_folder_that_vanishes_has_a_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    before = assembly.fingerprint(tmp_path)

    def gone(_: Path) -> None:
        raise FileNotFoundError

    if missing == "iterdir":
        monkeypatch.setattr(Path, "iterdir", gone)
    else:
        monkeypatch.setattr(Path, "is_dir", lambda _: False)
        monkeypatch.setattr(Path, "stat", gone)
    assert assembly.fingerprint(tmp_path) != before
