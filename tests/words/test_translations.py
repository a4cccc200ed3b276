"""The catalogues hold what the program says: every pattern, in every form, with the same names to fill."""

import io
import re
import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog

from mapapp.languages import ENGLISH, offered, translated
from mapapp.words.catalogue import Catalogue, catalogue

ROOT = Path(__file__).parents[2]


@cache
def _script() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "scripts" / "extract-words"), run_name="extract_words")


@cache
def _patterns() -> Catalog:
    found: Catalog = _script()["template"]()
    return found


def _forms(text: Any) -> tuple[str, ...]:  # noqa: ANN401  # Babel's own: a text, or its forms
    return (text,) if isinstance(text, str) else tuple(text)


def _names(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


@pytest.mark.parametrize("language", [code for code in offered() if code != ENGLISH])
def test_everything_is_translated(language: str) -> None:
    """In a language that readers are offered nothing may stay English."""
    assert _script()["missing"](language, _patterns()) == [], "scripts/extract-words, then translate"


def test_patterns_are_found_wherever_they_stand() -> None:
    source = b"""f"<p>{say(tr('Within a text'))}</p>"; tr("Around {it}", it=cut(name or tr("a value"))); tr(variable)"""
    found = _script()["of_python"](io.BytesIO(source), ("tr",))
    assert [texts for _, _, texts, _ in found] == [("Within a text",), ("Around {it}",), ("a value",), (None,)]


@pytest.mark.parametrize("language", translated())
def test_translations_have_the_names_of_their_patterns(language: str) -> None:
    """A form for one thing may leave its number out."""
    own = catalogue(language)
    assert isinstance(own, Catalogue)
    for message in own.file:
        for form in _forms(message.string) if message.id else ():
            wanted = _names(_forms(message.id)[-1])
            assert not form or wanted - {"n"} <= _names(form) <= wanted, message.id


@pytest.mark.parametrize("language", translated())
def test_a_catalogue_has_no_pattern_that_is_not_said(language: str) -> None:
    own = catalogue(language)
    assert isinstance(own, Catalogue)
    gone = [message.id for message in own.file if message.id and _patterns().get(message.id, message.context) is None]
    assert gone == [], "scripts/extract-words takes them out"
