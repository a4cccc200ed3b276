"""A corridor as a reader of one language is told it."""

import re
from dataclasses import replace

import pytest

from mapapp.catalogue.corridors import load_corridor
from mapapp.catalogue.listing import corridor_folder, corridor_ids
from mapapp.corridor import Corridor
from mapapp.exports import FORMAT
from mapapp.message import others_of
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.view import View
from mapapp.words.corridors import described
from mapapp.words.language import Words
from mapapp.words.told_corridor import lacking, texts, told_corridor
from tests.fixtures.shipped import shipped


def corridor(id_: str) -> Corridor:
    return load_corridor(corridor_folder(id_)).corridor


TRANS_CASPIAN = corridor("trans-caspian")
KAZAKH = re.compile("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_COMPANIES = "KTZE|Gateway|Khorgos|OpenStreetMap|ODbL|TCDD|BTKI|Railways|Alataw|Pass|Ltd|ADY|ASCO"
LATIN = re.compile(rf"\b(?!{_COMPANIES})[A-Za-z]{{3,}}")
AS_WRITTEN = ("Middle Corridor Multimodal", "China Railway Container Transport", "TCDD Taşımacılık", "Khorgos Gateway")


@pytest.mark.parametrize("id_", corridor_ids())
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_corridors_that_ship_are_complete(id_: str, language: str) -> None:
    """Every name, note, railway and fact; only companies that write themselves so keep their letters."""
    found = corridor(id_)
    assert lacking(found, language) == []
    for text in filter(None, texts(found)):
        said = Words(language).say(text)
        for name in AS_WRITTEN:
            said = said.replace(name, "")
        assert not LATIN.search(said) or said == text == "P.N.A. Ltd", said


@pytest.mark.parametrize("id_", corridor_ids())
def test_kazakh_is_not_russian(id_: str) -> None:
    """Sentences of some length have a letter that Russian lacks."""
    long = [others_of(text)["kk"] for text in texts(corridor(id_)) if len(text) > 60]
    assert [text for text in long if not KAZAKH.search(text)] == []


def test_its_own_language_is_the_corridor_itself() -> None:
    assert told_corridor(TRANS_CASPIAN, "en") is TRANS_CASPIAN
    assert told_corridor(TRANS_CASPIAN, "ru") is told_corridor(TRANS_CASPIAN, "ru")


def test_branches_keep_the_names_by_which_links_ask_for_them() -> None:
    told = told_corridor(TRANS_CASPIAN, "ru")
    assert told.alternatives == TRANS_CASPIAN.alternatives == ("Kyzylorda line", "Southern branch")
    assert Words("ru").say(told.branch("Southern branch")) == "Южная ветвь"
    assert told.branch("no branch") == "no branch"


def test_the_card_of_a_section_speaks_one_language() -> None:
    words = Words("ru")
    told = words.said(described(told_corridor(TRANS_CASPIAN, "ru")))
    section = next(s for s in told["sections"] if s["id"] == "xian-urumqi")
    assert section["title"] == "Сианьский международный порт – Урумчи"
    assert dict(section["facts"])["Ветвь"] == "Китай"
    assert dict(section["facts"])["Состояние"] == "действует"
    assert not LATIN.search(" ".join(text for fact in section["facts"] for text in fact))


def test_what_is_missing_says_so_and_a_corridor_without_any_translation_once() -> None:
    node = TRANS_CASPIAN.nodes[0]
    gap = replace(TRANS_CASPIAN, nodes=(replace(node, name="Xi'an"), *TRANS_CASPIAN.nodes[1:]))
    assert told_corridor(gap, "ru").nodes[0].name == "Xi'an (на английском)"
    bare = Corridor("bare", "Bare", summary="A line.")
    assert told_corridor(bare, "ru").title == "Bare"
    assert told_corridor(bare, "ru").summary == "A line. Сведения здесь записаны на английском."


def test_files_name_nodes_in_the_language_of_the_view() -> None:
    tour, view = shipped("central-asia-2025"), View.parse("lang=kk")
    snapshot = Snapshot(select(tour, view), tour, view, (TRANS_CASPIAN,), (TRANS_CASPIAN,))
    for name in ("tour.kml", "tour.geojson"):
        text = FORMAT[name].write(snapshot).decode()
        assert "Қорғас станциясы" in text and "Khorgos station" not in text, name
