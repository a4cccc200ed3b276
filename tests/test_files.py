"""Only files are read, only so much of them, and no TOML takes for ever."""

import os
from pathlib import Path

import pytest

from mapapp import files


def test_no_more_is_read_than_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abcdef")
    assert (files.read(tmp_path / "a", 4), files.read(tmp_path / "a", 10)) == (b"abcd", b"abcdef")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files on Windows")
def test_what_has_no_end_is_not_begun(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("pipe", "zero"):
        with pytest.raises(OSError, match="pipe or a device"):
            files.read(tmp_path / name, 10)


def test_what_is_no_file_has_an_error(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    for path in (tmp_path, tmp_path / "loop", tmp_path / "none"):
        with pytest.raises(OSError):
            files.read(path, 10)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a." * 50_000 + "a = 1",
        "[" + "a . " * 50_000 + "a]",
        "x = {" + "'a'." * 50_000 + "a = 1}",
        "a = " + "9" * 10_000,
        "a = [",
    ],
    ids=["brackets", "name", "header", "quoted name", "number", "broken"],
)
def test_absurd_toml_has_one_error(text: str) -> None:
    with pytest.raises(ValueError):
        files.toml(text)


def test_long_texts_in_toml_are_fine() -> None:
    text = "A word. " * 1000 + "https://www.example.org/a.b.c.d.html " + "x" * 500_000
    assert files.toml(f"title = {text!r}\na.b.c = 1") == {"title": text, "a": {"b": {"c": 1}}}
