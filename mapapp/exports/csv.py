"""The whole tour as one CSV file (RFC 4180), for spreadsheets and scripts, and for reading it back.

A long table: the first column says which table of the tour a line belongs to, events first; the others are the columns
of all tables. A byte order mark lets spreadsheets see that the text is UTF-8. Cells that a spreadsheet would take for a
formula begin with an apostrophe.
"""

import csv
import io

from mapapp.catalogue.columns import TABLES
from mapapp.catalogue.origins import TABLE
from mapapp.contents import PLACES_CREDIT, as_of, contents
from mapapp.exports.records import Cells, records, written
from mapapp.snapshot import Snapshot
from mapapp.tables import guarded


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8; `mapapp.catalogue.tours.load_tour` reads the same tour from it."""
    columns = list(dict.fromkeys(column.name for table in TABLES.values() for column in table))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([TABLE, *columns])
    for table, rows in records(snapshot.tour).items():
        told = _told(snapshot) if table == "tour" else []
        for cells in (*rows, *told):
            writer.writerow([table, *(_text(cells, column) for column in columns)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _told(snapshot: Snapshot) -> list[Cells]:
    """What the file says of itself: a reader of tours passes over these lines."""
    date = as_of(snapshot.tour)
    told = [("contents", contents(snapshot)), ("view", snapshot.view.query())]
    told += [("data as of", date.isoformat())] if date else []
    told.append(("credit", PLACES_CREDIT))
    return [{"key": key, "value": value} for key, value in told]


def _text(cells: Cells, column: str) -> str:
    return guarded(written(cells.get(column)).replace("\0", "\N{REPLACEMENT CHARACTER}"))
