"""A tour as a reader of one language is told it."""

from dataclasses import replace

from mapapp.exports import FORMAT
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.words.language import Words
from mapapp.words.told import told
from tests.fixtures.shipped import shipped


def seen(language: str) -> Snapshot:
    tour, view = shipped("central-asia-2025"), View.parse(f"lang={language}")
    return Snapshot(select(tour, view), tour, view)


def test_its_own_language_is_the_tour_itself() -> None:
    tour = shipped("central-asia-2025")
    assert told(tour, "en") is tour
    assert told(tour, "ru") is told(tour, "ru")


def test_every_text_is_that_of_the_language() -> None:
    tour = told(shipped("central-asia-2025"), "kk")
    event = tour.event["tokayev"]
    assert (tour.title, event.title) == ("ЕО-ның Самарқандқа жолы", "Президент Тоқаевпен келіссөздер")
    assert tour.person["tokayev"].name == "Қасым-Жомарт Тоқаев"
    assert {visit.place.title for visit in tour.visits} == {"Ашхабад", "Ташкент", "Алматы"}
    assert [tour.label(topic) for topic in event.topics][:2] == ["Сауда", "Энергетика"]


def test_what_is_not_translated_says_in_which_language_it_is() -> None:
    whole = shipped("central-asia-2025")
    plain = str.__str__(whole.events[0].title)
    lacking = replace(whole, events=(replace(whole.events[0], title="".join(plain)), *whole.events[1:]))
    title = told(lacking, "ru").events[0].title
    assert title.startswith(plain)
    assert title.endswith(f"({Words('ru').say('in English')})") or title.endswith(")")


def test_a_tour_that_nobody_translated_says_so_once() -> None:
    tour = Tour("bare", "Bare", summary="Nothing more.")
    assert told(tour, "xx").title == "Bare"
    assert told(tour, "xx").summary.startswith("Nothing more. [")
    assert told(Tour("bare", "Bare"), "xx").summary != ""


def test_files_speak_the_language_of_the_view() -> None:
    for name in ("tour.kml", "tour.gpx", "tour.ics", "brief.md", "tour.geojson", "tour.lpf.json"):
        text = FORMAT[name].write(seen("ru")).decode().replace("\r\n ", "")
        assert "Переговоры с Президентом Токаевым" in text, name
        assert "Talks with President Tokayev" not in text, name


def test_a_place_stays_one_place_whichever_row_names_it() -> None:
    """Events at the place of their visit stay there, so that the map has the same stops in each language."""
    tour = told(shipped("central-asia-2025"), "ru")
    own = [event for event in tour.events if event.visit]
    assert all(event.place == tour.visit[event.visit].place for event in own)
