"""The tour of which a table is a newer state is found among all of a library."""

from pathlib import Path

import pytest

from mapapp import library
from mapapp.foreign.again import rows_in
from mapapp.foreign.writing import TABLE
from mapapp.ui.new_tour.again import proposed
from mapapp.ui.new_tour.likely import MOST, likely
from mapapp.viewer import Viewer
from tests.ui.brought_tables import read, table

FIRST = table("2026-12-01,Astana,A", "2026-12-02,Almaty,B", "2026-12-03,Bishkek,C")
AGAIN = table("2026-12-01,Astana,A", "2026-12-02,Almaty,B changed", "2026-12-04,Tashkent,D")
MANY = 60


@pytest.fixture
def many(own_library: Path) -> None:
    """A library of many tours from one table, the first of which is damaged, and of one from `FIRST`, the last."""
    files = read(table("2025-01-01,Oslo,X", "2025-01-02,Hamar,Y"), "o.csv").files()
    for number in range(MANY):
        library.create(f"Another {number}", files)
    (own_library / "tours" / "another-0" / "0001" / TABLE).write_bytes(b"\xff\xfe\x00\x81\x00")
    library.create("Zebra", read(FIRST, "t.csv").files())


@pytest.mark.usefixtures("many")
def test_the_tour_is_found_among_many() -> None:
    assert len(library.kept_tours()) == MANY + 1
    assert proposed(read(AGAIN, "t.csv"), Viewer(writes=True)) == "zebra"
    assert proposed(read(table("2024-01-01,Riga,Q"), "t.csv"), Viewer(writes=True)) == ""


@pytest.mark.usefixtures("many")
def test_few_are_compared_row_by_row_and_a_newer_version_is_read_anew() -> None:
    rows = rows_in(read(AGAIN, "t.csv").files()[TABLE])
    found = likely(rows, library.kept_tours())
    assert found[0].id == "zebra" and len(found) <= MOST
    newer = read(table("2026-12-04,Tashkent,D", "2026-12-02,Almaty,B changed"), "t.csv").files()
    library.save("another-7", newer, began_from=1)
    assert likely(rows, library.kept_tours())[0].id == "another-7"
