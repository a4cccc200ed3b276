"""What is wrong in the data behind a page, folded away: what could be read is shown all the same."""

import streamlit as st

from mapapp.errors import Problem
from mapapp.ui.text import plain

SHOWN = 50


def draw(problems: tuple[Problem, ...], what: str) -> None:
    """List the problems of ``what`` ("this tour"); nothing where there are none."""
    wrong = [problem for problem in problems if not problem.remark]
    remarks = [problem for problem in problems if problem.remark]
    if wrong:
        number = sum(problem.count for problem in wrong)
        count = f"{number:,} problems" if number > 1 else "One problem"
        said = "What could be read is shown. These lines need mending:"
        _list(f"{count} in the data of {what}", said, wrong, "problems")
    if remarks:
        _list(f"How the data of {what} was read", "Nothing has to be mended here:", remarks, "remarks")


def _list(title: str, said: str, lines: list[Problem], key: str) -> None:
    more = sum(line.count for line in lines) - SHOWN
    text = "\n".join(f"{line}" for line in lines[:SHOWN])
    with st.expander(plain(title), key=key):
        st.markdown(plain(said))
        st.code(text + (f"\n… and {more:,} more" if more > 0 else ""), language=None, wrap_lines=True)
