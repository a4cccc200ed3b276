"""The versions of a tour: who saved what when, what differs between two, and the way back."""

from html import escape

import streamlit as st

from mapapp import library
from mapapp.drafts.differences import Difference, differences
from mapapp.drafts.sheets import Contents
from mapapp.errors import clipped
from mapapp.message import Message, in_context, plural, series, tr
from mapapp.ui import edit_state
from mapapp.ui.text import plain
from mapapp.words import columns
from mapapp.words.language import Words

_NOW = 0  # stands for what is open and not saved yet
_SHOWN = 200  # rows that differ


def draw(tour: str, words: Words) -> None:
    """Draw the list of versions, and two of them beside each other."""
    versions = library.versions(tour)
    told = {version.number: words.say(_words(version)) for version in versions} | {
        _NOW: words.say(tr("what is open here"))
    }
    if len(versions) == 1 and not edit_state.of(tour).unsaved:
        st.html(f"<p class='quiet'>{escape(told[versions[0].number])}</p>")
        return
    open_ = [_NOW] if edit_state.of(tour).unsaved else []
    numbers = [*open_, *(version.number for version in versions)]

    def name(number: int) -> str:
        return told[number]

    with st.container(horizontal=True):
        key, label = f"{numbers[0]}_{len(numbers)}", tr("Compare")
        after = st.selectbox(plain(label, words), numbers, 0, name, key=f"edit_after_{key}")
        other = plain(in_context("compare a version with another", "with"), words)
        before = st.selectbox(other, numbers, min(1, len(numbers) - 1), name, key=f"edit_before_{key}")
    if after is None or before is None:
        return
    st.html(_told(differences(_contents(tour, before), _contents(tour, after)), words))
    if before != _NOW and before != edit_state.of(tour).began_from:
        again = plain(tr("Open version {number} again", number=str(before)), words)
        st.button(again, key="edit_restore", on_click=edit_state.restore, args=(tour, before))


def _contents(tour: str, number: int) -> Contents:
    return library.contents(tour, number) if number != _NOW else edit_state.of(tour).contents


def _words(version: library.Version) -> Message:
    number, day, time = str(version.number), version.saved.date(), f"{version.saved:%H:%M}"
    if version.by:
        by = clipped(version.by, 40)
        said = tr("Version {number}, {day}, {time} UTC by {name}", number=number, day=day, time=time, name=by)
    else:
        said = tr("Version {number}, {day}, {time} UTC", number=number, day=day, time=time)
    return series((said, clipped(version.note, 60) if version.note else ""))


_KINDS: dict[str, str] = {"added": tr("added"), "changed": tr("changed"), "removed": tr("removed")}  # ways to differ


def _told(found: tuple[Difference, ...], words: Words) -> str:
    """What differs, as a table. Every text is escaped."""
    if not found:
        return f"<p class='quiet'>{escape(words.say(tr('The two are the same.')))}</p>"
    rows = "".join(_row(difference, words) for difference in found[:_SHOWN])
    left = len(found) - _SHOWN
    rest = escape(words.say(plural(left, "{n} more row is not listed.", "{n} more rows are not listed.")))
    more = f"<p>{rest}</p>" if left > 0 else ""
    count = escape(words.say(plural(len(found), "One row differs.", "{n} rows differ.")))
    return f"<p>{count}</p><div class='differences'>{rows}</div>{more}"


def _row(difference: Difference, words: Words) -> str:
    table = words.say(columns.TABLES.get(difference.file, tr("Tour")))
    head = escape(" · ".join(filter(None, (table, clipped(difference.key, 60)))))
    cells = "".join(
        f"<div><dt>{escape(words.say(columns.heading(column)))}</dt>"
        f"<dd>{_cell(before, 'del')}{_cell(after, 'ins')}</dd></div>"
        for column, before, after in difference.cells
    )
    kind = f"<span>{escape(words.say(_KINDS.get(difference.kind, difference.kind)))}</span>"
    return f"<section class='is-{difference.kind}'><h3>{head} {kind}</h3><dl>{cells}</dl></section>"


def _cell(text: str, mark: str) -> str:
    return f"<{mark}>{escape(clipped(text, 300))}</{mark}> " if text else ""
