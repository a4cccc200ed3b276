"""Records of cells to rows, and everything that is wrong with them to problems with file, line and column.

Records come from a CSV file or from anything else that has lines of cells; the checking is one. What cannot be read is
reported; every other row is kept.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mapapp.errors import Problem, clipped
from mapapp.message import tr
from mapapp.tables.rows import LONGEST_NAME, MAX_COLUMNS, Column, Commas, Record, Row, cleaned
from mapapp.tables.spoken import Spoken, fault, in_language


class Records(NamedTuple):
    """The records of a table, its header the first of them, and what commas are in its numbers."""

    lines: Iterable[Record]
    commas: Commas


def checked(
    file: str, records: Records, columns: Iterable[Column], problems: list[Problem], *, unique: str = ""
) -> Iterator[Row]:
    """Yield the usable rows of a table whose first record that is not blank names the columns.

    ``file`` is what problems call the table. ``unique``: a column whose values must differ; the first row wins.
    """
    wanted = {column.name: column for column in columns}
    required = [column.name for column in wanted.values() if column.required]
    header: _Header | None = None
    seen: dict[str, int] = {}
    for line, raw in records.lines:
        cells = cleaned(raw)
        if not any(cells):
            continue
        if header is None:
            header = _Header(file, line, [cell.lower() for cell in cells], problems)
            header.commas = records.commas
            if not header.fits(wanted):
                return
            continue
        row = header.row(line, cells)
        row.check_filled(required)
        if row.kept and unique:
            _check_unique(row, unique, seen)
        if row.kept:
            yield row
    if header is None:
        problems.append(
            Problem(file, 0, "", tr("the file is empty; its first line must be {wanted}", wanted=",".join(wanted)))
        )


class _Header:
    """The names of a table's columns, and rows of the cells under them."""

    def __init__(self, file: str, line: int, names: list[str], problems: list[Problem]) -> None:
        self._file, self._line, self._problems = file, line, problems
        self._width = len(names)
        self.commas = Commas()
        self._names = names[:MAX_COLUMNS]
        self._nameless = [i for i, name in enumerate(self._names) if not name]
        self._twice = len(set(self._names)) < len(self._names)
        self._spoken: Spoken = {}
        self._repeated: list[str] = []

    def fits(self, wanted: Mapping[str, Column]) -> bool:
        """Whether the columns are there that the table needs; what is wrong with the others is reported."""

        def report(column: str, sentence: str) -> None:
            self._problems.append(Problem(self._file, self._line, column, sentence))

        if self._width > MAX_COLUMNS:
            report(
                "",
                tr(
                    "columns beyond the first {most} are left out; delete what is not the tour",
                    most=MAX_COLUMNS,
                ),
            )
        for name in dict.fromkeys(self._names):
            if name and name not in wanted:
                if wrong := fault(name, {column.name: column.spoken for column in wanted.values()}):
                    report(clipped(name), wrong)
                else:
                    column, code = in_language(name)
                    self._spoken.setdefault(column, []).append((code, name))
            self._repeated += [name] if _is_repeated(name, wanted) else []
            if name and self._names.count(name) > 1:
                report(clipped(name), tr("the column stands twice; the first one is used, delete the other"))
        missing = [c.name for c in wanted.values() if c.required and c.name not in self._names]
        for name in missing:
            report(name, tr("the column is missing; add it to the first line"))
        return not missing

    def row(self, line: int, cells: list[str]) -> Row:
        """The row of a record; cells without a column are reported."""
        found = len(cells)
        if found < len(self._names):
            cells += [""] * (len(self._names) - found)
        pairs = zip(self._names, cells, strict=False)
        named = dict(reversed([*pairs]) if self._twice else pairs)
        row = Row(self._file, line, named, self._problems, self.commas)
        row.spoken_in = self._spoken
        for name in self._repeated:
            if len(named[name]) > LONGEST_NAME:
                row.shorten(name)
        if found > self._width and any(cells[self._width :]):
            many = tr("quote cells that contain the separator")
            row.note(
                "", tr("{found} cells stand under {width} columns; {many}", found=found, width=self._width, many=many)
            )
        if self._nameless and any(cells[i] for i in self._nameless):
            row.note(
                "", tr("a cell stands under a column without a name and is left out; name the column in the first line")
            )
        return row


def _check_unique(row: Row, column: str, seen: dict[str, int]) -> None:
    value = row.text(column)
    if value in seen:
        row.reject(
            column,
            tr(
                "'{value}' stands already in line {seen}; give this line an id of its own",
                value=clipped(value),
                seen=seen[value],
            ),
        )
    seen.setdefault(value, row.line)


def _is_repeated(name: str, wanted: Mapping[str, Column]) -> bool:
    column = wanted.get(in_language(name)[0])
    return column is not None and column.repeated
