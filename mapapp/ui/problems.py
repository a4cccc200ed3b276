"""What is wrong in the data behind a page, folded away: what could be read is shown all the same."""

import streamlit as st

from mapapp.errors import Problem
from mapapp.ui.text import plain

SHOWN = 50


def draw(problems: tuple[Problem, ...], what: str) -> None:
    """List the problems of ``what`` ("this tour"); nothing where there are none."""
    if not problems:
        return
    lines = "\n".join(f"{problem}" for problem in problems[:SHOWN])
    number = sum(problem.count for problem in problems)
    more = number - SHOWN
    count = f"{number:,} problems" if number > 1 else "One problem"
    with st.expander(plain(f"{count} in the data of {what}"), key="problems"):
        st.markdown("What could be read is shown. These lines need mending:")
        st.code(lines + (f"\n… and {more:,} more" if more > 0 else ""), language=None, wrap_lines=True)
