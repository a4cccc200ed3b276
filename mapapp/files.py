"""Reading files that somebody else wrote: only so much of them, and only what is a file."""

import errno
import re
import stat
import tomllib
from pathlib import Path
from typing import Any

MAX_NESTED = 100  # parts of a dotted name in TOML; ours have one
_NESTED = re.compile(rf"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){{{MAX_NESTED}}}""")


def read(path: Path, most: int) -> bytes:
    """The first ``most`` bytes of a file.

    Raises OSError, also for a pipe, for which one would wait, and for a device, which may have no end.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # a folder has an error of its own
        raise OSError(errno.EINVAL, "it is a pipe or a device", str(path))
    with path.open("rb") as file:
        return file.read(most)


def toml(text: str) -> dict[str, Any]:
    """The values of a TOML file.

    Raises ValueError, also for brackets or names that are nested without end: the first exhaust the stack, the others
    take the parser minutes.
    """
    if _NESTED.search(text):
        raise ValueError(f"a name has more than {MAX_NESTED} parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("brackets are nested too deeply") from None
