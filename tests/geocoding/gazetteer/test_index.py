"""The index is unpacked once, however many ask for it first."""

import hashlib
import lzma
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from mapapp.geocoding.gazetteer import index

VISITORS = 10


def test_visitors_who_come_together_unpack_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = b"an index" * 1000
    (tmp_path / index.PACKED).write_bytes(lzma.compress(raw))
    told = f"sha256 = '{hashlib.sha256(raw).hexdigest()}'\nbytes = {len(raw)}\n"
    (tmp_path / index.DESCRIPTION).write_text(told)
    monkeypatch.setenv("MAPAPP_CACHE", str(tmp_path / "cache"))
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
