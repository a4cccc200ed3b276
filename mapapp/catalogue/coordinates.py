"""Positions that rows give: by two columns or behind a name; compared with the country that the row states."""

from dataclasses import replace

from mapapp import country, extents
from mapapp.errors import PositionError, clipped
from mapapp.message import Message, series, tr
from mapapp.place import Candidate, Found, Place, Resolve, Toponym, pinned
from mapapp.position import Position, distance_km
from mapapp.tables.rows import Row
from mapapp.tour import Located

GIVEN = "given:"  # begins the id of a place that is known by its coordinates alone
GEO = "geo:"  # latitude,longitude in WGS 84, as RFC 5870 writes them, in the place of an id
DOUBTED = 0.9  # confidence in a position that was mended
APART_KM = 1.0  # more than the rounding of coordinates, less than the way to another place
NAMED_KM = 50.0  # a position is that of a place up to so far from its middle, be it a large city
MEANT_KM = 25.0  # one that was mended is that of the place which the row names
_SAID = {
    "exchanged": tr("latitude and longitude seem to be exchanged"),
    "sign": tr("a minus sign seems to be missing, or to be one too many"),
}


def coordinates(row: Row, column: str, code: str) -> Located | None:
    """The place that a row gives by its position; None where it gives none, or one that is none.

    ``code`` is the country that the row states (ISO 3166-1 alpha-2, or of a former country), or "". A position that
    lies outside it, and in it with its numbers exchanged or another sign, stands there, in doubt, with a problem that
    says what to write.
    """
    name, id_ = pinned(row.text(column))
    latitude, longitude = row.degrees("latitude"), row.degrees("longitude")
    behind = id_.startswith(GEO)
    if behind:
        latitude, _, longitude = id_.removeprefix(GEO).partition(",")
    if not latitude and not longitude:
        return None
    where = column if behind else "latitude"
    position, fault = _checked(row, where, code, latitude, longitude)
    if position is None:
        way, position = _meant(code, latitude, longitude) or ("", None)
        if position is None:
            row.note(fault.split()[0], tr("{fault}; the name of the place is used", fault=fault))
            return None
        fault = series([fault, _SAID[way]], "; ")
        write = _remedy(position, name if behind else None)
        row.note(where, tr("{fault}: write {write}; until then it is shown there, in doubt", fault=fault, write=write))
    title = name or f"{position.latitude}, {position.longitude}"
    key = (not id_ and row.text("place_id")) or f"{GIVEN}{position.longitude},{position.latitude}"
    place = Place(key, title, country.today(code), "P", position)
    if not fault:
        return Located(place, title)
    return Located(place, title, DOUBTED, (Candidate(place, "file", title, confidence=DOUBTED, reasons=(fault,)),))


def named(row: Row, column: str, at: Located, toponym: Toponym, resolve: Resolve) -> Located:
    """The same, or the position that was meant, in doubt, where the place that the row names lies just there.

    Exchanged numbers or a lost sign may lead to another place of the country: from Cairo to Alexandria. Names are
    looked up only where that can be.
    """
    here = at.place.position
    if at.candidates or not toponym.text or not toponym.country:
        return at
    inside = extents.holds(toponym.country, here)  # of one outside it is known that no slip makes it right
    others = list(extents.others(toponym.country, here.latitude, here.longitude)) if inside else []
    answer = resolve(toponym) if others else None
    if not isinstance(answer, Found) or (apart := distance_km(answer.place.position, here)) <= NAMED_KM:
        return at
    meant = next((o for o in others if distance_km(o[1], answer.place.position) <= MEANT_KM), None)
    if meant is None:
        return at
    way, position = meant
    far = tr(
        "{latitude}, {longitude} lies {apart} km from {title}, which the row names",
        latitude=f"{here.latitude:g}",
        longitude=f"{here.longitude:g}",
        apart=round(apart),
        title=answer.place.title,
    )
    return _mended(row, column, at, position, series([far, _SAID[way]], "; "))


def _mended(row: Row, column: str, at: Located, position: Position, fault: Message) -> Located:
    """The place at another position than the row gives, in doubt, with the problem told on the row."""
    behind = not row.text("latitude")
    write = _remedy(position, at.toponym if behind else None)
    where = column if behind else "latitude"
    row.note(where, tr("{fault}: write {write}; until then it is shown there, in doubt", fault=fault, write=write))
    given = at.place.id.startswith(GIVEN)
    key = f"{GIVEN}{position.longitude},{position.latitude}" if given else at.place.id
    place = replace(at.place, id=key, position=position)
    reason = Candidate(place, "file", at.toponym, confidence=DOUBTED, reasons=(fault,))
    return Located(place, at.toponym, DOUBTED, (reason,))


def _remedy(position: Position, name: str | None) -> str:
    """What to write for the position, behind the name of the place or in columns of its own."""
    north, east = f"{position.latitude:g}", f"{position.longitude:g}"
    if name is not None:
        return f"'{clipped(name)} [{GEO}{north},{east}]'"
    return tr("{north} as latitude and {east} as longitude", north=north, east=east)


def _checked(row: Row, where: str, code: str, latitude: str, longitude: str) -> tuple[Position | None, str]:
    """The position that the row gives; None, and what is wrong with it, where it cannot stand as it is."""
    try:
        position = Position.checked(longitude, latitude)
    except PositionError as error:
        return None, str(error)
    if not code or extents.holds(code, position):
        return position, ""
    stated = country.name_in_sentence(code)
    fault = tr(
        "{latitude}, {longitude} lies outside {stated}, which the row states",
        latitude=clipped(latitude),
        longitude=clipped(longitude),
        stated=stated,
    )
    if _meant(code, latitude, longitude):
        return None, fault
    row.note(where, tr("{fault}; correct the position or the country", fault=fault))
    return position, ""


def _meant(code: str, latitude: str, longitude: str) -> tuple[str, Position] | None:
    """What was probably done to a position, and what was meant; None where nothing makes it right."""
    try:
        return extents.meant(code, float(latitude), float(longitude)) if code else None
    except ValueError:
        return None


def check_apart(row: Row, place: Place) -> None:
    """Note coordinates that are those of another place than the id: somebody changed one and not the other."""
    latitude, longitude = row.degrees("latitude"), row.degrees("longitude")
    if not latitude and not longitude:
        return
    try:
        apart = distance_km(Position.checked(longitude, latitude), place.position)
    except PositionError as error:
        row.note(str(error).split()[0], tr("{error}; the place_id is used", error=str(error)))
        return
    if apart > APART_KM:
        said = tr(
            "{title}, {apart} km from the latitude and longitude of the line",
            title=clipped(place.title),
            apart=round(apart),
        )
        row.note("place_id", tr("it is the id of {said}, and is used; correct or delete one of them", said=str(said)))
