"""Ids and coordinates in cells of places: they say which place is meant, and the name stays."""

import pytest

from mapapp.catalogue.stops import Resolver
from mapapp.errors import Problem
from mapapp.tables.rows import Row
from tests.catalogue.locating import locate
from tests.fixtures.places import KnownPlaces


@pytest.mark.parametrize(
    ("cell", "name"), [("Алма-Ата [geonames:1526384]", "Алма-Ата"), ("[geonames:1526384]", "geonames:1526384")]
)
def test_an_id_behind_a_name_says_which_place_is_meant(cell: str, name: str) -> None:
    found, problems, known = locate({"place": cell})
    assert found[0] is not None
    assert (found[0].place.title, found[0].toponym) == ("Almaty", name)
    assert known.asked[0].text == "geonames:1526384"
    assert not problems


def test_a_position_behind_a_name_stands_for_coordinates() -> None:
    found, problems, known = locate({"value": "The bazaar [geo:40.53,72.8]", "country": "KG"}, column="value")
    assert found[0] is not None
    assert (found[0].place.title, found[0].place.country, found[0].place.position) == (
        "The bazaar",
        "KG",
        (72.8, 40.53),
    )
    assert not problems and not known.asked
    _, problems, _ = locate({"place": "The bazaar [geo:140,72]"})
    assert problems[0].startswith("visits.csv:2: latitude: latitude 140 is outside -90 to 90; write decimal degrees")


def test_an_id_beside_the_name_says_which_place_is_meant_and_the_name_stays() -> None:
    """London alone is ambiguous; the id of the Canadian one decides, and the other stays a candidate."""
    found, problems, _ = locate({"place": "London", "place_id": "geonames:6058560"})
    assert found[0] is not None
    assert (found[0].place.country, found[0].toponym, found[0].confidence) == ("CA", "London", 1.0)
    assert [c.place.country for c in found[0].candidates] == ["CA", "GB"]
    assert not problems


def test_an_id_keeps_the_doubt_that_the_file_states_or_that_the_name_has() -> None:
    stated = {"place": "London", "place_id": "geonames:6058560", "confidence": "0.6"}
    found, problems, _ = locate(stated, {"place": "Ашхабад", "place_id": "geonames:162183"})
    assert found[0] is not None and found[1] is not None
    assert (found[0].confidence, found[0].sure) == (0.6, False)
    assert (found[1].confidence, found[1].toponym) == (0.95, "Ашхабад")
    assert not problems


def test_an_id_needs_no_name_and_any_name_will_do() -> None:
    found, problems, _ = locate({"place_id": "geonames:162183"}, {"place": "Nowhere", "place_id": "geonames:162183"})
    assert [(at.place.title, at.toponym) for at in found if at] == [("Ashgabat", "Ashgabat"), ("Ashgabat", "Nowhere")]
    assert not problems


def test_an_unknown_id_with_coordinates_is_a_place_of_its_own() -> None:
    cells = {"place": "Port", "place_id": "elsewhere:7", "country": "KZ", "latitude": "43.6", "longitude": "51.2"}
    found, problems, _ = locate(cells)
    assert found[0] is not None
    assert (found[0].place.id, found[0].place.title, found[0].place.position) == ("elsewhere:7", "Port", (51.2, 43.6))
    assert not problems


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (
            {"place": "Osh", "place_id": "geonames:0"},
            "place_id: 'geonames:0' is no id of a known place; the name is used, correct or delete it",
        ),
        (
            {"place": "Osh", "place_id": "geonames:1527534", "latitude": "41", "longitude": "72.8"},
            "place_id: it is the id of Osh, 52 km from the latitude and longitude of the line, and is used; correct or "
            "delete one of them",
        ),
        (
            {"place": "Osh", "place_id": "geonames:1527534", "latitude": "north"},
            "latitude: latitude 'north' is not a number; write decimal degrees such as 41.31; the place_id is used",
        ),
        (
            {"place": "Osh", "place_id": "geonames:1527534", "confidence": "2"},
            "confidence: this is no number from 0 to 1; correct or delete it",
        ),
    ],
)
def test_an_id_that_does_not_fit_the_line_is_noted(cells: dict[str, str], problem: str) -> None:
    found, problems, _ = locate(cells)
    assert found[0] is not None
    assert found[0].place.title == "Osh"
    assert problems == [f"visits.csv:2: {problem}"]


def test_an_id_behind_the_name_decides_before_one_beside_it() -> None:
    """Whoever writes it into the cell has the last word, also against a forgotten id of a position."""
    found, problems, _ = locate(
        {"place": "Osh [geonames:162183]", "place_id": "geonames:1527534"},
        {"place": "A port [geo:43.6,51.2]", "place_id": "elsewhere:7"},
    )
    assert [(at.place.id, at.toponym) for at in found if at] == [
        ("geonames:162183", "Osh"),
        ("given:51.2,43.6", "A port"),
    ]
    assert not problems


def test_a_name_with_an_id_beside_it_is_not_asked_for_again() -> None:
    problems: list[Problem] = []
    resolver = Resolver(KnownPlaces())
    rows = [Row("visits.csv", 2, {"place": "London", "place_id": "geonames:6058560"}, problems)]
    resolver.locate_all(rows, [None])
    assert [name.answer for name in resolver.names] == [None]
