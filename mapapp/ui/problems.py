"""What is wrong in the data behind a page, folded away: what could be read is shown all the same."""

import streamlit as st

from mapapp.errors import Problem
from mapapp.message import Message, plural, series, tr
from mapapp.ui.text import plain
from mapapp.words.language import Words

SHOWN = 50


def draw(problems: tuple[Problem, ...], words: Words, *, corridor: bool = False) -> None:
    """List the problems of the tour, or of the corridor, that a page shows; nothing where there are none."""
    wrong = [problem for problem in problems if not problem.remark]
    remarks = [problem for problem in problems if problem.remark]
    if wrong:
        said = tr("What could be read is shown. These lines need mending:")
        _list(_wrong(sum(problem.count for problem in wrong), corridor=corridor), said, wrong, "problems", words)
    if remarks:
        title = tr("How the data of this corridor was read") if corridor else tr("How the data of this tour was read")
        _list(title, tr("Nothing has to be mended here:"), remarks, "remarks", words)


def _wrong(n: int, *, corridor: bool) -> Message:
    if corridor:
        return plural(n, "One problem in the data of this corridor", "{n} problems in the data of this corridor")
    return plural(n, "One problem in the data of this tour", "{n} problems in the data of this tour")


def line(problem: Problem) -> Message:
    """A problem in one line: where it is, and what is wrong there."""
    place = problem.file + (f":{problem.line}" if problem.line else "")
    return series((place, problem.column, problem.sentence), ": ")


def _list(title: Message, said: Message, lines: list[Problem], key: str, words: Words) -> None:
    more = sum(problem.count for problem in lines) - SHOWN
    text = [words.say(line(problem)) for problem in lines[:SHOWN]]
    if more > 0:
        text.append(words.say(tr("… and {n} more", n=more)))
    with st.expander(plain(title, words), key=key):
        st.markdown(plain(said, words))
        st.code("\n".join(text), language=None, wrap_lines=True)
