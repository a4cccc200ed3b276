"""A table that is brought again into the tour that it made: its judgments stay, and what differs is told row by row."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mapapp.errors import clipped
from mapapp.foreign.answers import Answers
from mapapp.foreign.asked import Asked
from mapapp.foreign.differences import Difference, called, differences, renamed
from mapapp.foreign.identity import with_ids_of
from mapapp.foreign.merging import MADE, SETTINGS, Contents, Merged, made, merged
from mapapp.foreign.reading import Reading, read
from mapapp.foreign.review import FORMAT, answers_of, format_of, is_read
from mapapp.foreign.sheets import Record, records
from mapapp.foreign.writing import KEY, OWN, REVIEW, TABLE
from mapapp.message import tr
from mapapp.tables import settings


@dataclass(frozen=True, slots=True)
class Again:
    """The new reading, what became of each row, the files of the tour after the merge, and sentences on all of it."""

    reading: Reading
    rows: tuple[Difference, ...]
    merged: Merged
    notes: tuple[str, ...] = ()


def read_again(data: bytes, name: str, current: Contents, resolve: Asked, *, today: dt.date | None = None) -> Again:
    """Read a table with the answers that stand in a tour, and put what it says now into it. Raises ForeignError."""
    first = read(data, name, Answers(), resolve, today=today)
    headings = [column.heading for column in first.columns]
    names = renamed(rows_in(current.get(TABLE, b"")), rows_in(first.files()[TABLE]))
    was = {new: old for old, new in names.items()}
    answers = _called(answers_of(current.get(REVIEW, b""), [was.get(heading, heading) for heading in headings]), names)
    reading = read(data, name, answers, resolve, today=today) if answers != Answers() else first
    moved = {one.before: one.after for one in rows_again(reading, current) if one.before != one.after and one.before}
    if any(judgment.row in moved for judgment in answers.judgments):
        reading = read(data, name, _moved(answers, moved), resolve, today=today)
    rows = rows_again(reading, current)
    found = merged(current, files_again(reading, current, rows))
    return Again(reading, tuple(rows), found, notes_again(reading, current))


def rows_again(reading: Reading, current: Contents) -> list[Difference]:
    """What became of each row since the tour was made; a column that has another name by now is the same one."""
    before, after = rows_in(current.get(TABLE, b"")), rows_in(reading.files()[TABLE])
    return differences(called(before, renamed(before, after)), after)


def files_again(reading: Reading, current: Contents, rows: Sequence[Difference]) -> Contents:
    """The files of a reading, whose records have the ids that they have in the tour; ``rows`` are of `rows_again`."""
    before = {one.after: one.before for one in rows if one.before and one.after}
    found = with_ids_of(current, reading, before, [one.before for one in rows if one.before])
    if reading.titled or not settings.values(current.get(SETTINGS, b"")).get("title"):
        return found
    kept = b"".join(line for line in found[SETTINGS].splitlines(keepends=True) if not line.startswith(b"title = "))
    files = {name: content for name, content in found.items() if name != MADE} | {SETTINGS: kept}
    return files | {MADE: made(files)}  # the name of a file is not the title of a tour that has one


def notes_again(reading: Reading, current: Contents) -> tuple[str, ...]:
    """Sentences on judgments of a newer form than this program knows, and on columns with other names."""
    number = format_of(current.get(REVIEW, b""))
    newer = tr("{file} has form {number}; this program knows {known}, and reads what it knows of it.", file=REVIEW,
               number=str(number), known=str(FORMAT))  # fmt: skip
    names = renamed(rows_in(current.get(TABLE, b"")), rows_in(reading.files()[TABLE]))
    said = [tr("The column “{old}” is called “{new}” now.", old=clipped(old), new=clipped(new))
            for old, new in names.items()]  # fmt: skip
    if not is_read(current.get(REVIEW, b"")):
        said.insert(0, tr("{file} has none of the columns of judgments, so that none of them count.", file=REVIEW))
    return (*([newer] if number > FORMAT else ()), *said)


def _called(answers: Answers, names: Mapping[str, str]) -> Answers:
    """The answers with the judgments about columns that have other names now."""
    return replace(
        answers, judgments=tuple(replace(j, column=names.get(j.column, j.column)) for j in answers.judgments)
    )


def _moved(answers: Answers, moved: Mapping[str, str]) -> Answers:
    """The answers with the judgments about rows whose keys are others now."""
    return replace(answers, judgments=tuple(replace(j, row=moved.get(j.row) or j.row) for j in answers.judgments))


def rows_in(table: bytes) -> dict[str, Record]:
    """The rows of `TABLE` by their keys, with the columns of the table itself."""
    names, rows = records(table, OWN)
    own: Sequence[str] = [name for name in names if name not in OWN]
    return {row[KEY]: {name: row.get(name, "") for name in own} for row in rows if row.get(KEY)}
