"""The shape of the code: imports go downhill, each library has one room, nothing grows too large."""

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
from architecture.imports import MODULES, NAMES, ROOT, ROWS, concept, imports, reached
from architecture.picture import svg

ROW = {name: number for number, names in enumerate(ROWS, start=1) for name in names}
ABOVE_ALL = {"__main__": len(ROWS) + 1, "streamlit_app": len(ROWS) + 1}
ROOMS = {
    "pandas": {"selection"},
    "numpy": {"selection", "exports"},
    "folium": {"maps"},
    "branca": {"maps"},
    "geopy": {"geocoding"},
    "streamlit": {"ui", "streamlit_app"},
    "starlette": {"web", "streamlit_app"},
    "matplotlib": {"exports"},
    "pyproj": {"exports"},
    "gpxpy": {"exports"},
    "icalendar": {"exports"},
    "xlsxwriter": {"exports"},
    "docx": {"exports", "articles"},
    "babel": {"words"},
    "natasha": {"articles"},
    "trafilatura": {"articles"},
    "pypdf": {"articles"},
    "pymorphy3": {"articles"},
}
HEAVY = {"pandas", "numpy", "folium", "streamlit", "matplotlib", "openpyxl"}
LATE = {"babel", "difflib", "json", "zipfile", "zoneinfo"}  # what only some tours need
LIGHT = ("mapapp", "mapapp.catalogue.tours", "mapapp.geocoding", "mapapp.cli", "mapapp.__main__")
NAMELESS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "manager",
    "managers",
    "service",
    "services",
    "misc",
}
MAX_MODULE, MAX_FUNCTION = 300, 40  # lines


def _is_python(path: Path) -> bool:
    return path.suffix == ".py" or (not path.suffix and b"python" in path.read_bytes().split(b"\n")[0])


FILES = [*MODULES, *(path for path in sorted((ROOT / "scripts").rglob("*")) if path.is_file() and _is_python(path))]
modules = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
files = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))


def uphill(importer: str, imported: str) -> bool:
    """Whether the import goes against the rows. The first row alone may lean on names that stand to their left."""
    mine, other = ROW.get(importer, ABOVE_ALL.get(importer, 0)), ROW[imported]
    leftwards = mine == other == 1 and ROWS[0].index(imported) < ROWS[0].index(importer)
    return other >= mine and importer != imported and not leftwards


@modules
def test_imports_go_downhill(path: Path) -> None:
    """Siblings of a row do not know each other: what two of them need stands in a row above both."""
    for name in imports(path):
        if (imported := f"{name}.".removeprefix("mapapp.").split(".")[0]) in ROW and name.startswith("mapapp."):
            assert not uphill(concept(path), imported), f"{concept(path)} imports {name}"


@pytest.mark.parametrize("name", NAMES)
def test_no_file_leads_back_to_itself(name: str) -> None:
    """Also not through a function that imports late, or for its types alone: files in a circle are one file."""
    circle = sorted(module for module in reached(name) & NAMES.keys() if name in reached(module))
    assert name not in reached(name), " and ".join(circle)


@pytest.mark.parametrize("name", ["csv", "geojson", "gpkg", "gpx", "ics", "json", "kml"])
def test_a_file_of_data_needs_no_map_no_picture_and_no_table_library(name: str) -> None:
    assert not reached(f"mapapp.exports.{name}") & {"folium", "branca", "pandas", "numpy", "matplotlib"}


@modules
def test_each_library_stays_in_its_room(path: Path) -> None:
    for name in imports(path):
        library = name.split(".")[0]
        assert concept(path) in ROOMS.get(library, {concept(path)}), f"{library} belongs in {ROOMS[library]}"


@modules
def test_each_module_has_its_row(path: Path) -> None:
    assert concept(path) in {"", *ROW, *ABOVE_ALL}, "name it in the docstring of mapapp"


@files
def test_nothing_is_too_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= MAX_FUNCTION, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("pattern", ["tests/**/*.py", "tests/js/*.js", "mapapp/**/*.js"])
def test_no_file_of_tests_or_scripts_of_the_page_is_too_long(pattern: str) -> None:
    """Their functions may be: a table of cases is one."""
    ours = [path for path in ROOT.glob(pattern) if "leaflet" not in path.parts]
    assert ours
    assert not [path.name for path in ours if path.read_text(encoding="utf-8").count("\n") > MAX_MODULE]


@files
def test_each_file_is_named_for_what_it_holds(path: Path) -> None:
    assert not {*path.relative_to(ROOT).with_suffix("").parts} & NAMELESS


@pytest.mark.parametrize("name", [name for name in LIGHT if importlib.util.find_spec(name)])
def test_heavy_libraries_are_not_loaded_for_nothing(name: str) -> None:
    """Checking a folder or finding a place must answer at once; pandas alone takes half a second to import."""
    code = f"import sys, {name}; print(*sorted({HEAVY} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.usefixtures("own_library")  # what a library has is kept as JSON
def test_checking_a_tour_loads_nothing_heavy() -> None:
    """The whole command, not its import alone: names are resolved and every cell is read."""
    code = f"""
import sys
from mapapp.cli import main
sys.argv = ["mapapp", "check", "central-asia-2025"]
try:
    main()
except SystemExit as end:
    assert not end.code
print(*sorted({HEAVY | LATE} & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "no problems" in done.stderr
    assert done.stdout.split() == []  # `scripts/benchmark-check` tells what that is worth


def test_the_picture_of_the_program_is_true() -> None:
    """Sizes may drift between two drawings; boxes and arrows may not. `scripts/draw-architecture` draws it anew."""
    drawn = (ROOT / "docs" / "architecture.svg").read_text(encoding="utf-8")
    shape = [re.sub(r">[^<>]* lines<", "><", picture) for picture in (drawn, svg())]
    assert shape[0] == shape[1], "run scripts/draw-architecture"


def test_the_rows_say_what_they_should() -> None:
    """The rule is only as good as the rows: lower ones know more, and the readers of data do not know each other."""
    assert ROW["errors"] < ROW["place"] < ROW["tour"] == ROW["corridor"] == ROW["view"] < ROW["snapshot"]
    assert ROW["snapshot"] == ROW["palette"] == ROW["tables"] < ROW["catalogue"] == ROW["geocoding"] < ROW["selection"]
    assert ROW["catalogue"] < ROW["maps"] < ROW["exports"] < ROW["cli"] == ROW["web"] == ROW["ui"] == len(ROWS)
    assert uphill("catalogue", "geocoding") and uphill("geocoding", "catalogue") and uphill("place", "tour")
    assert uphill("errors", "when") and not uphill("when", "errors") and not uphill("tour", "place")
    assert not uphill("streamlit_app", "ui") and not uphill("maps", "maps")
