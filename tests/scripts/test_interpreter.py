"""A script goes on with the Python of .venv where the one that started it lacks the packages."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """import sys
from pathlib import Path
sys.path.insert(0, {scripts!r})
from interpreter import go_on_with
go_on_with({package!r}, Path({root!r}))
print("here", *sys.argv[1:])
"""


def run(root: Path, package: str) -> subprocess.CompletedProcess[str]:
    script = root / "script"
    scripts = str(Path(__file__).parents[2] / "scripts")
    script.write_text(SCRIPT.format(scripts=scripts, package=package, root=str(root)), encoding="utf-8")
    command = [sys.executable, "-S", str(script), "--write", "a b"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_where_the_package_is_there_nothing_happens(tmp_path: Path) -> None:
    assert run(tmp_path, "json").stdout == "here --write a b\n"


@pytest.mark.skipif(shutil.which("sh") is None, reason="the stand-in for a Python is a shell script")
def test_otherwise_the_same_arguments_go_to_the_python_of_the_environment(tmp_path: Path) -> None:
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nshift\nprintf "there:%s" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    assert run(tmp_path, "no_such_package").stdout == "there:--writethere:a b"


def test_without_an_environment_a_sentence_says_how_to_get_one(tmp_path: Path) -> None:
    done = run(tmp_path, "no_such_package")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("The package no_such_package is missing. Run scripts/test once")
