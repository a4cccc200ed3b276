"""Words that data and program share, such as kinds of places and what became of events, as messages.

In files and links such a word stands for itself, in English, whatever the language of whom reads it. ``term`` gives it
as what can be said to people.
"""

from mapapp.message import in_context, tr

_TERMS = {
    # what became of an event
    "announced": in_context("status of an event", "announced"),
    "confirmed": in_context("status of an event", "confirmed"),
    "held": in_context("status of an event", "held"),
    "postponed": in_context("status of an event", "postponed"),
    "cancelled": in_context("status of an event", "cancelled"),
    # kinds of places
    "airport": tr("airport"),
    "area": tr("area"),
    "bay": tr("bay"),
    "border crossing": tr("border crossing"),
    "capital": tr("capital"),
    "city": tr("city"),
    "continent": tr("continent"),
    "country": tr("country"),
    "county": tr("county"),
    "dam": tr("dam"),
    "desert": tr("desert"),
    "district": tr("district"),
    "former country": tr("former country"),
    "glacier": tr("glacier"),
    "island": tr("island"),
    "islands": tr("islands"),
    "lake": tr("lake"),
    "park": tr("park"),
    "place": tr("place"),
    "port": tr("port"),
    "region": tr("region"),
    "river": tr("river"),
    "sea": tr("sea"),
    "station": tr("station"),
    "strait": tr("strait"),
    "subdistrict": tr("subdistrict"),
    "suburb": tr("suburb"),
    "town": tr("town"),
    "township": tr("township"),
    "village": tr("village"),
    # columns and rows of a table that somebody brings
    "day": tr("day"),
    "arrival": tr("arrival"),
    "departure": tr("departure"),
    "duration": tr("duration"),
    "time": tr("time"),
    "venue": tr("venue"),
    "latitude": tr("latitude"),
    "longitude": tr("longitude"),
    "traveller": tr("traveller"),
    "people met": tr("people met"),
    "title": tr("title"),
    "notes": tr("notes"),
    "status": tr("status"),
    "source": tr("source"),
    "topic": tr("topic"),
    "in another language": tr("in another language"),
    "leave out": tr("leave out"),
    "read": tr("read"),
    "needs you": tr("needs you"),
    "left out": tr("left out"),
    "year first": tr("year first"),
    "day first": tr("day first"),
    "month first": tr("month first"),
}


def term(word: str) -> str:
    """The word as a message; as it stands where it is none of the program's."""
    return _TERMS.get(word, word)
