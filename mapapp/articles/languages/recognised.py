"""People of a language whose names a recogniser marks, beside its events and places: natasha's, for Russian news."""

from dataclasses import replace
from typing import NamedTuple

from mapapp.articles.languages.language import Language, Paragraph
from mapapp.articles.languages.marked import MarkedPlaces
from mapapp.articles.languages.morphology import Morphology
from mapapp.articles.languages.russian_names import ALONE, AREAS, BEFORE, GENERIC, HEADS, NAMED, RANKS, SENT, STATES
from mapapp.articles.languages.scan import Found
from mapapp.articles.records import Party, Quote, Spot
from mapapp.articles.tokens import Form, Sort, Token

_JOINT = (",", "–", "—", "-")  # between two offices of one person
_LONGEST_INITIALS = 6
_SHORTEST_DECLINED = 4  # letters that a name has more than; of shorter ones many keep one form
MANY_HOLD = 2  # people whose office is said once


def mentions(paragraph: Paragraph, morphology: Morphology, language: Language) -> list[Token]:
    """The dates with the people, events and places of a paragraph, none within another; people come first."""
    scan = _Marked(paragraph, morphology, language)
    found = [*paragraph.dates]
    at = 0
    while at < len(paragraph.words):
        if several := scan.several(at):
            found += [mention.token for mention in several]
            at = several[-1].last + 1
            continue
        mention = (scan.somebody(at) or scan.event(at) or scan.place(at)) if scan.free(at) else None
        if mention:
            found.append(mention.token)
        at = mention.last + 1 if mention else at + 1
    return found


class _Marked(MarkedPlaces):
    """A paragraph in which people are looked for first."""

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
        if last == at and (self._one_of_areas(at) or self._rather_place(at)):
            return None
        return self._named(at, last) if last >= at else self._known(at)

    def several(self, at: int) -> list[Found]:
        """The people of an office said once: "президентов Грузии и Чехии Анны Тестовой и Яна Пробы"; none otherwise."""
        if not self.free(at) or self._lemma(at) not in HEADS or self._morphology.is_single(self.words[at].text):
            return []
        first = at + 1
        while self.free(first) and self._span(first, "LOC", "PER") < first and self._stands(first, "gent"):
            first += 1
        countries, behind = self._list(first, "LOC")
        people, _ = self._list(behind, "PER")
        if len(people) < MANY_HOLD or (countries and len(countries) != len(people)):
            return []
        role = " ".join([self._lemma(at), *(w.text for w in self.words[at + 1 : first])])
        cases = self._morphology.cases(self.words[at].text)
        named = all(self._morphology.is_subject(self.words[b].text) for _, b in people)
        acts = "nomn" in cases and ("gent" not in cases or named)
        found = []
        for n, (start, end) in enumerate(people):
            listed = self._listed(*countries[n]) if countries else None
            own = listed[1].country if listed else ""
            said = f"{role} {listed[0]}" if listed else role
            held = _Held(
                start, said, own, "subject" if acts else "other", frozenset(cases - {"nomn"} if not acts else cases)
            )
            one = self._named(start, end, held)
            found.append(one if n else self.person(at, end, self._party(one), one.token.case))
        return found

    def _party(self, found: Found) -> Party:
        """Who was found."""
        if found.token.party is None:
            raise TypeError(found)
        return found.token.party

    def _list(self, at: int, kind: str) -> tuple[list[tuple[int, int]], int]:
        """The spans of a kind that stand side by side from here, and what follows them."""
        found: list[tuple[int, int]] = []
        while (last := self._span(at, kind)) >= at:
            found.append((at, last))
            joined = self.free(last + 1) and (self.words[last + 1].text == "," or self._lemma(last + 1) == "и")
            if not joined or self._span(last + 2, kind) < last + 2:
                return found, last + 1
            at = last + 2
        return found, at

    def _held_too(self, at: int, head: int, last: int, country: str) -> Found | None:
        """Somebody of two offices: "вице-премьером, министром финансов Анной Тестовой"; None for one office."""
        second = last + 2
        joint = self.words[last + 1].text if self.free(second) else ""
        if joint not in _JOINT or (joint == "," and self._lemma(head) in ALONE):
            return None
        if self._lemma(second) not in HEADS or self._lemma(second) == self._lemma(head):
            return None
        cases = [self._morphology.cases(self.words[i].text, single=True) for i in (head, second)]
        other = self._office(second, second) if cases[0] & cases[1] else None
        if other is None or other.token.party is None or not other.token.party.name:
            return None
        party = other.token.party
        party.country = party.country or country
        party.role = " ".join(
            [*(self._lemma(i) for i in range(at, head + 1)), *(w.text for w in self.words[head + 1 : last + 1])]
        )
        return self.person(at, other.last, party, other.token.case)

    def _initials(self, at: int) -> int:
        """The last word of initials and a last name that the recogniser did not mark; before ``at`` for none."""
        end = at
        while self.capital(end) and len(self.words[end].text) <= _LONGEST_INITIALS and self.words[end].text[-1] == ".":
            end += 1
        return end if end > at and self.capital(end) and self.words[end].text[1:].islower() else at - 1

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
        led = at > 0 and self._lemma(at - 1) in self._language.reached | self._language.lead
        return town is not None and (led or town[1].sort == Sort.COUNTRY or self.geography.known(town[1]))

    def _known(self, at: int) -> Found | None:
        """A last name that the recogniser did not mark, of somebody who is known."""
        word = self.words[at].text
        for spelling in (self._morphology.name([word])[0], word) if self.capital(at) else ():
            if party := self.cast.by_last_name(spelling):
                party.quotes.append(self.words[at].quote)
                case = "subject" if spelling == word and self._stands(at, "nomn") else "other"
                return self.person(at, at, party, case)
        return None

    def _office(self, at: int, head: int) -> Found | None:
        last, country = self._behind(head)
        country = country or self._adjective(at - 1)
        acts = self._morphology.is_subject(self.words[at if at + 2 == head else head].text)
        case = "subject" if acts else "other"
        if same := self._held_too(at, head, last, country):
            return same
        while self._lemma(last + 1) in RANKS:
            last += 1 + (self._lemma(last + 2) in ("армия", "наука", "полиция"))
        name_end = max(self._span(last + 1, "PER"), self._unmarked(last + 1), self._initials(last + 1))
        if name_end <= last and last == head and self._alone(last + 1, head):
            name_end = last + 1
        normal = [*(self._lemma(i) for i in range(at, head + 1)), *(w.text for w in self.words[head + 1 : last + 1])]
        if name_end > last and self._acts_beside(head, last + 1, name_end):
            name_end = last
        if name_end > last:
            cases = self._morphology.cases(self.words[head].text, single=True)
            return self._named(last + 1, name_end, _Held(at, " ".join(normal), country, case, frozenset(cases)))
        if self._lemma(head) in NAMED:
            return None
        lemma = "" if self._lemma(head) in GENERIC else self._lemma(head)
        found = self.found(at, last, f"<office>{lemma}|{lemma}", Sort.PERSON, Spot(country=country))
        return Found(last, replace(found.token, text=" ".join(normal), case=case))

    def _acts_beside(self, head: int, first: int, last: int) -> bool:
        """Whether the name behind an office is of somebody else who acts: "по приглашению президента Анна Тестова"."""
        held = self._morphology.cases(self.words[head].text, single=True)
        held -= {"accs"} if "gent" in held else set()
        names = [self.words[i].text for i in range(first, last + 1) if len(self.words[i].text) > _SHORTEST_DECLINED]
        known = [cases for name in names if (cases := self._morphology.cases(name, single=True))]
        declined = len(self.words[last].text) > _SHORTEST_DECLINED
        return declined and "nomn" not in held and bool(known) and all("nomn" in c and not c & held for c in known)

    def _unmarked(self, at: int) -> int:
        """The last word of a name behind an office that the recogniser took for no person: two words with capitals."""
        two = all(self.capital(i) and self.words[i].text[1:].islower() for i in (at, at + 1))
        known = two and self._listed(at, at + 1) is None and self._listed(at, at) is None
        return at + 1 if known and not self.capital(at + 2) else at - 1

    def _alone(self, at: int, head: int) -> bool:
        """Whether one name stands behind an office, in its case: "с архиепископом Никандром", "министр Тестов"."""
        if not self.capital(at) or not self.words[at].text[1:].islower() or self._listed(at, at) is not None:
            return False
        cases = self._morphology.cases(self.words[at].text, single=True)
        held = self._morphology.cases(self.words[head].text, single=True)
        return not self._is_common(at) and bool(cases & held)

    def _behind(self, head: int) -> tuple[int, str]:
        """The end of an office with the genitives, places and bodies behind it, and the country among them."""
        last, country, at, matter = head, "", head + 1, False
        while self.free(at) and ((body := self._body(at)) > at or self._span(at, "PER") < at):
            if body > at:
                last, at = body - 1, body
                continue
            marked = self._span(at, "LOC", "ORG")
            state = self._lemma(at - 1) in STATES | AREAS  # "эмир Государства Катар"
            if marked >= at and self._span(at, "LOC") >= at and not (self._may_own(at) or state):
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
            matter = matter or self._lemma(at - 1) == "по"  # "по иностранным делам и политике"
            if not (genitive or joint or (matter and word.form == Form.NONE and self._stands(at, "datv"))):
                break
            last = last if joint else at
            at += 1
        return last, country

    def _body(self, at: int) -> int:
        """What follows the name of a body that the recogniser takes for a person: a country or a name behind it."""
        end = self._span(at, "PER") + 1
        country = self._span(end, "LOC")
        return end if end > at and country >= end and self._span(country + 1, "PER") > country else at

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
        if party is None and self.cast.by_last_name(name.split()[-1], name) is None:
            party = self.cast.by_stem(name, (words[-1], name.split()[-1]))
        if party:
            party.quotes.append(quote)
            shorter = held is None and own == "nomn" and len(words) > 1 and len(name) < len(party.name)
            party.name = name if shorter else party.name  # "Тестовой" was taken for a name before
        party = party or self.cast.named(name, held.role if held else "", held.country if held else "", quote)
        return self.person(at, last, party, held.case if held else "subject" if own == "nomn" and not led else "other")


class _Held(NamedTuple):
    """An office before a name: its first word, its words and country, its case, and all that its form may stand in."""

    first: int
    role: str
    country: str
    case: str
    cases: frozenset[str]
