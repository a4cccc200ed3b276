"""Figures of benchmarks: their tables are read, their goals compared in their own unit and direction."""

import sys
import time
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest
from architecture.imports import ROOT

TABLE = """
| what | beside | mapapp | ratio | goal |
|---|---|---|---|---|
| filter click to changed map, 10 events | 40 ms (barest page) | 49 ms | 1.23 | at most 1.5 |
| exact look-ups a second | 0.48 | 62,209 |  | at least 60,000 |
"""


def loaded(name: str) -> ModuleType:
    """A script without a suffix as a module."""
    spec = spec_from_loader(name, SourceFileLoader(name, str(ROOT / "scripts" / name)))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return loaded("figures")


def test_a_table_becomes_figures_with_their_goals(script: ModuleType) -> None:
    found = {key[1:]: (cell, goal) for key, cell, goal in script.figures("app", TABLE)}
    assert found["filter click to changed map, 10 events", "ratio"] == ("1.23", "at most 1.5")
    assert found["exact look-ups a second", "mapapp"] == ("62,209", "at least 60,000")
    assert found["filter click to changed map, 10 events", "beside"][1] == ""
    assert ("exact look-ups a second", "ratio") not in found and not list(script.figures("app", "no table"))


@pytest.mark.parametrize(
    ("cells", "goal", "verdict"),
    [
        (["1.23", "1.40", "1.90"], "at most 1.5", "kept"),
        (["1.23", "1.60", "1.90"], "at most 1.5", "MISSED"),
        (["62,209", "59,000", "61,000"], "at least 60,000", "kept"),
        (["638 MB (633–656)"], "at most 600 MB", "MISSED"),
        (["0.2 s"], "at most 600 MB", ""),
        (["49 ms"], "at most 1.5", ""),
        (["12"], "", ""),
        (["12"], "opens", ""),
    ],
)
def test_a_goal_is_kept_by_the_median_in_its_unit(
    script: ModuleType, cells: list[str], goal: str, verdict: str
) -> None:
    assert script.kept(cells, goal) == verdict


def test_the_spread_is_told_around_the_median(script: ModuleType) -> None:
    assert script.spread(["1/79", "1/60", "1/90"]) == "1/79 (60 to 90)"
    assert script.spread(["49 ms"]) == "49 ms"


def test_every_benchmark_is_among_them(script: ModuleType) -> None:
    assert {"app", "gazetteer", "peers", "pictures", "reading"} <= script.BENCHMARKS.keys()


@pytest.mark.parametrize("path", sorted((ROOT / "scripts").glob("benchmark-*")), ids=lambda path: path.name)
def test_a_benchmark_that_is_asked_for_help_measures_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor with an option that it does not know."""
    monkeypatch.syspath_prepend(path.parent)
    monkeypatch.setitem(sys.modules, path.name, module := loaded(path.name))
    for option, code, heard in (("--help", 0, "--write"), ("--hepl", 2, "--hepl")):
        monkeypatch.setattr(sys, "argv", [path.name, option])
        with pytest.raises(SystemExit) as ended:
            module.main()
        assert ended.value.code == code
        assert heard in "".join(capsys.readouterr())


def test_a_benchmark_that_does_not_end_is_ended_with_what_it_started(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one that fails is told; what is left of neither goes on."""
    alive = tmp_path / "alive"
    child = f"import time, pathlib\nwhile True: pathlib.Path({str(alive)!r}).touch(); time.sleep(.05)"
    hangs, fails, says = (tmp_path / name for name in ("hangs", "fails", "says"))
    hangs.write_text(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])")
    fails.write_text("raise SystemExit('no browser')")
    says.write_text("print('| a | b |')")
    monkeypatch.setattr(script, "BENCHMARKS", {path.name: path for path in (hangs, fails, says)})
    assert script.measured(sys.executable, "says", 60) == ("| a | b |\n", "")
    assert script.measured(sys.executable, "fails", 60) == ("", "ended with 1: no browser")
    assert script.measured(sys.executable, "hangs", 3) == ("", "was ended after 3 s: ")
    assert alive.exists()
    alive.unlink()
    time.sleep(0.5)
    assert not alive.exists()
