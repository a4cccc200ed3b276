"""The names on the map, the important ones first: stops, other places on record, nodes, countries, seas, cities."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Literal

import numpy as np

from mapapp.exports.picture import raster
from mapapp.exports.picture.basemap import labels
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.callouts import LETTERS, callout_spot, draw_callouts, draw_leader
from mapapp.exports.picture.canvas import circle
from mapapp.exports.picture.corridor import calm, nodes, seen_nodes, ways
from mapapp.exports.picture.frame import Frame
from mapapp.exports.picture.line_names import write_line_names
from mapapp.exports.picture.placement import Places
from mapapp.exports.picture.raster import LAKE, Owners
from mapapp.exports.picture.scene import Scene
from mapapp.exports.picture.shown import GHOST
from mapapp.exports.picture.typeface import LEADING, Font, Ink
from mapapp.position import Position
from mapapp.words import legend
from mapapp.words.stop_dates import stop_dates

HERE = 0.9  # units; a city so near to a stop is the stop
NOTE = 0.82  # of the size of a name, for the days below it
NODE_CROSSED = 0.3  # of the name of a node that lines may cover
CROSSED = 0.08  # of the name of a city that lines may cover; these names are the first that can be spared
COUNTRY = 0.8, 0.68  # units; sizes that are tried for the name of a country
FEWEST_CELLS = 60  # of land that is seen; a country with less gets no name


@dataclass(frozen=True, slots=True)
class City:
    """A city of the basemap in a frame."""

    name: str
    x: float
    y: float
    zoom: float
    capital: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside a symbol that covers ``around``, at a gap in units; lines may cover a share ``ink`` of it.

    ``note`` stands below it in smaller letters.
    """

    name: str
    around: Box
    font: Font
    colour: str
    gap: float
    ink: float = 1
    note: str = ""


def draw_names(scene: Scene) -> None:
    """Write the names, each where it is free of what is there already."""
    panel, unit = scene.frame.panel, scene.unit
    every = [w for corridor in scene.snapshot.corridors for w in ways(corridor, scene.frame)]
    lines = [piece for way in every for piece in way.pieces]
    lines += [piece for leg in scene.shown.legs for piece in leg.pieces]
    places = Places(panel.grown(-0.3 * unit), scene.taken, raster.ink(panel, lines, 0.5 * unit))
    owners = raster.owners(scene.frame)
    if not scene.shown.dots:
        _stops(scene, places)
    _ghosts(scene, places)
    write_line_names(scene)
    draw_callouts(scene)
    _countries(scene, places, owners, mine=True)
    _nodes(scene, places)
    _seas(scene, places, owners)
    _countries(scene, places, owners, mine=False)
    _cities(scene, places)


def _write(scene: Scene, box: Box | None, lines: list[str], ink: Ink) -> bool:
    """Write the lines into a box, and take it; False where there is no box."""
    if box is None:
        return False
    font = ink.font
    edge = 0.12 * font.size
    x = {"left": box.left + edge, "center": (box.left + box.right) / 2, "right": box.right - edge}[ink.align]
    for index, line in enumerate(lines):
        y = box.top + font.size * (0.93 + index * LEADING * 0.88)
        scene.canvas.text((x, y), line, ink)
    scene.taken.append(box)
    scene.named.append((" ".join(lines), box))
    return True


def _size(lines: list[str], font: Font) -> tuple[float, float]:
    width = max(font.width(line) for line in lines) + (1.3 if font.wide else 0.24) * font.size
    return width, font.size * (1.24 + (len(lines) - 1) * LEADING * 0.88)


def _beside(scene: Scene, places: Places, label: Label) -> bool:
    x, _ = label.around.centre
    width, height = _size([label.name], label.font)
    below = Font(NOTE * label.font.size)
    size = (max(width, _size([label.note], below)[0]), height + 1.16 * below.size) if label.note else (width, height)
    box = places.beside(label.around.centre, label.around, size, label.gap * scene.unit, label.ink)
    if box is None:
        return _beside(scene, places, replace(label, note="")) if label.note else False
    align: Literal["left", "center", "right"] = "center"
    align = "left" if box.left >= x else "right" if box.right <= x else "center"
    edge = {"left": box.left, "center": (box.left + box.right - width) / 2, "right": box.right - width}[align]
    _write(scene, box, [label.name], Ink(label.font, label.colour, align, scene.theme.halo))
    if label.note:
        half, base = 0.12 * below.size, box.top + height + 0.8 * below.size
        at = {"left": edge + half, "center": box.centre[0], "right": box.right - half}[align]
        scene.canvas.text((at, base), label.note, Ink(below, scene.theme.quiet, align, scene.theme.halo))
    return True


def _stops(scene: Scene, places: Places) -> None:
    font = Font(scene.unit, bold=True)
    groups: dict[tuple[str, str], list[Box]] = {}
    beyond: dict[str, str] = {}
    for placed in scene.shown.marks:
        groups.setdefault((placed.mark.place.id, placed.mark.place.title), []).append(placed.box)
        beyond[placed.mark.place.id] = placed.beyond
    marks = [placed.mark for placed in scene.shown.marks]
    dates = stop_dates(scene.snapshot.tour, marks, scene.words) if scene.sheet.dates else {}
    for (id_, title), boxes in groups.items():
        if scene.frame.panel.holds(boxes[0]):
            lefts, tops, rights, bottoms = zip(*boxes, strict=True)
            around = Box(min(lefts), min(tops), max(rights), max(bottoms))
            name = scene.words.say(legend.beyond(title, outward=beyond[id_] == "to")) if beyond[id_] else title
            label = Label(name, around, font, scene.theme.ink, 0.28, note=dates.get(id_, ""))
            if not _beside(scene, places, label):
                _apart(scene, places, label)


def _apart(scene: Scene, places: Places, label: Label) -> None:
    """Write the name of a stop that has no room beside its disc where there is some, with a line to the disc."""
    point, size = label.around.centre, _size([label.name], label.font)
    own = next((box for box in scene.taken if box.overlaps(Box.around(*point, 0))), None)
    if spot := callout_spot(point, size, places.panel, scene.taken, np.zeros((0, 2)), scene.unit / LETTERS, own):
        draw_leader(scene, spot[1])
        _write(scene, spot[0], [label.name], Ink(label.font, label.colour, "center", scene.theme.halo))


def _ghosts(scene: Scene, places: Places) -> None:
    font = Font(0.92 * scene.unit, italic=True)
    named = {placed.mark.place.title for placed in scene.shown.marks}
    for placed in scene.shown.ghosts:
        title = placed.ghost.place.title
        if title not in named:
            named.add(title)
            around = Box.around(*placed.at, GHOST * scene.unit / 2)
            _beside(scene, places, Label(title, around, font, scene.theme.quiet, 0.2))


def _nodes(scene: Scene, places: Places) -> None:
    font = Font(0.74 * scene.unit)
    stops = [placed.box.grown(0.6 * scene.unit) for placed in scene.shown.marks]
    for corridor in scene.snapshot.corridors:
        for node, x, y in seen_nodes(scene, corridor):
            around = Box.around(x, y, 0.3 * scene.unit)
            known = any(name == node.name for name, _ in scene.named)
            if not known and not any(stop.overlaps(around) for stop in stops):
                colour = scene.theme.quiet if calm(scene) else scene.theme.ink
                _beside(scene, places, Label(node.name, around, font, colour, 0.1, NODE_CROSSED))


def _countries(scene: Scene, places: Places, owners: Owners, mine: bool) -> None:
    fonts = [Font(size * scene.unit, wide=True) for size in COUNTRY]
    own = scene.snapshot.whole.countries
    anchors = _anchors(scene.frame)
    for iso, cells in sorted(owners.areas.items(), key=lambda item: (-item[1], item[0])):
        if iso not in anchors or (iso in own) != mine or cells < FEWEST_CELLS:
            continue
        name = scene.words.country(iso).upper()
        inside = [at for at in anchors[iso] if scene.frame.panel.grown(-2 * scene.unit).overlaps(Box.around(*at, 1))]
        anchor = inside[0] if inside else owners.centre(iso)
        land = owners.of(iso)
        halo = scene.theme.land if mine else scene.theme.other_land
        for least, font, lines in product((0.97, 0.5) if mine else (0.97,), fonts, _broken(name)):
            box = places.within(land, anchor, _size(lines, font), 2000, least, 0)
            if _write(scene, box, lines, Ink(font, scene.theme.country_ink, "center", halo)):
                break


def _broken(name: str) -> list[list[str]]:
    """The name in one line, and in two where it has more than one word."""
    words = name.split(" ")
    if len(words) < 2:
        return [[name]]
    halves = min(range(1, len(words)), key=lambda i: abs(len(" ".join(words[:i])) - len(" ".join(words[i:]))))
    return [[name], [" ".join(words[:halves]), " ".join(words[halves:])]]


@lru_cache(maxsize=24)
def _anchors(frame: Frame) -> dict[str, list[tuple[float, float]]]:
    """Where the basemap puts the names of countries, in pixels."""
    found: dict[str, list[tuple[float, float]]] = {}
    for label in labels():
        if label["kind"] in ("country", "territory"):
            at = frame.point(Position(label["lon"], label["lat"]))
            found.setdefault(label["iso"], []).append(at)
    return found


def _seas(scene: Scene, places: Places, owners: Owners) -> None:
    font = Font(0.9 * scene.unit, italic=True)
    reach = 0.12 * scene.frame.panel.width
    for label in labels():
        if label["kind"] not in ("sea", "lake") or label["min_zoom"] > _zoom(scene):
            continue
        at = scene.frame.point(Position(label["lon"], label["lat"]))
        own = LAKE if label["kind"] == "lake" else ""
        if own not in owners.names or not scene.frame.panel.overlaps(Box.around(*at, 1)):
            continue
        name = scene.words.water(label["name"])
        for lines in _broken(name):
            box = places.within(owners.of(own), at, _size(lines, font), reach, 0.96)
            if _write(scene, box, lines, Ink(font, scene.theme.water_ink, "center", scene.theme.water)):
                break


def _zoom(scene: Scene) -> float:
    """The zoom of a web map on which names stand as close as here: larger letters leave room for fewer."""
    return scene.frame.zoom - math.log2(scene.unit / 13)


def _seen_cities(scene: Scene) -> Iterator[City]:
    zoom = _zoom(scene)
    for label in labels():
        capital = label["kind"] == "capital"
        if (capital or label["kind"] == "city") and label["min_zoom"] <= zoom:
            x, y = scene.frame.point(Position(label["lon"], label["lat"]))
            if scene.frame.panel.overlaps(Box.around(x, y, 1)):
                name = scene.words.city(label["name"], label["geonameid"])
                if name:
                    yield City(name, x, y, label["min_zoom"], capital)


def _cities(scene: Scene, places: Places) -> None:
    unit, theme = scene.unit, scene.theme
    named = {placed.mark.place.title for placed in scene.shown.marks}
    kept = [placed.box.grown(HERE * unit) for placed in scene.shown.marks]
    kept += [Box.around(*placed.at, (GHOST / 2 + HERE) * unit) for placed in scene.shown.ghosts]
    drawn = [node for corridor in scene.snapshot.corridors for node in nodes(corridor, scene.frame, calm(scene))]
    kept += [Box.around(x, y, unit) for _, x, y in drawn]
    named |= {name for name, _ in scene.named}
    for city in sorted(_seen_cities(scene), key=lambda c: (not c.capital, c.zoom)):
        dot = Box.around(city.x, city.y, 0.14 * unit)
        if city.name in named or any(box.overlaps(dot) for box in (*kept, *scene.taken)):
            continue
        font = Font((0.8 if city.capital else 0.72) * unit)
        colour = theme.ink if city.capital else theme.quiet
        if _beside(scene, places, Label(city.name, dot, font, colour, 0.12, CROSSED)):
            scene.canvas.shape(circle(city.x, city.y, 0.15 * unit), theme.halo)
            scene.canvas.shape(circle(city.x, city.y, 0.11 * unit), theme.quiet)
            scene.taken.append(dot)
