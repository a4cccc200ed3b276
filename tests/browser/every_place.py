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


def every_grid_and_chart() -> None:
    """Draw what the app may come to use of Streamlit's greater parts."""
    st.dataframe({"a": [1, 2], "b": TEXTS[:2]}, key="grid")
    st.data_editor({"a": [1, 2], "b": TEXTS[:2]}, key="editor")
    st.table({"a": [1, 2]})
    st.bar_chart({"a": [1, 2], "b": [3, 4]})
    st.line_chart({"a": [1, 2], "b": [3, 4]})
    st.scatter_chart({"a": [1, 2], "b": [3, 4]})
    st.json({"a": [1, 2]})
    st.latex("x^2")
    st.file_uploader("A file")
    st.date_input("A day")
    st.code("a = 1", language="python")
    st.toast("Done")
    st.progress(0.5)


if "grids" in st.query_params:
    every_grid_and_chart()
elif "sentences" in st.query_params:
    for number, sentence in enumerate([*TEXTS, *at_random(300)]):
        with st.container(key=f"text{number}"):
            st.markdown(plain(sentence))
else:
    for number, sentence in enumerate(MARKDOWN[name] for name in KINDS):
        with st.container(key=f"text{number}"):
            every_place(number, sentence)
