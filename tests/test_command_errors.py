"""What each command says to input that it cannot take: a sentence, an exit code that is not 0, and nothing written."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mapapp import cli
from mapapp.cli import ending

TOUR = "us-central-asia-2015"
DAMAGED = {
    "packed.xlsx": b"PK\x03\x04 no archive",
    "packed.ods": b"PK\x03\x04 no archive",
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no cells",
    "bytes.csv": b"\x81\x8d\x00\x98\xff" * 50,
    "empty.csv": b"",
    "empty.txt": b"",
    "page.pdf": b"%PDF-1.4 no pages",
    "text.docx": b"PK\x03\x04 no text",
    "backup.zip": b"PK\x03\x04 no backup",
    "column.csv": b"a,b\n1,2\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_library: Path) -> Iterator[Path]:
    """Where a command finds damaged files, an empty folder with the name of a table, and a pipe; it is as before."""
    assert not own_library.exists()
    for name, content in DAMAGED.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    monkeypatch.chdir(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    yield tmp_path
    after = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir() if path != own_library}
    assert after == before, "something was written, or left behind"


def ended(*arguments: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """How a command ends, and what it says on standard error and standard output."""
    monkeypatch.setattr(sys, "argv", ["mapapp", *arguments])
    with pytest.raises(SystemExit) as end:
        cli.main()
    out, error = capsys.readouterr()
    assert isinstance(end.value.code, int)
    return end.value.code, error + out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("check missing.csv", "'missing.csv' is no folder and no .xlsx, .ods, .xls or .csv file"),
        ("check empty.csv", "The file is empty"),
        ("check TOUR --language xx", "invalid choice: 'xx'"),
        ("export TOUR missing/map.csv", "'missing/map.csv' cannot be written (No such file or directory)"),
        ("export TOUR folder.csv", "'folder.csv' cannot be written (Is a directory). Name another file."),
        ("export packed.xlsx out.csv", "python -m mapapp check packed.xlsx says why"),
        ("import missing.csv", "'missing.csv' cannot be read (No such file or directory). Name another file."),
        ("import folder.csv", "'folder.csv' cannot be read (Is a directory)"),
        ("import pipe.csv", "'pipe.csv' cannot be read (it is a pipe or a device)"),
        ("import packed.xlsx", "This is not a workbook; save the sheets as XLSX."),
        ("import old.xls", "orkbook"),
        ("import empty.csv out", "The file is empty. Choose another one."),
        ("import column.csv out --into TOUR", "OUT and --into exclude each other"),
        ("read missing.txt", "'missing.txt' cannot be read (No such file or directory)"),
        ("read folder.csv", "'folder.csv' cannot be read (Is a directory)"),
        ("read pipe.csv", "'pipe.csv' cannot be read (it is a pipe or a device)"),
        ("read page.pdf", "The file is damaged and cannot be read. Paste the text"),
        ("read text.docx", "The file is damaged and cannot be read. Paste the text"),
        ("read empty.txt", "No text was found in 'empty.txt'"),
        ("publish missing site", "'missing' is no folder"),
        ("publish TOUR empty.csv", "'empty.csv' is no folder. Name another one."),
        ("publish TOUR empty.csv/site", "cannot be written (Not a directory). Name another folder"),
        ("publish TOUR site --address maps", "is not the address of a folder"),
        ("diff TOUR missing", "'missing' is no folder"),
        ("diff packed.xlsx TOUR", "The tour in 'packed.xlsx' cannot be read (this is not a workbook"),
        ("diff TOUR old.xls", "The tour in 'old.xls' cannot be read ("),
        ("diff TOUR empty.csv", "The tour in 'empty.csv' cannot be read ("),
        ("diff TOUR column.csv", "The tour in 'column.csv' cannot be read (table: the column is missing; let"),
        ("diff folder.csv TOUR", "The tour in 'folder.csv' cannot be read (there is no file of a tour in it)"),
        ("library", "the following arguments are required: WHAT"),
        ("library backup missing/a.zip", "'missing/a.zip' cannot be written (No such file or directory)"),
        ("library backup folder.csv", "'folder.csv' cannot be written (Is a directory)"),
        ("library restore missing.zip", "'missing.zip' cannot be read (No such file or directory). Name the backup."),
        ("library restore folder.csv", "'folder.csv' cannot be read (Is a directory)"),
        ("library restore backup.zip", "This is no whole backup of a library. Nothing was restored."),
        ("library restore empty.csv", "This is no whole backup of a library. Nothing was restored."),
        ("check EMPTY", "'' is no folder"),
        ("publish EMPTY out", "'' is no folder"),
        ("publish TOUR EMPTY", "the path is empty; name a file or a folder"),
        ("import EMPTY", "the path is empty; name a file or a folder"),
        ("import empty.csv EMPTY", "the path is empty; name a file or a folder"),
        ("library restore EMPTY", "the path is empty; name a file or a folder"),
        ("geocode EMPTY", "the name is empty; give the name of a place, or a tour"),
        ("geocode folder.csv", "there is no tour in the folder 'folder.csv'"),
        ("geocode folder.csv out.csv", "there is no tour in the folder 'folder.csv'"),
        ("geocode missing.csv out.csv", "'missing.csv' is no folder and no .xlsx, .ods, .xls or .csv file"),
        ("geocode packed.xlsx out.csv", "'packed.xlsx' cannot be read (this is not a workbook"),
        ("geocode empty.csv out.csv", "The table is empty."),
        ("geocode column.csv out.csv", "No column of names is found. Name it: --column place=a"),
        ("geocode Baku --country Atlantis", "'Atlantis' is not a country; write its two-letter"),
        ("geocode Baku --jobs x", "invalid int value: 'x'"),
        ("nonsense", "invalid choice: 'nonsense'"),
        ("", "the following arguments are required: COMMAND"),
    ],
)
def test_what_cannot_be_taken_is_a_sentence(
    arguments: str, sentence: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    named = {"TOUR": TOUR, "EMPTY": ""}
    words = [named.get(word, word) for word in arguments.split()]
    code, said = ended(*words, capsys=capsys, monkeypatch=monkeypatch)
    assert sentence in " ".join(said.split())
    assert (code, "Traceback" in said) == (ending.WRONG_USAGE, False)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["packed.xlsx", "packed.ods", "old.xls", "folder.csv"])
def test_what_is_damaged_is_a_problem_of_the_check(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = ended("check", name, capsys=capsys, monkeypatch=monkeypatch)
    assert code == ending.PROBLEMS and "problems" in said and "Traceback" not in said


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapapp.publishing.site.tour_files", lambda *_: pytest.fail("it was drawn"))
    monkeypatch.setattr(os, "access", lambda *_: False)
    code, said = ended("publish", TOUR, str(tmp_path / "site"), capsys=capsys, monkeypatch=monkeypatch)
    assert code == ending.WRONG_USAGE and "cannot be written (Permission denied). Name another folder" in said


@pytest.mark.parametrize("command", list(cli.COMMANDS))
def test_ctrl_c_ends_without_a_traceback(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_parser", stopped)
    assert ended(command, capsys=capsys, monkeypatch=monkeypatch) == (ending.STOPPED, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", TOUR, "--language", "ar"),
        ("geocode", "Springfield"),
        ("diff", TOUR, "central-asia-2025"),
        ("library", "list"),
        ("export", TOUR, "-", "--format", "csv"),
    ],
)
def test_a_reader_that_has_gone_ends_a_command_quietly(arguments: tuple[str, ...]) -> None:
    """Such as ``head``, which takes some lines and goes."""
    reading, writing = os.pipe()
    os.close(reading)
    with contextlib.closing(os.fdopen(writing, "wb")) as gone:
        command = [sys.executable, "-m", "mapapp", *arguments]
        done = subprocess.run(command, stdout=gone, stderr=subprocess.PIPE, text=True, check=False, cwd=Path.cwd())
    assert "Traceback" not in done.stderr and "BrokenPipe" not in done.stderr
