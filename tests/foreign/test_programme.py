"""A programme from Excel becomes the tour that its author has in mind; what is open is asked with an answer chosen."""

from functools import cache
from pathlib import Path

from mapapp.catalogue.tours import load_tour
from mapapp.foreign import Answer, Answers, Asked, Reading, Role, RowState, answered, offers, read
from mapapp.geocoding import offline_resolver
from tests.fixtures.programme import TODAY, programme

NAME = "visit.xlsx"
ASKED = Asked(offline_resolver)


def _read(answers: Answers = Answers()) -> Reading:  # noqa: B008  # frozen
    return read(programme(), NAME, answers, ASKED, today=TODAY)


@cache
def _reading() -> Reading:
    return _read()


def test_the_sheet_is_offered_by_its_title() -> None:
    (offer,) = offers(programme(), NAME)
    assert (offer.name, offer.rows, offer.hidden) == ("Визит министра", 8, False)


def test_title_row_and_headings_are_found() -> None:
    assert _reading().title == "Visit of the Minister to Central Asia"
    assert _reading().notes[0] == "visit.xlsx, sheet “Визит министра”: 6 rows below the headings in line 3."
    assert [c.role for c in _reading().columns] == [Role.DAY, Role.PLACE, Role.PEOPLE, Role.TIME, Role.NOTES]
    assert all(c.sure for c in _reading().columns)


def test_every_row_is_counted_and_numbered() -> None:
    counts = _reading().counts
    assert counts.rows == counts.read + counts.needs_you + counts.left_out == 6
    assert (counts.events, counts.stops, counts.mapped, counts.left_out) == (6, 5, 6, 0)
    assert [row.stops for row in _reading().rows] == [(1,), (1,), (2,), (3,), (4,), (5,)]


def test_three_questions_each_with_an_answer_chosen() -> None:
    asked = {q.facet: q.choices[q.chosen].words for q in _reading().questions}
    assert asked == {"status": "Show as announced", "city or region": "Tashkent, Uzbekistan", "people": "One event"}
    needy = [row.line for row in _reading().rows if row.state == RowState.NEEDS_YOU]
    assert needy == [6, 8]


def test_cells_are_shown_as_they_were_read() -> None:
    cells = [row.cells for row in _reading().rows]
    assert [c.read for c in cells[0]][:2] == ["Tuesday 1 December 2026", "Astana, Kazakhstan"]
    assert (cells[4][1].written, cells[4][1].read) == ("Ташкент", "Tashkent, Uzbekistan")
    assert cells[5][3].read == ""


def test_what_may_be_said_besides_is_proposed() -> None:
    proposed = {q.key: q.choices[0].words for q in _reading().also}
    assert proposed["traveller"] == "the Minister"


def test_the_folder_reads_back_without_problems(tmp_path: Path) -> None:
    for name, content in _reading().files().items():
        (tmp_path / name).write_bytes(content)
    tour, problems, _ = load_tour(tmp_path, offline_resolver)
    assert problems == ()
    assert [v.place.title for v in tour.visits] == ["Astana", "Almaty", "Bishkek", "Ташкент", "Самарканд"]
    assert {e.status.value for e in tour.events} == {"announced"}
    assert tour.events[4].title == "Meeting with the President and the Foreign Minister"
    assert [str(e.when) for e in tour.events][:2] == ["2026-12-01T10:00", "2026-12-01T15:30"]
    assert tour.events[0].title == "Meeting with the Foreign Minister"
    assert tour.events[0].summary == "Arrival 08:15, airport ceremony"
    assert all(e.citations[0].locator.startswith("row ") for e in tour.events)


def test_an_answer_is_heard_and_can_be_taken_back() -> None:
    question = next(q for q in _reading().questions if q.facet == "city or region")
    region = next(choice for choice in question.choices if "region" in choice.words)
    answers = answered(_reading(), question, Answer(region, by="Ann", when="2026-11-29T10:00"))
    again = _read(answers)
    assert again.rows[4].cells[1].read == "Tashkent, Uzbekistan (region)"
    assert again.rows[4].facet == "people"
    assert b"matched" in again.files()["review.csv"] and b"Ann" in again.files()["review.csv"]
    assert _read(answers.without(answers.judgments[0])).rows == _reading().rows


def test_a_row_that_is_put_in_changes_the_key_of_no_other() -> None:
    keys = [row.key for row in _reading().rows]
    text = "Date,City\n30.11.2026,Baku\n01.12.2026,Astana\n02.12.2026,Almaty\n"
    more = read(text.encode(), "a.csv", Answers(), ASKED, today=TODAY)
    less = read(text.replace("30.11.2026,Baku\n", "").encode(), "a.csv", Answers(), ASKED, today=TODAY)
    assert [row.key for row in more.rows[1:]] == [row.key for row in less.rows]
    assert len(set(keys)) == len(keys)
