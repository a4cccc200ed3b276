"""sources.csv and the columns that cite it, the same in tours and corridors."""

from collections.abc import Collection, Iterable

from mapapp.catalogue.dating import Calendar, day
from mapapp.errors import clipped
from mapapp.message import Text, others_of, tr
from mapapp.source import Citation, Source
from mapapp.tables.rows import Column, Row
from mapapp.tour import ID

FILE = "sources.csv"
COLUMNS = (
    Column("id", required=True),
    Column("title", required=True, spoken=True, repeated=True),
    Column("publisher", spoken=True, repeated=True),
    Column("url", repeated=True),
    Column("published"),
    Column("read"),
)


def read_sources(rows: Iterable[Row], calendar: Calendar) -> tuple[Source, ...]:
    """Read the rows of sources.csv; an address that is no http(s) address is noted and left out."""
    sources = []
    for row in rows:
        if check_id(row):
            dates = day(row, "published", calendar), day(row, "read", calendar)
            sources.append(Source(row.text("id"), row.spoken("title"), row.spoken("publisher"), _url(row), *dates))
    return tuple(sources)


def check_id(row: Row) -> bool:
    """Whether the row's id may stand in a link; a row with any other id is rejected."""
    if not ID.fullmatch(row.text("id")):
        form = tr("up to 64 letters a-z, digits, '-', '_' and '.', a letter or digit first")
        row.reject("id", tr("'{id}' cannot stand in a link; write {form}", id=clipped(row.text("id")), form=form))
    return row.kept


def citations(row: Row, sources: Collection[str], where: str = FILE) -> tuple[Citation, ...]:
    """Read the columns ``source`` (ids between semicolons) and ``locator`` (in the same order).

    A record without any source is noted: facts come with a source. ``where`` is what the table of sources is called.
    """
    ids, locator = row.list("source"), row.spoken("locator")
    if len(ids) == 1 and ids[0] in sources and ";" not in locator:
        return (Citation(ids[0], locator),)
    locators = each(locator)
    known = row.known("source", sources, where)
    if not ids:
        row.note("source", tr("no source is given; name one of {where}", where=where))
    if any(locators[len(ids) :]):
        row.note("locator", tr("{n} locators stand beside fewer sources; give one for each, in order", n=len(locators)))
    padded = locators + [""] * len(ids)
    return tuple(Citation(id_, padded[i]) for i, id_ in enumerate(ids) if id_ in known)


def parted(text: str) -> tuple[str, ...]:
    """The texts between semicolons that are not empty, each in all its languages."""
    return tuple(part for part in each(text) if part)


def each(text: str) -> list[str]:
    """The texts between semicolons, each in all its languages."""
    own, *_ = parts = [[part.strip() for part in said.split(";")] for said in (text, *others_of(text).values())]
    others = dict(zip(others_of(text), parts[1:], strict=True))
    return [
        Text.of(part, {code: found[i] for code, found in others.items() if i < len(found) and found[i]})
        for i, part in enumerate(own)
    ]


def _url(row: Row) -> str:
    url = row.text("url")
    if url and not url.lower().startswith(("https://", "http://")):
        row.note(
            "url", tr("the address does not begin with https:// or http:// and is left out; write the full address")
        )
        return ""
    return url
