"""How English writes dates, and days told from another day."""

import re

from mapapp.articles.datings import Expression

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_MONTH = rf"(?:{_MONTHS}|{_MONTHS.upper()}|(?:{_SHORT}|{_SHORT.upper()})\b\.?)"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_DAY = f"(?:{_DAYS}|{_DAYS.upper()})"
_N = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|and|until|through|till)\s+)"
_YEAR = r"(?:,?\s+\d{4})?"
_OF = (  # the year, told from that of the publication
    r"(?:,?\s+(?:of\s+)?(?:(?P<this>this)|(?P<last>last|the (?:previous|past))|(?P<next>next|the coming))"
    r"\s+year\b(?![’']))?"
)
_COUNTS = "an?|one|two|three|four|five|six|seven|eight|nine|ten"
_OPEN = rf"\b(?:(?P<name>{_DAY}),?\s+(?:the\s+)?)?"


def _e(meaning: str, pattern: str, shift: int = 0, name: str = "") -> Expression:
    return Expression(meaning, re.compile(pattern, re.IGNORECASE if meaning != "calendar" else 0), shift, name)


EXPRESSIONS = (
    _e("calendar", rf"{_OPEN}(?P<date>{_N}\s+{_MONTH}{_YEAR}{_TO}{_N}\s+{_MONTH}{_YEAR}){_OF}"),
    _e("calendar", rf"{_OPEN}(?P<date>{_MONTH}\s+{_N}{_YEAR}{_TO}{_MONTH}\s+{_N}{_YEAR}){_OF}"),
    _e("calendar", rf"{_OPEN}(?P<date>{_N}{_TO}(?:the\s+)?{_N}\s+(?:of\s+)?{_MONTH}{_YEAR}){_OF}"),
    _e("calendar", rf"{_OPEN}(?P<date>{_MONTH}\s+{_N}{_TO}{_N}(?!\s+(?:{_MONTH}|percent|p\.m|a\.m)){_YEAR}){_OF}"),
    _e("calendar", rf"{_OPEN}(?P<date>{_N}\s+(?:of\s+)?{_MONTH}{_YEAR}){_OF}"),
    _e("calendar", rf"{_OPEN}(?P<date>{_MONTH}\s+{_N}(?!\d|\s*(?:percent|:\d)){_YEAR}){_OF}"),
    _e("calendar", r"\b(?P<date>\d{4}-\d\d-\d\d|(?:\d\d?\s*[-–]\s*)?\d\d?\.\d\d?\.\d{4}|\d\d?/\d\d?/\d{4})\b"),
    _e("calendar", rf"\b(?P<date>{_N}\s+{_MONTH}{_YEAR})\s*,\s+(?:a\s+)?(?P<name>{_DAY})\b"),
    _e("calendar", rf"\b(?P<date>{_MONTH}\s+{_N}{_YEAR})\s*,\s+(?:a\s+)?(?P<name>{_DAY})\b"),
    _e("half", rf"\bthe first half of\s+(?P<date>{_MONTH}{_YEAR}){_OF}", name="first"),
    _e("half", rf"\bthe second half of\s+(?P<date>{_MONTH}{_YEAR}){_OF}", name="second"),
    *(_e("seven", rf"\bthe {said} week of\s+(?P<date>{_MONTH}{_YEAR}){_OF}", number)
      for number, said in enumerate(("first", "second", "third", "fourth"))),
    _e("weekdays", rf"\b(?:from\s+)?(?P<name>{_DAY}){_TO}(?P<until>{_DAY})\b"),
    *(_e("part", rf"\b{word}[\s-]+(?P<date>{_MONTH}{_YEAR})\b{_OF}", name=name)
      for word, name in (("early", "early"), ("mid", "mid"), ("late", "late"), ("the end of", "late"),
                         ("the beginning of", "early"))),
    _e("calendar", rf"\b(?P<date>{_MONTH}\s+\d{{4}}){_OF}"),
    _e("calendar", rf"(?:(?<=\b[Ii]n )|(?<=\bfor )|(?<=\buntil ))(?P<date>{_MONTH})\b(?!\s+[A-Z]){_OF}"),
    _e("calendar", rf"(?:(?<=\blast )|(?<=\bnext )|(?<=\bthis ))(?P<date>{_MONTH})\b(?!\s+[A-Z])"),
    _e("year", r"(?<=\bin )(?P<date>(?:19|20)\d\d)\b"),
    _e("year", r"\b(?P<date>(?:19|20)\d\d)\b(?= (?:state |official |working )?(?:visit|trip|tour|journey|mission))"),
    _e("year", r"(?<=\bback to )(?P<date>(?:19|20)\d\d)\b"), _e("year", r"(?<=\bfrom )(?P<date>(?:19|20)\d\d)\b"),
    _e("year", r"(?<=\bsince )(?P<date>(?:19|20)\d\d)\b"),
    _e("year", r"\blast year\b", -1), _e("year", r"\bnext year\b", 1), _e("year", r"\b(?:later )?this year\b"),
    _e("dayof", rf"\b(?P<name>{_DAY}) (?:of )?last week\b", -1),
    _e("dayof", rf"\b(?P<name>{_DAY}) (?:of )?next week\b", 1),
    _e("weekday", rf"\b(?:last|this past)\s+(?P<name>{_DAY})\b", -1),
    _e("weekday", rf"\bnext\s+(?P<name>{_DAY})\b", 1),
    _e("weekday", rf"\b(?:this\s+|late\s+|early\s+)?(?P<name>{_DAY})(?:\s+(?:morning|afternoon|evening|night))?\b"),
    _e("after", r"\b(?:the|a)\s+(?:following|next)\s+day\b|\bthe day after\b|\b(?:a|one) day later\b", 1),
    _e("after", r"\b(?:over )?the (?:following|subsequent) (?P<days>two|three|four|five|six|[2-9]) days\b", 1),
    _e("after", r"\btwo days later\b", 2),
    _e("after", r"\b(?:a|one) day earlier\b|\bthe (?:previous|preceding) day\b|\bthe day before(?=,)", -1),
    _e("after", r"\b(?:on )?the same day\b|\bthat day\b|\b(?:that|in the) (?:evening|afternoon)\b|\blater that day\b"),
    _e("days", r"\bthis (?:morning|afternoon|evening)\b|\btonight\b"),
    _e("days", r"\b(?:earlier\s+|later\s+)?today\b"),
    _e("days", r"\bthe day before yesterday\b", -2), _e("days", r"\byesterday\b", -1),
    *(_e("days", rf"\b{said} days ago\b", -n) for n, said in ((2, "two"), (3, "three"), (4, "four"), (5, "five"))),
    *(_e("ago", rf"\b(?P<n>\d\d?|{_COUNTS}) {unit}s? ago\b", name=unit) for unit in ("week", "month", "year")),
    _e("days", r"\bthe day after tomorrow\b", 2),
    _e("weekend", r"\b(?:last|this past|at the|over the|this|next) weekend\b"),
    _e("week", r"\b(?:at|in) the (?:beginning|start) of the week\b"), _e("days", r"\btomorrow\b", 1),
    _e("week", r"\b(?:earlier |later )?this week\b"), _e("week", r"\blast week\b", -1), _e("week", r"\bnext week\b", 1),
    _e("month", r"\b(?:earlier |later )?this month\b"), _e("month", r"\blast month\b", -1),
    _e("month", r"\bnext month\b", 1), _e("month", r"\b(?:at |by )?the end of (?:the|this) month\b", 0, "late"),
    _e("month", r"\b(?:at )?the end of next month\b", 1, "late"),
    *(_e("season", rf"\b{said}\s+{season}\b", shift, season) for season in ("spring", "summer", "autumn", "winter")
      for said, shift in (("last", -1), ("next", 1), ("in the", 1), ("this", 0))),
)  # fmt: skip
