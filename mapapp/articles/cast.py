"""The people of a text: who is meant by a full name, by a last name, and by an office alone."""

from collections.abc import Iterable, Sequence

from mapapp.articles.records import Party, Quote
from mapapp.folding import fold
from mapapp.tour import Person

_STEM = 4  # letters that a name keeps in every case
_ENDINGS = frozenset(map(fold, ",а,у,е,ы,и,о,ю,я,й,ь,ом,ем,ой,ей,ым,им,ого,ому,ых".split(",")))  # noqa: SIM905
_OF_FAMILY = frozenset(("bin", "bint", "ibn", "ben", "al", "el", "de", "van", "von"))
_LONG = 5  # letters; what is shorter may end another word by chance
_SHORT = {  # offices that a text writes out once and shortens then
    fold(short): fold(long)
    for short, long in (
        ("вице-премьер", "заместитель премьер-министра"), ("замминистра", "заместитель министра"),
        ("госсекретарь", "государственный секретарь"), ("генсек", "генеральный секретарь"), ("pm", "prime minister"),
        ("premier", "prime minister"),
    )
}  # fmt: skip


class Cast:
    """Grows while the text is read. People of a tour may be in it from the beginning."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self.parties = [Party(p.name, p.role, p.country, p.id, p.organisation) for p in people]

    def named(self, name: str, role: str, country: str, quote: Quote) -> Party:
        """The person of this name; a new one where nobody is known by it."""
        found = self.by_last_name(name.rsplit(maxsplit=1)[-1], name, role)
        if found is None and " " not in name:
            found = self.by_name_part(name)  # "Admiral Ada" is Ada Testa
        if found is None:
            found = Party(name, role, country)
            self.parties.append(found)
        if len(name.split()) > len(found.name.split()) and not found.known:
            found.name = name
        found.role = found.role or role
        found.country = found.country or country
        found.quotes.append(quote)
        return found

    def to_come(self, head: str) -> Party | None:
        """Whom an office means that stands before any name: the only one named who holds it, or the only one at all."""
        named = [p for p in self.parties if p.name]
        holders = [p for p in named if fold(head) in fold(p.role).split()]
        if holders or not named:
            return holders[0] if len(holders) == 1 else None
        return named[0] if not named[0].role else None

    def by_last_name(self, word: str, name: str = "", role: str = "") -> Party | None:
        """The person whose last name this is; with a longer name, only one whom it does not contradict.

        Of several of that name the one with the same office, then the last one.
        """
        key, given, office = fold(word), [fold(part) for part in name.split()], fold(role)
        found = []
        for party in reversed(self.parties):
            own = [fold(part) for part in party.name.split()]
            if own and own[-1] == key and (len(given) < 2 or len(own) < 2 or _agree(given[:-1], own[:-1])):
                found.append(party)
        held = (p for p in found if office and p.role and (office in fold(p.role) or fold(p.role) in office))
        return next(held, next(iter(found), None))

    def by_stem(self, name: str, spellings: Sequence[str]) -> Party | None:
        """The person whose last name is another form of one of these, as endings of Russian go: Проба, Пробой."""
        given = [fold(part) for part in name.split()[:-1]]
        for party in reversed(self.parties):
            own = [fold(part) for part in party.name.split()]
            alike = own and any(_one_stem(fold(word), own[-1]) for word in spellings)
            same = _agree(given, own[:-1]) or any(_one_stem(a, b) for a in given for b in own[:-1])
            if alike and (not given or len(own) < 2 or same):
                return party
        return None

    def by_name_part(self, word: str) -> Party | None:
        """The person one of whose names this is, where it is one person's only."""
        key = fold(word)
        found = [p for p in self.parties if key in fold(p.name).split()]
        return found[0] if len(found) == 1 else None

    def by_office(self, head: str, country: str, before: Sequence[Party]) -> Party | None:
        """Who is meant by an office without a name: the last of ``before`` who holds it, in that country if stated."""
        keys = {fold(head), _SHORT.get(fold(head), fold(head))}
        for party in reversed(before):
            words = fold(party.role).split()
            words += [part for word in words for part in _SHORT.get(word, "").split()]
            if any(key and all(_in(word, words) for word in key.split()) for key in keys) and (
                not country or party.country == country
            ):
                return party
        return None

    def office(self, role: str, country: str, quote: Quote) -> Party:
        """A new person of whom only the office is known."""
        party = Party("", role, country)
        party.quotes.append(quote)
        self.parties.append(party)
        return party


def _one_stem(one: str, other: str) -> bool:
    """Whether two words share all but an ending of a case."""
    size = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return size >= _STEM and one[size:] in _ENDINGS and other[size:] in _ENDINGS


def _agree(given: Sequence[str], own: Sequence[str]) -> bool:
    """Whether a given name, or its initial, is one of these: "Я." may be Ярослав; "bin" and "al-Testi" are none."""
    house = any(map(_of_family, (*given, *own)))
    plain = [a for a in given if not _of_family(a)], [b for b in own if not _of_family(b)]
    if house:  # whose fathers' names stand behind the own one
        plain = plain[0][:1], plain[1][:1]
    return any(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a in plain[0] for b in plain[1])


def _of_family(part: str) -> bool:
    """Whether a part of a name says whose child or of which house somebody is: "bin", "al-Testi"."""
    return part in _OF_FAMILY or part.startswith("al ")


def _in(word: str, words: Sequence[str]) -> bool:
    """Whether the word is one of them, the end of one (vice-president) or ends in one, or written out of one (gov)."""
    return any(
        word == other
        or (min(len(word), len(other)) > _LONG and (other.endswith(word) or word.endswith(other)))
        or (len(other) > 2 and word.startswith(other))
        for other in words
    )
