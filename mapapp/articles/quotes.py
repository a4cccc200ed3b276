"""The words of the source as web annotations (W3C Web Annotation Data Model): short quotes with their positions.

`mapapp.catalogue.quotations` reads them again.
"""

import json
import re
from collections.abc import Iterable, Iterator

from mapapp.articles.records import Article, Proposal, Quote
from mapapp.catalogue.quotations import items as _items

MOST_QUOTED = 150  # characters: enough to find the words, too few to republish the article
_AROUND = 24  # characters before and behind the words


def annotations(article: Article, source: str, records: Iterable[tuple[str, str, Proposal]]) -> list[dict[str, object]]:
    """An annotation for each record as a whole and for each of its values: file, id and proposal.

    ``source`` is the source's id in the tour.
    """
    return [
        _annotation(article, source, file, id_, name, quote)
        for file, id_, proposal in records
        for name, quote in (("", excerpt(article, proposal)), *_values(proposal))
    ]


def excerpt(article: Article, proposal: Proposal) -> Quote:
    """The sentence of a proposal; of a long one the stretch that holds most of the words from which its values come."""
    whole = proposal.quote
    if whole.end - whole.start <= MOST_QUOTED:
        return whole
    inner = [quote for _, quote in _values(proposal) if whole.start <= quote.start and quote.end <= whole.end]
    title = set(proposal.title.quotes[:1])

    def holds(at: int) -> tuple[bool, int, int]:
        held = {q for q in inner if at <= q.start and q.end <= at + MOST_QUOTED}
        return bool(held & title), len(held), -at

    start = max([whole.start, *(quote.start for quote in inner)], key=holds)
    if whole.end - start < MOST_QUOTED:  # there is room before it
        start = whole.end - MOST_QUOTED
        broken = re.match(r"\w*\W*", article.text[start : whole.end])
        start += broken.end() if broken else 0
    words = re.match(rf".{{1,{MOST_QUOTED}}}(?!\w)", article.text[start : whole.end], re.DOTALL)
    return Quote(start, start + len(words[0].rstrip(" ,;:–-")) if words else min(whole.end, start + MOST_QUOTED))


def written(found: Iterable[dict[str, object]]) -> bytes:
    """The file with these annotations."""
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": list(found)}
    return (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()


def items(data: bytes) -> list[dict[str, object]]:
    """The annotations of such a file; none where it holds anything else."""
    try:
        return [dict(item) for item in _items(data)] if data else []
    except ValueError:
        return []


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
        "id": f"#{source}-{id_}-{name or 'record'}-{quote.start}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "SpecificResource",
            "source": file,
            "selector": {"type": "FragmentSelector", "value": f"{id_}/{name}" if name else id_},
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
