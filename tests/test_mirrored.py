"""A page that runs from right to left is its own mirror: what is laid out says start and end, not left and right."""

import re
from pathlib import Path

import pytest

import mapapp

ROOT = Path(mapapp.__file__).parent
# The map and the axis of time keep their sides in every language, and a plate of a picture fills its whole.
KEPT = {"maps/assets/timeline/timeline.css", "maps/assets/tour_map.css", "maps/assets/story/story.css"}
SHEETS = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in ROOT.rglob("*.css")
    if "leaflet" not in path.parts
}
SIDES = re.compile(
    r"(?<![\w-])((?:margin|padding|border)-(?:left|right)[\w-]*:[^;}]+"
    r"|(?:text-align|float):\s*(?:left|right)|(?:left|right):(?!\s*(?:50%|0)\s*;)[^;}]+)"
)
FOUR = re.compile(r"(?<![\w-])(?:inset|margin|padding|border-width):\s*([^;}]+)")


def one_sided(style: str) -> list[str]:
    """The declarations that would stand on the wrong side of a mirrored page."""
    found = SIDES.findall(style)
    for match in FOUR.finditer(style):
        values = re.findall(r"(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+", match[1].replace("!important", ""))
        if len(values) == 4 and values[1] != values[3] and values != ["0", "auto", "auto", "0"]:
            found.append(match[0])
    return found


@pytest.mark.parametrize("name", sorted(SHEETS.keys() - KEPT))
def test_nothing_is_laid_out_by_left_and_right(name: str) -> None:
    assert one_sided(SHEETS[name]) == []


def test_the_axis_of_time_and_the_map_are_those_that_keep_their_sides() -> None:
    assert {name for name in KEPT if one_sided(SHEETS[name])} == KEPT


@pytest.mark.parametrize(
    "wrong", ["a { inset: 0 40% auto 0; }", "a { padding: 1px calc(2px + 1px) 1px 0 }", "a { text-align: right }"]
)
def test_what_has_a_side_is_found(wrong: str) -> None:
    assert len(one_sided(wrong)) == 1
    assert one_sided("a { inset: 0 4px auto; inset-inline: 0 40%; padding: 1px 2px 3px 2px; }") == []
