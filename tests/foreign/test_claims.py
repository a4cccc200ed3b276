"""Columns that claim one role: a journey from home, and words for whom one meets."""

import pytest

from mapapp.foreign import Answers, Reading, read
from mapapp.geocoding import offline_resolver


def brought(*lines: str) -> Reading:
    return read("\n".join(lines).encode(), "a.csv", Answers(), offline_resolver)


def roles(*lines: str) -> list[str]:
    return [column.role.value for column in brought(*lines).columns]


@pytest.mark.parametrize(
    ("heading", "dates"),
    [
        ("Departure date;Return date", ("01-Mar-2021;03-Mar-2021", "05-Apr-2021;06-Apr-2021")),
        ("Date de départ;Date de retour", ("01/03/2021;02/03/2021", "15/03/2021;16/03/2021")),
        ("Abreise;Rückkehr", ("01.03.2021;02.03.2021", "15.03.2021;16.03.2021")),
        ("Return;Departure", ("03-Mar-21;01-Mar-21", "06-Apr-21;05-Apr-21")),
    ],
)
def test_who_departs_from_home_and_returns_is_away_from_then_to_then(heading: str, dates: tuple[str, str]) -> None:
    """Unlike who departs from the place, which follows the arrival."""
    reading = brought(f"{heading};City", f"{dates[0]};Rabat", f"{dates[1]};Dakar")
    when = [(str(s.visit.arrival).rstrip("?"), str(s.visit.departure).rstrip("?")) for s in reading.tour.stops]
    assert when[0][0] == "2021-03-01" and when[0][1] in ("2021-03-02", "2021-03-03")
    assert not [q for q in reading.questions if "departure" in q.sentence]


def test_a_departure_from_the_place_stays_one() -> None:
    table = ("Date;Departure;City", "1 March 2021;3 March 2021;Rabat", "5 April 2021;6 April 2021;Dakar")
    assert roles(*table) == ["arrival", "departure", "place"]


@pytest.mark.parametrize(
    ("heading", "met"),
    [
        ("Who we meet", "President Tokayev"),
        ("Teilnehmer", "Kanzlerin"),
        ("Recibido por", "Vicepresidenta"),
        ("Кто принимает", "Генсек"),
    ],
)
def test_whom_one_meets_is_no_traveller(heading: str, met: str) -> None:
    assert roles(f"Date;City;{heading}", f"1 March 2021;Astana;{met}")[2] == "people met"
