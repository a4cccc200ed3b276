"""The place cells of a table become places, each with the help of its neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import repeat
from typing import NamedTuple

from mapapp import country
from mapapp.catalogue.asking import MAX_BESIDE, NOT_ASKED, Asking
from mapapp.catalogue.coordinates import GEO, GIVEN, check_apart, coordinates, named
from mapapp.catalogue.states import NONE_STATED, as_states
from mapapp.catalogue.unplaced import in_no_country, listed, unplaced
from mapapp.errors import CountryError, clipped
from mapapp.folding import fold, same
from mapapp.message import PlaceName, Text, tr
from mapapp.pattern import lazy
from mapapp.place import (
    Ambiguous,
    Found,
    Place,
    Resolution,
    Resolve,
    Toponym,
    Unknown,
    pinned,
)
from mapapp.position import Position
from mapapp.tables.edits import OVERRULING
from mapapp.tables.rows import Row
from mapapp.tour import Located
from mapapp.when import When

_PARTS = lazy(r"[,;:/()\[\]]|\s[–—-]\s")  # between a name and what stands with it
_ID = lazy(r"[a-z]+:\S+")  # a cell that holds nothing but the id of a place
NEIGHBOURS = 2  # stops on either side that may tip the balance; farther ones say little about where one is


class Naming(NamedTuple):
    """A place as a row of a table names it, and what came of it.

    ``row`` is the id of the row, in claims.csv that of its event. ``cell`` is the text of the column. ``toponym`` is
    what was asked for. ``answer`` is None where nobody need be asked: an
    id or coordinates are given, or the cell is empty. ``at`` is None where the row was left out for want of a place.
    ``stated`` is the cell of the country. ``overruling`` are the columns with a cell that would overrule another name.
    """

    file: str
    line: int
    row: str
    column: str
    cell: str
    toponym: Toponym
    answer: Resolution | None
    at: Located | None
    stated: str = ""
    overruling: tuple[str, ...] = ()

    @property
    def container(self) -> str:
        """What the row states in the place of a country: a region, or nonsense; "" where it states a country."""
        return "" if self.toponym.country else self.stated


class Resolver:
    """Locates the rows of a table: by their coordinates if they have any, otherwise by the name of the place.

    ``names`` are all the names that it was asked for so far, ``states`` the codes of the column of countries that were
    read as states last, each with its country and name.
    """

    def __init__(
        self, resolve: Resolve, *, patient: bool = False, states: Mapping[str, tuple[str, str]] | None = None
    ) -> None:
        """With ``patient`` it asks for as many names as there are. ``states`` are those of an earlier reading."""
        self._asking = Asking(resolve, patient=patient)
        self._beside = Asking(resolve, patient=patient, seconds=MAX_BESIDE)
        self._given, self.states = states, states or NONE_STATED
        self.names: list[Naming] = []

    def locate_all(
        self, rows: Sequence[Row], whens: Sequence[When | None], column: str = "place"
    ) -> list[Located | None]:
        """Locate each row; None where that fails, with the problem reported on the row.

        A name that stays ambiguous by itself is asked once more with the positions of the stops before and after it;
        so is another name of what is found that some town bears by right.
        """
        self.states = as_states(rows, column, self._asking) if self._given is None else self._given
        states = self.states
        toponyms = [self._toponym(row, row.text(column), when, states) for row, when in zip(rows, whens, strict=True)]
        meant = [self._meant(row, column) for row in rows]
        given = [
            None if place else self._given_at(row, column, toponym)
            for row, place, toponym in zip(rows, meant, toponyms, strict=True)
        ]
        answers = [None if at or not t.text else self._asking(t) for t, at in zip(toponyms, given, strict=True)]
        for i, row in enumerate(rows):
            if answers[i] == Unknown() and answers[i] is not NOT_ASKED and not meant[i]:
                toponyms[i], answers[i] = self._unpinned(row, column, toponyms[i])
        known = [
            place or (at.place if at else a.place if isinstance(a, Found) else None)
            for place, at, a in zip(meant, given, answers, strict=True)
        ]
        for i, (toponym, near) in enumerate(zip(toponyms, _around(known), strict=True)):
            if near and _told_by_stops(answers[i]):
                answers[i] = self._asking(toponym._replace(near=near), instead=answers[i])
        located = [
            at or (_chosen(row, column, place, answer) if place else _located(row, column, toponym, answer))
            for row, toponym, place, at, answer in zip(rows, toponyms, meant, given, answers, strict=True)
        ]
        titled: dict[tuple[int, str], Place] = {}
        located = [_named(row, column, at, titled) for row, at in zip(rows, located, strict=True)]
        for row, toponym, place, answer in zip(rows, toponyms, meant, answers, strict=True):
            _check_country(row, column, toponym, None if place else answer)
        asked = [None if place else answer for place, answer in zip(meant, answers, strict=True)]
        self.names += map(_naming, rows, repeat(column), toponyms, asked, located)
        return located

    def _given_at(self, row: Row, column: str, toponym: Toponym) -> Located | None:
        """The place that the row gives by its position, compared with the country and the name; None for none."""
        at = coordinates(row, column, toponym.country)
        name = pinned(row.text(column))[0]
        return named(row, column, at, toponym._replace(text=name), self._beside) if at else None

    def _toponym(
        self, row: Row, cell: str, when: When | None, states: Mapping[str, tuple[str, str]] = NONE_STATED
    ) -> Toponym:
        """What a cell asks for. A country cell that names no country is tried as a container of the name.

        ``states`` has country and name of the states whose codes the column of countries holds.
        """
        name, id_ = pinned(cell)
        if state := states.get(row.text("country")):
            return Toponym(id_ or f"{name}, {state[1]}", state[0], when)
        code = self._country(row)
        outside = name and not code and not id_ and not _ID.fullmatch(name) and row.text("country")
        return Toponym(f"{name}, {outside}" if outside else id_ or name, code, when)

    def _country(self, row: Row) -> str:
        """The code of the country that the row states, "" where it states none or the cell names none."""
        text = row.text("country")
        try:
            return country.stated(text) if text else ""
        except CountryError:
            answer = self._asking(Toponym(text))  # it knows more spellings: "Korea, South"
            return answer.place.country if isinstance(answer, Found) and answer.place.kind == "country" else ""

    def _unpinned(self, row: Row, column: str, toponym: Toponym) -> tuple[Toponym, Resolution]:
        """What is asked for instead, and the answer, where nobody knows the id behind a name: the bare name."""
        name, id_ = pinned(row.text(column))
        if not name or not id_:
            return toponym, Unknown()
        toponym = self._toponym(row, name, toponym.when)
        answer = self._asking(toponym)
        stands = (
            tr(" and stands for {candidates}", candidates=listed(answer.candidates[:1]))
            if isinstance(answer, Found)
            else ""
        )
        if not id_.startswith(GEO):  # of a position it is said already
            said = tr(
                "'{id}' is no id of a known place; the name is used{stands}; correct or delete the id",
                id=clipped(id_),
                stands=stands,
            )
            row.note(column, said)
        return toponym, answer

    def _meant(self, row: Row, column: str) -> Place | None:
        """The place of the row's ``place_id``; None where it has none, or where its coordinates or its name decide."""
        id_ = "" if pinned(row.text(column))[1] else row.text("place_id")
        answer = self._asking(Toponym(id_)) if id_ and not id_.startswith(GIVEN) else None
        if isinstance(answer, Found) and answer.place.id == id_:
            return answer.place
        if id_ and not (row.text("latitude") and row.text("longitude")):
            row.note(
                "place_id",
                tr("'{id}' is no id of a known place; the name is used, correct or delete it", id=clipped(id_)),
            )
        return None


def _told_by_stops(answer: Resolution | None) -> bool:
    """Whether the stops around may tell which place a name means: Vienne is a town on the Rhône, and Vienna."""
    if not isinstance(answer, Found):
        return isinstance(answer, Ambiguous)
    return answer.candidates[0].match == "name" and any(c.match == "title" for c in answer.candidates[1:])


def _naming(row: Row, column: str, toponym: Toponym, answer: Resolution | None, at: Located | None) -> Naming:
    id_ = row.text("id") or row.text("event")
    overruling = tuple(name for name in OVERRULING if row.text(name))
    stated = row.text("country")
    return Naming(row.file, row.line, id_, column, row.text(column), toponym, answer, at, stated, overruling)


def _around(known: Sequence[Place | None]) -> list[tuple[Position, ...]]:
    """For each row the positions of the known places next to it on either side."""
    near: list[tuple[Position, ...]] = []
    last: tuple[Position, ...] = ()
    for place in known:
        near.append(last)
        last = (*last, place.position)[-NEIGHBOURS:] if place else last
    after: tuple[Position, ...] = ()
    for i in range(len(known) - 1, -1, -1):
        near[i] += after
        after = (place.position, *after)[:NEIGHBOURS] if (place := known[i]) else after
    return near


def _check_country(row: Row, column: str, toponym: Toponym, answer: Resolution | None) -> None:
    """Report a country cell that names no country. A name that is unknown there was rejected for it already."""
    cell = row.text("country")
    if toponym.country or not cell or (_inside(row, toponym) and isinstance(answer, Unknown)):
        return
    said = tr("'{cell}' is not a country", cell=clipped(cell))
    if _inside(row, toponym) and isinstance(answer, Found) and answer.place.country:
        stated, place = country.name(answer.place.country), clipped(f"{pinned(row.text(column))[0]}, {cell}")
        row.note(
            "country",
            tr(
                "{said}; write {stated} instead, and '{place}' as the {column}",
                said=str(said),
                stated=stated,
                place=place,
                column=column,
            ),
        )
    else:
        row.note("country", tr("{said}; write its two-letter ISO 3166-1 code, such as KZ", said=str(said)))


def _inside(row: Row, toponym: Toponym) -> bool:
    """Whether the name was looked for in what the row states in the place of a country."""
    return not toponym.country and toponym.text.endswith(f", {row.text('country')}")


def _chosen(row: Row, column: str, place: Place, answer: Resolution | None) -> Located:
    """The place that an id names, with what else its name may stand for, and how sure the row is of it."""
    check_apart(row, place)
    told = answer.candidates if isinstance(answer, Found | Ambiguous) else ()
    candidates = tuple(sorted(told, key=lambda c: c.place.id != place.id))
    named = bool(candidates) and candidates[0].place.id == place.id
    confidence = row.number("confidence")
    if confidence is not None and not 0 <= confidence <= 1:
        row.note("confidence", tr("this is no number from 0 to 1; correct or delete it"))
        confidence = None
    if confidence is None:
        confidence = answer.confidence if named and isinstance(answer, Found) else 1.0
    written = pinned(row.text(column))[0] or place.title
    if named and isinstance(answer, Found) and answer.candidates and answer.candidates[0].place.id == place.id:
        place = _called(answer._replace(place=place), written)
    return Located(place, written, confidence, candidates if named else ())


def _called(answer: Found, written: str) -> Place:
    """The place under the name that the author wrote, where it is one of its names: a map of Horgos says Horgos."""
    best, place = answer.candidates[0], answer.place
    if best.match not in {"title", "name"} or best.matched == place.id or fold(best.matched) in same(fold(place.title)):
        return place
    parts = (part.strip(" ?") for part in [written, *_PARTS.split(written)])
    return replace(place, title=next((p for p in parts if fold(p) == fold(best.matched)), place.title))


def _named(row: Row, column: str, at: Located | None, titled: dict[tuple[int, str], Place]) -> Located | None:
    """The place under names that say what it is in other languages, too: those of the row, and those of lists.

    ``titled`` has the places of other rows under the names of lists alone, by the identity of the place and its listed
    name: a long table has most places many times.
    """
    if at is None:
        return None
    others = row.others(column)
    listed = next((c.place.title for c in at.candidates if c.place.id == at.place.id), "")
    key = id(at.place), listed  # the rows keep the place, and comparing places takes longer than a row
    place = titled.get(key) if not others else None
    if place is None:
        code = at.place.country if at.place.kind == "country" else ""
        place = replace(at.place, title=PlaceName.at(at.place.id, at.place.title, others, listed, code))
        if not others:
            titled[key] = place
    toponym = place.title if place.title == at.toponym else Text.of(at.toponym, others)
    return Located(place, toponym, at.confidence, at.candidates)


def _located(row: Row, column: str, toponym: Toponym, answer: Resolution | None) -> Located | None:
    if isinstance(answer, Found):
        written = pinned(row.text(column))[0] or toponym.text
        return Located(_called(answer, written), written, answer.confidence, answer.candidates)
    inside = _inside(row, toponym)
    name = clipped(pinned(row.text(column))[0] if inside else toponym.text)
    if inside and isinstance(answer, Unknown):
        row.reject("country", in_no_country(name, row.text("country")))
    else:
        row.reject(column, unplaced(toponym, answer, name))
    return None
