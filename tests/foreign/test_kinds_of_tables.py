"""Kinds of tables that were once read wrong, each with siblings: Markdown, letters around a table, companions."""

import csv
import io
import itertools
from pathlib import Path

import pytest

from mapapp.foreign import Answer, Asked, Reading, answered, read
from mapapp.foreign.records import Role
from mapapp.geocoding import offline_resolver
from tests.fixtures import workbooks
from tests.foreign.brought import brought, stops

ASKED = Asked(offline_resolver)


def _titles(reading: Reading) -> list[str]:
    return [happening.event.title for happening in reading.tour.events]


@pytest.mark.parametrize("outer", ["|", ""])
@pytest.mark.parametrize("rule", ["---", ":--", ":-:", "-----:"])
def test_a_table_of_markdown_has_no_row_of_hyphens(outer: str, rule: str) -> None:
    lines = [
        f"{outer} Date | City | Event {outer}",
        f"{outer} {rule} | {rule} | {rule} {outer}",
        f"{outer} 2 May 2024 | **Oslo** | [Talks](https://example.org/a) on `grids` {outer}",
        f"{outer} 4 May 2024 | Bergen \\| port | _Visit_ {outer}",
    ]
    reading = brought("# The tour\n\nIt was *short*.\n\n" + "\n".join(lines) + "\n\nIt ended in Bergen.\n", "a.md")
    assert _titles(reading)[:1] == ["Talks on grids"] and not any("--" in row.cells[0].written for row in reading.rows)
    assert "https://example.org/a" in reading.files()["sources.csv"].decode()
    assert [r.cells[1].written for r in reading.rows if r.state.value != "left out"] == ["Oslo", "Bergen | port"]


@pytest.mark.parametrize("separator", ["\t", ";", "   "])
def test_a_letter_around_a_table_is_no_part_of_it(separator: str) -> None:
    rows = ["Date City Event", "6.5.2024 Cairo Talks", "7.5.2024 Luxor Visit"]
    table = "\n".join(separator.join(row.split()) for row in rows)
    reading = brought(f"Dear all,\n\nhere it is:\n\n{table}\n\nKind regards\nMaria\n", "mail.txt")
    assert stops(reading) == ["Cairo 2024-05-06", "Luxor 2024-05-07"] and not reading.questions


def test_an_email_that_quotes_a_table_and_a_list_with_dashes_are_read() -> None:
    quoted = "".join(
        f"> {line}\n" for line in ("Date\tCity\tEvent", "6 May 2024\tCairo\tTalks", "8 May 2024\tLuxor\tFair")
    )
    assert stops(brought(quoted, "a.txt")) == ["Cairo 2024-05-06", "Luxor 2024-05-08"]
    dashed = "12 June 2024 – Nicosia – Talks\n13 June 2024 – Limassol – Fair\n"
    assert stops(brought(dashed, "a.txt")) == ["Nicosia 2024-06-12", "Limassol 2024-06-13"]


@pytest.mark.parametrize(
    "heading",
    ["Termin", "Тадбир", "Шара", "Зачем", "Мақсади", "Toplantı konusu", "Tagesordnung", "Ziyoratning maqsadi"],
)
def test_what_happened_is_a_title_under_any_heading_but_that_of_notes(heading: str) -> None:
    reading = brought(f"Date;City;{heading}\n2024-05-02;Oslo;Talks\n2024-05-04;Bergen;Fair\n")
    assert _titles(reading) == ["Talks", "Fair"]
    for notes in ("Notes", "Bemerkungen", "Примечание", "Изоҳ"):
        assert brought(f"Date;City;{notes}\n2024-05-02;Oslo;a\n2024-05-04;Bergen;b\n").columns[2].role == Role.NOTES


def test_of_numbers_nothing_happened() -> None:
    assert _titles(brought("Trip;Date;City\n1;2024-05-02;Oslo\n2;2024-05-04;Bergen\n;;Total\n")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("Traveller 1", "Traveller 2"), ("Delegate A", "Delegate B"), ("Minister", "Deputy"), ("Reisende", "Begleitung"),
     ("Viajero", "Acompañante"), ("Делегация", "Сопровождающие")],
)  # fmt: skip
def test_two_columns_of_travellers_are_two_who_share_one_event(first: str, second: str) -> None:
    rows = (
        "2024-05-02,Oslo,Ida Holm,Per Lund,Talks",
        "2024-05-04,Bergen,,Per Lund,Fair",
        "2024-05-06,Hamar,Ida Holm,,Fair",
    )
    reading = brought("\n".join((f"Date,City,{first},{second},Event", *rows)))
    told = [(s.visit.place.title, s.visit.traveller) for s in reading.tour.stops]
    assert sorted(told) == [("Bergen", "per-lund"), ("Hamar", "ida-holm"), ("Oslo", "ida-holm"), ("Oslo", "per-lund")]
    assert reading.tour.events[0].event.participants == ("ida-holm", "per-lund")
    assert len(reading.tour.events) == 3


def test_people_met_are_not_taken_for_travellers() -> None:
    reading = brought(
        "Date,City,Minister,President\n2024-05-02,Oslo,Ida Holm,Ann Example\n2024-05-04,Bergen,Ida Holm,Bo Example\n"
    )
    assert {person.name for person in reading.tour.travellers} == {"Ida Holm"}


@pytest.mark.parametrize(
    ("written", "arrival"),
    [("segunda-feira, 11 de novembro de 2024", "2024-11-11"), ("terça-feira, 12/11/2024", "2024-11-12"),
     ("sexta-feira 15.11.2024", "2024-11-15")],
)  # fmt: skip
def test_days_of_the_week_in_portuguese(written: str, arrival: str) -> None:
    reading = brought(f"Dia\tCidade\tEvento\n{written}\tManaus\tVisita\n")
    assert stops(reading) == [f"Manaus {arrival}"] and not reading.questions
    wrong = brought("Dia\tCidade\tEvento\ndomingo-feira, 11 de novembro de 2024\tManaus\tVisita\n")
    assert wrong.questions, "a day of the week that contradicts is asked"


def test_cells_under_the_heading_of_a_day_that_are_not_read_are_asked() -> None:
    reading = brought("Day,City,Event\nfirst day,Oslo,Talks\nsecond day,Bergen,Fair\n")
    assert reading.columns[0].role == Role.DAY and {q.facet for q in reading.questions} == {"unread date"}


@pytest.mark.parametrize(
    "said", ["г. Ош", "г.Ош", "гор. Ош", "город Ош", "қ. Ош", "Киргизия, г. Ош", "г. Ош, Киргизия"]
)
def test_a_word_for_a_town_is_no_letter_of_its_name(said: str) -> None:
    reading = brought(f"Дата;Город;Повод\n16.03.2024;{said};Переговоры\n18.03.2024;Баткен;Визит\n")
    assert [s.visit.place.id for s in reading.tour.stops][:1] == ["geonames:1527534"] and len(reading.tour.stops) == 2


@pytest.mark.parametrize(
    ("title", "status"),
    [("CANCELLED: visit", "cancelled"), ("Visit – cancelled", "cancelled"), ("Visit (postponed)", "postponed"),
     ("Visit (postponed to September)", "postponed"), ("Verschoben auf Mai", "postponed"),
     ("отменено: визит", "cancelled"), ("Cancelled flights were the topic", "held")],
)  # fmt: skip
def test_a_status_before_or_behind_a_title(title: str, status: str) -> None:
    (stop,) = brought(f"Date;City;Event\n12 January 2024;Brno;{title}\n").tour.stops
    assert stop.visit.status.value == status


@pytest.mark.parametrize("tag", ["s", "strike", "del"])
def test_a_row_that_is_struck_through_is_cancelled_and_a_struck_word_is_not(tag: str) -> None:
    row = "<tr><td>{0}3 Sep 2024{1}</td><td>{0}Vaasa{1}</td><td>{0}Fair{1}</td></tr>".format(f"<{tag}>", f"</{tag}>")
    rest = f"<tr><td>4 Sep 2024</td><td>Turku</td><td><{tag}>Fair</{tag}> Talks</td></tr>"
    head = "<tr><td>Date</td><td>City</td><td>Event</td></tr>"
    reading = brought(f"<table>{head}{row}{rest}</table>", "a.html")
    assert [stop.visit.status.value for stop in reading.tour.stops] == ["cancelled", "held"]


def test_the_word_of_a_link_is_no_title() -> None:
    page = '<table><tr><td>Date</td><td>City</td><td>Link</td></tr><tr><td>2 May 2024</td><td>Oslo</td><td><a href="https://example.org/a">release</a></td></tr></table>'
    reading = brought(page, "a.html")
    assert _titles(reading) == [] and "https://example.org/a" in reading.files()["sources.csv"].decode()


def test_headings_in_two_lines_of_which_the_upper_one_says_more() -> None:
    reading = brought(
        "Período;;Destino;;Motivo\nInício;Fim;Cidade;País;\n23/06/2023;25/06/2023;Porto;Portugal;Cimeira\n"
    )
    assert [c.role for c in reading.columns] == [Role.ARRIVAL, Role.DEPARTURE, Role.PLACE, Role.COUNTRY, Role.TITLE]
    titled = brought("Programme;Draft 3;\nDate;City;Event\n2024-05-02;Oslo;Talks\n")
    assert titled.columns[0].heading == "Date"


def test_a_month_alone_comes_behind_the_line_above_and_has_no_way() -> None:
    rows = "When,Where,What\nMarch 2024,Windhoek,Talks\n12 April 2024,Gaborone,Talks\nlate April 2024,Maseru,Talks\n"
    reading = brought(rows)
    assert stops(reading) == ["Windhoek 2024-03", "Gaborone 2024-04-12", "Maseru 2024-04"]
    assert "legs.csv" not in reading.files()


def test_what_a_hidden_column_tells_is_not_published(tmp_path: Path) -> None:
    """Neither below a title row nor in the first line; a date that is hidden is read, and both are said."""
    cells = [("Programme", "", "", ""), ("Date", "Remark", "City", "Event")]
    cells += [("2024-03-11", "bring a gift", "Oslo", "Talks"), ("2024-03-12", "no press", "Bergen", "Fair")]
    hidden = "<table:table-column{}/>"
    row = "".join
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    for lines, at in itertools.product((cells, cells[1:]), (0, 1)):
        columns = row(hidden.format(' table:visibility="collapse"' if n == at else "") for n in range(4))
        body = row(f"<table:table-row>{row(map(text.format, line))}</table:table-row>" for line in lines)
        path = workbooks.ods(tmp_path / "a.ods", f'<table:table table:name="A">{columns}{body}</table:table>')
        reading = brought(path.read_bytes(), "a.ods")
        published = b"".join(c for name, c in reading.files().items() if name in ("visits.csv", "events.csv"))
        assert (b"gift" in published) == (at == 0) and stops(reading) == ["Oslo 2024-03-11", "Bergen 2024-03-12"]
        assert "hidden" in reading.columns[at].said


@pytest.mark.parametrize(
    ("town", "province", "id_"),
    [("Mérida", "Badajoz", "geonames:2513917"), ("Cartagena", "Murcia", "geonames:2520058")],
)
def test_a_province_in_a_column_of_its_own_is_no_stop(town: str, province: str, id_: str) -> None:
    reading = brought(f"Fecha;Municipio;Provincia;Acto\n2024-04-15;{town};{province};Firma\n")
    assert [stop.visit.place.id for stop in reading.tour.stops] == [id_]


def test_a_hamlet_of_a_province_is_not_taken_for_its_city_in_silence() -> None:
    reading = brought("Fecha;Municipio;Provincia;Acto\n2024-04-15;Santiago;La Coruña;Firma\n")
    assert reading.questions or [stop.visit.place.id for stop in reading.tour.stops] == ["geonames:3109642"]


def test_the_encoding_of_a_table_whose_cells_blanks_part() -> None:
    text = "Дата        Город          Цель\n04.03.2025  Новосибирск    Форум\n06.03.2025  Омск           Встреча\n"
    for encoding in ("cp866", "koi8-r", "cp1251", "mac_cyrillic"):
        stops = brought(text.encode(encoding), "a.txt").tour.stops
        assert [stop.visit.place.id for stop in stops] == ["geonames:1496747", "geonames:1496153"]


def test_an_end_before_its_start_is_left_out_and_can_be_accepted_as_that() -> None:
    table = "Arrival,Departure,City\n10 June 2024,8 June 2024,Rome\n12 June 2024,13 June 2024,Milan\n"
    reading = brought(table)
    (question,) = reading.questions
    assert question.facet == "end before start" and question.choices[question.chosen].words == "Without a date"
    answers = answered(reading, question, Answer(question.choices[question.chosen]))
    assert not read(table.encode(), "a.csv", answers, ASKED).questions


@pytest.mark.parametrize(
    "rows",
    ["Date,City,Event\nsoon,Rome,a\n12 June 2024,Milan,b\n",
     "Arrival,Departure,City\n10 June 2024,later,Rome\n12 June 2024,13 June 2024,Milan\n",
     "Arrival,Departure,City\nlater,,Rome\n12 June 2024,13 June 2024,Milan\n",
     'Date,City,Event\n"Friday, 13 June 2024",Rome,a\n12 June 2024,Milan,b\n'],
)  # fmt: skip
def test_a_question_about_a_date_ends_with_its_answer(rows: str) -> None:
    reading = brought(rows)
    for chosen in range(len(reading.questions[0].choices) - 1):  # the last one decides nothing
        question = reading.questions[0]
        answers = answered(reading, question, Answer(question.choices[chosen]))
        assert not read(rows.encode(), "a.csv", answers, ASKED).questions


def test_each_place_of_a_list_keeps_its_name_as_the_cell_writes_it() -> None:
    reading = brought(
        'Date,Country,Cities\n1 May 2025,Germany,"Hamburg, Kiel"\n2 May 2025,Kazakhstan,"Астана, Алматы"\n'
    )
    rows = list(csv.DictReader(io.StringIO(reading.files()["visits.csv"].decode())))
    assert [row["place"] for row in rows] == ["Hamburg", "Kiel", "Астана", "Алматы"]


def test_a_misspelt_name_within_a_list_is_asked() -> None:
    reading = brought('Date,Country,Cities\n1 May 2025,Germany,"Hambrug, Bremen"\n')
    assert [question.facet for question in reading.questions] == ["misspelt"]


@pytest.mark.parametrize("ranged", ["1 April 2024 - 3 April 2024", "2024-04-01 – 2024-04-03", "Apr 1–3, 2024"])
def test_ranges_of_dates_make_no_letter_of_a_table_between_commas(ranged: str) -> None:
    rows = ["date,place,event", "2024-03-30,Kyiv,Arrival", f'"{ranged}",Lviv,Talks', f'"{ranged}",Odesa,Visit']
    reading = brought("\n".join([*rows, "2024/04/08,Riga,"]) + "\n")
    assert reading.counts.rows == 4
    assert stops(reading) == ["Kyiv 2024-03-30", "Lviv 2024-04-01", "Odesa 2024-04-01", "Riga 2024-04-08"]


@pytest.mark.parametrize(
    ("heads", "dates"),
    [
        ("Depart,Return", ["03/02/2009,03/09/2009", "03/03/2009,03/04/2009", "04/21/2009,04/22/2009"]),
        ("Departure,Date of return", ["2 Mar 2009,9 Mar 2009", "3 Mar 2009,4 Mar 2009", "21 Apr 2009,22 Apr 2009"]),
        ("Abreise,Rückkehr", ["02.03.2009,09.03.2009", "03.03.2009,04.03.2009", "21.04.2009,22.04.2009"]),
        ("Отъезд,Возвращение", ["02.03.2009,09.03.2009", "03.03.2009,04.03.2009", "21.04.2009,22.04.2009"]),
    ],
)
def test_who_departs_from_home_and_returns_stays_between(heads: str, dates: list[str]) -> None:
    lines = [f"{place},{dated}" for place, dated in zip(("London", "Ramallah", "Ottawa"), dates, strict=True)]
    reading = brought("\n".join([f"City,{heads}", *lines]) + "\n")
    stays = [(str(stop.visit.arrival), str(stop.visit.departure)) for stop in reading.tour.stops]
    assert stays == [("2009-03-02", "2009-03-09"), ("2009-03-03", "2009-03-04"), ("2009-04-21", "2009-04-22")]
