"""The itinerary as plain markup with numbered sources: what the standalone file says where no script runs."""

import re
from collections.abc import Iterable
from html import escape

from mapapp.message import tr
from mapapp.words import terms
from mapapp.words.cards import claim_words, source_words
from mapapp.words.forms import Card, Cards, Cite, Question, SourceWords
from mapapp.words.language import ENGLISH, Words


def itinerary(cards: Cards, words: Words = ENGLISH) -> str:
    """Markup of ``cards(tour, words)``: events with day, place, people, words and notes, then the sources.

    All text is escaped, and only web addresses become links.
    """
    events = "\n".join(_event(card, words) for card in cards["events"])
    sources = "\n".join(_source(number, source) for number, source in enumerate(cards["sources"], start=1))
    heading = escape(words.say(tr("Sources")))
    return f"<ol>\n{events}\n</ol>\n<h2>{heading}</h2>\n<ol>\n{sources}\n</ol>"


def _event(card: Card, words: Words) -> str:
    status = "" if card["status"] == "held" else f" ({words.say(terms.status(card['status']))})"
    head = f"{card['when']}, {card['place']}: {card['title']}{status}"
    who = "; ".join(", ".join(filter(None, person)) for person in card.get("who", ()))
    said = " ".join(filter(None, (f"{who}." if who else "", card.get("summary", ""))))
    record = "".join(_record(question) for question in card.get("record", ()))
    return f"<li><strong>{escape(head)}</strong> {escape(said)}{_cited(card.get('cites', ()))}{record}</li>"


def _record(question: Question) -> str:
    """What is on record, each statement with who says so."""
    said = "; ".join(escape(claim_words(claim)) + _cited(claim["cites"]) for claim in question["claims"])
    return f"<br>{escape(question['heading'])}: {said}"


def _cited(cites: Iterable[Cite]) -> str:
    notes = "; ".join(
        f'<a href="#source-{number}">{number}</a>' + escape(f" {locator}" if locator else "")
        for number, locator in cites
    )
    return f" [{notes}]" if notes else ""


def _source(number: int, source: SourceWords) -> str:
    words = escape(source_words(source))
    url = escape(source["url"])
    link = f' <a href="{url}" rel="noreferrer">{url}</a>' if re.match("https?://", url, re.IGNORECASE) else ""
    return f'<li id="source-{number}">{words}{link}</li>'
