"""The third step: the tour is on the map as a draft, and is published, taken back or deleted; or it is taken along."""

import re
from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from mapapp import assembly, library
from mapapp.archive import zipped
from mapapp.catalogue.listing import public_tours
from mapapp.drafts import unsaved
from mapapp.exports import xlsx
from mapapp.foreign import Reading
from mapapp.geocoding import offline_resolver
from mapapp.library import Kept, LibraryError
from mapapp.message import in_context, plural, tr
from mapapp.ui import menu, share, who
from mapapp.ui.new_tour import again, beside, bring, session
from mapapp.ui.new_tour.session import Stage, Work
from mapapp.ui.text import plain, sentence
from mapapp.view import View
from mapapp.viewer import Viewer
from mapapp.words.language import Words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LOCKED = tr(
    "You may look at this tour here and take it along. To keep it and to publish it, open the address with the key "
    "that the program prints when it starts, or sign in as one of its editors. Nothing is kept on this server."
)
GONE = tr("You may not keep tours here any more. Nothing was written; take the tour along as a file.")
_UNSAFE = re.compile(r"[^\w .()-]+")


def use() -> None:
    """Keep the tour as a draft, where the reader may, and go on to the last step; a callback of buttons."""
    made, viewer = session.work(), who.viewer()
    session.go(Stage.PUBLISH)
    if made is None or not viewer.writes:
        return
    reading = session.drawn(made, lambda _, __: None).reading
    try:
        session.keep(_saved(made, reading, viewer))
    except LibraryError as error:
        session.say(sentence(error))


def _saved(made: Work, reading: Reading, viewer: Viewer) -> str:
    """The id of the tour in the library: a new one, or a new version of that which was kept of this table before.

    What was edited by hand in the meantime stays there.
    """
    files, id_ = reading.files(), made.into or session.kept()
    if not id_:
        return library.create(reading.title, files, by=viewer.name, note=tr("Brought"), taken=public_tours())
    newest = library.kept(id_).newest
    files = again.compared(library.contents(id_, newest), reading, again.taken()).files
    library.save(
        id_, files, began_from=newest, by=viewer.name, note=tr("Brought again") if made.into else tr("Checked again")
    )
    return id_


def draw(made: Work, view: View, words: Words, head: bring.Head) -> None:
    """Draw what can be done with a tour that was checked."""
    drawn = session.drawn(made, lambda _, __: None)
    viewer = who.viewer()
    where = beside.place()
    with st.container(key="nt_panel", gap="small"):
        head(words, tr("Publish"), drawn.reading.title)
        kept = _kept() if viewer.writes else None
        if kept:
            _draft(kept, view, viewer, words)
        elif not viewer.writes:
            _sentence(LOCKED, words)
        else:
            label = plain(tr("Use this tour"), words)
            st.button(label, key="nt_use_now", type="primary", on_click=use)
        st.html(f"<h2>{escape(words.say(tr('Take it along')))}</h2>")
        _take_along(drawn.reading, words)
    beside.draw(where, drawn.reading, view, words)


def _kept() -> Kept | None:
    try:
        return library.kept(session.kept()) if session.kept() else None
    except LibraryError:
        session.keep("")
        return None


def _draft(kept: Kept, view: View, viewer: Viewer, words: Words) -> None:
    """The tour in the library, and what can be done with it."""
    said = tr("It is on the map as a draft: only those who may write see it, until you publish it.")
    if kept.changed:
        said = tr("An older state of it is published. Publish again, and everybody sees this one.")
    elif not kept.draft:
        said = tr("It is published: everybody sees it, in the list of tours and at every address of it.")
    _sentence(said, words)
    with st.container(key="nt_do", horizontal=True, vertical_alignment="center"):
        if kept.draft or kept.changed:
            to_all = plain(tr("Publish"), words)
            st.button(
                to_all,
                key="nt_publish",
                type="primary",
                on_click=_act,
                args=(partial(library.publish, kept.id, kept.newest),),
            )
        shown = View(tour=kept.id, theme=view.theme, language=view.language)
        menu.link("", tr("Open the map"), shown, words)
        menu.link("edit", in_context("a page", "Edit"), shown, words)
        share.button(View(tour=kept.id, language=view.language), viewer, words)
        if not kept.draft:
            back = plain(tr("Unpublish"), words)
            st.button(back, key="nt_unpublish", on_click=_act, args=(partial(library.unpublish, kept.id),))
        gone = plain(tr("Delete"), words)
        st.button(gone, key="nt_delete", type="tertiary", on_click=_act, args=(partial(_delete, kept.id),))
    stays = plural(
        library.TRASH_DAYS,
        "A deleted tour stays in the trash for {n} day.",
        "A deleted tour stays in the trash for {n} days.",
    )
    _sentence(stays, words, "quiet")


def _act(does: Callable[[], None]) -> None:
    """Do something that writes, or say why that may not, or cannot, be done; a callback of buttons."""
    writes = who.viewer().writes
    session.say("" if writes else GONE)
    if writes:
        try:
            does()
        except LibraryError as error:
            session.say(sentence(error))


def _delete(id_: str) -> None:
    library.delete(id_)
    session.keep("")


def _take_along(reading: Reading, words: Words) -> None:
    with st.container(key="nt_files", horizontal=True):
        name = partial(file_name, reading)
        st.download_button(
            plain(tr("Workbook"), words),
            partial(workbook, reading),
            name(".xlsx"),
            XLSX,
            key="nt_xlsx",
            on_click="ignore",
        )
        in_one = plain(tr("Folder as ZIP"), words)
        folder = partial(packed, reading)
        st.download_button(in_one, folder, name(".zip"), "application/zip", key="nt_zip", on_click="ignore")
    said = tr("The workbook is the whole tour in one file; the folder also has your table and what you said of it.")
    _sentence(said, words, "quiet")


def workbook(reading: Reading) -> bytes:
    """The tour as a workbook that the program reads again."""
    id_ = unsaved.put(reading.files(), offline_resolver)
    try:
        return xlsx.write(assembly.snapshot(View(tour=id_)))
    finally:
        unsaved.drop(id_)


def packed(reading: Reading) -> bytes:
    """The folder of the tour as a ZIP file, with the table as it was brought and the judgments about it."""
    return zipped(reading.files())


def file_name(reading: Reading, suffix: str) -> str:
    """A name for a file, from the title."""
    return (_UNSAFE.sub(" ", reading.title).strip(" .")[:80] or "tour") + suffix


def _sentence(said: str, words: Words, kind: str = "said") -> None:
    st.html(f"<p class='{kind}'>{escape(words.say(said))}</p>")
