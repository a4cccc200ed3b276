"""The box of tours, and what an address means."""

from mapapp.ui.address import told_apart


def test_tours_of_one_title_are_told_apart_by_their_ids() -> None:
    """Streamlit opens an option by its words, so that two of the same words would open the first."""
    words = told_apart({"a": "Spring tour", "b": "Autumn tour", "c": "Spring tour"})
    assert words == {"a": "Spring tour (a)", "b": "Autumn tour", "c": "Spring tour (c)"}
