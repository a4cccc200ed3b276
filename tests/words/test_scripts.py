"""What scripts say is what the program says: one table of sentences for both (tests/js/speech.test.js)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mapapp import languages
from mapapp.maps.bundle import ASSETS
from mapapp.message import in_context, plural, tr
from mapapp.words import catalogue, scripts
from mapapp.words.language import Words

TABLE = json.loads((Path(__file__).parents[1] / "fixtures" / "sentences.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "ru.po").write_text("\n".join(TABLE["catalogue"]), encoding="utf-8")
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    kept = (languages.translated, languages.offered, catalogue.catalogue, scripts._spoken)
    for each in kept:
        each.cache_clear()
    yield
    for each in kept:
        each.cache_clear()


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: f"{case['pattern']} {case.get('n', '')}")
def test_a_sentence_is_the_same_in_python_and_in_scripts(case: dict[str, Any]) -> None:
    values = case.get("values", {})
    if "context" in case:
        message = in_context(case["context"], case["pattern"])
    elif "several" in case:
        message = plural(case["n"], case["pattern"], case["several"], **values)
    else:
        message = tr(case["pattern"], **values)
    assert str(message) == case["en"]
    assert Words("ru").say(message).replace("\xa0", " ") == case["ru"]


def test_scripts_are_given_the_words_of_their_language_and_nothing_for_english() -> None:
    there = [ASSETS / "legend.js"]
    assert scripts.spoken("en", there) == {}
    words = scripts.spoken("ru", there)["words"]
    assert (words["language"], words["direction"], words["said"]) == ("ru", "ltr", TABLE["said"])
    assert (words["names"]["month"][2], words["names"]["weekday"][0]) == ("марта", "понедельник")
    assert scripts.spoken("ru", [ASSETS / "labels.js"])["words"]["said"] == {}
