"""The standalone page: the map layer writes it, with story and map in words; this makes it one of the formats."""

from mapapp.exports.in_words import in_words, story_in_words
from mapapp.maps.standalone import standalone
from mapapp.snapshot import Snapshot
from mapapp.words.language import Words


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8; the same snapshot gives the same bytes."""
    words = Words(snapshot.language)
    return standalone(snapshot, story_in_words(snapshot, words) + in_words(snapshot, words))
