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
from mapapp.message import Message, in_context, listed, series, tr
from mapapp.place import Candidate, Place, where_words
from mapapp.tables.edits import Correction
from mapapp.tour import Located
from mapapp.ui import corrected, frame, live_places, menu, who
from mapapp.ui.text import plain, sentence
from mapapp.view import Framing, View
from mapapp.words.doubts import likelihood, likely
from mapapp.words.language import Words

_ZOOM = 6.0  # of the map where it shows one place
_EXPLAINED = 6  # candidates whose reasons are told; the others stand in the list alone
_MAPPED = "places_mapped"  # the key of the entry whose map is open
_WRONG = "typed_wrong"  # sentences about what was typed, by the key of the entry
_RECORDS = {"visits.csv": "visit:", "events.csv": "", "claims.csv": ""}  # what stands before an id in a view
_STATES = {
    State.UNKNOWN: in_context("how a name is understood", "unknown"),
    State.AMBIGUOUS: in_context("how a name is understood", "ambiguous"),
    State.DOUBT: in_context("how a name is understood", "in doubt"),
    State.SURE: in_context("how a name is understood", "sure"),
}


def draw(view: View, entry: Entry, words: Words, *, edits: bool) -> None:
    """Draw a name of the tour of the view. ``edits``: with a link to the form of its record."""
    with st.container(key=f"name_{entry.key}", border=True, gap="small"):
        st.html(_described(entry, words))
        with st.container(horizontal=True, vertical_alignment="center"):
            if entry.now.at:
                _map_link(view, entry.now.at.place, words)
            if edits and entry.now.file in _RECORDS:
                record = _RECORDS[entry.now.file] + entry.now.row
                there = View(tour=view.tour, theme=view.theme, language=view.language, event=record)
                menu.link("edit", tr("Open in the editor"), there, words)
            if entry.correction:
                args = (view.tour, entry.correction)
                key = f"back_{entry.key}"
                label = plain(tr("Take the choice back"), words)
                st.button(label, key=key, type="tertiary", on_click=corrected.take_back, args=args)
        if entry.several:
            return  # any choice would lose the other places of the cell
        choice = st.expander(
            plain(tr("Choose another place") if entry.now.at else tr("Choose the place"), words),
            expanded=entry.needs_attention or st.session_state.get(_MAPPED) == entry.key,  # stays under the hand
            key=f"choice_{entry.key}",
            on_change="rerun",
        )
        if choice.open:  # what is not drawn costs no time
            with choice:
                _choices(view.tour, entry, words)
                _by_map(view, entry, words)


def _described(entry: Entry, words: Words) -> str:
    """The name with its row, and what it stands for. Every text is escaped."""
    now = entry.now
    called = words.say(tr("your choice") if entry.correction else _STATES[entry.state])
    row = words.say(series((_row(entry), _country_words(entry)), "; "))
    at = now.at
    says = tr("you, in this session") if entry.correction else who_says(now)
    facts = words.said(_facts(at, says) if at else [("", _unresolved(entry))])
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>" for name, text in facts if text)
    title = escape(clipped(entry.written, 200)) or f"<em>{escape(words.say(tr('no name in the cell')))}</em>"
    return (
        f'<div class="name is-{entry.state.name.lower()}"><div class="head"><h2 dir="auto">{title}</h2>'
        f'<span class="state">{escape(called)}</span></div><p class="row">{escape(row)}</p><dl>{rows}</dl></div>'
    )


def _row(entry: Entry) -> Message:
    """Where in the files the name stands."""
    now = entry.now
    file, line, id_ = now.file, str(now.line), clipped(now.row)
    if file == "visits.csv":
        return tr("{file}, line {line}, visit {id}", file=file, line=line, id=id_)
    if file == "events.csv":
        return tr("{file}, line {line}, event {id}", file=file, line=line, id=id_)
    if file == "claims.csv":
        return tr("{file}, line {line}, claim on event {id}", file=file, line=line, id=id_)
    return tr("{file}, line {line}, row {id}", file=file, line=line, id=id_)


def _country_words(entry: Entry) -> str:
    """The country that the file states, and the one that a correction puts in its place."""
    stated = country.name(entry.asked.toponym.country) or clipped(entry.asked.stated)
    if entry.correction and entry.correction.country:
        now = country.name(entry.correction.country)
        if stated:
            return tr("country stated: {country}, the corrected file says {now}", country=stated, now=now)
        return tr("no country stated, the corrected file says {now}", now=now)
    return tr("country stated: {country}", country=stated) if stated else ""


def _unresolved(entry: Entry) -> str:
    if not entry.now.cell:
        return tr("The cell is empty, and the row has no coordinates. The map leaves it out until a place is chosen.")
    if entry.several:
        titles = listed(clipped(candidate.place.title) for candidate in entry.candidates)
        return tr(
            "The cell names several places: {titles}. Write a line for each. The map leaves it out until then.",
            titles=titles,
        )
    return series((_not_placed(entry), tr("The map leaves it out until one is chosen.")), " ")


def _not_placed(entry: Entry) -> Message:
    stated, unknown = country.name_in_sentence(entry.now.toponym.country), entry.state is State.UNKNOWN
    if entry.now.container:
        area = clipped(entry.now.container)
        if unknown:
            return tr("No place of this name is known in “{area}”, which is stated as its country.", area=area)
        return tr("Several places in “{area}”, which is stated as its country, bear this name.", area=area)
    if stated:
        if unknown:
            return tr("No place of this name is known in {country}.", country=stated)
        return tr("Several places in {country} bear this name.", country=stated)
    return tr("No place of this name is known.") if unknown else tr("Several places bear this name.")


def _facts(at: Located, says: str) -> list[tuple[str, str]]:
    place, best = at.place, at.candidates[0] if at.candidates else None
    weighed = best is not None and best.match != "id"
    sure = _sure(at, best) if best and weighed else tr("as given")
    return [
        (tr("Stands for"), where_words(place)),
        (tr("What it is"), tr("{kind} ({class_})", kind=kind_words(place), class_=class_words(place)) if best else ""),
        (tr("Position"), _position(place)),
        (tr("Confidence"), sure),
        (tr("Who says so"), series((says, place.id if best else ""))),
        (tr("Why"), series(best.reasons, "; ") if best and weighed else ""),
    ]


def _position(place: Place) -> Message:
    latitude, longitude = (f"{degrees:.5f}" for degrees in (place.position.latitude, place.position.longitude))
    return tr("latitude {latitude}, longitude {longitude}", latitude=latitude, longitude=longitude)


def _sure(at: Located, best: Candidate) -> str:
    """How sure a place is. The number weighs listed names alone, and says nothing of what a misspelt one meant."""
    said = likely(at.confidence, misspelt=best.match == "misspelt")
    if best.match == "misspelt":
        return tr("{likely}, if the name is misspelt", likely=said)
    if at.confidence > 0.99:  # no guess is certain
        return tr("{likely} (over 99%)", likely=said)
    return tr("{likely} ({percent}%)", likely=said, percent=round(100 * at.confidence))


def _map_link(view: View, place: Place, words: Words) -> None:
    at = View(tour=view.tour, theme=view.theme, language=view.language, framing=Framing(place.position, _ZOOM))
    query = [p for p in at.pairs() if p[0] != "v"]
    st.page_link(menu.pages()[0], label=plain(tr("Show on the map"), words), query_params=query)


def _choices(tour: str, entry: Entry, words: Words) -> None:
    """The candidates, and what to do where none of them is meant."""
    listed, field = st.container(gap="small"), st.container(gap="small")
    if entry.written and state(entry.asked) is not State.SURE:
        live_places.draw(tour, entry, words)  # before the list, because it may add to it
    offered = live_places.candidates(tour, entry)
    with listed:
        if offered:
            _select(tour, entry, offered, words)
            st.html(_reasons(offered[:_EXPLAINED], words))
    with field:
        _field(tour, entry, words, first=not offered)


def _select(tour: str, entry: Entry, offered: Sequence[Candidate], words: Words) -> None:
    by_id = {candidate.place.id: candidate for candidate in offered}
    options = list(by_id)
    held = entry.now.at.place.id if entry.now.at and entry.correction else None
    key = f"pick_{_suffix(entry)}"
    st.selectbox(
        plain(tr("It may be") if entry.state is not State.UNKNOWN else tr("Similar names"), words),
        options,
        index=options.index(held) if held in by_id else None,
        format_func=lambda id_: clipped(words.say(candidate_words(by_id[id_], entry.near)), 300),
        placeholder=words.say(tr("Choose one of the places") if len(by_id) > 1 else tr("Choose this place")),
        key=key,
        on_change=_picked,
        args=(tour, entry, key),
    )


def _field(tour: str, entry: Entry, words: Words, *, first: bool) -> None:
    key = f"type_{_suffix(entry)}"
    ask = tr("Or type an id, another name, or latitude and longitude")
    if first:
        ask = tr("Type an id, another name, or latitude and longitude")
    st.text_input(
        plain(ask, words),
        key=key,
        placeholder=words.say(tr("{id}, or {position}", id="geonames:1526384", position="43.25, 76.91")),
        max_chars=200,
        on_change=_typed,
        args=(tour, entry, key),
    )
    if wrong := st.session_state.get(_WRONG, {}).get(entry.key):
        st.html(f'<p class="wrong" role="alert">{escape(words.say(wrong))}</p>')


def _by_map(view: View, entry: Entry, words: Words) -> None:
    """A map of the tour on request, of which a click gives the position; one at a time on the page."""
    open_ = st.session_state.get(_MAPPED) == entry.key
    label = plain(tr("Close the map") if open_ else tr("Or click on the map"), words)
    st.button(label, key=f"map_{entry.key}", type="tertiary", on_click=_turn_map, args=(entry.key,))
    if not open_:
        return
    tour = corrected.loaded(view.tour, who.viewer()).tour
    at = Framing(entry.now.at.place.position, _ZOOM) if entry.now.at else None

    def told(what: str, said: str) -> None:
        if what == "clicked" and said:
            longitude, latitude = said.split(",")
            _take(view.tour, entry, f"{latitude}, {longitude}")

    with st.container(key="places_map", gap=None):
        frame.edit_frame(tour, View(tour=tour.id, theme=view.theme, framing=at), told, words, picks=True)


def _turn_map(key: str) -> None:
    st.session_state[_MAPPED] = "" if st.session_state.get(_MAPPED) == key else key


def _suffix(entry: Entry) -> str:
    """A choice made anew is made with new widgets."""
    return f"{entry.key}_{entry.correction.becomes if entry.correction else ''}"


def _reasons(candidates: tuple[Candidate, ...], words: Words) -> str:
    items = "".join(
        f"<li><strong>{escape(clipped(words.say(where_words(c.place)), 200))}</strong> ({escape(c.place.id)}), "
        f"{escape(words.say(series((likelihood(c), series(c.reasons, '; ')), ': ')))}</li>"
        for c in candidates
    )
    return f'<ul class="reasons">{items}</ul>'


def _picked(tour: str, entry: Entry, key: str) -> None:
    id_ = st.session_state[key]
    _choose(tour, entry, next(c.place for c in live_places.candidates(tour, entry) if c.place.id == id_))


def _typed(tour: str, entry: Entry, key: str) -> None:
    if text := st.session_state[key].strip():
        _take(tour, entry, text)


def _take(tour: str, entry: Entry, text: str) -> None:
    """Take what was typed, or "latitude, longitude" of a click."""
    try:
        _choose(tour, entry, typed(text, entry.asked, offline_resolver))
    except MapappError as error:
        _say(entry, sentence(error))


def _choose(tour: str, entry: Entry, place: Place) -> None:
    made = correction(entry.asked, place, offline_resolver)
    corrected.put(tour, entry.correction, made)
    corrected.loaded(tour, who.viewer())
    kept = made in corrected.made(tour)
    _say(entry, "" if kept else _lacking(made))


def _lacking(made: Correction) -> Message:
    return tr("{file} has no column '{column}' for it; add that column first.", file=made.file, column=made.column)


def _say(entry: Entry, wrong: str) -> None:
    """Keep the sentence about what was chosen or typed last, "" where nothing is wrong."""
    st.session_state[_WRONG] = st.session_state.get(_WRONG, {}) | {entry.key: wrong}
