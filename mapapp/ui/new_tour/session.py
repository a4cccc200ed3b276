"""What one reader is bringing: the table, what was answered about it, and its tour for the map. Nothing is written."""

import weakref
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

import streamlit as st

from mapapp.drafts import unsaved
from mapapp.foreign import Answers, Asked, Reading, read
from mapapp.geocoding import offline_resolver

_WORK, _STAGE, _NAMES, _DRAWN, _SHOWN, _WRONG, _KEPT = (
    f"new_tour_{name}" for name in ("work", "stage", "names", "drawn", "shown", "wrong", "kept")
)
_DRAWN_FROM = ("tour.toml", "visits.csv", "events.csv", "people.csv", "legs.csv")  # files that the map shows
MOST_UNDONE = 200  # answers that can be taken back one after the other


class Stage(StrEnum):
    """The steps of the page."""

    BRING = "bring"
    CHECK = "check"
    PUBLISH = "publish"


@dataclass(frozen=True, eq=False)
class Work:
    """A table by the name of its file, and what was answered about it; ``earlier`` are the answers before, for undo.

    ``into`` is the id of the tour of the library of which it is a newer state, "" for a new one.
    """

    name: str
    data: bytes
    answers: Answers = field(default_factory=Answers)
    earlier: tuple[Answers, ...] = ()
    into: str = ""

    def answering(self, answers: Answers) -> "Work":
        """The same with other answers, which can be undone."""
        return replace(self, answers=answers, earlier=(*self.earlier, self.answers)[-MOST_UNDONE:])

    def undone(self) -> "Work":
        """The same without the last answer."""
        return replace(self, answers=self.earlier[-1], earlier=self.earlier[:-1]) if self.earlier else self


class Drawn(NamedTuple):
    """A table as it was read with some answers."""

    work: Work
    reading: Reading


class Shown:
    """A reading's tour in memory, forgotten with the session that holds this."""

    def __init__(self, reading: Reading, files: dict[str, bytes]) -> None:
        self.reading, self.files = reading, files
        self.id = unsaved.put(files, offline_resolver)
        weakref.finalize(self, unsaved.drop, self.id)


def stage() -> Stage:
    """Where the reader is."""
    return Stage(st.session_state.get(_STAGE, Stage.BRING))


def go(stage_: Stage) -> None:
    """Go to a step; a callback of buttons."""
    st.session_state[_STAGE] = stage_
    st.session_state.pop(_WRONG, None)


def work() -> Work | None:
    """The table that the reader brought, None before there is one."""
    found: Work | None = st.session_state.get(_WORK)
    return found


def put(made: Work) -> None:
    """Go on with this table or these answers."""
    st.session_state[_WORK] = made


def begin(made: Work) -> None:
    """Begin with another table, at its review."""
    for key in (_KEPT, "new_tour_not_again", "new_tour_conflicts"):
        st.session_state.pop(key, None)
    put(made)
    go(Stage.CHECK)


def kept() -> str:
    """The id of the tour in the library that was made of the table, "" before that."""
    return str(st.session_state.get(_KEPT, ""))


def keep(id_: str) -> None:
    """Note the id under which the library has the tour; "" where it has it no more."""
    st.session_state[_KEPT] = id_


def wrong() -> str:
    """A sentence on what could not be done last, "" where nothing is wrong."""
    said: str = st.session_state.get(_WRONG, "")
    return said


def say(sentence: str) -> None:
    """Keep a sentence on what could not be done."""
    st.session_state[_WRONG] = sentence


def names() -> Asked:
    """The places that were looked up in this session, each once."""
    if _NAMES not in st.session_state:
        st.session_state[_NAMES] = Asked(offline_resolver)
    found: Asked = st.session_state[_NAMES]
    return found


def drawn(made: Work, progress: Callable[[int, int], None]) -> Drawn:
    """The table as it reads with its answers. Raises ForeignError.

    ``progress`` hears how many names are looked up, and stops the reading by what it raises.
    """
    held: Drawn | None = st.session_state.get(_DRAWN)
    if held and held.work is made:
        return held
    fresh = Drawn(made, read(made.data, made.name, made.answers, names(), progress=progress))
    st.session_state[_DRAWN] = fresh
    return fresh


def shown(reading: Reading) -> str:
    """The id under which the map of a reading is found for as long as the session lasts."""
    held: Shown | None = st.session_state.get(_SHOWN)
    if held and held.reading is reading:
        return held.id
    files = reading.files()
    if held and all(held.files.get(name) == files.get(name) for name in _DRAWN_FROM):
        held.reading, held.files = reading, files
    else:
        held = Shown(reading, files)
    st.session_state[_SHOWN] = held
    return held.id
