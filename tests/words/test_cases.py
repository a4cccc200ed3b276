"""Cases and numbers that a sentence demands of what is put into it."""

import re
from collections.abc import Iterator, Sequence

import pytest

from mapapp.words.catalogue import Catalogue, catalogue

# After these a name would have to stand in another case than the one in which lists have it.
PREPOSITIONS = (  # and "there is no"
    "без|близ|в|вместо|вне|во|возле|для|до|за|из|к|ко|кроме|между|на|над|нет|о|об|около|от|перед|по|под|при|про|ради|"
    "рядом с|с|со|среди|у|через"
)
BEFORE = re.compile(rf"(?<!\w)(?:{PREPOSITIONS}) {{(\w+)}}", re.IGNORECASE)
# What has no case: numbers and days, and files, addresses, columns and settings as they are written.
NUMBERS = frozenset(
    {"apart", "away", "columns", "count", "first", "gauges", "gauges2", "high", "hours", "km", "last", "least", "limit"}
    | {"low", "max_nested", "megabytes", "most", "n", "of", "rows", "shortest", "since", "until", "width", "year"}
)
DAYS = frozenset({"clock", "date", "day", "deleted", "when"})
WRITTEN = frozenset(
    {
        "column",
        "data",
        "description",
        "domain",
        "file",
        "folder",
        "known",
        "name",
        "out",
        "parent",
        "policy",
        "variable",
    }
)
UNDECLINED = NUMBERS | DAYS | WRITTEN
# A dual of Arabic is a number of its own: "2 events" beside it would say two twice.
TWICE = re.compile(r"{n}\W+\w+(?:ين|ان)\b")
ABBREVIATED = ("{n} mi", "{n} ft")
TORN = re.compile(r"} (?:км|мм|м|МБ|КБ|ч|дн\.|%)(?!\w)")


def _forms(language: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Every English pattern of a catalogue, and the forms of its translation."""
    own = catalogue(language)
    assert isinstance(own, Catalogue)
    for message in own.file:
        if message.id and message.string:
            english = message.id if isinstance(message.id, str) else message.id[0]
            yield english, (message.string,) if isinstance(message.string, str) else message.string


def test_no_russian_preposition_stands_before_what_would_need_a_case() -> None:
    """A name in the nominative follows a colon, stands in brackets or quotes, or behind a noun that takes the case."""
    wrong = [f for _, forms in _forms("ru") for f in forms for name in BEFORE.findall(f) if name not in UNDECLINED]
    assert wrong == []


def test_the_rule_finds_a_name_behind_a_preposition() -> None:
    assert BEFORE.findall("Встреча в {place}") == ["place"]
    assert BEFORE.findall("Нет {called}") == ["called"]
    assert BEFORE.findall("Место: {place}; в городе {place}") == []


def test_an_arabic_dual_has_no_number_beside_it() -> None:
    forms = {english: forms[2] for english, forms in _forms("ar") if len(forms) > 2}
    assert len(forms) > 50
    assert [form for english, form in forms.items() if TWICE.search(form) and english not in ABBREVIATED] == []
    assert TWICE.search("لا شيء من {n} فعاليتين")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_unit_is_not_torn_from_its_number(language: str) -> None:
    forms = [form for _, forms in _forms(language) for form in forms]
    assert len(forms) > 2000
    assert [form for form in forms if TORN.search(form)] == []
    assert TORN.search("в {n} км от") and not TORN.search("в {n}\u00a0км от")
