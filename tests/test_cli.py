"""The command line: what it prints and how it ends."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from mapapp import library
from mapapp.catalogue.tours import load_tour
from mapapp.geocoding import offline_resolver
from tests.fixtures.commands import ROOT, run


@pytest.mark.parametrize("tour", ["central-asia-2025", "us-central-asia-2015", "data/tours/central-asia-2025"])
def test_a_tour_without_problems_ends_with_0(tour: str) -> None:
    done = run("check", tour)
    assert (done.returncode, done.stdout) == (0, "")
    assert "no problems" in done.stderr


def test_problems_end_with_1_and_name_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "tour.toml").write_text("title = 'T'\n")
    (tmp_path / "sources.csv").write_text("id,title\ns,S\n")
    (tmp_path / "people.csv").write_text("id,name\np,P\n")
    (tmp_path / "visits.csv").write_text("id,traveller,place,arrival,source\na,p,Tashkent,3 May,s\n")
    done = run("check", str(tmp_path))
    assert done.returncode == 1
    assert "visits.csv:2: arrival: '3 May' names no year in four figures; write YYYY-MM-DD" in done.stdout


def test_a_remark_is_told_and_is_no_problem(tmp_path: Path) -> None:
    """What was read as it was meant needs no mending: the check is passed."""
    (tmp_path / "tour.toml").write_text("title = 'T'\n")
    (tmp_path / "sources.csv").write_text("sep=;\nid;title\ns;S\n")
    (tmp_path / "people.csv").write_text("id;name\np;P\n")
    (tmp_path / "visits.csv").write_text("id;traveller;place;latitude;longitude;source\na;p;Bazaar;40,5;72,8;s\n")
    done = run("check", str(tmp_path))
    assert done.returncode == 0
    assert "sources.csv:1: the line names the semicolon as the separator of cells" in done.stdout
    assert "visits.csv: the comma in its numbers is read as the decimal sign" in done.stdout
    assert "no problems" in done.stderr


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04\0\0", b"\xff\xfe", b"id,traveller\n" + b"a,b\n" * 6_000_000])
def test_a_file_that_is_no_table_is_a_problem(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "tour.toml").write_text("title = 'T'\n")
    (tmp_path / "visits.csv").write_bytes(content)
    done = run("check", str(tmp_path))
    assert done.returncode == 1
    assert "visits.csv" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a-section-to-a-missing-node", "sections.csv:5: to: 'dleta' is not in nodes.csv"),
        ("a-length-shorter-than-the-great-circle", "sections.csv:2: length_km: 57 km is shorter than the great circle"),
        ("a-line-that-misses-its-node", "geometry.geojson:2: the line of 'alpha-beta' does not start at its node"),
        ("a-network-in-two-parts", "sections.csv:5: the network falls into parts"),
        ("no-nodes-file", "nodes.csv: the file is missing"),
    ],
)
def test_a_corridor_is_checked_like_a_tour(name: str, start: str) -> None:
    done = run("check", f"tests/fixtures/corridors/{name}")
    assert done.returncode == 1
    assert any(line.startswith(start) for line in done.stdout.splitlines())


def test_a_corridor_of_the_catalogue_is_checked_by_its_id() -> None:
    done = run("check", "trans-caspian")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Trans-Caspian International Transport Route: 52 nodes, 56 sections" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("check", "nothing"), ("check",), ("nothing",), ("geocode", "x", "--country", "??")]
)
def test_wrong_usage_ends_with_2_and_a_sentence(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "error: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Ashkhabad", "162183"),
        ("Nur-Sultan", "1526273"),
        ("Астана", "1526273"),
        ("Самарканд", "1216265"),
        ("Aktau", "610612"),
    ],
)
def test_names_in_any_spelling_are_found(name: str, id_: str) -> None:
    done = run("geocode", name)
    assert done.returncode == 0
    assert done.stdout.splitlines()[1].endswith(f"geonames:{id_}")


def test_an_ambiguous_name_lists_ids() -> None:
    done = run("geocode", "Springfield")
    assert done.returncode == 1
    assert done.stdout.startswith("ambiguous")
    assert done.stdout.count("geonames:") > 1


def test_namesakes_are_told_apart_and_a_sea_has_no_dangling_comma() -> None:
    assert "Springfield, Illinois, United States  (" in run("geocode", "Springfield", "--country", "US").stdout
    assert "  Caspian Sea  (" in run("geocode", "Caspian Sea").stdout


def test_a_cell_with_two_places_asks_for_a_line_each() -> None:
    done = run("geocode", "Khiva, Bukhara")
    assert done.returncode == 1
    assert done.stdout.startswith("the cell names several places: write a line for each, with its own dates\n")


def test_a_file_is_written_in_the_format_of_its_suffix(tmp_path: Path) -> None:
    done = run("export", "central-asia-2025", str(tmp_path / "map.html"), "--view", "country=KZ")
    assert (done.returncode, done.stderr) == (0, "")
    assert '"query":"v=1\\u0026country=KZ"' in (tmp_path / "map.html").read_text(encoding="utf-8")


def test_standard_output_takes_a_file_too() -> None:
    done = run("export", "central-asia-2025", "-", "--format", "html")
    assert done.returncode == 0
    assert done.stdout.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "wide"),
    [((), True), (("--brief",), False)],
)
def test_a_pdf_is_the_picture_unless_a_brief_is_asked_for(
    tmp_path: Path, arguments: tuple[str, ...], wide: bool
) -> None:
    """The picture is a slide, the brief a page of A4."""
    file = tmp_path / "out.pdf"
    done = run("export", "us-central-asia-2015", str(file), *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    page = PdfReader(file).pages[0].mediabox
    assert (page.width > page.height) == wide


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("map.xyz",), "'xyz' is no format. Let OUT end with a dot and one of"),
        (("-",), "is no format"),
        (("map.html", "--view", "since=x"), "'since=x' in the link is not a date"),
        (("no-such-folder/map.html",), "cannot be written"),
        (("map.kml", "--brief"), "There is no brief as .kml. Let OUT end with .docx, .pdf or .md"),
        (("map.png", "--view", "scale=99"), "'scale=99' in the link is not one of 1, 2, 3, 4"),
    ],
)
def test_a_file_that_cannot_be_meant_ends_with_2_and_a_sentence(arguments: tuple[str, ...], words: str) -> None:
    done = run("export", "central-asia-2025", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_tour_goes_out_as_one_file_and_comes_back(tmp_path: Path, suffix: str) -> None:
    """What is exported can be checked, and exported again to the same bytes."""
    file, again = str(tmp_path / f"kz.{suffix}"), str(tmp_path / f"again.{suffix}")
    assert run("export", "central-asia-2025", file, "--view", "country=KZ").returncode == 0
    checked = run("check", file)
    assert (checked.returncode, checked.stdout) == (0, "")
    assert checked.stderr.startswith("The EU's road to Samarkand: 1 visit, 4 events,")
    assert run("geocode", file).stdout == ""
    assert run("export", file, str(tmp_path / "kz.kml")).returncode == 0
    assert run("export", file, again).returncode == 0
    assert load_tour(Path(again), offline_resolver).tour.events == load_tour(Path(file), offline_resolver).tour.events


def test_an_export_says_which_lines_it_leaves_out(tmp_path: Path) -> None:
    folder = ROOT / "tests" / "fixtures" / "tours" / "names-in-doubt"
    done = run("export", str(folder), str(tmp_path / "out.csv"))
    assert done.returncode == 0
    assert re.fullmatch(
        r"\d+ lines of the tour are left out because of a problem \(.*visits.csv:4, visits.csv:5, .*\); "
        rf"python -m mapapp check {re.escape(str(folder))} says why\n",
        done.stderr,
    )


@pytest.mark.parametrize("name", ["tour.txt", "tour.doc", "missing.xlsx"])
def test_any_other_file_is_no_tour(tmp_path: Path, name: str) -> None:
    if "missing" not in name:
        (tmp_path / name).write_text("title")
    done = run("check", str(tmp_path / name))
    assert done.returncode == 2
    assert "is no folder and no .xlsx, .ods, .xls or .csv file. There is no tour" in done.stderr


LONG = "x" * 5000


@pytest.mark.parametrize("arguments", [("check", LONG), ("export", LONG, "a.csv"), ("check", "a\x1b[2Jb")])
def test_a_name_that_no_file_can_have_is_wrong_usage(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "is no folder and no .xlsx, .ods, .xls or .csv file" in done.stderr
    assert "Traceback" not in done.stderr and "\x1b" not in done.stderr and len(done.stderr) < 1000


def test_a_long_text_is_a_name_that_nothing_has() -> None:
    done = run("geocode", LONG)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_title_does_not_command_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "tour.toml").write_text('title = "a\\u001b[2Jb"\n')
    assert "a\ufffd[2Jb: 0 visits" in run("check", str(tmp_path)).stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of a process")
def test_an_export_that_finds_no_room_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    file = tmp_path / "tour.kml"
    file.write_bytes(b"the old one")
    command = f"ulimit -f 1; exec {sys.executable} -m mapapp export us-central-asia-2015 {file}"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == f"mapapp: '{file}' cannot be written (File too large). Name another file.\n"
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("tour.kml", b"the old one")]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk at hand")
@pytest.mark.parametrize(
    "arguments",
    [("geocode", "Tashkent"), ("export", "central-asia-2025", "-", "--format", "json")],
)
def test_a_full_disk_is_one_sentence(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "mapapp", *arguments]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "mapapp: nothing more can be written (No space left on device). Make room, then try again.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_without_an_output_it_is_said() -> None:
    command = ["sh", "-c", f"exec {sys.executable} -m mapapp geocode Tashkent >&-"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "mapapp: there is no standard output to write to.\n")


def test_a_library_is_listed_saved_and_brought_back(own_library: Path, tmp_path: Path) -> None:
    shipped = {file.name: file.read_bytes() for file in (ROOT / "data" / "tours" / "us-central-asia-2015").iterdir()}
    for title in ("a", "b"):
        library.create(title, shipped, by="Ana")
    library.publish("a", 1)
    listed = run("library", "list")
    assert listed.returncode == 0 and "2 tours in" in listed.stderr
    assert (
        listed.stdout.startswith("a: published, version 1 saved ") and "\nb: draft, version 1 saved " in listed.stdout
    )
    assert run("library", "backup", str(tmp_path / "b.zip")).returncode == 0
    shutil.rmtree(own_library)
    assert "0 tours" in run("library", "list").stderr
    done = run("library", "restore", str(tmp_path / "b.zip"))
    assert (done.returncode, done.stdout) == (0, "a\nb\n") and "2 tours restored" in done.stderr
    again = run("library", "restore", str(tmp_path / "b.zip"))
    assert (again.returncode, again.stderr) == (0, "0 tours restored\n")
    assert again.stdout.splitlines()[0] == "a is there already, the same in all its versions"
    assert run("check", "b").returncode == 0, "a draft is known by its id where its files may be read"
    (tmp_path / "b.zip").write_bytes(b"PK")
    refused = run("library", "restore", str(tmp_path / "b.zip"))
    assert (
        refused.returncode == 2
        and refused.stderr == "mapapp: This is no whole backup of a library. Nothing was restored.\n"
    )


def test_the_terminal_is_spoken_to_in_its_language() -> None:
    said = run("check", "central-asia-2025", language="xx")
    assert "próbléms" in said.stderr
    assert "problems" in run("check", "central-asia-2025", language="tlh_XX.UTF-8").stderr


@pytest.mark.parametrize("language", ["en", "de"])
def test_help_is_as_wide_as_the_terminal(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def widest(columns: int) -> int:
        monkeypatch.setenv("COLUMNS", str(columns))
        return max(map(len, run("export", "--help", language=language).stdout.splitlines()))

    assert widest(60) <= 60
    assert 100 < widest(200) <= 200
