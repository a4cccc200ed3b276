"""The tables of a tour while an article is put into them: rows as texts by column, read from and written to CSV."""

import csv
import io
import re
from collections.abc import Collection, Iterable, Mapping

from mapapp.catalogue.columns import COLUMNS
from mapapp.catalogue.sources import COLUMNS as SOURCES
from mapapp.geocoding.gazetteer.letters import latin
from mapapp.tables.decoding import decoded
from mapapp.tour import Person

Row = dict[str, str]
NAMES = {
    "sources.csv": tuple(c.name for c in SOURCES),
    **{file: tuple(c.name for c in COLUMNS[file]) for file in ("people.csv", "visits.csv", "events.csv", "claims.csv")},
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LONGEST_ID = 40


class Tables:
    """The tables of one tour; columns that we do not know are kept."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self.rows: dict[str, list[Row]] = {file: _read(contents.get(file, b"")) for file in NAMES}

    def new_id(self, file: str, words: str) -> str:
        """An id that no row of the table has yet: small Latin letters, digits and hyphens of the words."""
        taken = {row.get("id", "") for row in self.rows[file]}
        plain = re.sub(r"[^a-z0-9]+", "-", latin(words.casefold())).strip("-")[:_LONGEST_ID].strip("-") or "a"
        return plain if plain not in taken else next(i for n in range(2, 10_000) if (i := f"{plain}-{n}") not in taken)

    def files(self) -> dict[str, bytes]:
        """The tables that have rows, as CSV files; the two that a tour must have always."""
        needed = ("sources.csv", "visits.csv")
        return {file: _written(NAMES[file], rows) for file, rows in self.rows.items() if rows or file in needed}


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


def _read(data: bytes) -> list[Row]:
    rows = csv.DictReader(io.StringIO(decoded(data).text, newline=""))
    return [{name: value or "" for name, value in row.items() if isinstance(name, str)} for row in rows]


def _written(names: Iterable[str], rows: Iterable[Row]) -> bytes:
    rows = list(rows)
    columns = list(dict.fromkeys([*names, *(name for row in rows for name in row)]))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _CONTROL.sub(" ", value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode()
