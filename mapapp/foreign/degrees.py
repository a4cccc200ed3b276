"""Degrees as tables write them: decimal, with a comma, with minutes and seconds, with a word for the direction."""

import re
from functools import lru_cache

_NUMBER = r"\d{{1,{}}}(?:[.,]\d+)?"
_DECIMAL = re.compile(rf"[+-]?{_NUMBER.format(3)}")
_DIRECTION = r"(?P<{}>[NSEW]|с\.? ?ш\.?|ю\.? ?ш\.?|в\.? ?д\.?|з\.? ?д\.?)?"
_PARTED = re.compile(
    r"\s*".join(
        (
            _DIRECTION.format("before"),
            rf"(?P<sign>[+-]?)(?P<degrees>{_NUMBER.format(3)})",
            r"(?:[°º˚]|deg\b|\s)?",
            rf"(?:(?P<minutes>{_NUMBER.format(2)})\s*(?:['′’‘`]|min\b))?",
            rf"(?:(?P<seconds>{_NUMBER.format(2)})\s*(?:[\"″”“]|''|′′|’’|sec\b))?",
            _DIRECTION.format("behind"),
        )
    ),
    re.IGNORECASE,
)
_AGAINST = ("s", "w", "ю", "з")  # how directions begin that count below zero


@lru_cache(maxsize=20_000)
def degrees(cell: str) -> float | None:
    """The decimal degrees of a cell, None for anything else; a direction at both ends, or with a sign, is nothing."""
    text = cell.strip().replace("−", "-")
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    match = _PARTED.fullmatch(text)
    directions = [match[end] for end in ("before", "behind") if match and match[end]]
    if not match or len(directions) > 1 or (directions and match["sign"]):
        return None
    size, minutes, seconds = (
        float((match[part] or "0").replace(",", ".")) for part in ("degrees", "minutes", "seconds")
    )
    if minutes >= 60 or seconds >= 60 or not (directions or match["minutes"] or "°" in text):  # of an hour, of a minute
        return None
    below = match["sign"] == "-" or (directions and directions[0].lower().startswith(_AGAINST))
    return round((-1 if below else 1) * (size + minutes / 60 + seconds / 3600), 6)
