"""The text of a date as tokens: numbers, names of months and days, clocks, and the signs between them."""

import re
import unicodedata
from dataclasses import dataclass

from mapapp.dates.clocks import Clock, clock_at, with_colons, with_halves
from mapapp.dates.names import key, months, weekdays

RANGE, EITHER, MARK = (
    "range",
    "either",
    "mark",
)  # where a sign stands: between dates, there or in them, in them
LONGEST = 120  # characters; no date has more
_WORD = re.compile(r"[^\W\d_](?:\w|[\u0300-\u036f]|['’ʻʼ.](?=\w))*", re.UNICODE)
_NUMBER = re.compile(r"\A\d{5}\.\d+\Z|\d+")  # only a spreadsheet's number of days has a part of a day behind it
_NOON = re.compile(r"(?<![\w-])(?:12(?::00)?\s)?(?:noon|midday|полдень|mittags|mediodía|meio-dia)(?!\w)", re.IGNORECASE)
_DASHES = "–—‒―−~〜"
_WORDS = {
    RANGE: "to until till through bis по до al au إلى الى",
    EITHER: "a as do all",  # from 27 a 28, but also: 27 mars à 19 h; od 9 do 11 lipca
    "about": "about around approximately approx circa ca c",
    "filler": "the of on at from in st nd rd th der am um vom den le du de er el em das del la local time г года "
    "год году feira р року в с от го е я ore alle klo las ж жылы жылғы жыл жылдын йил йили йилнинг yil yili yilning "
    "соли и saat soat сағат саат соат r rok roku dnia dniach w od godz р рік року з dal dalle dall ore il nei giorni "
    "dia l dniu период периоде dias día días nos os los من في عام سنة",
}
_MEANS = {key(word): meaning for meaning, words in _WORDS.items() for word in words.split()}
_EAST_ASIAN = re.compile(r"(\d{1,4})\s?([年年년月월日号일])\s?")
_TWO_DAYS = re.compile(
    r"(?<![\d:.,/-])(\d{1,2})(?:\.|st|nd|rd|th|er)?\s?(?:&|\+|,|and|und|et|и|й|y|e|ve|va|және)\s?"
    r"(\d{1,2})(?=\.?\s?[^\W\d]|\.\d)(?!\s?(?:[ap]\.?\s?m\b|h\b|uhr\b))",
    re.IGNORECASE,
)  # "27 and 28 March", "27. und 28.3."
_ORDINAL = re.compile(r"(?<=\d)[ºª°]")  # 1º de abril
_ELIDED = re.compile(r"\b(dall|all|dell|nell|l)['’](?=\d)", re.IGNORECASE)  # dall'8 all'11 novembre
_FIRST = re.compile(
    r"\A\s*(?:the\s)?(?:first|primero|primeiro|primo|premier|erster|ersten|первое|первого)\s(?:of\s|de\s)?(?=[^\W\d])",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"do[.,]{0,2}\s+\d", re.IGNORECASE)  # "Do, 20.03.2025": Thursday, in German and Dutch
_WRITTEN_TOGETHER = re.compile(r"\b(\d{1,2})([A-Za-z]{3})(\d{4})\b")  # 27MAR2025
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([/.-])(\d{1,2})\2(\d{1,2})\s*[-–—~〜～]\s*(\d{1,2})\2(\d{1,2})(?![\d/.-])")
_UNTIL = re.compile(r"\s?(?:至|到|から|t/m|t\.e\.m\.|t\.m\.)\s?(?=\d)", re.IGNORECASE)
_STANDS_FOR = {"年": "-", "년": "-", "月": "-", "월": "-"}


@dataclass(frozen=True, slots=True)
class Number:
    """Digits as they stand, with their part behind a point."""

    digits: str


@dataclass(frozen=True, slots=True)
class Name:
    """A word that names months (from 1), days of the week (0 is Monday), or either."""

    months: tuple[int, ...]
    weekdays: tuple[int, ...]
    word: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """RANGE, EITHER or MARK, and the sign itself."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word or sign by which the author calls the date approximate, or uncertain where ``about`` is False."""

    about: bool


Token = Number | Name | Clock | Sign | Doubt


def tokens(text: str) -> list[Token] | None:
    """The tokens of a text; None where something stands in it that belongs to no date."""
    if len(text) > LONGEST:
        return None
    text = _NOON.sub("12:00", with_halves(with_colons(_plain(text))))
    found: list[Token] = []
    at = 0
    while at < len(text):
        apart = at == 0 or not (text[at - 1].isdigit() or text[at - 1] in ".:")
        clock = clock_at(text, at) if apart or text[at] == "T" else None
        if clock:
            found.append(clock[0])
            at = clock[1]
            continue
        match = _NUMBER.match(text, at) or _WORD.match(text, at)
        token = _word(match[0]) if match and not match[0][0].isdigit() else None
        if match and not found and _DAY_FIRST.match(text, at):
            token = [Name((), weekdays(match[0]), match[0])]
        if match and match[0][0].isdigit():
            found.append(Number(match[0]))
        elif match and token is None:
            return None
        elif match:
            if not token and at and text[at - 1] == "-":
                found.pop()  # as in 2025-yil
            found += token or []
        elif text[at] == "~" and at in (0, len(text) - 1):
            found.append(Doubt(about=True))
        elif (sign := _sign(text[at])) is None:
            return None
        else:
            found += sign
        at = match.end() if match else at + 1
    return found


def _plain(text: str) -> str:
    """Digits of every script as ours, blanks as blanks, and the signs of East Asian dates as hyphens."""
    folded = unicodedata.normalize("NFKC", _FIRST.sub("1 ", _ELIDED.sub(r"\1 ", _ORDINAL.sub("", text))))
    folded = _YEAR_FIRST.sub(r"\1\2\3\2\4 – \1\2\5\2\6", _UNTIL.sub(" – ", folded))
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in folded)
    eastern = _EAST_ASIAN.sub(lambda m: m[1] + (_STANDS_FOR.get(m[2]) or " "), digits)
    together = _TWO_DAYS.sub(_following, _WRITTEN_TOGETHER.sub(r"\1 \2 \3", " ".join(eastern.split())))
    return re.sub(r"(?<=\d)-(?=\s*$)", "", together)  # a month without a day behind it


def _following(match: re.Match[str]) -> str:
    """Two days that are named one by one, as a stretch where one follows the other; else as they stand."""
    return f"{match[1]}–{match[2]}" if int(match[2]) == int(match[1]) + 1 else match[0]


def _word(word: str) -> list[Token] | None:
    """The tokens of a word; None for one that belongs to no date."""
    meaning = _MEANS.get(key(word))
    named, days = months(word), weekdays(word)
    if meaning in (RANGE, EITHER):
        return [Sign(meaning, key(word))]
    if meaning == "about":
        return [Doubt(about=True)]
    if meaning:
        return []
    return [Name(named, days, word)] if named or days else None


def _sign(character: str) -> list[Token] | None:
    if character in _DASHES:
        return [Sign(RANGE, character)]
    if character in "-/":
        return [Sign(EITHER, character)]
    if character in ".,":
        return [Sign(MARK, character)]
    if character == "?":
        return [Doubt(about=False)]
    return [] if character in " ()'’\"" else None
