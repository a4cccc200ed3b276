"""What the review of a table tells the page, and what an answer changes in it."""

import json
from typing import Any

import pytest

from mapapp import foreign
from mapapp.exports.template import template_csv, template_xlsx
from mapapp.foreign import Answers, Reading
from mapapp.geocoding import offline_resolver
from mapapp.ui.new_tour import check, judging
from mapapp.ui.new_tour.empty import as_csv
from mapapp.ui.new_tour.told import told
from mapapp.words.direction import APART
from mapapp.words.language import ENGLISH, Words
from tests.ui.brought_tables import VISIT, read, table


def again(reading: Reading, data: bytes, message: dict[str, Any]) -> Reading:
    answers = judging.said(reading, message, "Ana", offline_resolver)
    assert answers is not None
    return read(data, "t.csv", answers)


def question(reading: Reading, facet: str) -> foreign.Question:
    return next(q for q in reading.questions if q.facet == facet)


def test_every_row_is_in_one_of_the_states_that_the_filters_count() -> None:
    message = told(read(table("2026-12-01,Astana,", "2026-12-02,Qwertzuiop,", "Total,2,")), 0)
    states = [row["state"] for row in message["rows"]]
    counts = message["counts"]
    assert counts["rows"] == len(states) == counts["read"] + counts["needs"] + counts["out"]
    assert {name: states.count(name) for name in ("read", "needs", "out")} == {
        n: counts[n] for n in ("read", "needs", "out")
    }


def test_what_shuts_latin_names_off_in_arabic_is_no_unprintable_character() -> None:
    said = told(read(table("2026-12-01,Springfield,")), 0, words=Words("ar"))["rows"][0]["cells"][1]["r"]
    assert f"{APART}Massachusetts" in said and "\N{REPLACEMENT CHARACTER}" not in said


def test_what_was_read_stands_above_what_was_written() -> None:
    rows = told(read(), 0)["rows"]
    assert [cell.get("r", cell["w"]) for cell in rows[4]["cells"]] == [
        "Thu 3 December 2026",
        "Tashkent, Uzbekistan",
        "Meeting with the President and the Foreign Minister",
        "11:00",
        "Press point",
    ]
    assert [cell["w"] for cell in rows[4]["cells"][1:3]] == ["Ташкент", "President; Foreign Minister"]
    assert [row["stops"] for row in rows] == [[1], [1], [2], [3], [4], [5]]
    assert [row["same"] for row in rows] == [False, True, False, False, False, False]


def test_only_a_place_without_a_question_is_called_sure() -> None:
    rows = told(read(), 0)["rows"]
    assert [bool(row["cells"][1].get("sure")) for row in rows] == [True, True, True, True, False, True]


def test_the_message_is_json_and_its_questions_are_those_that_rows_name() -> None:
    message = json.loads(json.dumps(told(read(), 3)))
    named = {cell["q"] for row in message["rows"] for cell in row["cells"] if "q" in cell}
    assert named == set(message["questions"]) and message["undoable"] == 3


def test_no_cell_is_sent_longer_than_the_page_shows() -> None:
    reading = read(table(f"2026-12-01,Astana,{'x' * 30_000}"))
    assert len(json.dumps(told(reading, 0))) < 10_000
    assert "x" * 30_000 in reading.files()["table.csv"].decode()


def test_an_answer_is_kept_with_who_gave_it_and_can_be_taken_back() -> None:
    reading = read()
    asked = question(reading, "city or region")
    message = {"do": "answer", "question": asked.key, "choice": 1, "row": asked.row, "all": False}
    answers = judging.said(reading, message, "Ana", offline_resolver)
    assert answers and [(j.place, j.by, j.scope) for j in answers.judgments] == [
        (asked.choices[1].place, "Ana", "alone")
    ]
    judged = read(answers=answers)
    cell = told(judged, 1)["rows"][4]["cells"][1]
    assert cell["r"] == "Tashkent, Uzbekistan (region)" and cell["yours"] == "one" and "q" not in cell
    back = judging.said(judged, {"do": "back", "row": asked.row, "column": 1}, "", offline_resolver)
    assert back and back.judgments == ()


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "drop"},
        {"do": "answer"},
        {"do": "answer", "question": "city-or-region-211b5f2f", "choice": 99},
        {"do": "answer", "question": "city-or-region-211b5f2f", "choice": -1},
        {"do": "answer", "question": ["a"], "choice": 0},
        {"do": "answer", "question": "nothing", "choice": "0"},
        {"do": "typed", "question": "city-or-region-211b5f2f", "text": 3},
        {"do": "role", "column": 99, "role": "place"},
        {"do": "role", "column": 0, "role": "admin"},
        {"do": "role", "column": 0, "role": []},
        {"do": "order", "column": 1, "order": "day first"},
        {"do": "order", "column": 0, "order": {}},
        {"do": "also", "about": "path", "text": "/etc"},
        {"do": "also", "about": "title", "text": "  "},
        {"do": "back", "row": "x", "column": "y"},
        {"do": "accept"},
    ],
    ids=str,
)  # fmt: skip
def test_what_was_never_offered_changes_nothing(message: dict[str, Any]) -> None:
    assert judging.said(read(), message, "", offline_resolver) is None


def test_a_choice_between_rivals_is_made_for_one_row_only() -> None:
    """For all of them at once it may be made where it leads by a margin; "no such place" always."""
    data = table(*(f"{day} December 2026,Ташкент," for day in range(1, 4)))
    reading = read(data, "t.csv")
    asked = question(reading, "city or region")
    assert asked.count == 3 and not asked.bulk
    message = {"do": "answer", "question": asked.key, "row": asked.row, "all": True}
    one = again(reading, data, message | {"choice": 1})
    assert question(one, "city or region").count == 2
    nowhere = next(i for i, c in enumerate(asked.choices) if c.value == "no such place")
    every = again(reading, data, message | {"choice": nowhere})
    assert every.counts.left_out == 3


def test_a_place_that_is_typed_takes_the_place_of_the_proposals() -> None:
    data = table("2026-12-01,Astana,", "2026-12-02,Bishkek,", "2026-12-03,Qwertzuiop,")
    reading = read(data, "t.csv")
    (asked,) = reading.questions
    made = again(reading, data, {"do": "typed", "question": asked.key, "text": " Almaty ", "row": asked.row})
    assert told(made, 1)["rows"][2]["cells"][1]["r"] == "Almaty, Kazakhstan"
    with pytest.raises(judging.Misunderstood, match="“Nowhereville-xyz” is no known place"):
        again(reading, data, {"do": "typed", "question": asked.key, "text": "Nowhereville-xyz", "row": asked.row})


def test_a_role_an_order_and_a_title_are_changed_by_a_word() -> None:
    data = table("03/04/2026,Astana,A note", "05/06/2026,Almaty,")
    reading = read(data, "t.csv")
    assert again(reading, data, {"do": "role", "column": 2, "role": "leave out"}).columns[2].role == "leave out"
    first = [
        again(reading, data, {"do": "order", "column": 0, "order": o}).rows[0].cells[0].read
        for o in ("day first", "month first")
    ]
    assert first == ["Friday 3 April 2026", "Wednesday 4 March 2026"]
    assert again(reading, data, {"do": "also", "about": "title", "text": "Spring  tour"}).title == "Spring tour"


@pytest.mark.parametrize("data", [template_csv(), template_xlsx()], ids=["csv", "xlsx"])
def test_the_template_reads_as_it_is_meant(data: bytes) -> None:
    reading = read(data, "tour.xlsx")
    assert (reading.counts.rows, reading.counts.stops, reading.counts.left_out) == (2, 2, 0)
    assert all(column.sure for column in reading.columns)


def test_answers_are_taken_back_one_by_one() -> None:
    made = VISIT.answering(Answers(title="One")).answering(Answers(title="Two"))
    assert [w.answers.title for w in (made, made.undone(), made.undone().undone())] == ["Two", "One", ""]
    assert made.undone().undone().undone().answers.title == ""


def test_a_table_that_is_written_in_the_page_is_read_like_a_file() -> None:
    data = as_csv(["Date", "City"], [["2026-12-01", 'Astana, "the" city\nline'], ["2026-12-02", "Almaty"]])
    assert read(data, "Table").counts.rows == 2


def test_counts_are_said_in_whole_sentences() -> None:
    assert check.counts_words(read(table("2026-12-01,Astana,"), "t.csv"), ENGLISH).endswith(
        "No question is open; nothing is left out.</span>"
    )


@pytest.mark.parametrize(
    ("headings", "shown"),
    [("Date,City,Meeting with", "Meeting with the President"), ("Date,City,Meeting with,Title", "President")],
)
def test_who_was_met_makes_the_title_only_where_no_column_has_it(headings: str, shown: str) -> None:
    title = ",Talks" if "Title" in headings else ""
    rows = f"{headings}\n1 May 2024,Riga,President{title}\n2 May 2024,Vilnius,Governor{title}"
    cell = told(read(rows.encode()), 0)["rows"][0]["cells"][2]
    assert cell.get("r", cell["w"]) == shown


def test_dates_and_status_are_said_in_the_language_of_the_reader() -> None:
    reading = read(b"Date,City,Title,Status\n1 May 2024,Riga,Talks,held\n2 May 2024,Vilnius,Forum,cancelled")
    russian = Words("ru")
    cells = russian.said(told(reading, 0, russian))["rows"][1]["cells"]
    assert "2 мая 2024" in cells[0]["r"] and cells[3]["r"] == "отменено"


def test_a_place_is_said_in_the_language_of_the_reader_and_not_twice_where_the_cell_says_it() -> None:
    russian = Words("ru")
    reading = read("Date,City,Title\n1 May 2024,Москва,Talks\n2 May 2024,Moscow,Forum".encode())
    first, second = (row["cells"][1] for row in russian.said(told(reading, 0, russian))["rows"])
    assert first["r"] == second["r"] == "Москва, Россия"
    assert first["same"] and "same" not in second
