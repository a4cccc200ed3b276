"""Texts in old code pages: which one it is, what is told of it, and where nobody can know."""

from pathlib import Path

import pytest

from mapapp.errors import Problem
from mapapp.tables.csv import read_table
from mapapp.tables.decoding import decoded, told
from mapapp.tables.letters import guessed
from mapapp.tables.rows import Column

TEXTS = [
    ("cp1252", "München Gespräch mit dem Bürgermeister Zürich Gespräche über Züge"),
    ("cp1252", "Orléans, Besançon, entretien avec le président"),
    ("cp1252", "São Paulo, reunião em Brasília"),
    ("cp1252", "Málaga, A Coruña, reunión"),
    ("cp1252", "Reykjavík, Þingvellir, fundur með ráðherra"),
    ("cp1252", "Malmö, Göteborg, möte på ambassaden"),
    ("cp1252", "København, Århus, møde"),
    ("cp1252", "the café – “a meeting”"),
    ("cp1251", "Алматы Ташкент Встреча с министром"),
    ("cp1251", "Київ, Львів, зустріч із міністром України"),
    ("cp1251", "София, среща с министъра"),
    ("cp1251", "Мінск, сустрэча"),
    ("cp1251", "Ош"),
    ("cp1250", "Kraków, Łódź, spotkanie z ministrem, Gdańsk"),
    ("cp1250", "Praha, České Budějovice, schůzka"),
    ("cp1250", "Győr, Székesfehérvár, megbeszélés"),
    ("cp1250", "Šibenik, Čakovec, sastanak"),
    ("cp1250", "Timişoara, Iaşi, întâlnire"),
    ("cp1254", "İstanbul, Eskişehir, Diyarbakır, görüşme"),
    ("cp1254", "Kırşehir"),
    ("cp1253", "Αθήνα, Θεσσαλονίκη, συνάντηση"),
    ("cp1257", "Šiauliai, Klaipėda, Panevėžys, susitikimas"),
    ("cp1257", "Rīga, Jūrmala, tikšanās"),
    ("kz1048", "Қызылорда, Өскемен, Түркістан, кездесу"),
]


@pytest.mark.parametrize(("encoding", "text"), TEXTS)
def test_a_code_page_is_known_by_its_letters(encoding: str, text: str) -> None:
    """The text is read as it was written, and without doubt; code pages that give the same text need no choice."""
    found = decoded(text.encode(encoding))
    assert (found.text, found.rival) == (text, "")
    (problem,) = told("a.csv", found, text.encode(encoding))
    assert problem.remark
    assert "the text is not UTF-8 and is read as " in problem.sentence


def test_a_code_page_in_doubt_is_a_problem_with_both_readings() -> None:
    """One short word may be of two languages: French here, Slovene there."""
    data = "Genève".encode("cp1252")
    found = decoded(data)
    assert found.text == "Genève"
    (problem,) = told("a.csv", found, data)
    assert not problem.remark
    assert problem.sentence == (
        "the text is not UTF-8: it is read as Western European (Windows-1252) ('Genève'), and may be "
        "Central European (Windows-1250) ('Genčve'); save the sheet as CSV UTF-8"
    )


def test_letters_that_were_lost_in_saving_are_named() -> None:
    """Excel writes a question mark for a Kazakh letter that the Cyrillic code page lacks; a question is none."""
    data = "id,place\na,Алматы\nb,Қазақстан\n".encode("cp1251", "replace")
    lost = [problem for problem in told("a.csv", decoded(data), data) if not problem.remark]
    assert [str(problem) for problem in lost] == [
        "a.csv:3: letters were lost in '?аза?стан', for which Cyrillic (Windows-1251) has no signs; "
        "save the sheet as CSV UTF-8 where they are still whole"
    ]
    asked = "Встреча? Да, в Алматы; https://example.org/?q=1".encode("cp1251")
    assert all(problem.remark for problem in told("a.csv", decoded(asked), asked))


def test_damaged_utf_8_is_not_taken_for_a_code_page() -> None:
    """One bad byte would turn every letter of the file into two."""
    with pytest.raises(UnicodeDecodeError):
        decoded("Қазақстан, Түркістан ".encode() + b"\xff")


def test_no_language_has_every_byte() -> None:
    """A file of bytes of all kinds is read in doubt or not at all, and never stops the reader."""
    found = guessed(bytes(range(0x80, 0x100)))
    assert found is None or found.rival


def test_a_table_in_a_code_page_is_read_with_one_sentence(tmp_path: Path) -> None:
    problems: list[Problem] = []
    path = tmp_path / "people.csv"
    path.write_bytes("id;name\r\na;Иван Петров\r\n".encode("cp1251"))
    rows = list(read_table(path, [Column("id"), Column("name")], problems))
    assert [row.text("name") for row in rows] == ["Иван Петров"]
    assert [str(problem) for problem in problems] == [
        "people.csv: the text is not UTF-8 and is read as Cyrillic (Windows-1251); "
        "save the sheet as CSV UTF-8 to be sure"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_several_marks_before_a_text_are_none_of_its_letters(encoding: str) -> None:
    found = decoded("\ufeff\ufeffplace\nOsh\n".encode(encoding))
    assert (found.text, found.encoding) == ("place\nOsh\n", encoding)
