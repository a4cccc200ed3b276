"""Lines that tell the place at their end, or at their beginning, with the country behind it."""

import pytest

from tests.foreign.brought import brought, facets

DAYS = ("12/10/2012", "13/10/2012", "15/05/2013", "27/02/2014")


def titles(*lines: str) -> list[str]:
    text = "\n".join(f"{day} - {line}" for day, line in zip(DAYS, lines, strict=False))
    return [stop.visit.place.title for stop in brought(text + "\n", "a.txt").tour.stops]


@pytest.mark.parametrize(
    ("lines", "towns"),
    [
        (("Entretiens, DAKAR, SENEGAL", "Sommet, KINSHASA, RDC", "Visite, MOPTI, MALI"), "Dakar Kinshasa Mopti"),
        (("Summit in Vienna, Austria", "Talks in Bern, Switzerland", "Visit to Oslo, Norway"), "Vienna Bern Oslo"),
        (("Talks (Vienna, Austria)", "Forum (Bern, Switzerland)", "Fair (Oslo, Norway)"), "Vienna Bern Oslo"),
        (("Gipfel, Graz (Österreich)", "Messe, Bern (Schweiz)", "Forum, Oslo (Norwegen)"), "Graz Bern Oslo"),
        (("Talks, Toronto, Ontario, Canada", "Forum, Calgary, Alberta, Canada"), "Toronto Calgary"),
        (("Paris, Texas: rally", "Vienna, Virginia: rally", "Berlin, Germany: talks"), "Paris Vienna Berlin"),
        (("Talks, Austria", "Forum, Switzerland", "Fair, Norway"), "Austria Switzerland Norway"),
        (("Talks, Vienna", "Forum, Bern", "Fair, Oslo"), "Vienna Bern Oslo"),
    ],
)
def test_the_town_before_its_country_is_the_place(lines: tuple[str, ...], towns: str) -> None:
    assert titles(*lines) == towns.split()


def test_a_town_before_its_state_is_none_of_another_land() -> None:
    reading = brought("3 May 2023 - Paris, Texas: rally\n5 May 2023 - Vienna, Virginia: rally\n", "a.txt")
    assert {stop.visit.place.country for stop in reading.tour.stops} == {"US"}


def test_a_country_that_nobody_knows_is_asked_behind_its_town() -> None:
    head = "Visite de travail du Président de la République"
    lines = [f"{head}, {place}" for place in ("DAKAR, SENEGAL", "ABUJA, NIGERIA", "BANGUI, RÉPUBLIQUE DE CENTRAFRIQUE")]
    text = "\n".join(f"{day} - {line}" for day, line in zip(DAYS, lines, strict=False))
    reading = brought(text + "\n", "a.txt")
    assert [stop.visit.place.title for stop in reading.tour.stops] == ["Dakar", "Abuja", "Bangui"]
    assert len(facets(reading)) == 1
