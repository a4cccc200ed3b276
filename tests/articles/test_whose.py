"""Whose visit it is, what was not visited, the first day of a tour, and days that are counted back."""

import pytest

from tests.articles.own import refused, stops

MINISTER = "Foreign Minister Testa Wendling"


@pytest.mark.parametrize(
    "sentence",
    [
        "Wendling’s visit to Baku on Monday was short.",
        "The visit of Foreign Minister Testa Wendling to Baku began on Monday.",
        "The visit by Foreign Minister Testa Wendling to Baku took place on Monday.",
    ],
)
def test_a_visit_is_that_of_whoever_it_is_said_to_be_of(sentence: str) -> None:
    text = f"{MINISTER} leads the delegation. Speaker Probst Anderman spoke of her. {sentence}"
    assert [(who, place) for who, place, *_ in stops(text)] == [("Wendling", "Baku")]


@pytest.mark.parametrize(
    "sentence",
    [
        "She did not visit Yerevan.",
        "She never went to Yerevan.",
        "Wendling has not travelled to Yerevan.",
    ],
)
def test_where_somebody_was_not_is_no_stop(sentence: str) -> None:
    text = f"{MINISTER} arrived in Baku on Monday. {sentence}"
    assert [place for _, place, *_ in stops(text)] == ["Baku"] and "Yerevan" in refused(text)


def test_the_first_day_of_a_tour_is_that_of_its_first_place_alone() -> None:
    text = f"{MINISTER} will visit Fiji, Samoa and Tonga starting May 20."
    assert [(place, when) for _, place, when, _ in stops(text)] == [("FJ", "2025-05-20"), ("WS", ""), ("TO", "")]


@pytest.mark.parametrize("said", ["a day earlier", "the previous day", "one day earlier"])
def test_days_are_counted_back_from_the_one_before_in_the_text(said: str) -> None:
    text = f"{MINISTER} met Speaker Probst Anderman in Baku on May 14. She had arrived in Ganja {said}."
    assert ("Wendling", "Ganja", "2025-05-13", "held") in stops(text)


def test_days_are_counted_back_in_russian() -> None:
    text = (
        "Министр иностранных дел Теста Вымыслова 14 мая встретилась с Пробом Выдумановым в Баку. "
        "Днём ранее она прибыла в Гянджу."
    )
    assert ("Вымыслова", "Ganja", "2025-05-13", "held") in stops(text, language="ru")


@pytest.mark.parametrize(
    "office", ["Заместитель премьер-министра", "Советник вице-президента", "Первый заместитель вице-премьера"]
)
def test_an_office_with_a_hyphen_goes_to_the_name_behind_it(office: str) -> None:
    text = f"{office} Белоруссии Пётр Вымышленов в понедельник прибыл в Баку."
    assert stops(text, language="ru") == [("Вымышленов", "Baku", "2025-05-12", "held")]


def test_what_goes_back_to_a_year_long_ago_is_no_part_of_the_journey() -> None:
    text = f"{MINISTER} flew to Baku on Monday. The pact goes back to 1980, when then-mayor Oda Kelling visited Ganja."
    assert [place for _, place, *_ in stops(text)] == ["Baku"]
