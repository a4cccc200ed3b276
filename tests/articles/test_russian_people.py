"""Russian: offices said once for several, two offices of one person, names in other cases, and who is meant."""

import pytest

from tests.articles.own import reading, stops


def _met(text: str) -> set[tuple[str, str]]:
    """Last names of who travelled and of who was met."""
    found = reading(text, language="ru")
    return {(t.value.label.split()[-1], o.value.label.split()[-1])
            for p in found.proposals for t in p.travellers for o in p.others}  # fmt: skip


def test_an_office_said_once_is_that_of_each_with_its_country() -> None:
    text = "В резиденции «Сад» в Риге началась встреча президентов Латвии и Грузии Анны Выдумкиной и Левана Пробадзе."
    assert stops(text, language="ru") == [("Пробадзе", "Riga", "", "held")]
    assert _met(text) == {("Пробадзе", "Выдумкина")}
    countries = {t.value.name: t.value.country for p in reading(text, language="ru").proposals for t in p.travellers}
    assert countries == {"Леван Пробадзе": "GE"}


def test_two_offices_of_one_person_are_one_person() -> None:
    text = (
        "Премьер-министр Грузии Леван Пробадзе прибыл в Ригу.\n"
        "Он встретился с вице-премьером, министром финансов Анной Выдумкиной и президентом, "
        "премьер-министром Яном Пустым."
    )
    assert _met(text) == {("Пробадзе", "Выдумкина"), ("Пробадзе", "президент"), ("Пробадзе", "Пустой")}


def test_an_office_of_foreign_affairs_and_security_is_read_to_its_end() -> None:
    text = "Высокий представитель Союза по иностранным делам и политике безопасности Анна Выдумкина прибыла в Ригу."
    (proposal,) = reading(text, language="ru").proposals
    assert proposal.travellers[0].value.role.endswith("по иностранным делам и политике безопасности")


def test_initials_and_courtesies_stand_between_office_and_name() -> None:
    text = (
        "Министр финансов Грузии Леван Пробадзе прибыл в Ригу. "
        "Он встретился с председателем парламента г-жой А.Выдумкиной."
    )
    assert {one[0] for one in _met(text)} == {"Пробадзе"}
    assert "Выдумкин" in next(iter(_met(text)))[1]


def test_a_name_in_another_case_is_the_same_person() -> None:
    text = "В Ригу прибыла делегация во главе с президентом Джоном Тестамбой.\nПосле обеда Джон Тестамба посетит Цесис."
    assert {who for who, *_ in stops(text, language="ru")} == {"Тестамба"}


def test_who_receives_at_home_does_not_travel() -> None:
    text = (
        "Президент Грузии Леван Пробадзе встретился с министром финансов Латвии Анной Выдумкиной. Та прибыла в Тбилиси."
    )
    assert stops(text, language="ru") == [("Выдумкина", "Tbilisi", "", "held")]
    assert _met(text) == {("Выдумкина", "Пробадзе")}


def test_an_office_goes_by_its_short_name_later() -> None:
    text = (
        "Госсекретарь США Анна Выдумкина в среду прибыла в Ригу.\n"
        "В Риге госсекретарь США была принята президентом Яном Пустым."
    )
    assert {who for who, *_ in stops(text, language="ru")} == {"Выдумкина"}


def test_who_wrote_the_report_does_not_travel() -> None:
    text = (
        "РИГА, 12 мая. /Корр. Агентства Анна Выдумкина/. Делегация парламента Грузии во главе с членом комитета "
        "Леваном Пробадзе прибывает в четверг в Латвию.\nГости также посетят Цесис."
    )
    assert {who for who, *_ in stops(text, language="ru")} == {"Пробадзе"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("прибыл в Ригу в период с 12 по 14 мая.", [("Riga", "2025-05-12/2025-05-14", "held")]),
        ("посетит Ригу 20−22 мая.", [("Riga", "2025-05-20/2025-05-22", "announced")]),
        ("намерен посетить Латвию, Литву и Эстонию в период с 20 по 24 мая.",
         [(code, "2025-05-20/2025-05-24", "announced") for code in ("EE", "LT", "LV")]),
        ("планирует посетить в ближайшее время Латвию и Литву.", [("LT", "", "announced"), ("LV", "", "announced")]),
        ("ранее побывал в Латвии, а после Литвы посетит Эстонию.",
         [("EE", "", "announced"), ("LT", "", "announced"), ("LV", "", "held")]),
        ("20 мая посетит Латвию, а 22 мая – Литву.",
         [("LT", "2025-05-22", "announced"), ("LV", "2025-05-20", "announced")]),
        ("прибыл во вторник в латвийский город Цесис.", [("Cēsis", "2025-05-13", "held")]),
        ("прибыл в Ригу. В последний раз он посещал Цесис 15 лет назад.", [("Riga", "", "held")]),
        ("прибыл в Ригу. Вечером он побывал в Доме дружбы народов.", [("Riga", "", "held")]),
        ("прибыл в Ригу. Вечером его примут в Запечной крепости.", [("Riga", "", "held")]),
    ],
)  # fmt: skip
def test_how_news_tells_where_and_when(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    found = stops(f"Премьер-министр Грузии Леван Пробадзе {sentence}", language="ru")
    assert sorted(place_when for _, *place_when in found) == sorted(map(list, expected))


def test_a_house_leads_to_the_town_behind_it() -> None:
    text = (
        "В международном аэропорту «Сад» Риги премьер-министра Грузии Левана Пробадзе "
        "встретила министр финансов Анна Выдумкина."
    )
    assert stops(text, language="ru") == [("Пробадзе", "Riga", "", "held")]


def test_several_districts_are_no_person() -> None:
    text = "Премьер-министр Грузии Леван Пробадзе прибудет в Латвию. Он посетит Цесисскую и Тукумскую области."
    assert stops(text, language="ru") == [("Пробадзе", "LV", "", "announced")]


def test_a_visit_whose_day_a_clause_tells_behind_it_is_of_that_day() -> None:
    text = (
        "В рамках визита премьер-министра Грузии Левана Пробадзе в Ригу, который состоится 29 мая, "
        "запланирована его встреча с президентом Анной Выдумкиной."
    )
    assert stops(text, language="ru") == [("Пробадзе", "Riga", "2025-05-29", "announced")]


def test_who_is_met_before_a_journey_was_met_at_home() -> None:
    text = (
        "Премьер-министр Грузии Леван Пробадзе посетит Латвию на следующей неделе.\n"
        "Для обсуждения визита Пробадзе встретился с послом Латвии Анной Выдумкиной."
    )
    assert [(place, status) for _, place, _, status in stops(text, language="ru")] == [("LV", "announced")]


def test_two_ministers_of_one_office_act_together() -> None:
    text = "Министры финансов Латвии и Грузии Анна Выдумкина и Леван Пробадзе во вторник приехали в Батуми."
    assert sorted(stops(text, language="ru")) == [
        ("Выдумкина", "Batumi", "2025-05-13", "held"), ("Пробадзе", "Batumi", "2025-05-13", "held"),
    ]  # fmt: skip


def test_a_single_name_behind_an_office_belongs_to_it() -> None:
    assert _met("Патриарх Леонтий прибыл в Ригу и встретился с архиепископом Никандром.") == {("Леонтий", "Никандр")}
