"""The command ``import``: somebody's table to the folder of a tour."""

import argparse
import datetime as dt
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mapapp import files
from mapapp.cli.ending import FINE, PROBLEMS, not_written
from mapapp.cli.named import folder, some_path
from mapapp.cli.saying import indented, say
from mapapp.errors import MapappError, clipped, why
from mapapp.message import plural, series, tr
from mapapp.terms import term

if TYPE_CHECKING:
    from mapapp.foreign import Question, Reading
    from mapapp.foreign.again import Again

MOST_ASKED = 20  # questions that are printed
MOST_TOLD = 50  # rows whose changes are printed


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument(
        "file", type=some_path, metavar="FILE", help=tr("a workbook, CSV, TSV, text or HTML file with a table")
    )
    parser.add_argument(
        "out", nargs="?", type=some_path, metavar="OUT", help=tr("the folder to write; without it nothing is")
    )
    parser.add_argument("--into", type=folder, metavar="TOUR", help=tr("the folder of the tour that this table made"))
    parser.add_argument("--sheet", default="", help=tr("which sheet of a workbook is read"))
    parser.add_argument("--title", default="", help=tr("what the tour is called"))
    parser.add_argument("--traveller", default="", help=tr("who travels, where no column says it"))
    parser.add_argument("--year", type=int, help=tr("the year of dates that state none"))
    order = parser.add_mutually_exclusive_group()
    order.add_argument(
        "--day-first", action="store_const", dest="order", const="day first", help=tr("read 3/4 as 3 April")
    )
    order.add_argument("--month-first", action="store_const", dest="order", const="month first", help=tr("as 4 March"))


def run(options: argparse.Namespace) -> int:
    """Read a table as a tour: print what its columns are and what has to be asked, and write the tour's folder."""
    if options.into and options.out:
        raise MapappError(tr("OUT and --into exclude each other; give one of them."))
    data = content(options.file)
    if options.into:
        return _into(options, data)
    reading = _read(data, options)
    _tell(reading)
    if options.out:
        _write(options.out, reading.files())
        say(tr("written to {out}", out=options.out), error=True)
    return PROBLEMS if reading.questions or not reading.counts.mapped else FINE


def content(path: Path) -> bytes:
    """The bytes of a table, refused where they are too many. Raises MapappError."""
    from mapapp.foreign.opening import MAX_BYTES

    try:
        if path.stat().st_size > MAX_BYTES:
            raise MapappError(
                tr(
                    "'{path}' has more than {n} MB, which is the most. Split it.",
                    path=str(path),
                    n=round(MAX_BYTES / 1e6),
                )
            )
        return files.read(path, MAX_BYTES)
    except OSError as error:
        raise MapappError(
            tr("'{path}' cannot be read ({error}). Name another file.", path=str(path), error=why(error))
        ) from None


def _read(data: bytes, options: argparse.Namespace) -> "Reading":
    from mapapp.dates.partial import Order
    from mapapp.foreign import Answers, Asked, read
    from mapapp.foreign.records import DATES
    from mapapp.geocoding import offline_resolver

    asked = Asked(offline_resolver)
    answers: Answers = Answers(sheet=options.sheet, title=options.title, traveller=options.traveller, year=options.year)
    reading = read(data, options.file.name, answers, asked)
    if options.order:
        for column in reading.columns:
            answers = answers.with_order(column.index, Order(options.order)) if column.role in DATES else answers
        reading = read(data, options.file.name, answers, asked)
    return reading


def told(reading: "Reading") -> str:
    """What a table would become, in one line."""
    counts = reading.counts
    return tr(
        "{rows}: {read} read, {asked} need you, {left} left out; {stops}, {events}",
        rows=plural(counts.rows, "{n} row", "{n} rows"),
        read=counts.read,
        asked=counts.needs_you,
        left=counts.left_out,
        stops=plural(counts.stops, "{n} stop", "{n} stops"),
        events=plural(counts.events, "{n} event", "{n} events"),
    )


def said_of(path: Path) -> tuple[str, list[str]]:
    """What a table that is no tour yet would become, and how it becomes one; and what it leaves open, in lines."""
    from mapapp.foreign import Answers, Asked, read
    from mapapp.geocoding import offline_resolver

    reading = read(content(path), path.name, Answers(), Asked(offline_resolver))
    asked = plural(len(reading.questions), "{n} question", "{n} questions")
    way = tr("python -m mapapp import {path} FOLDER makes one of it", path=shlex.quote(str(path)))
    said = tr(
        "'{name}' is a table to be checked, and no tour yet: {told}; {asked}. {way}.",
        name=clipped(path.name),
        told=told(reading),
        asked=asked,
        way=way,
    )
    return said, [*_questions(reading.questions), *_unlikely(reading)][1:]


def _tell(reading: "Reading") -> None:
    lines = [clipped(reading.title, 200), *reading.notes, ""]
    for column in reading.columns:
        heading = clipped(column.heading) or tr("column {number}", number=column.index + 1)
        role = series((term(column.role), term(column.order) if column.order else ""))
        lines.append(tr("{heading}: {role} ({n}% fit)", heading=heading, role=role, n=round(100 * column.fits)))
        lines += [indented(column.said)] if column.said else []
    lines += ["", told(reading)]
    lines += [indented(series((facet, str(count)), ": ")) for facet, count in reading.counts.facets]
    lines += _questions(reading.questions)
    say(*lines, *_unlikely(reading))


def _unlikely(reading: "Reading") -> list[str]:
    from mapapp.foreign.unlikely import unlikely

    found = unlikely(reading.tour)
    return ["", tr("to look at, though it may be right:"), *found[:MOST_ASKED]] if found else []


def _questions(questions: Iterable["Question"]) -> list[str]:
    asked = list(questions)
    lines: list[str] = []
    if asked:
        said = plural(len(asked), "{n} question, with an answer chosen:", "{n} questions, each with an answer chosen:")
        lines += ["", said]
    for question in asked[:MOST_ASKED]:
        told: str = question.sentence
        if question.count > 1:
            told = tr("{question} ({n} cells)", question=told, n=question.count)
        answer = question.choices[question.chosen].words
        lines.append(tr("  {question} -> {answer}", question=told, answer=answer))
    left = len(asked) - MOST_ASKED
    return [*lines, tr("  and {left} more", left=left)] if left > 0 else lines


def _write(out: Path, contents: dict[str, bytes]) -> None:
    """Write a folder that is not there yet, or is empty. Raises MapappError."""
    try:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise MapappError(tr("'{out}' is there already. Name a new folder, or give --into {out}.", out=out))
        out.mkdir(parents=True, exist_ok=True)
        for name in sorted(contents, key=lambda name: name == "tour.toml"):  # what makes it a tour comes last
            files.write(out / name, contents[name])
    except OSError as error:
        raise not_written(out, error, folder=True) from None


def _into(options: argparse.Namespace, data: bytes) -> int:
    """Bring a table again into the tour that it made."""
    from mapapp.foreign import Asked
    from mapapp.foreign.again import read_again
    from mapapp.geocoding import offline_resolver

    tour: Path = options.into
    if not tour.is_dir():
        raise MapappError(tr("'{tour}' is one file; --into wants the folder of a tour.", tour=tour))
    current = {path.name: path.read_bytes() for path in sorted(tour.iterdir()) if path.is_file()}
    try:
        again = read_again(data, options.file.name, current, Asked(offline_resolver), today=dt.date.today())
    except UnicodeDecodeError:
        raise MapappError(tr("A table of the tour is no text that can be read; save it as CSV UTF-8.")) from None
    _refuse_another(again, options.file)
    _keep(tour, current, again.merged.files)
    _tell_again(again)
    return PROBLEMS if again.merged.conflicts or again.reading.questions else FINE


def _refuse_another(again: "Again", file: Path) -> None:
    """Raises MapappError for a table of which no row is among those that made the tour: all of these would go."""
    from mapapp.foreign.differences import Kind, counted

    counts = counted(again.rows)
    if counts[Kind.REMOVED] and counts[Kind.REMOVED] + counts[Kind.ADDED] == len(again.rows):
        name = clipped(file.name)
        raise MapappError(
            tr(
                "No row of '{name}' is in the table that made this tour. Nothing was written; name a new folder.",
                name=name,
            )
        )


def _keep(tour: Path, current: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Write what differs into the folder of a tour; one of the library gets a version. Raises MapappError."""
    from mapapp import library
    from mapapp.viewer import Viewer

    kept = library.folders(Viewer(writes=True)).items()
    id_ = next((id_ for id_, place in kept if place == tour), "")
    if id_:
        made = library.save(id_, new, began_from=int(tour.parent.name), note=tr("Brought again"))
        say(tr("Saved as version {number}.", number=str(made.number)), error=True)
        return
    try:
        for name, content in new.items():
            if current.get(name) != content:
                files.write(tour / name, content)
    except OSError as error:
        raise MapappError(tr("'{tour}' cannot be written ({error}).", tour=tour, error=why(error))) from None


def _tell_again(again: "Again") -> None:
    from mapapp.cli.diff import lines_of
    from mapapp.foreign.differences import counts_words

    say(*again.notes, *lines_of(again.rows)[:MOST_TOLD])
    say(counts_words(again.rows))
    say(plural(again.merged.kept, "{n} hand-made edit kept", "{n} hand-made edits kept"))
    for conflict in again.merged.conflicts:
        say(
            tr(
                "conflict in {file}, {id}: {sentence}",
                file=conflict.file,
                id=str(conflict.id),
                sentence=conflict.sentence,
            )
        )
        for column, mine, theirs in conflict.cells:
            say(
                tr(
                    "  {column}: '{mine}' is kept, the table says '{theirs}'",
                    column=column,
                    mine=clipped(mine),
                    theirs=clipped(theirs),
                )
            )
    say(*_questions(again.reading.questions))
