"""Records of a table that is brought again keep the ids that they have in its tour, though its rows say other things.

An id of a record ends with the key of the row that made it (`mapapp.foreign.stops`), and a key follows from what the
row says. Links, legs and whatever somebody added to a record hold on to the id.
"""

import re
from collections.abc import Iterable, Mapping

from mapapp.foreign.merging import MADE, Contents, columns_of, made
from mapapp.foreign.reading import Reading
from mapapp.foreign.sheets import records, written
from mapapp.foreign.stops import SOURCE

_KEY = re.compile(r"-(([0-9a-f]{10})(?:-\d+)?)$")
_NAMING = {  # columns that hold ids, and of which file those are
    "visits.csv": {"id": "visits.csv", "source": "sources.csv"},
    "events.csv": {"id": "events.csv", "visit": "visits.csv", "source": "sources.csv"},
    "legs.csv": {"from": "visits.csv", "to": "visits.csv", "source": "sources.csv"},
    "sources.csv": {"id": "sources.csv"},
}
_Ids = dict[str, str]  # by the ids that the table gives


def with_ids_of(current: Contents, reading: Reading, before: Mapping[str, str], keys: Iterable[str]) -> Contents:
    """The files of a reading under the ids of a tour.

    ``before`` are the keys that rows had when the tour was made, by those that they have now; ``keys`` are all keys of
    rows at that time.
    """
    new, old = reading.files(), frozenset(keys)
    lines = {row.line: row.key for row in reading.rows}
    stops = {stop.visit.id: [before.get(key, key) for key in stop.keys] for stop in reading.tour.stops}
    events = {h.event.id: [before.get(key, key)] for h in reading.tour.events if (key := lines.get(h.line))}
    ids = {
        "visits.csv": _matched(stops, _ids_in(current, "visits.csv"), old),
        "events.csv": _matched(events, _ids_in(current, "events.csv"), old),
        "sources.csv": _links(current, new),
    }
    if not any(one != other for named in ids.values() for one, other in named.items()):
        return new
    files = {name: _named(name, new[name], ids) if name in _NAMING else new[name] for name in new if name != MADE}
    return files | {MADE: made(files)}


def _ids_in(current: Contents, file: str) -> list[str]:
    """The ids of a file that the table made last time, also of records that were deleted since."""
    told = records(current.get(MADE, b""), ("file", "id"))[1]
    return [row.get("id", "") for row in told if row.get("file") == file]


def _matched(new: Mapping[str, list[str]], there: list[str], keys: frozenset[str]) -> _Ids:
    """For each new id the one that a record of the same row has there; itself where there is none."""
    ids = {id_: id_ for id_ in new if id_ in there}
    free: dict[str, list[str]] = {}
    for id_ in there:
        found = _KEY.search(id_)
        if found and id_ not in ids:
            free.setdefault(found[1] if found[1] in keys else found[2], []).append(id_)
    for id_, own in new.items():
        if id_ not in ids:
            key = next((key for key in own if free.get(key)), "")
            ids[id_] = free[key].pop(0) if key else id_
    return ids


def _links(current: Contents, new: Contents) -> _Ids:
    """Sources that are known by their address; a new one has an id that none there has."""
    there = records(current.get("sources.csv", b""), columns_of("sources.csv"))[1]
    known = {row["url"]: row["id"] for row in reversed(there) if row.get("url") and row.get("id")}
    taken = {row.get("id", "") for row in there} | set(_ids_in(current, "sources.csv"))
    ids: _Ids = {}
    for row in records(new.get("sources.csv", b""), columns_of("sources.csv"))[1]:
        id_ = row["id"]
        if id_ != SOURCE:
            numbers = (f"link-{number}" for number in range(1, len(taken) + 2))
            ids[id_] = known.get(row["url"]) or next(name for name in (id_, *numbers) if name not in taken)
            taken.add(ids[id_])
    return ids


def _named(file: str, data: bytes, ids: Mapping[str, _Ids]) -> bytes:
    names, rows = records(data, columns_of(file))
    for row in rows:
        for column, of in _NAMING[file].items():
            row[column] = ";".join(ids[of].get(part, part) for part in row.get(column, "").split(";"))
    return written(names, rows)
