"""review.csv: the judgments about a table, readable in git, and read again when the table is brought again."""

from collections.abc import Iterable
from dataclasses import replace

from mapapp.dates.partial import Order
from mapapp.foreign.answers import ALONE, BULK, TEXTS, Answers, Judgment
from mapapp.foreign.records import Role
from mapapp.foreign.rows import column_name
from mapapp.foreign.sheets import Record, records, written
from mapapp.tables.numbers import NumberError, number, whole

COLUMNS = ("row key", "column", "text", "judgment", "place id", "rule", "margin", "when", "by whom", "alone or in bulk")
FORMAT = 1  # of the file; what is not known of a newer one is passed over
_FORMAT = "format"
_TABLE = "(table)"  # in the column "row key": about the table or one of its columns as a whole
_ROLE, _ORDER = "role", "order"


def review(answers: Answers, headings: list[str]) -> bytes:
    """The file of what people answered; nothing where they answered nothing."""
    rows = [*_about_table(answers, headings), *answers.judgments]
    if not rows:
        return b""
    rows = [Judgment(_TABLE, _FORMAT, "", str(FORMAT)), *rows]
    return written(COLUMNS, [dict(zip(COLUMNS, _cells(judgment), strict=True)) for judgment in rows])


def _cells(j: Judgment) -> tuple[str, ...]:
    margin = "" if j.margin is None else f"{j.margin:g}"
    return (j.row, j.column, j.text, j.judgment, j.place, j.rule, margin, j.when, j.by, j.scope)


def _about_table(answers: Answers, headings: list[str]) -> Iterable[Judgment]:
    """The answers about the table and its columns as rows of the file."""
    texts = (answers.sheet, answers.title, answers.traveller, answers.source, answers.language)
    for name, said in zip(TEXTS, texts, strict=True):
        if said:
            yield Judgment(_TABLE, name, "", said)
    if answers.year is not None:
        yield Judgment(_TABLE, "year", "", str(answers.year))
    if answers.heading is not None:
        yield Judgment(_TABLE, "heading", "", str(answers.heading))
    for rule, pairs in ((_ROLE, answers.roles), (_ORDER, answers.orders)):
        for column, said in pairs:
            yield Judgment(_TABLE, column_name(headings, column), "", said.value, rule=rule)


def answers_of(data: bytes, headings: list[str]) -> Answers:
    """What a file of judgments says, for a table with these headings. What cannot be read in it is passed over."""
    answers, judged = Answers(), dict[tuple[str, str, str, str], Judgment]()
    names = {column_name(headings, index): index for index in range(len(headings))}
    for judgment in judgments_of(data):
        if judgment.row != _TABLE:
            about = (judgment.row, judgment.column, judgment.text, judgment.scope)
            judged.pop(about, None)  # the last one about the same cells counts, and stands where it was given
            judged[about] = judgment
        elif judgment.rule == _ROLE and judgment.column in names and judgment.judgment in {role.value for role in Role}:
            answers = answers.with_role(names[judgment.column], Role(judgment.judgment))
        elif judgment.rule == _ORDER and judgment.column in names and judgment.judgment in {o.value for o in Order}:
            answers = answers.with_order(names[judgment.column], Order(judgment.judgment))
        elif judgment.column == "year" and (year := whole(judgment.judgment, 4)):
            answers = replace(answers, year=year)
        elif judgment.column == "heading" and (heading := whole(judgment.judgment)) is not None:
            answers = replace(answers, heading=heading)
        elif judgment.column in TEXTS:
            answers = answers.saying(judgment.column, judgment.judgment)
    return replace(answers, judgments=tuple(judged.values()))


def format_of(data: bytes) -> int:
    """The number of the form that a file of judgments has; 1 where it states none, as the first ones did."""
    said = (j.judgment for j in judgments_of(data) if (j.row, j.column) == (_TABLE, _FORMAT))
    return next((form for text in said if (form := whole(text)) is not None), 1)


def judgments_of(data: bytes) -> tuple[Judgment, ...]:
    """The rows of a file of judgments, in their order; its columns may stand in any, between other separators."""
    try:
        names, rows = records(data, COLUMNS)
    except UnicodeDecodeError:
        return ()
    return tuple(map(_judgment, rows)) if set(COLUMNS[:4]) <= {*names} else ()


def is_read(data: bytes) -> bool:
    """Whether a file that says something is one of judgments."""
    return bool(not data.strip() or judgments_of(data))


def _judgment(row: Record) -> Judgment:
    told = [row.get(name, "") for name in COLUMNS]
    (key, column, text, judgment, place, rule, margin, when, by), scope = told[:9], told[9]
    scope = scope if scope == BULK else ALONE
    return Judgment(key, column, text, judgment, place, rule, _share(margin), when, by, scope)


def _share(margin: str) -> float | None:
    try:
        return number(margin, commas=False)
    except NumberError:
        return None
