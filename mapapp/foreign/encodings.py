"""The bytes of somebody's text: Unicode, or the old encoding under which most of its words are known.

Letters alone tell little in a short table; names of places tell more.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from mapapp.message import plural, tr
from mapapp.tables.decoding import MARKS
from mapapp.tables.letters import NAMES, guessed

CALLED = {
    **NAMES,
    "koi8-r": tr("Cyrillic (KOI8-R)"),
    "cp866": tr("Cyrillic (DOS, 866)"),
    "mac_cyrillic": tr("Cyrillic (Macintosh)"),
    "mac_roman": tr("Western European (Macintosh)"),
    "cp850": tr("Western European (DOS, 850)"),
    "cp852": tr("Central European (DOS, 852)"),
    "iso8859-9": tr("Turkish (ISO 8859-9)"),
    "gb18030": tr("Chinese (GB 18030)"),
    "shift_jis": tr("Japanese (Shift JIS)"),
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
OLD = tuple(name for name in CALLED if not name.startswith("utf"))
_SAMPLED, _TRIED = 40, 4  # words that are asked for; encodings for which they are
_READ = 60_000  # bytes in which words are looked for
_WORDS = re.compile(r"[^\n\r,;\t|\"]*[^\x00-\x7f\n\r,;\t|\"][^\n\r,;\t|\"]*")
_GAP = re.compile(r" {2,}")
Known = Callable[[str], bool]


def text_of(data: bytes, known: Known) -> tuple[str, str]:
    """The text, and a sentence on how it was read, "" for UTF-8. ``known`` tells whether a cell says something known.

    Raises UnicodeDecodeError for what is no text in any encoding that is tried.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            said = "" if encoding == "utf-8" else tr("The text is read as UTF-16, as its first bytes say.")
            return data[len(mark) :].decode(encoding), said
    if b"\0" in data[:_READ]:
        encoding = "utf-16-le" if data[1:_READ:2].count(0) > data[0:_READ:2].count(0) else "utf-16-be"
        return data.decode(encoding), tr("The text is read as UTF-16, which every second byte shows.")
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        encoding, count = _old(data, known)
    if not encoding:
        return data.decode("utf-8"), ""  # raises what is wrong with it
    return data.decode(encoding), plural(
        count,
        "The text is read as {encoding}, in which {n} of its word is known.",
        "The text is read as {encoding}, in which {n} of its words are known.",
        encoding=CALLED[encoding],
    )


def _old(data: bytes, known: Known) -> tuple[str, int]:
    """The old encoding under which most words are known, and how many are; "" where none can be."""
    guess = guessed(data)
    first = [name for name in (guess.encoding, guess.rival) if name] if guess else []
    head = data[:_READ]
    head = head[: head.rfind(b"\n") + 1] or head
    texts: dict[str, str] = {}
    for encoding in (*first, *OLD):
        try:
            data.decode(encoding)
            texts.setdefault(encoding, head.decode(encoding))
        except UnicodeDecodeError:
            continue
    likely = sorted(texts, key=lambda name: (-_lettered(texts[name]), [*texts].index(name)))[:_TRIED]
    counts = {name: sum(map(known, _sample(texts[name]))) for name in dict.fromkeys((*first, *likely)) if name in texts}
    best = max(counts, key=lambda name: counts[name], default="")
    return best, counts.get(best, 0)


def _sample(text: str) -> Iterator[str]:
    """Distinct cells with letters beyond ASCII, in words as people write them."""
    found = dict.fromkeys(cell.strip() for match in _WORDS.findall(text) for cell in _GAP.split(match))
    yield from [cell for cell in found if 1 < len(cell) < 60 and _lettered(cell) > 0][:_SAMPLED]


def _lettered(text: str) -> float:
    """How well the signs beyond ASCII are those of words: small letters behind capitals or others, of one alphabet."""
    score, before = 0.0, " "
    for sign in text:
        if not sign.isascii():
            if not sign.isalpha():
                score -= 2 if sign not in "«»–—№“”’…°º" else 0
            elif sign.islower() or not before.isalpha() or unicodedata.category(sign) == "Lo":
                score += 1
            elif before.islower():
                score -= 1
            if before.isalpha() and before.isascii() and ord(sign) > 0x24F:
                score -= 1
        before = sign
    return score
