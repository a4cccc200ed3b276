"""The days beside the names of stops: short, in the language, as precise as their source."""

import pytest

from mapapp.marks import marks
from mapapp.words.language import Words
from mapapp.words.stop_dates import stop_dates
from tests.exports.picture.snapshots import fixture, snapshot


def dates(query: str, language: str = "en") -> dict[str, str]:
    drawn = snapshot(query)
    found = stop_dates(drawn.tour, marks(drawn.whole), Words(language))
    titles = {mark.place.id: mark.place.title for mark in marks(drawn.whole)}
    return {titles[id_]: words for id_, words in found.items()}


def test_each_stop_says_when() -> None:
    """Ashgabat has a stay known to the day and one that is about that day: the surer one is told, and not twice."""
    assert dates("") == {
        "Ashgabat": "27 Mar",
        "Tashkent": "27 Mar",
        "Almaty": "about 28 Mar",
        "Samarkand": "3–4 Apr",
        "Astana": "2026",
    }


@pytest.mark.parametrize(
    ("language", "bishkek", "dushanbe"),
    [
        ("en", "31 Oct – 1 Nov", "3 Nov"),
        ("fr", "31 oct. – 1 nov.", "3 nov."),
        ("de", "31. Okt. – 1. Nov.", "3. Nov."),
        ("ru", "31 окт. – 1 нояб.", "3 нояб."),
    ],
)
def test_they_are_written_as_the_language_does(language: str, bishkek: str, dushanbe: str) -> None:
    found = dates("tour=us-central-asia-2015", language)
    assert (found["Bishkek"], found["Dushanbe"]) == (bishkek, dushanbe)


def test_a_city_visited_twice_has_both_stays() -> None:
    drawn = fixture("one-city-twice")
    found = stop_dates(drawn.tour, marks(drawn.whole), Words("en"))
    assert any("," in words for words in found.values())


def test_what_a_view_leaves_out_has_no_days() -> None:
    assert "Tashkent" not in dates("country=KZ")


def test_days_of_several_years_all_say_their_year() -> None:
    """Of "2 Nov, 2026" nobody could tell that the first day was in 2015."""
    found = dates("tour=central-asia-2025&with=us-central-asia-2015")
    assert found["Astana"] == "2 Nov 2015, 2026"
    assert found["Ashgabat"] == "3 Nov 2015, 27 Mar 2025"
    kazakh = dates("tour=central-asia-2025&with=us-central-asia-2015", "kk")["Samarkand"]
    assert kazakh.replace("\N{NARROW NO-BREAK SPACE}", " ") == "2015 ж. 1 қар., 2025 ж. 3–4 сәу."  # the year is first
    assert found["Bishkek"] == "31 Oct – 1 Nov 2015" and found["Almaty"] == "about 28 Mar 2025"
