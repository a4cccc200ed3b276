"""Russian: what a careful reader takes for a stop and what not: unknown names, reminders, invitations, spellings."""

import pytest

from tests.articles.own import reading, refused, stops

PREMIER = "Премьер-министр Грузии Леван Пробадзе"


def _places(text: str) -> list[tuple[str, str, str]]:
    return sorted((place, when, status) for _, place, when, status in stops(text, language="ru"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("прибыл в Государство Катар.", [("QA", "", "held")]),
        ("прибыл в Исламскую Республику Иран.", [("IR", "", "held")]),
        ("посетит Ригу 20 мая с.г.", [("Riga", "2025-05-20", "announced")]),
        ("посетит Ригу 20 мая текущего года.", [("Riga", "2025-05-20", "announced")]),
        ("прибыл в Ригу в рамках визита на Ближний Восток.", [("Riga", "", "held")]),
        ("по приглашению президента Латвии Анны Выдумкиной прибыл в Ригу.", [("Riga", "", "held")]),
        ("прибыл в Ригу и пригласил латвийского коллегу Яна Пустого посетить Тбилиси.", [("Riga", "", "held")]),
        ("решил поехать в Ригу, а не в Таллин.", [("Riga", "", "held")]),
        ("прибыл в Ригу. Напомним, в апреле он побывал в Таллине.", [("Riga", "", "held")]),
        ("прибыл в Ригу. Тогда он посетил и Таллин.", [("Riga", "", "held")]),
        ("примет участие в работе саммита, который состоится в Риге 20 мая.", [("Riga", "2025-05-20", "announced")]),
        ("прибыл в Ригу. В Цесисе у премьер-министра запланированы встречи.",
         [("Cēsis", "", "announced"), ("Riga", "", "held")]),
    ],
)  # fmt: skip
def test_what_news_tells_leads_to_these_stops(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert _places(f"{PREMIER} {sentence}") == expected


def test_an_object_before_the_verb_is_reached_with_a_visit_too() -> None:
    text = "20 мая столицу Латвии с рабочим визитом посетит премьер-министр Грузии Леван Пробадзе."
    assert _places(text) == [("Riga", "2025-05-20", "announced")]


def test_a_name_that_no_list_knows_is_a_place_only_where_words_of_travel_stand_straight_before_it() -> None:
    assert _places(f"{PREMIER} прибыл в посёлок Выдумково.") == [("Выдумково", "", "held")]
    found = refused(f"{PREMIER} посетил Ригу и побывал на площади Выдумково.", "ru")
    assert found["Выдумково"] in ("UNREAD", "TOPIC", "GOVERNMENT")


def test_a_place_in_doubt_is_not_taken_as_sure_where_the_text_names_the_country_of_its_namesake() -> None:
    text = f"{PREMIER} 12 мая прибыл в Триполи. В Ливане он пробудет два дня."
    proposal = reading(text, language="ru").proposals[0]
    assert proposal.spot.value.country == "LB" or not proposal.sure


def test_who_is_on_a_visit_is_the_guest_wherever_the_participle_stands() -> None:
    text = f"{PREMIER}, находящийся в Латвии с визитом, провёл переговоры с министром Анной Выдумкиной."
    assert stops(text, language="ru") == [("Пробадзе", "LV", "", "held")]


def test_a_dateline_of_a_place_and_a_day_is_none_of_the_journey() -> None:
    text = "Рига, 12 мая. Премьер-министр Грузии Леван Пробадзе прибыл в Таллин."
    assert _places(text) == [("Tallinn", "", "held")]
    assert refused(text, "ru")["Рига"] == "DATELINE"


def test_a_list_of_hosts_goes_on_to_the_end_of_the_quotation() -> None:
    text = (
        "Премьер-министр Грузии Леван Пробадзе посетит Латвию.\n"
        '"Пробадзе встретится с президентом Анной Выдумкиной и министром финансов Яном Пустым", - '
        "сообщили в посольстве."
    )
    met = {o.value.label for p in reading(text, language="ru").proposals for o in p.others}
    assert met == {"Анна Выдумкина", "Ян Пустой"}


def test_the_next_day_is_counted_once_in_a_sentence() -> None:
    text = (
        f"{PREMIER} 12 мая прибыл в Ригу. "
        "На следующий день он посетил Цесис, где встретился с мэром города Анной Выдумкиной."
    )
    assert _places(text) == [("Cēsis", "2025-05-13", "held"), ("Riga", "2025-05-12", "held")]
