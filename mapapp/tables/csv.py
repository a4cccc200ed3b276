"""CSV files to records, by the one tokenizer that `mapapp.tables.rewriting` uses as well.

Authors write them in spreadsheets, so comma, semicolon and tab all separate cells, and a byte order mark is fine, as
is Excel's first line ``sep=;``.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mapapp import files
from mapapp.errors import Problem, why
from mapapp.message import tr
from mapapp.pattern import lazy
from mapapp.tables.checking import Records, checked
from mapapp.tables.decoding import MARKS, decoded, told
from mapapp.tables.rows import MAX_CELLS, MAX_ROWS, Column, Commas, Record, Row

MAX_BYTES = 20_000_000  # a hundred times the largest tour we know; a file above it is a mistake, not a tour
MAX_CELL = 131_072  # characters, as in Python's own reader: a longer one is a quotation mark that was never closed
_LINE_END = lazy(r"\r\n?|\n")
_FIRST_LINE = re.compile(r"\S[^\r\n]{0,10000}")
_SEPARATOR = re.compile(
    r"\ufeff?[\"']?sep=([,;\t|])[\"']?[,;\t|]*[^\S\r\n]*(?:\r\n?|\n|\Z)", re.IGNORECASE
)  # Excel's own
_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')
_TOO_LONG = tr("a cell is longer than {most} characters", most=MAX_CELL)
_NOT_CLOSED = tr("a quote is not closed")


class Token(NamedTuple):
    """A record of a text, with the line and the index of its first character.

    ``raw`` are its cells as they stand there, quotes included: with the separator between them they are the text
    itself. ``quoted`` tells whether a quote is among them. Where the line cannot be read, ``wrong`` says why, and there
    are no cells.
    """

    line: int
    start: int
    raw: list[str]
    quoted: bool = False
    wrong: str = ""


def read_table(
    path: Path, columns: Iterable[Column], problems: list[Problem], *, optional: bool = False, unique: str = ""
) -> Iterator[Row]:
    """Yield the usable rows of a CSV file; append to ``problems`` what is wrong with the rest.

    ``optional``: a missing file is no problem. ``unique``: a column whose values must differ; the first row wins.
    """
    columns = tuple(columns)
    found = csv_records(path, [column.name for column in columns], problems, optional=optional)
    if found is not None:
        yield from checked(path.name, found, columns, problems, unique=unique)


def csv_records(
    path: Path, names: Collection[str], problems: list[Problem], *, optional: bool = False
) -> Records | None:
    """The records of a CSV file; None, with a problem, for a file that cannot be read.

    ``names`` are columns that it may have: they tell which character separates cells, unless a first line such as
    ``sep=;`` does. Of a table that is too long the first rows are read.
    """
    text = _text(path, problems, optional)
    if text is None:
        return None
    delimiter = delimiter_of(text, names)
    if line := _SEPARATOR.match(text):
        name = {",": tr("the comma"), ";": tr("the semicolon"), "\t": tr("the tab"), "|": tr("the bar")}[line[1]]
        sentence = tr("the line names {name} as the separator of cells, and is passed over", name=name)
        problems.append(Problem(path.name, 1, "", sentence, remark=True))
    return Records(_records(path.name, text, delimiter, problems), Commas(decimal=delimiter == ";"))


def _records(file: str, text: str, delimiter: str, problems: list[Problem]) -> Iterator[Record]:
    for number, token in enumerate(tokens(text, delimiter)):
        if number > MAX_ROWS:  # the first line is none of them
            sentence = tr("rows from here on are left out; a table may have {most}, split the tour", most=MAX_ROWS)
            problems.append(Problem(file, token.line, "", sentence))
            return
        if token.wrong:
            sentence = tr(
                "the line cannot be read ({wrong}); check its quotes, it is left out until then", wrong=token.wrong
            )
            problems.append(Problem(file, token.line, "", sentence))
        else:
            cells = token.raw[:MAX_CELLS]
            yield token.line, [*map(value, cells)] if token.quoted else cells


def value(raw: str) -> str:
    """What a cell says that stands in the text like that: without its quotes, and with whatever stands behind them."""
    if raw[:1] != '"':
        return raw
    if raw.count('"') == 2 and raw[-1:] == '"':
        return raw[1:-1]
    end = raw.rindex('"') if _QUOTED.fullmatch(raw) else _QUOTED.match(raw).end() - 1  # type: ignore[union-attr]
    return raw[1:end].replace('""', '"') + raw[end + 1 :]


def tokens(text: str, delimiter: str) -> Iterator[Token]:
    """The records of a text, but for those without anything in any cell.

    A quotation mark that is not closed would take the following lines into its cell. Where that shows, the first line
    is read by itself, with its quotes in odd places such as ``"Big" Ben``, or else it cannot be read; and reading
    begins again behind it.
    """
    begins_blank = {delimiter, *" \t\r\n"}
    strict, loose, blank = _patterns(delimiter)
    start, line, size, returns = 0, 1, len(text), "\r" in text
    if named := _SEPARATOR.match(text):
        start, line = named.end(), 2
    while start < size:
        if text[start] in begins_blank and (behind := blank.match(text, start).end()) > start:  # type: ignore[union-attr]
            line += _line_ends(text, start, behind)
            start = behind
            continue
        if returns:
            found = _LINE_END.search(text, start)
            end, after = (found.start(), found.end()) if found else (size, size)
        else:
            end = text.find("\n", start)
            end, after = (end, end + 1) if end >= 0 else (size, size)
        whole, lines = text[start:end], 1
        quoted = '"' in whole
        raw = _cells(whole, delimiter) if quoted else whole.split(delimiter)
        if raw is None and (raw := _record(text, start, delimiter, strict) or _record(text, start, delimiter, loose)):
            end = start + sum(map(len, raw)) + len(raw) - 1
            found = _LINE_END.match(text, end)
            after = found.end() if found else size
            lines = _line_ends(text, start, after)
        if raw and (end - start <= MAX_CELL or max(map(len, raw)) <= MAX_CELL):
            yield Token(line, start, raw, quoted)
        else:
            yield Token(line, start, [], wrong=_TOO_LONG if raw else _NOT_CLOSED)
        start = after
        line += lines


@cache
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A cell, a cell with quotes in odd places, and lines without anything in any cell; the last matches everywhere."""
    delimiter = re.escape(delimiter)
    plain, nothing = rf"[^{delimiter}\r\n]*+", rf"(?:[^\S\r\n]|{delimiter})*+"
    strict = rf'{_QUOTED.pattern}(?=[{delimiter}\r\n]|\Z)|(?!"){plain}'
    loose = rf'"[^"\r\n]*+(?:""[^"\r\n]*+)*+"{plain}|(?!"){plain}'
    return lazy(strict), lazy(loose), lazy(rf"(?:{nothing}(?:\r\n?|\n))*+(?:{nothing}\Z)?")


def _line_ends(text: str, start: int, end: int) -> int:
    """How many lines end there."""
    return text.count("\n", start, end) + text.count("\r", start, end) - text.count("\r\n", start, end)


def _cells(line: str, delimiter: str) -> list[str] | None:
    """The cells of a line with quotes; None where they do not fit, be it that a cell goes on in the next line."""
    cells, rest = [], iter(line.split(delimiter))
    for piece in rest:
        if piece[:1] == '"':
            whole, quotes = [piece], piece.count('"')
            while quotes % 2:
                more = next(rest, None)
                if more is None:
                    return None
                whole.append(more)
                quotes += more.count('"')
            piece = delimiter.join(whole)  # noqa: PLW2901  # the rest of a cell that has separators in it
            if quotes > 2 and not _QUOTED.fullmatch(piece):
                return None
            if quotes == 2 and piece[-1] != '"':
                return None
        cells.append(piece)
    return cells


def _record(text: str, start: int, delimiter: str, cell: re.Pattern[str]) -> list[str]:
    """The cells of the record that begins there; none where one of them does not read as ``cell``."""
    cells = []
    while match := cell.match(text, start):
        cells.append(match[0])
        if text[match.end() : match.end() + 1] != delimiter:
            return cells
        start = match.end() + 1
    return []


def _text(path: Path, problems: list[Problem], optional: bool) -> str | None:
    def refuse(sentence: str, line: int = 0) -> str | None:
        problems.append(Problem(path.name, line, "", sentence))
        return None

    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return refuse(
                tr(
                    "the file has {n} MB, the limit is {n2} MB; split the tour",
                    n=round(size / 1e6),
                    n2=round(MAX_BYTES / 1e6),
                )
            )
        data = files.read(path, MAX_BYTES)
    except FileNotFoundError:
        return None if optional else refuse(tr("the file is missing; add it with its header line"))
    except OSError as error:
        return refuse(tr("the file cannot be opened ({error}); check that it is a readable file", error=why(error)))
    if b"\0" in data and not data.startswith(tuple(mark for mark, _ in MARKS)):
        return refuse(tr("this is not a text file; save the sheet as CSV UTF-8"))
    try:
        found = decoded(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return refuse(tr("the text is not UTF-8; save the sheet as CSV UTF-8"), line)
    for problem in told(path.name, found, data):
        problems.append(problem)
    return found.text


def delimiter_of(text: str, wanted: Collection[str]) -> str:
    """The separator under which most cells of the first line are known columns; of equal ones the most frequent."""
    named = _SEPARATOR.match(text)
    if named:
        return named[1]
    found = _FIRST_LINE.search(text)
    first = found[0].lower() if found else ""
    return max(",;\t", key=lambda d: (sum(cell.strip(' "') in wanted for cell in first.split(d)), first.count(d)))
