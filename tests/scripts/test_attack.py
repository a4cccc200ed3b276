"""The attacks in their short form: they reach this machine alone, and a fault of the program shows as one."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from architecture.imports import ROOT
from attacks import drafts, own_routes, pages, running
from attacks.browser import Browsing
from attacks.doors import Door, doors
from attacks.fuzz import tried
from attacks.outcome import judged, table
from attacks.target import chromium, loopback

from mapapp.catalogue.columns import COLUMNS
from mapapp.catalogue.sources import COLUMNS as OF_SOURCES
from mapapp.catalogue.sources import FILE as SOURCES
from mapapp.catalogue.tours import load_tour
from mapapp.exports import FORMATS
from tests.fixtures import injection
from tests.fixtures.places import KnownPlaces


def attack(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "scripts/attack", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)


@pytest.mark.parametrize("address", ["http://example.org", "http://10.0.0.1:8501", "http://127.0.0.1.example.org:8501"])
def test_no_address_but_loopback_is_attacked(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert running.main([address], "") == running.WRONG_USAGE
    said = capsys.readouterr()
    assert said.err.startswith("attack: ") and "loopback" in said.err
    assert not said.out


def test_loopback_is_taken_in_both_forms() -> None:
    assert [loopback(f"http://{host}:8501/maps").base for host in ("localhost", "127.0.0.1")] == ["/maps", "/maps"]


def test_one_fault_among_many_tries_is_a_failure() -> None:
    assert (judged("f", "a", 3, []).held, judged("f", "a", 3, ["it fell"]).held) == (True, False)
    assert "| f | a | 3 | FAILED | it fell and 1 more |" in table([judged("f", "a", 3, ["it fell", "again"])])


@pytest.fixture(scope="module")
def attacked() -> subprocess.CompletedProcess[str]:
    """What the families say that want a running app, which is started once for them."""
    return attack("--short", "--family", "wire,drafts,uploads")


@pytest.mark.servers
def test_what_is_on_the_wire_holds(attacked: subprocess.CompletedProcess[str]) -> None:
    rows = [row for row in attacked.stdout.splitlines() if row.startswith("| wire |")]
    assert rows and all("| held |" in row for row in rows), attacked.stdout + attacked.stderr


OWN = ("?tour=a&q=http://h.invalid", "places?q=//h.invalid", "#h.invalid", "h.invalid", "mailto:a@b.c?body=h.invalid",
       "https://example.org/?h.invalid", "https://h.invalid.example.org", "http://[")  # fmt: skip
OTHERS = ("http://h.invalid", "//h.invalid/a", "https:/\\h.invalid", "https://a@www.h.invalid:8/", " \n//h.invalid",
          "javascript:a", "java\nscript:a", "mailto:a@h.invalid")  # fmt: skip


@pytest.mark.browser
def test_where_a_link_leads_is_told_and_not_what_its_text_is(tmp_path: Path) -> None:
    """Own links that hold the other host's name are passed over, and every one that leads there is found."""
    links = "".join(f"<a href='{to}'>{number}</a>" for number, to in enumerate((*OWN, *OTHERS)))
    page = tmp_path / "page.html"
    page.write_text(f"{links}<img src='//h.invalid/p'><form action='//h.invalid/f'></form>", encoding="utf-8")
    path = chromium()
    assert path, "no Chromium: install one, or leave these tests out with scripts/test --without-browser"

    def looked() -> tuple[list[str], int]:
        with Browsing(path, "http://127.0.0.1:1/") as browsing:
            return browsing.looked(page.as_uri(), "h.invalid")

    with ThreadPoolExecutor(1) as alone:  # another test's browser may have a loop of events in this thread
        wrong, elements = alone.submit(looked).result()
    assert [what for what in wrong if what.startswith("<a>")] == [f"<a> leads to {to}" for to in OTHERS]
    assert [what.partition(" leads")[0] for what in wrong if not what.startswith("<a>")] == [
        "asks file://h.invalid/p",
        "<img>",
        "<form>",
    ]
    assert elements > len(links.split("</a>"))


def test_no_door_falls_to_what_nobody_means() -> None:
    done = attack("--short", "--family", "fuzz")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("| held |") == len(doors())


def test_a_door_that_falls_is_told_with_the_smallest_case() -> None:
    outcome = tried(Door("weak", lambda data: int(data[:2] != b"9" * 2) or 1 / 0, (b"10", b"x"), 1000), 500, 1)
    assert outcome.held is False and outcome.said.startswith("ZeroDivisionError") and "b'99" in outcome.said


def test_the_cases_are_shared_out_among_the_doors() -> None:
    assert sum(door.share for door in doors()) == 1000


def test_every_route_of_the_app_is_attacked() -> None:
    """Those of a tour by who may not see it; what is no file of a format, and not JSON, is a page in a browser."""
    asked = {path.split("?")[0].strip("/") for path in drafts._routes(thorough=True)}
    assert set(own_routes.of_a_tour()) <= asked
    told = {"filters.json", "cards.json", "corridor.json", "labels.json"}
    assert told <= set(own_routes.for_programs())
    others = {n for n in own_routes.of_a_tour() if not n.endswith(".json")} - {f.name for f in FORMATS}
    assert others <= set(pages.PAGES)


@pytest.mark.servers
def test_nobody_reads_a_draft_who_may_not(attacked: subprocess.CompletedProcess[str]) -> None:
    assert attacked.returncode == 0, attacked.stdout + attacked.stderr
    rows = [row for row in attacked.stdout.splitlines() if row.startswith(("| drafts |", "| uploads |"))]
    assert sum("| held |" in row for row in rows) == len(rows) == 5


@pytest.mark.servers
def test_a_library_stays_whole_under_kill_and_many_hands() -> None:
    done = attack("--short", "--family", "library")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("| held |") == 3


WITH_COORDINATES = {  # what is passed over where a row has a position of its own, or no position is asked for
    "visits.csv": ("confidence",),
    "events.csv": ("confidence",),
    "claims.csv": ("country", "place_id", "confidence"),
    "callouts.csv": ("latitude", "longitude"),
}


def test_every_column_of_a_tour_is_attacked_or_holds_no_text(tmp_path: Path) -> None:
    """A column that takes what breaks out, and is not among those that the hostile tour fills, would be forgotten."""
    folder = injection.write_tour(tmp_path / "tour", ["<b>"], ["ru"])
    filled = {path.name: path.read_text(encoding="utf-8").split("\n")[0].split(",") for path in folder.glob("*.csv")}
    for file, columns in {**COLUMNS, SOURCES: OF_SOURCES}.items():
        for column in columns:
            assert not column.spoken or {column.name, f"{column.name}@ru"} <= set(filled[file]), (file, column.name)
            if column.name not in {*filled[file], *WITH_COORDINATES.get(file, ())}:
                assert _refused(folder, file, column.name), f"{file} takes any text as its {column.name}"


def _refused(folder: Path, file: str, column: str) -> bool:
    """Whether a text that breaks out is a problem in that column."""
    path = folder / file
    kept = path.read_text(encoding="utf-8")
    header, rest = kept.split("\n", 1)
    path.write_text(
        f"{column},{header}\n" + "".join(f"<script>,{line}\n" for line in rest.splitlines()), encoding="utf-8"
    )
    problems = load_tour(folder, KnownPlaces()).problems
    path.write_text(kept, encoding="utf-8")
    return any(problem.column == column for problem in problems)


@pytest.mark.servers
def test_what_a_machine_does_holds() -> None:
    done = attack("--short", "--family", "machine")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("| held |") >= 3  # faketime, for the clocks, is not on every machine
