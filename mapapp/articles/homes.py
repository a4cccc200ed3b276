"""Where somebody is at home: their own town or country, and the seat of the body that they stand for."""

from collections.abc import Collection

from mapapp.articles.records import Party
from mapapp.articles.statements import Statement
from mapapp.articles.tokens import Sort
from mapapp.folding import fold

_STEM = 4  # letters that a name keeps in every case
_ENDING = 2  # letters that a name gains or loses in a case
_SEATS = {  # of bodies of many countries, in small letters; the bodies by words of offices
    "brussels": (
        "eu", "hr/vp", "european commission", "european commissioner", "european union", "european council", "nato",
        "ес", "евросоюза", "еврокомиссии", "европейского союза", "нато",
    ),
    "vienna": ("osce", "обсе"),
    "new york city": ("un", "united nations", "оон"),
    "addis ababa": ("african union", "африканского союза"),
}  # fmt: skip


def own_seat(statement: Statement) -> bool:
    """Whether the mayor of a town is told to be there."""
    spot = statement.place.spot if statement.place and statement.place.sort == Sort.PLACE else None
    name = fold(spot.toponym) if spot else ""
    held = [fold(t.role.partition(" to ")[0]).split() for t in statement.travellers]
    return bool(name) and any(
        word.startswith(name[:_STEM]) and abs(len(word) - len(name)) <= _ENDING for words in held for word in words
    )


def at_home(statement: Statement, sent: Collection[str]) -> bool:
    """Whether somebody is told to be in their own country or its capital; ``sent`` are offices held away from it."""
    place = statement.place
    spot = place.spot if place and place.sort == Sort.PLACE else None
    capital = spot is not None and spot.place is not None and spot.place.kind == "capital"
    wide = place is not None and place.sort == Sort.COUNTRY
    home = (wide or (capital and not statement.moved)) and bool(statement.travellers)
    return home and all(t.country == statement.land and not is_sent(t, sent) for t in statement.travellers)


def at_body(statement: Statement) -> bool:
    """Whether somebody of a body of many countries is told to be at its seat, without a verb of travel."""
    place = statement.place.spot.place if statement.place and statement.place.spot else None
    if place is None or statement.moved or not statement.travellers:
        return False
    return all(_seat(t) == fold(place.title) for t in statement.travellers)


def _seat(party: Party) -> str:
    """The seat of the body whose office somebody holds; "" for any other."""
    held = f" {fold(party.role)} "
    return next((town for town, of in _SEATS.items() if any(f" {body} " in held for body in of)), "")


def is_sent(party: Party, sent: Collection[str]) -> bool:
    """Whether somebody stands for their country away from it."""
    return bool({*sent} & {*fold(party.role).split()})
