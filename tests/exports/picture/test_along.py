"""Names along lines stand where the page has them, too."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mapapp.exports.picture.along import along
from mapapp.exports.picture.box import Box

CASES = json.loads((Path(__file__).parents[2] / "fixtures" / "along.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["promise"])
def test_a_name_along_a_line_stands_as_on_the_page(case: dict[str, Any]) -> None:
    """tests/js/along.test.js goes through the same table."""
    taken, crossed = [Box(*box) for box in case["taken"]], np.array(case["crossed"], dtype=float).reshape(-1, 2)
    spot = along([tuple(point) for point in case["line"]], tuple(case["size"]), Box(*case["inside"]), taken, crossed)
    if case["at"] is None:
        assert spot is None
    else:
        assert spot and spot.at == pytest.approx(case["at"], abs=0.01)
        assert spot.angle == pytest.approx(case["angle"], abs=0.001)


def test_a_line_of_one_point_has_no_name() -> None:
    assert along([(1.0, 1.0)], (10, 10), Box(0, 0, 9, 9), [], np.empty((0, 2))) is None
