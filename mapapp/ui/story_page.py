"""The page "Story": the tour in scenes, whose text scrolls over the map."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from mapapp import story
from mapapp.message import tr
from mapapp.ui import address, corrected, frame, language, menu, who
from mapapp.ui.text import plain


def show() -> None:
    """Draw the page for the tour and the scene in the address."""
    viewer = who.viewer()
    view = address.current(viewer)
    words = language.spoken(view)
    tour, _, _ = corrected.loaded(view.tour, viewer)
    view = address.sifted(tour, view)
    menu.entitle(words, tr("Story"), tour.title)
    st.html(Path(__file__).with_name("story_page.css"))
    scenes = story.scenes(tour)
    with st.container(key="story_head"):
        menu.draw(replace(view, scene=0), words)
        for said in address.notices():
            st.info(plain(said, words))
        if not scenes:
            st.markdown(plain(tr("This tour has neither a stop nor an event that a story could tell of."), words))
    if scenes:
        number = view.scene if story.scene(tour, view.scene) else scenes[0].number
        with st.container(key="story_map"):
            frame.story_frame(tour, replace(view, scene=number), words)
    address.write(view)
