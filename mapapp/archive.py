"""ZIP archives: the same bytes for the same contents, whatever the clock of the machine shows."""

import io
from collections.abc import Mapping

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of the calendar of ZIP; a part told nothing would bear the time of writing
_READABLE = 0o644 << 16


def zipped(contents: Mapping[str, bytes]) -> bytes:
    """An archive with these parts by name, in their order."""
    import zipfile  # not above: it takes as long as a tour to read, and the library reads this module

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in contents.items():
            part = zipfile.ZipInfo(name, _BEGINNING)
            part.compress_type, part.external_attr = zipfile.ZIP_DEFLATED, _READABLE
            archive.writestr(part, content, compresslevel=9)
    return out.getvalue()
