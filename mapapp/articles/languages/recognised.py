"""People, places and events of a language whose names a recogniser marks: natasha's, for Russian news."""

from dataclasses import replace
from typing import NamedTuple

from mapapp.articles.geography import REGIONS, Named
from mapapp.articles.languages.language import Language, Paragraph
from mapapp.articles.languages.morphology import Morphology
from mapapp.articles.languages.russian_names import (
    ADJECTIVES,
    AREAS,
    BEFORE,
    EVENTS,
    GENERIC,
    HEADS,
    RANKS,
    SENT,
    STATES,
)
from mapapp.articles.languages.scan import Found, Scan
from mapapp.articles.languages.spans import spans
from mapapp.articles.records import Quote, Spot
from mapapp.articles.tokens import Form, Sort, Token
from mapapp.folding import fold

_MOST_SPELLINGS = 64
_SHORTEST_NAME = 6  # letters of a town that is written in capitals alone


def mentions(paragraph: Paragraph, morphology: Morphology, language: Language) -> list[Token]:
    """The dates with the people, events and places of a paragraph, none within another; people come first."""
    scan = _Marked(paragraph, morphology, language)
    found = [*paragraph.dates]
    at = 0
    while at < len(paragraph.words):
        mention = (scan.somebody(at) or scan.event(at) or scan.place(at)) if scan.free(at) else None
        if mention:
            found.append(mention.token)
        at = mention.last + 1 if mention else at + 1
    return found


class _Marked(Scan):
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

    # people

    def somebody(self, at: int) -> Found | None:
        """An office with or without a name, or a name."""
        head = at + 2 * self.text(at, min(at + 1, len(self.words) - 1)).casefold().startswith("исполняющ")
        while self._lemma(head) in BEFORE:
            head += 1
        if self._lemma(head) in HEADS and self._morphology.is_single(self.words[head].text):
            return self._office(at, head)
        last = self._span(at, "PER")
        if last < at and (initials := self._initialled(at)):
            return initials
        if last == at and self._rather_place(at):
            return None
        return self._named(at, last) if last >= at else self._known(at)

    def _initialled(self, at: int) -> Found | None:
        """A last name behind initials that the recogniser did not mark: "К.-Ж. Тестов"."""
        end = at
        while self.capital(end) and len(self.words[end].text) <= len("Дж.") and self.words[end].text[-1] == ".":
            end += 1 + (self.free(end + 1) and self.words[end + 1].text == "-")
        if end == at or not self.capital(end) or not self.words[end].text[1:].islower():
            return None
        last, case = self._morphology.name([self.words[end].text])
        quote = Quote(self.words[at].start, self.words[end].end)
        name = f"{self.text(at, end - 1)} {last}"
        return self.person(at, end, self.cast.named(name, "", "", quote), "subject" if case == "nomn" else "other")

    def _rather_place(self, at: int) -> bool:
        """Whether the recogniser takes a town for somebody, such as Sofia."""
        if self.cast.by_last_name(self._morphology.name([self.words[at].text])[0]):
            return False
        town = self._listed(at, at)
        return town is not None and (town[1].sort == Sort.COUNTRY or self.geography.known(town[1]))

    def _known(self, at: int) -> Found | None:
        """A last name that the recogniser did not mark, of somebody who is known."""
        word = self.words[at].text
        for spelling in (self._morphology.name([word])[0], word) if self.capital(at) else ():
            if party := self.cast.by_last_name(spelling):
                party.quotes.append(self.words[at].quote)
                case = "subject" if spelling == word and self._stands(at, "nomn") else "other"
                return self.person(at, at, party, case)
        return None

    def _adjective(self, at: int) -> str:
        """The code of the country that an adjective tells of: "иранский"; "" for any other word."""
        lemma = self._lemma(at) if self.free(at) else ""
        if lemma in ADJECTIVES or not lemma.endswith(("ский", "цкий")):
            return ADJECTIVES.get(lemma, "")
        stem = lemma.removesuffix("кий").removesuffix("с").removesuffix("й").capitalize()
        found = (self.geography.country(f"{stem}{end}") for end in ("", "ия", "я", "а", "истан"))
        return next(filter(None, found), "")

    def _office(self, at: int, head: int) -> Found:
        last, country = self._behind(head)
        country = country or self._adjective(at - 1)
        acts = self._morphology.is_subject(self.words[at if at + 2 == head else head].text)
        case = "subject" if acts else "other"
        while self._lemma(last + 1) in RANKS:
            last += 1 + (self._lemma(last + 2) in ("армия", "наука", "полиция"))
        name_end = max(self._span(last + 1, "PER"), self._unmarked(last + 1))
        normal = [*(self._lemma(i) for i in range(at, head + 1)), *(w.text for w in self.words[head + 1 : last + 1])]
        if name_end > last:
            cases = self._morphology.cases(self.words[head].text, single=True)
            return self._named(last + 1, name_end, _Held(at, " ".join(normal), country, case, frozenset(cases)))
        lemma = "" if self._lemma(head) in GENERIC else self._lemma(head)
        found = self.found(at, last, f"<office>{lemma}|{lemma}", Sort.PERSON, Spot(country=country))
        return Found(last, replace(found.token, text=" ".join(normal), case=case))

    def _unmarked(self, at: int) -> int:
        """The last word of a name behind an office that the recogniser took for no person: two words with capitals."""
        two = all(self.capital(i) and self.words[i].text[1:].islower() for i in (at, at + 1))
        known = two and self._listed(at, at + 1) is None and self._listed(at, at) is None
        return at + 1 if known and not self.capital(at + 2) else at - 1

    def _behind(self, head: int) -> tuple[int, str]:
        """The end of an office with the genitives, places and bodies behind it, and the country among them."""
        last, country, at = head, "", head + 1
        while self.free(at) and self._span(at, "PER") < at:
            marked = self._span(at, "LOC", "ORG")
            if marked >= at and self._span(at, "LOC") >= at and not self._may_own(at):
                break
            if marked >= at:
                listed = self._listed(at, marked)
                country = country or (listed[1].country if listed else "")
                last, at = marked, marked + 1
                continue
            seat = self._span(at + 1, "LOC") if self._lemma(at) == "в" and self._lemma(head) in SENT else at
            if seat > at and self._span(seat + 1, "PER") > seat:  # "посол Латвии в Грузии Анна Тестова"
                return seat, country
            word = self.words[at]
            genitive = (
                len(word.text) > 1
                and word.text.replace("-", "").isalpha()
                and word.form == Form.NONE
                and self._stands(at, "gent")
            )
            joint = word.lemma in ("и", "по") and at > head + 1
            if not (genitive or joint or (at > head + 1 and self._lemma(at - 1) == "по")):
                break
            last = last if joint else at
            at += 1
        return last, country

    def _next_subject(self, first: int, last: int) -> bool:
        """Whether the last word is somebody else who acts: "вместе с Анной Тестовой Примеров посетит"."""
        words = [w.text for w in self.words[first : last + 1]]
        acts = len(words) > 2 and self._morphology.is_subject(words[-1]) and not self._morphology.is_subject(words[-2])
        return acts and self.cast.by_last_name(words[-1]) is not None

    def _may_own(self, at: int) -> bool:
        """Whether a place may be the genitive behind an office: "Грузии", not "Грузию"."""
        cases = self._morphology.cases(self.words[at].text)
        return not cases or "gent" in cases

    def _named(self, first: int, last: int, held: "_Held | None" = None) -> Found:
        """The person of a name, with the office that stands before it."""
        last -= self._next_subject(first, last)
        words = [self.words[i].text for i in range(first, last + 1)]
        led = ("ablt",) if self._lemma(first - 1) in ("с", "со") else ()
        name, own = self._morphology.name(words, held.cases if held else led)
        if held and held.case == "subject":  # the name stands as its office does
            name = " ".join(words)
        at = held.first if held else first
        quote = Quote(self.words[at].start, self.words[last].end)
        spellings = (words[0], name, *self._morphology.spellings(words[0])) if len(words) == 1 else ()
        party = next(filter(None, map(self.cast.by_last_name, spellings)), None)
        if party:
            party.quotes.append(quote)
        party = party or self.cast.named(name, held.role if held else "", held.country if held else "", quote)
        return self.person(at, last, party, held.case if held else "subject" if own == "nomn" and not led else "other")

    # events and places

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
        marked = self._span(at, "LOC", "PER")
        led = at > 0 and self._lemma(at - 1) in language.lead | language.away | language.joins
        if marked < at and not (self.capital(at) and led and not self._morphology.is_adjective(self.words[at].text)):
            return None
        last = max(marked, at)
        if last > at and self.cast.by_last_name(self._morphology.name([self.words[last].text])[0]):
            return self._named(at, last)
        if (end := self._area_end(at, last)) > 0:
            return self.found(at, end, "<area>", Sort.AREA)
        if at == last and (self._abbreviation(at) or self._lemma(at) == "год"):  # "Год России"
            return None
        listed = self._listed(at, last) or self._state(at, last)
        if listed:
            toponym, named = listed
            return self.found(at, last, f"<{named.sort}>", named.sort, Spot(toponym, None, named.country))
        if marked < at:
            return None
        return self.found(at, last, "<unread>", Sort.PLACE, Spot(self.text(at, last)))

    def _area_end(self, at: int, last: int) -> int:
        """The last word of "Орловская область" or "Ошский район", wherever the recogniser ends it; 0 for no area."""
        end = last if self._lemma(last).rstrip(".") in AREAS else last + 1
        named = end > at and self.free(end) and self._lemma(end).rstrip(".") in AREAS
        return end if named and self._morphology.is_adjective(self.words[at].text) else 0

    def _state(self, at: int, last: int) -> tuple[str, Named] | None:
        """The country of "Азербайджанская Республика", which lists know by its noun."""
        if last != at + 1 or self._lemma(last) not in STATES:
            return None
        stem = self._lemma(at).removesuffix("ий").removesuffix("ск").capitalize()
        found = ((name, self.geography.named(name)) for name in (f"{stem}{end}" for end in ("", "ия", "а", "истан")))
        return next(((name, named) for name, named in found if named and named.sort == Sort.COUNTRY), None)

    def _abbreviation(self, at: int) -> bool:
        """Whether it is a word in capitals such as МИД that lists have as a town somewhere and a text has not."""
        text = self.words[at].text
        short = text.isupper() and 1 < len(text) < _SHORTEST_NAME
        return short and not self.geography.country(text)

    def _listed(self, first: int, last: int) -> tuple[str, Named] | None:
        """What a list knows under one of the spellings of the words: a country first, then the largest town."""
        spellings = [""]
        for i in range(first, last + 1):
            joint = " " if i > first and self.words[i].start > self.words[i - 1].end else ""
            forms = self._morphology.spellings(self.words[i].text)
            spellings = [f"{s}{joint}{form}" for s in spellings for form in forms][:_MOST_SPELLINGS]
        found = [(s, named) for s in spellings if (named := self.geography.named(s)) and named.sort != Sort.PEOPLE]
        wide = (f for f in found if fold(f[0]) in REGIONS)
        return next(wide, max(found, key=_weight, default=None))


class _Held(NamedTuple):
    """An office before a name: its first word, its words and country, its case, and all that its form may stand in."""

    first: int
    role: str
    country: str
    case: str
    cases: frozenset[str]


def _weight(found: tuple[str, Named]) -> tuple[int, int]:
    named = found[1]
    rank = {Sort.COUNTRY: 3, Sort.PLACE: 2}.get(named.sort, 1)
    return rank, max((c.place.population for c in named.candidates), default=0)
