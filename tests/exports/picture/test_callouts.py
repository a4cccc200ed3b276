"""Callouts stand where the page has them, too."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mapapp.callout import Callout
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.callouts import LETTERS, callout_spot, evenly, leader, points_along
from mapapp.exports.picture.drawing import draw
from mapapp.exports.picture.typeface import Font
from mapapp.exports.sheet import SIZES, Sheet
from mapapp.position import Position
from mapapp.view import View
from tests.exports.picture.snapshots import snapshot

CASES = json.loads((Path(__file__).parents[2] / "fixtures" / "callouts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["promise"])
def test_a_callout_stands_as_on_the_page(case: dict[str, Any]) -> None:
    """tests/js/callouts.test.js goes through the same table."""
    taken, crossed = [Box(*box) for box in case["taken"]], np.array(case["crossed"], dtype=float).reshape(-1, 2)
    spot = callout_spot(tuple(case["point"]), tuple(case["size"]), Box(*case["inside"]), taken, crossed)
    assert (list(spot[0]) if spot else None) == case["box"]


def test_a_picture_has_the_callouts_that_it_shows_and_covers_nothing_with_them() -> None:
    shown = snapshot()
    near, far = Callout("A few words here", Position(62, 46)), Callout("And there", Position(-100, 40))
    told = replace(shown, tour=replace(shown.tour, callouts=(near, far)), view=View())
    scene = draw(told, Sheet())
    assert list(scene.called) == ["A few words here"]
    (box,) = scene.called.values()
    assert scene.frame.panel.holds(box)
    assert not any(box.overlaps(other) for other in scene.taken if not other.holds(box))


def test_every_sheet_has_room_for_both_callouts_of_the_tour_that_ships() -> None:
    """On A3 one had none where its stop is near the edge."""
    for size in SIZES:
        scene = draw(snapshot(), Sheet(size))
        boxes = list(scene.called.values())
        assert len(boxes) == 2
        assert not boxes[0].overlaps(boxes[1])
        scale = scene.unit / LETTERS
        points = {callout.text: scene.frame.point(callout.position) for callout in scene.snapshot.tour.callouts}
        lines = [leader(points[text], box, scale) for text, box in scene.called.items()]
        for line, words in zip(lines, reversed(boxes), strict=True):
            near = words.grown(3 * scale)
            assert not any(near.overlaps(Box.around(*at, 0)) for at in points_along(line, scale)), size
        # Nor does one strike a name: on the social picture it went through that of a station.
        along = [Box.around(*at, 0) for line in lines for at in points_along(line, scale)]
        assert not [name for name, box in scene.named if any(box.overlaps(at) for at in along)], size


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("The ministers sign the agreement on rails", ["The ministers sign the", "agreement on rails"]),
        ("A few words", ["A few words"]),
        ("A", ["A"]),
    ],
)
def test_the_lines_of_a_callout_are_even(words: str, lines: list[str]) -> None:
    assert evenly(words, Font(10), 14 * 10) == lines
