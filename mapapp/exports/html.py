"""The standalone page: the map layer writes it, with story and map in words; this makes it one of the formats."""

from html import escape

from mapapp.exports.in_words import in_words, story_in_words
from mapapp.maps.standalone import standalone
from mapapp.snapshot import Snapshot
from mapapp.words.comparison import IN_COMMON, table
from mapapp.words.language import Words
from mapapp.words.told import told


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8; the same snapshot gives the same bytes."""
    words = Words(snapshot.language)
    told_beside = common(snapshot, words) + story_in_words(snapshot, words) + in_words(snapshot, words)
    return standalone(snapshot, told_beside)


def common(snapshot: Snapshot, words: Words) -> str:
    """A section that is closed at first with the table of what both sides of a comparison have; else ""."""
    held = table(told(snapshot.whole, words.language), snapshot.view.align, words)
    heading = escape(words.say(IN_COMMON))
    return held and f'<details class="in-words"><summary>{heading}</summary>\n{held}\n</details>\n'
