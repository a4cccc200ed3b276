"""What the reader asked to see, and its one form in a URL.

The same query string opens the app, the embedded map, a picture and a file. It holds ids and numbers only, no words of
a language, so that a link means the same to everybody. ``View.parse(view.query()) == view``.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple, Self

from mapapp import languages
from mapapp.errors import PositionError, ViewError
from mapapp.message import tr
from mapapp.position import Position, number
from mapapp.query import joined, one_of, read_date, read_flag, read_list, read_pairs, read_text, short, write_pairs

VERSION = "1"
THEMES = ("auto", "light", "dark")
ALIGNMENTS = ("date", "travel")  # of two timelines that are compared
TILES = "osm"  # the one online background; "" is the basemap that ships
NO_CORRIDOR = "none"
UN_EU, DE_FACTO = "un-eu", "de-facto"
BORDERS = (UN_EU, DE_FACTO)


class Framing(NamedTuple):
    """Where the map stands: its centre and Leaflet's zoom level (0 to 18, halves allowed)."""

    centre: Position
    zoom: float


@dataclass(frozen=True, slots=True)
class View:
    """The tour, the filters, the selection and the look. Empty filters let everything through.

    ``since`` and ``until`` are days, both included; ``sure`` keeps only events that surely lie between them, otherwise
    those that possibly do stay. Within one filter any item may match, between filters all must. ``scene`` is the number
    of the scene up to which the story is told, 0 for all of the tour. ``corridors`` is None for what the tour shows by
    default, () for none. ``basemap`` is TILES for online tiles, "" for what ships. ``borders`` are those of the UN and
    the EU, or those of who is in control (data/basemap/README.md lists them). ``language`` is a code such as "ru", ""
    for that of whoever is asking. ``beside`` is what the tour is compared with: the id of another, "traveller:" and the
    id of one of its own, or "". ``align`` is by what their days are compared.
    """

    tour: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    sure: bool = False
    countries: tuple[str, ...] = ()
    travellers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    text: str = ""
    event: str = ""
    scene: int = 0
    framing: Framing | None = None
    corridors: tuple[str, ...] | None = None
    basemap: str = ""
    borders: str = UN_EU
    theme: str = field(default="auto")
    language: str = ""
    beside: str = ""
    align: str = ALIGNMENTS[0]

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values of the query: the version and every value that is not the default."""
        pairs = [("v", VERSION)]
        for name, (attribute, _, write) in PARAMETERS.items():
            value = getattr(self, attribute)
            if value != _DEFAULTS[attribute]:
                pairs.append((name, write(value)))
        return pairs

    def query(self) -> str:
        """The query string, without "?"."""
        return write_pairs(self.pairs())

    @classmethod
    def parse(cls, query: str | Mapping[str, Iterable[str]]) -> Self:
        """Read a query string (with or without "?"), or a mapping of names to values.

        Parameters that are not ours are passed over, because others add theirs to links. Raises ViewError, which
        names the parameter, for a value that cannot be meant.
        """
        values: dict[str, Any] = {}
        for name, value in read_pairs(query):
            if name == "v" and value != VERSION:
                raise ViewError(
                    "v",
                    tr(
                        "The link has version '{value}'; this program reads version {version}.",
                        value=short(value),
                        version=str(VERSION),
                    ),
                )
            if name not in PARAMETERS:
                continue
            attribute, read, _ = PARAMETERS[name]
            if attribute in values:
                raise ViewError(name, tr("The link gives '{name}' twice; keep one.", name=name))
            values[attribute] = read(name, value)
        view = cls(**values)
        if view.since and view.until and view.since > view.until:
            raise ViewError("until", tr("The link ends before it starts: 'until' lies before 'since'."))
        return view

    @property
    def filters(self) -> bool:
        """Whether anything is filtered."""
        return self != self.cleared()

    def cleared(self) -> Self:
        """The same view without filters."""
        return replace(self, **{name: _DEFAULTS[name] for name in FILTERS})


FILTERS = (
    "since",
    "until",
    "sure",
    "countries",
    "travellers",
    "people",
    "kinds",
    "topics",
    "statuses",
    "text",
    "scene",
)


def _read_scene(name: str, value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) <= 3 and int(value)):
        raise ViewError(
            name, tr("'{name}={value}' in the link is no number of a scene.", name=name, value=short(value))
        )
    return int(value)


def _read_corridors(name: str, value: str) -> tuple[str, ...]:
    found = read_list(name, value)
    return () if found == (NO_CORRIDOR,) else found


def _read_language(name: str, value: str) -> str:
    code = value.lower()
    return code if languages.known(code) else one_of(tuple(languages.offered()))(name, value)


def _read_basemap(name: str, value: str) -> str:
    if value not in ("", TILES):
        raise ViewError(
            name,
            tr(
                "'{name}={value}' in the link is not known; write {tiles} or leave it out.",
                name=name,
                value=short(value),
                tiles=TILES,
            ),
        )
    return value


def _read_framing(name: str, value: str) -> Framing:
    sentence = tr(
        "'{name}={value}' in the link is not longitude,latitude,zoom, such as 66.9,39.6,5.",
        name=name,
        value=short(value),
    )
    try:
        longitude, latitude, zoom = map(number, value.split(","))
        framing = Framing(Position.checked(longitude, latitude), zoom)
    except (ValueError, PositionError):
        raise ViewError(name, sentence) from None
    if not 0 <= framing.zoom <= 18:
        raise ViewError(name, sentence)
    return framing


def _write_framing(framing: Framing) -> str:
    return ",".join(repr(float(number)).removesuffix(".0") for number in (*framing.centre, framing.zoom))


_Parameter = tuple[str, Callable[[str, str], Any], Callable[[Any], str]]
_LIST: tuple[Callable[[str, str], Any], Callable[[Any], str]] = (read_list, joined)

PARAMETERS: dict[str, _Parameter] = {  # name in the query: attribute, read, write
    "tour": ("tour", read_text, str),
    "since": ("since", read_date, str),
    "until": ("until", read_date, str),
    "sure": ("sure", read_flag, lambda flag: "1" if flag else "0"),
    "country": ("countries", *_LIST),
    "traveller": ("travellers", *_LIST),
    "person": ("people", *_LIST),
    "kind": ("kinds", *_LIST),
    "topic": ("topics", *_LIST),
    "status": ("statuses", *_LIST),
    "q": ("text", read_text, str),
    "event": ("event", read_text, str),
    "scene": ("scene", _read_scene, str),
    "at": ("framing", _read_framing, _write_framing),
    "corridor": ("corridors", _read_corridors, lambda ids: joined(ids) or NO_CORRIDOR),
    "basemap": ("basemap", _read_basemap, str),
    "borders": ("borders", one_of(BORDERS), str),
    "theme": ("theme", one_of(THEMES), str),
    "lang": ("language", _read_language, str),
    "with": ("beside", read_text, str),
    "align": ("align", one_of(ALIGNMENTS), str),
}
_DEFAULTS: dict[str, Any] = {f.name: f.default for f in fields(View)}
