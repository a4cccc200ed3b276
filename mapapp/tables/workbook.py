"""A workbook (XLSX, ODS or XLS) to records of text, as a CSV file would give them.

Somebody else's workbook is a packed archive that may be made to unfold without end, or to break whatever reads it. So
it is read by another process (`mapapp.tables.sheets`), which may use so much memory and time; what becomes of it, here
there is a sentence.
"""

import json
import subprocess
import sys
from collections.abc import Collection
from contextlib import nullcontext
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, NamedTuple

from mapapp import files
from mapapp.errors import Problem, clipped, why
from mapapp.message import tr
from mapapp.tables.rows import MAX_COLUMNS, MAX_ROWS, Record
from mapapp.transit import received

MAX_BYTES = 20_000_000  # as for a CSV file
MAX_UNPACKED = 100_000_000  # bytes of all parts; ten times what 10,000 events need
MAX_PARTS = 1_000
MAX_CHARACTERS = 40_000_000  # of all cells
MAX_SECONDS = 9  # of the processor
MAX_WAIT = 20 if sys.platform != "win32" else 10  # seconds by the clock; the processor's are not counted everywhere
_AT_ONCE = BoundedSemaphore(2)  # each reader may take as much memory as it is allowed
_START = "import sys; sys.path.insert(0, sys.argv[1]); from mapapp.tables.sheets.child import main; main(sys.argv[2])"
_ROOT = Path(__file__).parents[2]
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Sheet(NamedTuple):
    """A sheet as it stands in a workbook: rows with their numbers from 1, and notes of line, column and sentence.

    ``links`` are the addresses to which cells lead, by line from 1 and column from 0; ``hidden_columns`` count alike.
    ``struck`` are lines with how many of their cells are struck through, and how many are filled; ``coloured`` are
    lines with a colour on which cells of theirs stand.
    """

    title: str
    hidden: bool
    records: list[Record]
    notes: list[tuple[int, str, str]]
    links: list[tuple[int, int, str]]
    hidden_columns: list[int]
    struck: list[tuple[int, int, int]]
    coloured: list[tuple[int, str]]


def sheets_in(data: bytes, *, rows: int | None = None) -> tuple[list[Sheet], str]:
    """All sheets of a workbook with up to so many rows each, or none and a sentence on why it cannot be read.

    Formulas are read as the values that the workbook keeps for them. Merged cells are as in `read_workbook`.
    """
    with _AT_ONCE:
        answer = _asked(data, None, 1, rows=rows, valued=True)
    return [
        Sheet(
            title,
            hidden,
            [(line, cells) for line, cells in records],
            [(line, column, received(said)) for line, column, said in notes],
            [(line, column, address) for line, column, address in links],
            unseen,
            [(line, crossed, filled) for line, crossed, filled in struck],
            [(line, colour) for line, colour in coloured],
        )
        for title, hidden, records, notes, links, unseen, struck, coloured in answer.get("sheets", ())
    ], _refusal(answer)


def read_workbook(
    path: Path, names: Collection[str], problems: list[Problem], *, hurry: bool = False
) -> dict[str, list[Record]]:
    """The records of each sheet by its title, with row numbers from 1; sheets not among ``names`` have none.

    Names are compared in small letters. What is wrong is added to ``problems`` under the title of the sheet; a file
    that cannot be read has no sheets. The value of a merged cell is that of every row beneath that it reaches over.
    ``hurry``: it is read in a third of the time, or not at all.
    """
    data = _bytes(path, problems)
    answer: dict[str, Any] = {}
    if data is not None:
        with nullcontext() if hurry else _AT_ONCE:
            answer = _asked(data, names, 3 if hurry else 1)
    if refusal := _refusal(answer):
        problems.append(Problem(path.name, 0, "", refusal))
    found: dict[str, list[Record]] = {}
    for title, hidden, records, notes, *_ in answer.get("sheets", ()):
        if hidden and records:
            said = tr(
                "the sheet is hidden in the workbook and is read all the same; delete it if it is not of the tour"
            )
            problems.append(Problem(clipped(title), 0, "", said))
        for line, column, sentence in notes:
            problems.append(Problem(clipped(title), line, clipped(column), received(sentence)))
        found[title] = [(line, cells) for line, cells in records]
    return found


def _refusal(answer: dict[str, Any]) -> str:
    """Why a workbook cannot be read, "" where it can."""
    if "damaged" in answer:
        return tr(
            "this is not a workbook that can be read ({answer}); save it anew as XLSX",
            answer=clipped(str(answer["damaged"])),
        )
    return received(answer.get("refused", ""))


def _bytes(path: Path, problems: list[Problem]) -> bytes | None:
    """The file, if it is of a bearable size; otherwise None, and a problem."""
    try:
        if path.stat().st_size <= MAX_BYTES:
            return files.read(path, MAX_BYTES)
        sentence = tr("the file has more than {n} MB; split the tour", n=round(MAX_BYTES / 1e6))
    except FileNotFoundError:
        sentence = tr("the file is missing; check its name")
    except OSError as error:
        sentence = tr("the file cannot be opened ({error}); check that it is a readable file", error=why(error))
    problems.append(Problem(path.name, 0, "", sentence))
    return None


def _asked(
    data: bytes, names: Collection[str] | None, part: int, *, rows: int | None = None, valued: bool = False
) -> dict[str, Any]:
    """The answer of a process that reads the workbook, in this part of the time; all sheets where ``names`` is None."""
    limits = {
        "rows": rows or MAX_ROWS, "columns": MAX_COLUMNS, "characters": MAX_CHARACTERS, "unpacked": MAX_UNPACKED,
        "parts": MAX_PARTS, "valued": valued,
    }  # fmt: skip
    wanted = None if names is None else [name.lower() for name in names]
    order = json.dumps({"wanted": wanted, "seconds": MAX_SECONDS // part, "limits": limits})
    command = [sys.executable, "-I", "-S", "-c", _START, str(_ROOT), order]
    too_long = {"refused": tr("it takes too long to read; delete what is not the tour, or save its sheets as CSV")}
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=MAX_WAIT / part, creationflags=_HIDDEN, check=False
        )
    except subprocess.TimeoutExpired:
        return too_long
    except OSError as error:
        return {
            "refused": tr("it cannot be read now ({error}); try again, or save its sheets as CSV", error=why(error))
        }
    if done.returncode == 0:
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
    return too_long
