"""JSON: it fits its schema, and holds the tour."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from mapapp.catalogue.tours import load_tour
from mapapp.exports.json import SCHEMA, write
from mapapp.place import Found, Toponym
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from tests.fixtures import TOURS, strategies
from tests.fixtures.injection import INJECTIONS
from tests.fixtures.places import KnownPlaces
from tests.fixtures.snapshots import MADE_UP, QUERIES, SHIPPED, as_read, corridor, hostile, seen, tour

VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def read(snapshot: Snapshot) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(write(snapshot))
    assert [error.message for error in VALIDATOR.iter_errors(document)] == []
    return document


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", [*SHIPPED, *MADE_UP])
def test_every_tour_fits_the_schema(name: str, query: str) -> None:
    snapshot = seen(tour(name), query, (corridor(),))
    document = read(snapshot)
    for kind in ("events", "visits", "people", "claims", "figures", "legs", "sources"):
        assert len(document[kind]) == len(getattr(snapshot.tour, kind))
    assert len(document["story"]) == len(snapshot.tour.scenes)
    assert document["view"] == snapshot.view.query()
    assert document["corridors"] == ["trans-caspian"]


@settings(max_examples=50)
@given(strategies.tours(), strategies.filters())
def test_any_tour_fits_the_schema(whole: Tour, view: View) -> None:
    read(Snapshot(select(whole, view), whole, view))


def test_the_file_says_what_is_in_it() -> None:
    document = read(seen(tour("central-asia-2025"), "country=KZ"))
    assert document["contents"] == "4 of 15 events, 28 March 2025 – 2026, Kazakhstan"
    assert document["data_as_of"] == "2026-11-28"
    assert document["credits"] == ["GeoNames (CC BY 4.0)"]
    assert read(seen(replace(tour("us-central-asia-2015"), sources=())))["data_as_of"] is None


def test_dates_keep_their_precision_and_claims_their_sources() -> None:
    document = read(seen(tour("central-asia-2025")))
    events = {event["id"]: event for event in document["events"]}
    assert events["climate-summit"]["when"] == {
        "edtf": "2026",
        "earliest": "2026-01-01",
        "latest": "2026-12-31",
        "about": False,
        "words": "2026",
    }
    assert events["closing-words"]["when"]["edtf"] == "2025-03-28~"
    assert not events["closing-words"]["when_stated"]
    claims = [c for c in document["claims"] if c["event"] == "tokayev"]
    assert [(c["place"]["id"], c["kind"]) for c in claims] == [
        ("geonames:1526384", "statement"),
        ("geonames:1526273", "unstated"),
    ]
    numbers = {source["id"]: source["number"] for source in document["sources"]}
    assert sorted(filter(None, numbers.values())) == list(range(1, len(numbers) + 1))
    assert all(citation["source"] in numbers for claim in claims for citation in claim["citations"])


def test_doubts_about_a_place_are_in_the_file() -> None:
    """A name that was chosen among two comes with both and the confidence of the choice."""

    def unsure(toponym: Toponym) -> Found:
        found = KnownPlaces()(toponym)
        assert isinstance(found, Found)
        other = KnownPlaces()(Toponym("Osh"))
        assert isinstance(other, Found)
        return Found(found.place, (*found.candidates, *other.candidates))

    doubted = load_tour(TOURS / "one-visit", unsure).tour
    place = read(seen(doubted))["visits"][0]["place"]
    assert [(c["title"], c["longitude"]) for c in place["candidates"]] == [("Bishkek", 74.59), ("Osh", 72.7985)]
    assert place["confidence"] == 0.95


def test_every_text_is_there_as_it_is(tmp_path: Path) -> None:
    titles = {event["id"]: event["title"] for event in read(hostile(tmp_path / "hostile"))["events"]}
    assert titles == {f"e{i}": as_read(text) for i, text in enumerate(INJECTIONS.values())}


def test_the_same_snapshot_gives_the_same_bytes() -> None:
    assert write(seen(tour("central-asia-2025"))) == write(seen(tour("central-asia-2025")))


def test_what_the_file_says_of_itself_is_in_the_language_of_its_view() -> None:
    document = read(seen(tour(SHIPPED[0]), "lang=ru"))
    assert "событ" in document["contents"] and "Границы" in document["boundaries"][0]
    assert document["title"].isascii() and not document["title@ru"].isascii()
