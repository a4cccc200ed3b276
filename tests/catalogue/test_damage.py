"""Whatever is done to the files of a tour or a corridor, it loads, and what is wrong is said."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.catalogue.corridors import load_corridor
from mapapp.catalogue.listing import TOURS
from mapapp.catalogue.tours import load_tour
from mapapp.tables.rows import LONGEST, LONGEST_NAME
from tests.fixtures.alpha import CORRIDORS
from tests.fixtures.places import KnownPlaces

BYTES = {path.name: path.read_bytes() for path in sorted((TOURS / "central-asia-2025").iterdir())}
NASTY = ["", '"', ",", ";", "\t", "\n", "\r", "\0", "\u2028", "3 May", "-1", "nan", "1e999", "[", "=", "\x1b[2J", "é"]
Damage = tuple[
    str, float, int, bytes | None
]  # file, where in it, how many bytes go, what comes (None: twice what went)

damages: st.SearchStrategy[Damage] = st.tuples(
    st.sampled_from(sorted(BYTES)),
    st.floats(0, 1),
    st.sampled_from([0, 1, 20, 10**6]),
    st.none() | st.sampled_from(NASTY).map(str.encode) | st.binary(max_size=20),
)


def damaged(data: bytes, where: float, length: int, piece: bytes | None) -> bytes:
    start = int(where * len(data))
    gone = data[start : start + length]
    return data[:start] + (gone * 2 if piece is None else piece) + data[start + length :]


@settings(max_examples=200)
@given(st.lists(damages, min_size=1, max_size=4))
def test_whatever_is_done_to_its_files_a_tour_loads(
    tmp_path_factory: pytest.TempPathFactory, done: list[Damage]
) -> None:
    """Nothing is raised; each problem has a file, a sentence of one printable line, and a remedy after a semicolon."""
    folder = tmp_path_factory.mktemp("damaged")
    files = dict(BYTES)
    for name, where, length, piece in done:
        files[name] = damaged(files[name], where, length, piece)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    loaded = load_tour(folder, KnownPlaces())
    for problem in loaded.problems:
        assert problem.file in files
        assert str(problem).isprintable()
        assert len(str(problem)) < 600
        assert ";" in problem.sentence
    assert list(loaded.problems) == sorted(set(loaded.problems))
    assert all(event.at.place.title and event.when.describe() for event in loaded.tour.events)


@pytest.mark.parametrize("number", ["1" + "0" * 400, "9" * 5000])
@pytest.mark.parametrize("file", ["corridor.toml", "geometry.geojson", "nodes.csv", "sections.csv", "volumes.csv"])
def test_a_number_beyond_all_bounds_is_a_problem_of_its_file(tmp_path: Path, file: str, number: str) -> None:
    """Python has numbers of any length, which no computer's decimal holds, and reads none of 5,000 digits."""
    folder = shutil.copytree(CORRIDORS / "alpha-to-delta", tmp_path / "alpha-to-delta")
    text = (folder / file).read_text(encoding="utf-8")
    numbers = {"corridor.toml": "190", "nodes.csv": "50", "sections.csv": "75", "volumes.csv": "1.5"}
    known = numbers.get(file, "10.5")
    assert known in text
    (folder / file).write_text(text.replace(known, number, 1), encoding="utf-8")
    corridor, problems = load_corridor(folder)
    assert any(problem.file == file for problem in problems)
    assert corridor.nodes


LONG = "W" * 500_000


@pytest.mark.parametrize("said", [f'"{LONG}"', f'"C"\nsummary = "{LONG}"', f'"C"\nalso_called = ["{LONG}"]'])
def test_what_is_said_of_a_whole_is_said_in_so_many_words(tmp_path: Path, said: str) -> None:
    """A title of half a million letters made a file of a gigabyte, as each part of a corridor names the whole."""
    for name in ("corridor.toml", "tour.toml"):
        (tmp_path / name).write_text(f"title = {said}\n", encoding="utf-8")
    most = LONGEST_NAME if said.startswith('"WW') else LONGEST
    longer = f"longer than {most:,} characters"
    corridor, problems = load_corridor(tmp_path)
    assert any(longer in problem.sentence for problem in problems)
    assert most <= len(corridor.title + corridor.summary + "".join(corridor.also_called)) <= most + 1
    tour, problems, _ = load_tour(tmp_path, KnownPlaces())
    assert "called" in said or any(longer in problem.sentence for problem in problems)
    assert len(tour.title + tour.summary) <= most + 1
