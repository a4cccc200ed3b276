"""Sources, and citations of them."""

from dataclasses import dataclass
from typing import NamedTuple

from mapapp.when import When


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was published and can be looked up.

    ``published`` is the date of publication (None: not known), ``read`` the date on which we read it, or a stored copy
    of it (None: not read by us). ``url`` is "" where no address is at hand.
    """

    id: str
    title: str
    publisher: str
    url: str = ""
    published: When | None = None
    read: When | None = None


class Citation(NamedTuple):
    """A place in a source: ``locator`` says where in it (a paragraph, a record number), "" for the whole."""

    source: str
    locator: str = ""


class Quotation(NamedTuple):
    """Words of a source, letter by letter, on which a record rests. ``table`` is "events" or "visits"."""

    table: str
    record: str
    words: str
    citation: Citation
