"""What the program says in the language of its reader, with dates, numbers and names from Unicode CLDR.

English needs no CLDR and does not load Babel.
"""

import csv
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from mapapp import country
from mapapp.languages import PSEUDO
from mapapp.message import (
    CountryName,
    Lettered,
    Message,
    PlaceName,
    Sentence,
    Series,
    Text,
    as_sentence,
    english,
    english_number,
    filled,
    in_english,
    joined,
    tr,
)
from mapapp.when import Moment, Precision, When
from mapapp.words.catalogue import catalogue
from mapapp.words.direction import APART, LEFTWARD, TOGETHER, leftward
from mapapp.words.place_names import BESIDE, cities_of_zones, city_names, in_script, letters, place_names

if TYPE_CHECKING:
    from babel import Locale

T = TypeVar("T")
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
WATERS = Path(__file__).with_name("waters.csv")
_RIGHTWARD = re.compile(r"[A-Za-z\u00c0-\u052f]")  # letters that run from left to right: Latin, Greek, Cyrillic
_DAY = re.compile(r"d+\.?")  # in a pattern of CLDR, with the point that German writes behind it


@lru_cache(maxsize=1)
def waters() -> dict[str, dict[str, str]]:
    """Names of seas and lakes: by the English name, then by language."""
    with WATERS.open(encoding="utf-8", newline="") as file:
        return {row["en"]: row for row in csv.DictReader(file)}


@dataclass(frozen=True)
class Words:
    """The words of one language, by its code ("en")."""

    language: str

    def say(self, text: str) -> str:
        """The text in this language where the program, the tour or a list has it; any other text as it stands."""
        if isinstance(text, Text):
            return text.others.get(self.language) or (self.place(text) if isinstance(text, PlaceName) else text)
        if isinstance(text, Series):
            parts = [self._value(part) for part in text.parts]
            return self._turned(self._series(parts, text.style)) if len(parts) > 1 else "".join(parts)
        if isinstance(text, Lettered | Sentence):
            return self.lettered(text.name) if isinstance(text, Lettered) else as_sentence(self._value(text.part))
        if isinstance(text, CountryName) and self.language != "en":
            return self.country(text.code) or text
        if not isinstance(text, Message) or (self.language == "en" and not text.values):
            return text
        values = {name: self._apart(self._value(value)) for name, value in text.values.items()}
        return self._turned(filled(self._pattern(text), values))

    def _pattern(self, message: Message) -> str:
        if self.language == "en":
            return in_english(message.patterns, message.number)
        return catalogue(self.language).said(message.patterns, message.number, message.context)

    def said(self, things: T) -> T:
        """Lists, tuples and dictionaries with every text in them said; keys of dictionaries are no texts."""
        if isinstance(things, str):
            return cast(T, self.say(things))
        if isinstance(things, dict):
            return cast(T, {key: self.said(value) for key, value in things.items()})
        if isinstance(things, list | tuple):
            return cast(T, type(things)(self.said(thing) for thing in things))
        return things

    def _apart(self, text: str) -> str:
        """A value as it stands within a sentence: shut off where that runs to the left and words in it to the right."""
        against = self.language in RIGHT_TO_LEFT and _RIGHTWARD.search(text)
        return f"{APART}{text}{TOGETHER}" if against and not text.startswith(APART) else text

    def _turned(self, text: str) -> str:
        """What the program says, so marked that it runs as its language does even where all in it runs otherwise."""
        return text if self.language not in RIGHT_TO_LEFT or leftward(text) or not text else LEFTWARD + text

    def _value(self, value: object) -> str:
        if isinstance(value, str):
            return self.say(value)
        if isinstance(value, When):
            return self.when(value)
        if isinstance(value, dt.date):
            return self.day(value)
        return self.number(value) if isinstance(value, int | float) else english(value)

    def _series(self, parts: Sequence[str], style: str) -> str:
        parts = [self._apart(part) for part in parts] if len(parts) > 1 else parts
        if style not in ("and", "or"):
            return self._sign(style).join(parts)
        if self.language == "en":
            return joined(parts, style)
        from babel.lists import format_list

        return str(format_list(list(parts), "or" if style == "or" else "standard", locale=self.locale))

    def _sign(self, sign: str) -> str:
        """A sign between texts, as the language sets it."""
        if self.language in RIGHT_TO_LEFT:
            return {", ": "، ", "; ": "؛ "}.get(sign, sign)
        return f"\N{NO-BREAK SPACE}{sign}" if self.language == "fr" and sign in ("; ", ": ") else sign

    @property
    def direction(self) -> str:
        """Which way lines are written: ``ltr`` or ``rtl``."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    @cached_property
    def locale(self) -> "Locale":
        """The locale in CLDR; English is that of Britain, whose dates are written as the app writes them."""
        from babel import Locale

        return Locale("en", "GB") if self.language in ("en", PSEUDO) else Locale(self.language)

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166-1 alpha-2 code; the code itself where there is none."""
        if self.language == "en":
            return country.name(code)
        return country.un_name(code, self.language) or str(self.locale.territories.get(code, code))

    def number(self, value: float) -> str:
        """A number as the language groups its digits, with three decimals at most."""
        if self.language == "en":
            return english_number(value)
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self.locale))

    def when(self, when: When) -> str:
        """The date: ``27 March 2025``, ``3–4 April 2025``, ``March 2025``, ``2026``, with "about" where it is."""
        if self.language == "en":
            return when.describe()
        start, end = when.start, when.end or when.start
        if start == end:
            return self._doubted(start)
        if when.within_a_day and end.time:
            return f"{self._doubted(start)}–{end.time:%H:%M}"
        if when.about or {start.precision, end.precision} != {Precision.DAY}:
            return f"{self._doubted(start)} – {self._doubted(end)}"
        return self._between(start.first_day, end.first_day)

    def days(self, first: dt.date, last: dt.date) -> str:
        """The days from the first to the last; what both have in common is said once."""
        ends = [Moment(day.year, day.month, day.day) for day in (first, last)]
        return self.when(When(ends[0], ends[1] if first != last else None))

    def _between(self, first: dt.date, last: dt.date) -> str:
        from babel.dates import format_date

        pattern = str(self.locale.date_formats["long"].pattern)
        if first.year != last.year:
            return f"{self.day(first)} – {self.day(last)}"
        if first.month == last.month:
            both = _DAY.sub(lambda d: f"'{first.day}{'.' if d[0].endswith('.') else ''}–'{d[0]}", pattern, count=1)
            return str(format_date(last, both, locale=self.locale))
        if pattern.startswith("y"):
            return f"{self.day(first)} – {self._by_skeleton('MMMMd', last)}"
        return f"{self._by_skeleton('MMMMd', first)} – {self.day(last)}"

    def heading(self, when: When) -> str:
        """The date to head a list with: a single day with its weekday, doubt and clock left out."""
        if self.language == "en":
            return when.heading
        last = when.start if when.within_a_day else when.end or when.start
        start, end = (replace(m, time=None, about=False, uncertain=False) for m in (when.start, last))
        if start == end and start.precision == Precision.DAY:
            return self._formatted(start.first_day, "full")
        return self.when(When(start, end))

    def _doubted(self, moment: Moment) -> str:
        if moment.precision == Precision.YEAR:
            date = str(moment.year)
        elif moment.precision == Precision.MONTH:
            date = self._by_skeleton("yMMMM", moment.first_day)
        else:
            date = self.day(moment.first_day)
            date += f"{self._sign(', ')}{moment.time:%H:%M}" if moment.time else ""
        return self.say(doubted(moment, date))

    def day(self, day: dt.date) -> str:
        """One day: ``27 March 2025``."""
        if self.language == "en":
            return Moment(day.year, day.month, day.day).describe()
        return self._formatted(day, "long")

    def _formatted(self, day: dt.date, length: Literal["full", "long"]) -> str:
        from babel.dates import format_date

        return str(format_date(day, length, locale=self.locale))

    def _by_skeleton(self, skeleton: str, day: dt.date) -> str:
        from babel.dates import format_skeleton

        return str(format_skeleton(skeleton, day, locale=self.locale))

    def place(self, name: PlaceName) -> str:
        """The name of a place in this language: ours, or CLDR's for a city, or that of GeoNames.

        Where no list has one it is what the tour writes, or the gazetteer's own title if only that is in the letters of
        the language.
        """
        if self.language == PSEUDO or (self.language == "en" and in_script(name, "en")):
            return name
        listed = self.country(name.country) if name.country else self._listed(name.id)
        return listed or next((own for own in (name, name.gazetteer) if in_script(own, self.language)), name)

    def _listed(self, id_: str) -> str:
        own = place_names(self.language).get(id_) or self._of_cldr(id_) or city_names(self.language).get(id_)
        beside = BESIDE.get(self.language)
        return own or (beside and (place_names(beside).get(id_) or city_names(beside).get(id_))) or ""

    def _of_cldr(self, id_: str) -> str:
        return _cities(self).get(id_, "") if self.language != "en" else ""

    def letters(self, name: PlaceName) -> str:
        """In which letters the name of a place is, where they are not those of the language; else ""."""
        said = self.say(name)
        return "" if self.language == PSEUDO or in_script(said, self.language) else self.say(letters(said))

    def lettered(self, name: PlaceName) -> str:
        """The name of a place, with a word about its letters where they are not those of the language."""
        said, script = self.say(name), self.letters(name)
        return self.say(tr("{text} ({language})", text=said, language=script)) if script else said

    def city(self, name: str, geonames: int) -> str:
        """The name of a city by its English one and its number at GeoNames; "" where only another script has it."""
        said = self.place(PlaceName.at(f"geonames:{geonames}", name, {}))
        return said if in_script(said, self.language) else ""

    def water(self, name: str) -> str:
        """The name of a sea or lake by its English one, which stands where ours has no other."""
        return waters().get(name, {}).get(self.language, name) if self.language != "en" else name


@cache
def _cities(words: Words) -> dict[str, str]:
    """The names of cities by the ids of the places, as far as CLDR has them (as examples of time zones)."""
    named, own = cities_of_zones(), words.locale.time_zones
    return {id_: city for zone, id_ in named.items() if (city := own.get(zone, {}).get("city"))}


def doubted(moment: Moment, date: str) -> str:
    """A date in words with what makes it doubtful: that it is only about, or perhaps, that one."""
    if moment.about:
        return tr("about {date}", date=date)
    return tr("perhaps {date}", date=date) if moment.uncertain else date


ENGLISH = Words("en")
