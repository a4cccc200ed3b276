"""Columns of states and provinces: of which country they are, and what the codes in them stand for."""

import re
from collections import Counter
from collections.abc import Iterable

from mapapp import country
from mapapp.errors import CountryError

CODED = re.compile(r"(?P<town>.*?\w)\s*(?:/+|,|\(|\s?[–—-])\s*(?P<code>[A-Z]{2})\)?\s*")  # "Manaus/AM", "Recife (PE)"
_MOST = 0.8  # share of the distinct cells that have to be regions of one country


def country_of(cells: Iterable[str]) -> str:
    """The code of the country whose first-level regions the cells are, "" where they are none, or of several alike.

    A column of nothing but names that countries have as well ("Georgia") tells none.
    """
    distinct = {cell.strip() for cell in cells if cell.strip()}
    if all(map(_is_country, distinct)):
        return ""
    votes = Counter(code for cell in distinct for code in country.regions(cell))
    ranked = sorted(votes, key=lambda code: (-votes[code], code not in country.COMMON_STATES))
    first, second = [*ranked, "", ""][:2]
    sooner = first in country.COMMON_STATES and second not in country.COMMON_STATES
    alone = votes[first] > votes[second] or sooner
    return first if alone and votes[first] >= _MOST * len(distinct) else ""


def are_divisions(cells: Iterable[str]) -> bool:
    """Whether a column holds nothing but codes of the regions of one country, so that no heading has to say so.

    Nearly every pair of letters is some Italian province: FR, CH and AT are countries where no heading says else.
    """
    distinct = {cell.strip() for cell in cells if cell.strip()}
    return len(distinct) > 1 and all(map(country.common_states, distinct)) and bool(country_of(distinct))


def region_in(cell: str, code: str) -> str:
    """The name of the region that a cell stands for in a country, "" where that has none of this name."""
    return country.regions(cell.strip()).get(code, "")


def _is_country(cell: str) -> bool:
    try:
        return bool(country.stated(cell)) and len(cell) > 2  # a code of two letters
    except CountryError:
        return False
