"""Who travels and what only stands beside a journey: kinds that press releases showed, with siblings of our own."""

import pytest

from tests.articles.own import reading, refused, stops

MINISTER = "Foreign Minister Testa Wendling"
RUSSIAN = "Министр иностранных дел Норвегии Анна Примерова"


def _places(text: str, language: str = "en", title: str = "") -> list[tuple[str, str]]:
    return [
        (s.traveller.label.split()[-1], s.spot.place.title if s.spot.place else s.spot.country)
        for s in reading(text, language=language, title=title).stops
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{MINISTER} flew to Hue. The ministry announced in Hanoi that she will be back soon.", ["Huế"]),
        ("A spokesman told reporters in Hanoi that Minister Testa Wendling will visit Hue.", ["Huế"]),
        (f"{MINISTER} flew to Hue. A delegation from Oslo visited Hanoi in March.", ["Huế"]),
        (f"{MINISTER} flew to Hue. She spoke of the cows that were held in Hanoi.", ["Huế"]),
        (f"{MINISTER} flew to Hue. She asked for the sailors who were brought to Hanoi.", ["Huế"]),
        (f"{MINISTER} flew to Hue. Wendling was born in Bergen, studied in Oslo and came to Riga as a judge.", ["Huế"]),
        (f"{MINISTER} flew to Hue. It took place two weeks after a meeting of ministers in Riga.", ["Huế"]),
        (f"{MINISTER} flew to Hue. Earlier, in March, she visited Hanoi.", ["Huế"]),
        (f"{MINISTER} flew to Hue on Monday. Earlier on Monday she visited Vinh.", ["Huế", "Vinh"]),
        (f"{MINISTER} flew to Hue after a visit to Riga’s sister city.", ["Huế"]),
        (f"{MINISTER} flew to Hue. She recalled her previous meetings with President Oda Kelling.", ["Huế"]),
        (f"{MINISTER} flew to Hue. She made an offer about plans to expand to Hanoi.", ["Huế"]),
        (f"{MINISTER} flew to Hue. She said the board was looking at towns in Spain.", ["Huế"]),
        ("European Commissioner Testa Wendling told reporters in Brussels that she will visit Hue.",
         ["Huế"]),
        (f"{MINISTER} met students at the Grand Hotel Oslo on Monday.", ["Oslo"]),
        (f"{MINISTER} spoke at the Hilton Riga.", ["Riga"]),
        (f"{MINISTER} holds a degree in Theology. She flew to Hue.", ["Huế"]),
    ],
)  # fmt: skip
def test_what_is_no_stop(text: str, found: list[str]) -> None:
    assert [place for _, place in _places(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The foreign ministers of Latvia and Estonia arrived in Oslo on Monday.",
         [("Latvia", "Oslo"), ("Estonia", "Oslo")]),
        ("The presidents of Ghana, Togo and Benin flew to Oslo on Monday.",
         [("Ghana", "Oslo"), ("Togo", "Oslo"), ("Benin", "Oslo")]),
        ("President Testa Wendling of Ghana met President Oda Kelling of Togo. The two presidents will travel to Oslo.",
         [("Kelling", "Oslo"), ("Wendling", "Oslo")]),
        ("The foreign ministers of Latvia and Estonia, Testa Wendling and Oda Kelling, have left.", []),
        ("The foreign ministers of Latvia and Estonia Testa Wendling and Oda Kelling arrived in Oslo.",
         [("Wendling", "Oslo"), ("Kelling", "Oslo")]),
        ("The Special Representative for Sudan Reconciliation Ambassador Testa Wendling flew to Oslo.",
         [("Wendling", "Oslo")]),
        ("The ‘Wide Troika will meet in Oslo. Foreign Minister Testa Wendling will present Latvia’s view.", []),
        ("Present at the talks in Oslo were Minister Oda Kelling and Minister Leo Probst.", []),
        ("A group led by Testa Wendling, the Vice President of Ghana who also leads the army, arrived in Oslo.",
         [("Wendling", "Oslo")]),
        ("Wendling’s first visit to Oslo begins today.", [("Wendling", "Oslo")]),
        (f"{MINISTER}, who took office on May 1, landed in Hue on Monday.", [("Wendling", "Huế")]),
        (f"{MINISTER} will visit Hue. The former defence minister will also travel to Hanoi.",
         [("Wendling", "Huế"), ("Wendling", "Hanoi")]),
        (f"{MINISTER} flew to Hue, where she will host a forum with Premier Oda Kelling.", [("Wendling", "Huế")]),
    ],
)  # fmt: skip
def test_several_and_one(text: str, found: list[tuple[str, str]]) -> None:
    assert sorted(_places(text)) == sorted(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{RUSSIAN} прибыла в Ригу. Пробу там собирались принять в мэрии Таллина.", ["Riga"]),
        ("По приглашению президента Чехии Сидор Пробкин вылетел в Осло.", ["Oslo"]),
        (f"{RUSSIAN} прибыла в Ригу. Она говорила о судьбе гражданина Мексики, который приехал в Осло.", ["Riga"]),
        (f"{RUSSIAN} прибыла в Ригу и поехала на Mercedes в порт.", ["Riga"]),
        (f"{RUSSIAN} прибыла в Ригу. Ранее, в марте, она посетила Осло.", ["Riga"]),
        (f"{RUSSIAN} посетит Китай: она побывает в городе Нанкин провинции Цзянсу и городе Чанша провинции Хунань.",
         ["Nanjing", "Changsha"]),
        ("В июне ожидается приезд в Осло министра Анны Примеровой с визитом.", ["Oslo"]),
        (f"{RUSSIAN} прибыла в Ригу. Она рассказала о прошедшей встрече в Осло с Глебом Пробкиным.", ["Riga"]),
        (f"{RUSSIAN} прибыла в Ригу и выступила на площади Победы.", ["Riga"]),
        ("На 14 мая запланирован вылет министра Анны Примеровой в Баку.", ["Baku"]),
        (f"{RUSSIAN} прибыла в Ригу. В течение 2025 года Осло посетили министр спорта и министр культуры.", ["Riga"]),
    ],
)  # fmt: skip
def test_who_acts_in_russian(text: str, found: list[str]) -> None:
    assert [place for _, place in _places(text, "ru")] == found


def test_the_name_behind_with_is_put_into_its_first_form() -> None:
    found = reading("Министр Анна Примерова встретилась в Риге с послом Ваагном Пробяном.", language="ru")
    assert [o.value.name for p in found.proposals for o in p.others] == ["Вааг Пробян"] or [
        o.value.name for p in found.proposals for o in p.others
    ] == ["Ваагн Пробян"]


def test_a_headline_said_again_captions_and_links_tell_nothing() -> None:
    text = f"""Minister Wendling Visits Hanoi
Agency Desk (Bergen)
MINISTER TO SEE VINH
{MINISTER} arrived in Hue on Monday.
She met students there.
Related news
Wendling to visit Oslo on Friday
Wendling arrives in Riga"""
    found = reading(text, title="Minister Wendling visits Hanoi")
    assert [s.spot.toponym for s in found.stops] == ["Hue"]
    reasons = {found.article.words(r.quote): r.reason.name for r in found.refusals}
    assert {reasons[name] for name in ("Bergen", "Oslo", "Riga")} == {"HEADLINE"}


def test_a_note_of_lines_alone_is_read() -> None:
    assert [place for _, place in _places(f"{MINISTER} in Hue\nVisit of {MINISTER} to Hue, 12 May 2025")] == ["Huế"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f"{MINISTER} will visit Hue from the 20th and 21st of May.", "2025-05-20/2025-05-21"),
        (f"HANOI, MAY 14 - {MINISTER} will visit Hue on MAY 20.", "2025-05-20"),
        (f"{MINISTER} will visit Hue from May 20 to 22, the Embassy of Latvia in Hanoi confirmed today.",
         "2025-05-20/2025-05-22"),
        (f"{MINISTER} flew to Hue, where she spoke of the trade since September 11.", ""),
    ],
)  # fmt: skip
def test_dates(text: str, when: str) -> None:
    assert [s[2] for s in stops(text)] == [when]


def test_the_day_of_a_report_is_no_day_of_a_programme() -> None:
    text = f"15 May 2025\nBy a correspondent\n{MINISTER} arrived in Hue on Monday."
    assert [(s[1], s[2]) for s in stops(text)] == [("Huế", "2025-05-12")]
    assert reading("16 May 2025\nArrival of Minister Testa Wendling in Hue\nVisit to the port").proposals


def test_a_clock_of_twelve_hours() -> None:
    found = reading(f"{MINISTER} will visit Hue.\nFriday, 16 May 2025, Hue\n2:30 pm Meeting with Premier Oda Kelling")
    assert [str(p.when.value) for p in found.proposals if p.others] == ["2025-05-16T14:30"]


def test_hosts_of_two_countries_say_no_place() -> None:
    text = f"{MINISTER} met Foreign Minister Oda Kelling of Latvia and Foreign Minister Leo Probst of Spain."
    assert [p.spot.value.country for p in reading(text).proposals] == [""]


def test_where_something_was_announced() -> None:
    assert refused(f"{MINISTER} flew to Hue, as the office announced in Hanoi on Monday.")["Hanoi"] == "TOPIC"
