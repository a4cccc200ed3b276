"""Ways to tell of stops that reports of agencies showed, and places that only look like one; in words of our own."""

import pytest

from tests.articles.own import refused, stops

MINISTER = "Foreign Minister Testa Wendling"
RUSSIAN = "Министр иностранных дел Норвегии Анна Примерова"


def _places(text: str, language: str = "en") -> list[str]:
    return [place for _, place, *_ in stops(text, language=language)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"{MINISTER} begins a tour today. First stop is Oslo. Riga, Ulm and Bonn round out her itinerary.",
         ["Oslo", "Riga", "Ulm", "Bonn"]),
        (f"{MINISTER} left here on Monday for Norway in an official visit.", ["NO"]),
        (f"{MINISTER} flew to Kinshasa, Congo, and then to Brazzaville, Congo.", ["Kinshasa", "Brazzaville"]),
        (f"{MINISTER} departed Riga on Monday for Oslo.", ["Oslo"]),
        (f"{MINISTER} will speak at the Naval & Maritime Academy, Bergen on May 21.", ["Bergen"]),
        ("A spokesman said Wendling’s first tour as the chief diplomat will take her to Oslo and Bergen.",
         ["Oslo", "Bergen"]),
        (f"{MINISTER} flew to Oslo. While in Bergen, she’ll meet students.", ["Oslo", "Bergen"]),
        (f"{MINISTER} flew to Oslo. “The minister will visit Bergen on Friday,” it wrote.", ["Oslo", "Bergen"]),
    ],
)  # fmt: skip
def test_words_that_tell_of_a_stop(text: str, places: list[str]) -> None:
    assert _places(text) == places


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The EU Delegation to Fiji said that the visit went well.", "Fiji"),
        ("“We will visit Bergen one day, and our plans are great,” she said.", ""),
        ("She will travel to the Middle East.", "Middle East"),
        ("She discussed shipping in Bab el Mandab.", ""),
        ("Speaking before the visit, she said that such ties are vital to Chile.", "Chile"),
        ("She lauded the help to make the transition in Sudan a success.", "Sudan"),
        ("The envoys to Sudan and Chad came along.", "Sudan"),
    ],
)
def test_what_only_looks_like_a_stop(sentence: str, words: str) -> None:
    text = f"{MINISTER} flew to Oslo.\n{sentence}"
    assert _places(text) == ["Oslo"]
    assert not words or words in refused(text)


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("прибыла в Осло. 20 мая Латвию посетит она же, Анна Примерова.", ["Oslo", "LV"]),
        ("прибыла в Осло для участия в совещании по доверию в Азии.", ["Oslo"]),
        ("пробудет в Осло до пятницы.", ["Oslo"]),
        ("прибыла в Осло. Ранее она посещала Берген.", ["Oslo"]),
        ("прилетела в Осло, откуда полетит в Берген.", ["Oslo", "Bergen"]),
        ("прибыла в Осло. Как ожидается, Берген станет последней точкой её поездки.", ["Oslo", "Bergen"]),
        ("прибыла в Осло. Самолёт сел в аэропорту Лужково-2.", ["Oslo"]),
        ("прибыла в Осло. Стороны обсудят положение в Закавказье.", ["Oslo"]),
        ("прибыла в Осло. Об этом сообщил посол, глава представительства ЕС в Латвии Пётр Вымышленов.", ["Oslo"]),
    ],
)
def test_russian_ways(sentence: str, places: list[str]) -> None:
    assert _places(f"{RUSSIAN} {sentence}", "ru") == places


def test_the_days_of_a_tour_are_not_those_of_a_stop_that_has_its_own() -> None:
    text = f"{MINISTER} will visit Oslo, Riga and Bonn on May 20-26. She will be in Oslo on May 20-21."
    assert {place: when for _, place, when, _ in stops(text)} == {
        "Oslo": "2025-05-20/2025-05-21", "Riga": "2025-05-20/2025-05-26", "Bonn": "2025-05-20/2025-05-26",
    }  # fmt: skip


def test_what_was_held_in_a_country_is_not_at_the_town_that_is_yet_to_be_visited() -> None:
    text = f"{MINISTER} met Norwegian Speaker Probst Anderman in Norway on May 14. She will speak in Oslo on May 21."
    assert [(place, when, status) for _, place, when, status in stops(text)] == [
        ("NO", "2025-05-14", "held"), ("Oslo", "2025-05-21", "announced"),
    ]  # fmt: skip


def test_a_country_that_owns_what_follows_is_not_that_of_the_town_before_the_comma() -> None:
    text = f"{MINISTER} met students. When her plane landed in Bergen, Chile’s envoy was there."
    assert _places(text) == ["Bergen"]


def test_a_visit_that_is_put_off_as_russian_papers_say() -> None:
    text = "Приезд министра иностранных дел Норвегии Анны Примеровой в Ригу переносится на осень."
    assert [(place, status) for _, place, _, status in stops(text, language="ru")] == [("Riga", "postponed")]
