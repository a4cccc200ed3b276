"""One name in the list of places: what it stands for, and the widgets with which a reader chooses another place.

Names and titles are data: they stand escaped in HTML, or as options of a select box, which shows plain text.
"""

from collections.abc import Sequence
from html import escape

import streamlit as st

from mapapp import country
from mapapp.drafts.names import (
    Entry,
    State,
    candidate_words,
    class_words,
    correction,
    kind_words,
    state,
    typed,
    who_says,
)
from mapapp.errors import MapappError, clipped
from mapapp.geocoding import offline_resolver
from mapapp.place import Candidate, Place, where_words
from mapapp.tour import Located
from mapapp.ui import corrected, live_places, menu, who
from mapapp.ui.text import plain
from mapapp.view import Framing, View
from mapapp.words.doubts import likelihood, likely

_ZOOM = 6.0  # of the map where it shows one place
_EXPLAINED = 6  # candidates whose reasons are told; the others stand in the list alone
_WRONG = "typed_wrong"  # sentences about what was typed, by the key of the entry
_ROWS = {"visits.csv": "visit", "events.csv": "event", "claims.csv": "claim on event"}
_UNRESOLVED = {
    State.UNKNOWN: "No place of this name is known{where}. The map leaves it out until one is chosen.",
    State.AMBIGUOUS: "Several places{where} bear this name. The map leaves it out until one is chosen.",
}


def draw(view: View, entry: Entry) -> None:
    """Draw a name of the tour of the view."""
    with st.container(key=f"name_{entry.key}", border=True, gap="small"):
        st.html(_described(entry))
        with st.container(horizontal=True, vertical_alignment="center"):
            if entry.now.at:
                _map_link(view, entry.now.at.place)
            if entry.correction:
                args = (view.tour, entry.correction)
                key = f"back_{entry.key}"
                st.button("Take the choice back", key=key, type="tertiary", on_click=corrected.take_back, args=args)
        if entry.several:
            return  # any choice would lose the other places of the cell
        choice = st.expander(
            "Choose another place" if entry.now.at else "Choose the place",
            expanded=entry.needs_attention,
            key=f"choice_{entry.key}",
            on_change="rerun",
        )
        if choice.open:  # what is not drawn costs no time
            with choice:
                _choices(view.tour, entry)


def _described(entry: Entry) -> str:
    """The name with its row, and what it stands for. Every text is escaped."""
    now = entry.now
    called = "your choice" if entry.correction else str(entry.state)
    words = (f"{now.file}, line {now.line}, {_ROWS.get(now.file, 'row')} {clipped(now.row)}", _country_words(entry))
    row = "; ".join(filter(None, words))
    at = now.at
    says = "you, in this session" if entry.correction else who_says(now)
    facts = _facts(at, says) if at else [("", _unresolved(entry))]
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(words)}</dd></div>" for name, words in facts if words)
    title = escape(clipped(entry.written, 200)) or "<em>no name in the cell</em>"
    return (
        f'<div class="name is-{entry.state.name.lower()}"><div class="head"><h2 dir="auto">{title}</h2>'
        f'<span class="state">{escape(called)}</span></div><p class="row">{escape(row)}</p><dl>{rows}</dl></div>'
    )


def _country_words(entry: Entry) -> str:
    """The country that the file states, and the one that a correction puts in its place."""
    stated = country.name(entry.asked.toponym.country) or clipped(entry.asked.stated)
    said = f"country stated: {stated}" if stated else ""
    if entry.correction and entry.correction.country:
        said = f"{said or 'no country stated'}, the corrected file says {country.name(entry.correction.country)}"
    return said


def _unresolved(entry: Entry) -> str:
    if not entry.now.cell:
        return "The cell is empty, and the row has no coordinates. The map leaves it out until a place is chosen."
    if entry.several:
        titles = " and ".join(clipped(candidate.place.title) for candidate in entry.candidates)
        return f"The cell names several places: {titles}. Write a line for each. The map leaves it out until then."
    stated = country.name_in_sentence(entry.now.toponym.country)
    where = f" in {stated}" if stated else ""
    if entry.now.container:
        where = f" in “{clipped(entry.now.container)}”, which is stated as its country"
    return _UNRESOLVED[entry.state].format(where=where)


def _facts(at: Located, says: str) -> list[tuple[str, str]]:
    place, best = at.place, at.candidates[0] if at.candidates else None
    weighed = best is not None and best.match != "id"
    sure = _sure(at, best) if best and weighed else "as given"
    return [
        ("Stands for", clipped(where_words(place), 300)),
        ("What it is", f"{kind_words(place)} ({class_words(place)})" if best else ""),
        ("Position", f"latitude {place.position.latitude:.5f}, longitude {place.position.longitude:.5f}"),
        ("Confidence", sure),
        ("Who says so", f"{says}, {place.id}" if best else says),
        ("Why", "; ".join(best.reasons) if best and weighed else ""),
    ]


def _sure(at: Located, best: Candidate) -> str:
    """How sure a place is. The number weighs listed names alone, and says nothing of what a misspelt one meant."""
    words = likely(at.confidence, misspelt=best.match == "misspelt")
    if best.match == "misspelt":
        return f"{words}, if the name is misspelt"
    return f"{words} ({'over 99%' if at.confidence > 0.99 else f'{at.confidence:.0%}'})"  # no guess is certain


def _map_link(view: View, place: Place) -> None:
    at = View(tour=view.tour, theme=view.theme, framing=Framing(place.position, _ZOOM))
    st.page_link(menu.pages()[0], label="Show on the map", query_params=[p for p in at.pairs() if p[0] != "v"])


def _choices(tour: str, entry: Entry) -> None:
    """The candidates, and what to do where none of them is meant."""
    listed, field = st.container(gap="small"), st.container(gap="small")
    if entry.written and state(entry.asked) is not State.SURE:
        live_places.draw(tour, entry)  # before the list, because it may add to it
    offered = live_places.candidates(tour, entry)
    with listed:
        if offered:
            _select(tour, entry, offered)
            st.html(_reasons(offered[:_EXPLAINED]))
    with field:
        _field(tour, entry, first=not offered)


def _select(tour: str, entry: Entry, offered: Sequence[Candidate]) -> None:
    by_id = {candidate.place.id: candidate for candidate in offered}
    options = list(by_id)
    held = entry.now.at.place.id if entry.now.at and entry.correction else None
    key = f"pick_{_suffix(entry)}"
    st.selectbox(
        "It may be" if entry.state is not State.UNKNOWN else "Similar names",
        options,
        index=options.index(held) if held in by_id else None,
        format_func=lambda id_: clipped(candidate_words(by_id[id_], entry.near), 300),
        placeholder="Choose one of the places" if len(by_id) > 1 else "Choose this place",
        key=key,
        on_change=_picked,
        args=(tour, entry, key),
    )


def _field(tour: str, entry: Entry, *, first: bool) -> None:
    key = f"type_{_suffix(entry)}"
    st.text_input(
        plain(f"{'Type' if first else 'Or type'} an id, another name, or latitude and longitude"),
        key=key,
        placeholder="geonames:1526384, or 43.25, 76.91",
        max_chars=200,
        on_change=_typed,
        args=(tour, entry, key),
    )
    if wrong := st.session_state.get(_WRONG, {}).get(entry.key):
        st.html(f'<p class="wrong" role="alert">{escape(wrong)}</p>')


def _suffix(entry: Entry) -> str:
    """A choice made anew is made with new widgets."""
    return f"{entry.key}_{entry.correction.becomes if entry.correction else ''}"


def _reasons(candidates: tuple[Candidate, ...]) -> str:
    items = "".join(
        f"<li><strong>{escape(clipped(where_words(c.place), 200))}</strong> ({escape(c.place.id)}), {likelihood(c)}: "
        f"{escape('; '.join(c.reasons))}</li>"
        for c in candidates
    )
    return f'<ul class="reasons">{items}</ul>'


def _picked(tour: str, entry: Entry, key: str) -> None:
    id_ = st.session_state[key]
    _choose(tour, entry, next(c.place for c in live_places.candidates(tour, entry) if c.place.id == id_))


def _typed(tour: str, entry: Entry, key: str) -> None:
    text = st.session_state[key]
    if not text.strip():
        return
    try:
        _choose(tour, entry, typed(text, entry.asked, offline_resolver))
    except MapappError as error:
        _say(entry, str(error))


def _choose(tour: str, entry: Entry, place: Place) -> None:
    made = correction(entry.asked, place, offline_resolver)
    corrected.put(tour, entry.correction, made)
    corrected.loaded(tour, who.viewer())
    kept = made in corrected.made(tour)
    _say(entry, "" if kept else f"{made.file} has no column '{made.column}' for it; add that column first.")


def _say(entry: Entry, wrong: str) -> None:
    """Keep the sentence about what was chosen or typed last, "" where nothing is wrong."""
    st.session_state[_WRONG] = st.session_state.get(_WRONG, {}) | {entry.key: wrong}
