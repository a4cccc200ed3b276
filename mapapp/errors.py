"""What can go wrong, in one tree.

::

    MapappError
    ├── PositionError       a longitude or latitude that is not on the globe
    ├── WhenError           a text that is no date
    ├── CountryError        a text that names no country
    ├── ViewError           a link or query that asks for something impossible; names the parameter
    ├── RequestError        a request of a program that cannot be meant
    ├── ArticleError        an article that cannot be read
    ├── NotInCatalogue      a tour or corridor that is not there
    └── GeocodingError      a geocoder that could not look ("looked and found nothing" is no error)
        ├── ServiceRefused      the service says no: key, quota or policy
        │   └── QueryRefused        to this one query; others may go through
        ├── ServiceBusy         asked too often; carries the seconds to wait
        └── ServiceUnavailable  no answer, or one that cannot be read

A hole in a data file is not an exception but a `Problem`: problems are collected, and what is good is still shown.
"""

import errno
import sys
from dataclasses import dataclass, field, replace

from mapapp.message import Message, plural, series, tr


class MapappError(Exception):
    """Base of all errors of this package; its text is one sentence that a user may read."""


_OF_SYSTEMS: dict[int, str] = {  # what is in the way of a file, in the words of the C library
    errno.EACCES: tr("Permission denied"),
    errno.EBUSY: tr("Device or resource busy"),
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: tr("Disk quota exceeded"),
    errno.EEXIST: tr("File exists"),
    errno.EFBIG: tr("File too large"),
    errno.EINVAL: tr("Invalid argument"),
    errno.EIO: tr("Input/output error"),
    errno.EISDIR: tr("Is a directory"),
    errno.ELOOP: tr("Too many levels of symbolic links"),
    errno.EMFILE: tr("Too many open files"),
    errno.ENAMETOOLONG: tr("File name too long"),
    errno.ENOENT: tr("No such file or directory"),
    errno.ENOSPC: tr("No space left on device"),
    errno.ENOTDIR: tr("Not a directory"),
    errno.ENOTEMPTY: tr("Directory not empty"),
    errno.EPERM: tr("Operation not permitted"),
    errno.EROFS: tr("Read-only file system"),
}


def why(error: OSError) -> str:
    """What the system says against a file, as a message where it is known; what we have said ourselves as it is."""
    said = str(error.strerror or "")
    return said if isinstance(said, Message) else _OF_SYSTEMS.get(error.errno or 0, said)


class PositionError(MapappError, ValueError):
    """A longitude or latitude outside the globe, or not a number."""


class WhenError(MapappError, ValueError):
    """A text that cannot be read as a date."""


class CountryError(MapappError, ValueError):
    """A text that names no country."""


class ViewError(MapappError, ValueError):
    """A query that cannot be a view.

    ``parameter`` is the name of the query parameter at fault.
    """

    def __init__(self, parameter: str, sentence: str) -> None:
        super().__init__(sentence)
        self.parameter = parameter


class RequestError(MapappError, ValueError):
    """A request of a program that breaks the rules of its protocol, or asks for too much at once."""


class ArticleError(MapappError):
    """An article that cannot be read: its file, its size, its language; the sentence says what to do."""


class NotInCatalogue(MapappError, LookupError):
    """A tour or corridor id that no folder answers to."""


class GeocodingError(MapappError):
    """A geocoder could not look. Finding nothing is not an error."""


class ServiceRefused(GeocodingError):
    """The service refused the request for good: a key is missing or wrong, or its policy forbids the use."""


class QueryRefused(ServiceRefused):
    """The service cannot read this one query."""


class ServiceBusy(GeocodingError):
    """The service asks for a pause of ``retry_after`` seconds (None: it did not say how long)."""

    def __init__(self, sentence: str, retry_after: float | None = None) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after


class ServiceUnavailable(GeocodingError):
    """No answer in time, or an answer that cannot be read."""


def clipped(text: str, length: int = 60) -> str:
    """The text in one line of printable characters, cut where it is long, for quoting in a sentence.

    Terminals obey control characters, and a character that turns the direction of writing garbles what is beside it.
    What needs no change is given back as it is, so that a text still knows itself in other languages.
    """
    line = " ".join(text.split())
    if not line.isprintable():
        line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
    if len(line) > length:
        return line[: length - 1] + "…"
    return text if line == text else line


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a data file.

    ``file`` is relative to the folder that was read, ``line`` counts from 1 (0: the file as a whole), ``column`` is
    the column's name ("" where the whole line is meant), ``sentence`` says what is wrong and what to do about it.
    ``left_out`` tells that the line is not in what was read. ``count`` is the number of problems that it stands for.
    A ``remark`` only tells how something was read that is right as it is: nothing has to be mended.
    """

    file: str
    line: int
    column: str
    sentence: str
    left_out: bool = field(default=False, compare=False)
    count: int = field(default=1, compare=False)
    remark: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return str(self.said)

    @property
    def said(self) -> Message:
        """Where it is and what is wrong: ``visits.csv:3: place: the cell is empty; ...``."""
        place = self.file + (f":{self.line}" if self.line else "")
        return series((place, self.column, self.sentence), ": ")


class Problems(list[Problem]):
    """Problems in the order in which they are found: the first ones of each file, the others only counted.

    A file may have one in each of its cells; nobody reads so many, and they cost more than the file.
    """

    MOST = 200  # of a file

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[tuple[str, bool], int] = {}

    @property
    def found(self) -> int:
        """How many there are, those too that are only counted."""
        return sum(self._found.values())

    def append(self, problem: Problem) -> None:
        """Take the problem, or count it where its file has many already."""
        key = problem.file, problem.left_out
        found = self._found[key] = self._found.get(key, 0) + 1
        if found <= self.MOST:
            super().append(problem)

    def told(self) -> tuple[Problem, ...]:
        """Them all in order of file and line, each once; the last of a file says how many more it has."""
        more = [
            Problem(file, sys.maxsize, "", _more(count - self.MOST), left_out, count - self.MOST)
            for (file, left_out), count in self._found.items()
            if count > self.MOST
        ]
        return tuple(replace(p, line=0) if p.line == sys.maxsize else p for p in sorted({*self, *more}))


def _more(count: int) -> str:
    return plural(
        count,
        "{n} more problem is not listed; mend those that are, and check again",
        "{n} more problems are not listed; mend those that are, and check again",
    )
