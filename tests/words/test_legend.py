"""The rows of the legend: one list, and one table of cases that the page's script is held to as well."""

import json
from pathlib import Path
from typing import Any

import pytest

from mapapp.tour import Status
from mapapp.words.language import Words, languages
from mapapp.words.legend import MARKS, ROWS, WAYS, Sign, Way, of_marks, of_ways, texts

CASES = json.loads((Path(__file__).parents[1] / "fixtures" / "legend.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES)
def test_the_rows_are_those_of_what_is_drawn(case: dict[str, Any]) -> None:
    ways = [Way(leg["mode"], leg.get("ahead", False)) for leg in case["legs"]]
    signs = [Sign(m["symbol"], Status(m.get("status", "held")), m.get("doubtful", False)) for m in case["marks"]]
    ghosts = [True] * case["ghosts"] + [False] * case.get("unstated", 0)
    assert of_ways(ways) + of_marks(signs, ghosts=ghosts) == case["rows"]


def test_every_row_of_marks_and_ways_is_in_a_case() -> None:
    """Otherwise the script and the picture could come to differ in it."""
    tried = {row for case in CASES for row in case["rows"]}
    assert tried == {*WAYS, *MARKS}


@pytest.mark.parametrize("language", languages())
def test_every_row_has_words(language: str) -> None:
    found = texts(Words(language))
    assert tuple(found) == ROWS
    assert len(set(found.values()) - {""}) >= len(ROWS) - 1  # a port is "Port" in French too
