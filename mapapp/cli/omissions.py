"""What a command leaves out of a file, said to who asked for it."""

import shlex
from pathlib import Path

from mapapp.cli.saying import say
from mapapp.message import plural, series, tr

MOST_LINES = 8  # lines of files that one sentence names


def tell_left_out(path: Path) -> None:
    """Say which lines of a tour no file has because they have a problem; nothing where there are none."""
    from mapapp import assembly

    problems = assembly.read(path).problems
    lines = list(dict.fromkeys(f"{p.file}:{p.line}" for p in problems if p.left_out))
    count = len(lines) + sum(p.count - 1 for p in problems if p.left_out)
    if lines:
        where: str = series(lines[:MOST_LINES])
        if count > MOST_LINES:
            where = tr("{lines} and {n} more", lines=where, n=count - MOST_LINES)
        said = plural(
            count,
            "{n} line of the tour is left out because of a problem ({where}); python -m mapapp check {path} says why",
            "{n} lines of the tour are left out because of a problem ({where}); python -m mapapp check {path} says why",
            where=where,
            path=shlex.quote(str(path)),
        )
        say(said, error=True)
