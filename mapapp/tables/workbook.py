"""One workbook (XLSX) to records of text, as a CSV file would give them.

Somebody else's workbook is read with care: it is a packed archive of XML that may be made to unfold without end. Sizes
are checked before anything is unpacked, XML with entities is refused, and only so many rows and columns are looked at.
"""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from mapapp import files
from mapapp.errors import Problem, clipped

MAX_BYTES = 20_000_000  # as for a CSV file
MAX_UNPACKED = 100_000_000  # bytes of all parts; ten times what 10,000 events need
MAX_PARTS = 1_000
MAX_ROWS = 100_000
MAX_COLUMNS = 60
_HALF_A_MINUTE = dt.timedelta(seconds=30)  # spreadsheets count days in floating point and miss a minute by a trifle
_CONTROL = re.compile(r"_x00([01][0-9A-Fa-f])_")  # how workbooks write what XML cannot hold (ECMA-376 part 1, 22.4.2.4)
Record = tuple[int, list[str]]
Cell = tuple[str, object]  # openpyxl's type of the cell and its value
Report = Callable[[int, str, str], None]


def read_workbook(path: Path, names: Collection[str], problems: list[Problem]) -> dict[str, list[Record]]:
    """The records of each sheet by its title, with row numbers from 1; sheets not among ``names`` have none.

    Names are compared in small letters. What is wrong is added to ``problems`` under the title of the sheet; a file
    that cannot be read has no sheets.
    """
    data = _bytes(path, problems)
    if not data:
        return {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that openpyxl leaves aside
            return _sheets(data, names, problems)
    except Exception as error:  # openpyxl documents none of the many errors that a damaged archive brings about
        reason = clipped(str(error)) or type(error).__name__
        sentence = f"this is not a workbook that can be read ({reason}); save it anew as XLSX"
        problems.append(Problem(path.name, 0, "", sentence))
        return {}


def _bytes(path: Path, problems: list[Problem]) -> bytes:
    """The file, if what it unpacks to is of a bearable size; otherwise a problem and nothing."""

    def refuse(sentence: str) -> bytes:
        problems.append(Problem(path.name, 0, "", sentence))
        return b""

    try:
        if path.stat().st_size > MAX_BYTES:
            return refuse(f"the file has more than {MAX_BYTES / 1e6:.0f} MB; split the tour")
        data = files.read(path, MAX_BYTES)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except FileNotFoundError:
        return refuse("the file is missing; check its name")
    except OSError as error:
        return refuse(f"the file cannot be opened ({error.strerror}); check that it is a readable file")
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return refuse("this is not a workbook; save the sheets as XLSX")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        return refuse(f"the workbook unpacks to more than {MAX_UNPACKED / 1e6:.0f} MB; delete what is not the tour")
    return data


def _sheets(data: bytes, names: Collection[str], problems: list[Problem]) -> dict[str, list[Record]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    wanted = {name.lower() for name in names}
    found: dict[str, list[Record]] = {}
    for sheet in book.worksheets:
        title = str(sheet.title)

        def report(line: int, column: str, sentence: str, title: str = title) -> None:
            problems.append(Problem(clipped(title), line, clipped(column), sentence))

        if title.strip().lower() in wanted:
            sheet.reset_dimensions()  # the size that a sheet states of itself need not be true
            rows = sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1)
            cells: Iterable[list[Cell]] = ([(cell.data_type, cell.value) for cell in row] for row in rows)
            found[title] = list(_records(cells, report))
        else:
            found[title] = []
    book.close()
    return found


def _records(rows: Iterable[list[Cell]], report: Report) -> Iterator[Record]:
    """The rows that are not blank. Rows and columns beyond the limits are reported once."""
    header: list[str] = []
    for line, cells in enumerate(rows, start=1):
        filled = any(value is not None for _, value in cells)
        if line > MAX_ROWS and filled:
            report(line, "", f"rows from here on are left out; a sheet may have {MAX_ROWS}, split the tour")
        if line > MAX_ROWS:
            return
        if not filled:
            continue
        if not header and any(value is not None for _, value in cells[MAX_COLUMNS:]):
            report(line, "", f"columns beyond the first {MAX_COLUMNS} are left out; delete what is not the tour")
        titles = header + [""] * (MAX_COLUMNS - len(header))
        texts = [_read(cell, line, title, report) for cell, title in zip(cells[:MAX_COLUMNS], titles, strict=False)]
        while texts and not texts[-1]:
            texts.pop()
        header = header or texts
        yield line, texts


def _read(cell: Cell, line: int, column: str, report: Report) -> str:
    """What stands in the cell. A formula or an error is reported and empty."""
    kind, value = cell
    if kind == "f":
        report(line, column, "the cell holds a formula and is left out; put its value in its place")
    elif kind == "e":
        report(line, column, f"the cell holds the error {clipped(str(value))}; put a value in its place")
    return "" if kind in ("f", "e") else _text(value)


def _text(value: object) -> str:
    """The value as one would type it into a CSV file."""
    if isinstance(value, dt.datetime):
        minute = (value + _HALF_A_MINUTE).replace(second=0, microsecond=0, tzinfo=None)
        return minute.date().isoformat() if minute.time() == dt.time.min else minute.isoformat(timespec="minutes")
    if isinstance(value, dt.time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, str):
        return _CONTROL.sub(lambda match: chr(int(match[1], 16)), value)
    return "" if value is None else str(value)
