"""The tour that this session edits, and what may be done with it. Whoever writes is asked for anew each time."""

from collections.abc import Callable, Mapping

import streamlit as st

from mapapp import library
from mapapp.catalogue.columns import TOUR
from mapapp.catalogue.tours import LoadedTour
from mapapp.drafts import editing, sheets, unsaved
from mapapp.drafts.editing import Editing
from mapapp.drafts.sheets import Contents
from mapapp.errors import MapappError, Problem
from mapapp.geocoding import offline_resolver
from mapapp.message import plural, tr
from mapapp.tables import settings
from mapapp.tables.grid import Table
from mapapp.ui import who
from mapapp.ui.text import sentence
from mapapp.words.language import Words

_EDITED = "edited_tours"  # Editing by the id of the tour
_SHOWN = "edited_shown"  # the id under which the map has it, and the contents it stands for, by tour
_CHOSEN = "edited_record"
_REVISION = "edit_revision"  # part of the keys of widgets, which begin anew when a cell is changed from elsewhere
_SAID = "edit_said"
PART = "edit_part"  # the key of the choice between stops, events, tables and versions
OVERTAKEN = "edit_overtaken"  # the number of the version that somebody else saved meanwhile
NO_MORE = tr("You may no longer write here: the program was started anew, or you are no longer signed in.")


def of(tour: str) -> Editing:
    """The tour as this session has it; the newest version of the library where it has not begun yet."""
    edited: dict[str, Editing] = st.session_state.setdefault(_EDITED, {})
    if tour not in edited:
        newest = library.kept(tour).newest
        edited[tour] = editing.opened(library.contents(tour, newest), newest)
    return edited[tour]


def put(tour: str, now: Editing, *, anew: bool = True) -> None:
    """Keep another state of the tour. ``anew``: the widgets are to show it, because it does not come from them."""
    st.session_state.setdefault(_EDITED, {})[tour] = now
    if anew:
        st.session_state[_REVISION] = revision() + 1


def change(tour: str, contents: Contents, *, anew: bool = True) -> None:
    """One step on."""
    say("")
    put(tour, of(tour).changed(contents), anew=anew)


def forget(tour: str) -> None:
    """Begin again from the newest version of the library."""
    st.session_state.get(_EDITED, {}).pop(tour, None)
    st.session_state.pop(OVERTAKEN, None)
    st.session_state[_REVISION] = revision() + 1


def revision() -> int:
    """Changes when widgets are to show cells anew."""
    number: int = st.session_state.get(_REVISION, 0)
    return number


def said_cell(found: Table, row: int, column: str, words: Words) -> str:
    """What a cell says in the language of its reader, where the table has that column; else in its author's."""
    return found.cell(row, f"{column}@{words.language}") or found.cell(row, column)


def read(tour: str) -> LoadedTour:
    """The tour as it is now, read for the map and for its problems, under an id that only this session knows."""
    contents = sheets.plain(of(tour).contents)
    shown: dict[str, tuple[str, Mapping[str, bytes]]] = st.session_state.setdefault(_SHOWN, {})
    id_, before = shown.get(tour, ("", {}))
    found = unsaved.find(id_) if before == contents else None
    if found is None:
        unsaved.drop(id_)
        toml = contents[TOUR] if settings.values(contents[TOUR]) else b""
        id_ = unsaved.put({**contents, TOUR: toml}, offline_resolver)
        shown[tour] = (id_, contents)
        found = unsaved.find(id_)
    if found is None:
        raise MapappError(tr("The tour could not be kept in memory. Reload the page."))
    return found


def problems(tour: str) -> dict[tuple[str, int], list[Problem]]:
    """The problems by file and row; those of a file as a whole under row -1.

    With them come remarks on what cannot be together, which name no column; they may be right as they are.
    """
    contents = of(tour).contents
    rows: dict[str, dict[int, int]] = {}
    found: dict[tuple[str, int], list[Problem]] = {}
    for problem in read(tour).problems:
        file = f"{problem.file}.csv"
        if (problem.remark and problem.column) or file not in sheets.FILES:
            continue
        if file not in rows:
            rows[file] = {line: row for row, line in enumerate(sheets.lines(sheets.table(contents, file)))}
        found.setdefault((file, rows[file].get(problem.line, -1)), []).append(problem)
    return found


def chosen() -> tuple[str, int]:
    """The file and row of the record that is open, ("", -1) for none."""
    record: tuple[str, int] = st.session_state.get(_CHOSEN, ("", -1))
    return record


def choose(file: str = "", row: int = -1) -> None:
    """Open a record, or none."""
    st.session_state[_CHOSEN] = (file, row)


def open_record(tour: str, id_: str) -> None:
    """Open an event, or the stop behind "visit:"; before the widgets are drawn, or in a callback."""
    file = "visits.csv" if id_.startswith("visit:") else "events.csv"
    row = sheets.table(of(tour).contents, file).find(id_.removeprefix("visit:"))
    if row < 0:
        say(tr("What you chose is not in the version that is open here."))
        return
    st.session_state[PART] = file
    choose(file, row)


def marked(tour: str) -> str:
    """The card on the map of the record that is open: of a stop with events the first of these, "" for none."""
    file, row = chosen()
    id_ = sheets.table(of(tour).contents, file).cell(row, "id") if file in ("visits.csv", "events.csv") else ""
    if file == "events.csv" or not id_:
        return id_
    own = (event.id for event in read(tour).tour.events if event.visit == id_)
    return next(own, f"visit:{id_}")


def say(words: str) -> None:
    """Keep a sentence until the next action."""
    st.session_state[_SAID] = words


def said() -> str:
    """The sentence about the last action."""
    words: str = st.session_state.get(_SAID, "")
    return words


def act(does: Callable[[str], str]) -> None:
    """Do something that writes, given the name of who does it; say what comes of it, also where it may not be done."""
    viewer = who.viewer()
    if not viewer.writes:
        say(NO_MORE)
        return
    try:
        say(does(viewer.name))
    except library.Overtaken as error:
        st.session_state[OVERTAKEN] = error.newest
        say(sentence(error))
    except MapappError as error:
        say(sentence(error))


def save(tour: str) -> None:
    """Keep the tour in the library as its newest version; a callback."""
    act(lambda name: tr("Saved as version {number}.", number=str(_keep(tour, name))))


def _keep(tour: str, name: str) -> int:
    """Keep the tour as its newest version, and return the number of that."""
    now = of(tour)
    made = library.save(tour, now.contents, began_from=now.began_from, by=name)
    put(tour, now.kept(made.number), anew=False)
    st.session_state.pop(OVERTAKEN, None)
    return made.number


def save_over(tour: str) -> None:
    """Save on top of what somebody else has saved, which stays a version; a callback."""
    newest = st.session_state.get(OVERTAKEN)
    if newest:
        now = of(tour)
        put(tour, Editing(now.steps, newest, library.contents(tour, newest), now.at), anew=False)
    save(tour)


def publish(tour: str) -> None:
    """Let everybody see what is open, which is saved first where it is not; a callback."""

    def does(name: str) -> str:
        if of(tour).unsaved:
            _keep(tour, name)
        library.publish(tour, of(tour).began_from)
        return tr("Published. Everybody sees this version now.")

    act(does)


def unpublish(tour: str) -> None:
    """Make it a draft again; a callback."""

    def does(_: str) -> str:
        library.unpublish(tour)
        return tr("The tour is a draft again. Only those who may write see it.")

    act(does)


def delete(tour: str) -> None:
    """Put it into the trash; a callback."""

    def does(_: str) -> str:
        library.delete(tour)
        forget(tour)
        return plural(
            library.TRASH_DAYS, "The tour is in the trash for {n} day.", "The tour is in the trash for {n} days."
        )

    act(does)


def undelete(tour: str) -> None:
    """Take it out of the trash; a callback."""

    def does(_: str) -> str:
        library.undelete(tour)
        return tr("The tour is back, as a draft.")

    act(does)


def restore(tour: str, number: int) -> None:
    """Open an older version in the place of what is open; saving makes it the newest. A callback."""

    def does(_: str) -> str:
        change(tour, library.contents(tour, number))
        return tr("Version {number} is open. Save to make it the newest; undo to take it back.", number=str(number))

    act(does)
