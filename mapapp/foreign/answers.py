"""What people answered about a table, so that reading it again goes on from there."""

from dataclasses import dataclass, replace
from typing import Self

from mapapp.dates.partial import Order
from mapapp.foreign.records import Role

MATCHED, NOWHERE, DEFERRED = "matched", "no such place", "deferred"  # judgments; the first has the id of a place
ALONE, BULK = "alone", "in bulk"
TEXTS = ("sheet", "title", "traveller", "source", "language")  # what may be said about the whole table


@dataclass(frozen=True, slots=True)
class Judgment:
    """One answer of a person; a row of review.csv.

    ``row`` is the key of the row, "" for a judgment about the whole table. ``column`` is the heading of the column, or
    the name of what was asked ("traveller"). ``text`` is the cell as it was written when it was judged. ``judgment`` is
    one of MATCHED, NOWHERE, DEFERRED, or the value of the choice. ``place`` is the id of the place, ``rule`` says why
    there was a question, ``margin`` (0 to 1) how far the first choice led over the second, ``when`` is a date and time
    (ISO 8601), ``by`` who judged. ``scope`` is ALONE, or BULK: for all cells of the column with this text.
    """

    row: str
    column: str
    text: str
    judgment: str
    place: str = ""
    rule: str = ""
    margin: float | None = None
    when: str = ""
    by: str = ""
    scope: str = ALONE


@dataclass(frozen=True, slots=True)
class Answers:
    """All that was answered; what is empty or None is decided by the table itself, or asked.

    ``sheet`` is the title of the table in the file. ``heading`` is the line of the headings, 0 for none. ``roles`` and
    ``orders`` (day or month first) are pairs with the index of the column. ``year`` is that of dates which state none.
    ``source`` is the title of the table as a source, ``language`` a code such as "en".
    """

    sheet: str = ""
    heading: int | None = None
    roles: tuple[tuple[int, Role], ...] = ()
    orders: tuple[tuple[int, Order], ...] = ()
    year: int | None = None
    title: str = ""
    traveller: str = ""
    source: str = ""
    language: str = ""
    judgments: tuple[Judgment, ...] = ()

    def with_role(self, column: int, role: Role) -> Self:
        """The same with another role of a column."""
        return replace(self, roles=(*(pair for pair in self.roles if pair[0] != column), (column, role)))

    def with_order(self, column: int, order: Order) -> Self:
        """The same with the order of day and month in the figures of a column."""
        return replace(self, orders=(*(pair for pair in self.orders if pair[0] != column), (column, order)))

    def saying(self, name: str, text: str) -> Self:
        """The same with a text about the whole table: its sheet, title, traveller, source or language."""
        said = {"sheet": self.sheet, "title": self.title, "traveller": self.traveller}
        said |= {"source": self.source, "language": self.language, name: text}
        return replace(
            self, sheet=said["sheet"], title=said["title"], traveller=said["traveller"], source=said["source"],
            language=said["language"],
        )  # fmt: skip

    def judged(self, judgment: Judgment) -> Self:
        """The same with a judgment, which takes the place of an earlier one about the same cells."""
        about = (judgment.row, judgment.column, judgment.text, judgment.scope)
        kept = (j for j in self.judgments if (j.row, j.column, j.text, j.scope) != about)
        return replace(self, judgments=(*kept, judgment))

    def without(self, judgment: Judgment) -> Self:
        """The same without a judgment: undo."""
        return replace(self, judgments=tuple(j for j in self.judgments if j != judgment))
