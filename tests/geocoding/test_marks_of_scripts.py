"""Cells that list several places in the marks and words of other languages, and in numbers."""

import pytest

from mapapp.geocoding.parting import several
from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Ambiguous, Found
from mapapp.tour import SURE

RESOLVE = OfflineResolver()


@pytest.mark.parametrize(
    ("cell", "titles"),
    [
        ("北京、上海", {"Beijing", "Shanghai"}),
        ("الرياض، جدة، الدمام", {"Riyadh", "Jeddah", "Dammam"}),
        ("Warszawa i Gdańsk", {"Warsaw", "Gdańsk"}),
        ("Kraków oraz Gdańsk", {"Kraków", "Gdańsk"}),
        ("København og Oslo", {"Copenhagen", "Oslo"}),
        ("Stockholm och Helsingfors", {"Stockholm", "Helsinki"}),
        ("București și Cluj-Napoca", {"Bucharest", "Cluj-Napoca"}),
        ("Budapest és Debrecen", {"Budapest", "Debrecen"}),
        ("Київ та Львів", {"Kyiv", "Lviv"}),
        ("Бішкек жана Ош", {"Bishkek", "Osh"}),
        ("Αθήνα και Θεσσαλονίκη", {"Athens", "Thessaloníki"}),
        ("თბილისი და ბათუმი", {"Tbilisi", "Batumi"}),
        ("Seoul · Tokyo", {"Seoul", "Tokyo"}),
        ("Seoul • Tokyo", {"Seoul", "Tokyo"}),
        ("Baku ⇄ Tbilisi", {"Baku", "Tbilisi"}),
        ("1. Astana 2. Almaty", {"Astana", "Almaty"}),
        ("1) Riga, 2) Tallinn, 3) Vilnius", {"Riga", "Tallinn", "Vilnius"}),
        ("Baku-Tbilisi-Yerevan", {"Baku", "Tbilisi", "Yerevan"}),
        ("Bern (Schweiz), Wien (Österreich)", {"Bern", "Vienna"}),
    ],
)
def test_every_stop_of_a_cell_is_offered_and_none_is_chosen(cell: str, titles: set[str]) -> None:
    answer = RESOLVE(RESOLVE.toponym(cell, ""))
    assert isinstance(answer, Ambiguous) and answer.several
    assert {c.place.title for c in answer.candidates} == titles


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("塔什干，乌兹别克斯坦", "Tashkent"),
        ("باكو، أذربيجان", "Baku"),
        ("中国北京", "Beijing"),
        ("日本東京", "Tokyo"),
        ("哈萨克斯坦阿斯塔纳", "Astana"),
        ("Rostov-on-Don", "Rostov-on-Don"),
        ("Port-au-Prince", "Port-au-Prince"),
    ],
)
def test_what_is_one_place_stays_one(cell: str, title: str) -> None:
    answer = RESOLVE(RESOLVE.toponym(cell, ""))
    assert isinstance(answer, Found) and answer.place.title == title and answer.confidence >= SURE


@pytest.mark.parametrize("cell", ["Reunión en Madrid", "Visite en Estonie", "Visita a un hospital en Lima"])
def test_words_that_lead_to_a_place_join_no_two(cell: str) -> None:
    assert "Reunion" not in str(several(cell)) and len(several(cell)) == 1
