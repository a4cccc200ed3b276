"""The place cells of a table become places, each with the help of its neighbours."""

import re

import pytest

from mapapp.catalogue.stops import Resolver
from mapapp.catalogue.unplaced import listed
from mapapp.errors import Problem
from mapapp.geocoding import offline_resolver
from mapapp.place import Candidate, Place
from mapapp.position import Position
from mapapp.tables.rows import Row
from mapapp.tour import Located
from mapapp.when import When
from tests.catalogue.locating import locate
from tests.fixtures.places import KnownPlaces


def test_a_name_becomes_a_place_and_stays_on_record() -> None:
    found, problems, known = locate({"place": "Ашхабад", "country": "Turkmenistan"})
    assert found[0] is not None
    assert (found[0].place.id, found[0].toponym, found[0].confidence) == ("geonames:162183", "Ашхабад", 0.95)
    assert found[0].candidates[0].place.title == "Ashgabat"
    assert [(t.text, t.country, str(t.when)) for t in known.asked] == [("Ашхабад", "TM", "2025")]
    assert not problems


def test_a_cell_with_several_places_asks_for_a_line_each() -> None:
    problems: list[Problem] = []
    row = Row("visits.csv", 2, {"place": "Almaty and Astana", "country": "KZ"}, problems)
    assert Resolver(offline_resolver).locate_all([row], [None]) == [None]
    assert str(problems[0]) == (
        "visits.csv:2: place: 'Almaty and Astana' names several places, Almaty, Kazakhstan (geonames:1526384) and "
        "Astana, Kazakhstan (geonames:1526273); write one line for each, with its own dates"
    )


def test_what_is_not_known_in_such_a_cell_is_named_beside_what_is() -> None:
    problems: list[Problem] = []
    row = Row("visits.csv", 2, {"place": "Almaty; Xqzwvk", "country": "KZ"}, problems)
    assert Resolver(offline_resolver).locate_all([row], [None]) == [None]
    assert str(problems[0]) == (
        "visits.csv:2: place: 'Almaty; Xqzwvk' names several places, Almaty, Kazakhstan (geonames:1526384), and "
        "'Xqzwvk', which is not known; write one line for each, with its own dates"
    )


@pytest.mark.parametrize(
    ("place", "stated", "year", "today"),
    [
        ("Leningrad", "U.S.S.R.", "1974", "RU"),
        ("Alma-Ata", "USSR", "1974", "KZ"),
        ("Zagreb", "Yugoslavia", "1974", "HR"),
        ("Zagreb", "Yugoslavia", "1998", None),
        ("Vienna", "U.S.S.R.", "1961", None),
    ],
)
def test_a_country_that_is_no_more_binds_by_its_date(place: str, stated: str, year: str, today: str | None) -> None:
    problems: list[Problem] = []
    row = Row("visits.csv", 2, {"place": place, "country": stated}, problems)
    at = Resolver(offline_resolver).locate_all([row], [When.parse(year)])[0]
    assert (at.place.country if at else None) == today
    assert bool(problems) == (at is None)


def test_a_place_of_given_coordinates_lies_in_no_country_that_is_no_more() -> None:
    found, problems, _ = locate({"place": "A camp", "country": "U.S.S.R.", "latitude": "60", "longitude": "90"})
    assert found[0] is not None and found[0].place.country == ""
    assert not problems


def test_coordinates_are_taken_as_they_stand_and_nobody_is_asked() -> None:
    found, problems, known = locate(
        {"place": "A new terminal", "country": "AZ", "latitude": "39.98", "longitude": "49.43"},
        {"latitude": "0", "longitude": "-0.5"},
    )
    assert found[0] is not None and found[1] is not None
    assert found[0].place.position == (49.43, 39.98)
    assert (found[0].place.title, found[0].place.country, found[0].toponym) == (
        "A new terminal",
        "AZ",
        "A new terminal",
    )
    assert (found[0].confidence, found[0].candidates) == (1.0, ())
    assert found[1].place.title == "0.0, -0.5"
    assert found[0].place.id != found[1].place.id
    assert not problems and not known.asked


@pytest.mark.parametrize(
    ("latitude", "longitude", "problem"),
    [
        (
            "91",
            "69",
            "latitude: latitude 91 is outside -90 to 90; write decimal degrees; the name of the place is used",
        ),
        ("41", "", "longitude: longitude '' is not a number; write decimal degrees such as 41.31; the name of the"),
        ("", "69", "latitude: latitude '' is not a number; write decimal degrees such as 41.31; the name of the place"),
        ("41", "my latitude", "longitude: longitude 'my latitude' is not a number; write decimal degrees such as"),
    ],
)
def test_bad_coordinates_fall_back_to_the_name(latitude: str, longitude: str, problem: str) -> None:
    found, problems, _ = locate({"place": "Osh", "latitude": latitude, "longitude": longitude})
    assert found[0] is not None
    assert found[0].place.title == "Osh"
    assert len(problems) == 1
    assert problems[0].startswith(f"visits.csv:2: {problem}")


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({}, "place: the cell is empty; name the place, or give latitude and longitude"),
        ({"country": "KZ"}, "place: the cell is empty; name the place, or give latitude and longitude"),
        (
            {"place": "Atlantis"},
            "place: 'Atlantis' is not a known place; correct it, or give latitude and longitude",
        ),
        (
            {"place": "Astana", "country": "UZ"},
            "place: 'Astana' is not a known place in Uzbekistan; similar is Astana, Kazakhstan (geonames:1526273); "
            "correct it, or give latitude and longitude",
        ),
        (
            {"place": "London"},
            "place: 'London' may be London, United Kingdom (geonames:2643743) or London, Canada (geonames:6058560); "
            "write the id of the one that is meant",
        ),
        (
            {"place": "x" * 500},
            f"place: '{'x' * 59}…' is not a known place; correct it, or give latitude and longitude",
        ),
    ],
)
def test_what_cannot_be_located_is_a_problem_with_a_remedy(cells: dict[str, str], problem: str) -> None:
    """Two plausible places are a problem that lists both with their ids, never a guess."""
    assert locate(cells)[:2] == ([None], [f"visits.csv:2: {problem}"])


def test_the_remedies_work() -> None:
    """What the sentence asks for is accepted: an id, a country, coordinates."""
    found, problems, _ = locate(
        {"place": "geonames:6058560"},
        {"place": "London", "country": "GB"},
        {"place": "Atlantis", "latitude": "31", "longitude": "-24"},
    )
    assert [at.place.country if at else None for at in found] == ["CA", "GB", ""]
    assert not problems


def real(*cells: dict[str, str]) -> tuple[list[Located | None], list[str]]:
    """What the rows become with the gazetteer that ships."""
    problems: list[Problem] = []
    rows = [Row("visits.csv", line, row, problems) for line, row in enumerate(cells, start=2)]
    found = Resolver(offline_resolver).locate_all(rows, [None] * len(rows))
    return found, [str(problem) for problem in problems]


def test_a_name_is_looked_for_in_nothing_but_what_the_row_states_as_its_country() -> None:
    """A region will do, with a word about it; nonsense makes the place unknown, and is named once."""
    found, problems = real({"place": "Paris", "country": "Texas"}, {"place": "London", "country": "Freedonia"})
    assert found[0] is not None and found[1] is None
    assert (found[0].place.region, found[0].place.country, found[0].toponym) == ("Texas", "US", "Paris")
    assert sorted(problems) == [
        "visits.csv:2: country: 'Texas' is not a country; write United States instead, and 'Paris, Texas' as the place",
        "visits.csv:3: country: 'Freedonia' is not a country, and no 'London' is known there; write the two-letter "
        "ISO 3166-1 code of the country, such as KZ",
    ]
    remedied, problems = real({"place": "Paris, Texas", "country": "United States"})
    assert remedied[0] is not None and remedied[0].place == found[0].place and not problems


def test_a_country_that_the_gazetteer_can_read_is_a_country() -> None:
    found, problems = real({"place": "Seoul", "country": "Korea, South"}, {"place": "Almaty", "country": "Kazakstan"})
    assert [at.place.country if at else "" for at in found] == ["KR", "KZ"]
    assert not problems


def test_an_id_or_coordinates_stand_beside_any_country_with_a_note() -> None:
    found, problems, known = locate(
        {"place": "Osh [geonames:1527534]", "country": "Ruritania"},
        {"place": "geonames:1527534", "country": "Ruritania"},
        {"place": "A hut", "country": "Ruritania", "latitude": "1", "longitude": "2"},
    )
    assert all(found)
    said = "'Ruritania' is not a country; write its two-letter ISO 3166-1 code, such as KZ"
    assert problems == [f"visits.csv:{line}: country: {said}" for line in (2, 3, 4)]
    assert {t.text for t in known.asked} == {"Ruritania", "geonames:1527534"}


def test_an_unknown_id_behind_a_name_leaves_the_name() -> None:
    found, problems, _ = locate({"place": "Almaty [geonames:9]"}, {"place": "Atlantis [geonames:9]"})
    assert found[0] is not None and found[1] is None
    assert (found[0].place.id, found[0].toponym) == ("geonames:1526384", "Almaty")
    assert problems == [
        "visits.csv:2: place: 'geonames:9' is no id of a known place; the name is used and stands for Almaty, "
        "Kazakhstan (geonames:1526384); correct or delete the id",
        "visits.csv:3: place: 'geonames:9' is no id of a known place; the name is used; correct or delete the id",
        "visits.csv:3: place: 'Atlantis' is not a known place; correct it, or give latitude and longitude",
    ]


def test_namesakes_are_told_apart_and_those_that_are_not_named_are_counted() -> None:
    (problem,) = real({"place": "Springfield", "country": "US"})[1]
    assert "Springfield, Missouri, United States (geonames:4409896); " in problem
    assert re.search(r"; \d+ more; write the id of the one that is meant$", problem)
    sea = Candidate(Place("geonames:1", "Caspian Sea", "", "H", Position(50, 42)), "gazetteer", "Caspian Sea")
    assert listed([sea]) == "Caspian Sea (geonames:1)"


def test_neighbours_on_both_sides_settle_a_name_and_far_ones_do_not() -> None:
    before, _, known = locate({"place": "Brussels"}, {"place": "London"})
    assert before[1] is not None and before[1].place.country == "GB"
    assert [len(t.near) for t in known.asked] == [0, 0, 1]
    after, _, _ = locate({"place": "London"}, {"place": "Brussels"})
    assert after[0] is not None and after[0].place.country == "GB"
    far, problems, known = locate(
        *({"place": name} for name in ("Brussels", "Osh", "Almaty", "London", "Baku", "Tokyo"))
    )
    assert far[3] is None
    assert len(problems) == 1
    assert len(known.asked[-1].near) == 4


def test_coordinates_of_a_neighbour_count_as_well() -> None:
    found, _, _ = locate({"latitude": "43", "longitude": "-79"}, {"place": "London"})
    assert found[1] is not None
    assert found[1].place.country == "CA"


def test_another_column_may_hold_the_name() -> None:
    found, problems, _ = locate({"value": "Samarkand"}, {"value": "Nowhere"}, column="value")
    assert found[0] is not None
    assert found[0].place.title == "Samarkand"
    assert problems[0].startswith("visits.csv:3: value: 'Nowhere' is not a known place")


def test_every_name_is_kept_with_what_came_of_it() -> None:
    """Those that nobody could resolve too: they are the ones that need somebody's attention."""
    problems: list[Problem] = []
    cells = ["Osh", "Atlantis", "London", "", "A gate [geo:1,2]"]
    rows = [Row("events.csv", i, {"event": f"e{i}", "value": cell}, problems) for i, cell in enumerate(cells)]
    resolver = Resolver(KnownPlaces())
    resolver.locate_all(rows, [None] * len(rows), "value")
    names = resolver.names
    assert [(n.file, n.line, n.row, n.column, n.cell) for n in names] == [
        ("events.csv", i, f"e{i}", "value", cell) for i, cell in enumerate(cells)
    ]
    assert [type(n.answer).__name__ for n in names] == ["Found", "Unknown", "Ambiguous", "NoneType", "NoneType"]
    assert [n.at is not None for n in names] == [True, False, False, False, True]


def test_no_rows_are_no_places() -> None:
    assert locate()[:2] == ([], [])


@pytest.mark.parametrize(
    ("place", "country", "called"),
    [
        ("Horgos", "CN", "Horgos"),
        ("Ашхабад", "TM", "Ашхабад"),
        ("Alma-Ata", "", "Alma-Ata"),
        ("Alma-Ata, Kazakhstan", "", "Alma-Ata"),
        ("Bombay (Mumbai)", "IN", "Bombay"),
        ("SAO PAULO", "BR", "São Paulo"),
        ("Tashkemt", "UZ", "Tashkent"),
        ("Almaty airport", "KZ", "Almaty"),
        ("Hilton, Tashkent", "UZ", "Tashkent"),
        ("[geonames:1526384]", "", "Almaty"),
    ],
)
def test_a_place_is_called_as_its_author_calls_it_where_that_is_a_name_of_it(
    place: str, country: str, called: str
) -> None:
    problems: list[Problem] = []
    row = Row("visits.csv", 2, {"place": place, "country": country}, problems)
    (at,) = Resolver(offline_resolver).locate_all([row], [None])
    assert at is not None and at.place.title == called, problems


@pytest.mark.parametrize(
    ("stops", "found"),
    [
        (("Lyon", "Vienne", "Valence"), "Vienne"),
        (("Paris", "Vienne", "Prague"), ""),  # what the French call Vienna
    ],
)
def test_a_town_on_the_way_is_asked_for_beside_a_far_city_that_is_also_called_so(
    stops: tuple[str, ...], found: str
) -> None:
    problems: list[Problem] = []
    rows = [Row("visits.csv", line, {"place": name}, problems) for line, name in enumerate(stops, start=2)]
    located = Resolver(offline_resolver).locate_all(rows, [None] * len(rows))
    assert (located[1] is None) == bool(found)
    assert not found or any(found in str(problem) for problem in problems)
