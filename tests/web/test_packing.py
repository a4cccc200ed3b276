"""Contents are packed once, never into other bytes, and never for those who cannot unpack them."""

import gzip
import time
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from mapapp.web import packing
from mapapp.web.packing import Packer, accepts

CONTENT = b"the same words again and again, " * 200


def until(ready: Callable[[], bool]) -> None:
    for _ in range(500):
        if ready():
            return
        time.sleep(0.01)
    pytest.fail("it did not come")


def brotli_of(packer: Packer, content: bytes) -> bytes:
    until(lambda: packer.packed(content, "br")[0] == "br")
    return packer.packed(content, "br")[1]


@pytest.mark.parametrize("accepted", ["gzip", "GZIP", "deflate, gzip;q=0.3", "gzip ;q=1"])
def test_gzip_is_there_at_once(accepted: str) -> None:
    coding, body = Packer().packed(CONTENT, accepted)
    assert (coding, gzip.decompress(body)) == ("gzip", CONTENT)


@pytest.mark.parametrize("accepted", ["", "identity", "gzip;q=0", "gzip; q=0.000", "xgzip", "br;q=0, gzip;q=0"])
def test_who_takes_nothing_gets_the_content(accepted: str) -> None:
    assert Packer().packed(CONTENT, accepted) == ("", CONTENT)


def test_the_first_reader_does_not_wait_for_brotli_and_the_next_gets_it() -> None:
    packer = Packer()
    assert packer.packed(CONTENT, "br, gzip")[0] == "gzip"
    assert brotli.decompress(brotli_of(packer, CONTENT)) == CONTENT
    assert packer.packed(CONTENT, "gzip")[0] == "gzip"
    assert packer.packed(CONTENT, "br;q=0, gzip")[0] == "gzip"


def test_brotli_is_kept_for_the_next_process(tmp_path: Path) -> None:
    first = brotli_of(Packer(tmp_path / "packed"), CONTENT)
    (path,) = (tmp_path / "packed").iterdir()
    assert path.read_bytes() == first
    path.write_bytes(brotli.compress(CONTENT, quality=1))
    assert brotli_of(Packer(tmp_path / "packed"), CONTENT) == path.read_bytes() != first


@pytest.mark.parametrize("damaged", [b"", b"no brotli", brotli.compress(b"something else")])
def test_a_damaged_file_of_an_earlier_process_is_packed_anew(tmp_path: Path, damaged: bytes) -> None:
    brotli_of(Packer(tmp_path), CONTENT)
    (path,) = tmp_path.iterdir()
    path.write_bytes(damaged)
    assert brotli.decompress(brotli_of(Packer(tmp_path), CONTENT)) == CONTENT
    assert brotli.decompress(path.read_bytes()) == CONTENT


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert brotli.decompress(brotli_of(Packer(tmp_path / "file" / "packed"), CONTENT)) == CONTENT


def test_what_becomes_no_smaller_is_sent_as_it_is() -> None:
    noise = bytes(range(256)) * 2
    packed = gzip.compress(noise * 9)[:600]
    assert Packer().packed(packed, "gzip")[0] in ("", "gzip")
    assert Packer().packed(b"short", "br, gzip") == ("", b"short")


def test_memory_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MOST_KEPT", 1000)
    packer = Packer()
    for number in range(200):
        packer.packed(CONTENT + str(number).encode(), "gzip")
    assert packer._bytes <= 1000 == packing.MOST_KEPT
    assert sum(map(len, packer._kept.values())) == packer._bytes > 0


def test_a_name_within_another_is_none() -> None:
    assert not accepts("brotli", "br")
    assert accepts("gzip, deflate, br", "br")
