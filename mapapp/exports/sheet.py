"""What a picture is drawn on: its size, scale and parts, as they stand in a query beside the view."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from mapapp.query import one_of, read_pairs

SIZES = {  # name: width and height in pixels at scale 1 (96 to the inch)
    "slide": (1920, 1080),
    "social": (1200, 630),
    "square": (1080, 1080),
    "a4": (1123, 794),
    "a3": (1587, 1123),
}
SCALES = ("1", "2", "3", "4")
SWITCHES = ("on", "off")
PARTS = {"legend": "legend", "list": "listed", "dates": "dates"}  # what can be switched off: its parameter, its field


@dataclass(frozen=True, slots=True)
class Sheet:
    """``size`` is one of SIZES, ``scale`` multiplies the pixels of a PNG.

    ``legend`` is the key to the signs, ``listed`` the list of events on the sizes that have room for it, ``dates`` the
    days beside the names of stops. Corridors are the view's own (``corridor=none``).
    """

    size: str = "slide"
    scale: int = 1
    legend: bool = True
    listed: bool = True
    dates: bool = True

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values of the query, of every value that is not the usual one; ``parse`` reads them."""
        usual = type(self)()
        words = {"size": self.size, "scale": str(self.scale)}
        known = {"size": usual.size, "scale": str(usual.scale)}
        off = [(name, "off") for name, field in PARTS.items() if not getattr(self, field)]
        return [*((name, value) for name, value in words.items() if value != known[name]), *off]

    @classmethod
    def parse(cls, query: str) -> Self:
        """Read ``size``, ``scale`` and the switches from a query. Raises ViewError, which names the parameter."""
        given = dict(read_pairs(query))
        size = _one_of(given, "size", tuple(SIZES))
        switched = {field: _one_of(given, name, SWITCHES) == "on" for name, field in PARTS.items()}
        return cls(size, int(_one_of(given, "scale", SCALES)), **switched)


def _one_of(given: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    return one_of(allowed)(name, given.get(name, allowed[0]).lower())
