"""Which module of mapapp imports which, and in which row each stands.

The rows are read from the docstring of mapapp, so that there is one place where they are written.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = [*sorted((ROOT / "mapapp").rglob("*.py")), *ROOT.glob("streamlit_app.py")]
NAMES = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES}


def _rows() -> list[list[str]]:
    words = ast.get_docstring(ast.parse((ROOT / "mapapp" / "__init__.py").read_text(encoding="utf-8"))) or ""
    return [re.findall(r"``(\w+)``", line) for line in re.findall(r"^\d+\. (.*(?:\n {3}.*)*)", words, re.MULTILINE)]


ROWS = _rows()


def concept(path: Path) -> str:
    """The part of the program that a file belongs to: "catalogue" for mapapp/catalogue/tours.py, "" for mapapp."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return (parts[1] if parts[1] != "__init__" else "") if parts[0] == "mapapp" else parts[0]


def imports(path: Path) -> Iterator[str]:
    """Every module that is imported anywhere in the file, in dotted form; names are taken along with where from.

    Raises ValueError for an import that is relative.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                raise ValueError(f"{path}:{node.lineno}: imports are written in full, not relative")
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def needs(name: str) -> frozenset[str]:
    """The modules of ours, and the libraries by their first names, that a module imports anywhere in its file."""
    found = set()
    for imported in imports(NAMES[name]):
        ours = next((part for part in (imported, imported.rpartition(".")[0]) if part in NAMES), "")
        found.add(ours or imported.split(".")[0])
    return frozenset(found - {name})


def reached(name: str) -> set[str]:
    """All that a module can come to load, by itself and through others."""
    found, open_ = set[str](), [name]
    while open_:
        new = needs(open_.pop()) - found
        found |= new
        open_ += new & NAMES.keys()
    return found


def concepts() -> dict[str, set[str]]:
    """The concepts that each concept of the rows imports, without itself."""
    found: dict[str, set[str]] = {name: set() for row in ROWS for name in row}
    for name, path in NAMES.items():
        if concept(path) in found:
            ours = {concept(NAMES[other]) for other in needs(name) if other in NAMES}
            found[concept(path)] |= (ours & found.keys()) - {concept(path)}
    return found
