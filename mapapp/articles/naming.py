"""One traveller whom a text calls by a name here and by an office there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mapapp.articles.records import Kind, Party, Quote
from mapapp.articles.statements import Statement
from mapapp.folding import fold

_NOUN = 4  # letters that the noun of an office has more than
_OFFICE = 3  # words of an office with its country; fewer are only "head of state"

_RANKS = frozenset(["prime", "premier", "vice", "deputy", "first", "премьер", "вице", "заместитель"])


def with_names(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with the traveller's name for "the president of Latvia", whose visit is told with and without it.

    That is the only one named who was in the same country and whose own office, if stated, is not another one.
    """
    travellers = list(dict.fromkeys(t for s in statements for t in s.travellers))
    found = list(statements)
    for office in [t for t in travellers if not t.name and (t.country or len(fold(t.role).split()) > 1)]:
        lands = _lands(office, found)
        fits = [t for t in travellers if t.name and _may_hold(t, office) and _lands(t, found) & lands]
        if len(fits) == 1:
            one = fits[0]
            one.role, one.country = one.role or office.role, one.country or office.country
            found = [
                replace(s, travellers=tuple(dict.fromkeys(one if t is office else t for t in s.travellers)))
                for s in found
            ]
    return found


def _may_hold(named: Party, office: Party) -> bool:
    """Whether an office may be that of somebody named: theirs is not stated, or has the same noun."""
    if named.country and office.country and named.country != office.country:
        return False
    held = fold(named.role).split()
    if named.role and {*held} & _RANKS != {*fold(office.role).split()} & _RANKS:
        return False  # the prime minister is not the minister
    if not named.country and len(held) < _OFFICE:
        return True
    return bool({w for w in held if len(w) > _NOUN} & {*fold(office.role).split()})


def with_guests(statements: Sequence[Statement], main: Party | None) -> list[Statement]:
    """The statements with whoever the text follows as the guest: "the minister will call on the visiting president".

    A meeting without a place of its own, of somebody of whom no journey is told, took place where the guest was.
    """
    came = {(id(t), s.quote): s for s in statements for t in s.travellers if s.kind == Kind.VISIT and s.place}
    travelled = {id(t) for s in statements for t in s.travellers if s.place and s.kind == Kind.VISIT}
    found = []
    for statement in statements:
        told = next(((p, q) for p, q in statement.others if _visits(came, p, statement)), None)
        if told and statement.kind == Kind.MEETING and statement.place is None:  # "met Testa, who is visiting Riga"
            found.append(_turned(replace(statement, place=came[id(told[0]), statement.quote].place), told))
            continue
        guest = next(((p, q) for p, q in statement.others if p is main), None)
        away = main in statement.travellers or any(id(t) in travelled for t in statement.travellers)
        if guest and not away and statement.kind == Kind.MEETING and statement.place is None:
            found.append(_turned(statement, guest))
        else:
            found.append(statement)
    return found


def _visits(came: Mapping[tuple[int, Quote], Statement], party: Party, statement: Statement) -> bool:
    """Whether the same sentence tells of a journey of somebody met, into the country of those who meet them."""
    visit = came.get((id(party), statement.quote))
    return visit is not None and visit.land in {t.country for t in statement.travellers}


def _turned(statement: Statement, guest: tuple[Party, Quote]) -> Statement:
    """The meeting as one of the guest."""
    hosts = tuple((p, _words_for(p, statement)) for p in statement.travellers)
    rest = tuple(other for other in statement.others if other[0] is not guest[0])
    return replace(statement, travellers=(guest[0],), others=(*hosts, *rest), subject=(guest[1],))


def _words_for(party: Party, statement: Statement) -> Quote:
    within = (q for q in party.quotes if statement.quote.start <= q.start < statement.quote.end)
    return next(within, party.quotes[-1] if party.quotes else statement.quote)


def _lands(party: Party, statements: Sequence[Statement]) -> set[str]:
    """The countries to which somebody is told to travel, those of hosts among them."""
    own = [s for s in statements if party in s.travellers]
    return {s.land for s in own if s.place} | {p.country for s in own for p, _ in s.others if p.country}
