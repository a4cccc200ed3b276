"""A page of Streamlit with every kind of place that takes words, each with texts of others. Run by test_text.py."""

import streamlit as st

from mapapp.ui.text import labels, plain
from tests.fixtures.markdown import KINDS, MARKDOWN, at_random, texts

TEXTS = texts()


def every_place(i: int, text: str) -> None:
    """Draw what the app draws, with the text wherever words can be."""
    words = plain(text)
    st.title(words, anchor=False)
    st.markdown(words)
    st.info(words)
    st.error(words)
    st.pills(words, [text, "other"], format_func=labels(str), key=f"pills{i}", help=words)
    st.segmented_control(words, [text, "other"], format_func=labels(str), key=f"segments{i}")
    st.selectbox(words, [text, "other"], key=f"select{i}", placeholder=text, index=None)
    st.multiselect(words, [text, "other"], [text], key=f"many{i}")
    st.select_slider(words, [text, "other"], (text, "other"), format_func=labels(str), key=f"slider{i}")
    st.text_input(words, key=f"input{i}", placeholder=text)
    st.checkbox(words, key=f"check{i}")
    st.toggle(words, key=f"toggle{i}")
    st.button(words, key=f"button{i}")
    st.download_button(words, b"", text, key=f"file{i}")
    with st.expander(words, key=f"expander{i}"), st.popover(words, key=f"popover{i}"):
        st.code(text, language=None)


if "sentences" in st.query_params:
    for number, sentence in enumerate([*TEXTS, *at_random(300)]):
        with st.container(key=f"text{number}"):
            st.markdown(plain(sentence))
else:
    for number, sentence in enumerate(MARKDOWN[name] for name in KINDS):
        with st.container(key=f"text{number}"):
            every_place(number, sentence)
