"""The process that reads one workbook: standard input is the file, standard output its sheets as JSON.

Whatever the file does to its reader, it does to this process alone, which may use so much memory and so much time, and
write nothing.
"""

import gc
import json
import sys
from collections.abc import Collection
from typing import Any

from mapapp.confined import confine
from mapapp.message import tr
from mapapp.tables.sheets.sheet import NO_WORKBOOK, Limits, Sheet, Unreadable
from mapapp.transit import sent

MEMORY = 400_000_000  # bytes
PACKED, COMPOUND = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def main(order: str) -> None:
    """Read as the order says, a JSON object with the keys wanted (null: all sheets), seconds and limits."""
    wish = json.loads(order)
    confine(MEMORY, wish["seconds"])
    gc.disable()  # what is read stays, and then the process ends
    answer = answered(sys.stdin.buffer.read(), wish["wanted"], Limits(**wish["limits"]))
    if "refused" in answer:
        answer["refused"] = sent(answer["refused"])
    for _, _, _, notes, *_ in answer.get("sheets", ()):
        notes[:] = [(line, column, sent(said)) for line, column, said in notes]
    sys.stdout.buffer.write(json.dumps(answer).encode())


def answered(data: bytes, wanted: Collection[str] | None, limits: Limits) -> dict[str, Any]:
    """The one key "sheets" with title, whether it is hidden, rows, and what `workbook.Sheet` has; or why not.

    Then the key is "refused" with a whole sentence, or "damaged" with the words of some library.
    """
    try:
        sheets = read(data, _Every() if wanted is None else frozenset(wanted), limits)
    except Unreadable as error:
        return {"refused": str(error)}
    except (MemoryError, RecursionError):
        return {"refused": tr("it takes too much memory to read; delete what is not the tour")}
    except Exception as error:  # a damaged file may bring about any
        return {"damaged": " ".join(str(error).split()) or type(error).__name__}
    return {
        "sheets": [
            (s.title, s.hidden, s.records, s.notes, s.links, s.hidden_columns, s.struck, s.coloured) for s in sheets
        ]
    }


class _Every(frozenset[str]):
    """The titles of all sheets."""

    def __contains__(self, title: object) -> bool:
        return True


def read(data: bytes, wanted: Collection[str], limits: Limits) -> list[Sheet]:
    """The sheets of a workbook of any kind. Raises Unreadable, and for damaged files any other error."""
    if data.startswith(PACKED):
        return _packed(data, wanted, limits)
    if data.startswith(COMPOUND):
        return _compound(data, wanted, limits)
    raise Unreadable(NO_WORKBOOK)


def _packed(data: bytes, wanted: Collection[str], limits: Limits) -> list[Sheet]:
    from mapapp.tables.sheets import ods, xlsx
    from mapapp.tables.sheets.parts import Parts

    parts = Parts(data, limits)
    if xlsx.BOOK in parts.names:
        return xlsx.read(parts, wanted, limits)
    if ods.CONTENT in parts.names:
        return ods.read(parts, wanted, limits)
    raise Unreadable(NO_WORKBOOK)


def _compound(data: bytes, wanted: Collection[str], limits: Limits) -> list[Sheet]:
    from mapapp.tables.sheets import xls
    from mapapp.tables.sheets.compound import Compound

    compound = Compound(data)
    if xls.STREAM in compound:
        return xls.read(compound, wanted, limits)
    raise Unreadable(xls.LOCKED if xls.ENCRYPTED in compound else NO_WORKBOOK)
