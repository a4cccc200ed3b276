"""The CSV files of a tour and their columns. data/README.md describes each one, which a test checks."""

from collections.abc import Iterable, Iterator

from mapapp import languages
from mapapp.catalogue.sources import COLUMNS as SOURCES
from mapapp.tables.rows import Column
from mapapp.tables.spoken import in_language

TABLE = "table"  # the column of a long CSV file that says which table a line belongs to
_CITED = (Column("source"), Column("locator", spoken=True))
_CHOSEN = (Column("place_id", repeated=True), Column("confidence"))
_PLACED = (
    Column("place", spoken=True, repeated=True),
    Column("country"),
    Column("latitude"),
    Column("longitude"),
    *_CHOSEN,
)
COLUMNS: dict[str, tuple[Column, ...]] = {
    "people.csv": (
        Column("id", required=True),
        Column("name", required=True, spoken=True, repeated=True),
        Column("role", spoken=True, repeated=True),
        Column("organisation", spoken=True, repeated=True),
        Column("country"),
        Column("since"),
        Column("until"),
    ),
    "visits.csv": (
        Column("id", required=True),
        Column("traveller", required=True),
        *_PLACED,
        Column("arrival"),
        Column("departure"),
        Column("kind"),
        Column("status"),
        Column("summary", spoken=True),
        *_CITED,
    ),
    "events.csv": (
        Column("id", required=True),
        Column("visit"),
        *_PLACED,
        Column("when"),
        Column("day_part"),
        Column("kind"),
        Column("status"),
        Column("title", required=True, spoken=True),
        Column("summary", spoken=True),
        Column("participants"),
        Column("topics"),
        *_CITED,
    ),
    "claims.csv": (
        Column("event", required=True),
        Column("field", required=True),
        Column("value", required=True, spoken=True),
        Column("kind"),
        Column("country"),
        *_CHOSEN,
        Column("note", spoken=True),
        *_CITED,
    ),
    "figures.csv": (
        Column("label", required=True, spoken=True),
        Column("value", required=True),
        Column("unit", required=True, spoken=True),
        Column("group"),
        Column("period", spoken=True),
        Column("change"),
        Column("note", spoken=True),
        *_CITED,
    ),
    "legs.csv": (Column("from", required=True), Column("to", required=True), Column("mode"), *_CITED),
    "story.csv": (
        Column("scene", required=True),
        Column("title", required=True, spoken=True),
        Column("text", spoken=True),
        Column("events"),
        Column("view"),
        Column("corridor"),
        *_CITED,
    ),
    "callouts.csv": (
        Column("text", required=True, spoken=True),
        Column("about"),
        Column("latitude"),
        Column("longitude"),
        *_CITED,
    ),
}
TOUR = "tour.toml"
ENTRIES = (Column("key", required=True), Column("name"), Column("value", spoken=True))
TABLES: dict[str, tuple[Column, ...]] = {  # the tables of a tour in one file, in the order in which they are written
    "events": COLUMNS["events.csv"],
    "visits": COLUMNS["visits.csv"],
    "people": COLUMNS["people.csv"],
    "claims": COLUMNS["claims.csv"],
    "figures": COLUMNS["figures.csv"],
    "legs": COLUMNS["legs.csv"],
    "story": COLUMNS["story.csv"],
    "callouts": COLUMNS["callouts.csv"],
    "sources": SOURCES,
    "tour": ENTRIES,  # stands for tour.toml
}


def with_languages(columns: Iterable[Column], used: Iterable[str]) -> Iterator[str]:
    """The names of the columns, behind each those of it in other languages that are among the ``used`` names."""
    codes: dict[str, list[str]] = {}
    for name in dict.fromkeys(used):
        own, code = in_language(name)
        if code:
            codes.setdefault(own, []).append(name)
    for column in columns:
        yield column.name
        yield from sorted(codes.get(column.name, ()), key=lambda name: [*languages.NAMES].index(in_language(name)[1]))
