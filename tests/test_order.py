"""The order of travel: legs, instants, days, lines."""

from collections.abc import Sequence

import pytest

from mapapp.order.events import events_in_order
from mapapp.order.visits import Conflict, in_order
from mapapp.place import Place
from mapapp.position import Position
from mapapp.tour import Event, Leg, Located, Status, Visit
from mapapp.when import When

ZONES = {"warsaw": "Europe/Warsaw", "tokyo": "Asia/Tokyo", "honolulu": "Pacific/Honolulu", "nowhere": ""}


def at(zone: str) -> Located:
    return Located(Place(f"test:{zone}", zone, "PL", "P", Position(20, 50), zone=ZONES[zone]), zone)


def visit(id_: str, arrival: str = "", departure: str = "", zone: str = "warsaw", traveller: str = "anna") -> Visit:
    first, last = (When.parse(text) if text else None for text in (arrival, departure))
    return Visit(id_, traveller, at(zone), first, last)


def event(id_: str, when: str, stay: str = "", zone: str = "warsaw", **more: object) -> Event:
    return Event(id_, stay, at(zone), When.parse(when), **more)  # type: ignore[arg-type]


def legs(*ways: str) -> list[Leg]:
    return [Leg(*way) for way in ways]


def travelled(visits: Sequence[Visit], events: Sequence[Event] = (), ways: Sequence[Leg] = ()) -> tuple[str, list[str]]:
    ordered, found = in_order(visits, events, ways)
    return "".join(v.id for v in ordered), [f"{c.conflict}: {''.join(c.visits)}" for c in found]


DAY = "2025-03-27"


def test_days_come_before_lines_and_lines_settle_the_rest() -> None:
    visits = [visit("c", "2025-03-29"), visit("a", DAY), visit("b", DAY)]
    assert travelled(visits) == ("abc", [])


def test_instants_come_before_lines_of_one_day_and_say_so() -> None:
    """Newest first is a habit of many tables: the clocks of the events turn it round."""
    visits = [visit("p", DAY, "2025-03-28"), visit("b", DAY), visit("w", DAY)]
    events = [event("3", f"{DAY}T20:00", "p"), event("1", f"{DAY}T08:00", "w"), event("2", f"{DAY}T13:00", "b")]
    assert travelled(visits, events) == ("wbp", ["clocks and lines: wbp"])
    assert travelled(visits[::-1], events) == ("wbp", [])


def test_instants_are_those_of_the_zone_of_the_place() -> None:
    """Dinner in Tokyo is before lunch in Honolulu on the same date, and before breakfast on the day before."""
    for day in (DAY, "2025-03-26"):
        stays = [visit("h", day, zone="honolulu"), visit("t", DAY, zone="tokyo")]
        events = [event("lunch", f"{day}T12:00", "h", "honolulu"), event("dinner", f"{DAY}T06:00", "t", "tokyo")]
        ordered, _ = in_order(stays, events, ())
        assert [v.id for v in ordered] == ["t", "h"]
        assert [e.id for e in events_in_order(events, ordered)] == ["dinner", "lunch"]


def test_arrivals_and_departures_have_clocks_too() -> None:
    assert travelled([visit("b", f"{DAY}T15:00"), visit("a", DAY, f"{DAY}T14:00")])[0] == "ab"


def test_an_event_of_a_later_day_tells_nothing_of_the_arrival() -> None:
    """A stay of a week begins on its first day, at an hour that nobody knows."""
    visits = [visit("a", DAY, "2025-03-31"), visit("b", DAY)]
    events = [event("late", "2025-03-30T10:00", "a"), event("early", f"{DAY}T12:00", "b")]
    assert travelled(visits, events) == ("ab", [])


def test_what_was_called_off_tells_no_order() -> None:
    visits = [visit("a", DAY), visit("b", DAY)]
    events = [event("1", f"{DAY}T20:00", "a", status=Status.CANCELLED), event("2", f"{DAY}T12:00", "b")]
    assert travelled(visits, events) == ("ab", [])


def test_legs_come_before_lines() -> None:
    assert travelled([visit("p", DAY), visit("b", DAY), visit("w", DAY)], ways=legs("wb", "bp")) == ("wbp", [])


@pytest.mark.parametrize(
    ("second", "conflict"), [(f"{DAY}T08:00", Conflict.LEG_AND_CLOCKS), ("2025-03-26", Conflict.LEG_AND_DAYS)]
)
def test_a_leg_against_clocks_or_days_is_followed_and_told(second: str, conflict: Conflict) -> None:
    visits = [visit("a", f"{DAY}T10:00"), visit("b", second)]
    assert travelled(visits, ways=legs("ab")) == ("ab", [f"{conflict}: ab"])


def test_a_leg_back_into_a_stay_begun_before_tells_no_order() -> None:
    """From Tashkent to Samarkand for a day, and back."""
    visits = [visit("t", DAY, "2025-03-31"), visit("s", "2025-03-29", "2025-03-29")]
    assert travelled(visits, ways=legs("ts", "st")) == ("ts", [])


def test_legs_in_a_circle_are_told() -> None:
    visits = [visit("a", DAY), visit("b", "2025-03-28"), visit("c", "2025-03-29")]
    assert travelled(visits, ways=legs("ab", "ba", "bc")) == ("abc", ["legs in a circle: abc"])


def test_a_stay_without_a_date_stands_where_its_legs_or_else_its_line_put_it() -> None:
    visits = [visit("x"), visit("a", DAY), visit("b", "2025-03-28"), visit("y"), visit("c", "2025-03-29")]
    assert travelled(visits)[0] == "xabyc"
    assert travelled(visits, ways=legs("ax", "xb"))[0] == "axbyc"
    assert travelled(visits, ways=legs("xc", "cy"))[0] == "abxcy"
    assert travelled([visit("b"), visit("a")], ways=legs("ab")) == ("ab", [])


def test_each_traveller_has_an_order_of_their_own() -> None:
    """A leg between two travellers orders nothing, and the journeys are told together by day."""
    visits = [visit("a", DAY), visit("x", "2025-03-28", traveller="boris"), visit("b", "2025-03-29")]
    assert travelled(visits, ways=legs("ba", "xa")) == ("xba", ["leg and days: ba"])
    assert travelled(visits) == ("axb", [])


def test_events_of_one_day_follow_the_stays() -> None:
    """Also those without a clock, whatever their line."""
    visits = [visit("w", DAY), visit("b", DAY), visit("p", DAY)]
    events = [event("3", DAY, "p"), event("2", DAY, "b"), event("1", f"{DAY}T18:00", "w"), event("0", DAY, "w")]
    assert [e.id for e in events_in_order(events, visits)] == ["0", "1", "2", "3"]


def test_events_of_one_stay_by_clock_and_part_of_the_day() -> None:
    events = [
        event("night", DAY, "w", day_part="night"),
        event("noon", f"{DAY}T12:00", "w"),
        event("next", "2025-03-28", "w"),
        event("morning", DAY, "w", day_part="morning"),
        event("day", DAY, "w"),
        event("year", "2025", "w"),
    ]
    ordered = events_in_order(events, [visit("w", DAY)])
    assert [e.id for e in ordered] == ["year", "day", "morning", "noon", "night", "next"]


def test_a_clock_without_a_zone_orders_within_its_day() -> None:
    events = [event("b", f"{DAY}T15:00", zone="nowhere"), event("a", f"{DAY}T09:00", zone="nowhere")]
    assert [e.id for e in events_in_order(events, ())] == ["a", "b"]


def test_an_order_is_kept_whatever_the_lines() -> None:
    """Thousands of stays and events in a moment, and no pair of instants turned round."""
    days = [
        f"20{year:02}-{month:02}-{day:02}" for year in range(20, 30) for month in range(1, 13) for day in range(1, 29)
    ]
    visits = [visit(str(n), day) for n, day in enumerate(days)]
    events = [event(str(n), f"{day}T{n % 24:02}:00" if n % 2 else day, str(n)) for n, day in enumerate(days)]
    ordered, found = in_order(visits[::-1], events[::-1], [Leg(str(n), str(n + 1)) for n in range(len(days) - 1)])
    assert [v.id for v in ordered] == [v.id for v in visits]
    assert [e.id for e in events_in_order(events[::-1], ordered)] == [e.id for e in events]
    assert not found


def test_events_of_a_day_are_in_the_order_of_clock_and_part_of_the_day() -> None:
    """Those without either come first: they may have been at any hour. Longer ones follow shorter ones."""
    expected = [
        event("day", "2025-01-01"),
        event("year", "2025"),
        event("midnight", "2025-01-01T00:00", day_part="evening"),
        event("morning", "2025-01-01", day_part="morning"),
        event("ten", "2025-01-01T10:00"),
        event("afternoon", "2025-01-01", day_part="afternoon"),
        event("three", "2025-01-01T15:00"),
        event("evening", "2025-01-01", day_part="evening"),
        event("eight", "2025-01-01T20:00"),
        event("night", "2025-01-01", day_part="night"),
        event("next", "2025-01-02"),
    ]
    for shuffled in (expected[::-1], expected[5:] + expected[:5]):
        assert [e.id for e in events_in_order(shuffled, ())] == [e.id for e in expected]


MANY = 20_000


def test_many_stays_without_a_date_follow_their_lines() -> None:
    """Between two that have one, and in no more time than sorting takes."""
    visits = [visit(str(n), DAY if n in (0, MANY) else "") for n in range(MANY + 1)]
    assert [v.id for v in in_order(visits, (), ())[0]] == [v.id for v in visits]
    backward = [Leg(str(n + 1), str(n)) for n in range(MANY)]
    assert [v.id for v in in_order(visits[1:-1], (), backward)[0]] == [v.id for v in visits[-2:0:-1]]


def test_many_travellers_and_circles_take_no_longer() -> None:
    visits = [visit(str(n), DAY, traveller=str(n // 2)) for n in range(MANY)]
    _, found = in_order(visits, (), [Leg(str(n), str(n ^ 1)) for n in range(MANY)])
    assert [c.conflict for c in found] == [Conflict.LEGS_IN_CIRCLE] * (MANY // 2)


def test_many_events_of_one_day_stand_behind_the_clocks_before_them() -> None:
    """Half of them with a clock, and none of a later stay among those of an earlier one."""
    visits = [visit(str(n), DAY) for n in range(MANY // 2)]
    timed = [event(f"a{n}", f"{DAY}T{n * 24 // len(visits):02}:00", str(n)) for n in range(len(visits))]
    vague = [event(f"b{n}", DAY, str(n)) for n in range(len(visits))]
    ordered = [e.id for e in events_in_order([*vague[::-1], *timed], visits)]
    assert [id_ for id_ in ordered if id_[0] == "a"] == [e.id for e in timed]
    place = {id_: number for number, id_ in enumerate(ordered)}
    assert all(place[f"a{n}"] < place[f"b{n + 1}"] for n in range(len(visits) - 1))
