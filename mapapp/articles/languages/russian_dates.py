"""How Russian writes dates, and days told from another day."""

import re

from mapapp.articles.datings import Expression

_MONTH = "(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)(?:я|а|ь|е|й)?"
_YEAR = r"(?:\s+\d{4}(?:\s+(?:года|г\.))?)?"
_OF = (  # the year, told from that of the publication
    r"(?:\s+(?:(?P<this>текущего|этого|нынешнего|сего)|(?P<last>прошлого|минувшего|прошедшего)"
    r"|(?P<next>следующего|будущего))\s+года|\s+с\.\s?г\.)?"
)
_TO = r"(?:\s*[-–—−‑]\s*|\s+(?:по|до|и)\s+)"
_WEEKDAYS = {"понедельник": "понедельник", "вторник": "вторник", "среда": "среду", "четверг": "четверг",
             "пятница": "пятницу", "суббота": "субботу", "воскресенье": "воскресенье"}  # fmt: skip
_GENITIVES = {"понедельник": "понедельника", "вторник": "вторника", "среда": "среды", "четверг": "четверга",
              "пятница": "пятницы", "суббота": "субботы", "воскресенье": "воскресенья"}  # fmt: skip
_OPEN = (  # "в пятницу, 9 мая", which is to be that day
    r"(?:\bво?\s+(?P<name>" + "|".join(_WEEKDAYS.values()) + r")(?:\s+(?:утром|днём|вечером))?,\s+)?"
)
_SPAN = r"(?:(?:в период |в срок )?со? )?"  # "в период с 11 по 16 мая"
_PAST, _NEXT = r"(?:прошл|минувш|прошедш)", r"(?:следующ|будущ|ближайш)"
_UNITS = (
    (r"(?:день|дня|дней)", "day"),
    (r"недел[юиь]", "week"),
    (r"месяц(?:а|ев)?", "month"),
    (r"(?:лет|года?)", "year"),
)
_SEASONS = {"spring": "весн", "summer": "лет", "autumn": "осен", "winter": "зим"}


def _e(meaning: str, pattern: str, shift: int = 0, name: str = "") -> Expression:
    return Expression(meaning, re.compile(pattern, re.IGNORECASE), shift, name)


EXPRESSIONS = (
    _e("calendar", rf"\b{_SPAN}(?P<date>\d\d?\s+{_MONTH}{_YEAR}{_TO}\d\d?\s+{_MONTH}{_YEAR})\b{_OF}"),
    _e("calendar", rf"\b{_SPAN}(?P<date>\d\d?{_TO}\d\d?\s+{_MONTH}{_YEAR})\b{_OF}"),
    _e("calendar", rf"{_OPEN}\b(?P<date>\d\d?\s+{_MONTH}{_YEAR})\b{_OF}"),
    _e("calendar", r"\b(?P<date>\d{4}-\d\d-\d\d|(?:\d{1,2}\s*[-–]\s*)?\d{1,2}\.\d{1,2}\.\d{4})\b"),
    _e("half", rf"\bв первой половине\s+(?P<date>{_MONTH}{_YEAR})\b{_OF}", name="first"),
    _e("half", rf"\bво второй половине\s+(?P<date>{_MONTH}{_YEAR})\b{_OF}", name="second"),
    *(_e("weekdays", rf"\bс(?:о)? {genitive} (?:по|до) {until}\b", 0, f"{name} {other}")
      for name, genitive in _GENITIVES.items() for other, until in _WEEKDAYS.items()),
    _e("part", rf"\bв начале\s+(?P<date>{_MONTH}{_YEAR})\b{_OF}", name="early"),
    _e("part", rf"\bв середине\s+(?P<date>{_MONTH}{_YEAR})\b{_OF}", name="mid"),
    _e("part", rf"\bв конце\s+(?P<date>{_MONTH}{_YEAR})\b{_OF}", name="late"),
    _e("calendar", rf"(?<=\bв )(?P<date>{_MONTH}{_YEAR})\b{_OF}"),
    _e("year", r"\bв течение\s+(?P<date>(?:19|20)\d\d)(?:\s+года|\s+г\.)"),
    _e("year", r"(?<=\bв )(?P<date>(?:19|20)\d\d)(?:\s+году|\s+г\.)"),
    _e("year", r"\bв прошлом году\b", -1), _e("year", r"\bв следующем году\b", 1), _e("year", r"\bв этом году\b"),
    *(_e("dayof", rf"\b{form} на {_PAST}(?:ой|ей) неделе\b", -1, name) for name, form in _WEEKDAYS.items()),
    *(_e("dayof", rf"\b{form} на {_NEXT}ей неделе\b", 1, name) for name, form in _WEEKDAYS.items()),
    *(_e("weekday", rf"\bв {_PAST}(?:ее|ое|ую|ий|ый)\s+{form}\b", -1, name) for name, form in _WEEKDAYS.items()),
    *(_e("weekday", rf"\bв {_NEXT}(?:ее|ую|ий)\s+{form}\b", 1, name) for name, form in _WEEKDAYS.items()),
    *(_e("weekday", rf"(?:(?<=\bв )|(?<=\bво )|(?<=\bна )){form}\b", 0, name) for name, form in _WEEKDAYS.items()),
    _e("after", r"\bна следующий день\b|\bднём позже\b|\bчерез день\b", 1), _e("after", r"\bв тот же день\b"),
    _e("after", r"\bдн[её]м ранее\b|\bза день до этого\b", -1),
    _e("days", r"\bсегодня\b"), _e("days", r"\bвчера\b", -1), _e("days", r"\bзавтра\b", 1),
    _e("days", r"\bпозавчера\b", -2), _e("days", r"\bпослезавтра\b", 2),
    *(_e("ago", rf"\b(?P<n>\d\d?) {unit} назад\b", name=name) for unit, name in _UNITS),
    *(_e("days", rf"\b{said} (?:дня|дней) назад\b", -n) for n, said in ((2, "два"), (3, "три"), (4, "четыре"))),
    _e("weekend", r"\bв (?:прошлые|минувшие|прошедшие|эти|ближайшие|следующие|предстоящие)?\s*выходные\b"),
    _e("week", r"\bв начале недели\b"),
    _e("week", r"\bна этой неделе\b"), _e("week", rf"\bна {_PAST}(?:ой|ей) неделе\b", -1),
    _e("week", rf"\bна {_NEXT}ей неделе\b", 1),
    _e("month", r"\bв этом месяце\b"), _e("month", r"\bв прошлом месяце\b", -1),
    _e("month", r"\bв следующем месяце\b", 1),
    *(_e("season", rf"\b{said}\s+{stem}\w*\b", shift, season) for season, stem in _SEASONS.items()
      for said, shift in ((r"прошл(?:ой|ым|ого)", -1), (r"следующ(?:ей|им)", 1))),
)  # fmt: skip
