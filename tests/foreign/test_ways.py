"""Ways between the stops of a table: only where its days tell that one stop led to the next."""

import datetime as dt

from mapapp.catalogue.tours import LoadedTour
from mapapp.drafts import unsaved
from mapapp.foreign import Answers, Asked, read
from mapapp.foreign.merging import merged
from mapapp.geocoding import offline_resolver

NAMES = Asked(offline_resolver)


def files(*rows: str) -> dict[str, bytes]:
    data = "\n".join(("Date,City,Traveller,Status", *rows)).encode()
    return read(data, "t.csv", Answers(), NAMES, today=dt.date(2026, 1, 1)).files()


def legs(*rows: str) -> list[tuple[str, str]]:
    loaded = unsaved.find(unsaved.put(files(*rows), offline_resolver))
    assert isinstance(loaded, LoadedTour) and not loaded.problems
    visits = loaded.tour.visit
    return [(visits[leg.start].at.toponym, visits[leg.end].at.toponym) for leg in loaded.tour.legs]


def test_stops_of_days_that_follow_each_other_are_joined_in_order() -> None:
    assert legs("2025-05-02,Almaty,Ana,", "2025-05-01,Astana,Ana,", "2025-05-04,Bishkek,Ana,") == [
        ("Astana", "Almaty"), ("Almaty", "Bishkek"),
    ]  # fmt: skip


def test_after_a_week_one_may_have_been_home() -> None:
    assert legs("2025-05-01,Astana,Ana,", "2025-05-09,Almaty,Ana,") == []


def test_each_traveller_goes_his_own_way() -> None:
    rows = ("2025-05-01,Astana,Ana,", "2025-05-02,Bishkek,Ben,", "2025-05-02,Almaty,Ana,", "2025-05-03,Tashkent,Ben,")
    assert sorted(legs(*rows)) == [("Astana", "Almaty"), ("Bishkek", "Tashkent")]


def test_nothing_leads_to_what_was_cancelled_or_has_no_day() -> None:
    rows = ("2025-05-01,Astana,Ana,held", "2025-05-02,Almaty,Ana,cancelled", "2025-05-03,Bishkek,Ana,held")
    assert legs(*rows) == [("Astana", "Bishkek")]
    assert legs("2025,Astana,Ana,", "2025,Almaty,Ana,") == []


def test_legs_that_were_edited_by_hand_stay_when_the_table_comes_again() -> None:
    first = files("2025-05-01,Astana,Ana,", "2025-05-02,Almaty,Ana,")
    by_hand = first | {"legs.csv": first["legs.csv"].replace(b"unknown", b"air")}
    assert b"air" in merged(by_hand, first).files["legs.csv"]
