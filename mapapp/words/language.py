"""The fixed words of pictures in the languages that they speak, and dates, numbers and names from Unicode CLDR.

What a tour's author wrote stays as it was written; only what the program says is translated.
"""

import csv
import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from mapapp.errors import clipped
from mapapp.snapshot import Snapshot
from mapapp.tour import Event
from mapapp.when import Moment, Precision, When
from mapapp.words.contents import NAMED, contents, span

FILE = Path(__file__).with_suffix(".csv")


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, str]]:
    """All words: by key, then by language."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: row for row in csv.DictReader(file)}


@lru_cache(maxsize=1)
def waters() -> dict[str, dict[str, str]]:
    """Names of seas and lakes: by the English name, then by language."""
    with FILE.with_name("waters.csv").open(encoding="utf-8", newline="") as file:
        return {row["en"]: row for row in csv.DictReader(file)}


@dataclass(frozen=True)
class Words:
    """The words of one language, by its code ("en")."""

    language: str

    def __getitem__(self, key: str) -> str:
        return table()[key][self.language]

    def filled(self, key: str, **values: object) -> str:
        """The words with values in their places; a value is never read as a pattern."""
        parts = self[key].split("{")
        return parts[0] + "".join(str(values[name]) + rest for name, _, rest in (p.partition("}") for p in parts[1:]))

    @cached_property
    def locale(self) -> Locale:
        """The locale in CLDR; English is that of Britain, whose dates are written as the app writes them."""
        return Locale("en", "GB") if self.language == "en" else Locale(self.language)

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166-1 alpha-2 code; the code itself where there is none."""
        return str(self.locale.territories.get(code, code))

    @cached_property
    def cities(self) -> dict[str, str]:
        """The names of cities by their English names, as far as CLDR has them (as examples of time zones)."""
        english = {zone: info.get("city") for zone, info in Locale("en").time_zones.items()}
        own = {zone: info.get("city") for zone, info in self.locale.time_zones.items()}
        named = {english.get(zone) or zone.rpartition("/")[2].replace("_", " "): city for zone, city in own.items()}
        return {name: city for name, city in named.items() if city}

    def number(self, value: float) -> str:
        """A number as the language groups its digits."""
        return str(format_decimal(value, locale=self.locale))

    def when(self, when: When) -> str:
        """The date: ``27 March 2025``, ``3–4 April 2025``, ``March 2025``, ``2026``, with "about" where it is."""
        if self.language == "en":
            return when.describe()
        start, end = when.start, when.end or when.start
        if start == end:
            return self._doubted(start)
        if when.about or {start.precision, end.precision} != {Precision.DAY}:
            return f"{self._doubted(start)} – {self._doubted(end)}"
        return self.days(start.first_day, end.first_day)

    def days(self, first: dt.date, last: dt.date) -> str:
        """The days from the first to the last; what both have in common is said once."""
        if first == last or first.year != last.year:
            return " – ".join(dict.fromkeys((self.day(first), self.day(last))))
        if first.month != last.month:
            return f"{format_skeleton('MMMMd', first, locale=self.locale)} – {self.day(last)}"
        point = "." if self.language == "de" else ""  # in all our languages the day of the month comes first
        return f"{first.day}{point}–{self.day(last)}"

    def heading(self, when: When) -> str:
        """The date to head a list with: a single day with its weekday, doubt and clock left out."""
        if self.language == "en":
            return when.heading
        start, end = (replace(m, time=None, about=False, uncertain=False) for m in (when.start, when.end or when.start))
        if start == end and start.precision == Precision.DAY:
            return str(format_date(start.first_day, "full", locale=self.locale))
        return self.when(When(start, end))

    def _doubted(self, moment: Moment) -> str:
        if moment.precision == Precision.YEAR:
            date = str(moment.year)
        elif moment.precision == Precision.MONTH:
            date = str(format_skeleton("yMMMM", moment.first_day, locale=self.locale))
        else:
            date = str(format_date(moment.first_day, "long", locale=self.locale))
            date += f", {moment.time:%H:%M}" if moment.time else ""
        key = "about" if moment.about else "perhaps" if moment.uncertain else ""
        return self.filled(key, date=date) if key else date

    def day(self, day: dt.date) -> str:
        """One day: ``27 March 2025``."""
        return str(format_date(day, "long", locale=self.locale))

    def hour(self, event: Event) -> str:
        """What is known beyond the day, or that the day is not."""
        if not event.when_stated:
            return self["day-not-stated"]
        return self[event.day_part] if event.day_part else ""

    def contents(self, snapshot: Snapshot) -> str:
        """What the picture shows in one line: so many events, between which days, in which countries."""
        if self.language == "en":
            return contents(snapshot)
        shown = ", ".join(filter(None, (self._counted(snapshot), self._days(snapshot), self._countries(snapshot))))
        return "; ".join((shown, *self._filters(snapshot)))

    def _counted(self, snapshot: Snapshot) -> str:
        left, every = len(snapshot.tour.events), len(snapshot.whole.events)
        if not left:
            return self["no-events"]
        if left == every:
            return self["one-event"] if every == 1 else self.filled("all-events", all=self.number(every))
        if left == 1:
            return self.filled("one-of-many", all=self.number(every))
        return self.filled("some-events", left=self.number(left), all=self.number(every))

    def _days(self, snapshot: Snapshot) -> str:
        whens = [e.when for e in snapshot.tour.events]
        if whens:
            return self.when(span(whens))
        since, until = snapshot.view.since, snapshot.view.until
        if since and until:
            return self.days(since, until)
        return "".join(self.filled(k, date=self.day(d)) for k, d in (("from", since), ("until", until)) if d)

    def _countries(self, snapshot: Snapshot) -> str:
        codes = dict.fromkeys(r.place.country for r in snapshot.tour.events or snapshot.tour.visits)
        named = [self.country(code) for code in codes or snapshot.view.countries if code]
        if len(named) > NAMED:
            return self.filled("countries", n=len(named))
        return f" {self['and']} ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))

    def _filters(self, snapshot: Snapshot) -> list[str]:
        tour, view = snapshot.whole, snapshot.view
        person = {p.id: p.name for p in tour.people}
        values = (
            ("traveller", [person.get(v, v) for v in view.travellers]),
            ("person", [person.get(v, v) for v in view.people]),
            ("kind", [tour.label(v) for v in view.kinds]),
            ("topic", [tour.label(v) for v in view.topics]),
            ("status", [self.status(v) for v in view.statuses]),
        )
        filters = [f"{self[key]}: {', '.join(map(clipped, named))}" for key, named in values if named]
        filters += [f"“{clipped(view.text)}”"] if view.text else []
        return filters + ([self["sure"]] if view.sure and (view.since or view.until) else [])

    def status(self, status: str) -> str:
        """The word for a status; the text itself where it is none."""
        return self[f"status-{status}"] if f"status-{status}" in table() else status

    def city(self, name: str) -> str:
        """The name of a city by its English one; "" where only another script has it."""
        if self.language == "en":
            return name
        return self.cities.get(name, "" if self.language == "ru" else name)

    def water(self, name: str) -> str:
        """The name of a sea or lake by its English one, which stands where ours has no other."""
        return waters().get(name, {}).get(self.language, name) if self.language != "en" else name
