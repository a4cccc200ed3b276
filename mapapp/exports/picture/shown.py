"""What of the itinerary stands on a picture, and where: marks, legs and other places on record, in pixels."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from mapapp import story
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.frame import Frame, Numbers
from mapapp.exports.picture.typeface import Font
from mapapp.heart import Gate, gates
from mapapp.marks import Ghost, Mark, ghosts, marks
from mapapp.position import Position, great_circle
from mapapp.snapshot import Snapshot
from mapapp.tour import Leg
from mapapp.words.language import Words

NUMBERED = 200  # more marks than this are dots, as in the app
CROWDED = 0.12  # of the map's area; discs that would cover more become dots, too
NEAR, GAP = 1.55, 0.16  # distances of discs that would hide each other, and between those side by side
FIRST, OTHER, GHOST, DOT = 1.75, 1.4, 1.25, 0.5  # sizes of discs, rings and dots, of the size of the letters
EDGE = 1.35  # of the size of the letters; so far from the edge of the map stands the disc of a place beyond it


@dataclass(frozen=True)
class PlacedMark:
    """A mark with the text and box of its disc, and the pixel of its place, from which a crowd may have moved the disc.

    ``beyond`` is "to" or "from" for a place outside the map, whose disc stands where its leg leaves or enters the map.
    """

    mark: Mark
    label: str
    box: Box
    at: tuple[float, float]
    beyond: str = ""


@dataclass(frozen=True)
class PlacedLeg:
    """A leg with its great circle in pixels, in pieces where it leaves the sheet.

    ``traveller`` is an index, ``hue`` that of a colour; ``second`` is whether it is of the second side of a comparison.
    """

    leg: Leg
    traveller: int
    hue: int
    pieces: tuple[Numbers, ...]
    second: bool = False


@dataclass(frozen=True)
class PlacedGhost:
    """Another place on record with the pixel of its ring, and that of the place where the event is drawn."""

    ghost: Ghost
    at: tuple[float, float]
    tied: tuple[float, float]


@dataclass(frozen=True)
class Shown:
    """The itinerary in a frame, each way once. ``dots`` is whether marks are too many for numbers and names."""

    marks: tuple[PlacedMark, ...]
    legs: tuple[PlacedLeg, ...]
    ghosts: tuple[PlacedGhost, ...]
    dots: bool


def shown_marks(snapshot: Snapshot) -> tuple[Mark, ...]:
    """The marks that the view leaves; their numbers are those of the whole tour."""
    events, visits = snapshot.tour.event, snapshot.tour.visit
    return tuple(
        mark
        for mark in marks(snapshot.whole)
        if any(e in events for e in mark.events) or (not mark.events and any(v in visits for v in mark.visits))
    )


def shown_ghosts(snapshot: Snapshot) -> tuple[Ghost, ...]:
    """The other places on record for the events that the view leaves."""
    return tuple(ghost for ghost in ghosts(snapshot.whole) if ghost.event in snapshot.tour.event)


def far_gates(snapshot: Snapshot) -> dict[str, Gate]:
    """The far places that a first view leaves out, with the legs that stand for them; none where a link has a view."""
    if snapshot.view.framing or len(snapshot.tour.legs) > NUMBERED:
        return {}
    return gates(snapshot.tour, shown_marks(snapshot), [ghost.place for ghost in shown_ghosts(snapshot)])


def places(snapshot: Snapshot) -> list[Position]:
    """Every position that a first view should hold: marks, other places on record, and legs on their way.

    Far ends of the way are left out. A view that leaves nothing still shows where its tour went.
    """
    if focused := _in_focus(snapshot):
        return focused
    far, visit = far_gates(snapshot), snapshot.tour.visit
    found = [mark.place.position for mark in shown_marks(snapshot) or marks(snapshot.whole) if mark.place.id not in far]
    found += [ghost.place.position for ghost in shown_ghosts(snapshot)]
    if len(snapshot.tour.legs) <= NUMBERED:
        near = [leg for leg in snapshot.tour.legs if not {visit[leg.start].place.id, visit[leg.end].place.id} & {*far}]
        found += [p for leg in near for p in great_circle(*_ends(snapshot, leg), step_km=400)]
    return found


def _in_focus(snapshot: Snapshot) -> list[Position]:
    """The places of what a scene of the story is about, far ones only where there is nothing else."""
    near = story.focus(snapshot.whole, snapshot.view.scene)
    if not near:
        return []
    found = [m.place for m in shown_marks(snapshot) if near.events.intersection(m.events) or near.visits & {*m.visits}]
    far = far_gates(snapshot)
    own = [place.position for place in found if place.id not in far] or [place.position for place in found]
    scene = story.scene(snapshot.whole, snapshot.view.scene)
    return [*own, *_along(snapshot, own)] if scene and scene.corridor else own


def _along(snapshot: Snapshot, own: list[Position]) -> list[Position]:
    """What of the corridors lies no farther from the places than they from each other; all of it around one place."""
    west, south, east, north = (f(p[axis] for p in own) for f in (min, max) for axis in (0, 1))
    wide, high = east - west, north - south
    every = [node.position for corridor in snapshot.corridors for node in corridor.nodes]
    if not (wide or high):
        return every
    return [
        p for p in every if west - wide <= p.longitude <= east + wide and south - high <= p.latitude <= north + high
    ]


def placed(snapshot: Snapshot, frame: Frame, unit: float, words: Words) -> Shown:
    """The itinerary in pixels; ``unit`` is the size of the letters. A way gone many times is drawn once."""
    left = shown_marks(snapshot)
    area = frame.panel.width * frame.panel.height
    dots = len(left) > NUMBERED or len(left) * (FIRST * unit) ** 2 > CROWDED * area
    legs = []
    for leg in snapshot.tour.legs:
        start, end = _ends(snapshot, leg)
        if start != end:
            line = np.array(great_circle(start, end, 250 if dots else 50), dtype=float)
            traveller = snapshot.whole.travellers.index(snapshot.tour.visit[leg.start].traveller)
            hue = snapshot.whole.hues[traveller]
            second = bool(snapshot.whole.sides) and hue == 1
            legs.append(PlacedLeg(leg, traveller, hue, tuple(frame.lines(line)), second))
    beyond = _beyond(far_gates(snapshot), legs, frame, unit)
    told = [(mark, words.say(mark.label)) for mark in left]
    discs = tuple(_discs(told, frame, unit, dots, beyond))
    rings = tuple(_rings(shown_ghosts(snapshot), [] if dots else [disc.box for disc in discs], frame, unit))
    ways = {(*_ends(snapshot, leg.leg), leg.traveller, leg.leg.mode): leg for leg in reversed(legs)}
    return Shown(discs, tuple(reversed(ways.values())), rings, dots)


def _beyond(
    far: Mapping[str, Gate], legs: list[PlacedLeg], frame: Frame, unit: float
) -> dict[str, tuple[tuple[float, float], str]]:
    """Where the ways to far places cross the edge of the map, by the ids of the places, and whether they lead there."""
    inner = frame.panel.grown(-EDGE * unit)
    found = {}
    for id_, gate in far.items():
        line = np.vstack(next(leg.pieces for leg in legs if leg.leg is gate.leg))
        line = line if gate.outward else line[::-1]
        inside = (line[:, 0] > inner.left) & (line[:, 0] < inner.right)
        inside &= (line[:, 1] > inner.top) & (line[:, 1] < inner.bottom)
        if inside.any() and not inside[-1]:
            x, y = line[np.flatnonzero(inside)[-1]]
            found[id_] = ((float(x), float(y)), "to" if gate.outward else "from")
    return found


def _rings(ghosts: tuple[Ghost, ...], taken: list[Box], frame: Frame, unit: float) -> Iterator[PlacedGhost]:
    """Rings at their places, or beside the discs that stand there; one for all that are at a place."""
    known: dict[tuple[float, float], tuple[float, float]] = {}
    for ghost in ghosts:
        at = frame.point(ghost.place.position)
        if at not in known:
            box = Box.around(*at, GHOST * unit / 2)
            while crossed := [other for other in taken if other.overlaps(box)]:
                box = box.moved(max(other.right for other in crossed) + GAP * unit - box.left, 0)
            known[at] = box.centre
            taken = [*taken, box]
        yield PlacedGhost(ghost, known[at], frame.point(ghost.drawn.position))


def _ends(snapshot: Snapshot, leg: Leg) -> tuple[Position, Position]:
    visit = snapshot.tour.visit
    return visit[leg.start].place.position, visit[leg.end].place.position


def _discs(
    left: list[tuple[Mark, str]],
    frame: Frame,
    unit: float,
    dots: bool,
    beyond: Mapping[str, tuple[tuple[float, float], str]],
) -> Iterator[PlacedMark]:
    """Boxes of the discs; those at one place, or whose discs would hide each other, stand side by side."""
    taken: list[Box] = []
    for mark, label in left:
        at, direction = beyond.get(mark.place.id, (frame.point(mark.place.position), ""))
        x, y = at
        if dots:
            yield PlacedMark(mark, label, Box.around(x, y, DOT * unit / 2), (x, y), direction)
            continue
        size = FIRST * unit
        box = Box.around(x, y, _wide(label, size, unit) / 2, size / 2)
        near = [b for b in taken if math.hypot(b.centre[0] - x, b.centre[1] - y) < NEAR * unit or box.overlaps(b)]
        if near:
            box = _free(Box.around(x, y, _wide(label, OTHER * unit, unit) / 2, OTHER * unit / 2), near[0], taken, unit)
        taken.append(box)
        yield PlacedMark(mark, label, box, at, direction)


def _free(box: Box, first: Box, taken: list[Box], unit: float) -> Box:
    """The disc beside the first that is in its way, or at the free spot that is nearest to that one."""
    gap = GAP * unit
    beside = box.moved(first.right + gap - box.left, first.centre[1] - box.centre[1])
    if not any(other.overlaps(beside) for other in taken):
        return beside
    spots = [
        box.moved(side, up)
        for other in taken
        for side, up in (
            (other.right + gap - box.left, other.centre[1] - box.centre[1]),
            (other.left - gap - box.right, other.centre[1] - box.centre[1]),
            (0.0, other.top - gap - box.bottom),
            (0.0, other.bottom + gap - box.top),
        )
    ]
    x, y = box.centre
    spots.sort(key=lambda spot: math.hypot(spot.centre[0] - x, spot.centre[1] - y))
    return next((spot for spot in spots if not any(other.overlaps(spot) for other in taken)), beside)


def _wide(label: str, size: float, unit: float) -> float:
    """The width of a disc so tall that holds the text."""
    return max(size, Font(size * 0.5, bold=True).width(label) + 0.8 * unit)
