"""KMZ: the KML, packed."""

from mapapp.archive import zipped
from mapapp.exports import kml
from mapapp.snapshot import Snapshot


def write(snapshot: Snapshot) -> bytes:
    """The archive with ``doc.kml``, the name that readers look for."""
    return zipped({"doc.kml": kml.write(snapshot)})
