"""Events and places of a language whose names a recogniser marks, by its marks and by what lists know."""

from abc import ABC, abstractmethod

from mapapp.articles.geography import REGIONS, Named
from mapapp.articles.languages.language import Language, Paragraph
from mapapp.articles.languages.morphology import Morphology
from mapapp.articles.languages.russian_names import ADJECTIVES, AREAS, EVENTS, SHORTENED, STATES
from mapapp.articles.languages.scan import Found, Scan
from mapapp.articles.languages.spans import spans
from mapapp.articles.records import Spot
from mapapp.articles.tokens import Form, Sort
from mapapp.folding import fold

_MOST_SPELLINGS = 64
_NAMED_AFTER = frozenset("площадь улица центр".split())  # what is called by a name more often than by its town
_SHORTEST_NAME = 6  # letters of a town that is written in capitals alone


class MarkedPlaces(Scan, ABC):
    """A paragraph with the spans that the recogniser marks in it: by their first character, their end and kind."""

    def __init__(self, paragraph: Paragraph, morphology: Morphology, language: Language) -> None:
        super().__init__(paragraph)
        self._spans = spans(paragraph.article)
        self._morphology, self._language = morphology, language

    def _span(self, at: int, *kinds: str) -> int:
        """The last word of a span of those kinds that begins here; before ``at`` where none does."""
        end, kind = self._spans.get(self.words[at].start, (0, "")) if at < len(self.words) else (0, "")
        last = at - 1
        while kind in kinds and last + 1 < len(self.words) and self.words[last + 1].end <= end:
            last += 1
        return last

    def _lemma(self, at: int) -> str:
        return self.words[at].lemma if at < len(self.words) else ""

    def _stands(self, at: int, case: str) -> bool:
        return case in self._morphology.cases(self.words[at].text)

    @abstractmethod
    def _named(self, first: int, last: int) -> Found:
        """The person of these words."""

    def _adjective(self, at: int) -> str:
        """The code of the country that an adjective tells of: "иранский"; "" for any other word."""
        lemma = self._lemma(at) if self.free(at) else ""
        if lemma in ADJECTIVES or not lemma.endswith(("ский", "цкий")):
            return ADJECTIVES.get(lemma, "")
        stem = lemma.removesuffix("кий").removesuffix("с").removesuffix("й").capitalize()
        found = (self.geography.country(f"{stem}{end}") for end in ("", "ия", "я", "а", "истан"))
        return next(filter(None, found), "")

    def event(self, at: int) -> Found | None:
        """The name of a meeting of many: its adjectives, its noun, and for a round what it is a round of."""
        head = at
        while self.free(head) and self._lemma(head) not in EVENTS:
            word = self.words[head]
            if word.lemma in self._language.ahead | self._language.skipped or not self._morphology.is_adjective(
                word.text
            ):
                return None
            head += 1
        if self._lemma(head) not in EVENTS:
            return None
        last = head
        while self.free(last + 1) and self._goes_on(last + 1, head):
            last += 1
        return self.found(at, last, f"<event>{self._lemma(head)}", Sort.EVENT)

    def _goes_on(self, at: int, head: int) -> bool:
        """Whether a genitive belongs to the name of an event."""
        word = self.words[at]
        named = word.text.isalpha() and len(word.text) > 2 and word.form == Form.NONE and self._stands(at, "gent")
        other = word.lemma in self._language.acts and self._lemma(head) != "раунд"
        return named and not other and self._span(at, "LOC") < at

    def place(self, at: int) -> Found | None:  # noqa: PLR0911  # a way out for each thing that is none
        """A place that the recogniser marks, or one that a list knows behind "in"."""
        language = self._language
        if self.words[at].text.isascii():
            return None  # a name in Latin letters is of a thing: "на Mercedes"
        marked = self._span(at, "LOC", "PER")
        led = at > 0 and self._lemma(at - 1) in language.lead | language.away | language.joins
        called = at > 0 and self._lemma(at - 1) in language.settlements
        led = led or called or self._housed(at)
        if marked < at and not (self.capital(at) and led and not self._morphology.is_adjective(self.words[at].text)):
            return None
        last = max(marked, at)
        if last > at and self.cast.by_last_name(self._morphology.name([self.words[last].text])[0]):
            return self._named(at, last)
        if (end := self._area_end(at, last)) > 0:
            return self.found(at, end, "<area>", Sort.AREA)
        if (
            at == last and not self._short_for(at) and (self._abbreviation(at) or self._lemma(at) == "год")
        ):  # "Год России"
            return None
        listed = self._state(at, last) or self._listed(at, last)
        if listed and at and self._lemma(at - 1) in _NAMED_AFTER and not self.geography.known(listed[1]):
            return None  # "на площади Победы"
        if marked < at and not called and (listed is None or self._is_common(at)):
            return None
        if listed:
            toponym, named = listed
            return self.found(at, last, f"<{named.sort}>", named.sort, Spot(toponym, None, named.country))
        if (marked < at and not called) or not self.words[last].capital:  # "Красная площадь" is no town
            return None
        if last > at and self.geography.country(self._morphology.name([self.words[last].text])[0]):
            return self.found(at, last, "<area>", Sort.AREA)  # "Османская Турция"
        lemma = "<unread>" if self._led_straight(at, last) else "<unknown>"
        return self.found(at, last, lemma, Sort.PLACE, Spot(self.text(at, last)))

    def _area_end(self, at: int, last: int) -> int:
        """The last word of "Орловская область" or "Ошский район", wherever the recogniser ends it; 0 for no area."""
        if self._one_of_areas(at):
            return at
        if at and self._lemma(at - 1) in AREAS and self._span(at, "LOC", "PER", "ORG") <= last:
            return last  # "провинции Цзянсу"
        end = last if self._lemma(last).rstrip(".") in AREAS else last + 1
        named = end > at and self.free(end) and self._lemma(end).rstrip(".") in AREAS
        return end if named and self._morphology.is_adjective(self.words[at].text) else 0

    def _one_of_areas(self, at: int) -> bool:
        """Whether it is the first of several areas whose noun stands once: "Ошскую и Баткенскую области"."""
        joined = self.free(at + 3) and (self.words[at + 1].text == "," or self._lemma(at + 1) == "и")
        adjective = self._morphology.is_adjective(self.words[at].text)
        return adjective and joined and (self._lemma(at + 3) in AREAS or self._one_of_areas(at + 2))

    def _state(self, at: int, last: int) -> tuple[str, Named] | None:
        """The country of "Азербайджанская Республика", which lists know by its noun."""
        if last > at and self._lemma(at) in STATES | {"исламский", "арабский"}:  # "Государство Катар"
            behind = at + 1 + (self._lemma(at + 1) in STATES)
            named = self._listed(behind, last) if behind <= last else None
            return named if named and named[1].sort == Sort.COUNTRY else None
        if last != at + 1 or self._lemma(last) not in STATES:
            return None
        stem = self._lemma(at).removesuffix("ий").removesuffix("ск").capitalize()
        found = ((name, self.geography.named(name)) for name in (f"{stem}{end}" for end in ("", "ия", "а", "истан")))
        return next(((name, named) for name, named in found if named and named.sort == Sort.COUNTRY), None)

    def _led_straight(self, at: int, last: int) -> bool:
        """Whether words that only places follow stand before a name that no list knows: "в Руклу", "посёлок Рукла"."""
        language = self._language
        before = at - 1
        if before > 1 and (self.words[before].text == "," or self._lemma(before) in language.joins):
            return self._span(before - 1, "LOC") == before - 1 and self.words[at].capital
        words = language.settlements | language.lead | language.reached
        common = any(
            "ADJF" in str(p.tag) and p.is_known for p in self._morphology.parses(self.words[at].text.casefold())
        )
        return before >= 0 and self._lemma(before) in words and not (common and at == last)

    def _housed(self, at: int) -> bool:
        """Whether what is in a town stands before it, with a name in quotes or without: "в аэропорту «Имя» Риги"."""
        before = at - 1
        if self.free(before) and self.words[before].text in '"»”':
            before = next((i for i in range(before - 1, max(-1, before - 5), -1) if self.words[i].text in '"«“'), 0) - 1
        return before > 0 and self._lemma(before) in self._language.houses and self._stands(at, "gent")

    def _is_common(self, at: int) -> bool:
        """Whether a dictionary has the word and knows no place or name by it: "в Доме дружбы" names no town of Dome."""
        parses = self._morphology.parses(self.words[at].text.casefold())
        proper = any(tag in str(p.tag) for p in parses for tag in ("Geox", "Name", "Surn", "Orgn"))
        return any(p.is_known for p in parses) and not proper

    def _short_for(self, at: int) -> str:
        """The code of the country that a short form means in a text: "РК"; "" for none."""
        return SHORTENED.get(self.words[at].text, "")

    def _abbreviation(self, at: int) -> bool:
        """Whether it is a word in capitals such as МИД that lists have as a town somewhere and a text has not."""
        text = self.words[at].text
        short = text.isupper() and 1 < len(text) < _SHORTEST_NAME
        return short and not self.geography.country(text)

    def _listed(self, first: int, last: int) -> tuple[str, Named] | None:
        """What a list knows under one of the spellings of the words: a country first, then the largest town."""
        if first == last and (code := self._short_for(first)):
            return self.words[first].text, Named(Sort.COUNTRY, code)
        spellings = [""]
        for i in range(first, last + 1):
            joint = " " if i > first and self.words[i].start > self.words[i - 1].end else ""
            forms = self._morphology.spellings(self.words[i].text)
            spellings = [f"{s}{joint}{form}" for s in spellings for form in forms][:_MOST_SPELLINGS]
        found = [(s, named) for s in spellings if (named := self.geography.named(s)) and named.sort != Sort.PEOPLE]
        wide = (f for f in found if fold(f[0]) in REGIONS)
        return next(wide, max(found, key=_weight, default=None))


def _weight(found: tuple[str, Named]) -> tuple[int, int]:
    named = found[1]
    rank = {Sort.COUNTRY: 3, Sort.PLACE: 2}.get(named.sort, 1)
    return rank, max((c.place.population for c in named.candidates), default=0)
