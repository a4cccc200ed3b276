"""The picture as PNG, in one to four times the pixels of its sheet."""

from io import BytesIO

from mapapp.exports.picture.canvas import PER_INCH
from mapapp.exports.picture.drawing import draw
from mapapp.exports.sheet import Sheet
from mapapp.snapshot import Snapshot


def write(snapshot: Snapshot, sheet: Sheet) -> bytes:
    """The file; the same snapshot and sheet give the same bytes."""
    scene = draw(snapshot, sheet)
    out = BytesIO()
    scene.canvas.figure.savefig(
        out,
        format="png",
        dpi=PER_INCH * sheet.scale,
        metadata={"Software": "mapapp", "Title": scene.snapshot.whole.title[:200]},
        pil_kwargs={"compress_level": 4},
    )
    return out.getvalue()
