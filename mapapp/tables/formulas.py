"""Cells that a spreadsheet would take for a formula, and the apostrophe by which it takes them for text."""

import re

from mapapp.pattern import lazy

# A spreadsheet may part cells where we do not, by the habit of its country, and takes our quotes for text then. What
# may stand before the sign holds no separator: only so are the apostrophes taken away exactly as they were given.
_SIGN = r"'*(?:[^\S\t\r\n]|[\"\x00-\x08\u200b-\u200f\u2060\ufeff])*[=+\-@＝＋－＠]"
_STARTS = (r"\A", rf"(?={_SIGN}|'*[\t\r\n])"), (r"(?<=[;\t\r\n])", rf"(?={_SIGN})")  # of a cell, and within it
_FORMULA = lazy("|".join(place + what for place, what in _STARTS))
_GUARDED = lazy("|".join(f"{place}'{what}" for place, what in _STARTS))
_NUMBER = lazy(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


def guarded(cell: str) -> str:
    """The cell as a spreadsheet takes it for text: with an apostrophe wherever a formula would begin.

    That is at its start, and within it behind a semicolon, a tab and the end of a line. A number stays one.
    ``unguarded`` takes exactly these apostrophes away.
    """
    return cell if _NUMBER.fullmatch(cell) else _FORMULA.sub("'", cell)


def unguarded(cell: str) -> str:
    """The cell without the apostrophes of `guarded`; ``unguarded(guarded(cell)) == cell``."""
    return _GUARDED.sub("", cell)
