"""What single sentences state, and what they do not: siblings of the faults that were found, in our own words."""

import pytest

from tests.articles.own import reading, refused, stops

MINISTER = "Foreign Minister Testa Wendling"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("arrived in Tashkent on Monday.", [("Tashkent", "2025-05-12", "held")]),
        ("will arrive in Tashkent on Monday.", [("Tashkent", "2025-05-19", "announced")]),
        ("flew to Baku on May 13 and went on to Tbilisi a day later.",
         [("Baku", "2025-05-13", "held"), ("Tbilisi", "2025-05-14", "held")]),
        ("visited Ankara, Zzyxqville, Baku and Tbilisi last week.",
         [("Ankara", "2025-05-05?/2025-05-11?", "held"), ("Baku", "2025-05-05?/2025-05-11?", "held"),
          ("Tbilisi", "2025-05-05?/2025-05-11?", "held")]),
        ("sat in Amman with the King of Jordan on Tuesday.", [("Amman", "2025-05-13", "held")]),
        ("will swing through Doha on Saturday.", [("Doha", "2025-05-17", "announced")]),
        ("began a tour on Monday, with legs in Riga and Vilnius.",
         [("Riga", "2025-05-12", "held"), ("Vilnius", "2025-05-12", "held")]),
        ("began a tour, which will include Riga and Vilnius.",
         [("Riga", "", "announced"), ("Vilnius", "", "announced")]),
        ("has called off a visit to Warsaw.", [("Warsaw", "", "cancelled")]),
        ("put off a trip to Warsaw planned for June 3.", [("Warsaw", "2025-06-03", "postponed")]),
        ("visited Kazakhstan on May 12.", [("KZ", "2025-05-12", "held")]),
        ("was in Dushanbe from May 12 to 14.", [("Dushanbe", "2025-05-12/2025-05-14", "held")]),
        ("spoke at a conference in Zurich on Friday.", [("Zürich", "2025-05-09", "held")]),
        ("was received in Minsk by the President of Belarus on 8 May.", [("Minsk", "2025-05-08", "held")]),
    ],
)  # fmt: skip
def test_words_of_travel_and_meeting_make_stops(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(place, when, status) for _, place, when, status in stops(f"{MINISTER} {sentence}")]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("RIGA, May 14 - The minister spoke.", "RIGA", "DATELINE"),
        (f"{MINISTER} praised the friendship between Brussels and Astana.", "Astana", "GOVERNMENT"),
        (f"Moscow has protested, {MINISTER} said.", "Moscow", "GOVERNMENT"),
        (f"{MINISTER} was born in Turin.", "Turin", "ORIGIN"),
        (f"{MINISTER} returned to Vienna on Wednesday.", "Vienna", "HOME"),
        (f"{MINISTER} flew to Baku. Her predecessor visited Yerevan in 2019.", "Yerevan", "OTHER"),
        (f"{MINISTER} flew to Baku from Paris.", "Paris", "ORIGIN"),
        (f"{MINISTER} met the Japanese ambassador in Baku.", "Baku", ""),
        (f"Ahead of a summit in Samarkand on May 20, {MINISTER} visited Almaty.", "Samarkand", "LATER"),
        (f"{MINISTER} toured Central Asia and visited Almaty.", "Central Asia", "WIDE"),
        (f"{MINISTER} flew to Baku. The war in Sudan worries many.", "Sudan", "TOPIC"),
    ],
)
def test_what_is_no_stop_has_its_reason(text: str, words: str, reason: str) -> None:
    assert refused(text).get(words, "") == reason


def test_a_sentence_without_a_city_is_never_placed_in_the_capital() -> None:
    """The country is that of the host; the doubt says so."""
    found = reading("During a meeting with Kazakhstan’s President, Foreign Minister Testa Wendling spoke of trade.")
    (proposal,) = found.proposals
    assert (proposal.spot.value.place, proposal.spot.value.toponym, proposal.spot.value.country) == (None, "", "KZ")
    assert "names no place" in proposal.spot.doubt


def test_two_travellers_become_two() -> None:
    text = f"{MINISTER} and Trade Minister Probst Anderman arrived in Baku on Monday. Anderman went on to Ganja."
    assert [(who, place) for who, place, *_ in stops(text)] == [
        ("Wendling", "Baku"),
        ("Anderman", "Baku"),
        ("Anderman", "Ganja"),
    ]


def test_pronouns_and_roles_go_to_the_people_of_the_text() -> None:
    lines = ("She met the Prime Minister of Azerbaijan.", "On Tuesday the minister flew to Tbilisi.")
    text = "\n".join((f"{MINISTER} arrived in Baku on Monday.", *lines))
    found = reading(text)
    assert {t.value.name for p in found.proposals for t in p.travellers} == {"Testa Wendling"}
    assert [p.others[0].value.role for p in found.proposals if p.others] == ["Prime Minister of Azerbaijan"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MINISTER} flew to Oslo. In Nairobi, where she spent a week, she met teachers.", ["Oslo", "Nairobi"]),
        ("Gov. Testa Wendling of Utah flew to Oslo on May 9. The governor then visited Bergen.", ["Oslo", "Bergen"]),
        (f"{MINISTER} was in Oslo on 9 May. On 10 May she visited Bergen.", ["Oslo", "Bergen"]),
        (
            f"{MINISTER} flew to Oslo. A spokeswoman said that a visit to Bergen had been called off.",
            ["Oslo", "Bergen"],
        ),
        (f"{MINISTER} flew to Oslo. She and Speaker Probst Anderman met at Hyderabad House.", ["Oslo"]),
        (f"{MINISTER} flew to Oslo. She will attend the Munich conference next week.", ["Oslo"]),
        (f"A delegation headed by {MINISTER} is staying in Oslo.", ["Oslo"]),
        (f"{MINISTER} departed for Oslo on Monday before continuing to Bergen.", ["Oslo", "Bergen"]),
    ],
)
def test_siblings_of_what_was_missed_at_first_sight(text: str, expected: list[str]) -> None:
    assert [place for _, place, *_ in stops(text)] == expected
    assert {who for who, *_ in stops(text)} == {"Wendling"}


def test_every_value_is_tied_to_words_of_the_text() -> None:
    found = reading(f"{MINISTER} met Speaker Probst Anderman in Baku on Monday.")
    (proposal,) = found.proposals
    words = found.article.words
    assert words(proposal.spot.quotes[0]) == "Baku"
    assert words(proposal.when.quotes[0]) == "Monday"
    assert words(proposal.travellers[0].quotes[0]) == MINISTER
    assert words(proposal.others[0].quotes[0]) == "Speaker Probst Anderman"
    assert proposal.sure


def test_a_day_of_the_week_that_is_not_that_of_the_date_is_pointed_out() -> None:
    (proposal,) = reading(f"{MINISTER} arrived in Baku on Monday, May 13.").proposals
    assert str(proposal.when.value) == "2025-05-13" and "Monday is not" in proposal.when.doubt


def test_without_a_date_of_publication_no_year_is_made_up() -> None:
    found = reading(f"{MINISTER} arrived in Baku on May 13.", None)
    assert found.proposals[0].when.value is None and not found.proposals[0].sure
    assert any("date of publication" in note for note in found.notes)
    dated = reading(f"{MINISTER} arrived in Baku on May 13, 2024.", None)
    assert str(dated.proposals[0].when.value) == "2024-05-13"


def test_what_a_speaker_says_word_for_word_is_no_report() -> None:
    text = f"{MINISTER} arrived in Baku. “I met many friends in Ganja and I will come to Sheki,” she said."
    assert [place for _, place, *_ in stops(text)] == ["Baku"]


def test_nothing_is_read_from_a_text_without_a_journey() -> None:
    assert reading("The harvest was good. Farmers in Lucca are content.").proposals == ()
    assert reading("").proposals == ()
