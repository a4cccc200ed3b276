"""Positions that rows give: by two columns or behind a name; compared with the country that the row states."""

from mapapp import country, extents
from mapapp.errors import PositionError, clipped
from mapapp.message import series, tr
from mapapp.place import Candidate, Place, pinned
from mapapp.position import Position, distance_km
from mapapp.tables.rows import Row
from mapapp.tour import Located

GIVEN = "given:"  # begins the id of a place that is known by its coordinates alone
GEO = "geo:"  # latitude,longitude in WGS 84, as RFC 5870 writes them, in the place of an id
DOUBTED = 0.9  # confidence in a position that was mended
APART_KM = 1.0  # more than the rounding of coordinates, less than the way to another place
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
