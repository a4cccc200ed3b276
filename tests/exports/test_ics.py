"""iCalendar: read back by icalendar's parser, with zones, spans and status as calendars take them."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from icalendar import Calendar, Event, vDDDTypes

from mapapp.exports.ics import plain, write
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Status, Tour
from mapapp.view import View
from mapapp.when import When
from tests.fixtures import strategies
from tests.fixtures.injection import INJECTIONS
from tests.fixtures.snapshots import MADE_UP, QUERIES, SHIPPED, as_read, hostile, seen, tour


def read(snapshot: Snapshot) -> Calendar:
    data = write(snapshot)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    assert not calendar.errors
    assert not any(component.errors for component in calendar.walk())
    return calendar


def entries(snapshot: Snapshot) -> dict[str, Event]:
    """The events by the id that they have in the tour."""
    return {str(event["uid"]).partition("@")[0].rpartition(".")[2]: event for event in read(snapshot).events}


def zoned(event: Event, name: str) -> dict[str, str]:
    """The parameters of a date."""
    value = event[name]
    assert isinstance(value, vDDDTypes)
    return {key: str(parameter) for key, parameter in value.params.items()}


def on(when: str, **changes: object) -> Event:
    """The one event of a small tour, at another time."""
    small = tour("one-visit")
    changed = replace(small.events[0], when=When.parse(when), **changes)  # type: ignore[arg-type]  # fields of an event
    return entries(seen(replace(small, events=(changed,))))["talks"]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", [*SHIPPED, *MADE_UP])
def test_every_tour_is_read_by_others(name: str, query: str) -> None:
    snapshot = seen(tour(name), query)
    assert len(read(snapshot).events) == len(snapshot.tour.events)


@settings(max_examples=40)
@given(strategies.tours(), strategies.filters())
def test_any_tour_is_read_by_others(whole: Tour, view: View) -> None:
    """An event ends after it starts."""
    calendar = read(Snapshot(select(whole, view), whole, view))
    for event in calendar.events:
        assert event.end >= event.start
        assert str(event["status"]) in {"CONFIRMED", "TENTATIVE", "CANCELLED"}


def test_a_clock_has_its_zone_and_the_zone_its_rules() -> None:
    calendar = read(seen(tour("one-visit")))
    (event,) = calendar.events
    assert event.start.isoformat() == "2025-03-27T19:30:00+06:00"
    assert zoned(event, "dtstart") == {"TZID": "Asia/Bishkek"}
    assert [zone.tz_name for zone in calendar.timezones] == ["Asia/Bishkek"]
    assert not calendar.get_missing_tzids()
    lasting = on("2025-03-27T10:00/2025-03-27T12:30")
    assert lasting.end - lasting.start == dt.timedelta(hours=2, minutes=30)


@pytest.mark.parametrize(
    ("when", "stated", "first", "after", "summary"),
    [
        ("2025-03-27", True, "2025-03-27", "2025-03-28", "Talks"),
        ("2025-04-03/2025-04-04", True, "2025-04-03", "2025-04-05", "Talks"),
        ("2026", True, "2026-01-01", "2027-01-01", "Talks (day not known, 2026)"),
        ("2024-02", True, "2024-02-01", "2024-03-01", "Talks (day not known, February 2024)"),
        ("2025-03-28~", True, "2025-03-27", "2025-03-30", "Talks (about 28 March 2025)"),
        ("2025-03-28?", True, "2025-03-27", "2025-03-30", "Talks (perhaps 28 March 2025)"),
        ("2025-03-27/2025-03-28", False, "2025-03-27", "2025-03-29", "Talks (day not stated, 27–28 March 2025)"),
        ("1850-03-27T19:30", True, "1850-03-27", "1850-03-28", "Talks (19:30 local time)"),
        ("9999-12-31", True, "9999-12-31", "9999-12-31", "Talks"),
    ],
)
def test_days_are_all_day_and_doubts_are_in_the_title(
    when: str, stated: bool, first: str, after: str, summary: str
) -> None:
    event = on(when, when_stated=stated)
    assert (str(event.start), str(event.decoded("dtend")), str(event["summary"])) == (first, after, summary)
    assert zoned(event, "dtstart") == {"VALUE": "DATE"}


@pytest.mark.parametrize(
    ("status", "word", "summary"),
    [
        (Status.HELD, "CONFIRMED", "Talks"),
        (Status.CONFIRMED, "CONFIRMED", "Talks"),
        (Status.ANNOUNCED, "TENTATIVE", "Talks"),
        (Status.POSTPONED, "CANCELLED", "Postponed: Talks"),
        (Status.CANCELLED, "CANCELLED", "Cancelled: Talks"),
    ],
)
def test_a_status_is_one_that_calendars_know(status: Status, word: str, summary: str) -> None:
    event = on("2025-03-27", status=status)
    assert (str(event["status"]), str(event["summary"])) == (word, summary)


def test_an_event_says_where_what_and_who_says_so() -> None:
    event = entries(seen(tour("central-asia-2025")))["tokayev"]
    assert event.decoded("geo") == (43.25249, 76.9115)
    assert str(event["location"]) == "Almaty, Kazakhstan"
    assert event.categories[:3] == ["Meeting", "Trade", "Energy"]
    assert "\n[3] NE Global Media, from The Astana Times" in str(event["description"])
    assert str(event["url"]) == tour("central-asia-2025").source["ne-global"].url


def test_ids_and_stamps_are_the_same_in_every_view() -> None:
    whole, part = (entries(seen(tour("central-asia-2025"), query)) for query in ("", "country=KZ"))
    assert set(part) < set(whole)
    for id_, event in part.items():
        assert (event["uid"], event.stamp) == (whole[id_]["uid"], whole[id_].stamp)
    assert part["tokayev"]["uid"] == "central-asia-2025.tokayev@mapapp.invalid"
    assert part["tokayev"].stamp == dt.datetime(2026, 11, 28, tzinfo=dt.UTC)


def test_it_works_as_a_subscription() -> None:
    calendar = read(seen(tour("central-asia-2025"), "country=KZ"))
    assert str(calendar["name"]) == str(calendar["x-wr-calname"]) == "The EU's road to Samarkand"
    assert calendar.refresh_interval == dt.timedelta(hours=12)
    assert str(calendar["x-published-ttl"]) == "PT12H"
    assert str(calendar["description"]).startswith("4 of 15 events, 28 March 2025 – 2026, Kazakhstan\n")


@pytest.mark.parametrize("text", INJECTIONS.values(), ids=INJECTIONS)
def test_every_text_stays_text(tmp_path: Path, text: str) -> None:
    calendar = read(hostile(tmp_path / "hostile", text))
    assert [component.name for component in calendar.walk()] == ["VCALENDAR", "VEVENT"]
    (event,) = calendar.events
    shown = " ".join(plain(as_read(text)).split())
    assert str(event["summary"]) == shown
    topic = shown.replace(";", ",").casefold()  # ";" divides topics in events.csv
    assert topic in [str(category).casefold() for category in event.categories]
    assert str(event["url"]).isascii()
    assert sorted(event) == sorted(entries(hostile(tmp_path / "harmless", "harmless"))["e0"])


def test_the_same_snapshot_gives_the_same_bytes() -> None:
    assert write(seen(tour("one-city-twice"))) == write(seen(tour("one-city-twice")))
