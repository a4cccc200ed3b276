"""Kinds of cells and columns in tables of official travel that were published: what is read, asked and left out."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from mapapp.foreign import Answer, Answers, Asked, Reading, Role, RowState, answered, read
from mapapp.geocoding import offline_resolver

TODAY = dt.date(2026, 11, 29)
ASKED = Asked(offline_resolver)


def _read(*lines: str, answers: Answers | None = None) -> Reading:
    return read("\n".join(lines).encode(), "table.csv", answers or Answers(), ASKED, today=TODAY)


def _places(reading: Reading) -> list[str]:
    """The place of each row with the reason for which it is in doubt."""
    return [f"{_place(reading, row.key)} {row.facet}".strip() for row in reading.rows]


def _place(reading: Reading, key: str) -> str:
    for stop in reading.tour.stops:
        if key in stop.keys:
            place = next((c.place for c in stop.placed.candidates if c.place.id == stop.visit.place.id), None)
            place = place or stop.visit.place
            return (
                f"{place.title}, {place.region}, {place.country}" if place.region else f"{place.title} {place.country}"
            )
    return "-"


def test_codes_of_states_say_where_a_town_lies() -> None:
    """Paris, Athens and Lebanon are in Texas, Georgia and Pennsylvania where the column beside them says so."""
    reading = _read(
        "Date,City,State", "3 May 2016,Paris,TX", "4 May 2016,Athens,GA", "5 May 2016,Lebanon,PA", "6 May 2016,Cairo,IL"
    )
    assert [c.role for c in reading.columns] == [Role.DAY, Role.PLACE, Role.REGION]
    assert _places(reading)[:3] == ["Paris, Texas, US", "Athens, Georgia, US", "Lebanon, Pennsylvania, US"]
    assert {stop.visit.place.country for stop in reading.tour.stops} == {"US"}


def test_codes_of_states_need_no_heading() -> None:
    reading = _read("3 May 2016;Paris;TX", "4 May 2016;Athens;GA", "5 May 2016;Naples;FL")
    assert [c.role for c in reading.columns][-1] == Role.REGION
    assert {stop.visit.place.country for stop in reading.tour.stops} == {"US"}


def test_a_column_of_nothing_but_states_holds_the_places() -> None:
    reading = _read("Person,State,Date", "Ann Lee,VT,3 May 2016", "Ann Lee,IA,5 May 2016", "Ann Lee,NH,9 May 2016")
    assert _places(reading) == ["Vermont US", "Iowa US", "New Hampshire US"]
    assert reading.questions == ()


def test_a_name_of_a_country_and_a_state_stays_a_country() -> None:
    reading = _read("Date,City,Region", "3 May 2016,Batumi,Georgia", "5 May 2016,Tbilisi,Georgia")
    assert {stop.visit.place.country for stop in reading.tour.stops} == {"GE"}


def test_a_town_that_no_list_has_is_shown_in_its_state_and_asked() -> None:
    reading = _read("Date,City,State", "3 May 2016,Qwertyville,Iowa", "4 May 2016,Ames,Iowa")
    assert _places(reading) == ["Iowa US unknown", "Ames, Iowa, US"]


def test_a_column_that_repeats_town_and_state_is_no_venue() -> None:
    rows = (
        '1 May 2016,"Dayton, Ohio",Dayton,OH',
        '2 May 2016,"Reno, Nevada",Reno,NV',
        '3 May 2016,"Macon, GA",Macon,GA',
    )
    reading = _read("date,location,city,state", *rows)
    assert reading.counts.events == 0
    assert _places(reading) == ["Dayton, Ohio, US", "Reno, Nevada, US", "Macon, Georgia, US"]


def test_of_a_list_what_is_known_is_shown_and_the_rest_is_asked() -> None:
    reading = _read("Date,City,Country", '3 May 1994,"Nairobi, Qwertyburg",Kenya')
    assert _places(reading) == ["Nairobi, Nairobi County, KE several"]
    assert "Qwertyburg" in reading.questions[0].sentence


def test_a_row_of_a_country_alone_is_no_town_of_that_name() -> None:
    reading = _read("Year,Name,Country", "1994,Ann Lee,Kazakhstan", "1996,Ann Lee,Mozambique", "1999,Ann Lee,Mexico")
    assert _places(reading) == ["Kazakhstan KZ", "Mozambique MZ", "Mexico MX"]
    assert reading.questions == ()


def test_a_continent_beside_a_country_is_not_the_place() -> None:
    reading = _read("Year,Country,Continent", "1994,Kenya,Africa", "1996,Nepal,Asia", "1999,Chile,South America")
    assert [c.role for c in reading.columns] == [Role.DAY, Role.COUNTRY, Role.NOTES]
    assert _places(reading) == ["Kenya KE", "Nepal NP", "Chile CL"]


def test_a_country_is_shown_as_it_is_today_unless_the_row_says_otherwise() -> None:
    """A village that nobody knows in the Vietnam of 1996 is in no country that had ended in 1976."""
    assert _places(_read("Date,City,Country", "3 May 1996,Qwertyville,Vietnam"))[0].startswith("Vietnam VN")


def test_years_of_two_figures_are_of_the_last_hundred_years() -> None:
    """A list from 1947 to 2013 has no century; nothing of it is taken for a journey of 2047."""
    reading = _read("City,Date", "Boston,5/27/47", "Reno,5/30/85", "Denver,6/13/13")
    assert [str(stop.visit.arrival) for stop in reading.tour.stops] == ["1947-05-27?", "1985-05-30?", "2013-06-13?"]
    question = reading.questions[-1]
    assert (question.facet, question.choices[question.chosen].words) == ("century", "1937 to 2036")
    again = _read("City,Date", "Boston,5/27/47", "Reno,5/30/85", "Denver,6/13/13",
                  answers=answered(reading, question, Answer(question.choices[question.chosen])))  # fmt: skip
    assert [str(stop.visit.arrival) for stop in again.tour.stops] == ["1947-05-27", "1985-05-30", "2013-06-13"]


AGENDA = (
    "data;hora;compromisso;local",
    "2019-03-04;09h;Reunião com governadores;Palácio do Planalto",
    "2019-03-04;10h;Reunião com ministros;Palácio do Planalto",
    "2019-03-04;11h;Audiência;sem informação",
    "2019-03-05;;Sem compromissos oficiais;",
    "2019-03-06;08h;Partida para Manaus;Aeroporto Qwerty",
    "2019-03-06;12h;Chegada a Manaus/AM;Aeroporto Qwerty",
    "2019-03-07;09h;Visita;Rua das Flores, 12 - Centro - Santarém/PA",
    "2019-03-08;09h;Visita;Fazenda Qwerty/PB",
    "2019-03-09;09h;Despacho;Palácio do Planalto, 3º andar, Gabinete",
)


def test_an_agenda_says_of_each_row_what_it_knows() -> None:
    assert _places(_read(*AGENDA)) == [
        "Palácio do Planalto BR",
        "Palácio do Planalto BR",
        "Palácio do Planalto BR venue",  # the day is spent there; asked
        "- nothing planned",
        "Manaus, Amazonas, BR",
        "Manaus, Amazonas, BR",
        "Santarém, Pará, BR",
        "Paraíba BR venue",
        "Palácio do Planalto BR",  # a floor of a building stands where the building does
    ]


def test_a_row_without_a_place_is_answered_by_itself() -> None:
    """Its cell says as little as those of other rows: an answer for one is none for them."""
    reading = _read(*AGENDA, "2019-03-09;10h;Audiência;")
    asked = [q for q in reading.questions if q.text in ("", "sem informação")]
    assert [len(q.rows) for q in asked] == [1, 1]
    again = _read(
        *AGENDA, "2019-03-09;10h;Audiência;", answers=answered(reading, asked[0], Answer(asked[0].choices[0]))
    )
    assert again.rows[2].state == RowState.READ
    assert again.rows[2].stops
    assert again.rows[-1].state == RowState.NEEDS_YOU


def test_empty_cells_of_a_column_that_says_things_again_are_not_filled_from_above() -> None:
    rows = [f"{day} May 2016,{place},Talks" for day, place in enumerate(("Rome", "Rome", "", "Paris", ""), start=1)]
    found = _places(_read("Date,City,Event", *rows))
    assert found[2] == found[4] == "- no place"


def test_the_sheet_with_a_table_of_travel_is_read_not_the_cover_page() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        cover = book.add_worksheet("Cover")
        for line, cells in enumerate(
            ("A dataset", "Authors: Ann Lee", "Version: 1", "Licence: CC BY", "Date: 15 July 2021")
        ):
            cover.write_row(line, 0, cells.split(": "))
        table = book.add_worksheet("Travel")
        for line, row in enumerate((["Leader", "Country", "Date"], ["Ann Lee", "Kenya", "3 May 2016"])):
            table.write_row(line, 0, row)
    assert read(data.getvalue(), "travel.xlsx", Answers(), ASKED, today=TODAY).sheet == "Travel"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Royal Qwerty Hotel - Brasília/DF", RowState.READ),
        ("Hotel Qwerty São Paulo/SP", RowState.NEEDS_YOU),  # nothing parts the town from the name
        ("BR 999 - Monteiro/PB", RowState.READ),
    ],
)
def test_the_code_behind_a_town_says_where_an_address_lies(text: str, state: RowState, tmp_path: Path) -> None:
    reading = _read("data;local", f"2019-03-04;{text}")
    for name, content in reading.files().items():
        (tmp_path / name).write_bytes(content)
    assert [stop.visit.place.country for stop in reading.tour.stops] == ["BR"]
    assert reading.rows[0].state == state


@pytest.mark.parametrize(
    ("row", "facet", "said"),
    [
        ("3 May 1993,Akmolinsk,Kazakhstan", "not in use then", "Astana was not called so at that time."),
        ("3 May 2016,Almatyy,Kazakhstan", "misspelt", "perhaps Almaty is meant"),
        ("3 May 2010,Qwertyburg,Georgia", "unknown", "No list has this name in Georgia."),
    ],
)
def test_a_question_says_why_a_place_is_in_doubt(row: str, facet: str, said: str) -> None:
    reading = _read("Date,City,Country", row)
    assert [(q.facet, said in q.sentence) for q in reading.questions] == [(facet, True)]


def _xlsx() -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet("Visits")
        sheet.write_row(0, 0, ["Programme of May"])
        sheet.write_row(1, 0, ["Date", "City", "Event"])
        sheet.write_row(2, 0, ["2025-05-03", "Rome"])
        sheet.write_url(2, 2, "https://example.org/talks", string="Talks")
        sheet.write_row(3, 0, ["2025-05-04", "Oslo"])
        sheet.write_url(3, 2, "mailto:ann@example.org", string="Forum")
        sheet.write_row(4, 0, ["2025-05-05", "Lima", "Dinner"])
    return data.getvalue()


def _ods() -> bytes:
    cells = (
        "<text:p>Date</text:p>|<text:p>City</text:p>|<text:p>Event</text:p>",
        "<text:p>2025-05-03</text:p>|<text:p>Rome</text:p>"
        '|<text:p><text:a xlink:href="https://example.org/talks">Talks</text:a></text:p>',
        '<text:p>2025-05-04</text:p>|<text:p>Oslo</text:p>|<text:p><text:a xlink:href="#here">Forum</text:a></text:p>',
    )
    rows = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell>{cell}</table:table-cell>' for cell in row.split('|'))}"
        "</table:table-row>"
        for row in cells
    )
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<office:document-content{spaces} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:spreadsheet>'
        f'<table:table table:name="Visits">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
    return data.getvalue()


@pytest.mark.parametrize("data", [_xlsx(), _ods()], ids=["xlsx", "ods"])
def test_links_of_a_workbook_are_sources(data: bytes) -> None:
    """A link of the web behind a word gives its row a source; one to a mailbox or within the workbook gives none."""
    reading = read(data, "visits.bin", Answers(), ASKED, today=TODAY)
    assert [(c.heading, c.role) for c in reading.columns][-1] == ("Event link", Role.SOURCE)
    assert [event.addresses for event in reading.tour.events][:2] == [("https://example.org/talks",), ()]
    assert b"https://example.org/talks" in reading.files()["sources.csv"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Manaus/Amazonas", ["Manaus"]),
        ("Recife/Pernambuco", ["Recife"]),
        ("Miami/Flórida", ["Miami"]),
    ],
)
def test_a_region_behind_a_slash_is_no_second_stop(text: str, places: list[str]) -> None:
    reading = _read("data;local", f"2019-03-04;{text}")
    assert [stop.visit.place.title for stop in reading.tour.stops] == places
    assert reading.counts.read == 1


def test_small_names_parted_by_a_dash_are_asked_and_great_ones_are_a_way() -> None:
    """Alvarenga is a village in Minas Gerais and a quarter of the city behind it; from Rome to Paris one travels."""
    reading = _read("data;local", "2019-03-04;Alvarenga - São Bernardo do Campo", "2019-03-05;Rome - Paris")
    assert [row.facet for row in reading.rows] == ["several", ""]


def test_the_number_of_a_house_is_no_date_behind_the_name_of_a_town() -> None:
    reading = _read("data;local", "2019-03-04;CUFA - Rua Qwerty de Sousa, nº 173, bairro Madureira")
    assert all(row.state == RowState.NEEDS_YOU for row in reading.rows)
