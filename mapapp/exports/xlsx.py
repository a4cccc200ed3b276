"""The whole tour as a workbook: a sheet to read, then a sheet for each file of a tour, with its columns.

Dates are dates and numbers are numbers where the workbook can hold them exactly; everything else is text, and no text
is ever a formula or a link.
"""

import datetime as dt
import io

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from mapapp.catalogue.columns import TABLES, with_languages
from mapapp.catalogue.origins import READ_ME
from mapapp.exports.records import Cell, records, written
from mapapp.message import series, tr
from mapapp.snapshot import Snapshot
from mapapp.tables.spoken import in_language
from mapapp.when import Precision, When
from mapapp.words.comparison import sentences
from mapapp.words.contents import PLACES_CREDIT, as_of, as_of_words, contents, notices
from mapapp.words.language import Words

MAX_TEXT = 32_767  # characters that a cell can hold
FIRST_DAY = dt.date(1900, 3, 1)  # before it, spreadsheets do not agree on the days of 1900
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTHS = {"title": 40, "name": 24, "role": 40, "summary": 70, "value": 30, "note": 40, "label": 40, "url": 40}
_SHEETS = {
    "events": tr("what happened, where and when"),
    "visits": tr("the travellers' stays, in order"),
    "people": tr("who took part"),
    "claims": tr("what is on record where there is more than one answer"),
    "figures": tr("numbers with unit, period and source"),
    "story": tr("the scenes of the story, in their order"),
    "callouts": tr("words of the author on the map, four at most"),
    "legs": tr("the ways between visits"),
    "sources": tr("who says so; the other sheets name them by id"),
    "tour": tr("title, travellers, corridors and wordings"),
}


def write(snapshot: Snapshot) -> bytes:
    """The workbook; `mapapp.catalogue.tours.load_tour` reads the same tour from it."""
    out = io.BytesIO()
    book, words = Workbook(out, _OPTIONS), Words(snapshot.language)
    day = as_of(snapshot.tour) or dt.date(2000, 1, 1)  # the clock would make each writing differ from the last
    made = dt.datetime.combine(day, dt.time.min)
    book.set_properties(
        {"title": words.say(snapshot.tour.title)[:255], "comments": words.say(contents(snapshot)), "created": made}
    )
    _read_me(book, snapshot)
    sheets = _Sheets(book)
    for table, rows in records(snapshot.tour).items():
        columns = list(with_languages(TABLES[table], (name for cells in rows for name in cells)))
        sheets.add(table, columns, [[cells.get(column) for column in columns] for cells in rows])
    book.close()
    return out.getvalue()


def _read_me(book: Workbook, snapshot: Snapshot) -> None:
    tour, words = snapshot.tour, Words(snapshot.language)
    lines = [
        (tour.title, ""),
        (tr("In this file"), contents(snapshot)),
        (tr("Summary"), tour.summary),
        (tr("Data as of"), as_of_words(tour) or tr("not stated")),
        (tr("View"), snapshot.view.query()),
        *((tr("In common"), sentence) for sentence in sentences(tour, snapshot.view.align)),
        (tr("Boundaries"), series(notices(snapshot), " ")),
        (tr("Credit"), PLACES_CREDIT),
        ("", ""),
        *((tr("Sheet {name}", name=table), _SHEETS[table]) for table in TABLES),
        ("", ""),
        (
            tr("Dates"),
            tr("A year or month alone, a range, or a date with ~ or ? is text: begin it with an apostrophe."),
        ),
        (tr("Reading back"), tr("mapapp reads this workbook as the tour that it is: python -m mapapp check FILE")),
    ]
    sheet = book.add_worksheet(READ_ME)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 100)
    if words.direction == "rtl":
        sheet.right_to_left()
    bold = book.add_format({"bold": True, "font_size": 14})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for row, (name, text) in enumerate(lines):
        _write_text(sheet, row, 0, words.say(name), wrapped if row else bold)
        _write_text(sheet, row, 1, words.say(text), wrapped)


class _Sheets:
    """Writes tables to sheets of a workbook in one style."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.bold = book.add_format({"bold": True})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.minute = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"})

    def add(self, name: str, columns: list[str], rows: list[list[Cell]]) -> None:
        """Add a sheet with a line of columns, which stays in sight, and the rows."""
        sheet = self.book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        for index, column in enumerate(columns):
            sheet.set_column(index, index, _WIDTHS.get(in_language(column)[0], 16))
            sheet.write_string(0, index, column, self.bold)
        for row, cells in enumerate(rows, start=1):
            for index, cell in enumerate(cells):
                self._write(sheet, row, index, cell)

    def _write(self, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
        moment = cell.start if isinstance(cell, When) and str(cell) == str(cell.start) else None
        exact = moment and not (moment.about or moment.uncertain) and moment.first_day >= FIRST_DAY
        if moment and exact and moment.precision == Precision.DAY:
            sheet.write_datetime(row, column, moment.begins, self.day)
        elif moment and exact and moment.time not in (None, dt.time.min):  # midnight would be a day without a clock
            sheet.write_datetime(row, column, moment.begins, self.minute)
        elif isinstance(cell, float | int) and float(f"{cell:.16G}") == cell:  # so many digits are written
            sheet.write_number(row, column, cell)
        else:
            _write_text(sheet, row, column, written(cell))


def _write_text(sheet: Worksheet, row: int, column: int, text: str, style: object = None) -> None:
    """Write text that is no formula whatever it begins with, cut where a cell can hold no more."""
    for character in "\ufffe\uffff":  # XML has no place for them
        text = text.replace(character, "\N{REPLACEMENT CHARACTER}")
    if text:
        sheet.write_string(row, column, text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…", style)
