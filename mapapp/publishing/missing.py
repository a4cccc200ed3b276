"""The page that a static host shows where nothing is: one for all languages, since hosts know a single one."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from mapapp.maps.document import tongue
from mapapp.message import tr
from mapapp.publishing.addresses import Published, below
from mapapp.publishing.pages import ALL, POLICY, STYLE
from mapapp.publishing.versions import indexes
from mapapp.words.language import Words

MISSING = "404.html"  # the name that hosts look for by themselves
_PAGE = Template((Path(__file__).parent / "missing.html").read_text(encoding="utf-8"))
_TITLE = tr("There is nothing at this address")
_WHY = tr("What you look for was moved, or it is published no more.")
_SHORTEN = tr("Shorten the address to that of the folder to find the list of all tours.")


def missing_page(tours: Sequence[Published], address: str) -> bytes:
    """The page in UTF-8: a section in each language of the lists of tours, with the way to that list.

    It is shown at any depth, so that only whole addresses lead on; without one a sentence says what to do.
    """
    lists = indexes(tours)
    first = Words(next(iter(lists)))
    page = _PAGE.substitute(
        tongue=tongue(first),
        policy=escape(POLICY),
        title=escape(first.say(_TITLE)),
        style=STYLE,
        sections="\n".join(
            _section(Words(code), path, address, code == first.language) for code, path in lists.items()
        ),
    )
    return page.encode()


def _section(words: Words, path: str, address: str, leads: bool) -> str:
    title, why, shorten, all_ = (escape(words.say(text)) for text in (_TITLE, _WHY, _SHORTEN, ALL))
    level = "h1" if leads else "h2"
    way = f'<a href="{escape(below(address, path))}">{all_}</a>' if address else shorten
    return f"<section {tongue(words)}>\n<{level}>{title}</{level}>\n<p>{why}</p>\n<p>{way}</p>\n</section>"
