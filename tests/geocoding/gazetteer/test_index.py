"""The index is unpacked once, however many ask for it first."""

import hashlib
import lzma
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from mapapp import files
from mapapp.errors import GeocodingError
from mapapp.geocoding import offline
from mapapp.geocoding.gazetteer import index
from mapapp.place import Found, Resolution, Toponym, Unknown

VISITORS = 10


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The unpacked bytes of a small index that is packed in tmp_path, with a cache folder of its own."""
    db = sqlite3.connect(tmp_path / "made")
    db.executescript("CREATE TABLE t(a); INSERT INTO t SELECT value FROM json_each('[1,2,3]');")
    db.execute(f"PRAGMA user_version = {index.FORMAT}")
    db.close()
    raw = (tmp_path / "made").read_bytes()
    (tmp_path / index.PACKED).write_bytes(lzma.compress(raw))
    told = f"sha256 = '{hashlib.sha256(raw).hexdigest()}'\nbytes = {len(raw)}\n"
    (tmp_path / index.DESCRIPTION).write_text(told)
    monkeypatch.setenv("MAPAPP_CACHE", str(tmp_path / "cache"))
    return raw


def test_visitors_who_come_together_unpack_once(tmp_path: Path, raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Path] = []
    unpack, gate = index._unpack, Barrier(VISITORS)

    def counted(packed: Path, digest: str) -> bytes:
        calls.append(packed)
        return unpack(packed, digest)

    def visit(_: int) -> bytes:
        gate.wait(10)
        return index.unpacked(tmp_path).read_bytes()

    monkeypatch.setattr(index, "_unpack", counted)
    with ThreadPoolExecutor(VISITORS) as visitors:
        assert set(visitors.map(visit, range(VISITORS))) == {raw}
    assert len(calls) == 1
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".sqlite"]


@pytest.mark.parametrize("at", [0, 100, 4096, 8000])
def test_a_damaged_index_of_the_right_size_is_mended(tmp_path: Path, raw: bytes, at: int) -> None:
    unpacked = index.unpacked(tmp_path)
    unpacked.write_bytes(raw[:at] + b"\xff" * 16 + raw[at + 16 :])
    assert unpacked.stat().st_size == len(raw)
    assert index.unpacked(tmp_path).read_bytes() == raw
    assert index.connect(tmp_path).execute("SELECT sum(a) FROM t").fetchone() == (6,)


def test_an_index_is_read_whole_only_after_somebody_wrote_to_it(
    tmp_path: Path, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    digest = index._digest

    def counted(path: Path) -> str:
        read.append(path)
        return digest(path)

    monkeypatch.setattr(index, "_digest", counted)
    unpacked = index.unpacked(tmp_path)
    index.unpacked(tmp_path)
    assert not read
    os.utime(unpacked)
    for _ in range(3):
        assert index.unpacked(tmp_path).read_bytes() == raw
    assert read == [unpacked]


def test_damage_that_left_no_trace_is_mended_when_it_shows(tmp_path: Path, raw: bytes) -> None:
    unpacked = index.unpacked(tmp_path)
    times = unpacked.stat()
    unpacked.write_bytes(b"\xff" * len(raw))
    os.utime(unpacked, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert index.unpacked(tmp_path) == unpacked
    assert index.connect(tmp_path).execute("SELECT sum(a) FROM t").fetchone() == (6,)


def test_a_name_is_found_although_the_index_broke_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    mended: list[bool] = []

    class Broken:
        def __call__(self, _: Toponym) -> Resolution:
            if not mended:
                raise sqlite3.DatabaseError("database disk image is malformed")
            return Unknown()

    def broken() -> Broken:
        return Broken()

    broken.cache_clear = lambda: None  # type: ignore[attr-defined]
    monkeypatch.setattr(offline, "offline_places", broken)
    monkeypatch.setattr(index, "mend", lambda: mended.append(True))
    assert offline.offline_resolver(Toponym("Aktau")) == Unknown()
    assert mended == [True]


def test_mending_lets_the_resolver_begin_anew() -> None:
    before = offline.offline_places()
    assert offline._mended(sqlite3.DatabaseError("database disk image is malformed"))
    assert offline.offline_places() is not before
    assert isinstance(offline.offline_resolver(Toponym("Aktau", "KZ")), Found)
    assert not offline._mended(ValueError("something else"))


def test_an_index_that_cannot_be_mended_is_one_sentence(tmp_path: Path, raw: bytes) -> None:
    index.unpacked(tmp_path).write_bytes(b"\xff" * len(raw))
    (tmp_path / index.PACKED).write_bytes(b"damaged too")
    with pytest.raises(GeocodingError, match="fetch the repository again"):
        index.connect(tmp_path)


def test_drafts_of_killed_unpackings_are_swept(tmp_path: Path, raw: bytes) -> None:
    unpacked = index.unpacked(tmp_path)
    (unpacked.parent / f"{files.DRAFT}{'0' * 16}{files.PART}").write_bytes(raw[:10])
    index.connect(tmp_path)
    assert [path.name for path in unpacked.parent.iterdir()] == [unpacked.name]
