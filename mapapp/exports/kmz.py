"""KMZ: the KML, packed."""

import io
import zipfile

from mapapp.exports import kml
from mapapp.snapshot import Snapshot

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of the time that archives know; the clock would change the bytes


def write(snapshot: Snapshot) -> bytes:
    """The archive with ``doc.kml``, the name that readers look for."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        part = zipfile.ZipInfo("doc.kml", _BEGINNING)
        part.compress_type = zipfile.ZIP_DEFLATED
        part.external_attr = 0o644 << 16
        archive.writestr(part, kml.write(snapshot), compresslevel=9)
    return out.getvalue()
