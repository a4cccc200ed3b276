"""Kinds of faults that real articles showed, with siblings of our own: names, asides, hosts, and what is no stop."""

import pytest

from tests.articles.own import reading, refused, stops

MINISTER = "Foreign Minister Testa Wendling"


def _met(text: str, language: str = "en") -> set[tuple[str, str]]:
    """Who met whom, by the last word of each name."""
    found = reading(text, language=language)
    return {
        (t.value.label.split()[-1], o.value.label.split()[-1])
        for p in found.proposals for t in p.travellers for o in p.others
    }  # fmt: skip


@pytest.mark.parametrize(
    "subject",
    [
        "Testa Wendling, Foreign Minister of Latvia,",
        "Testa Wendling, Minister of Foreign Affairs/Deputy Prime Minister,",
        "Rep. Testa Wendling (R-TX), Chair,",
        "External Affairs Minister Dr. T. Wendling",
        "Foreign Minister Her Excellency Mrs. Testa Wendling",
        "High Representative/Vice-President Testa Wendling",
        "Testa Wendling, the foreign minister,",
    ],
)
def test_a_person_with_offices_before_and_behind_the_name_is_one(subject: str) -> None:
    assert [(who, place) for who, place, *_ in stops(f"{subject} arrived in Baku on Monday.")] == [("Wendling", "Baku")]


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("met the Mayor of Baku, Probst Anderman; with Speaker Oda Kelling; and with Premier Jona Fiktiv.",
         {"Anderman", "Kelling", "Fiktiv"}),
        ("met Speaker Probst Anderman (see picture) in Baku to build on President Oda Kelling's plan.", {"Anderman"}),
        ("will meet with Speaker You Si-kun in Baku.", {"Si-kun"}),
        ("will also meet the U.S. Ambassador to Georgia Probst Anderman in Baku.", {"Anderman"}),
        ("met Speaker Probst Anderman by videoconference.", set()),
        ("met Speaker Eva Anderman in Baku.", {"Anderman"}),
    ],
)  # fmt: skip
def test_who_is_met_stands_behind_the_meeting_and_before_its_purpose(sentence: str, met: set[str]) -> None:
    assert {whom for _, whom in _met(f"{MINISTER} {sentence}")} == met


@pytest.mark.parametrize(
    "text",
    [
        "BAKU — Foreign Minister Probst Anderman on May 14 held talks with Latvian Premier Testa Wendling in Baku.",
        "Speaker Probst Anderman met the visiting Foreign Minister Testa Wendling in Baku on Wednesday.",
    ],
)
def test_of_host_and_guest_the_guest_travels(text: str) -> None:
    assert stops(text) == [("Wendling", "Baku", "2025-05-14", "held")]
    assert _met(text) == {("Wendling", "Anderman")}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("discussed the situation in Sudan with Speaker Probst Anderman in Baku.", "Sudan"),
        ("flew to Baku. She also met Probst Anderman of the U.S. Embassy in Riga.", "Riga"),
        ("met Speaker Probst Anderman in Baku to praise help to Fiji.", "Fiji"),
        ("flew to Baku. She last visited Yerevan in 2019.", "Yerevan"),
        ("flew to Baku. In 2024, she visited Yerevan.", "Yerevan"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_place_is_no_stay_there(sentence: str, words: str) -> None:
    text = f"{MINISTER} {sentence}"
    assert [place for _, place, *_ in stops(text)] == ["Baku"]
    assert refused(text)[words] in ("TOPIC", "OTHER")


@pytest.mark.parametrize(
    "line",
    [
        "New Delhi [India], May 14 (ABC): ", "(ABC | DELHI) – ", "OSLO, ", "Oslo, 14 May 2025 - ",
        "Oslo, Norway (A.no) — ",
    ],
)  # fmt: skip
def test_a_dateline_is_no_stop(line: str) -> None:
    assert [place for _, place, *_ in stops(f"{line}{MINISTER} visited Baku on Monday.")] == ["Baku"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("will also visit Baku, Azerbaijan, beginning on May 19.", [("Baku", "2025-05-19")]),
        ("will travel to Fiji, New Zealand, and East Timor.", [("FJ", ""), ("NZ", ""), ("TL", "")]),
        ("will be in Singapore, Australia, and Samoa.", [("Singapore", ""), ("AU", ""), ("WS", "")]),
        ("will visit Baku (May 19-20) and Tbilisi (May 21).",
         [("Baku", "2025-05-19/2025-05-20"), ("Tbilisi", "2025-05-21")]),
        ("arrived at Songshan Airport on Monday and met officials in Taipei.", [("Taipei", "2025-05-12")]),
    ],
)  # fmt: skip
def test_lists_brackets_and_airports(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(place, when) for _, place, when, _ in stops(f"{MINISTER} {sentence}")] == expected


@pytest.mark.parametrize(
    "end", ["Deputy Premier", "the mayor", "President T.", "Dr", "Minister,", "(", "[", "the visiting"]
)
def test_a_paragraph_may_end_anywhere(end: str) -> None:
    """A pasted heading or a line that was cut off is read as far as it goes."""
    assert reading(f"{MINISTER} arrived in Baku on Monday.\nA meeting with {end}").stops
