"""What scripts without a suffix import is there: type checkers pass them over, and benchmarks are seldom run."""

import ast
import importlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest
from architecture.imports import ROOT

SCRIPTS = [
    path
    for path in sorted((ROOT / "scripts").iterdir())
    if path.is_file() and not path.suffix and path.read_bytes().startswith(b"#!/usr/bin/env python3")
]
OURS = {
    "mapapp",
    "tests",
    *(path.stem for path in (ROOT / "scripts").iterdir() if path.suffix == ".py" or path.is_dir()),
}


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """Modules of the project with each name that is taken from them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in {*OURS, "scripts"}:
            yield from ((node.module, alias.name) for alias in node.names)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_what_a_script_imports_is_there(path: Path) -> None:
    for module, name in imported(path):
        found = importlib.import_module(module)
        within = hasattr(found, "__path__") and importlib.util.find_spec(f"{module}.{name}")
        assert hasattr(found, name) or within, f"{module} has no {name}"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_module_beside_a_script_has_one_name(path: Path) -> None:
    """Under a second one it would be loaded twice, with classes that are not equal."""
    assert not [module for module, _ in imported(path) if module.split(".")[0] == "scripts"]


def test_benchmarks_are_among_them() -> None:
    assert sum(path.name.startswith("benchmark-") for path in SCRIPTS) > 8
