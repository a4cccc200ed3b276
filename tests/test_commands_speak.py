"""What commands print is said in the language of the terminal, to the last word: shown in the one that nobody speaks.

A message that is joined to a text before it is said stays English, and no catalogue can help it. In `xx` every word of
the program is accented, so that a plain one in small letters is either data, which each case names, or such a slip.
"""

import errno
import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from mapapp import cli
from mapapp.cli import publish
from mapapp.errors import why
from mapapp.files import toml
from mapapp.languages import offered
from mapapp.message import Message, series, tr
from mapapp.when import When
from mapapp.words.language import ENGLISH, Words
from tests.foreign.brought import brought

TOURS = Path(__file__).parent / "fixtures" / "tours"
# Small letters alone, at least one of them with an accent in `xx`.
PLAIN = re.compile(r"(?<![\w./:=-])(?=[a-z]*[aceinouy])[a-z]{3,}(?![\w./:=-])")
QUOTED = re.compile(r"'[^']*'|“[^”]*”")  # what files say
TABLES = {
    "days.csv": "Date,City\n03.04.2025,Bishkek\n05.04.2025,Bishkek\n09.04.2025,Osh\n",
    "order.csv": "Date,City\n3/4/2025,Bishkek\n15/4/2025,Osh\n",
    "weekday.csv": "Date,City,Status\nMonday 26 March 2025,Bishkek,TBC\n",
    "asked.csv": "Date,City\n3/4/2025,Bishkek\n5/6/2025,Springfield\nsoon,Osh\n",
}


@pytest.fixture(autouse=True)
def _terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "xx")
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text)
    tour = tmp_path / "tour"
    tour.mkdir()
    (tour / "tour.toml").write_text("title = 'T'\ntitle = 'T'\n")
    (tour / "visits.csv").write_text("id,place,arrival,departure\na,Bishkek,3/27/25,2025-05-01\nb,Osh,03/04/2025,\n")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "data"),
    [
        ("geocode Tokmok", ""),
        ("geocode Tashkant", ""),
        ("geocode Springfield", ""),
        (f"geocode {TOURS}/names-in-doubt", "place"),
        ("geocode asked.csv out.csv --jobs 1", ""),
        (f"diff {TOURS}/one-visit {TOURS}/no-events", "talks rivers osh report undated stay"),
        ("import days.csv", "days"),
        ("import order.csv", "order"),
        ("import asked.csv", "asked"),
        ("import weekday.csv", "weekday"),
        ("check tour", "arrival departure traveller kind status summary source country name role organisation"),
        ("check missing", "mapapp check instc northern"),
        ("read missing", "missing"),
        ("read days.csv", ""),
    ],
)
def test_no_word_of_a_command_stays_english(
    arguments: str, data: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["mapapp", *arguments.split()])
    with pytest.raises(SystemExit):
        cli.main()
    out, error = capsys.readouterr()
    told = QUOTED.sub("", out + error)
    assert "[" in told
    assert set(PLAIN.findall(told)) <= set(data.split())


def test_kinds_of_doubt_are_said_in_the_language() -> None:
    """A colon behind them hides them from the words that are looked for above."""
    rows = ["27.03.2025,Springfield", "Monday 26 March 2025,Almatty", "5/6/25,Osh TBC", "soon,Qwxyzburg"]
    reading = brought("Date,City\n" + "\n".join(rows) + "\n")
    facets = [facet for facet, _ in reading.counts.facets]
    assert len(facets) >= 3
    assert all(isinstance(facet, Message) for facet in facets), facets


def test_what_was_published_is_counted_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    publish._tell(SimpleNamespace(kept=["a"], written=["b"], same=1, removed=[], path=Path("/out")))  # type: ignore[arg-type]
    assert PLAIN.findall(capsys.readouterr().err) == []


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EISDIR])
def test_what_the_system_says_is_said_in_every_language(number: int) -> None:
    """In English it is what the system says; no other language has its words."""
    reason = why(OSError(number, os.strerror(number)))
    assert reason == os.strerror(number)
    assert all(Words(code).say(reason) != reason for code in offered() if code != "en")


@pytest.mark.parametrize("text", ["a", "a = 1\na = 2", "a = 1 2", "a = [1", "[a", "a = 'x\n'"])
def test_what_is_wrong_in_toml_is_said_in_every_language(text: str) -> None:
    with pytest.raises(ValueError, match=r"\(at ") as error:
        toml(text)
    assert PLAIN.findall(Words("xx").say(error.value.args[0])) == []


def test_a_date_that_ends_with_a_point_ends_its_sentence() -> None:
    """Within a text, too: ``2025 г. Карта``, where two points had stood."""
    said = tr("{days}. The map changes as you correct.", days=series([When.parse("2025-03-26")]))
    assert "г. Карта" in Words("ru").say(said)
    assert ENGLISH.say(said) == "26 March 2025. The map changes as you correct."


@pytest.mark.parametrize("language", ["ru", "kk"])  # which share no word with English
def test_a_table_that_is_brought_is_told_in_the_language(language: str) -> None:
    """Days with their weekdays, places, statuses and the answers to questions."""
    reading = brought("Date,City,Status\n27.03.2025,Ashgabat,\n3/4/2025,Goris,TBC\n29.03.2025,Almatty,\n")
    words = Words(language)
    said = [words.say(cell.read) for row in reading.rows for cell in row.cells if cell.read]
    said += [words.say(choice.words) for question in reading.questions for choice in question.choices]
    assert said
    assert not re.search(r"day|March|April|Kazakhstan|Turkmenistan|Armenia|such|later", " ".join(said))
