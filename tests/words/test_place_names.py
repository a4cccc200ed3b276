"""Places have their names in the language of the reader, from lists that know of which language a name is."""

import csv
import json
from dataclasses import replace

import pytest

from mapapp.files import DATA
from mapapp.message import PlaceName
from mapapp.place import place_name, where_words
from mapapp.words.cards import place_line
from mapapp.words.language import Words
from mapapp.words.place_names import in_script
from tests.exports.picture.snapshots import snapshot

LABELS = json.loads((DATA / "basemap" / "labels.json").read_text(encoding="utf-8"))
CITIES = [label for label in LABELS if label["kind"] in ("capital", "city")]


def name(geonames: int, own: str, others: dict[str, str] | None = None, gazetteer: str = "") -> PlaceName:
    return PlaceName.at(f"geonames:{geonames}", own, others or {}, gazetteer)


@pytest.mark.parametrize(
    ("language", "geonames", "own", "said"),
    [
        ("ru", 1217662, "Bukhara", "Бухара"),
        ("kk", 1217662, "Bukhara", "Бұхара"),
        ("kk", 1520316, "Oskemen", "Өскемен"),
        ("ru", 1520316, "Oskemen", "Усть-Каменогорск"),
        ("fr", 1217662, "Bukhara", "Boukhara"),
        ("de", 2867714, "Munich", "München"),
        ("fr", 3081368, "Wrocław", "Wrocław"),  # not Vratislavie
        ("ar", 1526273, "Astana", "أستانا"),
        ("ru", 1220747, "Bokhtar", "Бохтар"),  # not Kurgan-Tyube, as it was until 2018
    ],
)
def test_a_city_is_called_as_the_language_calls_it(language: str, geonames: int, own: str, said: str) -> None:
    assert Words(language).say(name(geonames, own)) == said


def test_what_the_author_writes_comes_first() -> None:
    assert Words("ru").say(name(1217662, "Bukhara", {"ru": "Бухара-и-Шариф"})) == "Бухара-и-Шариф"


def test_a_name_in_the_letters_of_another_author_is_the_one_of_the_gazetteer() -> None:
    assert Words("en").say(name(1217662, "Бухара", {}, "Bukhara")) == "Bukhara"
    assert Words("de").say(name(1, "Деревня", {}, "Derevnya")) == "Derevnya"


def test_a_region_that_no_list_has_in_the_language_says_in_which_letters_it_is() -> None:
    place = replace(snapshot().tour.events[0].at.place, region="Carabobo")
    said = {code: Words(code).say(where_words(place)).split(", ")[1] for code in ("en", "de", "ru", "kk")}
    assert said == {
        "en": "Carabobo", "de": "Carabobo", "ru": "Carabobo (латиницей)", "kk": "Carabobo (латын әріптерімен)"
    }  # fmt: skip


def test_a_name_that_is_known_in_other_letters_alone_says_so_in_cards() -> None:
    at, unknown = snapshot().tour.events[0].at, PlaceName.at("geonames:1", "Xyz", {})
    line = place_line(replace(at, place=replace(at.place, title=unknown)))
    assert Words("ru").say(line).startswith("Xyz (латиницей), ")
    assert Words("de").say(line).startswith("Xyz, ")
    assert Words("ru").letters(unknown) == "латиницей"  # what a card of the page says behind it
    assert Words("ru").say(unknown) == "Xyz"  # a label of the map has no room for it


def test_a_country_is_called_as_countries_are() -> None:
    land = replace(snapshot().tour.events[0].at.place, title="Kazakhstan", country="KZ", kind="country")
    assert Words("kk").say(place_name(land)) == "Қазақстан"


@pytest.mark.parametrize(("language", "part"), [("ru", 1), ("kk", 1), ("de", 1), ("fr", 1), ("ar", 0.7)])
def test_cities_of_the_map_have_names_in_the_letters_of_the_language(language: str, part: float) -> None:
    words = Words(language)
    named = [words.city(label["name"], label["geonameid"]) for label in CITIES]
    assert sum(map(bool, named)) >= part * len(CITIES)
    assert all(in_script(said, language) for said in named)


def test_names_chosen_for_readers_name_their_source_and_stand_once() -> None:
    with (DATA / "gazetteer" / "chosen-names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (DATA / "gazetteer" / "sources.csv").open(encoding="utf-8", newline="") as file:
        sources = {row["id"] for row in csv.DictReader(file)}
    assert {row["source"] for row in rows} <= sources
    assert len({(row["place"], row["language"]) for row in rows}) == len(rows)
    assert all(in_script(row["name"], row["language"]) for row in rows)
