"""Tours are kept in versions: each is whole, none is lost, and of two who save at once the second is told."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mapapp import library
from mapapp.catalogue.listing import tour_ids
from mapapp.library.places import writing
from mapapp.viewer import ANYBODY, Viewer
from tests.fixtures.killing import killing

ROOT = Path(__file__).parents[2]
WRITER = Viewer("Ana", writes=True)


def tour(title: str, **more: bytes) -> dict[str, bytes]:
    return {"tour.toml": f"title = '{title}'\n".encode(), **{f"{name}.csv": data for name, data in more.items()}}


def test_what_was_saved_is_there_and_every_version_before_it() -> None:
    id_ = library.create("Visit to Astana", tour("a", visits=b"\xff\0"), by="Ana")
    assert id_ == "visit-to-astana"
    made = library.save(id_, tour("b"), began_from=1, by="Ben", note="A new title")
    assert (made.number, made.by, made.note) == (2, "Ben", "A new title")
    assert library.contents(id_) == tour("b")
    assert library.contents(id_, 1) == tour("a", visits=b"\xff\0")
    assert [(v.number, v.by) for v in library.versions(id_)] == [(2, "Ben"), (1, "Ana")]
    library.restore(id_, 1, began_from=2, by="Ana")
    assert library.contents(id_) == library.contents(id_, 1)
    assert [v.number for v in library.versions(id_)] == [3, 2, 1]


def test_saving_the_same_again_makes_no_version() -> None:
    id_ = library.create("a", tour("a"))
    assert library.save(id_, tour("a"), began_from=1).number == 1
    assert len(library.versions(id_)) == 1


def test_the_second_of_two_editors_is_told_and_nothing_is_lost() -> None:
    id_ = library.create("a", tour("a"))
    library.save(id_, tour("first"), began_from=1, by="Ben")
    with pytest.raises(library.Overtaken, match="Ben saved version 2") as told:
        library.save(id_, tour("second"), began_from=1)
    assert told.value.newest == 2 and library.contents(id_) == tour("first")
    library.save(id_, tour("second"), began_from=told.value.newest)
    assert library.contents(id_, 2) == tour("first") and library.contents(id_) == tour("second")


def _saves(folder: str, name: str) -> None:
    os.environ["MAPAPP_LIBRARY"] = folder
    for turn in range(10):
        while True:
            newest = library.kept("a").newest
            try:
                library.save("a", tour(f"{name}{turn}"), began_from=newest, by=name)
                break
            except library.Overtaken:
                continue


def test_processes_that_save_at_once_lose_no_save(own_library: Path) -> None:
    """Each begins from the newest version again until it is in time; every one of their versions is there."""
    library.create("a", tour("a"))
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_saves, args=(str(own_library), name)) for name in "xyz"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    titles = [library.contents("a", v.number)["tour.toml"] for v in library.versions("a")]
    assert len(titles) == 31 and len(set(titles)) == 31


NEW = {"tour.toml": b"title = 'new'", "visits.csv": b"new"}


def save_new() -> None:
    """The work that is killed."""
    library.save("a", NEW, began_from=library.kept("a").newest)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no kill -9 on Windows")
def test_a_save_killed_at_any_step_leaves_the_old_version_or_the_new_one() -> None:
    """Between any two calls out of our code; the next save sweeps the pieces away and is kept."""
    old = tour("old", visits=b"old")
    library.create("a", old)
    with killing("tests.library.test_versions:save_new", within="mapapp") as tried:
        steps = tried(0)
        assert steps > 40
        for step in range(1, steps + 1, 3):
            library.save("a", {**old, "sources.csv": str(step).encode()}, began_from=library.kept("a").newest)
            before = library.contents("a")
            assert tried(step) == -signal.SIGKILL
            assert library.contents("a") in (before, NEW)
            assert all(set(library.contents("a", v.number)) >= set(NEW) for v in library.versions("a"))


def test_who_keeps_the_library_for_long_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    library.create("a", tour("a"))
    monkeypatch.setattr("mapapp.library.places.PATIENCE", 0.05)
    with writing(), pytest.raises(library.LibraryError, match="Somebody else is writing"):
        library.save("a", tour("b"), began_from=1)
    library.save("a", tour("b"), began_from=1)


HOLDS = """
import time
from mapapp.library.places import writing
with writing():
    print("here", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no kill -9 on Windows")
def test_the_lock_of_a_killed_process_is_free() -> None:
    library.create("a", tour("a"))
    process = subprocess.Popen([sys.executable, "-c", HOLDS], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout and process.stdout.readline() == b"here\n"
    process.kill()
    process.wait()
    process.stdout.close()
    began = time.monotonic()
    library.save("a", tour("b"), began_from=1)
    assert time.monotonic() - began < 10


def test_drafts_are_for_those_who_write() -> None:
    """Everybody sees the published version until the next one is published, the writers the newest."""
    id_ = library.create("a", tour("a"))
    assert library.folders(ANYBODY) == {} and set(library.folders(WRITER)) == {id_}
    library.publish(id_, 1)
    library.save(id_, tour("b"), began_from=1)
    seen = {who: library.folders(who)[id_] / "tour.toml" for who in (ANYBODY, WRITER)}
    assert b"'a'" in seen[ANYBODY].read_bytes() and b"'b'" in seen[WRITER].read_bytes()
    assert library.kept(id_).changed and not library.kept(id_).draft
    library.unpublish(id_)
    assert library.folders(ANYBODY) == {}


def test_nothing_is_written_into_a_library_that_cannot_be(own_library: Path) -> None:
    own_library.write_text("a file", encoding="utf-8")
    with pytest.raises(library.LibraryError, match="cannot be written"):
        library.create("a", tour("a"))


def test_a_library_of_a_newer_program_is_left_alone(own_library: Path) -> None:
    library.create("a", tour("a"))
    (own_library / "library.json").write_text('{"format": 2}', encoding="utf-8")
    with pytest.raises(library.LibraryError, match="format 2"):
        library.save("a", tour("b"), began_from=1)
    with pytest.raises(library.LibraryError, match="format 2"):
        library.kept_tours()
    assert "central-asia-2025" in tour_ids(WRITER)  # what ships is shown all the same


@pytest.mark.parametrize("damage", ["{", "[]", "[" * 100_000, '{"published": "x"}', '{"published": 9}'])
def test_where_a_state_is_damaged_the_tour_is_a_draft(own_library: Path, damage: str) -> None:
    id_ = library.create("a", tour("a"))
    library.publish(id_, 1)
    (own_library / "tours" / id_ / "state.json").write_text(damage, encoding="utf-8")
    assert library.kept(id_).draft and library.folders(ANYBODY) == {}


def test_what_is_not_there_is_said() -> None:
    library.create("a", tour("a"))
    for ask in (library.kept, library.versions, library.contents, library.unpublish, library.delete, library.undelete):
        for id_ in ("b", "../a", "", "a/0001", "con"):
            with pytest.raises(library.NotInLibrary):
                ask(id_)
    with pytest.raises(library.NotInLibrary, match="no version 7"):
        library.contents("a", 7)
    with pytest.raises(library.NotInLibrary, match="deleted in the meantime"):
        library.save("b", tour("b"), began_from=1)
