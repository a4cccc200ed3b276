"""Programmes whose lines begin with hours and whose travel tells the place; clocks of another zone."""

import pytest

from mapapp.foreign import Reading
from mapapp.foreign.listed import timed_lines
from mapapp.foreign.phrases import filled
from tests.foreign.brought import brought, stops


def _events(reading: Reading) -> list[str]:
    return [f"{h.event.when} {h.event.title}" for h in reading.tour.events]


RIGA, TASHKENT, SAMARKAND, BISHKEK = (f"geonames:{n}" for n in (456172, 1512569, 1216265, 1528675))
PROGRAMMES = {
    "English": """PROGRAMME
Visit of Minister Jane Doe to Uzbekistan and Kyrgyzstan
12–14 May 2025

Monday, 12 May
06:40 Departure from Riga (BT 740)
14:10 Arrival at Tashkent International Airport, welcomed by the Deputy Minister
19:30 Dinner, hosted by the Ambassador

Tuesday, 13 May
08:00 Train to Samarkand (Afrosiyob)
11:00 Visit of the Registan
Overnight: Hotel Registan Plaza

Wednesday, 14 May
09:00 Flight to Bishkek
13:00 Working lunch with Minister Kulubaev
16:00 Departure for Riga via Istanbul
""",
    "Russian": """ПРОГРАММА
рабочей поездки министра

12 мая 2025 г., понедельник
06.40 – Вылет из Риги (рейс BT 740)
14.10 – Прибытие в Ташкент
19.30 – Ужин
13 мая 2025 г., вторник
08.00 – Переезд в Самарканд
11.00 – Посещение площади Регистан
14 мая 2025 г., среда
09.00 – Вылет в Бишкек
13.00-14.30 – Рабочий обед
16.00 – Вылет в Ригу
""",
    "German": """Besuchsprogramm
Montag, 12. Mai 2025
• 06:40 Uhr  Abflug aus Riga
• 14:10 Uhr: Ankunft in Taschkent
• 19:30 Uhr  Abendessen
Dienstag, 13. Mai 2025
• 8 Uhr      Weiterfahrt nach Samarkand
• 11 Uhr     Registan
Mittwoch, 14. Mai 2025
• 9 Uhr      Weiterflug nach Bischkek
• 13 Uhr     Mittagessen
• 16 Uhr     Rückflug nach Riga
""",
}


@pytest.mark.parametrize("language", PROGRAMMES)
def test_a_programme_in_lines_is_where_its_flights_and_trains_lead(language: str) -> None:
    reading = brought(PROGRAMMES[language], "programme.txt")
    days = [f"{s.visit.place.id} {str(s.visit.arrival)[:10]}" for s in reading.tour.stops]
    assert days[:3] == [f"{RIGA} 2025-05-12", f"{TASHKENT} 2025-05-12", f"{SAMARKAND} 2025-05-13"]
    assert days[-1] == f"{BISHKEK} 2025-05-14"
    places = {s.visit.id: s.visit.place.id for s in reading.tour.stops}
    at = {str(h.event.when)[5:16]: places[h.event.visit] for h in reading.tour.events}
    assert at["05-13T08:00"] == TASHKENT, "whence the train leaves"
    assert at["05-14T09:00"] == SAMARKAND, "where the evening before ended"
    assert at["05-14T16:00"] == BISHKEK
    rows = len([line for line in PROGRAMMES[language].splitlines() if line.strip()])
    assert reading.counts.rows == rows == reading.counts.read + reading.counts.needs_you + reading.counts.left_out


def test_what_stands_above_a_programme_tells_its_title_and_traveller() -> None:
    reading = brought(PROGRAMMES["English"], "programme.txt")
    assert reading.title == "PROGRAMME"
    assert [person.name for person in reading.tour.travellers] == ["Minister Jane Doe"]


@pytest.mark.parametrize(
    "text",
    [
        "12.02.2025: Chișinău, round table\n13.02.2025: Bălți, visit\n14.02.2025: Comrat, talks\n",  # days, no hours
        "10:00,Ashgabat,Ministerial\n15:00,Ashgabat,Dinner\n16:00,Ashgabat,Talks\n",  # cells
        "9:1 won the team\n10 people came\n11 of them left\n",  # no hours
    ],
)
def test_lines_that_begin_with_figures_are_no_programme(text: str) -> None:
    assert timed_lines(text) == []


@pytest.mark.parametrize(
    ("titles", "wanted"),
    [
        (["Talks", "Flight to Oslo", "Dinner", "Train to Bergen", "Speech"], ["", "", "Oslo", "Oslo", "Bergen"]),
        (["Arrival in Oslo", "Train to Bergen", "Return to Oslo", "Dinner"], ["Oslo", "Oslo", "Bergen", "Oslo"]),
        (["Depart Oslo", "", "Arrive Bergen", "Dinner"], ["Oslo", "", "Bergen", "Bergen"]),
        (["Arrival at Oslo International Airport", "Talks", "Depart Oslo (SK 12)", "Lunch"], ["Oslo"] * 3 + [""]),
        (["Transfer to the hotel", "Dinner", "Transfer to the airport"], []),
        (["Flight to Oslo", "Dinner"], []),
    ],
)
def test_where_the_lines_of_a_programme_are(titles: list[str], wanted: list[str]) -> None:
    assert filled(titles, {"Oslo", "Bergen"}.__contains__, timed=True) == wanted


@pytest.mark.parametrize(
    ("date", "time", "wanted"),
    [
        ("2024-03-31T22:00:00Z", "", "2024-04-01T01:00"),
        ("2024-03-31 22:00 UTC", "", "2024-04-01T01:00"),
        ("31 March 2024", "22:00 UTC", "2024-04-01T01:00"),
        ("31 March 2024", "22:00 GMT–23:00 GMT", "2024-04-01T01:00/2024-04-01T02:00"),
        ("2024-04-01T01:00+03:00", "", "2024-04-01T01:00"),
        ("1 April 2024", "06:00+09:00", "2024-04-01T00:00"),
        ("1 April 2024", "08:00", "2024-04-01T08:00"),
    ],
)
def test_a_clock_of_another_zone_is_told_as_it_stands_at_the_place(date: str, time: str, wanted: str) -> None:
    reading = brought(f"Date;Time;City;Event\n{date};{time};Kyiv;Arrival\n5 April 2024;;Lviv;Talks\n")
    assert _events(reading)[0] == f"{wanted} Arrival"
    assert stops(reading)[0] == "Kyiv 2024-04-01"


def test_a_clock_of_another_zone_at_no_known_place_is_told_and_not_taken() -> None:
    reading = brought("Date;Time;City;Event\n31 March 2024;22:00 UTC;Xqzwvk;Arrival\n5 April 2024;;Lviv;Talks\n")
    assert not any("T" in str(h.event.when) for h in reading.tour.events)
    assert all(b"22:00" in reading.files()["table.csv"] for _ in reading.rows), "what was written stays"


@pytest.mark.parametrize("end", ["9999-12-31T23:00-05:00", "0001-01-01T00:30+09:00"])
def test_a_clock_at_an_end_of_the_calendar_is_asked(end: str) -> None:
    reading = brought(f"Date;City;Event\n{end};Tokyo;Talks\n2024-04-05;Lviv;Talks\n")
    assert [question.facet for question in reading.questions] == ["unread date"]
