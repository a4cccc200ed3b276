"""The page "Edit": the records of a tour of the library as forms and grids beside a live map, and its versions."""

from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

from mapapp import access, assembly, library
from mapapp.catalogue.listing import public_tours, tour_folder
from mapapp.catalogue.tours import LoadedTour
from mapapp.drafts import copying, unsaved
from mapapp.errors import clipped
from mapapp.message import in_context, plural, series, tr
from mapapp.ui import (
    address,
    edit_foot,
    edit_grid,
    edit_languages,
    edit_list,
    edit_record,
    edit_state,
    edit_versions,
    frame,
    language,
    menu,
    who,
)
from mapapp.ui.text import labels, plain
from mapapp.view import View
from mapapp.viewer import Viewer
from mapapp.words.language import Words

_STYLE = (Path(__file__).parent / "edit.css").read_text(encoding="utf-8")
_PARTS = {
    "visits.csv": tr("Stops"),
    "events.csv": tr("Events"),
    "tables": tr("Tables"),
    "versions": tr("Versions"),
}
_EDIT = in_context("a page", "Edit")


def show() -> None:
    """Draw the page for the tour in the address."""
    st.html(f"<style>{_STYLE}</style>")
    _page()


@st.fragment
def _page() -> None:
    viewer = who.viewer()
    view = address.current(viewer)
    words = language.spoken(view)
    menu.entitle(words, _EDIT)
    kept = {tour.id for tour in library.kept_tours()} if viewer.writes else set()
    if view.tour in kept and view.tour not in public_tours():
        if view.event:  # what was chosen on the map, or by the pencil of its card
            edit_state.say("")
            edit_state.open_record(view.tour, view.event)
            address.pick("")
            view = replace(view, event="")
        _editor(view, viewer, words)
    else:
        with st.container(key="edit_alone", gap="small"):
            menu.draw(view, words)
            if viewer.writes:
                _copy(view, viewer, words)
            else:
                _refused(words)
    address.write(view)


def _refused(words: Words) -> None:
    st.title(plain(_EDIT, words), anchor=False)
    if not access.has_editors():
        st.markdown(plain(tr("Only the person at this machine may edit tours."), words))
        st.markdown(plain(tr("Open the address with the key that the program prints when it starts."), words))
        return
    said = tr("The people whom the settings of this app name may edit tours when they have signed in.")
    st.markdown(plain(said, words))
    if st.user.to_dict().get("is_logged_in"):
        said = tr("You have signed in. The settings do not name you, or your address is not verified.")
        st.markdown(plain(said, words))
        st.button(plain(tr("Sign out"), words), key="sign_out", on_click=_sign_out)
    elif st.button(plain(tr("Sign in"), words), key="sign_in", type="primary"):
        try:
            st.login()
        except Exception:  # what is missing is for whoever runs the app
            said = tr("Nobody can sign in yet: the settings of the provider are missing. See docs/library.md.")
            st.error(plain(said, words))


def _sign_out() -> None:
    st.logout()


def _copy(view: View, viewer: Viewer, words: Words) -> None:
    """A tour that lies outside the library is copied before it is edited."""
    title = clipped(words.say(assembly.loaded(view.tour, viewer).tour.title), 200)
    st.title(plain(_EDIT, words), anchor=False)
    _said(words)
    address.choose_tour(view.tour, viewer, words)
    st.markdown(plain(tr("“{tour}” lies outside the library. What you edit is a copy of it.", tour=title), words))
    st.button(plain(tr("Edit a copy"), words), key="edit_copy", type="primary", on_click=_copied, args=(view,))
    for gone in library.trash():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(tr("In the trash: {id}", id=gone.id), words))
            key = f"undelete_{gone.id}"
            label = plain(tr("Bring back"), words)
            st.button(label, key=key, type="tertiary", on_click=edit_state.undelete, args=(gone.id,))


def _copied(view: View) -> None:
    def does(name: str) -> str:
        contents = copying.contents_of(tour_folder(view.tour, who.viewer()))
        title = assembly.loaded(view.tour, who.viewer()).tour.title
        note = tr("Copied from {tour}", tour=view.tour)
        id_ = library.create(title, contents, by=name, note=note, taken=public_tours())
        address.enter(View(tour=id_, theme=view.theme, language=view.language))
        if view.event:
            edit_state.open_record(id_, view.event)
        return tr("This is your copy, a draft. The tour that it was copied from stays as it is.")

    edit_state.act(does)


def _editor(view: View, viewer: Viewer, words: Words) -> None:
    read = edit_state.read(view.tour)
    with st.container(key="edit_top"):  # above the map on a phone, and beside it elsewhere
        menu.draw(view, words)
    with st.container(key="edit_map"):
        told = partial(_told_by_map, view.tour)
        marked = View(tour=view.tour, theme=view.theme, event=edit_state.marked(view.tour))
        frame.edit_frame(read.tour, marked, told, words, picks=edit_state.chosen()[0] != "")
    with st.container(key="edit_panel", gap="small"):
        _head(view.tour, read, words)
        _said(words)
        address.choose_tour(view.tour, viewer, words)
        st.session_state.setdefault(edit_state.PART, "visits.csv")
        part = st.segmented_control(
            plain(tr("Part"), words),
            list(_PARTS),
            format_func=labels(_PARTS.__getitem__, words),
            key=edit_state.PART,
            label_visibility="collapsed",
        )
        if part == "tables":
            edit_grid.draw(view.tour, words)
        elif part == "versions":
            edit_versions.draw(view.tour, words)
        elif part:
            edit_list.draw(view.tour, part, words)
        edit_languages.draw(read.tour, words)
        edit_foot.draw(view.tour, words)


def _told_by_map(tour: str, what: str, said: str) -> None:
    """Open the record that was clicked, or take the position for the one that is open."""
    file, row = edit_state.chosen()
    if what == "clicked" and file and said:
        longitude, latitude = said.split(",")
        edit_record.choose_place(tour, file, row, f"{latitude}, {longitude}")
    elif what == "selected" and said:
        edit_state.open_record(tour, said)


def _head(tour: str, read: LoadedTour, words: Words) -> None:
    kept, now = library.kept(tour), edit_state.of(tour)
    state = tr("Draft") if kept.draft else tr("Published, and edited since") if kept.changed else tr("Published")
    state = tr("{state}, with changes that are not saved.", state=state) if now.unsaved else tr("{state}.", state=state)
    visits, events = len(read.tour.visits), len(read.tour.events)
    wrong = sum(problem.count for problem in read.problems if not problem.remark)
    found = series(
        (
            plural(visits, "{n} stop", "{n} stops"),
            plural(events, "{n} event", "{n} events"),
            plural(wrong, "{n} problem", "{n} problems") if wrong else tr("no problems"),
        )
    )
    st.html(
        f"<h1>{escape(clipped(words.say(read.tour.title), 200))}</h1><p class='state'>"
        f"<strong>{escape(words.say(state))}</strong> {escape(words.say(found))}</p>"
        + (f"<p class='state'>{escape(words.say(unsaved.ALONE))}</p>" if now.unsaved else "")
    )


def _said(words: Words) -> None:
    if said := edit_state.said():
        st.html(f'<p class="said" role="status">{escape(words.say(said))}</p>')
