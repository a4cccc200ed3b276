"""Whether two articles speak of the same stay or the same event, and what they say otherwise of it."""

from collections.abc import Sequence

from mapapp import country
from mapapp.articles.tables import Row
from mapapp.errors import WhenError
from mapapp.folding import fold
from mapapp.geocoding.gazetteer.letters import latin
from mapapp.geocoding.gazetteer.skeletons import skeleton
from mapapp.when import When

_MANY = frozenset({"conference", "summit", "forum", "ministerial", "side-event"})
_BONES = 3  # consonants by which a name is told that is spelt otherwise: Mirziyoyev, Мирзиёев
_LATIN = 0x24F  # the last of the Latin letters
_FIELDS = ("when", "title", "status")


def same_visit(one: Row, other: Row) -> bool:
    """The same traveller at the same place, at times that touch; or on one day in a country and in a town of it."""
    if one.get("traveller") != other.get("traveller"):
        return False
    first, second = _stay(one), _stay(other)
    if same_place(one, other):
        return _touch(first, second)
    within = is_open(one) != is_open(other) and one.get("country") == other.get("country")
    return within and first is not None and second is not None and _touch(first, second)


def is_open(row: Row) -> bool:
    """Whether a stay has no place but its country."""
    code = row.get("country", "")
    return bool(code) and fold(row.get("place", "")) == fold(country.name(code))


def place_claims(event: str, stated: Row, left_open: Row, note: str) -> list[Row]:
    """What is on record about a place that one article states and another leaves open.

    Both rows are those of the stay, with the ``source`` and ``locator`` of their article.
    """
    names = ("country", "place_id", "confidence", "source", "locator")
    first = {"event": event, "field": "place", "value": stated["place"], "kind": "statement"}
    second = first | {"value": left_open["place"], "kind": "unstated", "note": note}
    return [said | {name: row.get(name, "") for name in names} for said, row in ((first, stated), (second, left_open))]


def same_place(one: Row, other: Row) -> bool:
    """The same place by its id, or else by its name and country."""
    if one.get("place_id") and other.get("place_id"):
        return one["place_id"] == other["place_id"]
    return fold(one.get("place", "")) == fold(other.get("place", "")) and one.get("country") == other.get("country")


def same_event(one: Row, other: Row, visits: Sequence[Row]) -> bool:
    """A meeting of the same people, or a conference of the same kind at the same place, at times that touch."""
    rows = {visit["id"]: visit for visit in visits}
    if not same_place(rows.get(one.get("visit", ""), one), rows.get(other.get("visit", ""), other)):
        return False
    first, second = _date(one.get("when", "")), _date(other.get("when", ""))
    if not _touch(first, second):
        return False
    people = [set(filter(None, row.get("participants", "").split(";"))) for row in (one, other)]
    if one.get("kind") in _MANY or other.get("kind") in _MANY:
        return one.get("kind") == other.get("kind")
    return one.get("kind") == other.get("kind") and len(people[0] & people[1]) > 1


def claims(old: Row, new: Row, source: str, locator: str) -> list[Row]:
    """What the articles say differently about one event: a statement of each, for "On record"."""
    found = []
    for field in _FIELDS:
        told = bool(old.get(field) and new.get(field)) and old[field] != new[field]
        if told and not (field == "title" and _foreign(old[field]) != _foreign(new[field])):  # said in two languages
            first = {"event": old["id"], "field": field, "value": old[field], "kind": "statement"}
            found.append(first | {"source": old.get("source", ""), "locator": old.get("locator", "")})
            found.append(first | {"value": new[field], "source": source, "locator": locator})
    return found


def same_in_letters(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names, folded and in words, are one in Latin and in other letters: Levan Probadze, Леван Пробадзе."""
    if _foreign(one[-1]) == _foreign(other[-1]):
        return False
    (first, last), (given, family) = ((latin(name[0]), latin(name[-1])) for name in (one, other))
    alone = len(one) == 1 or len(other) == 1
    bones = skeleton(last)
    same = last == family or (len(bones) >= _BONES and bones == skeleton(family))
    return same and (alone or first[:1] == given[:1])


def _foreign(text: str) -> bool:
    """Whether it is written in other letters than Latin ones."""
    return any(ord(letter) > _LATIN for letter in text if letter.isalpha())


def agree(old: Row, new: Row) -> None:
    """Give a row what it lacks, and the people whom only the other article names."""
    people = [*old.get("participants", "").split(";"), *new.get("participants", "").split(";")]
    old["participants"] = ";".join(dict.fromkeys(filter(None, people)))
    old["when"] = old.get("when") or new.get("when", "")


def _stay(row: Row) -> When | None:
    first, last = _date(row.get("arrival", "")), _date(row.get("departure", ""))
    if first and last:
        return When(first.start, last.end or last.start)
    return first or last


def _date(text: str) -> When | None:
    try:
        return When.parse(text) if text else None
    except WhenError:
        return None


def _touch(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return True
    (a, b), (c, d) = one.reach, other.reach
    return a <= d and c <= b
