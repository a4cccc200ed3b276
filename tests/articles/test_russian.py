"""Russian: the same rules over natasha's names and pymorphy3's lemmas; a sentence with the remedy without them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.articles.own import reading, refused, stops

ROOT = Path(__file__).parents[2]
MINISTER = "Министр иностранных дел Норвегии Анна Примерова"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("прибыла в Ташкент в понедельник.", [("Tashkent", "2025-05-12", "held")]),
        ("прибудет в Ташкент в понедельник.", [("Tashkent", "2025-05-19", "announced")]),
        ("посетит Аккру и Лагос с 20 по 22 мая.",
         [("Accra", "2025-05-20/2025-05-22", "announced"), ("Lagos", "2025-05-20/2025-05-22", "announced")]),
        ("13 мая посетила также Гюмри.", [("Gyumri", "2025-05-13", "held")]),
        ("посетила Киев в среду, а в четверг встретилась с мэром Львова в Одессе.",
         [("Kyiv", "2025-05-14", "held"), ("Odesa", "2025-05-15", "held")]),
        ("отменила визит в Варшаву.", [("Warsaw", "", "cancelled")]),
        ("побывала в Казахстане 12 мая.", [("KZ", "2025-05-12", "held")]),
        ("в конце апреля находилась в Нью-Дели.", [("New Delhi", "2025-04-21?/2025-04-30?", "held")]),
    ],
)  # fmt: skip
def test_words_of_travel_make_stops(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(place, when, status) for _, place, when, status in stops(f"{MINISTER} {sentence}", language="ru")]
    assert sorted(found) == sorted(expected)


def test_names_are_one_person_in_every_case() -> None:
    text = f"{MINISTER} прибыла в Баку в понедельник.\nПримерову принял президент Азербайджана."
    found = reading(text, language="ru")
    assert {t.value.name for p in found.proposals for t in p.travellers} == {"Анна Примерова"}
    assert [o.value.role for p in found.proposals for o in p.others] == ["президент Азербайджана"]


def test_a_delegation_is_that_of_who_leads_it() -> None:
    text = "Делегация парламента во главе с Иваном Выдумкиным находится в Минске. Делегацию принял премьер-министр."
    assert [(who, place) for who, place, *_ in stops(text, language="ru")] == [("Выдумкин", "Minsk")]


def test_what_is_no_stop_has_its_reason() -> None:
    text = f"{MINISTER} прилетела в Баку из Парижа. Она родилась в Лионе. Москва и Осло молчат."
    found = refused(text, "ru")
    assert (found["Парижа"], found["Лионе"], found["Москва"]) == ("ORIGIN", "ORIGIN", "GOVERNMENT")


def _alone(blocked: str) -> subprocess.CompletedProcess[str]:
    """Read a sentence in a process that cannot import these modules."""
    code = f"""
import sys
for name in {blocked.split()}:
    sys.modules[name] = None
from mapapp.articles.languages import language_of
from mapapp.articles.reading import read
from mapapp.articles.records import Article
print(read(Article("{MINISTER} прибыла в Баку."), language_of("ru")).stops[0].spot.place.title)
"""
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_it_needs_neither_setuptools_nor_its_pkg_resources() -> None:
    assert _alone("pkg_resources setuptools").stdout == "Baku\n"


@pytest.mark.parametrize("package", ["natasha", "pymorphy3"])
def test_without_the_extra_it_is_refused_with_the_remedy(package: str) -> None:
    assert "ArticleError: Reading Russian needs natasha and pymorphy3" in (said := _alone(package).stderr)
    assert "pip install -r requirements-russian.txt" in said


def test_english_loads_nothing_of_it() -> None:
    code = "import sys; from tests.articles.own import stops; stops('The mayor went to Baku.')"
    code += "; print(*{'natasha', 'pymorphy3', 'pandas'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_titles_name_a_place_as_the_text_does() -> None:
    assert [p.title.value for p in reading(f"{MINISTER} прибыла в Баку.", language="ru").proposals] == ["Визит: Баку"]
