"""Columns that say in another language what another column says: ``Title@ru``, or ``Event (RU)`` beside ``Event``."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from mapapp import languages
from mapapp.folding import fold
from mapapp.foreign.headings import key
from mapapp.foreign.records import Column, Role
from mapapp.message import tr
from mapapp.pattern import lazy

_MARKED = lazy(
    r"(?P<base>.*?\S)\s*(?:@\s*(?P<at>[^@\s]+)|[(\[](?P<bracket>[^()\[\]]+)[)\]]|_(?P<behind>[A-Za-z]{2,3}))\s*"
)
_SPELT = {  # besides codes and what speakers call their language
    "en": "eng, english, англ, английский, на английском, ағылшынша",
    "ru": "rus, russian, рус, русский, на русском, по-русски, орысша",
    "kk": "kz, kaz, kazakh, каз, казахский, на казахском, қаз, қазақ",
    "uz": "uzb, uzbek, узб, узбекский",
    "ky": "kg, kyr, kyrgyz, кырг, киргизский",
    "tg": "taj, tajik, тадж, таджикский",
    "tk": "tkm, turkmen, туркм, туркменский",
    "de": "ger, deu, german, немецкий",
    "fr": "fre, fra, french, французский",
    "ar": "ara, arabic, арабский",
    "fa": "per, fas, persian, farsi, персидский",
}
_COLUMNS = {Role.TITLE: "title", Role.NOTES: "summary", Role.PLACE: "place"}


def beside(names: Sequence[str]) -> Mapping[int, tuple[int, str]]:
    """The columns that say in another language what another one says: by index that other one, and their language.

    Of headings that differ in the language alone the one without a language has the tour's own texts, otherwise the
    first. A heading that names a language has no meaning of this kind where no other heading is like it.
    """
    parted = [_parted(name) for name in names]
    found: dict[int, tuple[int, str]] = {}
    for base in dict.fromkeys(base for base, _ in parted if base):
        alike = [index for index, (other, _) in enumerate(parted) if other == base]
        own = next((index for index in alike if not parted[index][1]), alike[0])
        told = {index: parted[index][1] for index in alike if index != own and parted[index][1]}
        if parted[own][1] not in told.values() and len(set(told.values())) == len(told):
            found |= {index: (own, language) for index, language in told.items()}
    return found


def own_language(names: Sequence[str]) -> str:
    """The language that a heading names whose column stands in others, too; "" where none names it."""
    return next((code for own, _ in beside(names).values() if (code := _parted(names[own])[1])), "")


def _parted(name: str) -> tuple[str, str]:
    """A heading without its language, and the code of that; "" where it names none."""
    match = _MARKED.fullmatch(name)
    code = _code(match["at"] or match["bracket"] or match["behind"]) if match else ""
    return key(match["base"] if match and code else name), code


def _code(text: str) -> str:
    return text.lower() if text.lower() in languages.NAMES else _spelt().get(fold(text), "")


@cache
def _spelt() -> Mapping[str, str]:
    """The codes by what people write for them in a heading."""
    spelt = {fold(word): code for code, words in _SPELT.items() for word in words.split(", ")}
    return spelt | {fold(name): code for code, name in languages.NAMES.items()}


def gone(columns: Sequence[Column], names: Sequence[str]) -> list[Column]:
    """The columns with where those in another language go; what a tour has in one language only is left out."""
    others = beside(names)
    return [_gone(c, columns, others.get(c.index)) if c.role == Role.SPOKEN else c for c in columns]


def _gone(column: Column, columns: Sequence[Column], other: tuple[int, str] | None) -> Column:
    name = _COLUMNS.get(columns[other[0]].role) if other else None
    if name and other:
        goes = f"{name}@{other[1]}"
        return replace(column, goes=goes, said=tr("It goes along as {column}.", column=goes))
    said = tr("A tour has no texts of this kind in other languages; the column stays in the table that was brought.")
    return replace(column, role=Role.LEAVE_OUT, said=said)
