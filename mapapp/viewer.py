"""Who is asking: what a page or a route shows, and whether it may be changed, follows from this and nothing else.

It is handed on as an argument from the request to whatever reads a tour. Whoever is not told shows what everybody sees.
"""

from typing import NamedTuple


class Viewer(NamedTuple):
    """A reader. ``writes``: whether drafts are shown and tours may be saved. ``name`` stands beside what was saved."""

    name: str = ""
    writes: bool = False


ANYBODY = Viewer()
