"""Small tables as other people keep them become the tour that they are, or ask; none is silently wrong."""

import csv
import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from mapapp.catalogue.tours import load_tour
from mapapp.foreign import Answers, Asked, Reading, read
from mapapp.geocoding import offline_resolver
from tests import fixtures
from tests.fixtures.tables_of_others.making import files

TODAY = dt.date(2026, 11, 29)
ASKED = Asked(offline_resolver)
FILE = Path(fixtures.__file__).parent / "tables_of_others" / "expected.csv"
SHARE = 0.95  # of the files that have to become the right tour at first try


@cache
def _files() -> dict[str, bytes]:
    return dict(files())


@cache
def _reading(name: str) -> Reading:
    return read(_files()[name], name, Answers(), ASKED, today=TODAY)


def _expected() -> dict[str, dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def _stops(reading: Reading) -> str:
    """The stops with the places under their own names."""
    told = []
    for stop in reading.tour.stops:
        visit = stop.visit
        own = (c.place for c in stop.placed.candidates if c.place.id == visit.place.id)
        place = next(own, visit.place)
        told.append(f"{place.title} {place.country} {visit.arrival or ''}..{visit.departure or ''}")
    return "; ".join(told)


def test_there_are_sixty_with_an_expected_tour_each() -> None:
    assert len(_files()) >= 60
    assert _files().keys() == _expected().keys()


@pytest.mark.parametrize("name", _expected())
def test_the_table_becomes_its_tour(name: str) -> None:
    """What a table leaves open is asked; a wrong stop without a question would be worse than none."""
    reading, wanted = _reading(name), _expected()[name]
    assert _stops(reading) == wanted["stops"]
    assert reading.counts.events == int(wanted["events"])
    assert "; ".join(sorted({question.facet for question in reading.questions})) == wanted["asks"]


@pytest.mark.parametrize("name", _expected())
def test_every_row_is_accounted_for(name: str) -> None:
    counts = _reading(name).counts
    assert counts.read + counts.needs_you + counts.left_out == counts.rows == len(_reading(name).rows)


@pytest.mark.parametrize("name", _expected())
def test_the_folder_has_no_problem(name: str, tmp_path: Path) -> None:
    """Also where something is open: until somebody answers, the answer that is chosen stands there, in doubt."""
    for file, content in _reading(name).files().items():
        (tmp_path / file).write_bytes(content)
    tour, problems, _ = load_tour(tmp_path, offline_resolver)
    assert problems == ()
    assert len(tour.visits) == _reading(name).counts.stops


def test_nearly_all_become_the_right_tour_at_first_try() -> None:
    right = [name for name, wanted in _expected().items() if _stops(_reading(name)) == wanted["stops"]]
    silent = [name for name in _files() if name not in right and not _reading(name).questions]
    assert len(right) >= SHARE * len(_files())
    assert silent == []
