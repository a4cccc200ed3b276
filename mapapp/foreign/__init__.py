"""From anybody's table to a tour: what a file holds, what was read of it, what has to be asked, and the tour's folder.

    offers = foreign.offers(data, "visit.xlsx")              # the tables in the file
    reading = foreign.read(data, "visit.xlsx", Answers(), resolve)
    reading.rows, reading.questions, reading.counts          # every row is in one state; each question has an answer
    reading.files()                                          # the folder of a tour

Nothing is written here, and nothing is dropped: each row is read, needs somebody, or is left out for a reason.
"""

from mapapp.foreign.answering import Answer, answered
from mapapp.foreign.answers import Answers, Judgment
from mapapp.foreign.asked import Asked
from mapapp.foreign.errors import ForeignError
from mapapp.foreign.opening import Offer, offers, pasted
from mapapp.foreign.reading import Reading, read
from mapapp.foreign.records import Cell, Choice, Column, Counts, Question, Role, Row, RowState

__all__ = [
    "Answer",
    "Answers",
    "Asked",
    "Cell",
    "Choice",
    "Column",
    "Counts",
    "ForeignError",
    "Judgment",
    "Offer",
    "Question",
    "Reading",
    "Role",
    "Row",
    "RowState",
    "answered",
    "offers",
    "pasted",
    "read",
]
