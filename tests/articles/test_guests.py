"""Who travelled and who was at home, as reports of agencies tell it, and who a bare office is; in words of our own."""

import pytest

from tests.articles.own import reading, stops

MINISTER = "Latvian Foreign Minister Testa Wendling"
ARRIVED = f"{MINISTER} arrived in Nairobi on Monday."
RUSSIAN = "Министр иностранных дел Латвии Анна Примерова"


def _met(text: str, language: str = "en") -> set[tuple[str, str]]:
    return {
        (t.value.label.split()[-1], o.value.label.split()[-1])
        for p in reading(text, language=language).proposals for t in p.travellers for o in p.others
    }  # fmt: skip


def _who(text: str, language: str = "en") -> set[tuple[str, str]]:
    return {(who, place) for who, place, *_ in stops(text, language=language)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan Speaker Probst Anderman will call on the Latvian Foreign Minister.",
        "Kenyan Speaker Probst Anderman will also hold discussions with Wendling.",
        "In 2016 Speaker Probst Anderman paid a visit to Latvia. Anderman will hold talks with her.",
    ],
)
def test_whoever_the_text_follows_is_the_guest_of_those_who_call_on_them(sentence: str) -> None:
    assert _who(f"{ARRIVED}\n{sentence}") == {("Wendling", "Nairobi")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"Kenyan Premier Probst Anderman and {MINISTER} discussed trade in Nairobi on Monday.", "en"),
        (f"Премьер Армении Ваагн Тестян и {RUSSIAN[0].lower()}{RUSSIAN[1:]} обсудили в Ереване торговлю.", "ru"),
        (f"{RUSSIAN} прилетела в Баку. Латвийский лидер и армянский премьер Ваагн Тестян встретятся в Ереване.", "ru"),
    ],
)  # fmt: skip
def test_of_two_who_act_together_the_one_at_home_did_not_travel(text: str, language: str) -> None:
    assert not {"Anderman", "Тестян"} & {who for who, _ in _who(text, language)}
    assert _met(text, language) & {("Wendling", "Anderman"), ("Примерова", "Тестян")}


def test_who_went_along_is_not_who_the_text_goes_on_about() -> None:
    text = f"{ARRIVED}\nOda Kelling accompanied the minister. Premier Probst Anderman greeted her at the airport."
    assert ("Wendling", "Anderman") in _met(text) and ("Kelling", "Anderman") not in _met(text)


@pytest.mark.parametrize(
    ("sentence", "nobody"),
    [
        ("Wendling met officials for talks on water in the Sahel and Sahara Gathering.", "Gathering"),
        ("Aside from meetings in Mombasa, she will plant a tree in honor of former Mayor Oda Kelling.", "Kelling"),
        ("She will take part in talks on trade, and with the leadership of the council, Oda Kelling said.", "Kelling"),
        ("The meeting is expected to be short, and Oda Kelling will open an exhibition.", "Kelling"),
    ],
)
def test_who_is_only_spoken_of_was_not_met(sentence: str, nobody: str) -> None:
    assert nobody not in {whom for _, whom in _met(f"{ARRIVED}\n{sentence}")}


def test_a_host_of_another_country_is_not_where_the_journey_went() -> None:
    text = f"{ARRIVED}\nIn a meeting that she held with Peruvian Speaker Probst Anderman, Wendling spoke of fish."
    assert _who(text) == {("Wendling", "Nairobi")}


@pytest.mark.parametrize(
    "office",
    [
        "The Chief of Naval Staff (CNS) Admiral Testa Wendling",
        "The Chief of Naval Staff of the Latvian Navy, Admiral Testa Wendling",
        "Latvian Army Commander Lieutenant General Testa Wendling",
        "Newly-appointed Latvian Defence Minister Testa Wendling",
        "Air Chief Marshal Testa al-Wendling",
    ],
)
def test_offices_of_the_forces_and_ranks_go_to_the_name(office: str) -> None:
    found = stops(f"{office} arrived in Nairobi on Monday.")
    assert [(who.removeprefix("al-"), place) for who, place, *_ in found] == [("Wendling", "Nairobi")]


@pytest.mark.parametrize("said", ["The Latvian leader", "The top Latvian diplomat", "Admiral Testa", "The navy chief"])
def test_somebody_is_called_otherwise_further_on(said: str) -> None:
    text = f"Latvian Chief of Naval Staff Testa Wendling arrived in Nairobi on Monday.\n{said} then flew to Mombasa."
    assert _who(text) == {("Wendling", "Nairobi"), ("Wendling", "Mombasa")}


def test_an_office_that_somebody_holds_for_the_time_being_acts() -> None:
    text = (
        "Исполняющий обязанности министра обороны Армении Ваагн Тестян встретился в Риге с министром обороны Латвии "
        "генералом армии Петром Вымышленовым."
    )
    assert _who(text, "ru") == {("Тестян", "Riga")} and _met(text, "ru") == {("Тестян", "Вымышленов")}


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The UN envoy to Kenya was in Mombasa on Monday.", "en"),
        ("Mayor Oda Kelling visited Nairobi in March.", "en"),
        ("Напомним, в марте Баку посетил министр спорта Латвии Пётр Вымышленов.", "ru"),
    ],
)
def test_an_office_without_a_name_and_who_was_there_before_are_no_travellers_of_this_journey(
    sentence: str, language: str
) -> None:
    text = ARRIVED if language == "en" else f"{RUSSIAN} 12 мая прибыла в Баку."
    assert {who for who, _ in _who(f"{text}\n{sentence}", language)} <= {"Wendling", "Примерова"}


def test_an_envoy_is_called_after_whoever_sent_him() -> None:
    text = "Testa Wendling, Secretary-General Oda Kelling’s Special Envoy for Yemen, arrived in Nairobi on Monday."
    assert _who(text) == {("Wendling", "Nairobi")}


def test_two_subjects_behind_their_verb_are_one_list() -> None:
    text = "В Баку прибыли премьер Латвии Ян Пример и премьер Грузии Пётр Вымышленов, сообщает пресс-служба."
    assert _who(text, "ru") == {("Пример", "Baku"), ("Вымышленов", "Baku")}


@pytest.mark.parametrize(("day", "land"), [("On 14 May", "GE"), ("On 12 May", "KE"), ("There", "KE")])
def test_who_is_met_on_a_later_day_may_be_at_home_and_came_along_on_the_same(day: str, land: str) -> None:
    text = f"{MINISTER} visited Nairobi on 12 May.\n{day} she met Georgian President Probst Anderman."
    met = [p for p in reading(text).proposals if p.others]
    assert [(p.spot.value.country or (p.spot.value.place and p.spot.value.place.country)) for p in met] == [land]
