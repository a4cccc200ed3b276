"""The table of a file that is read: its headings, its lines, and its columns with their roles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mapapp.dates.names import months
from mapapp.foreign.answers import Answers
from mapapp.foreign.apart import taken_apart
from mapapp.foreign.asked import Asked
from mapapp.foreign.errors import ForeignError
from mapapp.foreign.headings import Heading, heading_of, tells, words
from mapapp.foreign.headings import key as heading_key
from mapapp.foreign.joined import dated, joined
from mapapp.foreign.marked import with_marked
from mapapp.foreign.opening import HIDDEN_READ, Lines, Offer, Sheet, opened
from mapapp.foreign.records import Column, Role
from mapapp.foreign.roles import columns_of, unless_hidden
from mapapp.foreign.sections import titles, with_places
from mapapp.foreign.stacked import with_banners
from mapapp.foreign.table import Line, padded, sorted_out
from mapapp.foreign.titles import Said, said_above
from mapapp.foreign.upright import turned
from mapapp.foreign.venues import HEARD_OF, SURE
from mapapp.message import tr
from mapapp.place import Ambiguous, Found, Resolve, Toponym


@dataclass(frozen=True, slots=True)
class Bound:
    """A table of a file with its headings, and what stands around it; ``others`` are the other tables of the file."""

    name: str
    sheet: Sheet
    others: tuple[Offer, ...]
    heading: Heading
    lines: tuple[Line, ...]
    said: Said
    together: tuple[str, ...]  # the tables that are read as one where none is chosen


def bound_of(data: bytes, name: str, answers: Answers, asked: Asked) -> tuple[Bound, list[Column]]:
    """The table that is read, and its columns. Raises ForeignError."""
    sheets = opened(data, name, known(asked))
    whole = joined(sheets, _chosen(sheets, ""))
    sheet = dated(_chosen(sheets, answers.sheet)) if answers.sheet else whole
    upright = turned(sheet.lines)
    if upright != sheet.lines:
        note = tr("The headings stand at the left, so its columns are read as rows.")
        read = [tr(HIDDEN_READ)] if sheet.hidden else []
        sheet = replace(sheet, lines=upright, notes=(*sheet.notes, note, *read), hidden=frozenset())
    width = max(len(cells) for _, cells in sheet.lines)
    heading = heading_of(sheet.lines, width, answers.heading)
    heading, below = _with_sections(heading, sheet.lines, asked)
    heading, below = with_marked(heading, below)
    width = len(heading.names)
    lines = padded(below, heading, width)
    if not lines:
        raise ForeignError(tr("There is no row below the headings. Add one, or choose another table."))
    roles = dict(answers.roles)
    columns = _columns(heading, lines, asked, roles)
    names, told = taken_apart(
        heading.names,
        [(x.line, [*x.cells]) for x in lines],
        columns,
        partial(_is_place, resolve=asked),
    )
    if names != heading.names:
        heading = replace(heading, names=names)
        lines = padded(told, heading, len(names))
        columns = _columns(heading, lines, asked, roles)
    columns = unless_hidden(columns, sheet.hidden, roles)
    above = list(filter(None, (*titles(heading.above), sheet.page)))
    said = said_above(above, "" if sheet.page else sheet.called, name)
    joined_names = {part.name for part in sheet.parts}
    together = tuple(part.name for part in whole.parts)
    others = tuple(
        other.offer for other in sheets if other.offer is not sheet.offer and other.offer.name not in joined_names
    )
    return Bound(name, sheet, others, heading, tuple(sorted_out(lines, columns, heading)), said, together), columns


def _with_sections(heading: Heading, lines: Lines, asked: Asked) -> tuple[Heading, Lines]:
    """Headings and lines with the places and travellers that lines above others name, in columns of their own."""
    is_place = partial(_is_place, resolve=asked)
    heading, lines = with_places(heading, lines, is_place, partial(_is_heard_of, resolve=asked))
    return with_banners(heading, lines, is_place)


def known(resolve: Resolve) -> Callable[[str], bool]:
    """Whether a cell says something known: a word of headings, the name of a month, a place."""

    def tell(cell: str) -> bool:
        if heading_key(cell) in words() or any(map(months, cell.split()[:4])):
            return True
        answer = resolve(Toponym(cell))
        literal = isinstance(answer, Found) and answer.candidates[0].match in ("title", "name")
        return literal or isinstance(answer, Ambiguous)

    return tell


def _columns(heading: Heading, lines: Sequence[Line], asked: Asked, roles: Mapping[int, Role]) -> list[Column]:
    full = [line for line in lines if sum(map(bool, line.cells)) > 1]  # a line of one cell is a day, a title or a note
    lines = full if 2 * len(full) > len(lines) else lines
    cells = [[line.cells[index] for line in lines] for index in range(len(heading.names))]
    return columns_of(heading.names, cells, asked, roles)


def _is_place(text: str, resolve: Resolve) -> bool:
    answer = resolve(Toponym(text))
    return isinstance(answer, Ambiguous) or (isinstance(answer, Found) and answer.candidates[0].match != "misspelt")


def _is_heard_of(text: str, resolve: Resolve) -> bool:
    answer = resolve(Toponym(text))
    if not isinstance(answer, Found) or answer.candidates[0].match not in ("title", "name"):
        return False
    place = answer.place
    return answer.confidence >= SURE and (place.kind == "capital" or place.population >= HEARD_OF)


def _chosen(sheets: Sequence[Sheet], name: str) -> Sheet:
    """The sheet of that name; without one the first that is not hidden and whose headings name a place and a date.

    Where none has such headings it is the first of those that have more than a few rows.
    """
    named = next((sheet for sheet in sheets if sheet.offer.name == name), None) if name else None
    shown = [sheet for sheet in sheets if not sheet.offer.hidden] or list(sheets)
    return named or max(shown, key=lambda s: (len(shown) > 1 and tells(s.lines), min(s.offer.rows, 5)))
