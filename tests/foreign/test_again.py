"""The same table brought again: judgments and hand-made edits stay, rows are compared, conflicts are said."""

from mapapp.foreign import Answer, Answers, Asked, answered, read
from mapapp.foreign.again import read_again
from mapapp.foreign.differences import Kind, counted
from mapapp.geocoding import offline_resolver

ASKED = Asked(offline_resolver)
TABLE = "Date,City,Event\n2025-03-27,Ashgabat,Ministerial\n2025-03-28,Springfield,Talks\n2025-03-29,Almaty,Forum\n"
EDITED = (
    "Date,City,Event\n2025-03-26,Baku,Arrival\n2025-03-27,Ashgabat,Ministerial meeting\n2025-03-28,Springfield,Talks\n"
)


def _folder(answers: Answers = Answers()) -> dict[str, bytes]:  # noqa: B008  # frozen
    return read(TABLE.encode(), "a.csv", answers, ASKED).files()


def test_added_changed_removed_and_unchanged_rows_are_told_cell_by_cell() -> None:
    again = read_again(EDITED.encode(), "a.csv", _folder(), ASKED)
    assert counted(again.rows) == {Kind.ADDED: 1, Kind.CHANGED: 1, Kind.REMOVED: 1, Kind.UNCHANGED: 1}
    changed = next(one for one in again.rows if one.kind == Kind.CHANGED)
    assert changed.cells == (("Event", "Ministerial", "Ministerial meeting"),)
    assert b"Baku" in again.merged.files["visits.csv"] and b"Almaty" not in again.merged.files["visits.csv"]
    assert again.merged.conflicts == ()


def test_a_judgment_stays() -> None:
    reading = read(TABLE.encode(), "a.csv", Answers(), ASKED)
    question = next(q for q in reading.questions if q.facet == "namesakes")
    answers = answered(reading, question, Answer(question.choices[2]))
    again = read_again(EDITED.encode(), "a.csv", _folder(answers), ASKED)
    assert question.choices[2].place.encode() in again.merged.files["visits.csv"]
    assert not any(q.facet == "namesakes" for q in again.reading.questions)


def test_an_edit_by_hand_stays_and_a_conflict_is_said() -> None:
    folder = _folder()
    folder["events.csv"] = folder["events.csv"].replace(b"Talks", b"Round table").replace(b"Ministerial", b"Summit")
    again = read_again(EDITED.encode(), "a.csv", folder, ASKED)
    assert b"Round table" in again.merged.files["events.csv"]
    assert again.merged.kept == 2
    assert b"Summit" in again.merged.files["events.csv"]
    assert any(("title", "Summit", "Ministerial meeting") in c.cells for c in again.merged.conflicts) or any(
        "edited by hand" in c.sentence for c in again.merged.conflicts
    )


def test_what_somebody_added_by_hand_is_kept() -> None:
    folder = _folder()
    folder["people.csv"] += b"ann,Ann Example,,,\n"
    folder["figures.csv"] = b"label,value,unit\nTrade,1,EUR\n"
    again = read_again(TABLE.encode(), "a.csv", folder, ASKED)
    assert b"Ann Example" in again.merged.files["people.csv"]
    assert again.merged.files["figures.csv"] == folder["figures.csv"]
    assert counted(again.rows)[Kind.UNCHANGED] == 3


def test_judgments_of_a_newer_form_are_read_and_said_and_those_without_a_number_open_as_ever() -> None:
    reading = read(TABLE.encode(), "a.csv", Answers(), ASKED)
    question = next(q for q in reading.questions if q.facet == "namesakes")
    folder = _folder(answered(reading, question, Answer(question.choices[2])))
    stated = b"(table),format,,1"
    assert stated in folder["review.csv"]
    older = folder | {"review.csv": b"".join(x for x in folder["review.csv"].splitlines(True) if stated not in x)}
    newer = folder | {"review.csv": folder["review.csv"].replace(stated, b"(table),format,,9")}
    for current, said in ((older, 0), (newer, 1)):
        again = read_again(TABLE.encode(), "a.csv", current, ASKED)
        assert question.choices[2].place.encode() in again.merged.files["visits.csv"]
        assert sum("form 9" in note for note in again.reading.notes) == said


def test_an_answer_about_a_cell_that_the_one_above_fills_is_an_answer() -> None:
    """Three rows of Springfield, of which two leave the cell empty: each can be answered, and all at once."""
    data = (
        b"City,Date,Event\nSpringfield,2025-03-27,A\n,2025-03-28,B\n,2025-03-29,C\nOslo,2025-03-30,D\n,2025-03-31,E\n"
    )
    reading = read(data, "a.csv", Answers(), ASKED)
    question = next(q for q in reading.questions if q.facet == "namesakes")
    assert (question.text, question.count) == ("Springfield", 3)
    every = read(data, "a.csv", answered(reading, question, Answer(question.choices[1], bulk=True)), ASKED)
    assert not [q for q in every.questions if q.facet == "namesakes"]
    one = read(data, "a.csv", answered(reading, question, Answer(question.choices[1], row=question.rows[2])), ASKED)
    assert next(q.count for q in one.questions if q.facet == "namesakes") == 2
