"""The main page, opened and read by tests."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "mapapp" / "ui" / "app.py")


def open_page(**query: str) -> AppTest:
    """A new session with this query in its address."""
    test = AppTest.from_file(APP, default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
    test.run()
    assert not test.exception
    return test


def words(test: AppTest) -> str:
    """What the page says outside of its widgets, a line each."""
    return "\n".join(str(element.value) for element in [*test.markdown, *test.info, *test.title])
