"""The words that files without cards hold: complete, numbered, and the same for the same view."""

from dataclasses import replace

import pytest

from mapapp.place import Candidate
from mapapp.words.paragraphs import Paragraphs, corridor_paragraphs, xml_text
from tests.fixtures.places import KnownPlaces
from tests.fixtures.snapshots import corridor, seen, tour

CENTRAL = tour("central-asia-2025")


def test_an_event_says_when_where_what_who_and_what_else_is_on_record() -> None:
    lines = Paragraphs(CENTRAL).event(CENTRAL.event["climate-summit"])
    assert lines[:3] == ["2026", "Astana, Kazakhstan", "Summit, announced"]
    later = "22–24 April 2026 [20] [21] [22] (Announced later.)"
    assert f"On record about the date: 2026 [3] (The year only.); {later}" in lines
    assert [line.partition(" ")[0] for line in lines if line.startswith("[")] == ["[3]", "[20]", "[21]", "[22]"]
    assert lines[-4].endswith("(paragraph 14)")


def test_a_source_that_leaves_the_question_open_has_its_note_alone() -> None:
    lines = Paragraphs(CENTRAL).event(CENTRAL.event["tokayev"])
    (record,) = [line for line in lines if line.startswith("On record")]
    assert record.endswith(
        "; The NE Global report names no city for the talks; it writes Brussels and Astana for the two governments. [3]"
    )


def test_a_source_says_that_it_was_not_read() -> None:
    lines = Paragraphs(CENTRAL).event(CENTRAL.event["mirziyoyev"])
    assert [("not read by us" in line) for line in lines if line.startswith("[")] == [True, False]


def test_a_day_that_is_not_stated_is_said_so() -> None:
    assert Paragraphs(CENTRAL).event(CENTRAL.event["saidov"])[0] == "Thursday 27 March 2025, day not stated"


def test_a_visit_says_who_and_how_far_it_came() -> None:
    lines = Paragraphs(CENTRAL).visit(CENTRAL.visit["vassilenko-ashgabat"])
    assert lines[:4] == [
        "about 27 March 2025",
        "Ashgabat, Turkmenistan",
        "Official visit of Roman Vassilenko, Deputy Minister of Foreign Affairs",
        "Status: held",
    ]
    assert lines[-1].startswith("[3] NE Global Media") and lines[-1].endswith("(paragraphs 13 and 16)")


def test_numbers_count_from_one_in_what_is_left() -> None:
    """A file has no gaps in its footnotes, and every number is explained in it."""
    left = seen(CENTRAL, "country=UZ").tour
    lines = [line for event in left.events for line in Paragraphs(left).event(event)]
    numbers = {int(line[1 : line.index("]")]) for line in lines if line.startswith("[")}
    assert numbers == set(range(1, len(numbers) + 1))


def test_corridors_number_their_sources_on_from_those_of_the_tour() -> None:
    snapshot = seen(CENTRAL, "", (corridor(), corridor("northern")))
    first, second = corridor_paragraphs(snapshot)
    assert first.last == len(Paragraphs(CENTRAL).notes.numbers)
    assert second.last == first.last + len(first.words["sources"])
    words = next(section for section in second.words["sections"] if section["cites"])
    assert f"[{second.last + words['cites'][0][0]}] " in "\n".join(second.section(words))
    assert second.section(words)[0] == f"Status: {words['status']}"


def test_a_place_in_doubt_is_said_to_be() -> None:
    known = KnownPlaces()
    event = CENTRAL.events[0]
    candidates = tuple(Candidate(known.place(name), "gazetteer", name, confidence=0.5) for name in ("Osh", "Baku"))

    def lines(candidates: tuple[Candidate, ...]) -> list[str]:
        doubted = replace(event, at=replace(event.at, confidence=0.5, candidates=candidates))
        return Paragraphs(replace(CENTRAL, events=(doubted,))).event(doubted)

    assert "Place in doubt, how sure each is: Osh, Kyrgyzstan (0.50); Baku, Azerbaijan (0.50)" in lines(candidates)
    assert any(line.endswith("Osh, Kyrgyzstan (0.50); and 3 more") for line in lines(candidates * 4))


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\ufffeb", "a\ud800b"])
def test_what_xml_cannot_hold_is_replaced(text: str) -> None:
    assert xml_text(text) == "a\N{REPLACEMENT CHARACTER}b"


def test_what_xml_can_hold_is_left() -> None:
    text = "a\tb\nc\rd \x85\u2028 é Ж 🇰🇿 \ufffd"
    assert xml_text(text) == text
