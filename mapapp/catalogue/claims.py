"""claims.csv: what sources say of an event, each beside the others."""

from mapapp.catalogue.dating import dated
from mapapp.catalogue.reading import Reading
from mapapp.errors import clipped
from mapapp.message import series, tr
from mapapp.tables.rows import Row
from mapapp.tour import CLAIM_FIELDS, CLAIM_KINDS, Claim, Status
from mapapp.when import When


def read_claims(reading: Reading) -> tuple[Claim, ...]:
    """What sources say differently of the events, once those are read. A row that cannot be used is told."""
    rows = reading.rows("claims.csv")
    for row in rows:
        reading.check_listed(row, "event", "events.csv", reading.events)
        if row.text("field") not in CLAIM_FIELDS:
            row.reject(
                "field",
                tr(
                    "'{field}' is not known; write one of {claim_fields}",
                    field=clipped(row.text("field")),
                    claim_fields=series(CLAIM_FIELDS),
                ),
            )
        if row.text("field") == "status":
            row.choice("value", [status.value for status in Status], "")
    kept = [row for row in rows if row.kept]
    placed = [row for row in kept if row.text("field") == "place"]
    located = reading.resolver.locate_all(placed, [reading.events[row.text("event")].when for row in placed], "value")
    place = dict(zip(map(id, placed), located, strict=True))
    return tuple(
        Claim(
            event=row.text("event"),
            field=row.text("field"),
            value=at.toponym if (at := place.get(id(row))) else row.spoken("value"),
            citations=reading.cited(row),
            note=row.spoken("note"),
            at=at,
            when=_claimed(reading, row) if row.text("field") == "when" else None,
            kind=row.choice("kind", CLAIM_KINDS, "statement"),
        )
        for row in kept
    )


def _claimed(reading: Reading, row: Row) -> When | None:
    return dated(row, "value", reading.calendar).at(row, reading.events[row.text("event")].place)
