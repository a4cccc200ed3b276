"""The tables of any tour on disk as records by key, for comparing two of them."""

from collections import Counter
from pathlib import Path

from mapapp.catalogue.columns import COLUMNS
from mapapp.catalogue.origins import origin
from mapapp.catalogue.sources import COLUMNS as SOURCES
from mapapp.errors import Problem
from mapapp.foreign.sheets import Record

_KEYS = {
    "legs.csv": ("from", "to"),
    "claims.csv": ("event", "field", "value"),
    "figures.csv": ("label", "period"),
    "story.csv": ("scene",),
    "callouts.csv": ("text",),
}


def tables_of(path: Path) -> dict[str, dict[str, Record]]:
    """The rows of each table of a tour by their ids, or by what tells them apart where they have none."""
    unread: list[Problem] = []
    found = origin(path, unread)
    tables: dict[str, dict[str, Record]] = {}
    for file, columns in {**COLUMNS, "sources.csv": SOURCES}.items():
        seen = Counter[str]()
        rows: dict[str, Record] = {}
        for row in found.rows(file, columns, unread, optional=True):
            record = {column.name: row.text(column.name) for column in columns}
            key = " · ".join(record[name] for name in _KEYS.get(file, ("id",)))
            seen[key] += 1
            rows[key if seen[key] == 1 else f"{key} ({seen[key]})"] = record
        tables[file] = rows
    return tables
