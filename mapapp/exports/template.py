"""A table to begin a tour with, for those who have none: headings, and two rows that show what is meant."""

import csv
import io

from xlsxwriter import Workbook

COLUMNS = ("Date", "City", "Country", "Meeting with", "Title", "Time", "Notes", "Status", "Source")
_EXAMPLES = (
    ("1 December 2026", "Astana", "Kazakhstan", "Foreign Minister", "Talks", "10:00", "", "confirmed", ""),
    ("2 December 2026", "Almaty", "Kazakhstan", "", "Business forum", "09:00", "Opening speech", "TBC", ""),
)
_WIDTHS = (20, 18, 18, 30, 30, 8, 40, 14, 30)
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def template_csv() -> bytes:
    """The table as CSV, in UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO()
    csv.writer(out).writerows((COLUMNS, *_EXAMPLES))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def template_xlsx() -> bytes:
    """The table as a workbook; all cells are text, so that no program makes another date of one."""
    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    sheet = book.add_worksheet("Tour")
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width, text)
    for line, cells in enumerate((COLUMNS, *_EXAMPLES)):
        for column, cell in enumerate(cells):
            sheet.write_string(line, column, cell, text if line else bold)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()
