"""Whose journey it is, and whether it is one: evidence for a stop, in words of our own."""

import pytest

from tests.articles.own import reading, refused, stops

MINISTER = "Foreign Minister Testa Wendling"


def _places(text: str) -> list[str]:
    return [place for _, place, *_ in stops(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"{MINISTER} arrived in the Latvian capital, Riga, on Monday.", ["Riga"]),
        (f"{MINISTER} arrived in Latvia’s capital, Riga, on Monday.", ["Riga"]),
        (f"{MINISTER} will visit Australia and New Zealand.", ["AU", "NZ"]),
        (f"{MINISTER} will travel to Nairobi, Kenya; Djibouti, Djibouti; and Abuja, Nigeria.",
         ["Nairobi", "Djibouti", "Abuja"]),
        (f"{MINISTER} has been in the Egyptian town of Sharm el-Sheikh for talks.", ["Sharm el-Sheikh"]),
        (f"{MINISTER} will lead a delegation to Fiji aimed at growing trade.", ["FJ"]),
        (f"Monday’s trip to Riga by {MINISTER} went well. She also visited Jurmala.", ["Riga", "Jūrmala"]),
        ("The Latvian foreign minister was in Oslo on Monday. In Bergen, Wendling met students. On Tuesday Wendling "
         "flew to Tromso.", ["Oslo", "Bergen", "Tromsø"]),
    ],
)  # fmt: skip
def test_ways_to_write_a_place(text: str, places: list[str]) -> None:
    assert sorted(_places(text)) == sorted(places)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It began in October with a first round of talks in Bergen.", "Bergen"),
        ("Participants endorsed the proposal to convene experts in Bergen.", "Bergen"),
        ("Talks between the unions and the owners were held in Bergen.", "Bergen"),
        ("Norway may be forced to stop training its troops in Bergen.", "Bergen"),
        ("She discussed efforts to bring peace in Sudan.", "Sudan"),
        ("She met students and underscored the support for completing the transition in Sudan.", "Sudan"),
    ],
)
def test_what_somebody_else_does_somewhere_is_no_stop(sentence: str, words: str) -> None:
    text = f"{MINISTER} flew to Oslo.\n{sentence}"
    assert _places(text) == ["Oslo"] and words in refused(text)


def test_nobody_travels_to_their_own_country() -> None:
    text = f"{MINISTER} flew to Oslo. Norwegian Prime Minister Probst Anderman said Norway would open a port in Norway."
    assert _places(text) == ["Oslo"]


def test_who_is_visiting_is_the_guest() -> None:
    (stop,) = stops(f"Latvian President Probst Anderman on Monday met with {MINISTER}, who is visiting Riga.")
    assert stop[:2] == ("Wendling", "Riga")


def test_a_title_with_capitals_names_nobody_anew() -> None:
    text = f"{MINISTER} arrived in Latvia on Monday. She met Speaker Probst Anderman."
    found = reading(text, title="Wendling Visits Latvia")
    assert [s.spot.country for s in found.stops] == ["LV"]


def test_a_host_alone_leaves_the_journey_in_doubt() -> None:
    (proposal,) = reading(f"{MINISTER} met Latvia’s President Probst Anderman.").proposals
    assert "Perhaps not their journey." in proposal.doubts


def test_companies_are_not_people_met() -> None:
    text = f"In Oslo, {MINISTER} met Norwegian companies, including Boston Anderman. She then met Speaker Ada Probst."
    met = {f.value.label for p in reading(text).proposals for f in p.others}
    assert met == {"Ada Probst"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{MINISTER} announced Thursday she will travel to Oslo.", ""),
        (f"{MINISTER} was in Riga on May 14 at the close of a tour that has taken her to Oslo.", ""),
        (f"{MINISTER} will be in Riga on 20 May, before continuing to Oslo over the following two days.",
         "2025-05-21/2025-05-22"),
        (f"{MINISTER} will visit Oslo at the end of the month.", "2025-05-21?/2025-05-31?"),
    ],
)  # fmt: skip
def test_the_date_is_that_of_the_stay(text: str, date: str) -> None:
    assert next(when for _, place, when, *_ in stops(text) if place == "Oslo") == date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("State Councilor and Foreign Minister Testa Wendling will visit Fiji, Samoa and Tonga upon invitation from "
         "May 20 to 24. Wendling will also visit Niue via video.", ["FJ", "TO", "WS"]),
        (f"{MINISTER} will visit three countries from May 20 to 24, including Fiji. The other countries are Samoa and "
         "Tonga.", ["FJ", "TO", "WS"]),
        (f"{MINISTER} flew to Oslo. The delegation includes heads of offices in Bergen and Vardo regions.", ["Oslo"]),
        (f"In Oslo, {MINISTER} will engage students.", ["Oslo"]),
    ],
)  # fmt: skip
def test_lists_of_places(text: str, found: list[str]) -> None:
    assert sorted(_places(text)) == found


def test_several_days_behind_a_list_are_those_of_all_its_places() -> None:
    text = f"{MINISTER} will pay a visit to Fiji, Samoa and Tonga upon invitation from May 20 to 24."
    assert {when for *_, when, _ in stops(text)} == {"2025-05-20/2025-05-24"}


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("She met Speaker of the Lok Sabha (House of Representatives) of India Om Anderman.", "Om Anderman"),
        ("She met the spokesman, Probst Anderman, on Monday.", "Probst Anderman"),
        ("She held talks with her counterpart Foreign Minister Probst Anderman.", "Probst Anderman"),
        ("She met PM Anderman.", "Anderman"),
        ("She was met by Vice Chairman of the NA Probst Anderman.", "Probst Anderman"),
        ("At the invitation of Speaker Ada Probst, she met Probst Anderman.", "Probst Anderman"),
    ],
)
def test_an_office_with_its_body_is_one_person(sentence: str, met: str) -> None:
    found = reading(f"{MINISTER} flew to Oslo. {sentence}")
    assert {f.value.name for p in found.proposals for f in p.others} == {met}


@pytest.mark.parametrize(
    ("visit", "doubted"), [("", True), ("\nDuring his visit to Oslo, Anderman met Speaker Oda Kelling.", False)]
)
def test_a_second_traveller_whose_visit_is_told_is_not_in_doubt(visit: str, doubted: bool) -> None:
    text = f"{MINISTER} flew to Oslo on Monday and met Speaker Ada Probst there on Tuesday.\n"
    text += f"In Oslo, Latvian Deputy Minister Kel Anderman opened a fair on Monday.{visit}"
    named = (p for p in reading(text).proposals if any(f.value.name == "Kel Anderman" for f in p.travellers))
    assert any("Perhaps not their journey." in p.doubts for p in named) is doubted


def test_plans_that_somebody_has_are_no_time_to_come() -> None:
    told = stops(f"In Oslo, {MINISTER} announced several plans on Monday.")
    assert told == [("Wendling", "Oslo", "2025-05-12", "held")]
