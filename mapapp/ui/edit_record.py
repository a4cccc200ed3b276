"""The form of a stop or an event: a field for each cell, and beside it what is wrong with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape

import streamlit as st

from mapapp.catalogue.stops import Naming
from mapapp.drafts import editing, sheets
from mapapp.drafts.names import candidate_words, correction, typed, who_says
from mapapp.errors import MapappError, Problem, clipped
from mapapp.geocoding import offline_resolver
from mapapp.message import series, tr
from mapapp.place import Ambiguous, Candidate, Place, Toponym, Unknown, pinned, where_words
from mapapp.tour import Status
from mapapp.ui import edit_state
from mapapp.ui.text import plain, sentence
from mapapp.words import terms
from mapapp.words.language import Words

SEPARATOR = ";"
_STATUSES = ("", *(status.value for status in Status))
_WRONG = "edit_typed_wrong"


@dataclass(frozen=True, slots=True)
class Field:
    """A column in the form: its label, and how it is asked for. ``of`` is the file whose records it names."""

    column: str
    label: str
    asked: str = "line"  # line, text, one, several
    of: str = ""
    hint: str = ""


_DATES = "27 March 2025, 27–28 March 2025, 2025-03-27 10:30, March 2025"
_SOURCED = (Field("source", tr("Sources"), "several", "sources.csv"), Field("locator", tr("Where in the source")))
FORMS: dict[str, tuple[Field, ...]] = {
    "visits.csv": (
        Field("arrival", tr("Arrival"), hint=_DATES),
        Field("departure", tr("Departure"), hint=_DATES),
        Field("traveller", tr("Traveller"), "one", "people.csv"),
        Field("status", tr("Status"), "one"),
        Field("summary", tr("What happened"), "text"),
        *_SOURCED,
    ),
    "events.csv": (
        Field("title", tr("Title")),
        Field("when", tr("When"), hint=tr("{dates}; empty: the days of its stop", dates=_DATES)),
        Field("visit", tr("Stop"), "one", "visits.csv"),
        Field("participants", tr("Who"), "several", "people.csv"),
        Field("status", tr("Status"), "one"),
        Field("topics", tr("Topics"), hint="trade; energy"),
        Field("summary", tr("What happened"), "text"),
        *_SOURCED,
    ),
}


def draw(tour: str, file: str, row: int, words: Words) -> None:
    """Draw the form of a row."""
    found = edit_state.problems(tour).get((file, row), [])
    asked = {field.column for field in FORMS[file]} | {"place", "country"}
    if file == "events.csv":
        _field((tour, file, row), FORMS[file][0], found, words)
    _place(tour, file, row, found, words)
    for field in FORMS[file][file == "events.csv" :]:
        _field((tour, file, row), field, found, words)
    for problem in found:
        if problem.column not in asked:
            _tell(problem, words)


def _key(file: str, row: int, column: str) -> str:
    return f"edit_{file}_{row}_{column}_{edit_state.revision()}"


def _field(at: tuple[str, str, int], field: Field, found: Sequence[Problem], words: Words) -> None:
    tour, file, row = at
    key, cell = _key(file, row, field.column), sheets.table(edit_state.of(tour).contents, file).cell(row, field.column)

    def changed() -> None:
        said = st.session_state[key]
        text = SEPARATOR.join(said) if isinstance(said, list) else said or ""
        edit_state.change(
            tour, editing.with_cells(edit_state.of(tour).contents, file, row, {field.column: text}), anew=False
        )

    said = replace(field, label=words.say(field.label), hint=words.say(field.hint))
    if field.asked == "one":
        _one(tour, said, cell, key, changed, words)
    elif field.asked == "several":
        _several(tour, said, cell, key, changed, words)
    else:
        _WRITTEN[field.asked](said, pinned(cell)[0] if field.column == "place" else cell, key, changed)
    for problem in found:
        if problem.column == field.column:
            _tell(replace(problem, column=""), words)


def _line(field: Field, cell: str, key: str, changed: Callable[[], None]) -> None:
    st.text_input(plain(field.label), cell, key=key, placeholder=field.hint, max_chars=500, on_change=changed)


def _text(field: Field, cell: str, key: str, changed: Callable[[], None]) -> None:
    st.text_area(plain(field.label), cell, key=key, height=90, max_chars=5000, on_change=changed)


def _one(  # noqa: PLR0913, PLR0917
    tour: str, field: Field, cell: str, key: str, changed: Callable[[], None], words: Words
) -> None:
    titles = _titles(tour, field.of, words) if field.of else {s: words.say(terms.status(s)) for s in _STATUSES}
    options = list(dict.fromkeys(("", *titles, cell)))
    none = tr("held, as nothing else is stated") if field.column == "status" else tr("none")
    shown = {**titles, "": words.say(none)}

    def name(id_: str) -> str:
        return clipped(shown.get(id_) or id_, 100)

    st.selectbox(plain(field.label), options, options.index(cell), name, key=key, on_change=changed)


def _several(  # noqa: PLR0913, PLR0917
    tour: str, field: Field, cell: str, key: str, changed: Callable[[], None], words: Words
) -> None:
    titles = _titles(tour, field.of, words)
    said = list(dict.fromkeys(part.strip() for part in cell.split(SEPARATOR) if part.strip()))
    options = list(dict.fromkeys((*titles, *said)))

    def name(id_: str) -> str:
        return clipped(titles.get(id_) or id_, 100)

    st.multiselect(
        plain(field.label), options, said, name, key=key, on_change=changed, placeholder=words.say(tr("Choose"))
    )


_WRITTEN = {"line": _line, "text": _text}


def _titles(tour: str, file: str, words: Words) -> dict[str, str]:
    """The records of a file by their ids, as people call them."""
    found = sheets.table(edit_state.of(tour).contents, file)
    parts = {"visits.csv": ("place", "arrival"), "people.csv": ("name", "role")}.get(file, ("title", "publisher"))
    said = edit_state.said_cell
    return {
        found.cell(row, "id"): ", ".join(filter(None, (pinned(said(found, row, part, words))[0] for part in parts)))
        for row in range(len(found.rows))
        if found.cell(row, "id")
    }


def _tell(problem: Problem, words: Words) -> None:
    said = words.say(series((problem.column, problem.sentence), ": "))
    st.html(f'<p class="wrong" role="alert">{escape(said)}</p>')


def naming(tour: str, file: str, row: int) -> Naming | None:
    """The place of a row as it was read, None where the row has none of its own."""
    lines = sheets.lines(sheets.table(edit_state.of(tour).contents, file))
    sheet = file.removesuffix(".csv")
    names = edit_state.read(tour).names
    return next((name for name in names if name.file == sheet and name.line == lines[row]), None)


def _place(tour: str, file: str, row: int, found: Sequence[Problem], words: Words) -> None:
    """The name, what it stands for, the places that it may stand for, and how to choose another one."""
    label = tr("Place") if file == "visits.csv" else tr("Place, where it is not that of the stop")
    at, hint = (tour, file, row), tr("{country}, or {code}", country="Kazakhstan", code="KZ")
    _field(at, Field("place", label, hint="Astana"), found, words)
    _field(at, Field("country", tr("Country"), hint=hint), found, words)
    name = naming(tour, file, row)
    if not name:
        return
    if name.at:
        place = where_words(name.at.place)
        said = tr("Stands for {place}. Who says so: {authority}.", place=place, authority=who_says(name))
        st.html(f'<p class="stands">{escape(words.say(said))}</p>')
    offered = _offered(name)
    if offered and not (name.at and len(offered) == 1):
        _choice((tour, file, row), name, offered, words)
    key = _key(file, row, "search")

    def searched() -> None:
        if text := st.session_state[key].strip():
            choose_place(tour, file, row, text)

    search = words.say(tr("Search a name, or latitude and longitude; or click on the map"))
    st.text_input(plain(tr("Another place"), words), key=key, placeholder=search, max_chars=200, on_change=searched)
    if wrong := st.session_state.get(_WRONG, {}).get((file, row)):
        st.html(f'<p class="wrong" role="alert">{escape(words.say(wrong))}</p>')


def _offered(name: Naming) -> tuple[Candidate, ...]:
    answer = name.answer
    if isinstance(answer, Unknown):
        return answer.near_misses
    if answer is None or (isinstance(answer, Ambiguous) and answer.several):
        return ()
    return answer.candidates


def _choice(at: tuple[str, str, int], name: Naming, offered: Sequence[Candidate], words: Words) -> None:
    tour, file, row = at
    by_id = {candidate.place.id: candidate for candidate in offered}
    key = _key(file, row, "candidates")
    held = name.at.place.id if name.at else ""

    def picked() -> None:
        if candidate := by_id.get(st.session_state[key] or ""):
            _write_place(tour, file, row, name, candidate.place)

    def told(id_: str) -> str:
        return clipped(words.say(candidate_words(by_id[id_], ())), 200)

    index = list(by_id).index(held) if held in by_id else None
    may_be, choose = tr("It may be"), words.say(tr("Choose the place"))
    st.selectbox(plain(may_be, words), list(by_id), index, told, key=key, on_change=picked, placeholder=choose)


def choose_place(tour: str, file: str, row: int, text: str) -> None:
    """Take what was typed, or "latitude, longitude" of a click, as the place of a row."""
    name = naming(tour, file, row) or Naming(file, 0, "", "place", "", Toponym(""), None, None)
    wrong = ""
    try:
        place = typed(text, name, offline_resolver)
        called = name if not place.id else name._replace(cell="")  # a position keeps the name
        _write_place(tour, file, row, called, place)
    except MapappError as error:
        wrong = sentence(error)
    st.session_state[_WRONG] = {(file, row): wrong}


def _write_place(tour: str, file: str, row: int, name: Naming, place: Place) -> None:
    cells = correction(name, place, offline_resolver).cells
    edit_state.change(tour, editing.with_cells(edit_state.of(tour).contents, file, row, cells))
