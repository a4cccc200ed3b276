"""The files of a tour that lies elsewhere, to be kept in the library: a folder as it is, one file as a folder."""

from pathlib import Path

from mapapp import files
from mapapp.catalogue.columns import TABLES, TOUR
from mapapp.catalogue.meta import read_meta
from mapapp.catalogue.origins import OneFile, origin
from mapapp.catalogue.quotations import FILE as QUOTES
from mapapp.drafts import sheets
from mapapp.errors import MapappError, Problem, Problems, clipped, why
from mapapp.message import others_of, series, tr
from mapapp.tables import settings
from mapapp.tables.grid import Table, as_csv

MOST = 20_000_000  # bytes of a file
BEHIND = ("table.csv", "review.csv", "made.csv")  # what a tour was read from, so that its table can be brought again


def contents_of(path: Path) -> dict[str, bytes]:
    """The files of the tour in a folder, workbook or long CSV file.

    Raises MapappError where they cannot be read: what is damaged is no tour without rows.
    """
    problems = Problems()
    found = origin(path, problems)
    if isinstance(found, OneFile):
        if not any(found.tables.values()):
            raise _unreadable(path, next(map(_said, problems), tr("the file is empty")))
        return _from_one(found)
    names = (TOUR, *sheets.FILES, QUOTES, *BEHIND)
    there = {name: path / name for name in names if (path / name).is_file()}
    if not there.keys() & {TOUR, *sheets.FILES}:
        raise _unreadable(path, tr("there is no file of a tour in it"))
    try:
        return {TOUR: b"", **{name: files.read(file, MOST) for name, file in there.items()}}
    except OSError as error:
        raise _unreadable(path, why(error)) from None


def _said(problem: Problem) -> str:
    return series((problem.column, problem.sentence), ": ")


def _unreadable(path: Path, why: str) -> MapappError:
    return MapappError(tr("The tour in '{name}' cannot be read ({error}).", name=clipped(path.name), error=why))


def _from_one(found: OneFile) -> dict[str, bytes]:
    meta = read_meta(found, Problems())
    toml = b""
    for key in ("title", "summary", "language", "travellers", "corridors"):
        if said := getattr(meta, key):
            toml = settings.with_value(toml, key, said)
            for code, text in others_of(said).items() if isinstance(said, str) else ():
                toml = settings.with_value(toml, f"{key}@{code}", text)
    if meta.labels:
        toml += b"\n[labels]\n" + b"".join(settings.line(name, text) for name, text in meta.labels)
    contents = {TOUR: toml}
    for name in TABLES:
        records = [cells for _, cells in found.tables.get(name, ())]
        if records and f"{name}.csv" in sheets.FILES:
            width = max(map(len, records))
            rows = tuple((*cells, *[""] * (width - len(cells))) for cells in records)
            contents[f"{name}.csv"] = as_csv(Table(rows[0], rows[1:]))
    return contents
