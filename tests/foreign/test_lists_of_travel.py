"""Lists of travel: countries beside towns, positions in one column, sums, halves of days, several names in a cell."""

import datetime as dt

import pytest

from mapapp.foreign import Answers, Asked, Reading, read
from mapapp.foreign.records import Role
from mapapp.geocoding import offline_resolver

ASKED = Asked(offline_resolver)


def _read(text: str, name: str = "a.csv") -> Reading:
    return read(text.encode(), name, Answers(), ASKED, today=dt.date(2026, 11, 29))


def _stops(reading: Reading) -> list[str]:
    return [f"{s.visit.place.title} {str(s.visit.arrival or '')[:10]}" for s in reading.tour.stops]


@pytest.mark.parametrize(("land", "town"), [("Destination", "Locale"), ("Destination", "City"), ("Place", "Town")])
def test_destinations_that_are_countries_are_no_towns_beside_a_column_of_these(land: str, town: str) -> None:
    rows = "Mexico,Veracruz,2 May 1945\nSpain,Toledo,9 May 1945\nVatican City,,12 May 1945\n"
    reading = _read(f"{land},{town},Date\n{rows}")
    assert [c.role for c in reading.columns] == [Role.COUNTRY, Role.PLACE, Role.DAY]
    assert [s.visit.place.country for s in reading.tour.stops] == ["MX", "ES", "VA"]
    alone = _read("Destination,Date\nMexico,2 May 1945\nSpain,9 May 1945\n")
    assert alone.columns[0].role != Role.NOTES and len(alone.tour.stops) == 2


@pytest.mark.parametrize("pair", ["{0}, {1}", "({0}; {1})", "{0} {1}"])
@pytest.mark.parametrize("heading", ["GPS", "Coordinates", ""])
def test_positions_in_one_column_are_latitude_and_longitude(pair: str, heading: str) -> None:
    rows = "".join(
        f"{name}\t{pair.format(*at)}\t2024-09-0{n}\n"
        for n, (name, at) in enumerate((("Post A", ("-11.2027", "17.8739")), ("Post B", ("-11.812", "16.221"))), 1)
    )
    reading = _read(f"Village\t{heading}\tVisit date\n{rows}", "a.tsv")
    assert [(s.visit.place.position.latitude, s.visit.place.position.longitude) for s in reading.tour.stops] == [
        (-11.2027, 17.8739), (-11.812, 16.221)]  # fmt: skip


def test_a_first_number_beyond_the_pole_is_a_longitude() -> None:
    reading = _read("Village;GPS;Date\nPost A;102.5, -11.2;2024-09-02\nPost B;98.1, -12.2;2024-09-04\n")
    assert reading.tour.stops[0].visit.place.position == (102.5, -11.2)


@pytest.mark.parametrize("word", ["Subtotal North", "Total Ashanti", "Итого по северу", "Summe Norden"])
def test_sums_of_a_part_are_no_rows(word: str) -> None:
    reading = _read(f"Region;Town;From;To;Days\nNorth;Oslo;2024-02-05;2024-02-07;3\n{word};;;;3\n")
    assert reading.rows[1].facet == "total" and len(reading.tour.stops) == 1


@pytest.mark.parametrize("written", ["9 Aug 2024 (pm)", "9 August 2024, afternoon", "9 августа 2024 (утром)"])
def test_half_of_a_day_behind_a_date_leaves_the_date(written: str) -> None:
    reading = _read(f'Date,City\n"{written}",Windhoek\n20 August 2024,Lusaka\n')
    assert _stops(reading)[0] == "Windhoek 2024-08-09"


def test_hours_stand_in_one_column_with_the_days_above_them() -> None:
    rows = (
        "09:00;10:30;Meeting;Ministry\n14:00;15:00;Visit;Hospital\nFriday 7 February 2025 – Musanze;;;\n8:30;9;Fair;X\n"
    )
    reading = _read(f"Thursday 6 February 2025 – Kigali;;;\nFrom;To;Activity;Venue\n{rows}")
    assert _stops(reading) == ["Kigali 2025-02-06", "Musanze 2025-02-07"]
    assert str(reading.tour.events[0].event.when) == "2025-02-06T09:00/2025-02-06T10:30"


def test_a_name_in_a_list_that_several_places_bear_is_asked() -> None:
    reading = _read("Date,Route\n14 June 2024,Yerevan → Goris\n15 June 2024,Yerevan → Dilijan\n")
    asked = [q for q in reading.questions if q.facet == "namesakes"]
    assert asked and any("Goris" in choice.words for choice in asked[0].choices)
    assert _stops(reading)[2:] == ["Yerevan 2024-06-15", "Dilijan 2024-06-15"]
