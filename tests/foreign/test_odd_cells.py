"""Judgments, dates in parts and links that nobody means: read, or passed over, never an error."""

import pytest

from mapapp.foreign.answers import Answers, Judgment
from mapapp.foreign.reading import read
from mapapp.foreign.review import answers_of, format_of, judgments_of, review
from mapapp.geocoding import offline_resolver

HEADINGS = ["Day", "Place"]
ODD = ("²", "٣", "½", "9" * 5000, "-1")


def judged(about: Answers) -> bytes:
    return review(about.judged(Judgment("r2", "Place", "Astana", "matched", "geonames:1526273", "", 0.4)), HEADINGS)


@pytest.mark.parametrize("odd", ODD)
def test_a_number_in_a_review_that_is_none_is_passed_over(odd: str) -> None:
    said = judged(Answers(year=2025, heading=1)).decode().replace("2025", odd).replace("0.4", odd)
    answers = answers_of(said.encode(), HEADINGS)
    assert answers.year is None and answers.heading == 1
    assert format_of(said.replace(",format,,1,", f",format,,{odd},").encode()) == 1
    assert [judgment.place for judgment in judgments_of(said.encode())][-1] == "geonames:1526273"


@pytest.mark.parametrize("odd", ODD)
def test_a_month_that_is_no_number_is_a_question_not_an_error(odd: str) -> None:
    table = f"Year\tMonth\tDay\tCity\n2025\t{odd}\t27\tAshgabat\n2025\t4\t4\tSamarkand\n".encode()
    reading = read(table, "table.tsv", Answers(), offline_resolver)
    assert len(reading.rows) == 2 and reading.files()


@pytest.mark.parametrize("link", ["https://[[/b", "https://[x]/a", "https://host:port/b", "https://\u2100.example/c"])
def test_a_link_that_is_no_address_keeps_its_words(link: str) -> None:
    table = f"Day,City,Source\n2025-03-27,Ashgabat,{link}\n2025-04-04,Samarkand,https://www.example.org/a/page?x=1\n"
    sources = read(table.encode(), "table.csv", Answers(), offline_resolver).files()["sources.csv"].decode()
    assert link in sources and "example.org: page" in sources
