"""What recurs in a calendar, marks below names, comments on cells, hours behind a word, and ways with their length."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from mapapp.foreign.calendars import lines_of
from tests.fixtures import workbooks
from tests.foreign.brought import brought, stops

ONCE = ["1 event recurs; only its first day is read."]


def _days(rules: str, start: str = "DTSTART:20250131T090000") -> list[str]:
    lines, _, said = lines_of(f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{start}\n{rules}\nEND:VEVENT\nEND:VCALENDAR\n")
    return [cells[1][2:] for _, cells in lines[1:]] + [*said]


@pytest.mark.parametrize(
    ("rules", "days"),
    [
        ("RRULE:FREQ=DAILY;COUNT=3", ["25-01-31", "25-02-01", "25-02-02"]),
        ("RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20250204", ["25-01-31", "25-02-02", "25-02-04"]),
        ("RRULE:FREQ=DAILY;UNTIL=20250202T080000", ["25-01-31", "25-02-01"]),
        ("RRULE:FREQ=DAILY;BYDAY=MO,FR;COUNT=3", ["25-01-31", "25-02-03", "25-02-07"]),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR;COUNT=4", ["25-01-31", "25-02-11", "25-02-14", "25-02-25"]),
        ("RRULE:FREQ=MONTHLY;COUNT=3", ["25-01-31", "25-03-31", "25-05-31"]),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", ["25-01-31", "25-02-28", "25-03-31"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", ["25-01-31", "25-02-28", "25-03-28"]),
        ("RRULE:FREQ=YEARLY;COUNT=2", ["25-01-31", "26-01-31"]),
        ("RDATE:20250205T090000,20250207T090000", ["25-01-31", "25-02-05", "25-02-07"]),
        (
            "RRULE:FREQ=DAILY;COUNT=4\nEXDATE:20250201T090000\nEXDATE:20250202T090000",
            ["25-01-31", "25-02-03"],
        ),
    ],
)
def test_what_recurs_is_read_on_its_days(rules: str, days: list[str]) -> None:
    assert _days(rules) == days


@pytest.mark.parametrize(
    "rules",
    ["RRULE:FREQ=DAILY", "RRULE:FREQ=HOURLY;COUNT=3", "RRULE:FREQ=DAILY;COUNT=9999", "RRULE:FREQ=DAILY;UNTIL=soon",
     "RRULE:FREQ=DAILY;COUNT=2;BYSETPOS=1", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3", "RRULE:COUNT=2", "RDATE:soon",
     "RRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=2"],
)  # fmt: skip
def test_a_rule_without_an_end_or_of_another_kind_is_said(rules: str) -> None:
    assert _days(rules) == ["25-01-31", *ONCE]


def test_the_end_in_another_zone_and_a_day_that_was_moved() -> None:
    until = "RRULE:FREQ=DAILY;UNTIL=20250201T230000Z"  # four in the morning of the next day there
    assert _days(until, "DTSTART;TZID=Asia/Tashkent:20250131T090000") == ["25-01-31", "25-02-01"]
    assert _days(until, "DTSTART;TZID=Asia/Tashkent:20250131T030000") == ["25-01-31", "25-02-01", "25-02-02"]
    moved = "END:VEVENT\nBEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20250201T090000\nDTSTART:20250205T110000"
    assert _days(f"RRULE:FREQ=DAILY;COUNT=3\n{moved}") == ["25-01-31", "25-02-02", "25-02-05"]


def test_a_calendar_of_endless_size_is_read_up_to_a_limit() -> None:
    event = "BEGIN:VEVENT\nDTSTART:20250131T090000\nRRULE:FREQ=DAILY;COUNT=400\nEND:VEVENT\n"
    lines, _, said = lines_of(f"BEGIN:VCALENDAR\n{event * 100}END:VCALENDAR\n")
    assert len(lines) < 5_101 and [*said] == ["88 events recur; only their first days are read."]


def test_comments_on_cells_are_said(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("A", 0)
    for row in (["Date", "City"], ["2025-03-03", "Tirana"], ["2025-03-05", "Skopje"]):
        sheet.append(row)
    sheet["B3"].comment = Comment("moved to Bitola?", "A")
    data = io.BytesIO()
    book.save(data)
    notes = [str(note) for note in brought(data.getvalue(), "a.xlsx").notes]
    assert "The comment on cell B3 is not read: “moved to Bitola?”." in notes
    cell = '<table:table-cell office:value-type="string">{}<text:p>{}</text:p></table:table-cell>'
    told = "<office:annotation><text:p>unsure</text:p></office:annotation>"
    rows = [("Date", "City"), ("2025-03-03", "Tirana"), ("2025-03-05", "Skopje")]
    body = "".join(
        f"<table:table-row>{''.join(cell.format(told * (c == 'Skopje'), c) for c in row)}</table:table-row>"
        for row in rows
    )
    path = workbooks.ods(tmp_path / "a.ods", f'<table:table table:name="A">{body}</table:table>')
    notes = [str(note) for note in brought(path.read_bytes(), "a.ods").notes]
    assert "1 comment on a cell is not read." in notes


@pytest.mark.parametrize(
    ("cell", "time"),
    [("ore 9", "09:00"), ("ora 9", "09:00"), ("ore 15,30", "15:30"), ("alle ore 11.15", "11:15"), ("às 14", "14:00"),
     ("saat 10", "10:00"), ("в 9", "09:00"), ("at 9 pm", "21:00")],
)  # fmt: skip
def test_an_hour_behind_a_word(cell: str, time: str) -> None:
    reading = brought(f"Date;Hour;City;Event\n2025-03-03;{cell};Trieste;Talks\n2025-03-04;10:30;Udine;Talks\n")
    assert [str(h.event.when) for h in reading.tour.events] == [f"2025-03-03T{time}", "2025-03-04T10:30"]


@pytest.mark.parametrize(
    ("cell", "last"), [("2 weeks", "16"), ("1 week", "09"), ("2 Wochen", "16"), ("1 неделя", "09")]
)
def test_weeks_make_the_departure(cell: str, last: str) -> None:
    (stop,) = brought(f"Start;Length;City\n2025-03-03;{cell};Dushanbe\n").tour.stops
    assert str(stop.visit.when) == f"2025-03-03/2025-03-{last}"


def test_ways_that_lead_on_from_each_other_are_not_asked() -> None:
    reading = brought(
        "Day,Date,Route,Overnight\n1,4 Sep 2025,Arrive Bishkek,Bishkek\n2,5 Sep 2025,Bishkek – Naryn (310 km),Naryn\n"
        "3,6 Sep 2025,Naryn – Osh,Osh\n"
    )
    assert stops(reading) == ["Bishkek 2025-09-04", "Naryn 2025-09-05", "Osh 2025-09-06"] and not reading.questions


@pytest.mark.parametrize(("first", "second"), [("FM", "PM"), ("Minister", "Ambassador")])
def test_marks_below_offices_tell_who_travels(first: str, second: str) -> None:
    reading = brought(f"Date,City,{first},{second}\n2025-05-05,Sofia,x,x\n2025-05-06,Plovdiv,x,\n2025-05-07,Varna,,X\n")
    names = {person.id: person.name for person in reading.tour.travellers}
    told = [(names[s.visit.traveller], s.visit.place.title) for s in reading.tour.stops]
    assert sorted(told) == sorted([(first, "Sofia"), (first, "Plovdiv"), (second, "Sofia"), (second, "Varna")])


def test_a_mark_below_another_heading_sends_nobody() -> None:
    reading = brought("Date,City,Press,Visa\n2025-05-05,Sofia,x,x\n2025-05-06,Plovdiv,x,\n")
    assert len(reading.tour.travellers) == 1 and not reading.tour.events


def test_a_ministry_behind_a_town_is_no_town() -> None:
    reading = brought("Дата;Место;Мероприятие\n14.04.2025;г. Душанбе, МИД;Переговоры\n15.04.2025;г. Худжанд;Форум\n")
    assert stops(reading) == ["Dushanbe 2025-04-14", "Khujand 2025-04-15"] and not reading.questions
