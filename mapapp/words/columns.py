"""The columns of a tour's tables, and what stands in their cells, as they are called to people.

In files a column and a word of the format stand for themselves, in English, whoever reads them.
"""

from collections.abc import Mapping

from mapapp.kinds import KINDS
from mapapp.message import in_context, series, tr
from mapapp.tables.spoken import in_language
from mapapp.tour import CLAIM_FIELDS, Status
from mapapp.words import terms
from mapapp.words.language import Words
from mapapp.words.untold import tongue

HEADINGS = {
    "about": in_context("a column", "About"),
    "arrival": tr("Arrival"),
    "change": in_context("a column", "Change"),
    "confidence": tr("Confidence"),
    "corridor": tr("Corridor"),
    "country": tr("Country"),
    "day_part": in_context("a column", "Part of the day"),
    "departure": tr("Departure"),
    "event": tr("Event"),
    "events": tr("Events"),
    "field": in_context("a column", "What it is about"),
    "from": in_context("a column", "From"),
    "group": in_context("a column", "Group"),
    "id": in_context("a column", "Id"),
    "kind": tr("Kind"),
    "label": in_context("a column", "Label"),
    "latitude": in_context("a column", "Latitude"),
    "locator": tr("Where in the source"),
    "longitude": in_context("a column", "Longitude"),
    "mode": in_context("a column", "Mode of transport"),
    "name": in_context("a column", "Name"),
    "note": in_context("a column", "Note"),
    "organisation": in_context("a column", "Organisation"),
    "participants": tr("Who"),
    "period": in_context("a column", "Period"),
    "place": tr("Place"),
    "place_id": in_context("a column", "Id of the place"),
    "published": tr("Published"),
    "publisher": tr("Publisher"),
    "read": in_context("a column", "Date read"),
    "role": in_context("a column", "Role"),
    "scene": in_context("a column", "Scene"),
    "since": in_context("a column", "Since"),
    "source": tr("Sources"),
    "status": tr("Status"),
    "summary": tr("What happened"),
    "text": tr("Text"),
    "title": tr("Title"),
    "to": in_context("a column", "To"),
    "topics": tr("Topics"),
    "traveller": tr("Traveller"),
    "unit": in_context("a column", "Unit"),
    "until": in_context("a column", "Until"),
    "url": in_context("a column", "Address"),
    "value": in_context("a column", "Value"),
    "view": in_context("a column", "View"),
    "visit": tr("Stop"),
    "when": tr("When"),
}
TABLES = {
    "visits.csv": tr("Stops"),
    "events.csv": tr("Events"),
    "people.csv": tr("People"),
    "sources.csv": tr("Sources"),
    "legs.csv": tr("Legs"),
    "claims.csv": tr("Claims"),
    "figures.csv": tr("Figures"),
    "story.csv": tr("Story"),
    "callouts.csv": tr("Callouts on the map"),
}
_CHOICES: dict[str, Mapping[str, str]] = {  # columns whose cells hold one of these words, and no other
    "status": {status.value: terms.status(status.value) for status in Status},
    "day_part": terms.DAY_PARTS,
    "mode": {**terms.MODES, "unknown": tr("unknown")},
    "field": {field: HEADINGS[field] for field in CLAIM_FIELDS},
}


def heading(column: str) -> str:
    """What a column is called; the column itself where it is none of the format's."""
    own, code = in_language(column)
    said = HEADINGS.get(own)
    if said is None:
        return column
    return series((said, tongue(code))) if code else said


def choices(column: str) -> Mapping[str, str]:
    """The words that the cells of a column may hold, by what stands in the file; none where anything may."""
    return _CHOICES.get(column, {})


def shown(column: str, cell: str, words: Words) -> str:
    """A cell as its reader gets it: kinds, which may be an author's own, in his language where they are usual ones."""
    return words.say(KINDS.get(cell, cell)) if column == "kind" else cell


def stored(column: str, said: str, words: Words) -> str:
    """What a cell holds in the file, by what somebody wrote into it: `shown`, backwards."""
    if column != "kind":
        return said
    return next((kind for kind, word in KINDS.items() if words.say(word).casefold() == said.casefold()), said)
