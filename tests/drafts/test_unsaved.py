"""A tour that is brought and not kept: found by its id alone, in no listing, the same as it would be from a folder."""

from dataclasses import fields

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mapapp import assembly
from mapapp.catalogue.listing import tour_ids
from mapapp.catalogue.tours import load_tour
from mapapp.drafts import unsaved
from mapapp.errors import NotInCatalogue
from mapapp.files import DATA
from mapapp.geocoding import offline_resolver
from mapapp.view import View
from mapapp.web import routes

FOLDER = DATA / "tours" / "central-asia-2025"
CONTENTS = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.suffix in (".csv", ".toml")}


def test_a_tour_in_memory_reads_as_the_same_in_its_folder() -> None:
    """Every record, the title and the wordings of tour.toml among them."""
    id_ = unsaved.put(CONTENTS, offline_resolver)
    there = load_tour(FOLDER, offline_resolver).tour
    brought = assembly.loaded(id_).tour
    assert [getattr(brought, f.name) for f in fields(there)[1:]] == [getattr(there, f.name) for f in fields(there)[1:]]
    assert brought.visits and brought.claims and brought.labels


def test_it_is_in_no_listing_and_two_are_never_found_under_one_id() -> None:
    first, second = (unsaved.put(CONTENTS, offline_resolver) for _ in range(2))
    assert first != second
    assert not {first, second} & set(tour_ids())
    assert assembly.fingerprints(View(tour=first)) != assembly.fingerprints(View(tour=second))


def test_a_tour_that_was_dropped_is_as_one_that_never_was() -> None:
    id_ = unsaved.put(CONTENTS, offline_resolver)
    unsaved.drop(id_)
    unsaved.drop(id_)
    with pytest.raises(NotInCatalogue):
        assembly.loaded(id_)


def test_the_oldest_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that was looked at last is not the oldest."""
    monkeypatch.setattr(unsaved, "MOST_KEPT", 2)
    first, second = (unsaved.put(CONTENTS, offline_resolver) for _ in range(2))
    assert unsaved.find(first)
    unsaved.put(CONTENTS, offline_resolver)
    assert unsaved.find(first) and not unsaved.find(second)


def test_its_map_and_its_words_are_answered_by_the_routes() -> None:
    client = TestClient(Starlette(routes=routes("")))
    id_ = unsaved.put(CONTENTS, offline_resolver)
    assert client.get("/embed", params={"tour": id_}).status_code == 200
    assert client.get("/cards.json", params={"tour": id_}).json()["tour"]["id"] == id_
    unsaved.drop(id_)
    assert client.get("/cards.json", params={"tour": id_}).status_code == 404
