"""The languages in which the program speaks: English, and each that has a catalogue in ``mapapp/locale``."""

from functools import cache
from pathlib import Path

from mapapp.pattern import lazy

FOLDER = Path(__file__).parent / "locale"
ENGLISH = "en"
PSEUDO = (
    "xx"  # shows what is not translated, and what has no room for longer words; nobody speaks it, nobody is offered it
)
NAMES = {  # as their speakers write them, in the order in which they are offered
    "en": "English",
    "ru": "Русский",
    "kk": "Қазақша",
    "uz": "Oʻzbekcha",
    "ky": "Кыргызча",
    "tg": "Тоҷикӣ",
    "tk": "Türkmençe",
    "de": "Deutsch",
    "fr": "Français",
    "ar": "العربية",
    "fa": "فارسی",
}
PARTIAL = ("ar",)  # whose catalogue may lack what authors see: for whoever asks by lang=ar, offered to nobody
_RANGE = lazy(r"\s*([A-Za-z]{1,8}|\*)(?:-[A-Za-z0-9]{1,8})*\s*(?:;\s*[qQ]\s*=\s*([01](?:\.\d{0,3})?)\s*)?")
_MOST_RANGES = 50


@cache
def translated() -> tuple[str, ...]:
    """The codes of the languages that have a catalogue."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.po")))


@cache
def offered() -> dict[str, str]:
    """The names of the languages that readers may choose, by their codes."""
    there = (ENGLISH, *(code for code in translated() if code not in PARTIAL))
    every = (*(code for code in NAMES if code in there), *(code for code in there if code not in NAMES))
    return {code: NAMES.get(code, code) for code in every}


def known(code: str) -> bool:
    """Whether something can be said in it: those that are offered, those in part, and the one that nobody speaks."""
    return code in (*offered(), *translated(), PSEUDO)


def wanted(accept: str) -> str:
    """The language among those offered that a header ``Accept-Language`` wants most; "" where it wants none of them.

    Weights are those of RFC 9110, section 12.4; regions are passed over, so that ``de-AT`` is German. What cannot be
    read is passed over, too.
    """
    weights: dict[str, float] = {}
    for part in accept.split(",")[:_MOST_RANGES]:
        if match := _RANGE.fullmatch(part):
            code, weight = match[1].lower(), float(match[2] or 1)
            weights[code] = max(weight, weights.get(code, 0.0)) if weight <= 1 else weights.get(code, 0.0)
    others = weights.pop("*", 0.0)
    fitting = {code: weights.get(code, others) for code in (*(c for c in weights if c in offered()), *offered())}
    best = max(fitting, key=fitting.__getitem__)  # of equal ones the first in the header
    return best if fitting[best] > 0 else ""
