"""The names of a tour for people who check them: what each stands for, how sure that is, and what else it may be.

What a reader chooses becomes a `Correction`, which the tour is read with and which goes into the corrected file.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mapapp import country
from mapapp.catalogue.columns import COLUMNS, TABLE, TABLES
from mapapp.catalogue.coordinates import GEO
from mapapp.catalogue.stops import NEIGHBOURS, Naming
from mapapp.catalogue.unplaced import listed
from mapapp.errors import MapappError, clipped
from mapapp.geocoding.reasons import AUTHORITIES
from mapapp.message import plural, series, tr
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolve, Toponym, Unknown, pinned, where_words
from mapapp.position import Position, distance_km
from mapapp.tables.edits import Correction
from mapapp.tables.rewriting import rewritten
from mapapp.terms import term
from mapapp.words.doubts import likelihood

_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_COORDINATES = re.compile(rf"({_NUMBER})\s*[,;\s]\s*({_NUMBER})")
_CLASSES = {
    "P": tr("populated place"),
    "A": tr("country or region"),
    "H": tr("water"),
    "L": term("area"),
    "S": tr("building, station or port"),
    "T": tr("mountain"),
    "R": tr("road or railway"),
    "U": tr("under water"),
    "V": tr("vegetation"),
}  # classes of GeoNames
_AUTHORITIES = {
    **AUTHORITIES,
    "id": tr("named by its id in the file"),
}


class State(StrEnum):
    """How far a name is understood, worst first."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    DOUBT = tr("in doubt")
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name as it is listed.

    ``now`` is what it stands for with all corrections, ``asked`` what the file itself says. ``near`` are the places
    of up to two rows of the file on either side.
    """

    now: Naming
    asked: Naming
    correction: Correction | None
    near: tuple[Place, ...]

    @property
    def key(self) -> str:
        """Tells it from the others of its tour."""
        return f"{self.now.file}:{self.now.line}:{self.now.column}"

    @property
    def written(self) -> str:
        """The name as people wrote it, "" where the cell is empty."""
        return pinned(self.asked.cell)[0]

    @property
    def state(self) -> State:
        """How far it is understood now."""
        return state(self.now)

    @property
    def needs_attention(self) -> bool:
        """Whether somebody should look at it."""
        return self.state is not State.SURE

    @property
    def several(self) -> bool:
        """Whether the cell names several places: then none of them can be chosen for it."""
        return isinstance(self.asked.answer, Ambiguous) and self.asked.answer.several

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What the name in the file may stand for, the surest first; near misses for an unknown one."""
        answer = self.asked.answer
        return answer.near_misses if isinstance(answer, Unknown) else answer.candidates if answer else ()


def state(naming: Naming) -> State:
    """How far a name is understood."""
    if naming.at:
        return State.SURE if naming.at.sure else State.DOUBT
    return State.AMBIGUOUS if isinstance(naming.answer, Ambiguous) else State.UNKNOWN


def entries(
    names: Sequence[Naming], before: Iterable[Naming] = (), corrections: Collection[Correction] = ()
) -> list[Entry]:
    """The names of a tour that was read with corrections, those first that needed attention ``before`` them."""
    asked = {(n.file, n.line, n.column): n for n in before}
    made = {(c.file, c.row, c.column, c.becomes): c for c in corrections}
    near = _neighbours(names)
    found = [
        Entry(
            now,
            asked.get((now.file, now.line, now.column), now),
            made.get((now.file, now.row, now.column, now.cell)),
            n,
        )
        for now, n in zip(names, near, strict=True)
    ]
    order = list(State)
    return sorted(found, key=lambda entry: order.index(state(entry.asked)))


def _neighbours(names: Sequence[Naming]) -> list[tuple[Place, ...]]:
    """For each name the places before and after it in its file, as far as they are known."""
    near: list[list[Place]] = [[] for _ in names]
    for direction in (range(len(names)), range(len(names) - 1, -1, -1)):
        last: dict[str, list[Place]] = {}
        for i in direction:
            passed = last.setdefault(names[i].file, [])
            near[i] += passed
            if at := names[i].at:
                last[names[i].file] = [*passed, at.place][-NEIGHBOURS:]
    return [tuple(places) for places in near]


def kind_words(place: Place) -> str:
    """What a place is, with its people: ``capital, 1,977,011 people``."""
    people = plural(place.population, "{n} person", "{n} people") if place.population else ""
    return series((term(place.kind) if place.kind else class_words(place), people))


def class_words(place: Place) -> str:
    """The feature class of a place in words: ``populated place``, ``building, station or port``."""
    return _CLASSES.get(place.feature_class, term("place"))


def candidate_words(candidate: Candidate, near: Sequence[Place]) -> str:
    """A candidate in one line, with its way to the nearest of the places around it."""
    place = candidate.place
    away = min((distance_km(place.position, other.position) for other in near), default=None)
    way = "" if away is None else tr("{away} km from the stops beside it", away=round(away))
    return series((where_words(place), likelihood(candidate), kind_words(place), way), " · ")


def who_says(naming: Naming) -> str:
    """Where a place comes from: ``curated list``, ``gazetteer (GeoNames)``, ``coordinates in the file``."""
    if not naming.at:
        return ""
    if not naming.at.candidates:
        return tr("coordinates in the file")
    best = naming.at.candidates[0]
    return _AUTHORITIES.get("id" if best.match == "id" else best.says, best.says)


def correction(naming: Naming, place: Place, resolve: Resolve) -> Correction:
    """The correction after which the name, as the file has it, stands for the place.

    A place that no list has is written as its position. A country is written where the stated one contradicts it, or
    where a bare position would have none, or where the row states what is no country.
    """
    listed = isinstance(resolve(Toponym(place.id)), Found)
    stated = naming.toponym.country
    if listed:
        agrees = isinstance(resolve(naming.toponym._replace(text=place.id)), Found) and not naming.container
    else:
        agrees = place.country in ("", stated)
    name = pinned(naming.cell)[0]
    if not name or (name == naming.toponym.text and _is_id(naming)):
        name = place.title  # an id is no name that anybody wrote
    at = place.position
    pin = place.id if listed else f"{GEO}{round(at.latitude, 5)},{round(at.longitude, 5)}"
    return Correction(
        naming.file,
        naming.line,
        naming.row,
        naming.column,
        naming.cell,
        f"{name} [{pin}]",
        "" if agrees else place.country,
    )


def question(entry: Entry) -> Toponym:
    """The name as people wrote it, for somebody else to be asked."""
    return entry.asked.toponym._replace(text=", ".join(filter(None, (entry.written, entry.asked.container))))


def _is_id(naming: Naming) -> bool:
    return isinstance(naming.answer, Found) and naming.answer.candidates[0].match == "id"


def typed(text: str, naming: Naming, resolve: Resolve) -> Place:
    """The place that a reader typed: an id, "latitude, longitude", or another name.

    Raises MapappError with a sentence for what cannot be understood.
    """
    toponym = naming.toponym
    if match := _COORDINATES.fullmatch(text.strip()):
        position = Position.checked(match[2], match[1])
        return Place("", pinned(naming.cell)[0] or text.strip(), country.today(toponym.country), "P", position)
    inside = f"{text}, {naming.container}" if naming.container else text
    answer = resolve(toponym._replace(text=inside))
    if isinstance(answer, Unknown) and (toponym.country or naming.container):
        answer = resolve(toponym._replace(text=text, country=""))
    if isinstance(answer, Found):
        return answer.place
    raise MapappError(_not_understood(clipped(text.strip()), answer))


def _not_understood(name: str, answer: Ambiguous | Unknown) -> str:
    if isinstance(answer, Ambiguous) and answer.several:
        places = listed(answer.candidates, "and")
        return tr("'{name}' names several places, {places}. Type one of them.", name=name, places=places)
    if isinstance(answer, Ambiguous):
        places = listed(answer.candidates)
        return tr("'{name}' may be {places}. Type the id of the one that is meant.", name=name, places=places)
    if not answer.near_misses:
        return tr("'{name}' is no known place. Type another name, an id, or latitude and longitude.", name=name)
    return plural(
        len(answer.near_misses),
        "'{name}' is no known place. Similar is {similar}. Type another name, an id, or latitude and longitude.",
        "'{name}' is no known place. Similar are {similar}. Type another name, an id, or latitude and longitude.",
        name=name,
        similar=listed(answer.near_misses),
    )


def changed_cells(entries: Iterable[Entry], file: str) -> str:
    """Which cells of a file the corrections change: ``place in lines 4, 9 (...); country in line 4``."""
    lines: dict[str, list[str]] = {}
    for entry in sorted(entries, key=lambda entry: entry.now.line):
        if (made := entry.correction) and made.file == file:
            overruling = ", ".join(entry.asked.overruling)
            for column, changes in ((made.column, True), ("country", made.country), (overruling, overruling)):
                if changes:
                    lines.setdefault(column, []).append(str(made.line))
    names = {entry.now.column for entry in entries}
    return series((_changed(column, found, names) for column, found in lines.items()), "; ")


def _changed(column: str, numbers: Sequence[str], names: Collection[str]) -> str:
    lines = plural(
        len(numbers), "{column} in line {lines}", "{column} in lines {lines}", column=column, lines=series(numbers)
    )
    if column == "country":
        return tr("{lines} (the country of the chosen place)", lines=lines)
    if column in names:
        return tr("{lines} (the id is added)", lines=lines)
    return tr("{lines} (emptied, because they would overrule the choice)", lines=lines)


def correctable(path: Path, file: str) -> bool:
    """Whether `corrected_file` can write corrections into a file of the tour in a folder or file."""
    return (path / file).is_file() if file in COLUMNS else path.name == file and path.suffix.lower() == ".csv"


def corrected_file(path: Path, file: str, corrections: Iterable[Correction]) -> bytes:
    """The bytes of a CSV file of a tour with the corrections in it, otherwise as it stands. Raises OSError.

    ``path`` is the folder of the tour, or the one file that the tour is.
    """
    columns = COLUMNS.get(file) or [column for table in TABLES.values() for column in table]
    own = path / file if path.is_dir() else path
    names = [TABLE, *(column.name for column in columns)]
    return rewritten(own.read_bytes(), file, corrections, names, alone=file in COLUMNS)
