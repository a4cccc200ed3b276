"""Days as articles tell them, in both languages; the publication is Thursday 15 May 2025."""

import pytest

from tests.articles.own import reading, stops

TRAVELLERS = {"en": "Foreign Minister Testa Wendling", "ru": "Министр иностранных дел Норвегии Анна Примерова"}


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("flew to Baku on Thursday.", "2025-05-15"),
        ("visited Baku from Monday to Wednesday.", "2025-05-12/2025-05-14"),
        ("will visit Baku from Monday to Wednesday.", "2025-05-19/2025-05-21"),
        ("will visit Baku on Jan. 13-18.", "2026-01-13/2026-01-18"),
        ("visited Baku on 2-4.05.2025.", "2025-05-02/2025-05-04"),
        ("visited Baku on 14/05/2025.", "2025-05-14"),
        ("visited Baku on 4/5/2025.", ""),
        ("visited Baku earlier this week.", "2025-05-12?/2025-05-15?"),
        ("visited Baku at the beginning of the week.", "2025-05-12?/2025-05-15?"),
        ("visited Baku last weekend.", "2025-05-10?/2025-05-11?"),
        ("visited Baku two days ago.", "2025-05-13"),
        ("visited Baku the day before yesterday.", "2025-05-13"),
        ("visited Baku in late March.", "2025-03-21?/2025-03-31?"),
        ("will visit Baku in the first half of June.", "2025-06-01?/2025-06-15?"),
        ("will visit Baku in the second week of June.", "2025-06-02?/2025-06-15?"),
        ("прибыла в Баку в четверг.", "2025-05-15"),
        ("посетила Баку с понедельника по среду.", "2025-05-12/2025-05-14"),
        ("посетит Баку 13-18 января.", "2026-01-13/2026-01-18"),
        ("посетит Баку на этой неделе.", "2025-05-15?/2025-05-18?"),
        ("посетит Баку на будущей неделе.", "2025-05-19?/2025-05-25?"),
        ("посетила Баку в минувший вторник.", "2025-05-13"),
        ("посетила Баку в прошедшие выходные.", "2025-05-10?/2025-05-11?"),
        ("посетила Баку позавчера.", "2025-05-13"),
        ("посетит Баку послезавтра.", "2025-05-17"),
        ("посетила Баку два дня назад.", "2025-05-13"),
        ("посетила Баку в конце марта.", "2025-03-21?/2025-03-31?"),
        ("посетит Баку во второй половине июня.", "2025-06-16?/2025-06-30?"),
        ("посетила Баку 2–4.05.2025.", "2025-05-02/2025-05-04"),
    ],
)
def test_days_are_told_from_the_publication_and_as_wide_as_the_doubt(sentence: str, when: str) -> None:
    language = "en" if sentence.isascii() else "ru"
    assert [w for _, _, w, _ in stops(f"{TRAVELLERS[language]} {sentence}", language=language)] == [when]


@pytest.mark.parametrize(
    "sentence",
    [
        "flew to Baku on Tuesday and to Hue the following day.",
        "flew to Baku on May 13. The next day she went to Hue.",
        "прибыла в Баку во вторник, а на следующий день вылетела в Хюэ.",
        "прибыла в Баку 13 мая. Днём позже она отбыла в Хюэ.",
    ],
)
def test_the_following_day_counts_from_the_day_before_it(sentence: str) -> None:
    language = "en" if sentence.isascii() else "ru"
    found = stops(f"{TRAVELLERS[language]} {sentence}", language=language)
    assert [when for _, _, when, _ in found] == ["2025-05-13", "2025-05-14"]


@pytest.mark.parametrize(
    "sentence",
    [
        "visited Baku on Friday, 8 May.", "visited Baku on Friday, May 8.", "visited Baku on May 8, a Friday.",
        "посетила Баку в пятницу, 8 мая.", "в пятницу утром, 8 мая, посетила Баку.",
    ],
)  # fmt: skip
def test_a_day_of_the_week_that_is_not_that_of_the_date_is_pointed_out(sentence: str) -> None:
    language = "en" if sentence.isascii() else "ru"
    found = reading(f"{TRAVELLERS[language]} {sentence}", language=language).proposals
    assert [str(p.when.value) for p in found] == ["2025-05-08"]
    assert any("not the day of the week" in doubt for p in found for doubt in p.doubts)


@pytest.mark.parametrize(
    "sentence", ["visited Baku on May 8.", "visited Baku on Friday.", "посетила Баку 8 мая.", "посетила Баку вчера."]
)
def test_without_a_publication_no_year_is_made_up(sentence: str) -> None:
    language = "en" if sentence.isascii() else "ru"
    assert [s[2] for s in stops(f"{TRAVELLERS[language]} {sentence}", None, language)] == [""]
