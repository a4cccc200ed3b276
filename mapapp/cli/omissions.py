"""What a command leaves out of a file, said to who asked for it."""

import shlex
import sys
from pathlib import Path

MOST_LINES = 8  # lines of files that one sentence names


def tell_left_out(path: Path) -> None:
    """Say which lines of a tour no file has because they have a problem; nothing where there are none."""
    from mapapp import assembly

    problems = assembly.read(path).problems
    lines = list(dict.fromkeys(f"{p.file}:{p.line}" for p in problems if p.left_out))
    count = len(lines) + sum(p.count - 1 for p in problems if p.left_out)
    if lines:
        are = "line of the tour is" if count == 1 else "lines of the tour are"
        more = f" and {count - MOST_LINES} more" if count > MOST_LINES else ""
        where = ", ".join(lines[:MOST_LINES]) + more
        said = f"{count} {are} left out because of a problem ({where})"
        print(f"{said}; python -m mapapp check {shlex.quote(str(path))} says why", file=sys.stderr)
