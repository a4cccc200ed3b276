"""What cannot be together is remarked: stays that overlap, and stops too far apart for the hours between."""

from pathlib import Path

import pytest

from mapapp.catalogue.tours import load_tour
from mapapp.geocoding import offline_resolver

VISITS = "id,traveller,place,country,arrival,departure,status,source"
EVENTS = "id,visit,when,title,source"


def _said(folder: Path, visits: str, events: str = "", legs: str = "") -> list[str]:
    files = {
        "tour.toml": 'title = "A tour"\ntravellers = ["ann"]\n',
        "sources.csv": "id,title\ns,Source\n",
        "people.csv": "id,name\nann,Ann\n",
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
