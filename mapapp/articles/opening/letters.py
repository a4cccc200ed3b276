"""The characters of a text file, whose encoding nothing states."""

from mapapp.errors import ArticleError
from mapapp.message import tr
from mapapp.tables.decoding import decoded

_LOOKED_AT = 4000  # bytes
_WIDE = 0.2  # of the bytes that are zero; a text in one byte a letter has none
_SHOUTED = 0.6  # of the Cyrillic letters that are capitals: KOI8-R read as Windows-1251, which swaps their cases


def text_of(data: bytes) -> str:
    """The text, also in UTF-16 without its mark and in KOI8-R. Raises ArticleError where it is none."""
    head = data[:_LOOKED_AT]
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and (zeros := _zeros(head)):
        return data.decode(zeros, errors="replace")
    try:
        text = decoded(data).text
    except UnicodeDecodeError:
        raise ArticleError(tr("The file is no text that can be read. Save it as UTF-8, or paste the text.")) from None
    letters = [c for c in text[:_LOOKED_AT] if "\u0400" <= c <= "\u04ff"]
    if sum(c.isupper() for c in letters) > _SHOUTED * len(letters) and not _is_utf8(data):
        other = data.decode("koi8-r", errors="replace")
        return other if sum(c.islower() for c in other[:_LOOKED_AT]) > len(letters) / 2 else text
    return text


def _zeros(head: bytes) -> str:
    """UTF-16 by which of each two bytes is zero, or else is that of Cyrillic letters; "" for another encoding."""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = head[offset::2]
        share = sum(byte in (0, 4) for byte in high) / max(len(high), 1)
        if share > 1 - _WIDE and b"\0" in high:
            return encoding
    return ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
