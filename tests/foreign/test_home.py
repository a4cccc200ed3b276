"""Places in doubt of which the rest of a table tells more, and airports by the codes of pilots."""

from tests.foreign.brought import brought, facets


def _list(*towns: str) -> str:
    return "\n".join(["Date;Place", *(f"{day:02}.06.2025;{town}" for day, town in enumerate(towns, 2))]) + "\n"


def test_a_town_abroad_is_asked_where_all_others_are_in_a_country_with_one_of_its_name() -> None:
    assert facets(brought(_list("Coimbra", "Porto", "Lagos"))) == ["namesakes"]
    assert facets(brought(_list("Abuja", "Kano", "Lagos"))) == []
    assert facets(brought(_list("Dallas, TX", "Chicago, IL", "Rome"))) == []  # a capital


def test_a_namesake_abroad_is_not_asked_where_all_others_are_at_home() -> None:
    assert facets(brought(_list("Erfurt", "Weimar", "Jena"))) == []
    assert facets(brought(_list("Jena"))) == ["in doubt"]


def test_a_venue_may_stand_behind_its_town() -> None:
    reading = brought("Date;Place\n02.06.2025;Lisboa, Palácio de Belém\n03.06.2025;Porto, Casa da Música\n")
    assert [stop.visit.place.country for stop in reading.tour.stops] == ["PT", "PT"] and not facets(reading)
    assert [stop.visit.at.toponym for stop in reading.tour.stops] == [
        "Lisboa, Palácio de Belém",
        "Porto, Casa da Música",
    ]


def test_airports_have_codes_of_four_letters_too() -> None:
    text = "Date,From,To\n2025-04-07,LFPB,UBBB\n2025-04-08,UBBB,UTTT\n2025-04-10,UTTT,UACC\n"
    reading = brought(text)
    assert [stop.visit.place.country for stop in reading.tour.stops] == ["AZ", "UZ", "KZ"] and not facets(reading)
