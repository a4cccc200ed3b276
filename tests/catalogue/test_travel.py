"""The order of travel of a tour on disk, and what its files say against it."""

from pathlib import Path

from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.geocoding import offline_resolver

FILES = {
    "tour.toml": 'title = "Made up"\ntravellers = ["anna"]\n',
    "people.csv": "id,name\nanna,Anna Muster\n",
    "sources.csv": "id,title\ns,A source\n",
    "events.csv": "id,visit,when,title,source\n",
    "legs.csv": "from,to,mode,source\n",
}


def load(tmp_path: Path, visits: str, events: str = "", legs: str = "") -> LoadedTour:
    header = "id,traveller,place,country,arrival,source\n"
    more = {"events.csv": events, "legs.csv": legs, "visits.csv": header + visits}
    for name in {*FILES, *more}:
        (tmp_path / name).write_text(FILES.get(name, "") + more.get(name, ""), encoding="utf-8")
    return load_tour(tmp_path, offline_resolver)


NEWEST_FIRST = "p,anna,Paris,FR,2025-03-27,s\nb,anna,Berlin,DE,2025-03-27,s\nw,anna,Warsaw,PL,2025-03-27,s\n"


def test_clocks_against_lines_are_a_problem_and_are_followed(tmp_path: Path) -> None:
    events = "e1,p,2025-03-27T20:00,Dinner,s\ne2,w,2025-03-27T08:00,Breakfast,s\ne3,b,2025-03-27T13:00,Lunch,s\n"
    tour, problems, _ = load(tmp_path, NEWEST_FIRST, events, "b,p,air,s\nw,b,rail,s\n")
    assert [visit.id for visit in tour.visits] == ["w", "b", "p"]
    assert [event.id for event in tour.events] == ["e2", "e3", "e1"]
    assert [(leg.start, leg.end) for leg in tour.legs] == [("w", "b"), ("b", "p")]
    assert [str(problem) for problem in problems] == [
        "visits.csv:4: by the clocks the order of travel is Warsaw, Berlin, Paris, which is not that of the lines; "
        "the clocks are followed, correct the times or put the lines in that order"
    ]


def test_legs_alone_settle_an_order_without_a_word(tmp_path: Path) -> None:
    tour, problems, _ = load(tmp_path, NEWEST_FIRST, legs="b,p,air,s\nw,b,rail,s\n")
    assert [visit.id for visit in tour.visits] == ["w", "b", "p"]
    assert not problems


def test_a_leg_against_the_dates_is_a_problem_and_is_followed(tmp_path: Path) -> None:
    visits = "a,anna,Almaty,KZ,2025-03-27,s\nb,anna,Berlin,DE,2025-03-20,s\n"
    tour, problems, _ = load(tmp_path, visits, legs="a,b,air,s\n")
    assert [visit.id for visit in tour.visits] == ["a", "b"]
    assert [str(problem) for problem in problems] == [
        "legs.csv:2: to: the leg leads from Almaty to Berlin, which comes first by the dates; "
        "the leg is followed, correct it or the dates"
    ]


def test_legs_in_a_circle_ask_for_a_line_for_each_stay(tmp_path: Path) -> None:
    visits = "a,anna,Almaty,KZ,2025-03-27,s\nb,anna,Berlin,DE,2025-03-28,s\n"
    tour, problems, _ = load(tmp_path, visits, legs="a,b,air,s\nb,a,air,s\n")
    assert [visit.id for visit in tour.visits] == ["a", "b"]
    assert [str(problem) for problem in problems] == [
        "legs.csv:2: the legs lead in a circle through Almaty, Berlin; give each stay a line of its own"
    ]
