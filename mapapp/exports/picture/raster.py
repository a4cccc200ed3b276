"""The sheet in coarse cells: whose land each cell is, and how much ink lies in it, for finding places for names.

Sums over rectangles cost the same whatever their size, because the cells are kept as running sums (Crow, Summed-area
tables for texture mapping, 1984).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from mapapp.exports.picture.basemap import basemap
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.frame import Frame, Numbers

CELL = 4.0  # pixels; of the sheet
LAKE = "lake"
Cells = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, eq=False)
class Sums:
    """Running sums of cells; ``total`` answers for many rectangles at once."""

    panel: Box
    sums: Cells

    def total(self, left: Numbers, top: Numbers, right: Numbers, bottom: Numbers) -> Numbers:
        """The sum over each rectangle, given in pixels of the sheet; what lies outside the panel counts nothing."""
        rows, columns = self.sums.shape
        x0 = np.clip(np.floor((left - self.panel.left) / CELL).astype(int), 0, columns - 1)
        x1 = np.clip(np.ceil((right - self.panel.left) / CELL).astype(int), 0, columns - 1)
        y0 = np.clip(np.floor((top - self.panel.top) / CELL).astype(int), 0, rows - 1)
        y1 = np.clip(np.ceil((bottom - self.panel.top) / CELL).astype(int), 0, rows - 1)
        found = self.sums[y1, x1] - self.sums[y0, x1] - self.sums[y1, x0] + self.sums[y0, x0]
        return np.asarray(found, dtype=float)

    def share(self, left: Numbers, top: Numbers, right: Numbers, bottom: Numbers) -> Numbers:
        """The mean over each rectangle."""
        cells = np.ceil((right - left) / CELL + 0.01) * np.ceil((bottom - top) / CELL + 0.01)
        return np.asarray(self.total(left, top, right, bottom) / np.maximum(cells, 1))


@dataclass(frozen=True, eq=False)
class Owners:
    """Whose land each cell is: an index into ``names``, "" for the sea."""

    panel: Box
    names: tuple[str, ...]
    cells: Cells

    @cached_property
    def areas(self) -> dict[str, int]:
        """How many cells each name has."""
        counts = np.bincount(self.cells.ravel(), minlength=len(self.names))
        return {name: int(n) for name, n in zip(self.names, counts, strict=True) if n}

    def centre(self, name: str) -> tuple[float, float]:
        """The middle of what is seen of it, in pixels."""
        rows, columns = np.nonzero(self.cells == self.names.index(name))
        x, y = float(columns.mean()) + 0.5, float(rows.mean()) + 0.5
        return self.panel.left + x * CELL, self.panel.top + y * CELL

    def of(self, name: str) -> Sums:
        """Sums of the cells that belong to the name."""
        return _sums(self.panel, self.cells == self.names.index(name))


@lru_cache(maxsize=24)
def owners(frame: Frame) -> Owners:
    """Whose land is where in the frame; lakes belong to nobody's land but to LAKE."""
    ground = basemap(frame)
    shapes = [*ground.land.items(), *([(LAKE, ground.lakes)] if ground.lakes else [])]
    names = ("", *(name or "?" for name, _ in shapes))
    fills = [(path, index) for index, (_, path) in enumerate(shapes, start=1)]
    return Owners(frame.panel, names, _painted(frame.panel, fills, 0))


def ink(panel: Box, lines: Iterable[Numbers], width: float) -> Sums:
    """Where lines run, in a width of pixels."""
    paths = [(Path(points), 1) for points in lines if len(points) > 1]
    return _sums(panel, _painted(panel, paths, width) > 0)


def _painted(panel: Box, shapes: list[tuple[Path, int]], width: float) -> Cells:
    """Cells with the number of the last shape that covers their middle; lines of a width, or fills where it is 0."""
    columns, rows = max(1, round(panel.width / CELL)), max(1, round(panel.height / CELL))
    renderer: Any = RendererAgg(columns, rows, 72)  # type: ignore[no-untyped-call]  # matplotlib types the rest
    place = Affine2D().translate(-panel.left, -panel.bottom).scale(1 / CELL, -1 / CELL)
    context = renderer.new_gc()
    context.set_antialiased(False)
    context.set_linewidth(width / CELL)
    for path, number in shapes:
        colour = (number % 256 / 255, number // 256 / 255, 0.0, 1.0)
        context.set_foreground(colour, isRGBA=True)
        renderer.draw_path(context, path, place, colour if width == 0 else None)
    pixels = np.asarray(renderer.buffer_rgba()).astype(int)
    return np.where(pixels[:, :, 3] > 0, pixels[:, :, 0] + 256 * pixels[:, :, 1], 0)


def _sums(panel: Box, cells: Cells) -> Sums:
    sums = np.zeros((cells.shape[0] + 1, cells.shape[1] + 1), dtype=np.int32)
    sums[1:, 1:] = cells.cumsum(axis=0).cumsum(axis=1)
    return Sums(panel, sums)
