"""What each row says of its place, from all its columns that tell of one."""

from collections.abc import Mapping, Sequence

from mapapp.foreign.answers import MATCHED, NOWHERE
from mapapp.foreign.degrees import degrees
from mapapp.foreign.divisions import country_of, region_in
from mapapp.foreign.placing import Spot
from mapapp.foreign.records import Role
from mapapp.foreign.rows import Entry, Judged, place_column
from mapapp.foreign.statuses import status_of


class Spots:
    """What the rows of one table say of their places; of a row that is as it was it is not read again."""

    def __init__(self) -> None:
        self._divided: str | None = None
        self._read: dict[str, tuple[Entry, list[Spot]]] = {}

    def read(self, made: Sequence[Entry], by_role: Mapping[Role, list[int]], judged: Judged) -> list[list[Spot]]:
        """What each row says of its place; nothing where it says none."""
        if self._divided is None:
            rows = [entry.line for entry in made if not entry.line.left_out]
            self._divided = country_of(line.text(index) for line in rows for index in by_role.get(Role.REGION, ()))
        return [self._spots(entry, by_role, judged) for entry in made]

    def _spots(self, entry: Entry, by_role: Mapping[Role, list[int]], judged: Judged) -> list[Spot]:
        held = self._read.get(entry.line.key)
        if held is None or held[0] is not entry:
            found = [] if entry.line.left_out else _spots(entry, by_role, judged, self._divided or "")
            held = self._read[entry.line.key] = entry, found
        return held[1]


def _decimal(text: str) -> str:
    """Degrees with minutes and seconds as decimal ones; anything else as it stands."""
    found = degrees(text) if text else None
    return text if found is None else f"{found:.6f}".rstrip("0").rstrip(".")


def _spots(entry: Entry, by_role: Mapping[Role, list[int]], judged: Judged, divided: str) -> list[Spot]:
    line = entry.line

    def text(role: Role) -> str:
        return next((found for index in by_role.get(role, ()) if (found := line.text(index))), "")

    place, land, region = text(Role.PLACE), text(Role.COUNTRY), text(Role.REGION)
    venue = text(Role.VENUE)
    latitude, longitude = _decimal(text(Role.LATITUDE)), _decimal(text(Role.LONGITUDE))
    if status_of(place):
        place = ""
    if divided and not land and (named := region_in(region, divided)):
        land, region = divided, named
    column = place_column(line, by_role)
    judgment = judged.about(line.key, column, line.said(column)) if column >= 0 else None
    chosen = judgment.place if judgment and judgment.judgment == MATCHED else ""
    if judgment and judgment.judgment == NOWHERE:
        return []
    place = place or region or (venue if not land else "") or land
    if not place and chosen:
        return [Spot(chosen, when=entry.when, place_id=chosen)]
    if not place and not (latitude and longitude):
        return []
    loose = any(index in line.carried for index in by_role.get(Role.REGION, ()))
    if region and place != region and region.casefold() not in place.casefold():
        place = f"{place}, {region}"
    pair = (latitude, longitude) if latitude and longitude and not chosen else ("", "")
    parts = judged.parts(line.key, column, line.said(column)) if column >= 0 and not chosen else {}
    told = tuple((name, j.judgment if j.judgment == NOWHERE else j.place) for name, j in parts.items())
    return [Spot(place, land, *pair, when=entry.when, place_id=chosen, region=region, told=told, loose=loose)]
