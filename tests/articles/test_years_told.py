"""The year of a date that is told from the publication, and a day within a time that is told roughly."""

import pytest

from mapapp.articles.datings import Calendar
from mapapp.articles.languages import language_of
from mapapp.when import When
from tests.articles.own import stops

PUBLISHED = When.parse("2018-08-28")


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "in October last year", "2017-10"),
        ("en", "on 5 May of this year", "2018-05-05"),
        ("en", "on May 5-7 next year", "2019-05-05/2019-05-07"),
        ("en", "on 3 October of the previous year", "2017-10-03"),
        ("en", "in late May last year", "2017-05-21?/2017-05-31?"),
        ("en", "in October 2016", "2016-10"),
        ("ru", "в октябре прошлого года", "2017-10"),
        ("ru", "12–14 ноября этого года", "2018-11-12/2018-11-14"),
        ("ru", "в начале августа текущего года", "2018-08-01?/2018-08-10?"),
        ("ru", "5 мая будущего года", "2019-05-05"),
    ],
)
@pytest.mark.parametrize("coming", [False, True])
def test_words_for_the_year_count_from_the_publication(language: str, text: str, when: str, coming: bool) -> None:
    words = language_of(language)
    dating = next(iter(Calendar(words.expressions, words.date_joins, PUBLISHED)(text, 0))).when
    assert dating and str(dating.coming if coming else dating.past) == when


def test_without_a_publication_such_a_year_is_not_known() -> None:
    words = language_of("ru")
    dating = next(iter(Calendar(words.expressions, words.date_joins, None)("в октябре прошлого года", 0))).when
    assert dating and dating.past is None and dating.doubt


def test_a_summit_of_last_year_is_no_plan() -> None:
    text = "Президент Тест Иванов 27 сентября посетит Ригу. В октябре прошлого года он выступил на саммите в Таллине."
    found = {place: when for _, place, when, _ in stops(text, "2018-08-28", "ru")}
    assert found["Riga"] == "2018-09-27" and found.get("Tallinn", "2017-10") == "2017-10"


def test_the_day_of_a_visit_is_that_of_an_event_which_is_told_only_roughly() -> None:
    text = (
        "Президент Эстонии Тест Иванов 4 августа по приглашению латвийской стороны совершит рабочий визит в Ригу.\n"
        "Программа предусматривает участие в трехстороннем саммите президентов Эстонии, Литвы и Латвии.\n"
        "На встрече министров обсуждались вопросы подготовки саммита президентов Эстонии, Литвы и Латвии, который "
        "состоится в Риге в начале августа текущего года."
    )
    assert {when for _, place, when, _ in stops(text, "2018-07-30", "ru") if place == "Riga"} == {"2018-08-04"}
