"""When the program itself is at fault a visitor reads one sentence, and the log has the rest."""

import pytest
from streamlit.testing.v1 import AppTest

PAGE = """
from mapapp.errors import MapappError
from mapapp.message import tr
from mapapp.ui.errors import say_sorry
id_ = {id_!r}
say_sorry({error})
"""
OURS = 'MapappError(tr("There is no tour “{id}”.", id=id_))'


def shown(error: str, id_: str) -> str:
    test = AppTest.from_string(PAGE.format(error=error, id_=id_), default_timeout=30).run()
    assert not test.exception
    (said,) = [element.value for element in test.error]
    return str(said)


def test_an_error_of_ours_is_said_as_it_is() -> None:
    assert shown(OURS, "x") == "There is no tour “x”."


def test_of_any_other_nothing_is_told_but_what_to_do(caplog: pytest.LogCaptureFixture) -> None:
    secret = "/srv/secret.toml"
    said = shown("KeyError(id_)", secret)
    assert said == "This page could not be drawn. Open the address without what stands behind the question mark."
    assert secret in caplog.text


def test_markdown_in_an_error_stays_text() -> None:
    """Names of tours come from addresses, which anybody may write."""
    assert "\\[x\\](https:\u2060//" in shown(OURS, "[x](https://example.org)")
