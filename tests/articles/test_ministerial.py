"""The article of the tour that ships, told in our own words with its structure: eight events, and nothing else.

`ministerial.txt` states the facts of `data/tours` as the article does; the article itself is not ours to keep.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mapapp.articles.records import Field, Proposal, Reading
from tests.articles.own import reading

TEXT = Path(__file__).parents[1] / "fixtures" / "articles" / "ministerial.txt"
ROWS = {  # paragraph: last names of travellers, of others, place or country, when, status
    (1, "", "", "Samarkand", "2025-04-04", "announced"),
    (3, "Kallas", "Tokayev", "KZ", "2025-03-28", "held"),
    (8, "Kallas", "Nurtleu", "KZ", "", "held"),
    (12, "Kallas", "", "Ashgabat", "2025-03-27", "held"),
    (13, "Vassilenko", "", "Ashgabat", "2025-03-27~", "held"),
    (14, "", "", "Astana", "2026", "announced"),
    (16, "Vassilenko", "", "Ashgabat", "", "held"),
    (16, "Vassilenko", "Stiprais", "Ashgabat", "", "held"),
}


@cache
def _read(published: str | None = "2025-03-29") -> Reading:
    return reading(TEXT.read_text(encoding="utf-8").strip(), published)


def _row(proposal: Proposal) -> tuple[int, str, str, str, str, str]:
    spot, names = proposal.spot.value, (proposal.travellers, proposal.others)
    travellers, others = ("+".join(sorted(f.value.label.split()[-1] for f in fields)) for fields in names)
    place = spot.place.title if spot.place else spot.country
    paragraph = _read().article.paragraph(proposal.quote.start)
    return paragraph, travellers, others, place, str(proposal.when.value or ""), proposal.status.value


def test_it_gives_the_eight_events_and_nothing_else() -> None:
    rows = [_row(p) for p in _read().proposals]
    assert set(rows) == ROWS and len(rows) == len(ROWS)


def test_two_travellers_become_two_and_no_stop_is_in_a_capital_that_stands_for_a_government() -> None:
    stops = [(s.traveller.name, s.spot.place.title if s.spot.place else s.spot.country) for s in _read().stops]
    assert sorted(stops) == [("Kaja Kallas", "Ashgabat"), ("Kaja Kallas", "KZ"), ("Roman Vassilenko", "Ashgabat")]


def test_every_value_has_its_words_in_the_text() -> None:
    article = _read().article
    for proposal in _read().proposals:
        fields: list[Field[Any]] = [proposal.title, proposal.spot, proposal.when]
        fields += [*proposal.travellers, *proposal.others]
        assert all(field.quotes and all(article.words(q).strip() for q in field.quotes) for field in fields)


@pytest.mark.parametrize(("words", "reason"), [("Brussels", "GOVERNMENT"), ("Central Asia", "WIDE")])
def test_what_is_refused_says_why(words: str, reason: str) -> None:
    assert reason in {r.reason.name for r in _read().refusals if _read().article.words(r.quote) == words}


def test_without_a_date_of_publication_days_stay_without_a_year() -> None:
    dated = [str(p.when.value) for p in _read(None).proposals if p.when.value]
    assert dated == ["2026"]
