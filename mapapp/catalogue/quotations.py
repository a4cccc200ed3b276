"""quotes.jsonld: the words of sources on which events and visits rest, as web annotations (W3C), short ones only."""

from collections.abc import Collection, Sequence
from itertools import islice
from typing import Any

from mapapp import files
from mapapp.catalogue.origins import Origin
from mapapp.errors import Problem
from mapapp.message import tr
from mapapp.source import Citation, Quotation, Source
from mapapp.tour import Event, Visit

FILE = "quotes.jsonld"
MAX_BYTES = 4_000_000
MOST_QUOTED = 300  # characters of one quote; more would republish the source
MOST_OF_RECORD = 6
_TABLES = {"events.csv": "events", "visits.csv": "visits"}


def items(data: bytes) -> list[dict[str, Any]]:
    """The annotations of such a file. Raises ValueError where it holds anything else."""
    page = files.json(data)
    found = page.get("items") if isinstance(page, dict) else None
    if not isinstance(found, list):
        raise ValueError("no annotations")
    return [item for item in found if isinstance(item, dict)]


def read_quotations(
    origin: Origin,
    sources: Collection[Source],
    records: tuple[Collection[Event], Collection[Visit]],
    problems: list[Problem],
) -> tuple[Quotation, ...]:
    """The quotes of whole records; those of records and sources that are not there are passed over.

    What cannot be read, or is no short quote, is a problem and left out. Without the file there are none.
    """
    data = origin.beside(FILE, MAX_BYTES)
    if len(data) > MAX_BYTES:
        sentence = tr("it has more than {n} MB and is not read; take quotes out", n=MAX_BYTES // 1_000_000)
        problems.append(Problem(FILE, 0, "", sentence))
        return ()
    try:
        annotations = items(data) if data else []
    except ValueError:
        problems.append(Problem(FILE, 0, "", tr("this is no list of annotations (JSON-LD); add the article again")))
        return ()
    events, visits = records
    cited = {("events", event.id): event.citations for event in events}
    cited |= {("visits", visit.id): visit.citations for visit in visits}
    by_address = {source.url: source.id for source in reversed(list(sources)) if source.url}
    by_address |= {f"sources.csv#{source.id}": source.id for source in sources}
    found: dict[tuple[str, str], list[Quotation]] = {}
    for number, annotation in enumerate(annotations, start=1):
        record, address, words = _stated(annotation)
        if record not in cited or address not in by_address or not words:
            continue
        if len(words) > MOST_QUOTED:
            sentence = tr("a quote has {n} characters, {most} at most; shorten it", n=len(words), most=MOST_QUOTED)
            problems.append(Problem(FILE, number, "exact", sentence))
            continue
        citation = _citation(by_address[address], cited[record])
        found.setdefault(record, []).append(Quotation(*record, words, citation))
    return tuple(quotation for quotations in found.values() for quotation in islice(quotations, MOST_OF_RECORD))


def _citation(source: str, citations: Sequence[Citation]) -> Citation:
    """That of the record for this source, with its locator."""
    return next((citation for citation in citations if citation.source == source), Citation(source))


def _stated(annotation: dict[str, Any]) -> tuple[tuple[str, str], str, str]:
    """The record, the address of the source and the words of an annotation; "" for what it does not state."""
    body, target = _of(annotation.get("body")), _of(annotation.get("target"))
    table = _TABLES.get(_text(body.get("source")), "")
    selectors = target.get("selector")
    quotes = [_of(one) for one in selectors] if isinstance(selectors, list) else [_of(selectors)]
    exact = next((_text(one.get("exact")) for one in quotes if one.get("type") == "TextQuoteSelector"), "")
    record = table, _text(_of(body.get("selector")).get("value"))
    return record, _text(target.get("source")), " ".join(exact.split())


def _of(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
