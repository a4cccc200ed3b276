"""The rows of the gazetteer's index while they are put together."""

from gazetteer_index import Row, add_spreads

from mapapp.position import Position

EAST, WEST = 10, 11  # numbers of divisions


def row(kind: str, longitude: float, region: int | None = None) -> Row:
    return Row("x", "KZ", kind, longitude, 0.0, 1000, region=region)


def test_a_spread_is_the_median_distance_of_the_towns_from_the_point() -> None:
    """A degree on the equator is 111.2 km; the towns lie 1, 2 and 9 degrees from the country's point."""
    places = {1: row("country", 0), 2: row("city", 1, EAST), 3: row("capital", 2, EAST), 4: row("city", -9, WEST),
              5: row("region", 1.5), 6: row("region", 50), 7: row("county", 5, EAST)}  # fmt: skip
    add_spreads(places, {5: EAST}, {})
    assert [places[n].spread for n in (1, 5, 6, 7, 2)] == [222, 56, 0, 0, 0]


def test_a_corrected_point_is_the_one_that_is_measured_from() -> None:
    places = {1: row("country", 0), 2: row("city", 1), 3: row("city", 1)}
    add_spreads(places, {}, {1: Position(11.0, 0.0)})
    assert places[1].spread == 1112
