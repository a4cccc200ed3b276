"""What holds for every tour that ships."""

import csv
import re

import pytest

from mapapp.catalogue import columns, sources
from mapapp.catalogue.listing import TOURS
from mapapp.catalogue.tours import load_tour
from mapapp.geocoding import offline_resolver
from mapapp.place import Place, Resolve
from mapapp.position import distance_km
from mapapp.tables.spoken import in_language
from mapapp.tour import Event, Tour, Visit, cited
from mapapp.words.language import Words
from mapapp.words.untranslated import lacking, share
from tests.fixtures.places import KnownPlaces
from tests.fixtures.shipped import IDS, shipped

HEADERS = {**columns.COLUMNS, "sources.csv": sources.COLUMNS}


@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize("resolve", [KnownPlaces(), offline_resolver], ids=["known places", "gazetteer"])
def test_no_tour_that_ships_has_a_problem(id_: str, resolve: Resolve) -> None:
    """That includes: every visit, event, claim, figure and leg names a source, and every id leads somewhere."""
    assert [str(problem) for problem in load_tour(TOURS / id_, resolve).problems] == []


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("id_", IDS)
def test_the_tours_that_ship_are_complete_in_three_languages(id_: str, language: str) -> None:
    """In letters of the language: names of things that go by a Latin name everywhere excepted."""
    tour = shipped(id_)
    assert lacking(tour, language) == []
    assert share(tour, language)[0] == share(tour, language)[1] > 50
    words = Words(language)
    for text in (tour.title, tour.summary, *(t for e in tour.events for t in (e.title, e.place.title))):
        assert not re.search("[A-Za-z]{3}", words.say(text)), text


def places(tour: Tour) -> dict[str, Place]:
    records: list[Visit | Event] = [*tour.visits, *tour.events]
    return {record.id: record.place for record in records}


@pytest.mark.parametrize("id_", IDS)
def test_the_gazetteer_and_the_known_places_mean_the_same_cities(id_: str) -> None:
    real, known = places(load_tour(TOURS / id_, offline_resolver).tour), places(shipped(id_))
    assert real.keys() == known.keys()
    for stop, place in real.items():
        assert place.country == known[stop].country
        assert distance_km(place.position, known[stop].position) < 5


@pytest.mark.parametrize("id_", IDS)
def test_headers_have_only_known_columns_and_files_known_names(id_: str) -> None:
    for path in (TOURS / id_).iterdir():
        assert path.name in {*HEADERS, "tour.toml"}
        if path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as file:
                spoken = {in_language(name) for name in next(csv.reader(file))}
            assert {column for column, _ in spoken} <= {column.name for column in HEADERS[path.name]}
            assert {code for _, code in spoken} <= {"", "ru", "kk"}


@pytest.mark.parametrize("id_", IDS)
def test_every_source_and_every_person_is_there_for_something(id_: str) -> None:
    its = shipped(id_)
    assert (
        cited([*its.visits, *its.events, *its.claims, *its.figures, *its.legs, *its.scenes, *its.callouts])
        == its.source.keys()
    )
    present = {person for event in its.events for person in event.participants}
    assert present | {visit.traveller for visit in its.visits} == its.person.keys()


@pytest.mark.parametrize("id_", IDS)
def test_every_label_is_the_wording_of_something_and_begins_with_a_capital(id_: str) -> None:
    used = {slug for event in shipped(id_).events for slug in (event.kind, *event.topics)}
    assert {slug for slug, _ in shipped(id_).labels} <= used
    assert all(shipped(id_).label(slug)[0].isupper() for slug in used)
