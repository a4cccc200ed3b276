"""The words of the source as web annotations (W3C Web Annotation Data Model): short quotes with their positions."""

import json
from collections.abc import Iterable, Iterator

from mapapp.articles.records import Article, Proposal, Quote

FILE = "quotes.jsonld"
MOST_QUOTED = 150  # characters: enough to find the words, too few to republish the article
_AROUND = 24  # characters before and behind the words


def annotations(article: Article, source: str, records: Iterable[tuple[str, str, Proposal]]) -> list[dict[str, object]]:
    """An annotation for each value of the records: file, id and proposal. ``source`` is the source's id in the tour."""
    return [
        _annotation(article, source, file, id_, name, quote)
        for file, id_, proposal in records
        for name, quote in _values(proposal)
    ]


def written(found: Iterable[dict[str, object]]) -> bytes:
    """The file with these annotations."""
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": list(found)}
    return (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()


def items(data: bytes) -> list[dict[str, object]]:
    """The annotations of such a file; none where it holds anything else."""
    try:
        found = json.loads(data).get("items", [])
    except (ValueError, AttributeError, RecursionError):
        return []
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _values(proposal: Proposal) -> Iterator[tuple[str, Quote]]:
    quoted = [("title", proposal.title.quotes), ("place", proposal.spot.quotes)]
    quoted += [("when", proposal.when.quotes)] if proposal.when.value else []
    quoted += [("participants", person.quotes) for person in (*proposal.travellers, *proposal.others)]
    yield from ((name, quotes[0]) for name, quotes in quoted if quotes)


def _annotation(  # noqa: PLR0913, PLR0917  # what an annotation states
    article: Article, source: str, file: str, id_: str, name: str, quote: Quote
) -> dict[str, object]:
    text, end = article.text, min(quote.end, quote.start + MOST_QUOTED)
    return {
        "id": f"#{source}-{id_}-{name}-{quote.start}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "SpecificResource",
            "source": file,
            "selector": {"type": "FragmentSelector", "value": f"{id_}/{name}"},
        },
        "target": {
            "source": article.url or f"sources.csv#{source}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[quote.start : end],
                    "prefix": text[max(0, quote.start - _AROUND) : quote.start],
                    "suffix": text[end : end + _AROUND],
                },
                {"type": "TextPositionSelector", "start": quote.start, "end": end},
            ],
        },
    }
