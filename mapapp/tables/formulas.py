"""Cells that a spreadsheet would take for a formula, and the apostrophe by which it takes them for text."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


def guarded(cell: str) -> str:
    """The cell as a spreadsheet takes it for text: with an apostrophe where it would be a formula.

    A number stays one. ``unguarded`` takes exactly this apostrophe away.
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe of `guarded`; ``unguarded(guarded(cell)) == cell``."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell
