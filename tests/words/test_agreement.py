"""What stands in two places is the same in both: stops in list and map, events in card and brief, ways of pictures."""

import json
from pathlib import Path

import pytest

from mapapp.exports.brief.note import line, note
from mapapp.exports.picture.symbols import leg_line
from mapapp.marks import Mark, eventless, marks, visit_numbers
from mapapp.palette import LIGHT
from mapapp.words.cards import cards, visit_id
from mapapp.words.language import Words
from tests.exports.picture.snapshots import SHIPPED, snapshot

QUERIES = [*SHIPPED, "with=us-central-asia-2015", "country=UZ"]
CASES = json.loads((Path(__file__).parents[1] / "fixtures" / "way_strokes.json").read_text(encoding="utf-8"))


def numbers(mark: Mark) -> list[str]:
    """Those that may stand on its disc, with the letter of their side in a comparison."""
    return [f"{mark.letter}{number}" for number in mark.numbers]


@pytest.mark.parametrize("query", QUERIES)
def test_the_number_of_an_event_in_the_list_stands_on_its_disc(query: str) -> None:
    """And a symbol without a number on the map has none in the list."""
    tour = snapshot(query).whole
    card = {card["id"]: card for card in cards(tour)["events"]}
    for mark in marks(tour):
        for id_ in mark.events:
            label = str(card[id_]["label"] or "")
            assert label in numbers(mark) if mark.numbers else not label, id_
            assert card[id_].get("traveller") == mark.traveller
            assert card[id_]["symbol"] == mark.symbol
            assert card[id_].get("letter", "") == mark.letter


@pytest.mark.parametrize("query", QUERIES)
def test_the_number_of_a_stay_without_events_stands_on_its_disc(query: str) -> None:
    tour = snapshot(query).whole
    card = {card["id"]: card for card in cards(tour)["visits"]}
    of_visit = {id_: mark for mark in marks(tour) for id_ in mark.visits}
    assert set(card) == {visit_id(visit) for visit in eventless(tour)}
    for visit in eventless(tour):
        label, mark = str(card[visit_id(visit)]["label"]), of_visit[visit.id]
        assert label == str(visit_numbers(tour)[visit.id])
        assert label in numbers(mark)
        assert mark.place == visit.place


@pytest.mark.parametrize("query", [*SHIPPED, "lang=fr", "country=UZ"])
def test_the_brief_says_of_an_event_what_its_card_says(query: str) -> None:
    shown = snapshot(query)
    card = {card["id"]: card for card in cards(shown.whole, Words(shown.language))["events"]}
    meetings = note(shown).meetings
    assert len(meetings) == len(shown.tour.events) >= 3
    for event, meeting in zip(shown.tour.events, meetings, strict=True):
        own = card[event.id]
        assert (meeting.sign, meeting.when, meeting.title) == (
            str(own.get("label") or ""),
            line(own["when"]),
            line(own["title"]),
        )
        assert meeting.where.startswith(line(own["place"]))
        assert meeting.outcome == line(own.get("summary", ""))
        assert (meeting.status == "") == (own["status"] == "held")
        assert all(line(name) in meeting.who for name, _ in own.get("who", []))
        assert list(meeting.notes) == [str(number) for number, _ in own["cites"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['mode']}, second: {case['second']}")
def test_a_way_in_a_picture_has_the_strokes_of_the_page(case: dict[str, object]) -> None:
    """A dot is a stroke as long as the line is wide; `tests/js/legend.test.js` goes through the same table."""
    line = leg_line(LIGHT, 0, str(case["mode"]), 10, bool(case["second"]))
    strokes = line.dash[::2]
    assert (line.width in strokes) == case["dotted"]
    assert (bool(strokes) and strokes[0] < line.width * 5) == case["dashed"]
