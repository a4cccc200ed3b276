"""Whatever the program says is marked for translation: no sentence in English stands in the code by itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "mapapp"
MARKS = {"tr", "plural", "pattern", "in_context"}
ENGLISH = {  # what is not said to readers, or stays English for a reason
    "articles/languages": "words of the languages that articles are written in",
    "articles/model/wire.py": "what a language model is asked",
    "cli": "the help of commands; what they tell is marked",
    "exports/gpkg.py": "names of layers, which programs read",
    "exports/picture/svg.py": "names of typefaces",
    "exports/picture/typeface.py": "names of typefaces",
    "foreign/telling.py": "titles of events, written into the tour's own file",
    "foreign/people.py": "offices, written into the tour's own file",
    "geocoding/online/wire.py": "how the program calls itself to a service, and geopy's own errors",
    "geocoding/online/sqlite.py": "the log",
    "geocoding/offline_geocoder.py": "errors of geopy, for programs",
    "geocoding/weights.py": "why a weight is what it is, for whoever changes it",
    "maps/state.py": "who must be named for the tiles, as they ask for it",
    "message.py": "an error of programmers",
    "publishing/folder.py": "what the list of published files says of itself; errors are marked",
    "reconciliation": "a protocol of programs, whose words are English",
    "ui/opening.py": "the console of who starts the program",
    "web/guards.py": "the name of a status of HTTP",
    "web/ogc": "a protocol of programs, whose words are English",
    "web/origins.py": "the console of who starts the program",
    "web/reconcile.py": "a protocol of programs, whose words are English",
}
_SENTENCE = re.compile(r"[A-Z'“{][^<>=\\|#]*[a-z]{2,} [^<>=\\|#]*[a-z]{2,}[^<>=\\|#]*")
_CODE = re.compile(r"SELECT|PRAGMA|INSERT|CREATE|default-src|^\{|[a-z]-src ")
MODULES = sorted(ROOT.rglob("*.py"))


def _stays_english(path: Path) -> bool:
    name = path.relative_to(ROOT).as_posix()
    return any(name == room or name.startswith(f"{room}/") for room in ENGLISH)


def _passed_over(tree: ast.Module) -> set[int]:
    """Nodes within what is marked, and texts that nobody reads: of documentation, annotations and comparisons."""
    found: set[int] = set()
    for node in ast.walk(tree):
        inside: list[ast.AST | None] = []
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inside = [node.value]
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS:
            inside = [node]
        elif isinstance(node, ast.AnnAssign) or (isinstance(node, ast.arg) and node.annotation):
            inside = [node.annotation]
        elif isinstance(node, ast.FunctionDef):
            inside = [node.returns]
        found |= {id(each) for top in inside if top for each in ast.walk(top)}
    return found


def sentences(source: str) -> Iterator[str]:
    """The English sentences of a module that are not marked."""
    tree = ast.parse(source)
    over = _passed_over(tree)
    for node in ast.walk(tree):
        if id(node) in over:
            continue
        if isinstance(node, ast.JoinedStr):
            over |= {id(value) for value in node.values if isinstance(value, ast.Constant)}
            text = "".join(str(value.value) if isinstance(value, ast.Constant) else "{}" for value in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if len(text.split()) > 2 and _SENTENCE.fullmatch(text) and not _CODE.search(text):
            yield text


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_sentence_is_marked(path: Path) -> None:
    if not _stays_english(path):
        assert list(sentences(path.read_text(encoding="utf-8"))) == []


def test_sentences_are_told_from_code() -> None:
    assert len(list(sentences('raise Error("The file is empty. Choose another one.")\n'))) == 1
    assert len(list(sentences('x = f"There is no tour {name} here."\n'))) == 1
    assert list(sentences('raise Error(tr("The file is empty. Choose another one."))\n')) == []
    assert list(sentences('"""A sentence about the module."""\nx = "SELECT a FROM b WHERE c"\ny = "a-b c"\n')) == []
