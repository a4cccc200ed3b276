"""The same table brought again: judgments and hand-made edits stay, rows are compared, conflicts are said."""

import pytest

from mapapp.foreign import Answer, Answers, Asked, answered, read
from mapapp.foreign.again import read_again
from mapapp.foreign.differences import Kind, counted
from mapapp.foreign.review import COLUMNS, answers_of
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


def _judged() -> tuple[dict[str, bytes], bytes]:
    """A tour with one judgment, and the place that it names."""
    reading = read(TABLE.encode(), "a.csv", Answers(), ASKED)
    question = next(q for q in reading.questions if q.facet == "namesakes")
    return _folder(answered(reading, question, Answer(question.choices[2]))), question.choices[2].place.encode()


def test_judgments_that_another_program_has_saved_count() -> None:
    """Semicolons, a byte order mark, another order of columns and UTF-16, as spreadsheets write them."""
    folder, place = _judged()
    text = folder["review.csv"].decode()
    turned = "\n".join(",".join(reversed(line.split(","))) for line in text.splitlines())
    for said in (text.replace(",", ";").encode("utf-8-sig"), turned.encode(), text.encode("utf-16")):
        again = read_again(TABLE.encode(), "a.csv", folder | {"review.csv": said}, ASKED)
        assert place in again.merged.files["visits.csv"] and again.notes == ()


def test_a_review_that_is_none_is_said_and_what_cannot_be_meant_in_one_is_passed_over() -> None:
    folder, place = _judged()
    for said in (b"a,b\n1,2\n", b"\x00\x01"):
        (note,) = read_again(TABLE.encode(), "a.csv", folder | {"review.csv": said}, ASKED).notes
        assert "review.csv has none of the columns" in note
    odd = (
        b"0,Date,(century),abc,,,,,,in bulk\n0,Date,(century),9999,,,,,,in bulk\n"
        b"(table),year,,99999999999,,,,,,\n0,City,Oslo,matched,../../x,candidate,1e999,,,alone\n"
    )
    again = read_again(TABLE.encode(), "a.csv", folder | {"review.csv": folder["review.csv"] + odd}, ASKED)
    assert place in again.merged.files["visits.csv"]


def test_the_last_of_many_judgments_about_a_cell_counts_and_a_long_review_is_read_at_once() -> None:
    """Each new one was looked for among all others: 100,000 took a minute."""
    row = "0,City,{n},matched,geonames:1,candidate,,,,alone\n"
    many = "".join(row.format(n=n) for n in (*range(100_000), 0)).encode()
    found = answers_of(",".join(COLUMNS).encode() + b"\n" + many, ["City"]).judgments
    assert len(found) == 100_000 and found[-1].text == "0"


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
        assert sum("form 9" in note for note in again.notes) == said


@pytest.mark.parametrize(
    ("file", "was", "by_hand"),
    [
        ("events.csv", b"Forum", b"Forum of investors"),
        ("legs.csv", b",unknown,", b",air,"),
        ("claims.csv", b"", b"event,field,value,source\n{event},when,2025-03-30,table\n"),
    ],
)
def test_what_something_made_by_hand_names_stays_with_it(file: str, was: bytes, by_hand: bytes) -> None:
    """The table drops the row of Almaty, to which an edited event or leg, or a claim that was added, holds on."""
    folder = _folder()
    event = next(line for line in folder["events.csv"].splitlines() if b"Forum" in line).split(b",")[0]
    folder[file] = folder.get(file, b"").replace(was, by_hand) if was else by_hand.replace(b"{event}", event)
    fewer = "".join(TABLE.splitlines(keepends=True)[:-1])
    again = read_again(fewer.encode(), "a.csv", folder, ASKED)
    assert b"almaty" in again.merged.files["visits.csv"]
    said = {conflict.file for conflict in again.merged.conflicts if "made by hand names it" in conflict.sentence}
    assert "visits.csv" in said
    assert ("events.csv" in said) == (file == "claims.csv")
    again = read_again(fewer.encode(), "a.csv", _folder(), ASKED)
    assert b"almaty" not in again.merged.files["visits.csv"], "nothing holds it"


def test_settings_are_merged_key_by_key_and_the_name_of_a_file_is_no_title() -> None:
    table = b"Date,City,Traveller\n2025-03-27,Oslo,Ann Berg\n2025-03-28,Bergen,Jan Voss\n"
    more = table + b"2025-03-29,Riga,Lea Roth\n"
    folder = read(table, "march.csv", Answers(), ASKED).files()
    by_table = read_again(more, "march, final.csv", folder, ASKED).merged.files["tour.toml"].decode()
    assert 'title = "march"' in by_table and "lea-roth" in by_table
    own = folder | {"tour.toml": folder["tour.toml"].replace(b'"march"', b'"Our spring"') + b'[labels]\nboard = "B"\n'}
    again = read_again(more, "march.csv", own, ASKED).merged
    assert 'title = "Our spring"' in (toml := again.files["tour.toml"].decode())
    assert "lea-roth" in toml and "[labels]" in toml and again.kept == 1 and not again.conflicts
    turned = own | {"tour.toml": own["tour.toml"].replace(b'"ann-berg", "jan-voss"', b'"jan-voss", "ann-berg"')}
    (conflict,) = read_again(more, "march.csv", turned, ASKED).merged.conflicts
    assert conflict.file == "tour.toml" and [cell[0] for cell in conflict.cells] == ["travellers"]


def test_a_title_that_stands_above_the_table_is_taken_from_it_and_asked_about_where_somebody_wrote_another() -> None:
    table = b"Spring journey\n\n" + TABLE.encode()
    folder = read(table, "a.csv", Answers(), ASKED).files()
    newer = table.replace(b"Spring journey", b"Autumn journey")
    assert b'title = "Autumn journey"' in read_again(newer, "b.csv", folder, ASKED).merged.files["tour.toml"]
    own = folder | {"tour.toml": folder["tour.toml"].replace(b"Spring journey", b"My journey")}
    again = read_again(newer, "b.csv", own, ASKED).merged
    assert b'title = "My journey"' in again.files["tour.toml"]
    assert again.conflicts[0].cells == (("title", "My journey", "Autumn journey"),)


def test_columns_with_other_names_are_said() -> None:
    again = read_again(TABLE.replace("City", "Town").encode(), "a.csv", _folder(), ASKED)
    assert counted(again.rows)[Kind.UNCHANGED] == 3
    assert again.notes == ("The column “City” is called “Town” now.",)


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
