"""The whole tour as one CSV file (RFC 4180), for spreadsheets and scripts, and for reading it back.

A long table: the first column says which table of the tour a line belongs to, events first; the others are the columns
of all tables. A byte order mark lets spreadsheets see that the text is UTF-8. Cells that a spreadsheet would take for a
formula begin with an apostrophe.
"""

import csv
import io
from collections.abc import Iterable

from mapapp.catalogue.columns import TABLE, TABLES, with_languages
from mapapp.exports.records import Cells, records, written
from mapapp.snapshot import Snapshot
from mapapp.tables.formulas import guarded
from mapapp.words.comparison import sentences
from mapapp.words.contents import PLACES_CREDIT, as_of, contents, notices
from mapapp.words.language import Words


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8; `mapapp.catalogue.tours.load_tour` reads the same tour from it."""
    tables = records(snapshot.tour)
    used = [name for rows in tables.values() for cells in rows for name in cells]
    columns = list(dict.fromkeys(name for table in TABLES.values() for name in with_languages(table, used)))
    lines = [[TABLE, *columns]]
    for table, rows in tables.items():
        told = _told(snapshot) if table == "tour" else []
        lines += [[table, *(written(cells.get(column)) for column in columns)] for cells in (*rows, *told)]
    return spreadsheet(lines)


def spreadsheet(lines: Iterable[Iterable[str | float | None]]) -> bytes:
    """Lines of cells as CSV that spreadsheets open as it is meant; None is an empty cell, and no text is a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_harmless(cell) if isinstance(cell, str) else cell for cell in line] for line in lines)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _told(snapshot: Snapshot) -> list[Cells]:
    """What the file says of itself: a reader of tours passes over these lines."""
    date = as_of(snapshot.tour)
    told = [("contents", contents(snapshot)), ("view", snapshot.view.query())]
    told += [("data as of", date.isoformat())] if date else []
    told += [("in common", sentence) for sentence in sentences(snapshot.tour, snapshot.view.align)]
    told += [("boundaries", notice) for notice in notices(snapshot)]
    told.append(("credit", PLACES_CREDIT))
    words = Words(snapshot.language)
    return [{"key": key, "value": words.say(value)} for key, value in told]


def _harmless(cell: str) -> str:
    return guarded(cell.replace("\0", "\N{REPLACEMENT CHARACTER}"))
