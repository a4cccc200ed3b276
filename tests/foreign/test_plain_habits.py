"""What a careful reader of a table sees without asking, each with siblings that are no such thing and stay in doubt."""

import datetime as dt

import pytest

from mapapp.foreign import Answer, Reading, answered, read
from mapapp.foreign.review import answers_of
from mapapp.geocoding import offline_resolver
from tests.foreign.brought import brought, stops

TODAY = dt.date(2026, 11, 29)


def _facets(reading: Reading) -> list[str]:
    return [question.facet for question in reading.questions]


def _dates(*cells: str, heading: str = "Date") -> list[str]:
    """The dates of rows in as many towns, with the kinds of what is asked."""
    towns = ("Vienna", "Graz", "Linz", "Salzburg", "Innsbruck")
    text = "\n".join([f"{heading};City", *(f"{cell};{town}" for cell, town in zip(cells, towns, strict=False))])
    reading = brought(text + "\n")
    return [str(stop.visit.when) for stop in reading.tour.stops] + _facets(reading)


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("31 août et 1er septembre 2025", "2025-08-31/2025-09-01"),
        ("30 de abril y 1 de mayo de 2024", "2024-04-30/2024-05-01"),
        ("31. August und 1. September 2023", "2023-08-31/2023-09-01"),
        ("30 апреля и 1 мая 2024 года", "2024-04-30/2024-05-01"),
        ("2024 жылғы 3-4 шілде", "2024-07-03/2024-07-04"),
        ("2024-yil 3–4-iyul", "2024-07-03/2024-07-04"),
        ("w/c 12 May 2025", "2025-05-12/2025-05-18"),
        ("week commencing Monday 12 May 2025", "2025-05-12/2025-05-18"),
        ("semaine du 12 mai 2025", "2025-05-12/2025-05-18"),
        ("semana del 12 al 16 de mayo de 2025", "2025-05-12/2025-05-16"),
        ("неделя с 12 мая 2025", "2025-05-12/2025-05-18"),
        ("Woche vom 12.05.2025", "2025-05-12/2025-05-18"),
    ],
)
def test_a_date_of_several_words_is_read(cell: str, wanted: str) -> None:
    assert _dates(cell) == [wanted]


def test_days_of_one_month_tell_which_figure_is_the_day() -> None:
    assert _dates("03/06/2024", "05/06/2024", "06/06/2024", "10/06/2024") == [
        "2024-06-03", "2024-06-05", "2024-06-06", "2024-06-10",
    ]  # fmt: skip
    assert _dates("06/03/2024", "06/05/2024", "06/06/2024", "06/10/2024")[:2] == ["2024-06-03", "2024-06-05"]
    assert _dates("03/06/2024", "05/06/2024")[-1] == "day or month first"
    first_of_month = _dates("01/03/2024", "01/04/2024", "01/05/2024", "01/06/2024")
    assert first_of_month[-1] == "day or month first"  # the first of four months is as likely


def test_the_language_of_the_headings_tells_that_the_day_stands_first() -> None:
    assert brought("Data;Cidade\n03/04/2024;Recife\n05/06/2024;Natal\n").questions == ()
    assert _facets(brought("Date;City\n03/04/2024;Vienna\n05/06/2024;Graz\n")) == ["day or month first"]


def test_years_of_two_figures_are_asked_only_where_another_century_may_be_meant() -> None:
    assert _dates("2/16/19", "3/28/19") == ["2019-02-16", "2019-03-28"]
    assert "century" in _dates("2/16/19", "3/28/47")
    assert "century" in _dates("2/16/19", "28 March 1921")


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("в Ташкент", "Tashkent"),
        ("в Москву", "Moscow"),
        ("nach Wien", "Vienna"),
        ("Visit to Samarkand", "Samarkand"),
        ("Визит в Анкару", "Ankara"),
        ("Visita a Lisboa", "Lisbon"),
    ],
)
def test_words_of_a_journey_before_a_name_are_no_part_of_it(cell: str, place: str) -> None:
    reading = brought(f"Date,Destination\n12 March 2025,{cell}\n14 March 2025,Tbilisi\n")
    assert [stop.placed.candidates[0].place.title for stop in reading.tour.stops] == [place, "Tbilisi"]
    assert set(_facets(reading)) <= {"city or region"}


def test_a_programme_says_where_one_is_by_its_journeys() -> None:
    reading = brought(
        "Date,Activity\n10 March 2025,Depart Kathmandu\n10 March 2025,Arrive Delhi\n"
        "11 March 2025,Call on the Minister\n12 March 2025,Fly to Dhaka\n13 March 2025,Round table\n"
    )
    assert [row.stops for row in reading.rows] == [(1,), (2,), (2,), (3,), (3,)]
    assert [stop.visit.place.title for stop in reading.tour.stops] == ["Kathmandu", "Delhi", "Dhaka"]


def test_a_town_in_which_no_place_is_told_is_no_place_of_the_row_after_one_that_left_it() -> None:
    reading = brought(
        "Date,Activity\n10 March 2025,Arrive Delhi\n11 March 2025,Depart Delhi\n12 March 2025,Day of rest\n"
        "13 March 2025,Arrive Dhaka\n"
    )
    assert reading.rows[2].stops == ()


def test_when_a_form_was_sent_is_no_date_of_travel_and_its_sender_no_venue() -> None:
    reading = brought(
        "Timestamp,Email address,Name,Role,City,Date of visit\n"
        "2025/04/20 9:12,a@example.org,Anna Rossi,Minister,Podgorica,14/04/2025\n"
        "2025/04/25 8:44,a@example.org,Anna Rossi,Minister,Skopje,22/04/2025\n"
    )
    assert stops(reading) == ["Podgorica 2025-04-14", "Skopje 2025-04-22"]
    assert not any(
        b"example.org" in data for name, data in reading.files().items() if name in ("visits.csv", "events.csv")
    )
    assert [stop.visit.summary for stop in reading.tour.stops] == ["", ""]


def test_the_only_date_of_a_table_is_read_whatever_its_heading_says() -> None:
    assert (
        stops(brought("Published,City\n14 April 2025,Podgorica\n22 April 2025,Skopje\n"))[0] == "Podgorica 2025-04-14"
    )


def test_codes_under_a_heading_that_names_no_country_are_none() -> None:
    reading = brought('group,city,date\nSLE,"Capri, Italy",2024-04-16\nSLE,"Stockholm, Sweden",2024-05-02\n')
    assert [stop.visit.place.country for stop in reading.tour.stops] == ["IT", "SE"]


def test_a_word_that_the_heading_offers_is_no_status() -> None:
    reading = brought("Date,City,Scheduled or chartered\n3 May 2023,Vienna,Scheduled\n5 May 2023,Graz,Chartered\n")
    assert [stop.visit.status for stop in reading.tour.stops] == ["held", "held"]
    assert brought("Date,City,Remarks\n3 May 2023,Vienna,Scheduled\n").questions[0].facet == "status"


def test_a_venue_stands_in_the_town_behind_it_and_a_base_may_not() -> None:
    assert _facets(brought('Date,Place\n3 May 2023,"Hotel Qwerty, Astana, Kazakhstan"\n')) == []
    assert _facets(brought('Date,Place\n3 May 2023,"Qwerty Air Base, Astana, Kazakhstan"\n')) != []
    assert _facets(brought('Date,Place\n3 May 2023,"Qwertyville, Astana, Kazakhstan"\n')) != []


def test_the_country_at_the_end_of_a_list_is_that_of_each_name() -> None:
    reading = brought('Date,Place\n3 May 2023,"Cairo, El Arish and Rafah, Egypt"\n')
    assert {stop.visit.place.country for stop in reading.tour.stops} == {"EG"}


def test_a_county_says_where_a_site_lies() -> None:
    assert [s.split()[0] for s in stops(brought('Date,Place\n3 May 2023,"Windsor Castle, Berkshire"\n'))] == ["Windsor"]


def test_the_cell_above_is_that_of_a_row_which_is_left_out_too() -> None:
    """What is told of the row before one that was online does not hold for the row after it."""
    reading = brought(
        "Date,Event,Place\n3 June 2024,Talks,Brasília\n4 June 2024,Briefing,Videoconference\n"
        "5 June 2024,Flight Brasília/Geneva,\n6 June 2024,Conference,\n"
    )
    assert [row.stops for row in reading.rows] == [(1,), (), (2,), ()]
    assert stops(reading)[1] == "Geneva 2024-06-05"
    assert "needs you" in {str(row.state) for row in reading.rows}


def test_days_that_stand_alone_are_those_of_the_month_above_the_table() -> None:
    reading = brought("Gira europea - mayo de 2025\nDía;Ciudad\n12;Roma\n14-15;Berna\n")
    assert [str(stop.visit.when) for stop in reading.tour.stops] == ["2025-05-12", "2025-05-14/2025-05-15"]
    two = brought("Gira - mayo de 2025 y junio de 2025\nDía;Ciudad\n12;Roma\n14-15;Berna\n")
    assert [stop.visit.when for stop in two.tour.stops] == [None, None] and {"unread date"} <= set(_facets(two))


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
    assert _facets(reading) == []
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
    assert "weekday" in _dates("Mon 24 Feb 2025", "Mon 25 Feb")


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
    assert _facets(leaving) == ["venue"]


def test_a_site_behind_a_town_of_a_list_is_a_stop_and_one_before_it_stands_there() -> None:
    listed = brought('Date,Country,Places\n23 June 2015,Germany,"Celle, Bergen-Belsen"\n')
    assert [stop.visit.place.title for stop in listed.tour.stops] == ["Celle", "Bergen-Belsen"]
    assert len(stops(brought('Date,Place\n3 May 2023,"Windsor Castle, Windsor"\n'))) == 1


def test_dates_of_one_cell_that_lie_far_apart_are_asked() -> None:
    reading = brought("City;Dates\nTashkent;12 May 2021, 3 June 2022 and 4 April 2025\nUrgench;3-4 April 2025\n")
    assert _facets(reading) == ["unread date"] and reading.tour.stops[0].visit.when is None


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
    assert _dates(*cells)[2:] == ["2016-09-13", "2016-11-30"]
    assert "no year" in _dates(*cells[:2], "September 13")
