"""What a picture is drawn on, in a query and back."""

from itertools import product
from urllib.parse import urlencode

import pytest

from mapapp.exports.sheet import PARTS, SCALES, SIZES, Sheet


@pytest.mark.parametrize("size", SIZES)
def test_every_sheet_comes_back_from_its_query(size: str) -> None:
    parts = product((True, False), repeat=len(PARTS))
    for scale, switches in product(SCALES, parts):
        sheet = Sheet(size, int(scale), **dict(zip(PARTS.values(), switches, strict=True)))
        assert Sheet.parse(urlencode(sheet.pairs())) == sheet


def test_the_usual_sheet_needs_no_query() -> None:
    assert Sheet().pairs() == []
    assert Sheet.parse("") == Sheet()
