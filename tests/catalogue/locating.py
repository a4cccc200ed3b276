"""Rows of a table, located in tests."""

from mapapp.catalogue.stops import Resolver
from mapapp.errors import Problem
from mapapp.tables.rows import Row
from mapapp.tour import Located
from mapapp.when import When
from tests.fixtures.places import KnownPlaces

Found = tuple[list[Located | None], list[str], KnownPlaces]


def locate(*cells: dict[str, str], column: str = "place") -> Found:
    problems: list[Problem] = []
    known = KnownPlaces()
    rows = [Row("visits.csv", line, row, problems) for line, row in enumerate(cells, start=2)]
    found = Resolver(known).locate_all(rows, [When.parse("2025")] * len(rows), column)
    assert [at is not None for at in found] == [row.kept for row in rows]
    return found, [str(problem) for problem in problems], known
