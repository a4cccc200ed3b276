"""The legend: exactly what is drawn, in the words of the app."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Line
from mapapp.exports.picture.corridor import calm, nodes, ways
from mapapp.exports.picture.scene import Scene
from mapapp.exports.picture.symbols import (
    Disc,
    draw_disc,
    draw_node,
    draw_ring,
    draw_way,
    leg_line,
    style_of,
)
from mapapp.exports.picture.typeface import Font, Ink, shortened, wrapped
from mapapp.message import plural, series, tr
from mapapp.tour import Status
from mapapp.words import legend
from mapapp.words.comparison import shared
from mapapp.words.legend import Way
from mapapp.words.sides import titled

ROW, SIGN, PAD = 1.42, 2.5, 0.75  # heights and widths in units of the legend
WIDEST = 26.0
HEADING = 18.0  # units; a longer heading takes two rows
MANY, FEW = 7, 3  # travellers that have a row each; there are no more colours
MOST = 1 / 8  # of the sheet
MOST_COMMON = 4  # places of both sides that are named
LETTERS, SMALLER = 0.76, (0.7, 0.64, 0.58)  # of the unit of the sheet
KINDS: tuple[str, ...] = ("rail", "sea", "road", "planned")  # of lines of corridors
PLACES = ("port", "border-crossing")  # kinds of nodes that have a sign
Sign = Callable[[Box], None]


@dataclass(frozen=True)
class Row:
    """A sign that is drawn into a box, and its words; a row without a sign is a heading.

    ``key`` is that of a name that may stand along a line instead.
    """

    words: str
    sign: Sign | None = None
    key: str = ""


@dataclass(frozen=True)
class Key:
    """The rows of a legend, and the size of its letters in pixels."""

    rows: list[Row]
    unit: float


def key(scene: Scene) -> Key:
    """The legend in at most MOST of the sheet: where it is larger, with fewer words, then in smaller letters."""
    if not scene.sheet.legend:
        return Key([], LETTERS * scene.unit)
    room = MOST * scene.canvas.width * scene.canvas.height
    tries = [(rows(scene), LETTERS)]
    short = rows(scene, short=True)
    tries += [(short, letters) for letters in (LETTERS, *SMALLER)]
    for found, letters in tries:
        drawn = Key(found, letters * scene.unit)
        width, height = _size(drawn)
        if width * height <= room:
            break
    return drawn


def rows(scene: Scene, short: bool = False) -> list[Row]:
    """The rows for what is drawn now; ``short`` has one for each corridor, and fewer travellers."""
    corridors = _short_corridors(scene) if short else _corridors(scene)
    sides = (False, True) if scene.snapshot.whole.sides else (None,)
    of_sides = (row for side in sides for row in _side(scene, FEW if short else MANY, side))
    return [*of_sides, *_common(scene), *_marks(scene), *corridors]


def _side(scene: Scene, most: int, second: bool | None) -> list[Row]:
    """The travellers and ways of a side of a comparison; of a single tour, whose side is None, all of them."""
    return [*_travellers(scene, most, second), *_ways(scene, second)]


def left(drawn: Key, named: Container[str]) -> Key:
    """The legend without the rows whose names stand on the map."""
    return Key([row for row in drawn.rows if row.key not in named], drawn.unit)


def size(scene: Scene, drawn: Key) -> tuple[float, float]:
    """Width and height in pixels, with room around; nothing for no rows."""
    if not drawn.rows:
        return 0.0, 0.0
    width, height = _size(drawn)
    return width + 1.2 * scene.unit, height + 1.2 * scene.unit


def _size(drawn: Key) -> tuple[float, float]:
    unit = drawn.unit
    most = max((_font(drawn, row).width(row.words) + (SIGN * unit if row.sign else 0) for row in drawn.rows), default=0)
    return min(most, (WIDEST + SIGN) * unit) + 2 * PAD * unit, (len(drawn.rows) * ROW + 1.6 * PAD) * unit


def _font(drawn: Key, row: Row) -> Font:
    return Font(drawn.unit, bold=row.sign is None)


def draw_legend(scene: Scene, box: Box, drawn: Key) -> None:
    """Draw it into the box, which has the size that ``size`` tells."""
    unit, theme = drawn.unit, scene.theme
    inner = box.grown(-0.6 * scene.unit)
    scene.canvas.box(inner, theme.raised, Line(theme.line, max(0.8, 0.06 * unit)), corner=0.35 * unit)
    y = inner.top + 0.8 * PAD * unit
    for row in drawn.rows:
        left, middle = inner.left + PAD * unit, y + ROW * unit / 2
        if row.sign:
            row.sign(Box(left, y, left + (SIGN - 0.6) * unit, y + ROW * unit))
            left += SIGN * unit
        font = _font(drawn, row)
        words = shortened(row.words, font, inner.right - PAD * unit * 0.6 - left)
        scene.canvas.text((left, middle + font.cap / 2), words, Ink(font, theme.ink))
        y += ROW * unit


def _said(scene: Scene, key: str) -> str:
    return scene.words.say(legend.TEXTS[key])


def _disc(scene: Scene, disc: Disc) -> Sign:
    def sign(box: Box) -> None:
        draw_disc(scene.canvas, Box.around(*box.centre, 0.56 * box.height / ROW), disc, casing=False)

    return sign


def _line(draw: Callable[[np.ndarray[tuple[int, int], np.dtype[np.float64]]], None]) -> Sign:
    def sign(box: Box) -> None:
        y = box.centre[1]
        draw(np.array([[box.left, y], [box.right, y]]))

    return sign


def _travellers(scene: Scene, most: int, second: bool | None) -> Iterator[Row]:
    shown, whole, said = scene.shown, scene.snapshot.whole, set[str]()
    travelled = {leg.traveller for leg in shown.legs}
    first = {p.mark.traveller: p.mark for p in reversed(shown.marks) if p.mark.traveller is not None}
    present = sorted(index for index, mark in first.items() if index is not None and second in {None, mark.second})
    for index in present[:most]:
        name = whole.person[whole.travellers[index]].name
        mark = first[index]
        label = "" if shown.dots else f"{mark.letter}{mark.numbers[0]}"
        words = legend.stops(name) if index in travelled else legend.stop(name)
        if mark.letter and mark.letter not in said:
            said.add(mark.letter)
            side = next(side for side in whole.sides if side.letter == mark.letter)
            yield from (Row(line) for line in _heading(scene, scene.words.say(titled(side))))
        key = "" if mark.letter else f"traveller-{index}"  # whose letter has to be told, though the way has a name
        states = {p.mark.status for p in shown.marks if p.mark.traveller == index}
        status = mark.status if len(states) == 1 else Status.HELD
        sign = _disc(scene, Disc(label, status=status, traveller=mark.hue, second=mark.second))
        yield Row(scene.words.say(words), sign, key)
    if left := max(0, len(present) - most):
        more = plural(left, "and {n} more traveller", "and {n} more travellers")
        yield Row(scene.words.say(more), lambda _: None)


def _common(scene: Scene) -> Iterator[Row]:
    """The places that both sides of a comparison have."""
    both = [row.name for row in shared(scene.snapshot.tour, scene.snapshot.view.align) if row.kind == "place"]
    if both:
        line = tr("Both: {places}", places=series(both[:MOST_COMMON] + ["…"] * (len(both) > MOST_COMMON)))
        yield Row(scene.words.say(line), lambda _: None)


def _ways(scene: Scene, second: bool | None) -> Iterator[Row]:
    visit = scene.snapshot.whole.visit
    legs = [leg for leg in scene.shown.legs if second in {None, leg.second}]
    ways = [Way(leg.leg.mode, visit[leg.leg.end].status != Status.HELD) for leg in legs]
    for key in legend.of_ways(ways):
        leg = next(leg for leg in legs if (leg.leg.mode == "unknown") == key.endswith("unknown"))
        style = leg_line(scene.theme, leg.hue, leg.leg.mode, scene.unit * (0.55 if second else 0.8), leg.second)
        yield Row(_said(scene, key), _line(partial(scene.canvas.line, style=style)))


def _marks(scene: Scene) -> Iterator[Row]:
    found = [placed.mark for placed in scene.shown.marks]
    if scene.shown.dots:
        if any(mark.traveller is None for mark in found):
            yield Row(_said(scene, "other-event"), _disc(scene, Disc(symbol="event")))
        return

    def ring(box: Box) -> None:
        draw_ring(scene.canvas, *box.centre, 1.1 * box.height / ROW)

    signs: dict[str, Sign] = {
        "summit": _disc(scene, Disc(symbol="summit")),
        "other-event": _disc(scene, Disc(symbol="event")),
        "announced": _disc(scene, Disc(status=Status.ANNOUNCED)),
        "off": _disc(scene, Disc(symbol="event", status=Status.POSTPONED)),
        "ghost": ring,
        "ghost-unstated": ring,
        "doubtful": _disc(scene, Disc(doubtful=True)),
    }
    drawn = (legend.Sign(mark.symbol, mark.status, mark.doubtful) for mark in found)
    for key in legend.of_marks(drawn, ghosts={placed.ghost.stated for placed in scene.shown.ghosts}):
        yield Row(_said(scene, key), signs[key])


def _heading(scene: Scene, words: str) -> list[str]:
    """In two rows, which are no wider than they have to be."""
    unit = LETTERS * scene.unit
    font = Font(unit, bold=True)
    lines = wrapped(words, font, HEADING * unit, 2)
    return wrapped(words, font, WIDEST * unit, 2) if lines[-1].endswith("…") else lines


def _corridors(scene: Scene) -> Iterator[Row]:
    for corridor in scene.snapshot.corridors:
        kinds = {way.kind for way in ways(corridor, scene.frame)}
        kinds = {"planned" if kind.endswith("-idle") else kind for kind in kinds}
        if kinds:
            yield from (Row(line, key=f"corridor-{corridor.id}") for line in _heading(scene, corridor.title))
        for kind in KINDS:
            if kind in kinds:
                yield Row(_said(scene, kind), _line(_piece(scene, kind)), f"{kind}-{corridor.id}")
        drawn = [node.kinds for node, _, _ in nodes(corridor, scene.frame, calm(scene))]
        for kind in PLACES:
            if any(kind in found for found in drawn):
                yield Row(_said(scene, kind), _node(scene, kind))


def _piece(scene: Scene, kind: str) -> Callable[[np.ndarray[tuple[int, int], np.dtype[np.float64]]], None]:
    return lambda points: draw_way(scene.canvas, points, kind, style_of(scene.theme, 0.95 * scene.unit, calm(scene)))


def _node(scene: Scene, kind: str) -> Sign:
    return lambda box: draw_node(scene.canvas, box.centre, (kind,), style_of(scene.theme, scene.unit, calm(scene)))


def _short_corridors(scene: Scene) -> Iterator[Row]:
    """One row for each corridor, whose sign is a piece of each kind of line in it."""
    for corridor in scene.snapshot.corridors:
        found = {way.kind.partition("-")[0] for way in ways(corridor, scene.frame)}
        kinds = [kind for kind in KINDS if kind in found][:2]
        if kinds:
            yield Row(corridor.title, _pieces(scene, kinds))


def _pieces(scene: Scene, kinds: list[str]) -> Sign:
    def sign(box: Box) -> None:
        y, width = box.centre[1], box.width / len(kinds)
        for index, kind in enumerate(kinds):
            ends = box.left + index * width, box.left + (index + 0.9) * width
            _piece(scene, kind)(np.array([[ends[0], y], [ends[1], y]]))

    return sign
