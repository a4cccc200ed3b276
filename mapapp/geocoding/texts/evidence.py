"""What a running text says about where it is: containers behind a name, countries and regions anywhere in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from mapapp.folding import fold
from mapapp.geocoding.gazetteer.countries import Countries
from mapapp.geocoding.gazetteer.regions import Regions

_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?\.?")
_BEHIND = re.compile(r"\s*(?:,|\(|\bin\b|\bin the\b|[–—-])\s*")
_LONGEST = 4  # words: "Democratic Republic of Congo", "Papua New Guinea"


@dataclass(frozen=True, slots=True)
class Within:
    """A country ("KZ", "") or a first-level region ("US", "texas")."""

    country: str
    region: str = ""


class Evidence:
    """Finds countries and regions in a text."""

    def __init__(self, countries: Countries, regions: Regions) -> None:
        self._countries = countries
        self._regions = regions

    def behind(self, text: str, end: int) -> frozenset[Within]:
        """The container that is written behind a name: ", Texas", "(Turkey)", ", Kan.", " in Ohio"; often none."""
        start = _BEHIND.match(text, end)
        if not start:
            return frozenset()
        strong = text[end : start.end()].strip()[:1] in {",", "("}
        words = _words(text[start.end() : start.end() + 60])
        for count in range(min(_LONGEST, len(words)), 0, -1):
            phrase = " ".join(words[:count])
            if found := self._container(phrase, strong=strong):
                return found
        return frozenset()

    def _container(self, phrase: str, *, strong: bool) -> frozenset[Within]:
        if not phrase[:1].isupper():
            return frozenset()
        short = self._regions.short.get(phrase) or self._regions.short.get(phrase.rstrip("."))
        if short and (strong or "." in phrase):
            return frozenset({Within(*short)})
        key = fold(phrase)
        if key in self._regions.full or strong:
            regions = {Within(*region) for region in self._regions.named(phrase)} if len(key) > 3 else set()
            if key in self._countries.names:
                regions.add(Within(self._countries.names[key]))
            return frozenset(regions)
        return frozenset({Within(self._countries.names[key])}) if key in self._countries.names else frozenset()

    def mentioned(self, text: str, taken: Iterable[tuple[int, int]] = ()) -> Counter[Within]:
        """How often each country, by name or adjective, and each region, by name or abbreviation, stands in a text.

        Stretches in ``taken`` are left out.
        """
        found: Counter[Within] = Counter()
        done = 0
        for spans in _phrases(text, self._first_words):
            for start, end in spans:
                named = self.named(text[start:end])
                if named and start >= done:
                    done = end
                    if not any(a < end and start < b for a, b in taken):
                        found.update(named)
                    break
        return found

    def named(self, phrase: str) -> list[Within]:
        """The countries or regions that a phrase names; "Georgia" names two."""
        key = fold(phrase)
        found = []
        if "." in phrase[:-1] or (phrase.endswith(".") and len(phrase) > 2):
            short = self._regions.short.get(phrase)
            found += [Within(*short)] if short else []
        if key in self._regions.full:
            found.append(Within(*self._regions.full[key]))
        if key in self._countries.names and (key not in {"us"} or phrase.replace(".", "").isupper()):
            found.append(Within(self._countries.names[key]))
        elif key in self._countries.demonyms:
            found += [Within(code) for code in self._countries.members(self._countries.demonyms[key])]
        return found

    @cached_property
    def _first_words(self) -> frozenset[str]:
        keys = [*self._countries.names, *self._countries.demonyms, *self._regions.full]
        short = [fold(s) for s in self._regions.short if "." in s]
        return frozenset(key.split()[0] for key in (*keys, *short) if key)


def _words(text: str) -> list[str]:
    """The words at the beginning of a text, up to the first mark that parts phrases."""
    words = []
    position = 0
    for match in _WORD.finditer(text):
        if text[position : match.start()].strip():
            break
        words.append(match[0])
        position = match.end()
    return words


def _phrases(text: str, first_words: frozenset[str]) -> Iterator[list[tuple[int, int]]]:
    """For each capitalised word that may begin a country or region: the stretches from there, the longest first."""
    matches = list(_WORD.finditer(text))
    for i, match in enumerate(matches):
        word = match[0]
        if not word[0].isupper() or fold(word) not in first_words:
            continue
        ends = [m.end() for m in reversed(matches[i : i + _LONGEST])]
        yield [(match.start(), end) for end in ends] + (
            [(match.start(), match.end() - 1)] if word.endswith(".") else []
        )
