"""A table that comes again: what was added, changed and removed since, and conflicts with what was edited by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

import streamlit as st

from mapapp import assembly, library
from mapapp.errors import NotInCatalogue, clipped
from mapapp.foreign import Reading
from mapapp.foreign.again import files_again, notes_again, read_again, rows_again, rows_in
from mapapp.foreign.differences import Difference, Kind, counts_words, differences
from mapapp.foreign.merging import Conflict, merged
from mapapp.foreign.sheets import Record
from mapapp.foreign.writing import TABLE
from mapapp.library import LibraryError
from mapapp.message import Message, plural, series, tr
from mapapp.ui.new_tour import session
from mapapp.ui.new_tour.likely import likely
from mapapp.ui.new_tour.session import Work
from mapapp.ui.text import plain, sentence
from mapapp.viewer import Viewer
from mapapp.words.language import Words

ALIKE = 0.5  # share of the rows of a tour that a table has, from which on it is proposed as a newer state of it
MOST_SHOWN = 60
_NOT, _MINE, _PROPOSED = "new_tour_not_again", "new_tour_conflicts", "new_tour_proposed"
_DIFFERS = (Kind.ADDED, Kind.CHANGED, Kind.REMOVED, Kind.UNCHANGED)


@dataclass(frozen=True, slots=True)
class Compared:
    """What a table says beside the tour that it made: its rows, the merged files, and what is in conflict."""

    rows: tuple[Difference, ...]
    files: dict[str, bytes]
    kept: int
    conflicts: tuple[Conflict, ...]
    notes: tuple[str, ...] = ()


def proposed(reading: Reading, viewer: Viewer) -> str:
    """The id of the tour of the library of which the table looks like a newer state, "" for none."""
    if not viewer.writes:
        return ""
    rows = rows_in(reading.files()[TABLE])
    best, most = "", ALIKE
    for kept in likely(rows, library.kept_tours()):
        try:
            before = rows_in(library.contents(kept.id).get(TABLE, b""))
        except LibraryError:
            continue
        share = _shared(before, rows)
        best, most = (kept.id, share) if share >= most else (best, most)
    return best


def _shared(before: Mapping[str, Record], rows: Mapping[str, Record]) -> float:
    """The share of rows that are there again, be it with other cells."""
    if not before:
        return 0.0
    there = [one for one in differences(before, rows) if one.kind in (Kind.UNCHANGED, Kind.CHANGED)]
    return len(there) / len(before)


def compared(current: Mapping[str, bytes], reading: Reading, taken: frozenset[tuple[str, str]]) -> Compared:
    """The table beside the files of its tour; ``taken`` are conflicts, by file and id, in which the table is right."""
    rows = rows_again(reading, current)
    found = merged(current, files_again(reading, current, rows), taken)
    return Compared(tuple(rows), found.files, found.kept, found.conflicts, notes_again(reading, current))


def draw(made: Work, reading: Reading, viewer: Viewer, words: Words) -> None:
    """Draw the proposal, or what differs, where the table comes again; nothing otherwise."""
    if made.into and viewer.writes:
        _compare(made, reading, words)
    elif not made.into and not session.kept() and not st.session_state.get(_NOT):
        if _PROPOSED not in st.session_state or st.session_state[_PROPOSED][0] is not made.data:
            st.session_state[_PROPOSED] = (made.data, proposed(reading, viewer))
        if id_ := st.session_state[_PROPOSED][1]:
            _propose(id_, viewer, words)


def _propose(id_: str, viewer: Viewer, words: Words) -> None:
    with st.container(key="nt_again", horizontal=True, vertical_alignment="center"):
        said = tr(
            "This looks like a newer state of the tour “{id}”. What you said of it then holds again.",
            id=clipped(_title(id_, viewer)),
        )
        st.html(f"<p class='said'>{escape(words.say(said))}</p>")
        st.button(plain(tr("Bring it into that tour"), words), key="nt_into", on_click=_into, args=(id_,))
        st.button(plain(tr("It is another tour"), words), key="nt_not", type="tertiary", on_click=_not)


def _title(id_: str, viewer: Viewer) -> str:
    """What the tour is called, its id where nothing can be read of it any more."""
    try:
        return assembly.loaded(id_, viewer).tour.title or id_
    except NotInCatalogue:
        return id_


def _not() -> None:
    st.session_state[_NOT] = True


def _into(id_: str) -> None:
    """Go on with the answers that stand in the tour."""
    made = session.work()
    if made is None:
        return
    try:
        current = library.contents(id_)
    except LibraryError as error:
        session.say(sentence(error))
        return
    found = read_again(made.data, made.name, current, session.names())
    st.session_state[_MINE] = frozenset()
    session.put(replace(made.answering(found.reading.answers), into=id_))


def _compare(made: Work, reading: Reading, words: Words) -> None:
    found = compared(library.contents(made.into), reading, taken())
    with st.container(key="nt_again", gap="xsmall"):
        st.html(f"<p class='said'>{escape(words.say(into_words(made.into, found)))}</p>")
        for note in found.notes:
            st.html(f"<p class='quiet'>{escape(words.say(note))}</p>")
        for conflict in found.conflicts[:MOST_SHOWN]:
            _ask(conflict, words)
        differing = [one for one in found.rows if one.cells]
        if differing:
            with st.expander(plain(tr("What differs, row by row"), words), key="nt_differs"):
                st.html(f"<ul class='notes'>{''.join(_line(one, words) for one in differing[:MOST_SHOWN])}</ul>")
                left = len(differing) - MOST_SHOWN
                if left > 0:
                    said = plural(
                        left,
                        "{n} more row differs; the version keeps it.",
                        "{n} more rows differ; the version keeps them all.",
                    )
                    st.html(f"<p class='quiet'>{escape(words.say(said))}</p>")


_KIND = {Kind.ADDED: tr("added"), Kind.CHANGED: tr("changed"), Kind.REMOVED: tr("removed")}


def into_words(id_: str, found: Compared) -> Message:
    """A sentence with how many rows of the table are of each kind; the counts add up to the rows of both states."""
    kinds = counts_words(found.rows, _DIFFERS)
    edits = plural(found.kept, "{n} edit made by hand stays.", "{n} edits made by hand stay.")
    into = tr("Into the tour “{id}”: {counts}.", id=clipped(id_), counts=kinds)
    return series((into, edits if found.kept else ""), " ")


def _line(one: Difference, words: Words) -> str:
    cells = "; ".join(
        f"{escape(clipped(column))}: <del>{escape(clipped(old))}</del> <ins>{escape(clipped(new))}</ins>"
        for column, old, new in one.cells
    )
    return f"<li><strong>{escape(words.say(_KIND.get(one.kind, one.kind.value)))}</strong> {cells}</li>"


def taken() -> frozenset[tuple[str, str]]:
    """The conflicts in which the reader takes what the table says."""
    found: frozenset[tuple[str, str]] = st.session_state.get(_MINE, frozenset())
    return found


def _ask(conflict: Conflict, words: Words) -> None:
    """One conflict: the edit made by hand stays unless the reader says otherwise."""
    cells = series(
        (
            tr("{column}: “{old}” by hand, “{new}” in the table", column=column, old=clipped(old), new=clipped(new))
            for column, old, new in conflict.cells
        ),
        "; ",
    )
    said = series((series((conflict.file, conflict.id)), series((conflict.sentence, cells), " ")), ": ")
    st.html(f"<p class='conflict'>{escape(words.say(said))}</p>")
    where = (conflict.file, conflict.id)
    label = plain(tr("Keep mine") if where in taken() else tr("Take the table's"), words)
    key = f"nt_conflict_{conflict.file}_{conflict.id}"
    st.button(label, key=key, type="tertiary", on_click=_turn, args=(where,))


def _turn(where: tuple[str, str]) -> None:
    st.session_state[_MINE] = taken() ^ {where}
