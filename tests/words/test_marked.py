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
    "cli/usage.py": "how argparse says it, which is looked for",
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
    "transit.py": "an error of programmers",
    "publishing/folder.py": "what the list of published files says of itself; errors are marked",
    "ui/opening.py": "the console of who starts the program",
    "web/guards.py": "the name of a status of HTTP",
    "web/origins.py": "the console of who starts the program",
}
_SENTENCE = re.compile(r"[A-Z'“{%][^<>\\|#]*[a-z]{2,} [^<>\\|#]*[a-z]{2,}[^<>\\|#]*")
_SMALL = re.compile(r"[^<>\\|#_]*\b(?:is|are|was|were|cannot|could|may|must|has|have|no|not)\b[^<>\\|#_]*[a-z]{2}")
_PHRASE = re.compile(r"['“]?[A-Z][a-z]+(?: [a-z]+)+[.:…]?")
_MARKUP = re.compile(r">([^<>]+)<|\b(?:aria-label|title|alt|placeholder|content)=\"([^\"]*)\"")
_CODE = re.compile(
    r"SELECT|PRAGMA|INSERT|CREATE|UPDATE|DELETE|WHERE|"
    r"default-src|^\{\W*[\"\n]|[a-z]-src |width=|^import |image/png|no-store"
)
DATA = {  # names of things in files and links, which people read by other words
    "articles/opening/languages.py": ("the of and",),
    "dates/reading.py": (" is not a date",),  # looked for, to be taken off
    "files.py": ("|end of document)",),  # words of the parser of TOML
    "dates/tokens.py": ("the of on", "january february"),
    "foreign/calendars.py": ("All day event",),  # headings as Outlook writes them
    "foreign/answers.py": ("no such place",),  # a judgment, as a file has it
    "foreign/reading.py": ("The traveller",),  # a name, written into the tour's own file
    "geocoding/parting.py": ("not confirmed", "january february"),
    "geocoding/reading.py": ("",),
    "publishing/addresses.py": ("Map",),  # changed into the title of the tour
    "ui/app.py": ("Tour map",),  # until the page says its own
    "ui/article/page.py": ("To check", "Left out"),  # values of a choice, whose words stand beside them
    "words/contents.py": ("Natural Earth",),
}
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


def text_of(node: ast.AST) -> str | None:
    """What a text, an f-string, or texts that are joined or formatted come to; a value in them is ``{}``."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(value.value) if isinstance(value, ast.Constant) else "{}" for value in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = [text_of(node.left), text_of(node.right)]
        return "".join("{}" if part is None else part for part in parts) if any(parts) else None
    return None


def said(text: str) -> bool:
    """Whether a text is one that people read."""
    if _CODE.search(text):
        return False
    if "<" in text:
        found = (re.sub(r"\{[^}]*\}|&\w+;", "", a or b) for a, b in _MARKUP.findall(text))
        return any(re.search("[A-Za-z]{3}", words) for words in found)
    words = len(re.findall(r"[A-Za-z’']{2,}|\{", text))
    sentence = words > 2 and (_SENTENCE.fullmatch(text) or _SMALL.match(text))
    return bool(sentence or _PHRASE.fullmatch(text))


def sentences(source: str) -> Iterator[str]:
    """The English sentences of a module that are not marked."""
    tree = ast.parse(source)
    over = _passed_over(tree)
    for node in ast.walk(tree):
        text = None if id(node) in over else text_of(node)
        if text is None:
            continue
        if not isinstance(node, ast.Constant):
            over |= {id(part) for part in ast.walk(node) if isinstance(part, ast.Constant | ast.BinOp | ast.JoinedStr)}
        if said(text):
            yield text


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_sentence_is_marked(path: Path) -> None:
    if not _stays_english(path):
        data = DATA.get(path.relative_to(ROOT).as_posix(), ("\0",))
        found = sentences(path.read_text(encoding="utf-8"))
        assert [text for text in found if not any(known in text for known in data)] == []


@pytest.mark.parametrize(
    "source",
    [
        'raise Error("The file is empty. Choose another one.")',
        'raise Error("the file is empty; choose another one")',
        'x = f"There is no tour {name} here."',
        """raise Error(f"'{name}={value}' in the link is not one of {known}.")""",
        'x = "There are " + str(n) + " tours"',
        'x = name + " is not a tour of this library"',
        'x = "{} is no tour of this library".format(name)',
        'x = "%s is no tour of this library" % name',
        'WORDS = {"a": "Whole tour", "b": tr("All of it")}',
        'button("Close the card")',
        """x = f'<button aria-label="Close">{name}</button>'""",
        'x = "<h1>Places</h1>"',
        'x = say(cond and "No tour at all")',
    ],
)
def test_a_sentence_is_found_however_it_is_put_together(source: str) -> None:
    assert len(list(sentences(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        'raise Error(tr("The file is empty. Choose another one."))',
        '"""A sentence about the module."""\nx = "SELECT a FROM b WHERE c"\ny = "a-b c"',
        'x = f"<p>{escape(text)}</p>" + "<br>"',
        'x = "width=device-width, initial-scale=1"',
    ],
)
def test_code_is_no_sentence(source: str) -> None:
    assert list(sentences(source)) == []
