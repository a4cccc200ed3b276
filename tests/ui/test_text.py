"""The door to Streamlit's Markdown: what it lets through, and that no call of the pages goes round it.

That Streamlit then shows the words as they are is tested in a browser (tests/browser/test_text.py).
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from mapapp.ui.text import labels, plain
from tests.fixtures.markdown import MARKDOWN

UI = Path(__file__).parents[2] / "mapapp" / "ui"
# What each call of Streamlit reads as Markdown: positions and names of its arguments. Anything else that it takes is
# drawn as text or not at all. A call that is not listed has to be looked up before it is used.
MARKDOWN_ARGUMENTS: dict[str, tuple[int | str, ...]] = {
    "title": (0, "body", "help"),
    "markdown": (0, "body", "help"),
    "info": (0, "body"),
    "error": (0, "body"),
    "dialog": (0, "title"),
    "spinner": (0, "text"),
    "expander": (0, "label"),
    "popover": (0, "label", "help"),
    "page_link": ("label", "help"),
    "button": (0, "label", "help"),
    "download_button": (0, "label", "help"),
    "checkbox": (0, "label", "help"),
    "toggle": (0, "label", "help"),
    "text_input": (0, "label", "help"),
    "file_uploader": (0, "label", "help"),
    "selectbox": (0, "label", "help"),
    "text_area": (0, "label", "help"),
    "multiselect": (0, "label", "help"),
    "slider": (0, "label", "help", "format"),
    "select_slider": (0, "label", "help", "format_func"),
    "pills": (0, "label", "help", "format_func"),
    "segmented_control": (0, "label", "help", "format_func"),
    "radio": (0, "label", "help", "format_func", "captions"),
    "form": (),
    "form_submit_button": (0, "label", "help"),
    "code": (),
    "data_editor": (),  # a grid draws its cells and its headings as text
    "login": (),
    "logout": (),
    "empty": (),
    "progress": ("text",),
    "columns": (),
    "date_input": (0, "label", "help"),
    "rerun": (),
    "switch_page": (),
    "stop": (),
    "container": (),
    "fragment": (),
    "get_option": (),
    "html": (),  # every text in it is escaped: tests/ui/test_text_stays_text.py reads what is drawn
    "navigation": (),
    "Page": (),
    "set_page_config": ("menu_items",),  # the title is the text of the browser's tab
}
NEED_FORMAT = {"pills", "segmented_control", "select_slider", "radio"}  # their options are Markdown


@pytest.mark.parametrize(
    "words", ["", "13 events", "Kazakhstan · 3", "mine.csv", "10:30–11:00", "O'Neill (EU)", "A & B"]
)
def test_words_that_stand_for_themselves_are_left_alone(words: str) -> None:
    """Labels are read out by screen readers as they are written."""
    assert plain(words) == words


@pytest.mark.parametrize("name", sorted(MARKDOWN))
def test_what_has_a_meaning_is_changed_and_can_be_read_as_before(name: str) -> None:
    shown = plain(MARKDOWN[name])
    assert shown.replace("\\", "").replace("\u2060", "") == " ".join(MARKDOWN[name].split()).replace("\\", "")
    if name not in ("table", "rule of stars", "only numbers", "task"):
        assert shown != MARKDOWN[name]
    assert labels(lambda _: MARKDOWN[name])(None) == shown


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: str(file.relative_to(UI)))
def test_no_call_of_streamlit_goes_round_the_door(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    wrong = [
        f"line {getattr(call, 'lineno', 0)}: {ast.unparse(call)[:90]}"
        for call in _calls(tree)
        if not _through(call, tree)
    ]
    assert not wrong


@pytest.mark.parametrize(
    "code",
    [
        "st.info(words)",
        "st.info(f'{words} is not known')",
        "st.button('Go ' + words)",
        "st.pills('Topic', topics)",
        "st.pills('Topic', topics, format_func=str)",
        "st.selectbox(words, topics)",
        "st.button('Go', help=words)",
        "st.metric('Events', 3)",
        "st.write(words)",
        "st.info(**words)",
        "st.info(*words)",
        "box = st.container()\nbox.markdown(words)",
        "words = tour.title\nst.info(words)",
        "from streamlit import info",
        "import streamlit",
        "draw = st.info\ndraw(words)",
    ],
)
def test_the_way_round_is_seen(code: str) -> None:
    tree = ast.parse(code if "import" in code else f"import streamlit as st\n{code}")
    assert not all(_through(call, tree) for call in _calls(tree))


def _calls(tree: ast.AST) -> Iterator[ast.AST]:
    """The calls of Streamlit and of what it returned; and whatever else brings its functions into hand."""
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    holders = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _is_streamlit(node.value)
        for target in ast.walk(ast.Tuple(node.targets))
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        used = isinstance(node, ast.Call) and (_is_streamlit(node) or _held(node, holders))
        if _imports(node) or used or (_function(node) and node not in called and not _decorates(node, tree)):
            yield node


def _imports(node: ast.AST) -> bool:
    """Whether it imports Streamlit otherwise than as ``st``."""
    if isinstance(node, ast.Import):
        return any(alias.name == "streamlit" and alias.asname != "st" for alias in node.names)
    return isinstance(node, ast.ImportFrom) and (node.module or "").startswith("streamlit")


def _held(call: ast.Call, holders: set[str]) -> bool:
    func = call.func
    own = isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id in holders
    return own and isinstance(func, ast.Attribute) and hasattr(st, func.attr)


def _is_streamlit(node: ast.AST) -> bool:
    """Whether it is a call such as st.button(...), or several of them."""
    if isinstance(node, ast.Tuple):
        return any(map(_is_streamlit, node.elts))
    return isinstance(node, ast.Call) and _function(node.func)


def _function(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "st"
        and callable(getattr(st, node.attr, None))
        and node.attr not in ("session_state", "query_params", "components")
    )


def _decorates(node: ast.AST, tree: ast.AST) -> bool:
    """Whether it stands before a function (``@st.fragment``) or in a note on types (``list[st.Page]``)."""
    held = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    return any(node in f.decorator_list or (f.returns and node in ast.walk(f.returns)) for f in held)


def _through(node: ast.AST, tree: ast.AST) -> bool:
    """Whether all that the call gives to Markdown is ours, or has gone through the door."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    name = node.func.attr
    if name not in MARKDOWN_ARGUMENTS:
        return False
    given: dict[int | str | None, ast.expr] = dict(enumerate(node.args)) | {k.arg: k.value for k in node.keywords}
    if any(isinstance(argument, ast.Starred) for argument in node.args):
        return False
    if None in given and not _names_only(given[None], tree, MARKDOWN_ARGUMENTS[name]):
        return False
    if name in NEED_FORMAT and "format_func" not in given:
        return False
    return all(_ours(given[place], tree) for place in MARKDOWN_ARGUMENTS[name] if place in given)


def _names_only(value: ast.expr, tree: ast.AST, places: tuple[int | str, ...]) -> bool:
    """Whether what is given with ** is written out nearby, and has none of the arguments."""
    if isinstance(value, ast.Name):
        return all(_names_only(v, tree, places) for v in _assigned(value.id, tree)) and bool(_assigned(value.id, tree))
    return isinstance(value, ast.Dict) and all(
        isinstance(k, ast.Constant) and k.value not in places for k in value.keys
    )


def _ours(value: ast.expr, tree: ast.AST) -> bool:
    if isinstance(value, ast.Constant):
        return True
    if isinstance(value, ast.IfExp):
        return _ours(value.body, tree) and _ours(value.orelse, tree)
    if isinstance(value, ast.Lambda):
        return _ours(value.body, tree)
    if isinstance(value, ast.Name):
        found = _assigned(value.id, tree)
        return bool(found) and all(_ours(v, tree) for v in found)
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in ("plain", "labels")


def _assigned(name: str, tree: ast.AST) -> list[ast.expr]:
    """All that is ever put under that name; a parameter of a function counts as something unknown."""
    found: list[ast.expr] = []
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign | ast.AugAssign | ast.For | ast.NamedExpr | ast.comprehension):
            targets = [node.target]
        names = [n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)]
        if name in names:
            whole = isinstance(node, ast.Assign | ast.AnnAssign) and all(isinstance(t, ast.Name) for t in targets)
            value = node.value if whole and isinstance(node, ast.Assign | ast.AnnAssign) else None
            found.append(value or ast.Name("?"))
        if isinstance(node, ast.arg) and node.arg == name:
            found.append(ast.Name("?"))
    return found
