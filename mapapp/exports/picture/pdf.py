"""The picture as PDF, with its letters inside, so that names can be searched and copied."""

import re
from io import BytesIO

from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from mapapp.exports.picture.drawing import draw
from mapapp.exports.picture.typeface import plain
from mapapp.exports.sheet import Sheet
from mapapp.snapshot import Snapshot

_PREFIX = re.compile(rb"/[A-Z]{6}\+(?=mapapp|DejaVu)")


def write(snapshot: Snapshot, sheet: Sheet) -> bytes:
    """The file; the same snapshot and sheet give the same bytes."""
    scene = draw(snapshot, sheet)
    return pages([scene.canvas.figure], scene.snapshot.whole.title)


def pages(figures: list[Figure], title: str) -> bytes:
    """Figures as the pages of a PDF without the time of writing.

    matplotlib marks cut fonts with six letters that differ from process to process; here they are always the same.
    """
    out = BytesIO()
    about = {"Title": plain(title), "Creator": "mapapp", "Producer": "matplotlib", "CreationDate": None}
    with PdfPages(out, metadata=about) as file:
        for figure in figures:
            file.savefig(figure)
    return _PREFIX.sub(b"/MAPAPP+", out.getvalue())
