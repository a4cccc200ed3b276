"""What a picture is drawn on: its size, scale and language, as they stand in a query beside the view."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl

from mapapp.errors import ViewError, clipped

SIZES = {  # name: width and height in pixels at scale 1 (96 to the inch)
    "slide": (1920, 1080),
    "social": (1200, 630),
    "square": (1080, 1080),
    "a4": (1123, 794),
    "a3": (1587, 1123),
}
SCALES = ("1", "2", "3", "4")
LANGUAGES = ("en", "fr", "de", "ru")


@dataclass(frozen=True, slots=True)
class Sheet:
    """``size`` is one of SIZES, ``scale`` multiplies the pixels of a PNG, ``language`` is one of LANGUAGES."""

    size: str = "slide"
    scale: int = 1
    language: str = "en"

    @classmethod
    def parse(cls, query: str) -> Self:
        """Read ``size``, ``scale`` and ``lang`` from a query string. Raises ViewError, which names the parameter."""
        given = dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True))
        size = _one_of(given, "size", tuple(SIZES))
        return cls(size, int(_one_of(given, "scale", SCALES)), _one_of(given, "lang", LANGUAGES))


def _one_of(given: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    value = given.get(name, allowed[0]).lower()
    if value not in allowed:
        raise ViewError(name, f"'{name}={clipped(value, 40)}' in the link is not one of {', '.join(allowed)}.")
    return value
