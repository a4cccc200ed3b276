"""The command ``diff``: two states of a tour, row by row and cell by cell."""

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mapapp.cli.ending import FINE, PROBLEMS
from mapapp.cli.named import TOUR, folder
from mapapp.cli.saying import indented, say
from mapapp.errors import clipped
from mapapp.message import tr

if TYPE_CHECKING:
    from mapapp.drafts.sheets import Contents
    from mapapp.foreign.differences import Difference


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("before", type=folder, metavar="BEFORE", help=TOUR)
    parser.add_argument("after", type=folder, metavar="AFTER", help=tr("the other state of it, or another tour"))


def run(options: argparse.Namespace) -> int:
    """Print what is added, changed, removed and unchanged between two tours, in every column that they have."""
    from mapapp.drafts.copying import contents_of
    from mapapp.foreign.differences import Kind, counted, counts_words, differences

    before, after = (_tables(contents_of(path)) for path in (options.before, options.after))
    differs = False
    for table in dict.fromkeys((*before, *after)):
        found = differences(before.get(table, {}), after.get(table, {}))
        counts = counted(found)
        if not found:
            continue
        say(tr("{title}: {counts}", title=table, counts=counts_words(found)))
        say(*lines_of(found))
        differs = differs or counts[Kind.UNCHANGED] < len(found)
    return PROBLEMS if differs else FINE


def _tables(contents: "Contents") -> dict[str, dict[str, dict[str, str]]]:
    """The rows of each table by what names them, and what tour.toml says as one row."""
    from mapapp.catalogue.columns import TOUR as SETTINGS
    from mapapp.drafts import sheets
    from mapapp.drafts.differences import keyed
    from mapapp.tables import settings

    tables = {SETTINGS: {SETTINGS: settings.texts(contents.get(SETTINGS, b""))}}
    for file in sheets.FILES:
        rows = keyed(file, sheets.table(contents, file))
        tables[file] = {key if not n else f"{key} ({n + 1})": cells for (key, n), cells in rows.items()}
    return tables


def lines_of(found: Iterable["Difference"]) -> list[str]:
    """The rows that differ, each with its cells before and after."""
    from mapapp.foreign.differences import row_words

    lines: list[str] = []
    for one in found:
        if not one.cells:
            continue
        lines.append(indented(row_words(one)))
        lines += [f"    {column}: '{clipped(old)}' -> '{clipped(new)}'" for column, old, new in one.cells]
    return lines
