"""Whether a file is a tour as this program writes it, or somebody's table that has to be checked first."""

from pathlib import Path

from mapapp.catalogue.columns import TABLES
from mapapp.catalogue.listing import is_tour
from mapapp.catalogue.origins import WORKBOOKS
from mapapp.errors import Problem
from mapapp.tables.workbook import read_workbook

TEXTS = (".csv", ".tsv", ".txt", ".html", ".htm")


def is_foreign(path: Path) -> bool:
    """Whether it is a file of a kind that can be read as a table, and none that holds a tour."""
    suffix = path.suffix.lower()
    if not path.is_file() or suffix not in (*TEXTS, *WORKBOOKS):
        return False
    if suffix in TEXTS:
        return not is_tour(path)
    unread: list[Problem] = []
    titles = {title.strip().lower() for title in read_workbook(path, [], unread, hurry=True)}
    return bool(titles) and titles.isdisjoint({"visits", "events"} & TABLES.keys())
