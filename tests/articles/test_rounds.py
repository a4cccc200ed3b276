"""Kinds that fresh articles showed: whose office, which list, what is background, and names written as one word."""

import pytest

from tests.articles.own import stops

WHO = "Foreign Minister Testa Wendling"


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("She will begin a visit to three countries - Latvia, Estonia and Finland.", ["LV", "EE", "FI"]),
        ("Next week she will be in Latvia’s capital Riga.", ["Riga"]),
        ("She toured AlUla on Monday.", ["Al-`Ula"]),
        ("She goes to Riga. The day before, she will be in Tartu.", ["Riga", "Tartu"]),
        ("The delegation is slated to visit Riga.", ["Riga"]),
    ],
)
def test_stops_in_other_words(sentence: str, places: list[str]) -> None:
    assert {place for _, place, *_ in stops(f"{WHO} is on tour. {sentence}")} == {*places}


@pytest.mark.parametrize(
    "sentence",
    [
        "She praised what the alliance’s missions do, including in Kosovo and Iraq.",
        "Will she go on to Tartu?",
        "The next summit will be held in Tartu in July.",
        "She hopes to reach a lasting solution in Yemen.",
    ],
)
def test_what_is_no_stop(sentence: str) -> None:
    assert [place for _, place, *_ in stops(f"{WHO} arrived in Riga on Monday. {sentence}")] == ["Riga"]


def test_a_short_office_and_the_same_written_out_are_one_persons() -> None:
    text = "PM Ada Testova begins a tour on Friday.\nThe Prime Minister will visit Riga."
    assert ("Testova", "Riga") in {(who, place) for who, place, *_ in stops(text)}


@pytest.mark.parametrize("office", ["Secretary-General Special Envoy", "Special Envoy"])
def test_a_name_goes_with_the_office_before_it(office: str) -> None:
    assert [who for who, *_ in stops(f"United Nations {office} Hans Mockelt visited Riga on Monday.")] == ["Mockelt"]


def test_who_else_belongs_to_a_delegation_is_not_who_the_text_goes_on_about() -> None:
    text = f"{WHO} will visit Latvia. Other members of the delegation include Director Quint Mock. They will tour Riga."
    assert {who for who, *_ in stops(text)} == {"Wendling"}


def test_he_is_not_she() -> None:
    text = (
        f"{WHO} will visit Riga on Monday, where she will continue the work of Envoy Olaf Mock, after he visited Tartu."
    )
    assert [place for _, place, *_ in stops(text)] == ["Riga"]


def test_the_journey_of_somebody_long_before_is_background() -> None:
    text = (
        f"{WHO} will visit Riga on May 26. She will be in Tartu on May 27 and in Narva on May 28.\n"
        "In April Envoy Olaf Mock travelled to Oslo. He also met Mayor Ada Probst in Bergen on April 20."
    )
    assert [place for _, place, *_ in stops(text)] == ["Riga", "Tartu", "Narva"]


def test_all_behind_a_reminder_is_background() -> None:
    text = (
        "Министр иностранных дел Теста Вымыслова в понедельник прибыла в Ригу.\n"
        "Напомним, в мае погиб посол Пётр Пробин. Делегация посещала Тарту."
    )
    assert [place for _, place, *_ in stops(text, language="ru")] == ["Riga"]


def test_a_day_told_of_a_list_is_that_of_all_its_places() -> None:
    text = f"{WHO} will fly to Riga and Tartu, where on May 26–28 she will meet officials."
    assert {when for *_, when, _ in stops(text)} == {"2025-05-26/2025-05-28"}


def test_another_visit_of_the_sentence_is_the_one_put_off() -> None:
    text = f"{WHO} will fly to Riga, a visit to Tartu was cancelled."
    assert {(place, status) for _, place, _, status in stops(text)} == {("Riga", "announced"), ("Tartu", "cancelled")}
