"""The command ``geocode`` for a tour and with a service, as people call it, against a server on this machine."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fixtures import commands
from tests.fixtures.geocoding_server import Asked, GeocodingServer, Reply, geocoding_server, nominatim_place, told

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "mapapp", "geocode"]
KNOWN = {"Xyzzyburg": nominatim_place("Xyzzyburg", 43.25, 76.95), "Plughburg": nominatim_place("Plughburg", 51.1, 71.4)}


def answer(asked: Asked) -> Reply:
    """What the server knows of the name."""
    name = asked.query["q"]
    return told([KNOWN[name]] if name in KNOWN else [])


@pytest.fixture
def server(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GeocodingServer]:
    assert own_cache.is_dir()
    with geocoding_server(answer) as running:
        monkeypatch.setenv("MAPAPP_NOMINATIM_URL", running.address)
        yield running


@pytest.fixture
def tour(tmp_path: Path) -> Callable[..., str]:
    """A tour with these places and countries."""

    def made(*rows: tuple[str, str]) -> str:
        folder = tmp_path / "tour"
        folder.mkdir()
        (folder / "tour.toml").write_text("title = 'T'\n")
        (folder / "sources.csv").write_text("id,title\ns,S\n")
        (folder / "people.csv").write_text("id,name\np,P\n")
        lines = [f'v{i},p,"{place}",{country},2025-03-0{i},s\n' for i, (place, country) in enumerate(rows, 1)]
        head = "id,traveller,place,country,arrival,source\n"
        (folder / "visits.csv").write_text(head + "".join(lines), encoding="utf-8")
        return str(folder)

    return made


def run(*arguments: str) -> commands.Done:
    return commands.run("geocode", *arguments)


def test_a_tour_is_resolved_offline_row_by_row(tour: Callable[..., str]) -> None:
    done = run(tour(("Almaty", "KZ"), ("Springfield", ""), ("Xyzzyburg", "KZ")))
    assert done.returncode == 1
    heads = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert heads == [
        "visits.csv:2: place: Almaty, Kazakhstan: found",
        "visits.csv:3: place: Springfield: ambiguous: write the id of the one that is meant into the file",
        "visits.csv:4: place: Xyzzyburg, Kazakhstan: unknown",
    ]
    assert done.stdout.splitlines()[1].endswith("geonames:1526384")
    assert done.stderr == "1 of 3 names found\n"


def test_a_tour_that_ships_needs_nobody_online(server: GeocodingServer) -> None:
    done = run("central-asia-2025", "--service", "nominatim")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Every name is found offline. Nothing is sent to 127.0.0.1" in done.stderr
    assert server.asked == []


def test_only_names_in_doubt_are_sent_and_the_user_is_told_before(
    server: GeocodingServer, tour: Callable[..., str]
) -> None:
    done = run(tour(("Almaty", "KZ"), ("Xyzzyburg", "KZ")), "--service", "nominatim")
    assert done.returncode == 0
    assert server.names == ["Xyzzyburg"]
    host = server.address.removeprefix("http://")
    told_before = f"To {host} (Nominatim) these names go, at most one a second, and nothing else:\n"
    assert done.stderr.startswith(f"{told_before}  Xyzzyburg, Kazakhstan\n")
    assert "© OpenStreetMap contributors. ODbL 1.0" in done.stderr
    head, candidate, reasons = done.stdout.splitlines()
    assert head == "visits.csv:3: place: Xyzzyburg, Kazakhstan: found"
    assert candidate.startswith("  1.00  Xyzzyburg, Kazakhstan  (43.2500, 76.9500)")
    assert candidate.endswith("[geo:43.25000,76.95000]")
    assert reasons.strip().startswith("nominatim, osm:node/")


def test_what_is_printed_can_be_written_into_the_file(server: GeocodingServer, tour: Callable[..., str]) -> None:
    folder = tour(("Xyzzyburg", "KZ"))
    done = run(folder, "--service", "nominatim")
    cell = "Xyzzyburg " + done.stdout.splitlines()[1].split("  ")[-1]
    assert len(server.asked) == 1
    file = Path(folder) / "visits.csv"
    file.write_text(file.read_text().replace('"Xyzzyburg"', f'"{cell}"'))
    checked = commands.run("check", folder)
    assert (checked.returncode, checked.stdout) == (0, "")


def test_all_names_are_sent_where_that_is_asked_for(server: GeocodingServer, tour: Callable[..., str]) -> None:
    done = run(tour(("Almaty", "KZ"), ("Almaty", "KZ")), "--service", "nominatim", "--all")
    assert done.returncode == 0
    assert server.names == ["Almaty"], "once for both rows"
    assert done.stdout.count("geonames:1526384") == 2


def test_run_again_it_asks_nobody(server: GeocodingServer, tour: Callable[..., str]) -> None:
    folder = tour(("Xyzzyburg", "KZ"), ("Frobozzburg", "KZ"))
    first, second = run(folder, "--service", "nominatim"), run(folder, "--service", "nominatim")
    assert first.returncode == second.returncode == 1, "Frobozzburg is known to nobody, and that is remembered"
    assert second.stdout == first.stdout
    assert server.names == ["Xyzzyburg", "Frobozzburg"]
    assert "Nothing is sent to 127.0.0.1" in second.stderr
    assert "Answered before, or no names to ask for: 2." in second.stderr
    assert server.asked[1].at - server.asked[0].at >= 1.0, "one request a second"


def test_killed_half_way_it_goes_on_where_it_stopped(server: GeocodingServer, tour: Callable[..., str]) -> None:
    folder = tour(("Xyzzyburg", "KZ"), ("Plughburg", "KZ"))
    server.answer = lambda asked: answer(asked) if asked.query["q"] == "Xyzzyburg" else Reply(delay=30)
    with subprocess.Popen(
        [*COMMAND, folder, "--service", "nominatim"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        wait_for(lambda: len(server.asked) == 2)
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    server.answer = answer
    done = run(folder, "--service", "nominatim")
    assert done.returncode == 0
    assert server.names == ["Xyzzyburg", "Plughburg", "Plughburg"]


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(3000):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("it did not happen")


def test_a_pause_of_the_server_ends_the_run_with_what_to_do(server: GeocodingServer, tour: Callable[..., str]) -> None:
    folder = tour(("Xyzzyburg", "KZ"), ("Plughburg", "KZ"), ("Frobozzburg", "KZ"))
    busy = Reply(429, headers=(("Retry-After", "3600"),))
    server.answer = lambda asked: answer(asked) if asked.query["q"] == "Xyzzyburg" else busy
    done = run(folder, "--service", "nominatim")
    assert done.returncode == 2
    assert "visits.csv:2: place: Xyzzyburg, Kazakhstan: found" in done.stdout
    assert "has asked for a pause and is left alone until" in done.stderr
    late = [line for line in done.stdout.splitlines() if line.endswith(": left, not looked up yet")]
    assert [line.split(":")[1] for line in late] == ["3", "4"], "a line for each of them"
    assert "2 names are left; what was answered is kept, and the same command goes on from there" in done.stderr
    assert "Traceback" not in done.stderr
    assert server.names == ["Xyzzyburg", "Plughburg"]


def test_one_query_that_is_refused_does_not_stop_the_others(server: GeocodingServer, tour: Callable[..., str]) -> None:
    folder = tour(("Frobozzburg", "KZ"), ("Xyzzyburg", "KZ"))
    server.answer = lambda asked: answer(asked) if asked.query["q"] == "Xyzzyburg" else Reply(400)
    done = run(folder, "--service", "nominatim")
    assert done.returncode == 1
    heads = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert heads[0].startswith("visits.csv:2: place: Frobozzburg, Kazakhstan: could not be looked up: Nominatim (127.")
    assert heads[0].endswith("cannot read this query (400); look the name up under another spelling")
    assert heads[1].endswith(": found")


def test_a_single_name_may_go_to_a_service(server: GeocodingServer) -> None:
    done = run("Xyzzyburg", "--country", "KZ", "--service", "nominatim")
    assert done.returncode == 0
    assert done.stdout.startswith("found\n  1.00  Xyzzyburg, Kazakhstan")
    assert done.stderr.startswith("The name 'Xyzzyburg' and the country Kazakhstan are sent to 127.0.0.1")
    assert server.asked[0].query["countrycodes"] == "kz"


def test_a_server_can_be_named_in_the_command(server: GeocodingServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_NOMINATIM_URL", "http://127.0.0.1:9")
    done = run("Xyzzyburg", "--service", "nominatim", "--server", server.address)
    assert done.returncode == 0
    assert server.names == ["Xyzzyburg"]


def test_a_failure_is_one_sentence(server: GeocodingServer) -> None:
    server.then(Reply(403))
    done = run("Xyzzyburg", "--service", "nominatim")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("mapapp: Nominatim (127.0.0.1:")
    assert "refuses to answer (403)" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Almaty", "--service", "gogle"), "'gogle' is no online service; there are nominatim, photon, opencage"),
        (("Almaty", "--service", "opencage"), "put it into the environment variable MAPAPP_OPENCAGE_KEY"),
        (("Almaty", "--all"), "--server and --all go with --service"),
        (("Almaty", "--service", "photon", "--server", "ftp://x"), "is no address of a server"),
        (("central-asia-2025", "--country", "KZ"), "--country goes with a name"),
        (("data/tours",), "there is no tour in the folder 'data/tours'"),
        (("no-such-tour.csv",), "'no-such-tour.csv' is no folder and no .xlsx, .ods, .xls or .csv file"),
        (("pyproject.toml",), "'pyproject.toml' is no folder and no .xlsx, .ods, .xls or .csv file"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_table_that_is_no_tour_is_named_as_in_check(tmp_path: Path) -> None:
    (tmp_path / "some.csv").write_text("a,b\n1,2\n")
    done = run(str(tmp_path / "some.csv"))
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "no name to look up")
    assert "geocode TABLE OUT" in done.stderr
    assert "some.csv:1: table: the column is missing; let the first line begin with it" in done.stdout


@pytest.mark.parametrize("text", ["central-asia-2024", "data/tours/central-asia-2052"])
def test_a_slip_in_the_id_of_a_tour_is_told(text: str) -> None:
    done = run(text)
    assert done.returncode == 1
    assert f"there is no tour '{text}', and it is looked up as the name of a place" in done.stderr
    assert "perhaps the tour 'central-asia-2025' is meant" in done.stderr


def test_a_place_with_a_hyphen_is_no_tour() -> None:
    assert run("clermont-ferrand").stderr == ""


def test_ctrl_c_leaves_no_traceback(server: GeocodingServer) -> None:
    server.then(Reply(delay=30))
    with subprocess.Popen(
        [*COMMAND, "Xyzzyburg", "--service", "nominatim"], cwd=ROOT, stderr=subprocess.PIPE, text=True
    ) as process:
        wait_for(lambda: len(server.asked) == 1)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()
    assert process.returncode == 130
