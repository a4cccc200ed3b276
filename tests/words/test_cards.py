"""The words about events."""

from dataclasses import replace

import pytest

from mapapp import assembly
from mapapp.marks import marks
from mapapp.source import Source
from mapapp.when import When
from mapapp.words import terms
from mapapp.words.cards import (
    cards,
    claim_parts,
    has_card,
    source_line,
    source_words,
    stay_line,
    when_line,
)
from tests.fixtures import TOURS
from tests.fixtures.shipped import with_area

TOUR = assembly.loaded("central-asia-2025").tour
CARDS = {card["id"]: card for card in cards(TOUR)["events"]}


def test_a_year_stays_a_year() -> None:
    assert CARDS["climate-summit"]["when"] == "2026"
    assert CARDS["climate-summit"]["heading"] == "2026"


@pytest.mark.parametrize(
    ("when", "clock"),
    [
        ("2025-05-05T08:30", [510]),
        ("2025-05-05T19:00/2025-05-05T22:30", [1140, 1350]),
        ("2025-05-05T21:00/2025-05-06T01:00", [1260, 60]),
        ("2025-05-05T08:30~", None),
        ("2025-05-05", None),
    ],
)
def test_the_timeline_is_told_clocks_that_are_known_to_the_minute(when: str, clock: list[int] | None) -> None:
    events = (replace(TOUR.events[0], when=When.parse(when)), *TOUR.events[1:])
    (card, *_) = (card for card in cards(replace(TOUR, events=events))["events"] if card["id"] == events[0].id)
    assert card.get("clock") == clock


def test_a_day_that_is_not_stated_is_said_so() -> None:
    assert "day not stated" in CARDS["water-talks"]["when"]
    assert CARDS["mirziyoyev"]["when"] == "Thursday 27 March 2025, evening"


def test_claims_that_disagree_stand_with_their_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))
    tour = assembly.loaded("one-city-twice").tour
    (record,) = {card["id"]: card for card in cards(tour)["events"]}["dinner"]["record"]
    assert (record["heading"], record["differ"]) == ("Sources differ about the place", True)
    assert [claim["value"] for claim in record["claims"]] == ["Samarkand", "Tashkent"]
    assert all(claim["cites"] and claim["stated"] for claim in record["claims"])


def test_a_report_that_names_no_city_is_quoted_as_that_and_not_as_a_claim() -> None:
    (record,) = CARDS["tokayev"]["record"]
    assert (record["heading"], record["differ"]) == ("On record about the place", False)
    almaty, astana = record["claims"]
    assert (almaty["value"], almaty["stated"], astana["stated"]) == ("Almaty", True, False)
    assert claim_parts(astana) == ("", astana["note"])
    assert "names no city" in astana["note"] and "Brussels and Astana for the two governments" in astana["note"]


@pytest.mark.parametrize("event", ["ministerial", "samarkand-summit", "climate-summit"])
def test_a_postponement_a_plenary_and_a_later_date_are_no_disagreement(event: str) -> None:
    assert CARDS[event]["record"][0]["heading"] == "On record about the date"
    assert not any(record["differ"] for record in CARDS[event]["record"])


def test_a_claim_without_a_note_still_says_that_the_source_leaves_the_question_open() -> None:
    claims = tuple(replace(claim, note="") for claim in TOUR.claims)
    card = next(card for card in cards(replace(TOUR, claims=claims))["events"] if card["id"] == "tokayev")
    said = claim_parts(card["record"][0]["claims"][1])
    assert said == ("", "This source leaves the question open; it names Astana.")


@pytest.mark.parametrize(
    ("source", "lacking"),
    [
        (Source("a", "A", "B", "https://example.org", None, When.parse("2025")), ""),
        (Source("a", "A", "B", "https://example.org"), "not read by us"),
        (Source("a", "A", "B", "", None, When.parse("2025")), "no address at hand"),
        (Source("a", "A", "B"), "no address at hand, not read by us"),
    ],
)
def test_a_source_says_what_lacks(source: Source, lacking: str) -> None:
    words = source_line(source)
    assert words["lacking"] == lacking
    assert source_words(words) == ", ".join(filter(None, ("B", "A", lacking)))


def test_footnotes_lead_to_their_sources() -> None:
    sources = cards(TOUR)["sources"]
    for card in CARDS.values():
        assert card["cites"], card["id"]
        assert all(1 <= number <= len(sources) for number, _ in card["cites"])


def test_a_place_in_doubt_says_what_the_file_says_and_what_it_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading as a misspelling is never more than likely, however few rivals it has."""
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))
    tour = assembly.loaded("names-in-doubt").tour
    doubtful = {card["id"]: card for card in cards(tour)["events"] if "doubt" in card}
    assert doubtful.keys() == {"walk", "library"}
    assert doubtful["walk"]["written"] == "Samarkent"
    places = [(c["title"], c["likely"]) for c in doubtful["walk"]["doubt"]]
    assert places == [("Samarkand, Uzbekistan", "likely")]
    assert "perhaps a misspelling of 'Samarkand'" in doubtful["walk"]["doubt"][0]["reasons"]
    assert [(c["title"], c["likely"]) for c in doubtful["library"]["doubt"]][:2] == [
        ("Alexandria, Egypt", "likely"),
        ("Mashhad, Razavi Khorasan, Iran", "unlikely"),
    ]
    left = len(tour.event["library"].at.candidates) - len(doubtful["library"]["doubt"])
    assert left > 0 and doubtful["library"]["more_doubt"] == f"and {left} more"
    assert "more_doubt" not in doubtful["walk"]
    assert {mark.place.title for mark in marks(tour) if mark.doubtful} == {"Samarkand", "Alexandria"}


def test_a_visit_without_an_event_has_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """Place, days, traveller, summary and sources; those with events have none of their own."""
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))
    tour = assembly.loaded("around-the-world").tour
    found = {card["id"]: card for card in cards(tour)["visits"]}
    assert found.keys() == {"visit:west", "visit:east", "visit:london", "visit:dubai"}
    assert found["visit:west"] == {
        "id": "visit:west",
        "heading": "Tuesday 2 September 2025",
        "when": "Tuesday 2 September 2025",
        "status": "held",
        "title": "Official visit",
        "summary": "A stop without an event.",
        "who": [["Ada Rivers", ""]],
        "cites": [(1, "")],
        "place": "San Francisco",
        "label": "2",
        "symbol": "stop",
        "traveller": 0,
    }
    assert has_card(tour, "visit:west")
    assert has_card(tour, "start")
    assert not has_card(tour, "visit:start")


def test_a_visit_in_doubt_says_so_on_its_card() -> None:
    tour = with_area()
    visit = replace(tour.visits[0], at=replace(tour.visits[0].at, confidence=0.6))
    lonely = replace(tour, visits=(visit,), events=(), legs=(), claims=())
    (card,) = cards(lonely)["visits"]
    assert card["doubt"][0]["likely"]
    assert card["written"] == visit.at.toponym


def test_an_area_says_that_one_point_stands_for_it() -> None:
    found = {card["place"]: card.get("area", "") for card in cards(with_area())["events"]}
    assert found["Kazakhstan"] == "An area: the map shows one point of it."
    assert found["Ashgabat, Turkmenistan"] == ""


@pytest.mark.parametrize(
    ("when", "hour"),
    [
        ("2025-03-27T19:30", "19:30"),
        ("2025-03-27T10:00/2025-03-27T12:30", "10:00–12:30"),
        ("2025-03-27T10:00/2025-03-27", "10:00"),
        ("2025-03-27T21:00/2025-03-28T01:00", "21:00–01:00"),
        ("2025-03-27T22:00/2025-03-28T00:00", "22:00–00:00"),
        ("2025-03-27T10:00/2025-03-28T09:00", "10:00 – 09:00"),
        ("2025-03-27/2025-03-28T11:00", ""),
        ("2025-03-27T19:30~", ""),
        ("2025-03-27", ""),
    ],
)
def test_a_clock_time_is_told_beside_the_day(when: str, hour: str) -> None:
    """Past midnight, too; from the first to the last of several days; and "about" is told with the date."""
    event = replace(TOUR.events[0], when=When.parse(when))
    assert terms.hour(event) == (f"{hour} (UTC+5)" if hour else "")
    assert when_line(event).count("19:30") == when.count("19:30")


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Asia/Kolkata", "19:30 (UTC+5:30)"),
        ("Africa/Accra", "19:30 (UTC)"),
        ("America/St_Johns", "19:30 (UTC−2:30)"),
        ("", "19:30"),
        ("Nowhere/Town", "19:30"),
    ],
)
def test_an_hour_is_told_by_the_clocks_of_its_place(zone: str, said: str) -> None:
    """Summer time has begun in Newfoundland; where no zone is known none is told."""
    assert terms.clock(When.parse("2025-03-27T19:30"), zone) == said


def test_what_ends_after_midnight_stands_under_its_first_day() -> None:
    """Two days would make one evening look like two."""
    event = replace(TOUR.events[0], when=When.parse("2025-03-27T21:00/2025-03-28T01:00"))
    assert when_line(event) == "Thursday 27 March 2025, 21:00–01:00 (UTC+5)"
    assert event.when.describe() == "27 March 2025, 21:00–01:00"
    longer = replace(event, when=When.parse("2025-03-27T21:00/2025-03-28T22:00"))
    assert when_line(longer) == "27–28 March 2025, 21:00 – 22:00 (UTC+5)"


def test_a_date_that_could_not_be_read_is_not_a_day_that_nobody_states() -> None:
    event = replace(TOUR.events[0], when_stated=False, unread="03/04/2025")
    assert terms.hour(event) == "date “03/04/2025” not read"
    assert terms.hour(replace(event, unread="")) == "day not stated"
    visit = replace(TOUR.visits[0], arrival=None, departure=None)
    assert stay_line(visit) == "day not stated"
    assert stay_line(replace(visit, unread=("3/4/25", ""))) == "date “3/4/25” not read"
