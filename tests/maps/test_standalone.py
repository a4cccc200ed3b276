"""The file that survives, read as text: small, whole, closed, and readable where no script runs."""

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mapapp import assembly
from mapapp.catalogue.tours import load_tour
from mapapp.maps import filters
from mapapp.maps.standalone import standalone
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Person
from mapapp.view import View
from mapapp.words.cards import cards
from mapapp.words.forms import Cards, SourceWords
from mapapp.words.written import itinerary
from tests.fixtures import TOURS, injection
from tests.fixtures.places import KnownPlaces

LARGEST = 450_000  # bytes, gzip


@pytest.fixture(scope="module")
def text() -> str:
    return standalone(assembly.snapshot(View.parse("country=KZ"))).decode()


def data(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(re.findall(r'id="mapapp-data">(.*?)</script>', text, re.DOTALL)[0])
    return found


def test_the_default_tour_is_small_enough_to_send() -> None:
    whole = standalone(assembly.snapshot(View()))
    assert len(gzip.compress(whole)) <= LARGEST
    inside = data(whole.decode())["inside"]
    assert inside["land"]["features"]
    assert inside["corridors"]["trans-caspian"]["sections"]


def test_only_its_own_scripts_and_styles_may_run(text: str) -> None:
    policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)[0]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; ")
    for tag in ("script", "style"):
        inline = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(inline) > 5
        for content in inline:
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy


def test_it_carries_what_both_policies_of_borders_draw(text: str) -> None:
    inside = data(text)["inside"]
    assert {f["properties"]["policy"] for f in inside["de-facto"]["features"]} == {"de-facto"}
    assert data(text)["borders"]["un-eu"] == "Borders: UN/EU positions."
    assert data(text)["state"]["borders"] == "un-eu"


def test_nothing_is_loaded_and_no_markup_has_a_handler(text: str) -> None:
    markup = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", text, flags=re.DOTALL)
    assert not re.findall(r"<[^>]*\son\w+\s*=", markup)
    assert not re.findall(r"<[^>]*\sstyle\s*=", markup)
    assert set(re.findall(r'\s(?:src|href)="([^"#]*)', markup.split("<noscript>")[0])) == {"data:,"}
    assert not re.findall(r"<(?:iframe|img|object|embed|form)\b", markup)


def test_its_head_says_what_it_is(text: str) -> None:
    head = text.split("</head>", maxsplit=1)[0]
    assert '<html lang="en"' in head
    assert "<title>The EU&#x27;s road to Samarkand</title>" in head
    assert '<meta name="description" content="Kaja Kallas in Central Asia' in head
    assert '<meta name="referrer" content="no-referrer">' in head


def test_it_says_what_it_holds_and_of_which_day(text: str) -> None:
    about = data(text)["about"]
    assert about["whole"].startswith("15 events, ")
    assert about["saved"].startswith("4 of 15 events, ")
    assert re.fullmatch(r"\d{1,2} \w+ 20\d\d", about["as_of"])
    assert data(standalone(assembly.snapshot(View())).decode())["about"]["saved"] == ""


def test_without_scripts_it_is_an_itinerary_with_sources(text: str) -> None:
    words = cards(assembly.loaded("").tour)
    plain = text.split("<noscript>")[1].split("</noscript>", maxsplit=1)[0]
    for card in words["events"]:
        assert card["title"] in plain
    assert plain.count('<li id="source-') == len(words["sources"])
    cited = set(re.findall(r'href="#(source-\d+)"', plain))
    assert cited == {f"source-{number}" for number in range(1, len(words["sources"]) + 1)}
    assert "On record about the place: Almaty" in plain
    assert "Boundaries shown do not imply official endorsement." in plain


def test_no_word_of_a_tour_becomes_markup(tmp_path: Path) -> None:
    tour = load_tour(injection.write_tour(tmp_path / "tour"), KnownPlaces()).tour
    plain = itinerary(cards(tour))
    assert set(re.findall(r"</?([a-z0-9]+)", plain)) <= {"ol", "li", "strong", "a", "h2", "br"}
    whole = standalone(Snapshot(tour, tour, View())).decode()
    assert whole.count("<script") == whole.count("</script>") == 1 + len(re.findall(r"<script>", whole))


def test_only_web_addresses_become_links() -> None:
    source: SourceWords = {"title": "A", "publisher": "", "published": "", "lacking": "", "url": "javascript:alert(1)"}
    words: Cards = {
        "tour": {},
        "travellers": [],
        "events": [],
        "visits": [],
        "legs": [],
        "order": [],
        "untold": [],
        "sources": [source],
    }
    assert "href" not in itinerary(words)


@pytest.mark.parametrize("name", ["one-visit", "one-city-twice"])
def test_small_tours_become_files(name: str) -> None:
    tour = load_tour(TOURS / name, KnownPlaces()).tour
    ids = data(standalone(Snapshot(tour, tour, View())).decode())["ids"]
    assert ids[: len(tour.events)] == [event.id for event in tour.events]


def test_an_event_is_found_by_the_same_words_in_the_app_and_in_the_file() -> None:
    """By the organisation of a participant, too, whether or not an office stands beside it."""
    people = (
        Person("a", "Ada", role="Minister", organisation="House of Ada"),
        Person("b", "Bo", organisation="Bo Guild"),
    )
    tour = load_tour(TOURS / "one-visit", KnownPlaces()).tour
    event = replace(tour.events[0], participants=("a", "b"))
    tour = replace(tour, people=(*tour.people, *people), events=(event,))
    card, also = cards(tour)["events"][0], filters.told(tour)["also"]["0"]
    in_file = "\n".join([also, *(word for who in card["who"] for word in who)]).casefold()
    for words in ("house of ada", "minister", "bo guild", "ada"):
        assert select(tour, View(text=words)).events, words
        assert words in in_file
