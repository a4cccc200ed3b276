"""People, states and headings that cells tell, HTML of a clipboard, and what is too large to be read."""

import pytest

from mapapp.foreign import Answers, Asked, ForeignError, RowState, offers, pasted, read
from mapapp.foreign.clipboard import tables_of
from mapapp.foreign.headings import named
from mapapp.foreign.opening import MAX_BYTES, MAX_COLUMNS, MAX_ROWS
from mapapp.foreign.people import people_in
from mapapp.foreign.statuses import status_in, status_of
from mapapp.foreign.titles import traveller_in
from mapapp.geocoding import offline_resolver

ASKED = Asked(offline_resolver)


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("President Tokayev; FM Nurtleu", [("Tokayev", "President"), ("Nurtleu", "Foreign Minister")]),
        ("Foreign Minister", [("Foreign Minister", "")]),
        ("Speaker of the Senate", [("Speaker of the Senate", "")]),
        ("Murat Nurtleu, Minister of Foreign Affairs", [("Murat Nurtleu", "Minister of Foreign Affairs")]),
        ("Президент Токаев", [("Токаев", "Президент")]),
        ("Business forum", []),
        ("Press point", []),
        ("12 delegates", []),
    ],
)
def test_people_are_told_from_activities(cell: str, wanted: list[tuple[str, str]]) -> None:
    assert [(met.name, met.role) for met in people_in(cell)] == wanted


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [("TBC", "announced"), ("отменено", "cancelled"), ("à confirmer", "announced"), ("Bekor qilindi", "cancelled"),
     ("расталды", "confirmed"), ("Lunch", None), ("Cancelled flights were discussed", None)],
)  # fmt: skip
def test_words_for_a_state_in_nine_languages(cell: str, wanted: str | None) -> None:
    assert status_of(cell) == wanted


def test_a_state_in_brackets_is_found_within_a_cell() -> None:
    found = status_in("Dinner (TBC)")
    assert found is not None and (found[0].value, found[1]) == ("announced", "TBC")


@pytest.mark.parametrize(
    ("heading", "role"),
    [("Дата прибытия", "arrival"), ("MEETING_LOCATION", "place"), ("MeetingDate", "day"), ("Ort", "place"),
     ("Күні", "day"), ("Date of departure (local)", "departure"), ("Cidade visitada", "place"),
     ("Source link 3", "source")],
)  # fmt: skip
def test_headings_name_roles(heading: str, role: str) -> None:
    assert named(heading)[0] == role


@pytest.mark.parametrize(
    ("title", "who"),
    [("Visit of the Minister to Central Asia", "the Minister"), ("Kaja Kallas's trip to Almaty", "Kaja Kallas"),
     ("Визит министра в Казахстан", "министра"), ("Programme", "")],
)  # fmt: skip
def test_a_title_says_who_travels(title: str, who: str) -> None:
    assert traveller_in(title) == who


def test_cells_of_a_page_reach_over_rows_and_keep_their_addresses() -> None:
    page = (
        "<table><tr><th>Date</th><th>City</th></tr><tr><td rowspan=2>1 May</td>"
        "<td><a href='https://example.org/a'>Baku</a></td></tr><tr><td>Astana<sup>[1]</sup></td></tr></table>"
    )
    ((_, rows, *_),) = tables_of(page)
    assert rows == [
        ["Date", "City", "City (link)"],
        ["1 May", "Baku", "https://example.org/a"],
        ["1 May", "Astana", ""],
    ]


def test_the_clipboard_gives_its_html_where_that_has_a_table() -> None:
    assert pasted("<p>no</p>", "a\tb") == b"a\tb"
    assert pasted("<table><tr><td>a</td></tr></table>", "a").startswith(b"<table>")


def test_what_is_too_large_is_refused_in_a_sentence() -> None:
    for data, words in (
        (b"a" * (MAX_BYTES + 1), "20 MB is the most"),
        (b"Date,City\n" + b"2025-03-27,Baku\n" * (MAX_ROWS + 50), "20,000 rows"),
        (",".join(["a"] * (MAX_COLUMNS + 1)).encode(), "201 columns; 200 is the most"),
        (b" \n", "is empty"),
        (b"PK\x03\x04 no workbook", "is not a workbook"),
    ):
        with pytest.raises(ForeignError, match=words):
            offers(data, "a.csv")


def test_whoever_waits_may_stop_it() -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, all_: int) -> None:
        if done == all_:
            raise Stopped

    with pytest.raises(Stopped):
        read(b"Date,City\n2025-03-27,Baku\n", "a.csv", Answers(), ASKED, progress=stop)


def test_a_place_of_another_country_than_the_stated_is_never_taken() -> None:
    reading = read(b"City,Country\nSpringfield,Kazakhstan\nAlmaty,KZ\n", "a.csv", Answers(), ASKED)
    assert {stop.visit.place.country for stop in reading.tour.stops} == {"KZ"}
    assert reading.rows[0].state == RowState.NEEDS_YOU


def test_nothing_of_the_table_is_lost() -> None:
    table = "Date,City,Budget,Remarks\n27.03.2025,Almaty,12 000,=1+1\nTotal,,12 000,\n"
    kept = read(table.encode(), "a.csv", Answers(), ASKED).files()["table.csv"].decode()
    assert all(cell in kept for cell in ("Almaty", "12 000", "=1+1", "Total"))
