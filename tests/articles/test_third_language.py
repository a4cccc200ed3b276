"""A third language is a class with its words: the rules for clauses, places, dates and people are the same."""

import pytest

from mapapp.articles.reading import read
from mapapp.articles.records import Article, Reading
from mapapp.when import When
from tests.articles.french import French

MINISTER = "La ministre des affaires étrangères de Lettonie Anne Exemple"


def _read(text: str) -> Reading:
    return read(Article(text, published=When.parse("2025-05-15"), language="fr"), French())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{MINISTER} est arrivée à Oslo le 12 mai 2025.", [("Oslo", "2025-05-12", "held")]),
        (f"{MINISTER} visitera Madrid et Lisbonne les 20 et 21 mai.",
         [("Madrid", "2025-05-20/2025-05-21", "announced"), ("Lisbon", "2025-05-20/2025-05-21", "announced")]),
        (f"{MINISTER} se rendra en Espagne le 20 mai.", [("ES", "2025-05-20", "announced")]),
        (f"{MINISTER} est arrivée lundi à Oslo. Elle se rendra ensuite à Bergen.",
         [("Oslo", "2025-05-12", "held"), ("Bergen", "", "announced")]),
        (f"{MINISTER} est née à Bergen. La ministre est arrivée à Oslo.", [("Oslo", "", "held")]),
        (f"{MINISTER} est arrivée à Oslo, mais la visite à Bergen a été annulée.",
         [("Oslo", "", "held"), ("Bergen", "", "cancelled")]),
        (f"{MINISTER} est arrivée à Oslo. Les relations entre Riga et Madrid sont bonnes.", [("Oslo", "", "held")]),
    ],
)  # fmt: skip
def test_stops(text: str, found: list[tuple[str, str, str]]) -> None:
    stops = [(s.spot.place.title if s.spot.place else s.spot.country, str(s.when or ""), s.status.value)
             for s in _read(text).stops]  # fmt: skip
    assert stops == found


def test_who_is_met_and_whose_title() -> None:
    text = f"{MINISTER} a rencontré à Oslo le président de Norvège Olav Prøve. Exemple a inauguré un pont à Bergen."
    proposals = _read(text).proposals
    assert [o.value.name for p in proposals for o in p.others] == ["Olav Prøve"]
    assert proposals[0].title.value == "Rencontre avec Olav Prøve"
    assert {t.value.country for p in proposals for t in p.travellers} == {"LV"}
