"""What a careful reader of a table sees without asking, each with siblings that are no such thing and stay in doubt."""

import datetime as dt

import pytest

from tests.foreign.brought import brought, dates, facets, stops

TODAY = dt.date(2026, 11, 29)


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
    assert dates(cell) == [wanted]


def test_days_of_one_month_tell_which_figure_is_the_day() -> None:
    assert dates("03/06/2024", "05/06/2024", "06/06/2024", "10/06/2024") == [
        "2024-06-03", "2024-06-05", "2024-06-06", "2024-06-10",
    ]  # fmt: skip
    assert dates("06/03/2024", "06/05/2024", "06/06/2024", "06/10/2024")[:2] == ["2024-06-03", "2024-06-05"]
    assert dates("03/06/2024", "05/06/2024")[-1] == "day or month first"
    first_of_month = dates("01/03/2024", "01/04/2024", "01/05/2024", "01/06/2024")
    assert first_of_month[-1] == "day or month first"  # the first of four months is as likely


def test_the_language_of_the_headings_tells_that_the_day_stands_first() -> None:
    assert brought("Data;Cidade\n03/04/2024;Recife\n05/06/2024;Natal\n").questions == ()
    assert facets(brought("Date;City\n03/04/2024;Vienna\n05/06/2024;Graz\n")) == ["day or month first"]


def test_years_of_two_figures_are_asked_only_where_another_century_may_be_meant() -> None:
    assert dates("2/16/19", "3/28/19") == ["2019-02-16", "2019-03-28"]
    assert "century" in dates("2/16/19", "3/28/47")
    assert "century" in dates("2/16/19", "28 March 1921")


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
    assert set(facets(reading)) <= {"city or region"}


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
    assert facets(brought('Date,Place\n3 May 2023,"Hotel Qwerty, Astana, Kazakhstan"\n')) == []
    assert facets(brought('Date,Place\n3 May 2023,"Qwerty Air Base, Astana, Kazakhstan"\n')) != []
    assert facets(brought('Date,Place\n3 May 2023,"Qwertyville, Astana, Kazakhstan"\n')) != []


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
