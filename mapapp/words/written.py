"""The itinerary as plain markup with numbered sources: what the standalone file says where no script runs."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple

from mapapp.message import tr
from mapapp.words import terms
from mapapp.words.cards import claim_parts, source_words
from mapapp.words.forms import Card, Cards, Cite, ClaimWords, Question, SourceWords
from mapapp.words.language import ENGLISH, Words
from mapapp.words.untold import markup_of


def itinerary(cards: Cards, words: Words = ENGLISH) -> str:
    """Markup of ``cards(tour, words)``: events with day, place, people, words and notes, then the sources.

    All text is escaped, only web addresses become links, and what is in another language says so.
    """
    marks = {text: markup_of(text, untold) for untold in cards["untold"] for text in untold["texts"]}
    events = "\n".join(_Event(card, words, marks).markup() for card in cards["events"])
    sources = "\n".join(_source(number, source) for number, source in enumerate(cards["sources"], start=1))
    heading = escape(words.say(tr("Sources")))
    return f"<ol>\n{events}\n</ol>\n<h2>{heading}</h2>\n<ol>\n{sources}\n</ol>"


class _Event(NamedTuple):
    """An event; ``marks`` are texts in another language as markup."""

    card: Card
    words: Words
    marks: Mapping[str, str]

    def markup(self) -> str:
        card, words = self.card, self.words
        status = "" if card["status"] == "held" else f" ({words.say(terms.status(card['status']))})"
        where = escape(f"{card['when']}, {card['place']}: ")
        head = f"{where}{self._told(card['title'])}{escape(status)}"
        who = "; ".join(", ".join(self._told(part) for part in person if part) for person in card.get("who", ()))
        said = " ".join(filter(None, (f"{who}." if who else "", self._told(card.get("summary", "")))))
        record = "".join(map(self._record, card.get("record", ())))
        return f"<li><strong>{head}</strong> {said}{_cited(card.get('cites', ()))}{record}</li>"

    def _record(self, question: Question) -> str:
        """What is on record, each statement with who says so."""
        said = "; ".join(self._claim(claim) + _cited(claim["cites"]) for claim in question["claims"])
        return f"<br>{escape(question['heading'])}: {said}"

    def _claim(self, claim: ClaimWords) -> str:
        return " ".join(self._told(text) for text in claim_parts(claim) if text)

    def _told(self, text: str) -> str:
        return self.marks.get(text) or escape(text)


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
