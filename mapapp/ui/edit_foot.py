"""What is done with an edited tour as a whole: steps back, save, publish, download, trash."""

from functools import partial

import streamlit as st

from mapapp import assembly, library
from mapapp.drafts import sheets
from mapapp.exports import FORMATS
from mapapp.message import tr
from mapapp.ui import edit_state
from mapapp.ui.text import plain
from mapapp.view import View
from mapapp.words.language import Words


def draw(tour: str, words: Words) -> None:
    """Draw its buttons."""
    now, kept = edit_state.of(tour), library.kept(tour)
    with st.container(key="edit_foot", horizontal=True, vertical_alignment="center"):
        st.button(
            plain(tr("Undo"), words), key="edit_undo", disabled=not now.can_undo, on_click=_step, args=(tour, "undone")
        )
        st.button(
            plain(tr("Redo"), words), key="edit_redo", disabled=not now.can_redo, on_click=_step, args=(tour, "redone")
        )
        if edit_state.OVERTAKEN in st.session_state:
            st.button(
                plain(tr("Save mine as the newest"), words),
                key="edit_over",
                on_click=edit_state.save_over,
                args=(tour,),
            )
        off = not now.unsaved
        label = plain(tr("Save"), words)
        st.button(label, key="edit_save", type="primary", disabled=off, on_click=edit_state.save, args=(tour,))
        off = not now.unsaved and kept.published == now.began_from
        label = plain(tr("Save and publish") if now.unsaved else tr("Publish"), words)
        st.button(label, key="edit_publish", disabled=off, on_click=edit_state.publish, args=(tour,))
        with st.popover(plain(tr("More"), words)):
            packed, written = partial(sheets.packed, now.contents), partial(_workbook, tour)
            as_zip = plain(tr("Download as ZIP"), words)
            as_book = plain(tr("Download as workbook"), words)
            st.download_button(as_zip, packed, f"{tour}.zip", key="edit_zip", on_click="ignore")
            st.download_button(as_book, written, f"{tour}.xlsx", key="edit_xlsx", on_click="ignore")
            if kept.published:
                st.button(
                    plain(tr("Unpublish"), words), key="edit_unpublish", on_click=edit_state.unpublish, args=(tour,)
                )
            st.button(
                plain(tr("Put into the trash"), words), key="edit_delete", on_click=edit_state.delete, args=(tour,)
            )


def _step(tour: str, way: str) -> None:
    now = edit_state.of(tour)
    edit_state.put(tour, now.undone() if way == "undone" else now.redone())
    edit_state.say("")


def _workbook(tour: str) -> bytes:
    format_ = next(f for f in FORMATS if f.suffix == "xlsx")
    shown = edit_state.read(tour).tour.id
    return format_.write(assembly.snapshot(View(tour=shown)), None)
