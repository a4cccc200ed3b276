"""One traveller whom a text calls by a name here and by an office there."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.articles.records import Kind, Party, Quote
from mapapp.articles.statements import Statement
from mapapp.folding import fold

_OFFICE = 3  # words of an office with its country; fewer are only "head of state"


def with_names(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with the traveller's name for "the president of Latvia", whose visit is told with and without it.

    That is the only traveller who is named without an office, and who was in the same country.
    """
    travellers = list(dict.fromkeys(t for s in statements for t in s.travellers))
    bare = [t for t in travellers if t.name and not t.country and len(fold(t.role).split()) < _OFFICE]
    unnamed = [t for t in travellers if not t.name and t.country]
    if len(bare) != 1 or len(unnamed) != 1 or not _lands(bare[0], statements) & _lands(unnamed[0], statements):
        return list(statements)
    one, office = bare[0], unnamed[0]
    one.role, one.country = office.role, office.country
    return [
        replace(s, travellers=tuple(dict.fromkeys(one if t is office else t for t in s.travellers))) for s in statements
    ]


def with_guests(statements: Sequence[Statement], main: Party | None) -> list[Statement]:
    """The statements with whoever the text follows as the guest: "the minister will call on the visiting president".

    A meeting without a place of its own, of somebody of whom no journey is told, took place where the guest was.
    """
    travelled = {id(t) for s in statements for t in s.travellers if s.place and s.kind == Kind.VISIT}
    found = []
    for statement in statements:
        guest = next(((p, q) for p, q in statement.others if p is main), None)
        away = main in statement.travellers or any(id(t) in travelled for t in statement.travellers)
        if guest and not away and statement.kind == Kind.MEETING and statement.place is None:
            hosts = tuple((p, _words_for(p, statement)) for p in statement.travellers)
            rest = tuple(other for other in statement.others if other[0] is not main)
            found.append(replace(statement, travellers=(guest[0],), others=(*hosts, *rest), subject=(guest[1],)))
        else:
            found.append(statement)
    return found


def _words_for(party: Party, statement: Statement) -> Quote:
    within = (q for q in party.quotes if statement.quote.start <= q.start < statement.quote.end)
    return next(within, party.quotes[-1] if party.quotes else statement.quote)


def _lands(party: Party, statements: Sequence[Statement]) -> set[str]:
    """The countries to which somebody is told to travel, those of hosts among them."""
    own = [s for s in statements if party in s.travellers]
    return {s.land for s in own if s.place} | {p.country for s in own for p, _ in s.others if p.country}
