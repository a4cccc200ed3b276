"""The tables of a tour while an article is put into them: rows as texts by column, read from and written to CSV."""

import re
from collections.abc import Collection, Mapping, Sequence

from mapapp.catalogue.columns import COLUMNS
from mapapp.catalogue.sources import COLUMNS as SOURCES
from mapapp.errors import MapappError
from mapapp.geocoding.gazetteer.letters import latin
from mapapp.message import tr
from mapapp.tables import grid
from mapapp.tables.grid import Table, as_csv
from mapapp.tour import Person

Row = dict[str, str]
NAMES = {
    "sources.csv": tuple(c.name for c in SOURCES),
    **{file: tuple(c.name for c in COLUMNS[file]) for file in ("people.csv", "visits.csv", "events.csv", "claims.csv")},
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LONGEST_ID = 40


class Tables:
    """The tables of one tour; columns that we do not know are kept. Raises MapappError for one that is no text."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self._was = {file: _table(file, contents.get(file, b"")) for file in NAMES}
        self.rows: dict[str, list[Row]] = {
            file: [dict.fromkeys(NAMES[file], "") | found.cells(row) for row in range(len(found.rows))]
            for file, found in self._was.items()
        }
        self._there = contents.keys() & NAMES.keys()

    def new_id(self, file: str, words: str) -> str:
        """An id that no row of the table has yet: small Latin letters, digits and hyphens of the words."""
        taken = {row.get("id", "") for row in self.rows[file]}
        plain = re.sub(r"[^a-z0-9]+", "-", latin(words.casefold())).strip("-")[:_LONGEST_ID].strip("-") or "a"
        return plain if plain not in taken else next(i for n in range(2, 10_000) if (i := f"{plain}-{n}") not in taken)

    def files(self) -> dict[str, bytes]:
        """The tables that are new or say something else now, as CSV files; the two that a tour must have always."""
        needed = ("sources.csv", "visits.csv")
        now = {file: _grown(self._was[file], rows) for file, rows in self.rows.items()}
        return {
            file: as_csv(found)
            for file, found in now.items()
            if found != self._was[file] or (file in needed and file not in self._there)
        }


def people(contents: Mapping[str, bytes]) -> list[Person]:
    """Those of a tour, whom an article that is added to it may speak of."""
    told = [row.get for row in Tables(contents).rows["people.csv"]]
    return [
        Person(of("id", ""), of("name", ""), of("role", ""), of("organisation", ""), of("country", "")) for of in told
    ]


def cite(row: Row, source: str, locator: str) -> None:
    """Add a source with its locator to a row, unless it is there."""
    sources = [part.strip() for part in row.get("source", "").split(";") if part.strip()]
    if source in sources:
        return
    locators = [part.strip() for part in row.get("locator", "").split(";")] if row.get("locator") else []
    locators += [""] * (len(sources) - len(locators))
    row["source"], row["locator"] = ";".join([*sources, source]), ";".join([*locators[: len(sources)], locator])


def toml(title: str, travellers: Collection[str], language: str) -> bytes:
    """The settings of a tour."""
    people = ", ".join(f'"{id_}"' for id_ in travellers)
    plain = _CONTROL.sub(" ", " ".join(title.split())).replace("\\", "\\\\").replace('"', '\\"')
    return f'title = "{plain}"\nlanguage = "{language}"\ntravellers = [{people}]\n'.encode()


def _table(file: str, data: bytes) -> Table:
    try:
        return grid.table(data, NAMES[file]) if data else Table(NAMES[file])
    except UnicodeDecodeError:
        raise MapappError(tr("A table of the tour is no text that can be read; save it as CSV UTF-8.")) from None


def _grown(was: Table, rows: Sequence[Row]) -> Table:
    """The table with these rows; a column that it lacks is added where a row has a cell in it."""
    more = dict.fromkeys(name for row in rows for name, text in row.items() if text and name not in was.columns)
    columns = (*was.columns, *more)
    return Table(columns, tuple(tuple(_CONTROL.sub(" ", row.get(name, "")) for name in columns) for row in rows))
