"""Marks that turn the direction of writing: a cell with one writes over what stands beside it on the page."""

from pathlib import Path

import pytest

from mapapp.catalogue.corridors import load_corridor
from mapapp.catalogue.titles import read_title
from mapapp.catalogue.tours import load_tour
from mapapp.message import Text
from mapapp.tables.rows import cleaned
from tests.fixtures.injection import write_corridor
from tests.fixtures.places import KnownPlaces

MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def loaded(folder: Path, mark: str) -> str:
    """All that was read of a tour in whose every text the mark stands."""
    folder.mkdir(parents=True)
    texts = {
        "tour.toml": 'title = "{0}Tour"\nsummary = "A {0}summary"\n[labels]\n"{0}trade" = "Trade{0}"\n',
        "sources.csv": "id,title,publisher,url,published\ns,{0}Title,gpj.elif{0} rehsilbuP,https://example.org/{0}a,2025\n",
        "people.csv": "id,name,role\np,{0}Name,Role{0}\n",
        "visits.csv": "id,traveller,place,country,arrival,summary,source\nv,p,Tashkent,UZ,2025-03-01,{0}Said{0},s\n",
        "events.csv": "id,visit,title,title@ar,topics,source,locator\ne,v,Talks{0},{0}محادثات,a{0};b,s,page {0}9\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text.format(mark), encoding="utf-8")
    found = load_tour(folder, KnownPlaces())
    assert len(found.tour.visits) == 1 and len(found.tour.events) == 1
    return repr(found.tour)


@pytest.mark.parametrize("mark", MARKS)
def test_no_text_of_a_tour_turns_what_stands_beside_it(tmp_path: Path, mark: str) -> None:
    assert loaded(tmp_path / "one" / "t", mark) == loaded(tmp_path / "other" / "t", "")


@pytest.mark.parametrize("mark", MARKS)
def test_no_text_of_a_corridor_does(tmp_path: Path, mark: str) -> None:
    turned, plain = (load_corridor(write_corridor(tmp_path / x / "c", f"a{x} b")) for x in (mark, ""))
    assert not turned.problems
    assert repr(turned.corridor) == repr(plain.corridor)


@pytest.mark.parametrize("mark", MARKS)
def test_no_title_in_the_list_of_tours_does(tmp_path: Path, mark: str) -> None:
    (tmp_path / "tour.toml").write_text(f'title = "A {mark}tour"\n"title@ru" = "{mark}Поездка"\n', encoding="utf-8")
    title = read_title(tmp_path)
    assert title == "A tour"
    assert isinstance(title, Text) and title.others == {"ru": "Поездка"}


def test_marks_beside_which_a_letter_stands_are_kept() -> None:
    """Texts in Arabic and Hebrew need them before numbers and signs."""
    assert cleaned(["عام \u200f2025\u200f (\u061c5)", f" {MARKS}a\u200e b "]) == [
        "عام \u200f2025\u200f (\u061c5)",
        "a\u200e b",
    ]
