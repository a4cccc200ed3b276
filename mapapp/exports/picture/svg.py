"""The picture as SVG, whose text stays text, with the letters of Latin, Cyrillic and Georgian inside the file."""

import re
from base64 import b64encode
from io import BytesIO
from pathlib import Path

from mapapp.exports.picture.drawing import draw
from mapapp.exports.picture.typeface import plain
from mapapp.exports.sheet import Sheet
from mapapp.snapshot import Snapshot

FONTS = Path(__file__).parents[2] / "maps" / "assets" / "fonts"
FAMILY = "'Noto Sans', 'Noto Sans Georgian', 'DejaVu Sans', sans-serif"
DIRECTION = "text { unicode-bidi: plaintext }"  # each line runs as its own first letter does
_NAMES = re.compile(rb"font-family: &apos;mapapp (Sans|Wide)&apos;[^;\"]*|font-family: 'mapapp (Sans|Wide)'[^;\"]*")
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>]*>\s*")  # it names a file on another host
_FACES = re.compile(r"@font-face {.*?}", re.DOTALL)
_RANGE = re.compile(r"U\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?")


def write(snapshot: Snapshot, sheet: Sheet) -> bytes:
    """The file, in UTF-8; the same snapshot and sheet give the same bytes."""
    out = BytesIO()
    draw(snapshot, sheet).canvas.figure.savefig(
        out, format="svg", metadata={"Date": None, "Creator": "mapapp", "Title": plain(snapshot.whole.title)}
    )
    content = _NAMES.sub(_family, _DOCTYPE.sub(b"", out.getvalue()))
    faces = "\n".join(_faces(content.decode("utf-8")))
    return content.replace(b"<defs>", f"<defs>\n<style>{faces}\n{DIRECTION}</style>".encode(), 1)


def _family(match: re.Match[bytes]) -> bytes:
    """The family that readers have; letters are set apart by a property where the picture has a font for it."""
    wide = b"Wide" in (match[1] or match[2])
    return f"font-family: {FAMILY}{'; letter-spacing: 0.17em' if wide else ''}".encode()


def _faces(text: str) -> list[str]:
    """The rules of the fonts of which the text has letters, with the fonts inside."""
    used = {ord(character) for character in set(re.sub(r"<[^>]*>", "", text))}
    found = []
    for face in _FACES.findall((FONTS / "fonts.css").read_text(encoding="utf-8")):
        ranges = [(int(a, 16), int(b or a, 16)) for a, b in _RANGE.findall(face.split("unicode-range")[1])]
        if any(low <= code <= high for code in used for low, high in ranges):
            name = re.findall(r"url\((.*?)\)", face)[0]
            data = b64encode((FONTS / name).read_bytes()).decode()
            found.append(face.replace(f"url({name})", f"url(data:font/woff2;base64,{data})"))
    return found
