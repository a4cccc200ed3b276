"""The CSV files of a tour and their columns. data/README.md describes each one, which a test checks."""

from mapapp.catalogue.sources import COLUMNS as SOURCES
from mapapp.tables.rows import Column

TABLE = "table"  # the column of a long CSV file that says which table a line belongs to
_CITED = (Column("source"), Column("locator"))
_CHOSEN = (Column("place_id"), Column("confidence"))
_PLACED = (Column("place"), Column("country"), Column("latitude"), Column("longitude"), *_CHOSEN)
COLUMNS: dict[str, tuple[Column, ...]] = {
    "people.csv": (
        Column("id", required=True),
        Column("name", required=True),
        Column("role"),
        Column("organisation"),
        Column("country"),
    ),
    "visits.csv": (
        Column("id", required=True),
        Column("traveller", required=True),
        *_PLACED,
        Column("arrival"),
        Column("departure"),
        Column("kind"),
        Column("status"),
        Column("summary"),
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
        Column("title", required=True),
        Column("summary"),
        Column("participants"),
        Column("topics"),
        *_CITED,
    ),
    "claims.csv": (
        Column("event", required=True),
        Column("field", required=True),
        Column("value", required=True),
        Column("kind"),
        Column("country"),
        *_CHOSEN,
        Column("note"),
        *_CITED,
    ),
    "figures.csv": (
        Column("label", required=True),
        Column("value", required=True),
        Column("unit", required=True),
        Column("group"),
        Column("period"),
        Column("change"),
        Column("note"),
        *_CITED,
    ),
    "legs.csv": (Column("from", required=True), Column("to", required=True), Column("mode"), *_CITED),
}
TOUR = "tour.toml"
ENTRIES = (Column("key", required=True), Column("name"), Column("value"))
TABLES: dict[str, tuple[Column, ...]] = {  # the tables of a tour in one file, in the order in which they are written
    "events": COLUMNS["events.csv"],
    "visits": COLUMNS["visits.csv"],
    "people": COLUMNS["people.csv"],
    "claims": COLUMNS["claims.csv"],
    "figures": COLUMNS["figures.csv"],
    "legs": COLUMNS["legs.csv"],
    "sources": SOURCES,
    "tour": ENTRIES,  # stands for tour.toml
}
