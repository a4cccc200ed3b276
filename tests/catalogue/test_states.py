"""Codes of states in the column of countries."""

from mapapp.catalogue.stops import Resolver
from mapapp.errors import Problem
from mapapp.geocoding import offline_resolver
from mapapp.tables.rows import Row


def read(*rows: tuple[str, str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Region and country of each place, and the problems."""
    problems: list[Problem] = []
    cells = [Row("visits.csv", i, {"place": p, "country": c}, problems) for i, (p, c) in enumerate(rows, 2)]
    found = Resolver(offline_resolver).locate_all(cells, [None] * len(cells))
    return [(at.place.region, at.place.country) if at else ("", "") for at in found], [str(p) for p in problems]


def test_a_column_of_states_is_read_as_such_and_said_once() -> None:
    """VA is the Vatican, PA Panama, GA Gabon, CA Canada, MD Moldova elsewhere; ON and TX are no countries at all."""
    rows = (("Arlington", "VA"), ("Pittsburgh", "PA"), ("Atlanta", "GA"), ("Sacramento", "CA"), ("Austin", "TX"))
    found, problems = read(*rows, ("Baltimore", "MD"), ("Toronto", "ON"))
    assert [region for region, _ in found] == [
        *("Virginia", "Pennsylvania", "Georgia", "California", "Texas", "Maryland", "Ontario"),
    ]
    assert len(problems) == 1
    assert problems[0].startswith(
        "visits.csv:2: country: the codes of this column are read as states of the United States"
    )
    assert "'Arlington, Virginia'" in problems[0]


def test_a_column_of_brazil_s_states() -> None:
    found, problems = read(("Manaus", "AM"), ("Belém", "PA"), ("Fortaleza", "CE"))
    assert {country for _, country in found} == {"BR"} and len(problems) == 1


def test_a_single_doubtful_code_is_asked_and_not_guessed() -> None:
    found, problems = read(("Arlington", "VA"), ("Rome", "IT"))
    assert found[0] == ("", "") and found[1][1] == "IT"
    assert problems[0].startswith("visits.csv:2: country: 'VA' is ")
    assert "where no 'Arlington' is known; if it stands for Virginia in the United States, write US" in problems[0]
    assert problems[0].endswith("and 'Arlington, Virginia' as the place")


def test_a_column_of_countries_stays_one() -> None:
    """Germany, Azerbaijan, Georgia's code and India are codes of states as well."""
    found, problems = read(("Berlin", "DE"), ("Baku", "AZ"), ("Delhi", "IN"), ("Toronto", "CA"), ("Bogotá", "CO"))
    assert [country for _, country in found] == ["DE", "AZ", "IN", "CA", "CO"] and problems == []
