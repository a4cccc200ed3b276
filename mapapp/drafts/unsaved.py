"""Tours that are nowhere but in the memory of the program: what somebody is bringing and has not kept yet.

Such a tour has an id that nobody can guess, under which its map and its files are found. It is in no listing, and it is
forgotten with the session that brought it, or when many others were brought since.
"""

import secrets
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from threading import Lock

from mapapp.catalogue.columns import TOUR
from mapapp.catalogue.origins import OneFile
from mapapp.catalogue.quotations import FILE as QUOTES
from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.message import tr
from mapapp.place import Resolve
from mapapp.tables.csv import tokens, value
from mapapp.tables.rows import Record

ALONE = tr("Only this window has it: what you neither save nor download is lost when it is closed or the program ends.")
MARK = "~new-"  # begins the ids; no tour of a catalogue is called so
MOST_KEPT = 60  # tours
MOST_BYTES = 200_000_000  # of all of them
_LISTS = {"travellers": "traveller", "corridors": "corridor"}
_kept: dict[str, LoadedTour] = {}
_sizes: dict[str, int] = {}
_keeping = Lock()


def put(contents: Mapping[str, bytes], resolve: Resolve) -> str:
    """Keep a tour, given as its files by name, and return the id under which it is found for a while."""
    id_ = MARK + secrets.token_hex(16)
    read = load_tour(_origin(id_, contents), resolve)
    read = read._replace(tour=replace(read.tour, id=id_))
    with _keeping:
        _kept[id_], _sizes[id_] = read, sum(map(len, contents.values()))
        while len(_kept) > 1 and (len(_kept) > MOST_KEPT or sum(_sizes.values()) > MOST_BYTES):
            _forget(next(iter(_kept)))
    return id_


def drop(id_: str) -> None:
    """Forget a tour; nothing happens where it is forgotten already."""
    with _keeping:
        _forget(id_)


def find(id_: str) -> LoadedTour | None:
    """The tour with that id, None where there is none, or none any more."""
    with _keeping:
        found = _kept.get(id_)
        if found:
            _kept[id_] = _kept.pop(id_)  # to the end of the queue
        return found


def _forget(id_: str) -> None:
    _kept.pop(id_, None)
    _sizes.pop(id_, None)


def _origin(name: str, contents: Mapping[str, bytes]) -> OneFile:
    tables: dict[str, Sequence[Record]] = {
        file.removesuffix(".csv"): [(t.line, [*map(value, t.raw)]) for t in tokens(content.decode(), ",") if t.raw]
        for file, content in contents.items()
        if file.endswith(".csv")
    }
    tables |= {TOUR.removesuffix(".toml"): _entries(contents.get(TOUR, b""))}
    others = {file: content for file, content in contents.items() if file == QUOTES}
    return OneFile(name, "", tr("the table"), tables, others=others)


def _entries(toml: bytes) -> list[Record]:
    """The keys of tour.toml as the records of the table that stands for it in a single file.

    What stands in other languages, under ``title@ru``, is in the columns ``value@ru`` of the row of ``title``.
    """
    told = tomllib.loads(toml.decode())
    spoken = {**told, **told.get("labels", {})}
    codes = sorted({key.partition("@")[2] for key in spoken if "@" in key})
    rows = [["key", "name", "value", *(f"value@{code}" for code in codes)]]
    for key, said in told.items():
        if key in _LISTS:
            rows += [[_LISTS[key], "", item] for item in said]
        elif key == "labels":
            names = dict.fromkeys(name.partition("@")[0] for name in said)
            rows += [["label", name, said.get(name, ""), *_others(said, name, codes)] for name in names]
        elif "@" not in key:
            rows.append([key, "", str(said), *_others(told, key, codes)])
    return list(enumerate(rows, 1))


def _others(told: Mapping[str, object], key: str, codes: Sequence[str]) -> list[str]:
    return [str(told.get(f"{key}@{code}", "")) for code in codes]
