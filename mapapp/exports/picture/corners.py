"""Where legend, locator and scale bar stand: in the corners of the map that are emptiest."""

from itertools import combinations, permutations

import numpy as np

from mapapp.exports.picture import legend, locator, scalebar
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.corridor import ways
from mapapp.exports.picture.placement import Size
from mapapp.exports.picture.raster import CELL, ink
from mapapp.exports.picture.scene import Scene

LIKED = {"legend": ("br", "bl", "tr", "tl"), "locator": ("tr", "tl", "br", "bl"), "scale": ("bl", "br", "tl", "tr")}
COVERED, CROSSED, DISLIKED = 50.0, 6.0, 0.15  # what it costs to cover a mark, to lie over lines, to stand elsewhere
TOUCHING = 200.0  # and to cover another of the three


def corners(scene: Scene, drawn: legend.Key) -> tuple[dict[str, tuple[Box, str]], bool]:
    """The boxes of "legend", "locator" and "scale" with their corners ("br" is bottom right).

    Also tells whether one of them covers a mark; then the map should show more around its marks.
    """
    panel, shown = scene.frame.panel, scene.shown
    globe = locator.size(scene)
    sizes = {"legend": legend.size(scene, drawn), "locator": (globe, globe), "scale": scalebar.size(scene)}
    wanted = {name: size for name, size in sizes.items() if size[0] > 0}
    lines = [piece for leg in shown.legs for piece in leg.pieces]
    lines += [p for corridor in scene.snapshot.corridors for way in ways(corridor, scene.frame) for p in way.pieces]
    inked = ink(panel, lines, CELL)
    marks = [placed.box.grown(0.2 * scene.unit) for placed in shown.marks]
    marks += [Box.around(*ghost.at, scene.unit) for ghost in shown.ghosts]

    def cost(name: str, box: Box, corner: str) -> tuple[float, int]:
        share = inked.share(*(np.array([edge]) for edge in box))
        hidden = sum(box.overlaps(mark) for mark in marks) if len(marks) < 500 else 0
        return COVERED * hidden + CROSSED * float(share[0]) + DISLIKED * LIKED[name].index(corner), hidden

    costs = {
        (n, c): cost(n, corner_box(panel, size, c), c) for n, size in wanted.items() for c in ("tl", "tr", "bl", "br")
    }

    def total(order: tuple[str, ...]) -> float:
        pairs = list(zip(wanted, order, strict=True))
        boxes = [corner_box(panel, wanted[name], corner) for name, corner in pairs]
        touching = sum(a.overlaps(b) for a, b in combinations(boxes, 2))
        return sum(costs[pair][0] for pair in pairs) + TOUCHING * touching

    best = min(permutations(("tl", "tr", "bl", "br"), len(wanted)), key=total)
    chosen = dict(zip(wanted, best, strict=True))
    hides = any(costs[pair][1] for pair in chosen.items())
    return {name: (corner_box(panel, wanted[name], corner), corner) for name, corner in chosen.items()}, hides


def corner_box(panel: Box, size: Size, corner: str) -> Box:
    """The box of a size in a corner of the panel."""
    width, height = size
    top = panel.top if corner[0] == "t" else panel.bottom - height
    left = panel.left if corner[1] == "l" else panel.right - width
    return Box(left, top, left + width, top + height)
