"""Dates that name a stretch of time rather than days: a week, a quarter, a season, the middle of a month.

Each is read as what surely holds it: a season as its year, because it lies elsewhere in the year south of the equator.
"""

import datetime as dt
import re
from collections.abc import Callable

from mapapp.dates.names import key, months
from mapapp.when import Moment, When

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMANS = "|".join(sorted(_ROMAN, key=len, reverse=True))
_ROMAN_MONTH = re.compile(rf"(?<!\d)(\d{{1,2}})([\s./-]+)({_ROMANS})([\s./-]+)(\d{{4}})(?!\d)")
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEK = re.compile(
    rf"(?:week|wk|kw|w|неделя|semaine|semana|hafta)\.?\s*(?P<week>\d\d?)[\s,/of-]*{_YEAR}", re.IGNORECASE
)
_ISO_WEEK = re.compile(rf"{_YEAR}-?W(?P<week>\d\d)(?:-?(?P<day>[1-7]))?")
_ISO_QUARTER = re.compile(rf"{_YEAR}[\s/-]?Q(?P<one>[1-4])(?P<two>)(?P<roman>)", re.IGNORECASE)
_QUARTERS = r"(?:quarter|quartal|квартала|квартал|кв\.?|тоқсан|чорак|chorak|trimestre|trimestr|kwartał|çeyrek|rüb)"
_OF_YEAR = r"(?:[\s.-]*(?:г|года|год|ж|жылғы|жыл|йил|yil|р|року))?[\s.,-]*"
_YEAR_QUARTER = re.compile(
    rf"{_YEAR}{_OF_YEAR}(?:(?P<two>[1-4])(?:-?[^\W\d_]{{1,3}})?|(?P<roman>IV|I{{1,3}}))[\s.-]*{_QUARTERS}\.?(?P<one>)",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"(?:Q(?P<one>[1-4])|(?P<two>[1-4])(?:st|nd|rd|th|er|e|º|-й|\.)?\s?{_QUARTERS}|(?P<roman>IV|I{{1,3}})\s?{_QUARTERS})"
    rf"[\s,/-]*(?:of |de |du )?{_YEAR}(?:\s?г\.?|\s?года)?",
    re.IGNORECASE,
)
_HALVES = r"(?:half|halbjahr|semestre|semestr|полугодие|полугодии|полугодия|жартыжылдық|yarıyıl|półrocze|півріччя)"
_FIRST = r"first|1st|1\.|1er|1º|1-е|I|premier|primer|primeiro|erstes|первое|перше"
_HALF = re.compile(
    rf"(?:H(?P<one>[12])|(?P<two>[12])\s?H(?=[\s,/-]*\d)|(?P<three>{_FIRST}|second|2nd|2\.|2e|2º|2-е|II|deuxième|"
    rf"segundo|zweites|второе|друге)\s{_HALVES})[\s,/-]*(?:of |de |du )?"
    rf"{_YEAR}(?:\s?г\.?|\s?года|\s?р\.?|\s?r\.?)?",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:(?:в|in|at the|the)\s)?(?P<part>[^\W\d_]+)[\s-]+(?:of\s+)?(?P<rest>.+)")
_MONTH = re.compile(rf"(?:de |du |of )?(?P<month>[^\W\d_]+\.?)?[\s,]*(?:de |del )?(?:{_YEAR})?(?:\s?г\.?|\s?года)?")
_SEASONS = """
    spring summer autumn fall winter весна лето осень зима весной летом осенью зимой көктем жаз күз қыс
    bahor yoz kuz qish ilkbahar yaz sonbahar kış frühling frühjahr sommer herbst printemps été automne hiver
    primavera verano otoño invierno verão outono inverno estate autunno wiosna lato jesień zima wiosną latem jesienią
    весна літо осінь навесні влітку восени взимку الربيع الصيف الخريف الشتاء
"""
_PARTS = """
    early mid middle late beginning end начало середина конец в начале середине конце anfang mitte ende
    début mi fin principios mediados finales início inicio meados final başı ortası sonu
"""
_SEASON_WORDS = frozenset(map(key, _SEASONS.split()))
_PART_WORDS = frozenset(map(key, _PARTS.split()))
_FILLERS = frozenset(map(key, ["the", "of", "in", "de", "du", "la", "le", "im", "der", "des", "года", "году", "г"]))
_LONGEST = 60  # characters


def with_figures(text: str) -> str:
    """The text with a month in figures for one in Roman numerals between a day and a year: 12.III.2025."""

    def turned(match: re.Match[str]) -> str:
        return f"{match[1]}.{_ROMAN.index(match[3]) + 1}.{match[5]}"

    return _ROMAN_MONTH.sub(turned, text)


def coarse(text: str, year: int | None = None) -> When | None:
    """The time that holds what a text names, None where it names no such stretch. ``year`` is that of a bare month."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    readers: tuple[Callable[[str], When | None], ...] = (_week, _quarter, _half, _season)
    return next((when for reader in readers if (when := reader(text))), None) or _part(text, year)


def _week(text: str) -> When | None:
    iso = _ISO_WEEK.fullmatch(text)
    match = _WEEK.fullmatch(text) or iso
    try:
        if iso and iso["day"]:
            day = dt.date.fromisocalendar(int(iso["year"]), int(iso["week"]), int(iso["day"]))
            return When(Moment(day.year, day.month, day.day))
        first = dt.date.fromisocalendar(int(match["year"]), int(match["week"]), 1) if match else None
    except ValueError:
        return None
    if first is None:
        return None
    last = first + dt.timedelta(days=6)
    return When(*(Moment(day.year, day.month, day.day) for day in (first, last)))


def _quarter(text: str) -> When | None:
    match = _QUARTER.fullmatch(text) or _ISO_QUARTER.fullmatch(text) or _YEAR_QUARTER.fullmatch(text)
    if not match:
        return None
    number = _ROMAN.index(match["roman"].upper()) + 1 if match["roman"] else int(match["one"] or match["two"])
    first = 3 * number - 2
    return When(Moment(int(match["year"]), first), Moment(int(match["year"]), first + 2))


def _half(text: str) -> When | None:
    match = _HALF.fullmatch(text)
    if not match:
        return None
    figure = match["one"] or match["two"]
    first = figure == "1" if figure else bool(re.fullmatch(_FIRST, match["three"], re.IGNORECASE))
    months_ = (1, 6) if first else (7, 12)
    return When(*(Moment(int(match["year"]), month) for month in months_))


def _season(text: str) -> When | None:
    words = re.findall(r"[^\W\d_]+", text)
    stated = re.fullmatch(rf"[^\d]*{_YEAR}[^\d]*", text)
    named = [word for word in words if key(word) in _SEASON_WORDS]
    others = [word for word in words if word not in named and key(word) not in _PART_WORDS | _FILLERS]
    return When(Moment(int(stated["year"]))) if stated and named and not others else None


def _part(text: str, year: int | None) -> When | None:
    """The month, or year, of which a part is named: "mid-March 2025", "late 2024"."""
    match = _PART.fullmatch(text)
    if not match or key(match["part"]) not in _PART_WORDS:
        return None
    rest = _MONTH.fullmatch(match["rest"])
    if not rest or not (rest["year"] or year):
        return None
    stated = int(rest["year"] or year or 0)
    if not rest["month"]:
        return When(Moment(stated)) if rest["year"] else None
    found = months(rest["month"])
    return When(Moment(stated, found[0])) if len(found) == 1 else None
