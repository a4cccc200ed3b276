"""``check --language``: which texts of a tour or a corridor are missing in a language."""

import sys

import pytest

from mapapp.cli import main
from tests.fixtures import TOURS


def checked(monkeypatch: pytest.MonkeyPatch, what: str, language: str) -> int:
    monkeypatch.setattr(sys, "argv", ["mapapp", "check", what, "--language", language])
    with pytest.raises(SystemExit) as end:
        main()
    assert isinstance(end.value.code, int)
    return end.value.code


def test_each_text_of_a_tour_that_is_missing_is_named_by_its_cell(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(monkeypatch, str(TOURS / "one-visit"), "ru") == 1
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert {"tour: title@ru is missing", "events talks: title@ru is missing"} <= set(lines)
    assert "visits stay: summary@ru is missing" in lines
    assert all(line.endswith(" is missing") for line in lines)
    assert said.err == f"0 of {len(lines)} texts are there\n"


def test_each_text_of_a_corridor_that_is_missing_is_repeated(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(monkeypatch, "tests/fixtures/corridors/alpha-to-delta", "ru") == 1
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert "“Two railways of different gauge and a ferry.” is missing in Русский" in lines
    assert said.err == f"0 of {len(lines)} texts are there\n"


@pytest.mark.parametrize("what", ["central-asia-2025", "us-central-asia-2015", "trans-caspian"])
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_ships_lacks_nothing_in_its_languages(
    what: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(monkeypatch, what, language) == 0
    said = capsys.readouterr()
    there, _, every = said.err.split()[:3]
    assert (said.out, there) == ("", every)
