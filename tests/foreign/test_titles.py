"""What stands above a table, and its names, tell title and traveller."""

from mapapp.foreign.titles import said_above
from mapapp.message import tr


def test_a_name_of_ours_is_no_path() -> None:
    """A pasted table is named by a message of the program."""
    assert said_above((), "", tr("Pasted table")) == said_above((), "", "Pasted table")
