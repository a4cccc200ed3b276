"""Whether a file is a tour as this program writes it, or somebody's table that has to be checked first."""

from pathlib import Path

from mapapp.catalogue.listing import TABLES_OF_TEXT, is_raw_workbook, is_tour
from mapapp.catalogue.origins import WORKBOOKS

PAGES = (".html", ".htm")
TEXTS = (*TABLES_OF_TEXT, *PAGES)


def is_foreign(path: Path) -> bool:
    """Whether it is a file of a kind that can be read as a table, and none that holds a tour."""
    suffix = path.suffix.lower()
    if not path.is_file() or suffix not in (*TEXTS, *WORKBOOKS):
        return False
    return not is_tour(path) if suffix in TEXTS else is_raw_workbook(path)
