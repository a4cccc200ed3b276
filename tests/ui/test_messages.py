"""What the components in the page tell is heard once, in order, and nothing else is heard."""

import pytest
import streamlit as st

from mapapp.ui import messages


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    held: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", held)
    return held


def test_each_message_is_heard_once(state: dict[str, object]) -> None:
    told: list[tuple[str, str]] = []
    hear = messages.hearing("map", lambda *message: told.append(message))
    for said in ([[1, "selected", "a"]], [[2, "between", ","], [1, "selected", "a"]], [[2, "between", ","]]):
        state["map"] = {"said": said}
        hear()
    assert told == [("selected", "a"), ("between", ",")]
    assert messages.heard("map") == 2
    assert messages.heard("list") == 0


@pytest.mark.parametrize("said", [None, "x", 3, {"a": 1}, [1, 2], [["1", "a", "b"]], [[1, "a"]], [[1, "a", None]]])
def test_what_is_no_message_is_passed_over(state: dict[str, object], said: object) -> None:
    state["map"] = {"said": said}
    messages.hearing("map", lambda *_: pytest.fail("heard something"))()
    assert messages.heard("map") == 0
