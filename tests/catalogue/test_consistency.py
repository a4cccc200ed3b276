"""What cannot be together is remarked: stays that overlap, and stops too far apart for the hours between."""

from pathlib import Path

import pytest

from mapapp.catalogue.tours import load_tour
from mapapp.geocoding import offline_resolver

VISITS = "id,traveller,place,country,arrival,departure,status,source"
EVENTS = "id,visit,when,title,source,participants"


def _said(folder: Path, visits: str, events: str = "", legs: str = "", people: str = "id,name\nann,Ann\n") -> list[str]:
    files = {
        "tour.toml": 'title = "A tour"\ntravellers = ["ann"]\n',
        "sources.csv": "id,title\ns,Source\n",
        "people.csv": people,
        "visits.csv": f"{VISITS}\n{visits}",
        "events.csv": f"{EVENTS}\n{events}",
        "legs.csv": f"from,to,mode,source\n{legs}",
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    problems = load_tour(folder, offline_resolver).problems
    assert all(problem.remark for problem in problems)
    return [str(problem) for problem in problems]


def test_stays_that_overlap_are_remarked(tmp_path: Path) -> None:
    visits = "a,ann,Astana,KZ,2025-03-01,2025-03-05,held,s\nb,ann,Baku,AZ,2025-03-03,2025-03-08,held,s\n"
    (said,) = _said(tmp_path, visits)
    assert said.startswith("visits.csv:3: the stay in Baku (3–8 March 2025) overlaps that in Astana")


@pytest.mark.parametrize(
    "dates",
    [("2025-03-05", "2025-03-08"), ("2025-03-02", "2025-03-03"), ("2025-03", "2025-04"), ("2025-03-03~", "2025-03-08")],
)
def test_a_day_of_travel_an_excursion_and_a_rough_date_are_none(dates: tuple[str, str], tmp_path: Path) -> None:
    visits = f"a,ann,Astana,KZ,2025-03-01,2025-03-05,held,s\nb,ann,Baku,AZ,{dates[0]},{dates[1]},held,s\n"
    assert _said(tmp_path, visits) == []


TWO = "a,ann,Astana,KZ,2025-03-01,2025-03-01,held,s\nb,ann,Baku,AZ,2025-03-01,2025-03-01,held,s\n"


@pytest.mark.parametrize(
    ("mode", "clock", "wrong"), [("air", "12:00", True), ("air", "16:00", False), ("rail", "16:00", True)]
)
def test_stops_too_far_apart_for_the_hours_between_are_remarked(
    mode: str, clock: str, wrong: bool, tmp_path: Path
) -> None:
    """Astana and Baku lie 2,000 km apart, and their clocks one hour."""
    events = f"x,a,2025-03-01T11:00,Talks,s\ny,b,2025-03-01T{clock},Talks,s\n"
    said = _said(tmp_path, TWO, events, f"a,b,{mode},s\n")
    assert [("too far" in one) for one in said] == ([True] if wrong else [])


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2025-03-02", "", "Ann is stated in office from 2 March 2025 on, and this is 1 March 2025"),
        ("", "2025-02", "Ann is stated in office until February 2025, and this is 1 March 2025"),
        ("2025-03-01", "2025-03-01", ""),
        ("2025", "2025", ""),  # the year may have begun with it
        ("2025-03-02~", "", ""),
    ],
)
def test_who_is_named_before_an_office_or_after_it_is_remarked(
    since: str, until: str, said: str, tmp_path: Path
) -> None:
    """Travellers and participants, where all of the time lies outside; not an event that is dated by its stay alone."""
    people = f"id,name,role,since,until\nann,Ann,Envoy,{since},{until}\n"
    visits = "a,ann,Astana,KZ,2025-03-01,2025-03-01,held,s\nb,ann,Baku,AZ,2025-03-05,2025-03-05,cancelled,s\n"
    found = _said(tmp_path, visits, "e,a,,Talks,s\n", people=people)
    assert [line.split(": ", 1)[1].split(";")[0] for line in found] == ([said] if said else [])
    assert all(line.startswith("visits.csv:2: ") for line in found)


def test_a_participant_out_of_office_is_remarked_at_the_event(tmp_path: Path) -> None:
    people = "id,name,until\nann,Ann,\nbob,Bob,2024-12-31\n"
    events = "e,a,2025-03-01,Talks,s,ann;bob\nf,a,2025-03-01,Dinner,s,ann\n"
    visits = "a,ann,Astana,KZ,2025-03-01,2025-03-01,held,s\n"
    (said,) = _said(tmp_path, visits, events, people=people)
    assert said.startswith("events.csv:2: Bob is stated in office until 31 December 2024")
