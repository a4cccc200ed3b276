"""Corrections of place names, in what is read."""

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from mapapp.tables.rows import Row

OVERRULING = ("latitude", "longitude", "place_id", "confidence")  # columns whose cells count more than a name


class Correction(NamedTuple):
    """What the cell of a place name is to say instead.

    ``file``, ``line``, ``row`` and ``column`` are those of the Naming, ``was`` is its cell; a cell that says something
    else by now is left alone. ``country`` is the code to write into the column country, "" where that one may stay.
    Coordinates of the row, and a place chosen before, are taken out, because they would overrule the name.
    """

    file: str
    line: int
    row: str
    column: str
    was: str
    becomes: str
    country: str = ""

    @property
    def cells(self) -> dict[str, str]:
        """The new cells by column."""
        country = {"country": self.country} if self.country else {}
        return {self.column: self.becomes, **dict.fromkeys(OVERRULING, ""), **country}

    def fits(self, file: str, line: int, text: Callable[[str], str], *, alone: bool) -> bool:
        """Whether it is meant for this row.

        A row of a file that holds its table ``alone`` is known by its id, wherever it stands by now; any other by its
        line.
        """
        known = alone and text("id") != ""
        same = (text("id") or text("event")) == self.row and (known or line == self.line)
        return file == self.file and same and text(self.column) == self.was


def correct(rows: Iterable[Row], corrections: Collection[Correction], alone: Collection[str]) -> None:
    """Let the rows say what the corrections want. ``alone`` are the names of files that hold one table each."""
    for row in rows if corrections else ():
        for correction in corrections:
            if correction.fits(row.file, row.line, row.text, alone=row.file in alone):
                row.replace(correction.cells)
                break
