"""Help and usage of every command in the language of the terminal."""

import argparse
import re
from importlib import import_module
from keyword import iskeyword

import pytest

from mapapp import cli
from mapapp.languages import offered
from mapapp.message import Message, tr
from mapapp.words.language import Words

FOREIGN = [code for code in offered() if code != "en"]


def _joined(text: str) -> str:
    """Without the breaks of lines, which argparse sets by the width of the terminal."""
    return re.sub(r"\s+", " ", text)


def _helps(command: str) -> list[str]:
    """What a command says of its arguments, in English."""
    parser = argparse.ArgumentParser()
    import_module(f"mapapp.cli.{command}_" if iskeyword(command) else f"mapapp.cli.{command}").arguments(parser)
    found = [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]
    nested = [c for a in found if isinstance(a, argparse._SubParsersAction) for c in a._choices_actions]
    return [str(action.help) for action in (*found, *nested) if action.help]


def _called(*arguments: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    monkeypatch.setattr("sys.argv", ["mapapp", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    told = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, _joined(told.out + told.err)


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("command", ["", *cli.COMMANDS])
def test_help_leaves_nothing_in_english(
    language: str, command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    code, told = _called(*filter(None, [command]), "--help", capsys=capsys, monkeypatch=monkeypatch)
    words = Words(language)
    texts = [cli.COMMANDS[command], *_helps(command)] if command else [*cli.COMMANDS.values()]
    assert code == 0
    for text in texts:
        said = words.say(text) if isinstance(text, Message) else text
        assert _joined(said) in told
        assert _joined(text) not in told
    for english in ("show this help", "show program's", "positional", "options:" if language != "fr" else "positional"):
        assert english not in told


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "no-such-tour"),
        ("check", "--language", "zz", "central-asia-2025"),
        ("frobnicate",),
        ("import", "a.csv", "--year", "x"),
        ("import", "a.csv", "--day-first", "--month-first"),
        ("export", "central-asia-2025", "a.pdf", "--brief=1"),
        ("export", "central-asia-2025", "a.pdf", "--frob"),
        ("read", "a.txt", "--pub", "2025-01-01"),
        ("read", "a.txt", "--published", "yesterday"),
        ("library",),
        ("library", "restore"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_told_in_the_language_of_the_terminal(
    language: str, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the usage, as in English, and its code."""
    monkeypatch.setenv("LANGUAGE", language)
    code, told = _called(*arguments, capsys=capsys, monkeypatch=monkeypatch)
    assert code == 2
    assert told.startswith(_joined(Words(language).say(tr("usage: "))) + "mapapp")
    own = ("error", "required", "argument ", "invalid choice", "choose from", "unrecognized", "ambiguous", "ignored")
    assert not [word for word in own if word in told.replace("l’argument", "")]


def test_english_goes_as_argparse_says_it(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    code, told = _called("check", capsys=capsys, monkeypatch=monkeypatch)
    assert (code, told.rpartition("check: ")[2].strip()) == (2, "error: the following arguments are required: TOUR")
