"""An answer to a question as what is answered about a table."""

from dataclasses import dataclass, replace

from mapapp.dates.partial import Order
from mapapp.foreign import asking
from mapapp.foreign.answers import ALONE, BULK, Answers, Judgment
from mapapp.foreign.reading import Reading
from mapapp.foreign.records import DATES, Choice, Question
from mapapp.foreign.rows import column_name

_ABOUT_COLUMN: dict[str, str] = {
    asking.CENTURY: "(century)",
    asking.PEOPLE: "(people)",
}  # in the place of the text of a cell


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says to a question.

    ``choice`` is one of the question's, or the reader's own: another place by its id, another title. ``row`` is the key
    of the row that it is given for, "" for the first one; ``bulk``: for all cells of the column with this text. ``by``
    is who says so, ``when`` a date and time (ISO 8601).
    """

    choice: Choice
    row: str = ""
    bulk: bool = False
    by: str = ""
    when: str = ""


def answered(reading: Reading, question: Question, answer: Answer) -> Answers:
    """The answers of a reading with this one: read again with them."""
    answers, choice = reading.answers, answer.choice
    if question.facet in (asking.TITLE, asking.TRAVELLER, asking.SOURCE):
        return answers.saying(question.facet, choice.value)
    if question.facet == asking.YEAR:
        return replace(answers, year=int(choice.value))
    if question.facet == asking.ORDER:
        for column in reading.columns:
            if column.role in DATES:
                answers = answers.with_order(column.index, Order(choice.value))
        return answers
    heading = column_name([c.heading for c in reading.columns], question.column)
    everywhere = _ABOUT_COLUMN.get(question.facet)
    return answers.judged(
        Judgment(
            row="" if everywhere or answer.bulk else answer.row or question.row,
            column=heading,
            text=everywhere or question.text,
            judgment=choice.value,
            place=choice.place,
            rule=question.facet,
            margin=question.margin,
            when=answer.when,
            by=answer.by,
            scope=BULK if everywhere or answer.bulk else ALONE,
        )
    )
