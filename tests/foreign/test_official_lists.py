"""Lists of travel as offices and encyclopaedias publish them: tables that go on, visitors' countries, calendars."""

import csv
import io

import openpyxl
import pytest

from mapapp.dates.coarse import coarse
from mapapp.foreign.lands import by_land
from mapapp.foreign.meanings import meaning
from mapapp.foreign.writing import folder
from tests.foreign.brought import brought, facets, stops


def _days(text: str | bytes, name: str = "a.csv") -> list[str]:
    reading = brought(text, name)
    return [f"{s.visit.place.title} {s.visit.place.country} {s.visit.when}" for s in reading.tour.stops]


_ROWS = "<tr><th>No.</th><th>Country</th><th>Areas visited</th><th>Date(s)</th></tr>"
_PAGE = f"""<h1>List of international trips made by Ann Lee</h1>
<h2>2017<span class="mw-editsection">[edit]</span></h2><table>{_ROWS}
<tr><td>1</td><td>Germany</td><td>Berlin</td><td>15 May</td></tr>
<tr><td>2</td><td>Italy</td><td>Taormina</td><td>26–27 May</td></tr></table>
<h2>2018</h2><table>{_ROWS}<tr><td>3</td><td>China</td><td>Beijing</td><td>8–10 January</td></tr></table>
<h2>See also</h2><table><tr><td>Portal</td></tr></table>"""
_WIKI = """== 2017 ==
{| class="wikitable"
! Country !! Areas visited !! Dates
|-
| Germany || Berlin || 15 May
|}
== 2018 ==
{| class="wikitable"
! Country !! Areas visited !! Dates
|-
| China || Beijing || 8–10 January
|}"""


def test_tables_of_a_page_under_a_year_each_are_one_and_have_these_years() -> None:
    reading = brought(_PAGE, "trips.html")
    assert [str(s.visit.when) for s in reading.tour.stops] == [
        "2017-05-15", "2017-05-26/2017-05-27", "2018-01-08/2018-01-10"
    ]  # fmt: skip
    assert facets(reading) == [] and reading.counts.rows == len(reading.rows) == 5  # with the two years
    assert [person.name for person in reading.tour.travellers] == ["Ann Lee"]
    assert any("read as one: 2017, 2018" in note for note in reading.notes)
    visits = folder(reading.tour, b"", reading.columns, [])["visits.csv"].decode()
    assert [row["locator"] for row in csv.DictReader(io.StringIO(visits.lstrip("\ufeff")))] == [
        "2017, row 2", "2017, row 3", "2018, row 2"
    ]  # fmt: skip
    assert _days(_WIKI, "trips.txt") == ["Berlin DE 2017-05-15", "Beijing CN 2018-01-08/2018-01-10"]


def _book(*sheets: tuple[str, list[list[str]]]) -> bytes:
    book, content = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(content)
    return content.getvalue()


def test_sheets_with_the_same_headings_are_one_table() -> None:
    head = ["Date", "City"]
    months = _book(
        ("Jan", [head, ["2023-01-09", "Vienna"]]), ("Feb", [["Trips in February"], head, ["2023-02-20", "Graz"]])
    )
    whole = brought(months, "trips.xlsx")
    assert stops(whole) == ["Vienna 2023-01-09", "Graz 2023-02-20"] and (whole.sheet, whole.together) == (
        "",
        ("Jan", "Feb"),
    )
    night = _book(("Jan; 1", [head, ["2023-01-31", "Vienna"]]), ("Feb", [head, ["2023-02-01", "Vienna"]]))
    visits = csv.DictReader(io.StringIO(brought(night, "a.xlsx").files()["visits.csv"].decode("utf-8-sig")))
    assert [row["locator"] for row in visits] == ["Jan, 1, row 2 and Feb, row 2"]  # a semicolon parts sources
    trips = csv.DictReader(io.StringIO(whole.files()["visits.csv"].decode("utf-8-sig")))
    assert [row["locator"] for row in trips] == ["Jan, row 2", "Feb, row 3"]
    alone = brought(months, "trips.xlsx", "Feb")
    assert stops(alone) == ["Graz 2023-02-20"] and (alone.sheet, alone.together) == ("Feb", ("Jan", "Feb"))
    people = _book(("Ann Lee", [head, ["2023-01-09", "Vienna"]]), ("Bo Ek", [head, ["2023-02-20", "Graz"]]))
    assert [p.name for p in brought(people, "trips.xlsx").tour.travellers] == ["Ann Lee", "Bo Ek"]
    other = _book(("Jan", [head, ["2023-01-09", "Vienna"]]), ("Costs", [["Item", "Euro"], ["Hotel", "12"]]))
    reading = brought(other, "trips.xlsx")
    assert stops(reading) == ["Vienna 2023-01-09"] and any("“Costs” is not read" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (  # the country is that of the visitor
            "Date,Head of state,Country,Official residence\n"
            "3 June 2019,President Ann Lee,United States,Buckingham Palace\n"
            "11 July 2017,King Bo Ek,Spain,Windsor Castle\n",
            ["Windsor Castle GB 2017-07-11", "Buckingham Palace GB 2019-06-03"],
        ),
        (
            "Date,Visitor,Country,City\n3 June 2019,Ann Lee,Poland,Vienna\n11 July 2019,Bo Ek,Spain,Salzburg\n",
            ["Vienna AT 2019-06-03", "Salzburg AT 2019-07-11"],
        ),
        (  # and here it is that of the place
            "Date,Visitor,Country,City\n3 June 2019,Ann Lee,Poland,Warsaw\n11 July 2019,Bo Ek,Spain,Madrid\n",
            ["Warsaw PL 2019-06-03", "Madrid ES 2019-07-11"],
        ),
        (
            "Minister,Start date of trip,End date of trip,Destination,Purpose of trip\n"
            'Ann Lee,2023-02-17,2023-02-19,"Munich, Germany",Conference\n'
            "Bo Ek,Nil return,Nil return,Nil return,Nil return\n",
            ["Munich DE 2023-02-17/2023-02-19"],
        ),
        (
            "Committee;Delegation to;From;To\nAFET;Kyiv (Ukraine);20/02/2023;21/02/2023\n",
            ["Kyiv UA 2023-02-20/2023-02-21"],
        ),
        (
            "City,Dates\nTokyo[a],22 May 2022\nMadrid*,28 June 2022\n[a] With the base.,\n",
            ["Tokyo JP 2022-05-22", "Madrid ES 2022-06-28"],
        ),
        ("Region,Country,City,Date\nGulf,Qatar,Doha,20 November 2022\n", ["Doha QA 2022-11-20"]),
        (
            "Date,Location,County\n13/09/2023,Truro,Cornwall\n19/09/2023,Cardiff,\n20/09/2023,Newport,Gwent\n",
            ["Truro GB 2023-09-13", "Cardiff GB 2023-09-19", "Newport GB 2023-09-20"],
        ),
        ("Date;Place\n3.5.2023;Astana, Akorda\n4.5.2023;Astana\n", ["Astana KZ 2023-05-03/2023-05-04"]),
        (
            "New York, 22–26 September 2024\nDate\tTime\tEvent\tVenue\n"
            "22 September 2024\t10:00\tSummit\tUNHQ, Booth 12\n",
            ["New York US 2024-09-22"],
        ),
        (  # a word that is a village somewhere is no place of a table
            "Agenda, 22–26 September 2024\nDate\tTime\tEvent\tVenue\n"
            "22 September 2024\t10:00\tSummit\tHotel Qwerty, Vienna\n",
            ["Vienna AT 2024-09-22"],
        ),
        (
            "Date,From,To,Arr (LT)\n27 Sep 2024,New York (JFK),Istanbul (IST),12:35+1\n"
            "28 Sep 2024,Istanbul (IST),Tashkent (TAS),01:55 (+1)\n",
            ["Istanbul TR 2024-09-28", "Tashkent UZ 2024-09-29"],
        ),
        (
            "Subject,Start Date,Start Time,End Date,End Time,All day event,Location\n"
            'Summit,6/15/2024,12:00:00 AM,6/17/2024,12:00:00 AM,True,"Vienna, Austria"\n'
            'Talks,6/18/2024,9:00:00 AM,6/18/2024,10:00:00 AM,False,"Graz, Austria"\n',
            ["Vienna AT 2024-06-15/2024-06-16", "Graz AT 2024-06-18"],
        ),
        ("Dates;Pays visités\n17 mai 2023;Jordanie, Égypte\n", ["Jordanie JO 2023-05-17", "Égypte EG 2023-05-17"]),
    ],
)
def test_a_list_becomes_its_stops_without_a_question(table: str, told: list[str]) -> None:
    reading = brought(table)
    assert sorted(_days(table)) == sorted(told) and facets(reading) == []


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("Data;Paese;Città\n4 marzo 2024;Egitto;Il Cairo\n", "Cairo"),
        ("Data;Kraj;Miasto\nw dniach 9–11 lipca 2024 r.;Włochy;Rzym\n", "Rome"),
        ("Дата;Країна;Місто\n16 січня 2024 р.;Швейцарія;Давос\n", "Davos"),
        ("التاريخ,الدولة,المدينة\n5 أكتوبر 2024,قطر,الدوحة\n", "Doha"),
    ],
)
def test_four_more_languages_of_headings(table: str, told: str) -> None:
    stop = brought(table).tour.stops[0]
    assert stop.placed.candidates[0].place.title == told and stop.visit.when


def test_a_cell_may_state_a_country_for_each_of_its_places() -> None:
    codes = {"Argentina": "AR", "Uruguai": "UY", "Maroc": "MA", "Chad": "TD", "PE": "PE", "RN": "RN"}
    for text, told in (
        ("Buenos Aires (Argentina) e Montevidéu (Uruguai)", [("Buenos Aires", "Argentina"), ("Montevidéu", "Uruguai")]),
        ("Maroc (Rabat), Chad (N'Djamena)", [("Rabat", "Maroc"), ("N'Djamena", "Chad")]),
        ("Argentina: Salta, Jujuy; Chad: Abéché", [("Salta, Jujuy", "Argentina"), ("Abéché", "Chad")]),
        ("Maroc, Chad", [("Maroc", "Maroc"), ("Chad", "Chad")]),
        ("Recife (PE), Natal (RN)", []),  # states of Brazil
        ("Rabat (Maroc)", []),  # one place, which the gazetteer reads itself
        ("Rabat (Maroc), Salta", []),
    ):
        assert by_land(text, lambda name: codes.get(name, "")) == told, text


@pytest.mark.parametrize(
    ("cell", "when"),
    [
        ("12 marca 2024 r.", "2024-03-12"),
        ("od 9 do 11 lipca 2024 r.", "2024-07-09/2024-07-11"),
        ("dall'8 all'11 novembre 2024", "2024-11-08/2024-11-11"),
        ("з 16 по 18 січня 2024 року", "2024-01-16/2024-01-18"),
        ("من 5 إلى 8 أكتوبر 2024", "2024-10-05/2024-10-08"),
        ("nos dias 22 a 25 de janeiro de 2023", "2023-01-22/2023-01-25"),
        ("в период с 3 по 5 мая 2024 года", "2024-05-03/2024-05-05"),
        ("first half of 2025", "2025-01/2025-06"),
        ("II полугодие 2025 г.", "2025-07/2025-12"),
        ("2. Halbjahr 2025", "2025-07/2025-12"),
    ],
)
def test_dates_in_words_of_more_languages(cell: str, when: str) -> None:
    assert [str(reading.when) for reading in meaning(cell).readings] == [when]


def test_half_a_year_is_told_with_its_year() -> None:
    assert [str(coarse(text)) for text in ("H1 2025", "2H 2025", "H3 2025", "H1")] == [
        "2025-01/2025-06", "2025-07/2025-12", "None", "None"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (  # the days of a month that stands above them
            "Travel 2024,,\nDate,Location,Purpose\nJANUARY,,\n"
            "9,Vienna,Talks\n22-25,Graz,Talks\nFEBRUARY,,\n16,Linz,Forum\n",
            ["Vienna AT 2024-01-09", "Graz AT 2024-01-22/2024-01-25", "Linz AT 2024-02-16"],
        ),
        (
            "W/c,Where\n06/01/2025,Vienna\n20/01/2025,Graz\n",
            ["Vienna AT 2025-01-06/2025-01-12", "Graz AT 2025-01-20/2025-01-26"],
        ),
        (
            "visit_year,visit_month,visit_day,host_city\n2013,9,7,Vienna\n2014,12,14,Graz\n",
            ["Vienna AT 2013-09-07", "Graz AT 2014-12-14"],
        ),
        (
            "Visits of the President\n"
            "1. Kazakhstan (Astana) - 1-2 November 2023\n2. Mongolia (Ulaanbaatar) - 21 May 2023\n",
            ["Ulaanbaatar MN 2023-05-21", "Astana KZ 2023-11-01/2023-11-02"],
        ),
        (
            "Agenda 2024\nMes\tFecha\tCiudad\nEnero\t15-19\tDavos\nFebrero\t21-22\tLima\n",
            ["Davos CH 2024-01-15/2024-01-19", "Lima PE 2024-02-21/2024-02-22"],
        ),
        ("日期,国家,城市\n2024年5月5日至7日,法国,巴黎\n", ["巴黎 FR 2024-05-05/2024-05-07"]),
        ("日程,訪問国,都市\n2023/5/1-5/3,エジプト,カイロ\n", ["カイロ EG 2023-05-01/2023-05-03"]),
        ("Datum;Land;Plaats\n16 t/m 18 januari 2024;Zwitserland;Davos\n", ["Davos CH 2024-01-16/2024-01-18"]),
        ("Мерзімі;Қала\n2027 жылғы I тоқсан;Астана\n", ["Астана KZ 2027-01/2027-03"]),
        (
            "Lundi 15 avril 2024\n"
            "10h00 – Conférence (Paris)\n15h30 – Entretien (Paris)\n17h00 – Réunion (Vienne, Autriche)\n",
            ["Paris FR 2024-04-15T10:00/2024-04-15", "Vienne AT 2024-04-15T17:00/2024-04-15"],
        ),
    ],
)
def test_one_more_list_becomes_its_stops_without_a_question(table: str, told: list[str]) -> None:
    reading = brought(table, "list.txt")
    assert sorted(_days(table, "list.txt")) == sorted(told) and facets(reading) == []


@pytest.mark.parametrize("heading", ["Delegationsleitung", "Head of mission", "Agente Público", "Osoba", "Personne"])
def test_whoever_leads_a_delegation_travels(heading: str) -> None:
    reading = brought(f"Date,City,{heading}\n3 May 2023,Vienna,Ann Lee\n5 May 2023,Graz,Bo Ek\n")
    assert [person.name for person in reading.tour.travellers] == ["Ann Lee", "Bo Ek"]


def test_dates_under_headings_of_an_unknown_language_are_asked_and_not_dropped() -> None:
    reading = brought("Xyz,City\nMei 5-6 sa 2024,Vienna\nMei 9-11 sa 2024,Graz\n")
    assert {*facets(reading)} == {"unread date"}
    fiscal = brought("Date,Fiscal year,City\n3 May 2023,2024,Vienna\n")
    assert [str(stop.visit.when) for stop in fiscal.tour.stops] == ["2023-05-03"]
