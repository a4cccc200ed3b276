"""Habits of tables that a ninth and a tenth round of fresh ones showed, with siblings that stay in doubt."""

import datetime as dt

import pytest

from mapapp.foreign import Answer, answered, read
from mapapp.foreign.review import answers_of
from mapapp.geocoding import offline_resolver
from tests.foreign.brought import brought, dates, facets, stops

TODAY = dt.date(2026, 11, 29)


def test_days_that_stand_alone_are_those_of_the_month_above_the_table() -> None:
    reading = brought("Gira europea - mayo de 2025\nDía;Ciudad\n12;Roma\n14-15;Berna\n")
    assert [str(stop.visit.when) for stop in reading.tour.stops] == ["2025-05-12", "2025-05-14/2025-05-15"]
    two = brought("Gira - mayo de 2025 y junio de 2025\nDía;Ciudad\n12;Roma\n14-15;Berna\n")
    assert [stop.visit.when for stop in two.tour.stops] == [None, None] and {"unread date"} <= set(facets(two))


@pytest.mark.parametrize(
    ("cell", "town"),
    [
        ("Paris 7e", "Paris"),
        ("Ministère, Paris 7e", "Paris"),
        ("London W12", "London"),
        ("Wormwood Scrubs Pony Centre, London W12", "London"),
        ("Dublin 4", "Dublin"),
    ],
)
def test_the_number_of_a_quarter_is_no_part_of_a_town(cell: str, town: str) -> None:
    reading = brought(f'Date,Place\n3 May 2023,"{cell}"\n')
    assert [stop.visit.place.title for stop in reading.tour.stops] == [town]


def test_yes_and_no_tell_whether_a_stay_is_confirmed() -> None:
    reading = brought("Date,City,Confirmed?\n3 May 2027,Vienna,Y\n5 May 2027,Graz,N\n7 May 2027,Linz,tbc\n")
    assert [stop.visit.status for stop in reading.tour.stops] == ["confirmed", "announced", "announced"]
    other = brought("Date,City,Visa\n3 May 2023,Vienna,Y\n5 May 2023,Graz,N\n")
    assert [stop.visit.status for stop in other.tour.stops] == ["held", "held"]


def test_names_that_a_word_joins_are_several_in_their_country() -> None:
    reading = brought("Datas;País;Cidades\n18 de julho de 2022;Angola;Luanda e Lobito\n")
    assert [stop.visit.place.title for stop in reading.tour.stops] == ["Luanda", "Lobito"]


def test_a_way_departs_before_it_arrives() -> None:
    reading = brought(
        "Route;Departs;Arrives\nBaku → Tbilisi;05.05.2025 09:00;05.05.2025 18:00\n"
        "Batumi → Constanța;08.05.2025 20:00;10.05.2025 08:00\n"
    )
    assert [str(stop.visit.when)[:10] for stop in reading.tour.stops] == [
        "2025-05-05",
        "2025-05-05",
        "2025-05-08",
        "2025-05-10",
    ]
    stays = brought("City;Arrives;Departs\nBaku;05.05.2025;07.05.2025\nBatumi;08.05.2025;10.05.2025\n")
    assert [str(stop.visit.when) for stop in stays.tour.stops] == ["2025-05-05/2025-05-07", "2025-05-08/2025-05-10"]


def test_codes_of_airports_stand_for_the_towns_that_they_serve() -> None:
    reading = brought("Date,From,To\n2025-03-31,BRU,VIE\n2025-04-02,VIE,NQZ\n2025-04-05,NQZ,FRA\n")
    assert [stop.visit.place.title for stop in reading.tour.stops] == ["Vienna", "Astana", "Frankfurt am Main"]
    assert facets(reading) == []
    countries = brought("Date,Destination\n2025-03-31,FRA\n2025-04-02,DEU\n2025-04-05,KAZ\n")
    assert [stop.visit.place.country for stop in countries.tour.stops] == ["FR", "DE", "KZ"]


def test_lines_of_a_date_and_a_text_are_cells() -> None:
    reading = brought(
        "Itinerary - visit, 24-26 February 2025\n\nMon 24 Feb   Ashgabat: meetings, talks\n"
        "Tue 25 Feb   Ashgabat: dinner\nWed 26 Feb   Dushanbe: meeting with the President\n",
        "a.txt",
    )
    assert [str(stop.visit.when) for stop in reading.tour.stops] == ["2025-02-24/2025-02-25", "2025-02-26"]


def test_a_day_of_the_week_that_no_year_near_by_has_is_asked() -> None:
    assert "weekday" in dates("Mon 24 Feb 2025", "Mon 25 Feb")


def test_a_way_goes_on_from_the_stop_that_the_last_one_led_to() -> None:
    reading = brought("Date;Route\n12.05.2025;Berlin – Warsaw\n13.05.2025;Warsaw – Vilnius\n")
    assert [str(stop.visit.when) for stop in reading.tour.stops] == [
        "2025-05-12",
        "2025-05-12/2025-05-13",
        "2025-05-13",
    ]


def test_the_text_of_a_wiki_is_the_table_that_its_page_shows() -> None:
    reading = brought(
        "Some words before.\n"
        '{| class="wikitable sortable"\n|+ Trips\n! Date !! Country !! style="width:9em" | City !! Purpose\n|-\n'
        "| 5 May 2024 || {{flag|Japan}} || [[Tokyo]] || State visit<ref>{{cite web|url=https://example.org/a|title=A}}</ref>\n"
        "|-\n| rowspan=2 | {{dts|2024|5|7}} || rowspan=2 | {{KOR}}\n| [[Seoul]]\n| ''Summit'' <script>\n"
        "|-\n| Busan\n| Visit\n|-\n| 12 May 2024\n| {{flagicon|Mongolia}} [[Mongolia]]\n"
        "| [[Ulaanbaatar|Ulan Bator]]\n| [https://example.org/b Report]\n|}\n",
        "a.txt",
    )
    assert stops(reading) == ["Tokyo 2024-05-05", "Seoul 2024-05-07", "Busan 2024-05-07", "Ulan Bator 2024-05-12"]
    assert [h.event.title for h in reading.tour.events] == ["State visit", "Summit", "Visit", "Report"]


def test_an_answer_about_one_name_of_a_list_leaves_the_others() -> None:
    text = 'Date,City,Country\n3 May 2023,"London, Newcastle",United Kingdom\n'
    reading = brought(text)
    asked = next(q for q in reading.questions if "Newcastle" in q.text)
    other = next(c for c in asked.choices if c.place and c.place != asked.choices[asked.chosen].place)
    again = read(text.encode(), "a.csv", answered(reading, asked, Answer(other)), offline_resolver, today=TODAY)
    london = reading.tour.stops[0].visit.place.id
    assert [s.visit.place.id for s in again.tour.stops] == [london, other.place]
    assert again.questions == ()
    nowhere = next(c for c in asked.choices if c.value == "no such place")
    less = read(text.encode(), "a.csv", answered(reading, asked, Answer(nowhere)), offline_resolver, today=TODAY)
    assert [s.visit.place.title for s in less.tour.stops] == ["London"]
    kept = answers_of(less.files()["review.csv"], ["Date", "City", "Country"])
    assert read(text.encode(), "a.csv", kept, offline_resolver, today=TODAY).tour == less.tour


def test_a_row_that_tells_of_an_arrival_in_a_town_is_not_asked() -> None:
    reading = brought(
        "Date,Activity,Where\n12 May 2025,Arrive Vilnius,\n13 May 2025,Round table,Kaunas\n14 May 2025,Talks,Riga\n"
    )
    assert [row.stops for row in reading.rows] == [(1,), (2,), (3,)] and reading.questions == ()
    leaving = brought(
        "Date,Activity,Where\n12 May 2025,Depart Vilnius,\n13 May 2025,Talks,Kaunas\n14 May 2025,Talks,Riga\n"
    )
    assert facets(leaving) == ["venue"]


def test_a_site_behind_a_town_of_a_list_is_a_stop_and_one_before_it_stands_there() -> None:
    listed = brought('Date,Country,Places\n23 June 2015,Germany,"Celle, Bergen-Belsen"\n')
    assert [stop.visit.place.title for stop in listed.tour.stops] == ["Celle", "Bergen-Belsen"]
    assert len(stops(brought('Date,Place\n3 May 2023,"Windsor Castle, Windsor"\n'))) == 1


def test_dates_of_one_cell_that_lie_far_apart_are_asked() -> None:
    reading = brought("City;Dates\nTashkent;12 May 2021, 3 June 2022 and 4 April 2025\nUrgench;3-4 April 2025\n")
    assert facets(reading) == ["unread date"] and reading.tour.stops[0].visit.when is None


def test_the_state_is_told_by_the_column_of_states_and_not_by_that_of_counties() -> None:
    reading = brought(
        "Date,Town,County,State\n10 August 2024,Fairfield,Jefferson,IA\n11 August 2024,Ottumwa,Wapello,IA\n"
    )
    assert [(s.visit.place.title, s.placed.candidates[0].place.region) for s in reading.tour.stops] == [
        ("Fairfield", "Iowa"), ("Ottumwa", "Iowa"),
    ]  # fmt: skip


def test_a_date_that_follows_the_arrival_is_the_departure_whatever_it_is_called() -> None:
    reading = brought("Start,Zeta,City\n2023-05-21,2023-05-23,Vienna\n2023-11-07,2023-11-10,Graz\n")
    assert [str(stop.visit.when) for stop in reading.tour.stops] == ["2023-05-21/2023-05-23", "2023-11-07/2023-11-10"]


def test_a_day_of_the_week_tells_the_year_among_those_that_the_table_speaks_of() -> None:
    cells = (
        "Friday, November 13, 2015",
        "Saturday, January 16, 2016",
        "Tuesday, September 13",
        "Wednesday, November 30, 2016",
    )
    assert dates(*cells)[2:] == ["2016-09-13", "2016-11-30"]
    assert "no year" in dates(*cells[:2], "September 13")


def test_a_name_of_a_list_keeps_its_capitals() -> None:
    reading = brought('Date,Country,City\n3 May 1990,USSR,"Moscow, Kiev"\n5 May 2016,Germany,"Celle and Hamburg"\n')
    assert [stop.visit.place.title for stop in reading.tour.stops] == ["Moscow", "Kiev", "Celle", "Hamburg"]
