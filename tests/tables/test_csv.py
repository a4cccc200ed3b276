"""Reading one CSV file: what is good is kept, what is wrong has a file, a line and a remedy."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.errors import Problem
from mapapp.tables import csv as tables_csv
from mapapp.tables.csv import MAX_BYTES, csv_records, read_table, tokens, value
from mapapp.tables.rows import Column, Row

COLUMNS = (Column("id", required=True), Column("name", required=True), Column("note"))


def read(path: Path, data: bytes | str, **options: bool | str) -> tuple[list[Row], list[str]]:
    file = path / "people.csv"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    problems: list[Problem] = []
    rows = list(read_table(file, COLUMNS, problems, **options))  # type: ignore[arg-type]  # two options of two types
    return rows, [str(p) for p in problems]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_save_is_read(tmp_path: Path, separator: str, encoding: str) -> None:
    text = f"id{separator}Name{separator}note\r\na{separator} Ашхабад {separator}\r\n\r\n"
    rows, problems = read(tmp_path, text.encode(encoding))
    assert not problems
    assert [(r.line, r.text("id"), r.text("name"), r.text("note")) for r in rows] == [(2, "a", "Ашхабад", "")]


def test_a_quoted_cell_may_hold_separators_and_lines(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, 'id,name\na,"one,\ntwo"\nb,three\n')
    assert not problems
    assert [(r.line, r.text("name")) for r in rows] == [(2, "one,\ntwo"), (4, "three")]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "people.csv: the file is empty; its first line must be id,name,note"),
        (b"\n\n", "people.csv: the file is empty; its first line must be id,name,note"),
        (b"PK\x03\x04\0\0", "people.csv: this is not a text file; save the sheet as CSV UTF-8"),
        ("id,name\nа,Кахил".encode() + b"\xff\n", "people.csv:2: the text is not UTF-8; save the sheet as CSV UTF-8"),
        (b"id,note\na,b\n", "people.csv:1: name: the column is missing; add it to the first line"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(tmp_path: Path, data: bytes, problem: str) -> None:
    assert read(tmp_path, data) == ([], [problem])


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, b"id,name\n" + b"a,b\n" * (MAX_BYTES // 4))
    assert not rows
    assert problems == ["people.csv: the file has 20 MB, the limit is 20 MB; split the tour"]


def test_a_missing_file_is_a_problem_unless_it_is_optional(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert not list(read_table(tmp_path / "a.csv", COLUMNS, problems, optional=True))
    assert not problems
    assert not list(read_table(tmp_path / "a.csv", COLUMNS, problems))
    assert "the file is missing" in str(problems[0])


def test_a_folder_under_the_name_of_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    problems: list[Problem] = []
    assert not list(read_table(tmp_path / "a.csv", COLUMNS, problems))
    assert "cannot be opened" in str(problems[0])


def test_good_rows_survive_bad_ones(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "id,name,note\na,one\n,two\nb,\na,three\nc,four,x,y\n", unique="id")
    assert [(r.text("id"), r.text("name")) for r in rows] == [("a", "one"), ("c", "four")]
    assert problems == [
        "people.csv:3: id: the cell is empty; fill it, the line is left out until then",
        "people.csv:4: name: the cell is empty; fill it, the line is left out until then",
        "people.csv:5: id: 'a' stands already in line 2; give this line an id of its own",
        "people.csv:6: 4 cells stand under 3 columns; quote cells that contain the separator",
    ]


def test_unknown_and_double_columns_are_named(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "id,name,colour,name\na,one,red,two\n")
    assert rows[0].text("name") == "one"
    assert [p.split(": ")[1] for p in problems] == ["name", "colour"]


def test_a_cell_larger_than_the_reader_takes_is_a_problem(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, f"id,name\na,{'x' * 200_000}\nb,two\n")
    assert [r.text("id") for r in rows] == ["b"]
    assert problems[0].startswith("people.csv:2: the line cannot be read (a cell is longer than 131,072 characters)")


@given(st.binary(max_size=400))
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever stands in a file, the reader returns rows and problems and raises nothing."""
    rows, _ = read(tmp_path_factory.mktemp("bytes"), b"id,name\n" + data)
    assert all(row.text("id") and row.text("name") for row in rows)


def test_a_quote_that_is_not_closed_costs_one_line_and_not_the_rest_of_the_file(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, 'id,name\na,one\nb,"two\nc,three\nd,"a ""quoted"" word"\ne,five\n')
    assert [(r.line, r.text("id")) for r in rows] == [(2, "a"), (4, "c"), (5, "d"), (6, "e")]
    assert rows[2].text("name") == 'a "quoted" word'
    assert problems == [
        "people.csv:3: the line cannot be read (a quote is not closed); check its quotes, it is left out until then"
    ]


def test_a_quote_in_the_last_line_without_a_line_end_may_be_closed(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, 'id,name\na,"one"')
    assert [r.text("name") for r in rows] == ["one"]
    assert not problems


def test_a_header_whose_quote_is_not_closed_is_a_problem(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, '"id,name\na,one\n')
    assert not rows
    assert problems[0].startswith("people.csv:1: the line cannot be read (a quote is not closed); check its quotes")


def test_quotes_in_odd_places_are_read_as_spreadsheets_read_them(tmp_path: Path) -> None:
    text = 'id,name,note\na,"Big" Ben,5" pipe\nb, "two, three",x\nc,"four" ,"a, b"\n'
    rows, problems = read(tmp_path, text)
    assert [(r.text("id"), r.text("name"), r.text("note")) for r in rows] == [
        ("a", "Big Ben", '5" pipe'),
        ("b", '"two', 'three"'),
        ("c", "four", "a, b"),
    ]
    assert problems == ["people.csv:3: 4 cells stand under 3 columns; quote cells that contain the separator"]


def test_cells_under_a_column_without_a_name_are_reported(tmp_path: Path) -> None:
    """Spreadsheets save empty columns; only what would be lost is worth a word."""
    rows, problems = read(tmp_path, "id,,name,\na,,one,\nb,lost,two,\n")
    assert [r.text("name") for r in rows] == ["one", "two"]
    assert problems == [
        "people.csv:3: a cell stands under a column without a name and is left out; name the column in the first line"
    ]


text_of_cells = st.text(st.sampled_from('ab,;"\r\n \u2028é'), max_size=40)


@given(text_of_cells, st.sampled_from(",;"))
def test_tokens_are_the_text_itself(text: str, delimiter: str) -> None:
    """With the separator between its cells each record stands in the text where it says; nothing but blanks is lost."""
    blanks, done = f"{delimiter} \r\n\u2028", 0
    for token in tokens(text, delimiter):
        assert not text[done : token.start].strip(blanks)
        assert token.line == len(list(io.StringIO(text[: token.start] + "x", newline="")))
        done = token.start + len(delimiter.join(token.raw))
        assert delimiter.join(token.raw) == text[token.start : done]
        if token.wrong:
            done += len(next(io.StringIO(text[done:], newline="")).rstrip("\r\n"))
    assert not text[done:].strip(blanks)


@given(text_of_cells, st.sampled_from(",;"))
def test_what_the_standard_library_reads_without_complaint_reads_the_same(text: str, delimiter: str) -> None:
    """Python's own reader of CSV is the second implementation."""
    try:
        theirs = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return
    ours = [list(map(value, token.raw)) for token in tokens(text, delimiter) if not token.wrong]
    assert [r for r in ours if any(map(str.strip, r))] == [r for r in theirs if any(map(str.strip, r))]


def test_rows_beyond_the_limit_are_left_out_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_csv, "MAX_ROWS", 3)
    rows, problems = read(tmp_path, "id,name\n" + "".join(f"{i},x\n" for i in range(9)))
    assert [row.text("id") for row in rows] == ["0", "1", "2"]
    assert problems == ["people.csv:5: rows from here on are left out; a table may have 3, split the tour"]


def test_rows_without_a_cell_cost_nothing(tmp_path: Path) -> None:
    """Spreadsheets save a million rows of separators behind a table; they are no rows."""
    rows, problems = read(tmp_path, "id,name\na,one\n" + " , \n\n" * 400_000 + "b,two\n")
    assert [(row.line, row.text("id")) for row in rows] == [(2, "a"), (800_003, "b")]
    assert not problems


def test_a_line_of_nothing_but_separators_and_one_of_many_cells_are_bearable(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "id,name" + "," * 100_000 + "\na,one" + ",x" * 100_000 + "\n")
    assert [row.text("id") for row in rows] == ["a"]
    assert len(problems) <= 3


def test_a_header_of_many_names_is_cut(tmp_path: Path) -> None:
    """Each of a hundred thousand names would be compared with all others."""
    names = ",".join(f"c{i}" for i in range(100_000))
    rows, problems = read(tmp_path, f"id,name,{names}\na,one\n")
    assert [row.text("id") for row in rows] == ["a"]
    assert any("columns beyond the first 250 are left out" in problem for problem in problems)


@pytest.mark.parametrize("line", ['"a', 'x,"""', '"a""b', '""b', '",', 'x"y'])
def test_open_quotes_are_read_in_one_go(tmp_path: Path, line: str) -> None:
    """Looking for the end of each in all that follows would take hours; a line that cannot be read is one problem."""
    file = tmp_path / "people.csv"
    file.write_text("id,name\n" + f"{line}\n" * 20_000, newline="")
    problems: list[Problem] = []
    found = csv_records(file, ["id"], problems)
    assert found
    assert len(list(found.lines)) + len(problems) >= 10_000
