"""What a page prints around its text: the stamp of its day, its number of readers, who wrote it."""

import pytest

from mapapp.articles.opening import opened
from tests.articles.own import reading, stops

TITLE = "Minister to visit Baku"
BODY = "Foreign Minister Ada Testova will visit Baku on 17 May, the press service of the ministry said in a statement."


@pytest.mark.parametrize(
    "stamp",
    [
        "19:29 / 15.05.2025",
        "15.05.2025 | 19:29",
        "2025-05-15 18:18 | www.example.org | 1",
        "2025-05-15 20:00 |",
        "15 May 2025, 10:40 (GMT+3)",
        "Published: 15 May 2025 · 9:05 am · example.com",
        "Опубликовано: 15 мая 2025, 10:40 мск",
        "15 May 2025",
    ],
)
def test_the_stamp_of_a_page_is_the_day_of_its_publication_and_no_text(stamp: str) -> None:
    for page in (f"{stamp}\n{TITLE}\n{BODY}", f"{TITLE}\n{stamp}\n{BODY}", f"{stamp}\n3108\n\n{TITLE}\n\n{BODY}"):
        article = opened(page.encode(), "a.txt")
        assert (str(article.published)[:10], article.title, article.text) == ("2025-05-15", TITLE, BODY)


@pytest.mark.parametrize("line", ["Tokyo 2020", "15 May 2025 | 16 May 2025", "Flight 15.05.2025 Riga", "10:40"])
def test_what_says_more_or_less_than_a_day_is_no_stamp(line: str) -> None:
    assert opened(f"{TITLE}\n{line}\n{BODY}".encode(), "a.txt").published is None


@pytest.mark.parametrize(
    "byline", ["By Ada Testova – Example:", "BY TESTO LINDE", "By Ada Testova and Testo Linde of Example"]
)
def test_who_wrote_it_has_been_nowhere(byline: str) -> None:
    text = f"Oslo, Norway, May 16\n{byline}\nForeign Minister Testa Wendling held talks in Riga with Testo Kalns."
    assert {(who, place) for who, place, *_ in stops(text)} == {("Wendling", "Riga")}


def test_a_consulate_general_is_nobody() -> None:
    text = "Minister Ada Testova held talks in Riga. She visited the Consulate General in Tartu."
    assert {(who, place) for who, place, *_ in stops(text)} == {("Testova", "Riga"), ("Testova", "Tartu")}


def test_the_head_of_a_region_is_one_person_with_the_name_behind_it() -> None:
    found = reading("Minister Ada Testova met the head of Tatarstan Testo Linde in Riga on 3 May 2025.")
    assert [[who.value.label for who in p.others] for p in found.proposals] == [["Testo Linde"]]
