"""The command `read`: proposals with words, doubts and refusals, and the folder of a tour."""

import sys
from pathlib import Path

import pytest

from mapapp.cli import main

TEXT = """RIGA, May 15 - Foreign Minister Testa Wendling arrived in Baku on Monday.
During a meeting with Georgia’s President, the minister spoke of trade.
"""


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["mapapp", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    return int(end.value.code or 0)


def test_it_prints_what_was_read_with_words_doubts_and_refusals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    assert _run(monkeypatch, "read", str(file), "--published", "2025-05-15") == 0
    said = capsys.readouterr().out
    assert "Monday 12 May 2025 · Baku, Azerbaijan · held" in said and "“Baku”" in said
    assert "In doubt: The sentence names no place" in said and "“RIGA” (paragraph 1): the dateline" in said


def test_it_writes_a_tour_that_check_accepts_and_adds_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "a.txt", tmp_path / "tour"
    file.write_text(TEXT)
    assert _run(monkeypatch, "read", str(file), str(out), "--published", "2025-05-15", "--title", "One") == 0
    assert _run(monkeypatch, "check", str(out)) == 0
    assert _run(monkeypatch, "read", str(file), str(out), "--published", "2025-05-15", "--title", "Two") == 0
    assert (out / "visits.csv").read_text().count("Baku") == 1
    assert "look at them" in capsys.readouterr().err


def test_what_cannot_be_read_or_written_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x.txt").write_text("x")
    (tmp_path / "a.txt").write_text(TEXT)
    assert _run(monkeypatch, "read", str(tmp_path / "none.txt")) == 2
    assert _run(monkeypatch, "read", str(tmp_path / "a.txt"), str(tmp_path / "other")) == 2
    assert _run(monkeypatch, "read", str(tmp_path / "a.txt"), "--published", "yesterday") == 2
    (tmp_path / "b.txt").write_text(
        "The harvest was good this year, and the farmers of the valley are content with it."
    )
    assert _run(monkeypatch, "read", str(tmp_path / "b.txt")) == 1
    assert "Traceback" not in capsys.readouterr().err
