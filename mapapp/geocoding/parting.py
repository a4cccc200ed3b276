"""How a cell parts its names from what else stands there: brackets, separators, notes, marks of doubt."""

import re

from mapapp.folding import fold
from mapapp.pattern import lazy

_OPEN, _CLOSE = "([（", ")]）"
_LISTS = lazy(r"\s*[;\n]\s*")
_SEVERAL = lazy(
    r"\s*(?:;|/(?!\s*[A-Z]{2}(?!\w))|\n|→|\s>\s|\s\+\s|\s&\s|\s[·•]\s|\s[–—-]\s(?![A-Z]{2}(?!\w))"
    r"|\b(?i:and|then|und|et|y|ve|и|және)\b|\b(?:e|va|ва)\b"
    r"|\s(?:og|och|oraz|i|ja|ir|și|şi|és|та|жана|ҳам|hamda|dan|và|και|და|և|եւ)\s)\s*"
)  # but "Brasília/DF" is one, and "VA" is no "va"
_NUMBERED = lazy(r"(?:^|[\s,;])\(?\d{1,2}[.)]\s+(?=[^\W\d])")  # 1. Astana 2. Almaty
_HYPHENS = lazy(r"\s*[–—-]\s*")
_OURS = str.maketrans(
    {"，": ", ", "،": ", ", "、": "; ", "；": "; ", "؛": "; ", "：": ": ", "／": "/", "～": "–", "〜": "–"}
)
_EITHER = lazy(r"\s+(?:or|oder|ou|или|veya)\s+", re.IGNORECASE)
_MARKS = lazy(r"[,;:/()\[\]（）|\n→]|\s[–—-]\s")
_CODE_BEHIND = lazy(r"(.*\w)\s*[/–-]\s*([A-Z]{2})")  # "Brasília/DF", "Campinas-SP"
_BESIDE = lazy(r"/|\s[–—-]\s")
_UNSURE_WORDS = """
    probably perhaps possibly presumably maybe likely apparently reportedly allegedly unconfirmed uncertain presumed
    tbc tbd tba вероятно возможно предположительно видимо уточняется vermutlich wahrscheinlich möglicherweise
    vielleicht unbestätigt wohl evtl eventuell voraussichtlich angefragt probablement vraisemblablement
    probablemente posiblemente quizás muhtemelen ймовірно
"""
_UNSURE = (
    *_UNSURE_WORDS.split(), "to be confirmed", "to be determined", "not confirmed", "exact place unknown",
    "exact location unknown", "location unclear", "peut-être", "à confirmer", "à préciser", "por confirmar",
    "por definir", "a confirmar", "da confermare", "не подтверждено",
)  # fmt: skip
_ANY_UNSURE = "|".join(_UNSURE)
_UNSURE_MARK = lazy(
    rf"^[\s?]*\b(?:{_ANY_UNSURE})\b[\s:]+|[\s,;:–-]*[(\[]\s*(?:\?+|(?:{_ANY_UNSURE})[\s?.]*)\s*[)\]]"
    rf"|[\s,;–-]+(?:{_ANY_UNSURE})[\s.?]*$|^\s*\?+\s*|\s*\?+\s*$",
    re.IGNORECASE,
)
_MIRROR = lazy(r"[,:|/]|\s[–—-]\s")
_NOTE_MARK = lazy(r"\s*(?:,|:|;|\s[–—-]\s|[(\[])\s*|\s+(?=\d)")
_NOTES = {
    "visit", "visits", "summit", "transit", "meeting", "meetings", "via", "expo", "forum", "talks", "ceremony",
    "conference", "refuelling", "stopover", "overnight", "departure", "arrival", "briefing", "official",
}  # fmt: skip
_ONLINE = lazy(
    r"(.+?)[\s,]*(?:\b(?:and|und|et|y|e|и|or)\b|[&+/])\s*"
    r"((?:online|virtual|virtually|hybrid|remote|zoom|онлайн|virtuell|en ligne|en línea|virtuel)\b.*)",
    re.IGNORECASE,
)
_DIGIT = lazy(r"\d")
_DATED = lazy(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}(?!\d)")  # and no number of a house
_MONTH_NAMES = """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec января февраля марта апреля мая июня июля августа сентября октября ноября декабря
"""
_MONTHS = frozenset(_MONTH_NAMES.split())
_POSTCODES = lazy(
    r"(?P<state>\b[A-Z]{2}|\bD\.?\s?C\.?)\s+\d{5}(?:-\d{4})?(?!\d)"  # Wichita, KS 67202
    r"|(?P<province>\b[A-Z]{2,3})\s+(?:[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{4})(?=,|$)"  # Ottawa, ON K1A 0A6; Sydney NSW 2000
    r"|(?:(?<=^)|(?<=, ))(?:[A-Z]{1,3}-)?\d{4,6}\s+(?:[A-Z]{2}\s+(?=[A-Z]))?(?=[^\W\d])"  # 10115 Berlin, 2514 EG Delft
    r"|(?:(?<=^)|(?<=, ))(?:\d{2}-\d{3}|\d{3}-\d{4}|\d{3}\s\d{2}|\d{4,5}-\d{3})\s+(?=[^\W\d])"  # 00-001 Warszawa
    r"|(?<=[^\W\d])\s+(?:\d{5,6}|\d{3}-\d{4}|\d{4,5}-\d{3}|\d{3}\s\d{2})(?=,|$)"  # Paris 75008
    r"|(?<=[^\W\d])\s+(?:1[0-4]|2[1-9]|[3-9]\d)\d\d(?=,|$)"  # Wien 1010, but no year
    r"|(?<=\w)\s+[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?=,|$)"  # London SW1A 2AA
)
_QUARTER = lazy(
    r"(?i)(?<=[^\W\d])(?:\s+cedex)?\s+\d{1,2}(?=,|$)|\s+cedex(?=,|$)"
)  # 1211 Genève 10, 75007 Paris Cedex 07
_ARROWS = lazy(r"[⇒➔➝▶>|⇄⇆↔]|[-=]+>|\b(?i:via|über|through|через)\b")
_WAY = lazy(r"(?i:from|von|из|de)?\s*\b(.+?)\s+(?i:to|nach|до|в)\s+(.+)|(.+?)\s*[–—-]\s*(.+)")
_LOOSELY = lazy(
    r"(near|outside|off|greater|central|downtown|the city of|city of|area of"
    r"|(?:the )?(?:suburbs?|outskirts|surroundings|environs|vicinity) of)\s+(.+)",
    re.IGNORECASE,
)
_AROUND = lazy(
    r"(.+?)(?:,|\s+and|\s*&)?\s+((?:its )?(?:surroundings|environs|vicinity|outskirts|suburbs))", re.IGNORECASE
)
_PART = lazy(
    r"([^\W\d][^\d,]*?)\s+(\d{1,2}(?:[./]?\s*(?:er|ère|e|ème|eme|st|nd|rd|th|\.|º))?"
    r"(?:\s+(?i:arr\.?|arrondissement|district|bezirk|kerület|obvod))?|[IVX]{1,5}\.?|[A-Z]{1,2}\d{1,2}[A-Z]?)(,.+)?"
)  # Paris 8, Paris 7e, Budapest V, London SW1


def unbracketed(text: str) -> tuple[str, list[str]]:
    """A text without what stands in brackets, and that; brackets within brackets belong to the outer ones."""
    outside, inside, depth = [""], [""], 0
    for letter in text:
        if letter in _OPEN and (depth := depth + 1) == 1:
            outside.append("")
        elif letter in _CLOSE and depth and not (depth := depth - 1):
            inside.append("")
        elif depth:
            inside[-1] += letter
        else:
            outside[-1] += letter
    return " ".join(part.strip() for part in outside).strip(), [part.strip() for part in inside if part.strip()]


def in_our_marks(text: str) -> str:
    """A cell with the marks of this module in place of those that Arabic, Chinese and Japanese have for them."""
    return text if text.isascii() else text.translate(_OURS)


def brackets_of_several(text: str) -> bool:
    """Whether several parts of a cell have brackets of their own: "Bern (Schweiz), Wien (Österreich)"."""
    return len([part for part in text.split(",") if unbracketed(part)[1] and unbracketed(part)[0]]) > 1


def has_marks(text: str) -> bool:
    """Whether something in a cell parts names from one another or from what stands with them."""
    return bool(_MARKS.search(text))


def marks(text: str) -> set[str]:
    """The marks that part a cell, for comparing with those in the title of a place: "Halle (Saale)"."""
    return {mark.strip() for mark in _MARKS.findall(text)}


def without_doubt(text: str) -> tuple[str, str]:
    """A cell without the mark of its author's doubt, and the mark: "Almaty (?)", "probably Almaty", "Almaty, TBC"."""
    plain = text.casefold()
    told = "?" in text or any(word in plain for word in _UNSURE)  # few cells are, and the pattern costs more than all
    mark = _UNSURE_MARK.search(text) if told else None
    if not mark:
        return text, ""
    bare = f"{text[: mark.start()]} {text[mark.end() :]}".strip(" ,")
    return (bare, mark[0].strip(" ,;:–-()[]")) if fold(bare) else (text, "")


def with_code(text: str) -> tuple[str, str]:
    """A name and the code behind a slash or hyphen: "Brasília/DF"; "" for both where there is none."""
    match = _CODE_BEHIND.fullmatch(text.strip())
    return (match[1], match[2]) if match else ("", "")


def beside(text: str) -> tuple[str, str]:
    """The two parts of a cell that one slash or one dash parts: "Baku/Azerbaijan", "Baku - Azerbaijan"; "" for both."""
    parts = [part.strip() for part in _BESIDE.split(text)]
    return (parts[0], parts[1]) if len(parts) == 2 and all(parts) else ("", "")


def without_postcode(text: str) -> tuple[str, str]:
    """A cell without a postal code, and the code: "Wichita, KS 67202", "10115 Berlin"; no code where there is none."""
    found = _POSTCODES.search(text.strip())
    if not found:
        return text, ""
    state = found["state"] or found["province"] or ""
    rest = _POSTCODES.sub(state, text.strip(), count=1).strip(" ,")
    return _QUARTER.sub("", rest).strip(" ,"), found[0].removeprefix(state).strip()


def listed(text: str) -> list[str]:
    """The parts of a cell between semicolons, line ends or numbers of a list; one where there are none."""
    numbered = text.lstrip(" (").startswith("1") and len(_NUMBERED.findall(text)) > 1
    return _parted(_NUMBERED if numbered else _LISTS, text)


def several(text: str) -> list[str]:
    """The places that one cell lists, by separators that no single name contains; one item where it names one."""
    return _parted(_SEVERAL, _ARROWS.sub("→", text))


def way(text: str) -> list[str]:
    """The stops of a way: "from Baku to Tbilisi", "Baku–Tbilisi–Batumi"; a single name may look so, too."""
    chain = _HYPHENS.split(text.strip())
    if len(chain) > len("AB") and all(chain):
        return chain
    found = _WAY.fullmatch(text.strip())
    return [part for part in found.groups() if part] if found else []


def either(text: str) -> list[str]:
    """The places between which the author of a cell did not decide: "Almaty or Astana"; one item elsewhere."""
    return _parted(_EITHER, text)


def _parted(separator: re.Pattern[str], text: str) -> list[str]:
    parts = [part.strip(" ,") for part in separator.split(text)]
    parts = [part for part in parts if part]
    return parts if len(parts) > 1 else [text]


def mirrored(text: str) -> tuple[str, str]:
    """The two parts of a cell that may name the country first: "Kazakhstan: Almaty"; "" for both where not two."""
    parts = [part.strip() for part in (text.split(":") if text.count(":") == 1 else _MIRROR.split(text.strip()))]
    return (parts[0], parts[1]) if len(parts) == 2 and all(parts) else ("", "")


def plain(text: str) -> tuple[str, str]:
    """A word that places a name loosely, and the name: "near" and "Astana"; "" for both where there is none."""
    if match := _AROUND.fullmatch(text.strip()):
        return match[2], match[1]
    match = _LOOSELY.match(text.strip())
    return (match[1], match[2]) if match else ("", "")


def without_part(text: str) -> tuple[str, str]:
    """A cell without the number of a city's part, and that: "Paris 8, France", "Budapest V"; no part elsewhere."""
    match = _PART.fullmatch(text.strip())
    return (f"{match[1]}{match[3] or ''}", match[2]) if match else (text, "")


def with_words_behind(text: str) -> list[tuple[str, str]]:
    """The ways in which the last words may be a container that no comma parts from the name: "Tashkent Uzbekistan"."""
    words = text.split()
    splits = [(" ".join(words[:-count]), " ".join(words[-count:])) for count in range(1, min(4, len(words)))]
    return [(name, behind) for name, behind in splits if len(behind) > 3 or behind.isupper()]


def without_note(text: str) -> tuple[str, str]:
    """A cell's name and the note that stands with it: "Bishkek" and "official visit"; no note where there is none."""
    if online := _ONLINE.fullmatch(text.strip()):
        return online[1], online[2]
    for mark in _NOTE_MARK.finditer(text):
        name, note = text[: mark.start()].strip(" ,"), text[mark.end() :].strip(" )]")
        words = set(fold(note).split())
        dated = bool(_DATED.search(note)) or (bool(_DIGIT.search(note)) and not _MONTHS.isdisjoint(words))
        if name and (dated or not _NOTES.isdisjoint(words)):
            return name, note
    return text, ""
