"""Calendars as iCalendar files."""

from mapapp.foreign.calendars import lines_of
from tests.foreign.brought import brought

_BEGIN = "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Visit to the Baltic states\n"


def _calendar(*events: str) -> str:
    told = "".join(f"BEGIN:VEVENT\nUID:{number}\n{event}\nEND:VEVENT\n" for number, event in enumerate(events))
    return f"{_BEGIN}{told}END:VCALENDAR\n".replace("\n", "\r\n")


def test_events_are_rows_with_day_hour_place_and_status() -> None:
    reading = brought(
        _calendar(
            "DTSTART;TZID=Europe/Riga:20250512T093000\nDTEND;TZID=Europe/Riga:20250512T110000\n"
            "SUMMARY:Talks\\, second\n  part\nLOCATION:Riga\\, Latvia",
            "DTSTART;VALUE=DATE:20250513\nDTEND;VALUE=DATE:20250515\nSUMMARY:Conference\nLOCATION:Tallinn",
            "DTSTART:20250515T070000Z\nDURATION:PT1H30M\nSUMMARY:Call\nLOCATION:Vilnius\nSTATUS:CANCELLED\n"
            "BEGIN:VALARM\nDESCRIPTION:Reminder\nEND:VALARM",
        ),
        "visit.ics",
    )
    visits = [stop.visit for stop in reading.tour.stops]
    assert [(v.place.title, str(v.when), v.status) for v in visits] == [
        ("Riga", "2025-05-12", "held"), ("Tallinn", "2025-05-13/2025-05-14", "held"),
        ("Vilnius", "2025-05-15", "cancelled"),
    ]  # fmt: skip
    assert [(h.event.title, str(h.event.when)) for h in reading.tour.events] == [
        ("Talks, second part", "2025-05-12T09:30/2025-05-12T11:00"), ("Conference", "2025-05-13/2025-05-14"),
        ("Call", "2025-05-15T10:00/2025-05-15T11:30"),  # on the clocks of Vilnius
    ]  # fmt: skip
    assert reading.title == "Visit to the Baltic states" and reading.questions == ()
    assert [row.line for row in reading.rows] == [4, 12, 19]  # where each begins in the file


def test_what_recurs_is_said_to_be_read_once() -> None:
    _, _, said = lines_of(_calendar("DTSTART:20250512T093000\nRRULE:FREQ=DAILY\nSUMMARY:Briefing\nLOCATION:Riga"))
    assert [*said] == ["1 event recurs; only its first day is read."]


def test_what_is_no_property_is_passed_over() -> None:
    lines, title, _ = lines_of("BEGIN:VCALENDAR\nnonsense\nEND:NOTHING\nBEGIN:VEVENT\nDTSTART:soon\nEND:VEVENT\n")
    assert [cells[:2] for _, cells in lines[1:]] == [["", "soon"]] and title == ""


def test_a_day_that_no_calendar_has_and_an_end_behind_all_days_are_cells_like_others() -> None:
    lines, _, _ = lines_of(
        _calendar(
            "DTSTART:20251399T250000\nDURATION:PT1H\nLOCATION:Riga", "DTSTART;VALUE=DATE:99990101\nDURATION:P9999D"
        )
    )
    assert [cells[1:5] for _, cells in lines[1:]] == [
        ["2025-13-99", "25:00", "2025-13-99", ""], ["9999-01-01", "", "9999-01-01", "00:00"],
    ]  # fmt: skip
