"""The standalone page: the map layer writes it, with the map in words inside; this makes it one of the formats."""

from mapapp.exports.in_words import in_words
from mapapp.maps.standalone import standalone
from mapapp.snapshot import Snapshot
from mapapp.words.language import Words


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8; the same snapshot gives the same bytes."""
    return standalone(snapshot, in_words(snapshot, Words(snapshot.language)))
