"""The rows of the legend: one list, and one table of cases that the page's script is held to as well."""

import json
from pathlib import Path
from typing import Any

import pytest

from mapapp.languages import translated
from mapapp.tour import Status
from mapapp.words.language import Words
from mapapp.words.legend import MARKS, ROWS, TEXTS, WAYS, Sign, Way, of_marks, of_ways

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


@pytest.mark.parametrize("language", ["en", *translated()])
def test_every_row_has_words(language: str) -> None:
    found = [Words(language).say(text) for text in TEXTS.values()]
    assert len(set(found) - {""}) >= len(ROWS) - 1  # ways ahead read the same with and without a mode in some
    if language not in ("en", "fr"):
        assert not {*found} & {*TEXTS.values()} - {"Port"}
