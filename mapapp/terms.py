"""Words that data and program share, such as kinds of places and states of events, as messages.

In files and links such a word stands for itself, in English, whatever the language of whom reads it. ``term`` gives it
as what can be said to people.
"""

from mapapp.message import tr

_TERMS = {
    # what became of an event
    "announced": tr("announced"),
    "confirmed": tr("confirmed"),
    "held": tr("held"),
    "postponed": tr("postponed"),
    "cancelled": tr("cancelled"),
    # kinds of events and of visits, where a tour has no wording of its own
    "ceremony": tr("ceremony"),
    "conference": tr("conference"),
    "forum": tr("forum"),
    "meeting": tr("meeting"),
    "ministerial": tr("ministerial meeting"),
    "official": tr("official"),
    "private": tr("private"),
    "side event": tr("side event"),
    "speech": tr("speech"),
    "state": tr("state"),
    "statement": tr("statement"),
    "summit": tr("summit"),
    "visit": tr("visit"),
    "working": tr("working"),
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
    # corridors
    "rail": tr("rail"),
    "road": tr("road"),
    "operating": tr("operating"),
    "construction": tr("under construction"),
    "planned": tr("planned"),
    "suspended": tr("suspended"),
    "border-crossing": tr("border crossing"),
    "gauge-change": tr("gauge change"),
    "junction": tr("junction"),
    "dry-port": tr("dry port"),
    # columns and rows of a table that somebody brings
    "day": tr("day"),
    "arrival": tr("arrival"),
    "departure": tr("departure"),
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
    "leave out": tr("leave out"),
    "read": tr("read"),
    "needs you": tr("needs you"),
    "left out": tr("left out"),
    "year first": tr("year first"),
    "day first": tr("day first"),
    "month first": tr("month first"),
    # how sure a place is
    "unknown": tr("unknown"),
    "ambiguous": tr("ambiguous"),
    "in doubt": tr("in doubt"),
    "sure": tr("sure"),
    # parts of the day
    "morning": tr("morning"),
    "afternoon": tr("afternoon"),
    "evening": tr("evening"),
    "night": tr("night"),
}


def term(word: str) -> str:
    """The word as a message; as it stands where it is none of the program's."""
    return _TERMS.get(word, word)
