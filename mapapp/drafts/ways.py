"""The legs of a tour that somebody edits follow its stops, as far as nothing is said of how one went.

A leg of unknown mode tells the order alone. One whose mode is stated is what somebody wrote: it goes with its stops
only, and where it contradicts their days the tour says so.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from mapapp.drafts import sheets
from mapapp.drafts.sheets import Contents
from mapapp.errors import MapappError
from mapapp.tables.grid import Table
from mapapp.when import When

FILE, STOPS = "legs.csv", "visits.csv"
UNKNOWN = "unknown"
_Leg = dict[str, str]
_Place = tuple[dt.date, int]  # the day of a stop, and its line where several have that day


def followed(before: Contents, after: Contents) -> dict[str, bytes]:
    """The contents after an edit of the stops, with legs that lead past those that went and to those that came."""
    old, new = ({row["id"]: row for row in _rows(sheets.table(side, STOPS))} for side in (before, after))
    result = dict(after)
    for id_ in old.keys() - new.keys():
        result = _without(result, id_)
    for id_ in new:
        if id_ not in old:
            result = _linked(result, id_)
        elif any(old[id_].get(name) != new[id_].get(name) for name in ("arrival", "traveller")):
            result = again(result, id_)
    return result


def again(contents: Contents, id_: str) -> dict[str, bytes]:
    """The contents with the legs of a stop where its day, or its line, has it now."""
    legs, places = _legs(contents), _places(contents, id_)
    own = [leg for leg in legs if id_ in _ends(leg)]
    stands = all(_comes(places.get(leg["from"]), places.get(leg["to"])) and {*_ends(leg)} <= {*places} for leg in own)
    if stands or any(_mode(leg) != UNKNOWN for leg in own):
        return dict(contents)
    return _linked(_without(contents, id_), id_)


def _without(contents: Contents, id_: str) -> dict[str, bytes]:
    """The contents without the legs of a stop: where one led to it and one on, one leads past it."""
    legs = _legs(contents)
    to, on = ([leg for leg in legs if leg[end] == id_ and leg["from"] != leg["to"]] for end in ("to", "from"))
    left = [leg for leg in legs if id_ not in _ends(leg)]
    if len(to) == len(on) == 1 and not any(_ends(leg) == (to[0]["from"], on[0]["to"]) for leg in left):
        past = {"from": to[0]["from"], "to": on[0]["to"], "mode": UNKNOWN, "source": _sources(to[0], on[0])}
        left.insert(legs.index(to[0]), past)
    return _put(contents, left)


def _linked(contents: Contents, id_: str) -> dict[str, bytes]:
    """The contents with legs to a stop and on from it, where other stops of its traveller have such."""
    places = _places(contents, id_)
    legs = _legs(contents)
    own = [leg for leg in legs if {*_ends(leg)} <= {*places}]
    if not legs or (not own and len(places) != 2) or any(id_ in _ends(leg) for leg in legs):
        return dict(contents)
    stops = sheets.table(contents, STOPS)
    told = {"mode": UNKNOWN, "source": stops.cell(stops.find(id_), "source")}
    for leg in own:
        if places[id_] and _comes(places[leg["from"]], places[id_]) and _comes(places[id_], places[leg["to"]]):
            at, both = legs.index(leg), {"mode": UNKNOWN, "source": _sources(leg, told)}
            if _mode(leg) == UNKNOWN:
                legs[at : at + 1] = [{**both, "from": leg["from"], "to": id_}, {**both, "from": id_, "to": leg["to"]}]
            return _put(contents, legs)
    others = [other for other in places if other != id_]
    first, last = _ending(others, own, "to"), _ending(others, own, "from")
    if places[id_] and first and _comes(places[id_], places[first]):
        return _put(contents, [{**told, "from": id_, "to": first}, *legs])
    if last and (not places[id_] or _comes(places[last], places[id_])):
        return _put(contents, [*legs, {**told, "from": last, "to": id_}])
    return dict(contents)


def _ending(stops: list[str], legs: Iterable[_Leg], end: str) -> str:
    """The one stop to which no leg leads, or from which none leads on; "" where there are several."""
    taken = {leg[end] for leg in legs}
    found = [stop for stop in stops if stop not in taken]
    return found[0] if len(found) == 1 else ""


def _comes(one: _Place | None, other: _Place | None) -> bool:
    """Whether a stop comes before another; it may where nothing says when one of them is."""
    return not one or not other or one < other


def _places(contents: Contents, id_: str) -> dict[str, _Place | None]:
    """Where the stops of the traveller of a stop stand in time, None for those without a day."""
    stops = sheets.table(contents, STOPS)
    who = stops.cell(stops.find(id_), "traveller")
    return {
        cells["id"]: _place(cells.get("arrival", ""), row)
        for row, cells in enumerate(_rows(stops))
        if cells.get("traveller", "") == who
    }


def _place(arrival: str, row: int) -> _Place | None:
    try:
        return When.parse(arrival).earliest, row
    except MapappError:
        return None


def _legs(contents: Contents) -> list[_Leg]:
    return _rows(sheets.table(contents, FILE))


def _rows(found: Table) -> list[dict[str, str]]:
    return [{"id": "", "from": "", "to": "", **found.cells(row)} for row in range(len(found.rows))]


def _ends(leg: Mapping[str, str]) -> tuple[str, str]:
    return leg["from"], leg["to"]


def _mode(leg: Mapping[str, str]) -> str:
    return leg.get("mode") or UNKNOWN


def _sources(*legs: Mapping[str, str]) -> str:
    """The sources of legs, without the lines in them, which speak of another way."""
    named = (part.strip() for leg in legs for part in leg.get("source", "").split(";"))
    return ";".join(dict.fromkeys(filter(None, named)))


def _put(contents: Contents, legs: Iterable[_Leg]) -> dict[str, bytes]:
    found = sheets.table(contents, FILE)
    new = Table(found.columns)
    for number, leg in enumerate(legs):
        new = new.added({name: text for name, text in leg.items() if name != "id" or text}, number)
    return dict(contents) if new == found else sheets.put(contents, FILE, new)
