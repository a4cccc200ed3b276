"""Ways there and back, legs with both towns, lines that name the country of the rows below, days across the top."""

import pytest

from tests.foreign.brought import brought, facets


def _days(text: str, name: str = "a.csv") -> list[str]:
    return [f"{s.visit.place.title} {s.visit.place.country} {s.visit.when}" for s in brought(text, name).tour.stops]


@pytest.mark.parametrize("sign", [" - ", " → ", " – "])
def test_a_way_that_ends_at_home_leaves_home_out(sign: str) -> None:
    way = sign.join(("Washington, DC", "Tel Aviv, Israel", "Washington, DC"))
    assert _days(f'Return,Departure,Itinerary\n2023-08-12,2023-08-05,"{way}"\n') == [
        "Tel Aviv IL 2023-08-05/2023-08-12"
    ]


@pytest.mark.parametrize(
    "headings",
    ["Depart city,Depart date,Arrive city,Arrive date", "DepartureCity,DepartureDate,ArrivalCity,ArrivalDate"],
)
def test_of_a_leg_the_town_is_visited_at_which_it_arrives(headings: str) -> None:
    rows = "Vienna,2025-06-01,Bratislava,2025-06-01\nBratislava,2025-06-03,Budapest,2025-06-04\n"
    assert _days(f"{headings}\n{rows}") == ["Bratislava SK 2025-06-01", "Budapest HU 2025-06-04"]


def test_a_line_that_names_a_country_tells_it_of_the_towns_below() -> None:
    text = "City,Dates\nFRANCE,\nNice,5 March 2025\nGERMANY,\nEssen,11 March 2025\nBonn,12 March 2025\n"
    assert _days(text) == ["Nice FR 2025-03-05", "Essen DE 2025-03-11", "Bonn DE 2025-03-12"]
    counts = brought(text).counts
    assert (counts.rows, counts.read, counts.left_out) == (5, 3, 2)


def test_the_days_of_a_week_may_stand_across_the_top() -> None:
    text = ",Mon 3 Mar 2025,Tue 4 Mar 2025\nPlace,Tirana,Durrës\nMorning,Talks with FM,Port visit\n"
    assert _days(text) == ["Tirana AL 2025-03-03", "Durrës AL 2025-03-04"]


def test_a_list_of_markdown_has_its_heading_and_no_stars() -> None:
    text = "Hello\n\n## Itinerary 2025\n\n- **12 May** — Riga: talks\n- **13–14 May** — Tallinn: summit\n"
    reading = brought(text, "list.md")
    assert [str(s.visit.when) for s in reading.tour.stops] == ["2025-05-12", "2025-05-13/2025-05-14"]
    assert reading.title == "Itinerary 2025" and not facets(reading)


@pytest.mark.parametrize("cell", ["Do, 20.03.2025", "Do 20.03.2025", "do 20 mrt 2025", "Do., 20. März 2025"])
def test_do_is_thursday_before_a_number(cell: str) -> None:
    assert _days(f"Datum;Ort\n{cell};Dresden\n") == ["Dresden DE 2025-03-20"]


def test_an_hour_may_have_a_word_before_it() -> None:
    text = (
        "Giorno\tOra\tLuogo\tEvento\n12 maggio 2025\tore 10.30\tBari\tVisita\n13 maggio 2025\tore 9\tMatera\tIncontro\n"
    )
    assert str(brought(text).tour.events[0].event.when) == "2025-05-12T10:30"


def test_a_venue_before_a_town_with_namesakes_is_told_by_the_others() -> None:
    text = 'Fecha,Lugar\n12/03/2025,Madrid\n13/03/2025,"Teatro Campoamor, Oviedo"\n17/03/2025,Sevilla\n'
    assert _days(text)[1] == "Oviedo ES 2025-03-13" and not facets(brought(text))


def test_a_site_is_called_after_itself_and_not_after_a_letter() -> None:
    text = 'Visit,When,Coordinates,Site\nA,2025-04-02,"41.3275, 19.8187",Annex\nB,2025-04-03,"42.0683, 19.5126",Fort\n'
    assert [s.visit.place.title for s in brought(text).tour.stops] == ["Annex", "Fort"]


def test_an_event_of_a_calendar_without_a_place_has_none() -> None:
    told = "BEGIN:VEVENT\nDTSTART:202503{}T130000Z\nSUMMARY:Lunch\nLOCATION:{}\nEND:VEVENT\n"
    events = told.format("05", "The Hague") + told.format("06", "")
    reading = brought(f"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n", "a.ics")
    assert len(reading.tour.stops) == 1 and reading.counts.needs_you == 1


def test_the_year_may_stand_in_a_column_beside_arrival_and_departure() -> None:
    text = "Year;Destination;From;To\n1976;Finland;24 May;28 May\n1977;Samoa;10 February;11 February\n"
    assert _days(text) == ["Finland FI 1976-05-24/1976-05-28", "Samoa WS 1977-02-10/1977-02-11"]
    assert facets(brought(text)) == []


def test_days_above_the_lines_of_prose_keep_their_rows() -> None:
    text = "Monday 12 May 2025\nArrival in Riga\nTuesday 13 May 2025\nVisit to Tallinn and a school\nReturn to Riga\n"
    assert [day for day in _days(text) if "2025-05-12" not in day][:1] == ["Tallinn EE 2025-05-13"]


def test_sites_that_are_towns_are_the_places() -> None:
    rows = "2 June 2025,Mwanza,Ilemela,Tanzania\n9 June 2025,Bukoba,Rural Bukoba,Tanzania\n"
    text = f"Week starting,Site,District,Country\n{rows}"
    assert _days(text) == ["Mwanza TZ 2025-06-02/2025-06-08", "Bukoba TZ 2025-06-09/2025-06-15"]
    assert not brought(text).tour.people


def test_of_airports_under_dep_and_arr_the_second_is_visited() -> None:
    text = "DATE\tDEP\tARR\n03MAR25\tETAR\tOKKK\n05MAR25\tOKKK\tOJAI\n06MAR25\tOJAI\tHECA\n"
    assert [day.rpartition(" ")[0] for day in _days(text)] == ["Kuwait City KW", "Amman JO", "Cairo EG"]


def test_a_programme_tells_before_a_dash_what_happens_at_the_place_behind_it() -> None:
    text = (
        "Terça-feira, 11 de março de 2025\n10h30 – Visita à fábrica – Betim/MG\n"
        "15h – Encontro com prefeitos – Belo Horizonte/MG\n17h – Jantar – Contagem/MG\n"
    )
    assert _days(text) == ["Betim BR 2025-03-11", "Belo Horizonte BR 2025-03-11", "Contagem BR 2025-03-11"]
    assert len(brought(text).tour.events) == 3


def test_a_town_called_a_centre_is_not_lost_to_the_region_behind_it() -> None:
    assert _days("Date,City,State\n1/5/2024,Sioux Centre,IA\n1/16/2024,Newton,IA\n")[0] == "Sioux Center US 2024-01-05"
