"""Numbers as people and spreadsheets write them, with a decimal point or comma."""

import re

from mapapp.errors import MapappError, clipped
from mapapp.message import tr

_DEGREES = re.compile(r"([+-]?\d{1,3}),(\d+)", re.ASCII)
_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}", re.ASCII)  # or three decimals


class NumberError(MapappError, ValueError):
    """A text that is no number, or may be two."""


def has_comma(text: str) -> bool:
    """Whether the text is a number with one comma."""
    return bool(_COMMA.fullmatch(text))


def degrees(text: str) -> str:
    """A latitude or longitude with a decimal point for its comma: so small a number has no thousands."""
    match = _DEGREES.fullmatch(text)
    return f"{match[1]}.{match[2]}" if match else text


def whole(text: str | None, digits: int = 9) -> int | None:
    """The number that so many digits 0 to 9 at most state; None for anything else.

    ``str.isdigit`` holds for "²" and for a thousand digits as well, and ``int`` fails at both.
    """
    return int(text) if text and len(text) <= digits and text.isascii() and text.isdigit() else None


def number(text: str, *, commas: bool) -> float:
    """The finite number that a text states.

    ``commas``: the file parts its cells by semicolons, as spreadsheets do where the comma is the decimal sign. Raises
    NumberError, also where a sign may stand before decimals or between thousands.
    """
    thousands = _THOUSANDS.fullmatch(text)
    if thousands and thousands[1] == ("." if commas else ","):
        fraction, whole = text.replace(",", "."), text.replace(thousands[1], "")
        raise NumberError(
            tr(
                "'{text}' may be {whole} or {fraction}; write {whole} or {fraction}0",
                text=clipped(text),
                whole=whole,
                fraction=fraction,
            )
        )
    try:
        found = float(text.replace("_", " ").replace(",", ".") if has_comma(text) else text.replace("_", " "))
    except ValueError:
        found = float("nan")
    if abs(found) < float("inf"):
        return found
    raise NumberError(tr("'{text}' is not a number; write it like 38.6", text=clipped(text)))
