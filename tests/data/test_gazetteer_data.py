"""The curated files of data/gazetteer: every row has its source, and what it points to is there."""

import csv
import zoneinfo
from pathlib import Path

import pytest

from mapapp import country
from mapapp.folding import fold
from mapapp.geocoding.gazetteer.entries import Gazetteer
from mapapp.position import Position

FOLDER = Path(__file__).parents[2] / "data" / "gazetteer"
GAZETTEER = Gazetteer()


def rows(file: str) -> list[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


SOURCES = {row["id"] for row in rows("sources.csv")}
PLACES = {row["id"]: row for row in rows("curated-places.csv")}


@pytest.mark.parametrize(
    "file", ["curated-places.csv", "curated-names.csv", "country-names.csv", "former-countries.csv"]
)
def test_every_row_names_a_known_source(file: str) -> None:
    assert {row["source"] for row in rows(file)} <= SOURCES


def test_curated_places_are_whole() -> None:
    assert len(PLACES) == len(rows("curated-places.csv"))
    for id, row in PLACES.items():
        Position.checked(row["longitude"], row["latitude"])
        assert row["title"] and row["kind"] and row["class"] in set("PAHLSTRUV"), id
        assert not row["country"] or row["country"] in country.names(), id
        assert not row["zone"] or zoneinfo.ZoneInfo(row["zone"]), id
        assert not row["population"] or int(row["population"]) > 0, id


def test_curated_names_point_to_places_and_do_not_repeat() -> None:
    seen = set()
    for row in rows("curated-names.csv"):
        assert row["place"] in PLACES or GAZETTEER.place(row["place"]), row
        assert not (row["since"] and row["until"]) or int(row["since"]) <= int(row["until"]), row
        key = (fold(row["name"]), row["place"], row["language"], row["since"], row["until"], row["name"])
        assert key not in seen, row
        seen.add(key)


def test_names_of_countries_point_to_countries() -> None:
    assert {row["code"] for row in rows("country-names.csv")} <= country.names().keys()


def test_peoples_stand_for_one_thing_each() -> None:
    words = [fold(word) for row in rows("demonyms.csv") for word in row["words"].split()]
    assert len(words) == len(set(words)), sorted(w for w in set(words) if words.count(w) > 1)
    for row in rows("demonyms.csv"):
        if ":" in row["country"]:
            assert row["country"] in PLACES or GAZETTEER.place(row["country"]), row


def test_every_gold_row_says_where_its_position_comes_from() -> None:
    gold = rows("gold.csv")
    assert len(gold) >= 400
    assert all(row["origin"] and row["case"] for row in gold)
    assert len({(row["name"], row["country"]) for row in gold}) == len(gold)
    by_hand = sum("by hand" in row["origin"] for row in gold)
    assert by_hand / len(gold) < 0.05, "take positions from a package or table that can be checked"
