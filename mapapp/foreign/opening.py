"""What is in a file that somebody brings: its tables, as lines of cells. Refused at once where it is too large."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from mapapp.errors import clipped
from mapapp.foreign import calendars, markdown
from mapapp.foreign.clipboard import has_table, page_of, tables_of
from mapapp.foreign.colours import coloured_words
from mapapp.foreign.datelike import is_date
from mapapp.foreign.encodings import Known, text_of
from mapapp.foreign.errors import ForeignError
from mapapp.foreign.links import with_links
from mapapp.foreign.listed import dated_lines, timed_lines
from mapapp.foreign.struck import struck_words, with_struck
from mapapp.foreign.wikitext import as_html
from mapapp.message import Sentence, pattern, tr
from mapapp.tables.csv import tokens, value
from mapapp.tables.rows import cleaned
from mapapp.tables.sheets.child import COMPOUND, PACKED
from mapapp.tables.sheets.sheet import HIDDEN
from mapapp.tables.workbook import sheets_in

MAX_BYTES = 20_000_000  # of a file, as for a tour
MAX_ROWS = 20_000  # of a table; the largest real one that we know has 3,900
MAX_ABOVE = 30  # lines above and with the headings
MAX_COLUMNS = 200
MAX_CELLS = 750_000  # with something in them: some ten seconds and 200 MB
MAX_CELL = 32_767  # characters, as in a spreadsheet: many rules look at each of them
SEPARATORS = ",;\t|^"
_NAMED = re.compile(r"\ufeff?[\"']?sep=(.)[\"']?[^\r\n]*(?:\r\n?|\n|\Z)", re.IGNORECASE)
_SAYS = re.compile(r"[^\W_]")  # zeros or commas alone are no table
_SEEN = 200  # lines that show the separator
_QUOTED = re.compile(r"(?:> ?)+")
_DASH = re.compile(r"\s[–—-]\s")
_MOSTLY, _EVEN = 0.6, 0.9  # shares of the lines
_CLOSE_COMMA = re.compile(r",(?:\S|[ \u00a0]{2})")  # that parts cells rather than words
_WIDE_GAP = re.compile(r"[ \u00a0]{2,}")
HIDDEN_READ = pattern("Columns that are hidden in the workbook are read like the others.")
Lines = list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Offer:
    """A table in a file: the title of its sheet ("" where it has none), its rows with something in them, if hidden."""

    name: str
    rows: int
    hidden: bool = False


class Part(NamedTuple):
    """A table within one that was joined: its name, its first line there, and how far its own lines are behind."""

    name: str
    begin: int
    ahead: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it stands: lines of cells, blank ones left out, sentences on how it was read, and hidden columns.

    ``page`` is the first heading of the page that it stands on; ``parts`` are the tables of which it was joined.
    """

    offer: Offer
    lines: Lines = field(default_factory=list)
    notes: tuple[str, ...] = ()
    hidden: frozenset[int] = frozenset()
    page: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def called(self) -> str:
        """The name of the table, "" where it has none of its own."""
        return "" if self.parts else self.offer.name


def offers(data: bytes, name: str, known: Known = lambda _: False) -> tuple[Offer, ...]:
    """The tables of a file that have rows, in its order. Raises ForeignError."""
    return tuple(sheet.offer for sheet in opened(data, name, known))


def pasted(html: str, text: str) -> bytes:
    """What was on the clipboard as the bytes of a file: the HTML where it has a table, otherwise the text."""
    return (html if has_table(html) else text).encode()


def opened(data: bytes, name: str, known: Known) -> tuple[Sheet, ...]:
    """The tables of a file with their lines. Raises ForeignError; the last files are kept for being read again."""
    return _opened(data, name, _Same(known))


class _Same:
    """A way to know words that does not tell two readings of one file apart."""

    def __init__(self, known: Known) -> None:
        self.known = known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=4)
def _opened(data: bytes, name: str, same: _Same) -> tuple[Sheet, ...]:
    if len(data) > MAX_BYTES:
        raise ForeignError(
            tr(
                "The file has {n} MB; {n2} MB is the most. Split it.",
                n=round(len(data) / 1e6),
                n2=round(MAX_BYTES / 1e6),
            )
        )
    if not data.strip():
        raise ForeignError(tr("The file is empty. Choose another one."))
    found = _workbook(data) if data.startswith((PACKED, COMPOUND)) else _text(data, name, same.known)
    sheets = tuple(sheet for sheet in found if any(_SAYS.search(cell) for _, cells in sheet.lines for cell in cells))
    if not sheets:
        raise ForeignError(tr("There is nothing in the table. Choose another one."))
    for sheet in sheets:
        _check_size(sheet)
    return sheets


def _check_size(sheet: Sheet) -> None:
    called = tr("The sheet “{name}”", name=clipped(sheet.offer.name)) if sheet.offer.name else tr("The table")
    if len(sheet.lines) > MAX_ROWS + MAX_ABOVE:
        raise ForeignError(
            tr("{called} has more than {most} rows, which is the most. Split it.", called=called, most=MAX_ROWS)
        )
    if sum(sum(map(bool, cells)) for _, cells in sheet.lines) > MAX_CELLS:
        raise ForeignError(
            tr("{called} has more than {most} cells, which is the most. Split it.", called=called, most=MAX_CELLS)
        )
    if long := next((number for number, cells in sheet.lines if max(map(len, cells)) > MAX_CELL), 0):
        raise ForeignError(
            tr(
                "{called} has a cell of more than {most} characters, in line {line}. Shorten it.",
                called=called,
                most=MAX_CELL,
                line=long,
            )
        )
    width = max(len(cells) for _, cells in sheet.lines)
    if width > MAX_COLUMNS:
        raise ForeignError(
            tr(
                "{called} has {width} columns; {most} is the most. Delete those that are not needed.",
                called=called,
                width=width,
                most=MAX_COLUMNS,
            )
        )


def _workbook(data: bytes) -> list[Sheet]:
    found, refusal = sheets_in(data, rows=MAX_ROWS + MAX_ABOVE)
    if refusal:
        raise ForeignError(Sentence.of(refusal))
    sheets = []
    for title, hidden, records, notes, links, unseen, struck, coloured in found:
        lines = with_links([(line, cells) for line, raw in records if any(cells := cleaned(raw))], links)
        lines = with_struck(lines, struck)
        said = Counter(note for _, _, note in notes if note != HIDDEN)
        told: list[str] = [
            Sentence.of(note if count == 1 else tr("{note} ({count} times)", note=note, count=count))
            for note, count in said.items()
        ]
        told += [*struck_words(struck), *coloured_words(lines, coloured)]
        if hidden:
            told.append(tr("The sheet is hidden in the workbook."))
        sheets.append(Sheet(Offer(title, len(lines), hidden), lines, tuple(told), frozenset(unseen)))
    return sheets


def _text(data: bytes, name: str, known: Known) -> list[Sheet]:
    try:
        text, said = text_of(data, known)
    except UnicodeDecodeError:
        raise ForeignError(
            tr("“{name}” is no table and no text that can be read. Save it as XLSX or CSV.", name=clipped(name))
        ) from None
    notes = [said] if said else []
    if calendars.is_calendar(text):
        return [_of_calendar(text, notes)]
    text = _unquoted(text)
    text = as_html(text) or text
    if has_table(text):
        return _of_page(text, tuple(notes))
    if marked := markdown.lines_of(text):
        return [Sheet(Offer("", len(marked)), marked, tuple(notes))]
    separator = separator_of(text)
    even = separator == "," and _are_even(text)
    if separator in ("", ",") and not _are_dashed(text) and (listed := dated_lines(text, even) or timed_lines(text)):
        return [Sheet(Offer("", len(listed)), listed, tuple(notes))]
    if not separator or (separator == "," and _are_spaced(text)):
        gap = _DASH if _are_dashed(text) else _WIDE_GAP
        lines = _filled((n, cleaned(gap.split(line.strip()))) for n, line in enumerate(text.splitlines(), 1))
        return [Sheet(Offer("", len(lines)), lines, tuple(notes))]
    named = _NAMED.match(text)
    skipped = named.end() if named else 0
    lines, broken = [], []
    for token in tokens(text[skipped:], separator):
        line = token.line + bool(named)
        if token.wrong:
            broken.append(line)
            lines.append((line, [text[skipped:].splitlines()[token.line - 1]]))
        else:
            lines.append((line, cleaned(map(value, token.raw))))
        if len(lines) > MAX_ROWS + MAX_ABOVE:
            break
    if broken:
        notes.append(tr("The quotes of line {broken} are not closed; the line is read as one cell.", broken=broken[0]))
    filled = _filled(lines)
    return [Sheet(Offer("", len(filled)), filled, tuple(notes))]


def _of_calendar(text: str, notes: Sequence[str]) -> Sheet:
    lines, title, told = calendars.lines_of(text)
    return Sheet(Offer("", len(lines)), lines, (*notes, *told), page=title)


def _of_page(text: str, notes: tuple[str, ...]) -> list[Sheet]:
    """The tables of HTML."""
    page, sheets = page_of(text), []
    for caption, rows, struck, coloured in tables_of(text):
        lines = with_struck(_filled((number, cleaned(row)) for number, row in enumerate(rows, 1)), struck)
        told = (*notes, *struck_words(struck), *coloured_words(lines, coloured))
        sheets.append(Sheet(Offer(caption, len(lines)), lines, told, page=page))
    return sheets


def _are_even(text: str) -> bool:
    """Whether commas part nearly all lines into as many cells: then a date before a dash is one of them."""
    widths = Counter(len(token.raw) for token, _ in zip(tokens(text, ","), range(_SEEN), strict=False) if token.raw)
    return max(widths.values(), default=0) >= _EVEN * sum(widths.values())


def _are_dashed(text: str) -> bool:
    """Whether dashes between blanks part each line into as many cells, three or more."""
    counts = {len(_DASH.split(line)) for line in text.splitlines() if line.strip()}
    return len(counts) == 1 and min(counts) > 2 and text.strip().count("\n") > 0


def _are_spaced(text: str) -> bool:
    """Whether blanks part most lines into as many cells, three or more, and commas stand within them."""
    widths = Counter(len(_WIDE_GAP.split(line.strip())) for line in text.splitlines() if line.strip())
    width, count = max(widths.items(), key=lambda pair: pair[1], default=(0, 0))
    if width == 2 and count >= _MOSTLY * sum(widths.values()):  # a date and what happens on it
        cells = (_WIDE_GAP.split(line.strip()) for line in text.splitlines())
        return _WIDE_GAP.search(text) is not None and all(is_date(pair[0]) for pair in cells if len(pair) == width)
    return width > 2 and count > 1 and count >= _MOSTLY * sum(widths.values()) and not _CLOSE_COMMA.search(text)


def _unquoted(text: str) -> str:
    """A text without the signs with which e-mails quote it, where each line has one."""
    lines = text.splitlines()
    return "\n".join(_QUOTED.sub("", line) for line in lines) if all(map(_QUOTED.match, filter(None, lines))) else text


def _filled(lines: Iterable[tuple[int, list[str]]]) -> Lines:
    return [(line, cells) for line, cells in lines if any(cells)]


def separator_of(text: str) -> str:
    """What separates the cells of a text: what its first line names, or what parts most lines into as many; or ""."""
    if (named := _NAMED.match(text)) and not named[1].isalnum():
        return named[1]
    head = text[: 200 * _SEEN]
    best, most = "", 0.0
    for separator in SEPARATORS:
        widths = [len(token.raw) for token, _ in zip(tokens(head, separator), range(_SEEN), strict=False) if token.raw]
        counted = Counter(width for width in widths if width > 1)
        if not counted:
            continue
        width, times = max(counted.items(), key=lambda pair: pair[0] * pair[1])
        score = times / len(widths) * (1 + 0.02 * min(width, 20)) + 0.3 * sum(counted.values()) / len(widths)
        if separator in ("\t", "|", ";"):
            score += (0.4 if separator == "\t" else 0.05) * (score > 0.3)  # nobody types tabs into words
        if score > most:
            best, most = separator, score
    return best if most > 0.2 else ""
