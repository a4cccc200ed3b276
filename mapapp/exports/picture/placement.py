"""Finds places for names: beside a point, or within an area; never over another name, a disc or the legend."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.frame import Numbers
from mapapp.exports.picture.raster import CELL, Sums

INK = 30.0  # how much a name rather stands elsewhere than over a line, beside preferring the first place
Size = tuple[float, float]


@dataclass
class Places:
    """Where names may stand: inside ``panel``, free of the boxes ``taken``, and rather not over ``ink``."""

    panel: Box
    taken: list[Box]
    ink: Sums

    def beside(self, point: tuple[float, float], around: Box, size: Size, gap: float, most: float = 1) -> Box | None:
        """The best free box of a size beside a symbol that covers ``around``; None where there is none.

        Lines may cover a share ``most`` of it.
        """
        width, height = size
        x, y = point
        right, left = around.right + gap, around.left - gap - width
        above, below = around.top - gap * 0.6 - height, around.bottom + gap * 0.6
        middle, level = x - width / 2, y - height / 2
        corners = [
            (right, level), (middle, below), (left, level), (middle, above),
            (right - gap, below - 0.3 * height), (right - gap, above + 0.3 * height),
            (left + gap, below - 0.3 * height), (left + gap, above + 0.3 * height),
        ]  # fmt: skip
        return self._best(np.array(corners), size, np.arange(len(corners), dtype=np.float64) / 4, most)

    def within(  # noqa: PLR0913, PLR0917  # what a name in an area depends on
        self, land: Sums, anchor: tuple[float, float], size: Size, reach: float, least: float, most: float = 1
    ) -> Box | None:
        """The free box of a size that lies in an area, as near to the anchor as lines allow; None for none.

        At least a share ``least`` of the box lies in the area; its middle is at most ``reach`` pixels away; lines may
        cover a share ``most`` of it.
        """
        width, height = size
        step = 2 * CELL
        x = np.arange(max(self.panel.left, anchor[0] - reach), min(self.panel.right, anchor[0] + reach), step)
        y = np.arange(max(self.panel.top, anchor[1] - reach), min(self.panel.bottom, anchor[1] + reach), step)
        if not len(x) or not len(y):
            return None
        across, down = (grid.ravel() for grid in np.meshgrid(x, y))
        corners = np.column_stack([across - width / 2, down - height / 2])
        inside = land.share(*_edges(corners, size))
        away = np.hypot(across - anchor[0], down - anchor[1]) / max(self.panel.height, 1)
        fits = inside >= least
        if not fits.any():
            return None
        return self._best(corners[fits], size, away[fits] * 3 + (1 - inside[fits]) * 20, most)

    def _best(self, corners: Numbers, size: Size, costs: Numbers, most: float = 1) -> Box | None:
        left, top, right, bottom = _edges(corners, size)
        free = (left >= self.panel.left) & (right <= self.panel.right)
        free &= (top >= self.panel.top) & (bottom <= self.panel.bottom)
        for box in self.taken:
            free &= (left >= box.right) | (right <= box.left) | (top >= box.bottom) | (bottom <= box.top)
        inked = self.ink.share(left, top, right, bottom)
        free &= inked <= most
        if not free.any():
            return None
        total = np.where(free, costs + INK * inked, np.inf)
        best = int(total.argmin())
        return Box(float(left[best]), float(top[best]), float(right[best]), float(bottom[best]))


def _edges(corners: Numbers, size: Size) -> Sequence[Numbers]:
    return corners[:, 0], corners[:, 1], corners[:, 0] + size[0], corners[:, 1] + size[1]
