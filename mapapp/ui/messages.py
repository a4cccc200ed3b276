"""What our components in the page tell the server.

Of two messages that a component sends while the server is busy, Streamlit keeps the newer alone. Therefore each has a
number, a component sends again what the server has not told to have heard, and what was heard before is passed over.
"""

from collections.abc import Callable

import streamlit as st

SAID = "said"


def heard(key: str) -> int:
    """The number of the last message that was heard from the component with this key; it is sent to the component."""
    return int(st.session_state.get(_heard(key), 0))


def hearing(key: str, told: Callable[[str, str], None]) -> Callable[[], None]:
    """The callback of the component with this key: ``told`` hears name and value of each new message, in order."""

    def hear() -> None:
        for number, name, value in _messages(st.session_state[key].get(SAID)):
            if number > heard(key):
                st.session_state[_heard(key)] = number
                told(name, value)

    return hear


def _messages(said: object) -> list[tuple[int, str, str]]:
    """The messages as a component sends them; whatever else a browser may send is none."""
    found = []
    for message in said if isinstance(said, list) else []:
        match message:
            case [int(number), str(name), str(value)]:
                found.append((number, name, value))
    return sorted(found)


def _heard(key: str) -> str:
    return f"{key}_heard"
