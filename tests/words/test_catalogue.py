"""Messages are said in a language by its catalogue, with the forms that its numbers want."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from mapapp import languages
from mapapp.message import in_context, listed, plural, series, tr
from mapapp.words import catalogue
from mapapp.words.language import ENGLISH, Words

RUSSIAN = r"""
msgid ""
msgstr ""
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"
"Content-Type: text/plain; charset=utf-8\n"

#: mapapp/maps/assets/a.js
msgid "{n} visit"
msgid_plural "{n} visits"
msgstr[0] "{n} визит"
msgstr[1] "{n} визита"
msgstr[2] "{n} визитов"

#: mapapp/maps/assets/a.js
msgid "Sources"
msgstr "Источники"

#: mapapp/words/cards.py
msgid "Seen on {day}, {n} times, by {who}."
msgstr "{who}: {n}, {day}"

msgctxt "a button"
msgid "Open"
msgstr "Открыть"

msgid "Open"
msgstr "Открыто"
"""


@pytest.fixture(autouse=True)
def _russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "ru.po").write_text(RUSSIAN, encoding="utf-8")
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    for kept in (languages.translated, languages.offered, catalogue.catalogue):
        kept.cache_clear()
    yield
    for kept in (languages.translated, languages.offered, catalogue.catalogue):
        kept.cache_clear()


def test_numbers_have_their_forms() -> None:
    said = [Words("ru").say(plural(n, "{n} visit", "{n} visits")) for n in (1, 3, 11, 21, 25)]
    assert said == ["1 визит", "3 визита", "11 визитов", "21 визит", "25 визитов"]


def test_values_are_said_in_the_language_of_the_whole() -> None:
    message = tr(
        "Seen on {day}, {n} times, by {who}.", day=dt.date(2025, 3, 27), n=12500, who=listed(["A", tr("Sources")])
    )
    assert (
        Words("ru").say(message).replace("\xa0", " ").replace("\u202f", " ")
        == "A и Источники: 12 500, 27 марта 2025 г."
    )


def test_equal_english_words_are_told_apart() -> None:
    assert Words("ru").say(in_context("a button", "Open")) == "Открыть"
    assert Words("ru").say(tr("Open")) == "Открыто"


def test_what_has_no_translation_stays_english() -> None:
    assert Words("ru").say(tr("Nothing here")) == "Nothing here"
    assert Words("ru").say("Sources") == "Sources"  # words of others are not ours to translate
    with pytest.raises(KeyError):
        Words("tlh").say(tr("Sources"))


def test_everything_in_lists_and_dictionaries_is_said() -> None:
    things = {"Sources": [tr("Sources"), (1, None, series([tr("Sources"), "x"]))]}
    assert Words("ru").said(things) == {"Sources": ["Источники", (1, None, "Источники, x")]}
    assert ENGLISH.said(things) == things


def test_scripts_get_what_they_say_and_no_more() -> None:
    given = catalogue.catalogue("ru").of_scripts("mapapp/maps/")
    assert given["Sources"] == {"other": "Источники"}
    assert {c: given["{n} visit"][c] for c in ("one", "few", "many")} == {
        "one": "{n} визит",
        "few": "{n} визита",
        "many": "{n} визитов",
    }
    assert set(given) == {"Sources", "{n} visit"}
    assert set(catalogue.catalogue(languages.PSEUDO).of_scripts("mapapp/maps/")) == set(given)


def test_the_language_that_nobody_speaks_shows_what_is_not_translated() -> None:
    said = Words("xx").say(tr("Open {name}", name="Astana"))
    assert said.startswith("[Ópéñ Astana·") and said.endswith("]")


def test_lines_run_from_right_to_left_where_the_language_does() -> None:
    assert [Words(code).direction for code in ("en", "ru", "ar", "fa")] == ["ltr", "ltr", "rtl", "rtl"]
