"""Only files are read, only so much of them, no TOML takes for ever; and a file is written whole or not at all."""

import errno
import os
import signal
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mapapp import files
from tests.fixtures.killing import killing

ROOT = Path(__file__).parents[1]


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


def write_new(target: str) -> None:
    """The work that is killed."""
    files.write(Path(target), b"new" * 100_000)


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("content", [b"\xff\0a\r\nb", "é\r\nb\n", b""])
def test_what_is_written_is_there_and_nothing_else(tmp_path: Path, content: bytes | str) -> None:
    for _ in range(2):
        files.write(tmp_path / "a", content)
        assert (tmp_path / "a").read_bytes() == (content if isinstance(content, bytes) else content.encode())
        assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no kill -9 on Windows")
def test_a_process_killed_at_any_step_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    """Between any two calls into the system; the next writing takes the draft away."""
    target = tmp_path / "a"
    seen, most = set(), 0
    with killing("tests.test_files:write_new", target) as tried:
        steps, new = tried(0), b"new" * 100_000
        assert target.read_bytes() == new and steps > 10
        for step in range(1, steps + 1):
            target.write_bytes(b"old")
            assert tried(step) == -signal.SIGKILL
            seen.add(target.read_bytes())
            most = max(most, len(list(tmp_path.iterdir())))
    assert seen == {b"old", new}
    assert most == 2  # the file and one draft, as each writing takes away what the last one left
    files.write(target, b"newer")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no such limits on Windows")
def test_a_full_disk_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    code = """
import resource, sys
from pathlib import Path
from mapapp import files
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    files.write(Path(sys.argv[1]), b"new" * 1000)
except OSError as error:
    print(error.strerror)
"""
    (tmp_path / "a").write_bytes(b"old")
    assert run(code, tmp_path / "a").stdout == f"{os.strerror(errno.EFBIG)}\n"
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_fault_in_the_middle_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KeyboardInterrupt):
        files.write(tmp_path / "a", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_permissions_stay_and_new_files_have_those_that_are_usual(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    files.write(tmp_path / "new", b"new")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode
    for mode in (0o600, 0o640, 0o755):
        (tmp_path / "new").chmod(mode)
        files.write(tmp_path / "new", b"newer")
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == mode


def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rename asks for the folder alone; root, who may write anything, is simulated."""
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        files.write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    with pytest.raises(IsADirectoryError):
        files.write(tmp_path, b"new")
    with pytest.raises(FileNotFoundError):
        files.write(tmp_path / "none" / "a", b"new")


@pytest.mark.skipif(os.name == "nt", reason="Windows seldom allows links")
def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder/a")
    for content in (b"first", b"second"):
        files.write(tmp_path / "link", content)
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "folder" / "a").read_bytes() == content
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OSError):
        files.write(tmp_path / "loop", b"lost")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files on Windows")
def test_a_pipe_and_a_device_are_written_to_as_they_are(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor(1) as reader:
        found = reader.submit((tmp_path / "pipe").read_bytes)
        files.write(tmp_path / "pipe", b"through")
        assert found.result(10) == b"through"
    files.write(Path(os.devnull), b"gone")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    files.write(tmp_path / ("a" * 255), b"new")
    assert (tmp_path / ("a" * 255)).read_bytes() == b"new"


def test_nobody_waits_for_a_pipe_that_is_called_like_a_draft(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / f"{files.DRAFT}0{files.PART}")
    (tmp_path / f"{files.DRAFT}1{files.PART}").symlink_to(f"{files.DRAFT}0{files.PART}")
    files.write(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text() == "new"


def test_a_draft_that_somebody_writes_is_not_swept(tmp_path: Path) -> None:
    handle, draft = files._draft(tmp_path)
    (tmp_path / f"{files.DRAFT}{'0' * 16}{files.PART}").write_bytes(b"left over")
    (tmp_path / ".mapapp-notes").write_bytes(b"not a draft")
    files.sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {draft.name, ".mapapp-notes"}
    os.close(handle)
    files.sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {".mapapp-notes"}


def test_many_writers_of_one_file_leave_one_of_theirs(tmp_path: Path) -> None:
    """Each sweeps before it writes, and takes nobody's draft away."""
    contents = [bytes([65 + i]) * 10_000 for i in range(8)]
    with ThreadPoolExecutor(8) as writers:
        for _ in range(20):
            list(writers.map(lambda content: files.write(tmp_path / "a", content), contents))
            assert (tmp_path / "a").read_bytes() in contents
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, "9" * 5000, "", "nothing", b"\xff", b"\xed\xa0\x80"]
)
def test_what_is_no_json_is_a_value_error(text: bytes | str) -> None:
    with pytest.raises(ValueError):
        files.json(text)


def test_json_of_others_holds_no_half_letters() -> None:
    """Nor in names of values; whole ones, and what only looks like one, stay."""
    said = r'{"\udc00": ["\uD83C", "\ud83c\udf0d", "\\ud83c", "\ud55c", 1.5, null]}'
    assert files.json(said) == {"?": ["?", "\U0001f30d", "\\ud83c", "\ud55c", 1.5, None]}
