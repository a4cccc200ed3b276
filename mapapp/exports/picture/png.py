"""The picture as PNG, in one to four times the pixels of its sheet."""

from mapapp.exports.picture.drawing import draw
from mapapp.exports.sheet import Sheet
from mapapp.snapshot import Snapshot


def write(snapshot: Snapshot, sheet: Sheet) -> bytes:
    """The file; the same snapshot and sheet give the same bytes."""
    scene = draw(snapshot, sheet)
    return scene.canvas.png(sheet.scale, {"Title": scene.snapshot.whole.title[:200]}, compress_level=4)
