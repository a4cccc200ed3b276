"""The page "Edit", opened and read by tests."""

from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

SCRIPT = """
import streamlit as st
from mapapp.ui import edit_page
edit_page.show()
"""
Opened = Callable[..., AppTest]


def words(test: AppTest) -> str:
    """What the page says outside of its widgets."""
    drawn = [str(element.proto.body) for element in test.get("html")]
    return "\n".join((*drawn, *(element.value for element in test.markdown)))


def field(test: AppTest, label: str) -> Any:  # noqa: ANN401  # a box of one line or of several
    """The box with that label."""
    return next(box for box in [*test.text_input, *test.text_area] if box.label == label)
