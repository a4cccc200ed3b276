"""A table to begin a tour with, for those who have none: headings, and two rows that show what is meant.

It is in the language of whom it is for, which the reader of tables knows.
"""

import csv
import datetime as dt
import io

from xlsxwriter import Workbook

from mapapp.kinds import KINDS
from mapapp.message import CountryName, PlaceName, series, tr
from mapapp.words.language import ENGLISH, Words
from mapapp.words.terms import status

COLUMNS = (
    tr("Date"),
    tr("City"),
    tr("Country"),
    tr("Meeting with"),
    tr("Title"),
    tr("Time"),
    tr("Notes"),
    tr("Status"),
    tr("Source"),
)
_KAZAKHSTAN = CountryName.of("KZ", "Kazakhstan")
_EXAMPLES = (
    (
        series((dt.date(2026, 12, 1),)),
        PlaceName.at("geonames:1526273", "Astana", {}),
        _KAZAKHSTAN,
        tr("Foreign Minister"),
        KINDS["talks"],
        "10:00",
        "",
        status("confirmed"),
        "",
    ),
    (
        series((dt.date(2026, 12, 2),)),
        PlaceName.at("geonames:1526384", "Almaty", {}),
        _KAZAKHSTAN,
        "",
        tr("Business forum"),
        "09:00",
        tr("Opening speech"),
        status("announced"),
        "",
    ),
)
_WIDTHS = (20, 18, 18, 30, 30, 8, 40, 14, 30)
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def template_csv(words: Words = ENGLISH) -> bytes:
    """The table as CSV, in UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO()
    csv.writer(out).writerows(words.said((COLUMNS, *_EXAMPLES)))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def template_xlsx(words: Words = ENGLISH) -> bytes:
    """The table as a workbook; all cells are text, so that no program makes another date of one."""
    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    sheet = book.add_worksheet(words.say(tr("Tour")))
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width, text)
    for line, cells in enumerate(words.said((COLUMNS, *_EXAMPLES))):
        for column, cell in enumerate(cells):
            sheet.write_string(line, column, cell, text if line else bold)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()
