"""A language is added by adding its catalogue: what that lacks comes from CLDR, or is English."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mapapp import languages
from mapapp.exports import FORMAT
from mapapp.snapshot import Snapshot
from mapapp.web import routes
from mapapp.words import catalogue
from mapapp.words.language import Words
from mapapp.words.scripts import _spoken
from tests.exports.picture.snapshots import snapshot

ONE = "nplurals=1; plural=0;"
TWO = "nplurals=2; plural=(n != 1);"
LANGUAGES = {  # plural forms, words for "Legend" and "{n} event", and what CLDR calls Kazakhstan and a month
    "uz": (TWO, "Shartli belgilar", "{n} tadbir", "Qozogʻiston", "mart", "ltr"),
    "ky": (TWO, "Шарттуу белгилер", "{n} иш-чара", "Казакстан", "март", "ltr"),
    "tg": (ONE, "Аломатҳои шартӣ", "{n} чорабинӣ", "Қазоқистон", "Март", "ltr"),
    "tk": (TWO, "Şertli belgiler", "{n} çäre", "Gazagystan", "mart", "ltr"),
    "fa": (TWO, "راهنمای نقشه", "{n} رویداد", "قزاقستان", "مارس", "rtl"),
}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The code of a language that has a catalogue of two patterns in a folder of its own."""
    plurals, legend, events, *_ = LANGUAGES[request.param]
    forms = "".join(f'msgstr[{n}] "{events}"\n' for n in range(int(plurals[9])))
    path = tmp_path / f"{request.param}.po"
    path.write_text(
        f'msgid ""\nmsgstr ""\n"Language: {request.param}\\n"\n"Plural-Forms: {plurals}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        f'#: mapapp/maps/assets/legend.js\nmsgid "Legend"\nmsgstr "{legend}"\n\n'
        f'#: mapapp/words/contents.py\nmsgid "{{n}} event"\nmsgid_plural "{{n}} events"\n{forms}',
        encoding="utf-8",
    )
    caches = (languages.translated, languages.offered, catalogue.catalogue, _spoken)
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    for each in caches:
        each.cache_clear()
    yield request.param
    monkeypatch.undo()
    for each in caches:
        each.cache_clear()


def test_a_catalogue_is_enough_for_a_language(language: str) -> None:
    _, legend, events, kazakhstan, march, direction = LANGUAGES[language]
    assert languages.offered()[language] == languages.NAMES[language]
    assert languages.wanted(f"{language}-XX, en;q=0.5") == language
    answer = TestClient(Starlette(routes=routes())).get(f"/embed?lang={language}")
    data: dict[str, Any] = json.loads(re.findall(r'id="mapapp-data">(.*?)</script>', answer.text, re.DOTALL)[0])
    turned = ' dir="rtl"' if direction == "rtl" else ""
    assert f'<html lang="{language}"{turned} data-theme' in answer.text
    assert data["words"]["said"]["Legend"] == legend
    words = Words(language)
    assert words.country("KZ") == kazakhstan
    assert march in words.day(snapshot().tour.events[0].when.start.first_day)
    assert words.direction == direction
    assert events.partition(" ")[2] in words.say(_contents(language))


def _contents(language: str) -> str:
    from mapapp.words.contents import contents

    return contents(_seen(language))


def _seen(language: str) -> Snapshot:
    return snapshot(f"lang={language}")


def test_files_are_written_in_it_with_what_it_lacks_marked(language: str) -> None:
    for name in ("brief.md", "tour.kml", "tour.ics"):
        text = FORMAT[name].write(_seen(language)).decode()
        assert LANGUAGES[language][3] in text.replace("\r\n ", ""), name
