"""Tables of three rounds that were written before they were read; `docs/new-tour.md` says how each round went."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from mapapp.foreign import Answers, Asked, Reading, read
from mapapp.geocoding import offline_resolver
from tests import fixtures

TODAY = dt.date(2026, 11, 29)
ASKED = Asked(offline_resolver)
FILE = Path(fixtures.__file__).parent / "tables_of_others" / "fresh.json"
TABLES = json.loads(FILE.read_text(encoding="utf-8"))


def _stops(reading: Reading) -> list[str]:
    """The stops with the places under their own names, and their status where they were not held."""
    told = []
    for stop in reading.tour.stops:
        visit = stop.visit
        place = next((c.place for c in stop.placed.candidates if c.place.id == visit.place.id), visit.place)
        first, last = str(visit.arrival or ""), str(visit.departure or "")
        status = "" if visit.status == "held" else f" {visit.status}"
        told.append(f"{place.title} {place.country} {first}{f'..{last}' if last != first else ''}{status}")
    return told


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table['round']}-{table['name']}")
def test_the_table_becomes_its_tour(table: dict[str, Any]) -> None:
    reading = read(table["text"].encode(), table["name"], Answers(), ASKED, today=TODAY)
    assert _stops(reading) == table["stops"]
    assert sorted({question.facet for question in reading.questions}) == table["asks"]
    counts = reading.counts
    assert counts.read + counts.needs_you + counts.left_out == counts.rows == len(reading.rows)
