"""A backup is the whole library, and what comes back is nothing less and nothing else."""

import io
import shutil
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from mapapp import library

TOML = {"tour.toml": b"title = 'a'"}


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def spoilt() -> bytes:
    """An archive whose packed bytes are none."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("library.json", '{"format": 1}' * 20)
        begin = archive.start_dir - archive.infolist()[0].compress_size
    return out.getvalue()[:begin] + b"\x07" + out.getvalue()[begin + 1 :]


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "lock"
    }


@pytest.fixture
def filled(own_library: Path) -> Path:
    library.create("a", {**TOML, "review.csv": b"secret"}, by="Ana")
    library.save("a", TOML, began_from=1)
    library.publish("a", 2)
    library.create("b", TOML)
    library.create("c", TOML)
    library.delete("c")
    return own_library


def test_a_library_comes_back_as_it_was(filled: Path) -> None:
    """Versions, drafts, what is published and the trash; also where the same is there already."""
    before, saved = everything(filled), library.backup()
    assert library.restore_backup(saved) == {"a": "", "b": "", "c": ""}
    assert everything(filled) == before
    shutil.rmtree(filled)
    assert library.restore_backup(saved) == {"a": "a", "b": "b", "c": "c"}
    assert everything(filled) == before
    assert library.kept("a").published == 2 and library.kept("b").draft and len(library.trash()) == 1


def test_a_tour_that_differs_comes_beside_as_a_draft(filled: Path) -> None:
    saved = library.backup()
    shutil.rmtree(filled)
    library.create("a", {**TOML, "visits.csv": b"other"})
    assert library.restore_backup(saved)["a"] == "a-2"
    assert library.contents("a")["visits.csv"] == b"other"
    assert library.contents("a-2", 1)["review.csv"] == b"secret" and library.kept("a-2").draft
    assert library.restore_backup(saved)["a"] == "", "it came beside the other one before"
    assert sorted(tour.id for tour in library.kept_tours()) == ["a", "a-2", "b"]


@pytest.mark.usefixtures("own_library")
def test_a_backup_that_unpacks_to_very_much_is_never_in_memory_as_a_whole() -> None:
    """Ten versions of 10 MB each, in some kilobytes; one of them at a time is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("library.json", '{"format": 1}')
        for number in range(1, 11):
            archive.writestr(f"tours/a/{number:04}/a/visits.csv", bytes(10_000_000))
            archive.writestr(f"tours/a/{number:04}/a/tour.toml", "title = 'a'")
            archive.writestr(f"tours/a/{number:04}.json", "{}")
    tracemalloc.start()
    assert library.restore_backup(out.getvalue()) == {"a": "a"}
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 50_000_000 and len(library.kept_tours()) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\3\4 no zip",
        zipped(),
        spoilt(),
        zipped(**{"library.json": b'{"format": 2}'}),
        *(
            zipped(**{"library.json": b'{"format": 1}', name: b"x"})
            for name in ("../a", "tours/../a", "tours/a/../../b", "tours/con/0001/con/a", "tours/a/0001/b/a",
                         "tours/a/0001/a", "a", "tours/A/0001/A/a", "/etc/a",
                         "tours/a/0001/a/nul.csv", "tours/a/0001/a/b\\c", "tours/a/x/b",
                         "tours/a/x", "tours/a/x\n", "tours/a/0001", "tours/a/0001.json", "tours/a/.lock")
        ),
        *(
            zipped(**{"library.json": b'{"format": 1}', **dict.fromkeys(names, b"title = 'a'")})
            for names in (("tours/a/0001/a/tour.toml",), ("tours/a/0000/a/tour.toml", "tours/a/0000.json"),
                          ("tours/a/00001/a/tour.toml", "tours/a/00001.json"),
                          ("tours/a/0001/a/tour.toml", "tours/a/0001"))
        ),
    ],
)  # fmt: skip
def test_what_is_no_backup_changes_nothing(filled: Path, data: bytes) -> None:
    before = everything(filled)
    with pytest.raises(library.LibraryError):
        library.restore_backup(data)
    assert everything(filled) == before and not (filled.parent / "a").exists()
