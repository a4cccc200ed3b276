"""Agendas and lists: signs of repetition, styles that strike through, spans of hours, years above rows, letters."""

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


def _events(reading: Reading) -> list[str]:
    return [f"{h.event.when} {h.event.title}" for h in reading.tour.events]


@pytest.mark.parametrize("sign", ['""""', '"-""-"', "-//-", "ditto", "idem", "там же", "”", "dito"])
def test_a_sign_of_repetition_says_what_stands_above(sign: str) -> None:
    rows = f"5 May 2024,Tirana,Albania,Talks\n{sign},{sign},{sign},Lunch\n6 May 2024,Durrës,{sign},Fair\n"
    reading = _read(f"Date,City,Country,Event\n{rows}")
    assert _events(reading) == ["2024-05-05 Talks", "2024-05-05 Lunch", "2024-05-06 Fair"]
    assert [(s.visit.place.title, s.visit.place.country) for s in reading.tour.stops] == [
        ("Tirana", "AL"), ("Durrës", "AL")]  # fmt: skip
    assert reading.rows[1].cells[1].written == sign.strip('"').replace('""', '"') or '"' in sign


@pytest.mark.parametrize(
    ("style", "row", "cell"),
    [("", ' style="text-decoration:line-through"', ""), ("", "", ' style="text-decoration: line-through;"'),
     ("<style>.xl65 {color:red; text-decoration:line-through;}</style>", "", ' class="xl65 b"'),
     ("", "", "SPAN")],
)  # fmt: skip
def test_a_row_that_a_style_strikes_through_is_cancelled(style: str, row: str, cell: str) -> None:
    def cells(*texts: str) -> str:
        if cell == "SPAN":
            return "".join(f'<td><span style="text-decoration:line-through">{t}</span></td>' for t in texts)
        return "".join(f"<td{cell}>{t}</td>" for t in texts)

    plain = "<tr><td>Date</td><td>City</td><td>Event</td></tr><tr><td>3 May 2024</td><td>Oslo</td><td>Talks</td></tr>"
    last = "<tr><td>5 May 2024</td><td>Hamar</td><td>Fair</td></tr>"
    page = f"{style}<table>{plain}<tr{row}>{cells('4 May 2024', 'Bergen', 'Fair')}</tr>{last}</table>"
    assert [s.visit.status.value for s in _read(page, "a.html").tour.stops] == ["held", "cancelled", "held"]


@pytest.mark.parametrize(
    ("first", "last"), [("Start", "End"), ("Beginn (Uhrzeit)", "Ende"), ("Начало", "Окончание"), ("Time", "To")]
)
def test_two_columns_of_hours_are_beginning_and_end(first: str, last: str) -> None:
    reading = _read(f"Date;{first};{last};City;Event\n12.11.2024;09:00;10:30;Oslo;A\n13.11.2024;14:00;;Hamar;B\n")
    assert _events(reading) == ["2024-11-12T09:00/2024-11-12T10:30 A", "2024-11-13T14:00 B"]


@pytest.mark.parametrize(
    ("written", "clock"),
    [("0800 hrs", "08:00"), ("0830", "08:30"), ("9 hrs", "09:00"), ("10 часов", "10:00"), ("12 noon", "12:00")],
)
def test_hours_as_timetables_and_soldiers_write_them(written: str, clock: str) -> None:
    reading = _read(f"Date;Time;City;Event\n12 May 2024;{written};Oslo;Talks\n13 May 2024;0915;Oslo;Fair\n")
    assert _events(reading)[0] == f"2024-05-12T{clock} Talks"


def test_four_figures_below_arrivals_are_hours_unless_all_are_years() -> None:
    flights = _read("Date;Place;Arr;Dep\n02MAR2025;Oslo;0815;1105\n05MAR2025;Hamar;0830;1425\n")
    assert [c.role for c in flights.columns][2:] == [Role.TIME, Role.TIME]
    years = _read("Place;Arrival;Departure\nOslo;1911;1912\nHamar;1924;1925\n")
    assert [c.role for c in years.columns][1:] == [Role.ARRIVAL, Role.DEPARTURE]


def test_years_above_rows_are_those_of_their_dates() -> None:
    rows = "2022\nDate;Country;City\n3–4 May;Japan;Kyoto\n17 Nov;Japan;Nara\n2023\n12 Jan;Mongolia;Ulaanbaatar\n"
    reading = _read(f"Visits abroad\n{rows}")
    assert _stops(reading) == ["Kyoto 2022-05-03", "Nara 2022-11-17", "Ulaanbaatar 2023-01-12"]
    assert not [q for q in reading.questions if q.facet == "no year"]


def test_the_days_of_a_journey_are_counted_beside_their_dates() -> None:
    reading = _read("Day;Date;City\n1;12.05.2025;Tashkent\n2;13.05.2025;Samarkand\n")
    assert _stops(reading) == ["Tashkent 2025-05-12", "Samarkand 2025-05-13"] and not reading.questions
    parts = _read("Day;Month;Year;City\n12;5;2025;Tashkent\n13;5;2025;Samarkand\n")
    assert _stops(parts) == ["Tashkent 2025-05-12", "Samarkand 2025-05-13"]


@pytest.mark.parametrize("where", ["online", "Zoom", "по видеосвязи", "en visioconférence", "virtual"])
def test_what_is_online_has_no_place(where: str) -> None:
    reading = _read(f"Date;City;Event\n4.6.2024;Trier;Talks\n5.6.2024;{where};Call\n16.6.2024;Trier;Fair\n")
    assert _stops(reading) == ["Trier 2024-06-04", "Trier 2024-06-16"]
    assert [row.facet for row in reading.rows] == ["", "online", ""]


@pytest.mark.parametrize("sign", [": ", " – ", " | "])
@pytest.mark.parametrize("dash", [" – ", ": ", ", "])
def test_lines_of_a_letter_that_begin_with_dates(sign: str, dash: str) -> None:
    rows = "".join(
        f"{day}.02.2025{sign}{town}{dash}a meeting, with lunch\n" for day, town in ((12, "Tartu"), (13, "Narva"))
    )
    reading = _read(f"Dear all,\n\nhere it is, as ever:\n\n{rows}\nBest,\nAna\n", "a.txt")
    assert _stops(reading) == ["Tartu 2025-02-12", "Narva 2025-02-13"] and len(reading.rows) == 2


def test_a_table_whose_headings_stand_at_the_left() -> None:
    reading = _read("City,Rome,Milan\nDate,2024-04-02,2024-04-03\nEvent,Audience,Fair\n")
    assert _events(reading) == ["2024-04-02 Audience", "2024-04-03 Fair"] and len(reading.notes) > 1
    assert _stops(_read("City,Date,Event\nRome,2024-04-02,Audience\n")) == ["Rome 2024-04-02"]


def test_dates_in_uzbek_with_cyrillic_letters() -> None:
    assert _stops(_read("Сана;Шаҳар\n2024 йил 3 май;Урганч\n2024 йил 14 май;Бухоро\n"))[0].endswith("2024-05-03")
