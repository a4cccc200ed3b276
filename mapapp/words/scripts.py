"""What the scripts of pages and of the map need to speak a language (`maps/assets/speech.js`)."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from mapapp.languages import ENGLISH, PSEUDO
from mapapp.words.catalogue import catalogue
from mapapp.words.language import Words

_ROOT = Path(__file__).resolve().parents[2]


def spoken(language: str, scripts: Iterable[Path]) -> dict[str, Any]:
    """The language, its direction and the words of these scripts under ``words``; nothing at all for English.

    A pattern has its translation, or one for each category of number (CLDR).
    """
    if language == ENGLISH:
        return {}
    return {"words": _spoken(language, tuple(path.resolve().relative_to(_ROOT).as_posix() for path in scripts))}


@cache
def _spoken(language: str, files: tuple[str, ...]) -> dict[str, Any]:
    found = catalogue(language).of_scripts(files)
    said = {pattern: forms["other"] if len(forms) == 1 else forms for pattern, forms in found.items()}
    words = Words(language)
    names = {} if language == PSEUDO else {"names": _names(words)}
    return {"language": language, "direction": words.direction, "said": said, **names}


def _names(words: Words) -> dict[str, list[str]]:
    """Months and days of the week, for browsers that do not know the language: Chromium lacks Kazakh."""
    months, days = words.locale.months["format"], words.locale.days["format"]
    return {
        "month": [str(months["wide"][n]) for n in range(1, 13)],
        "mon": [str(months["abbreviated"][n]) for n in range(1, 13)],
        "weekday": [str(days["wide"][n]) for n in range(7)],
        "day": [str(days["abbreviated"][n]) for n in range(7)],
    }
