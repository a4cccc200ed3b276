"""Texts of old workbooks: letters of one or two bytes, in records that may be continued (MS-XLS 2.5.293, 2.4.265)."""

import struct
from collections.abc import Iterator, Sequence

from mapapp.message import tr
from mapapp.tables.sheets.sheet import Unreadable

_WIDE, _SOUNDS, _RUNS = 1, 4, 8  # flags: letters of two bytes; how it is read aloud, and fonts, stand behind it


def unicode_string(content: bytes, at: int, *, short: bool = False) -> tuple[str, int]:
    """A text that lies within one record, and where it ends; ``short``: its length has one byte."""
    length, flags = struct.unpack_from("<BB" if short else "<HB", content, at)
    at += 2 if short else 3
    wide = flags & _WIDE
    end = at + length * (2 if wide else 1)
    return content[at:end].decode("utf-16-le" if wide else "latin-1", "replace"), end


def shared(pieces: Sequence[bytes], most: int) -> Iterator[str]:
    """The texts that cells share, from their record and those behind it. Raises Unreadable for too many."""
    if not pieces:
        return
    reader = _Pieces(pieces)
    _, count = struct.unpack("<II", reader.take(8))
    if count > most:
        raise Unreadable(tr("it has more than {most} texts; delete what is not the tour", most=most))
    for _ in range(count):
        head = reader.take(3)
        if len(head) < 3:
            return
        length, flags = struct.unpack("<HB", head)
        (runs,) = struct.unpack("<H", reader.take(2)) if flags & _RUNS else (0,)
        (sounds,) = struct.unpack("<I", reader.take(4)) if flags & _SOUNDS else (0,)
        yield reader.letters(length, flags & _WIDE)
        reader.take(4 * runs + sounds)


class _Pieces:
    """The bytes of several records one behind the other."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces, self._piece, self._at = pieces, 0, 0

    def take(self, count: int) -> bytes:
        """So many bytes, or fewer at the end."""
        found = b""
        while True:
            taken = self._pieces[self._piece][self._at : self._at + count - len(found)]
            found += taken
            self._at += len(taken)
            if len(found) == count or self._piece + 1 == len(self._pieces):
                return found
            self._piece, self._at = self._piece + 1, 0

    def letters(self, count: int, wide: int) -> str:
        """So many letters; where a record ends before the last, the next one says anew how many bytes a letter has."""
        text = ""
        while True:
            size = 2 if wide else 1
            taken = self._pieces[self._piece][self._at : self._at + count * size]
            text += taken.decode("utf-16-le" if wide else "latin-1", "replace")
            self._at += len(taken)
            count -= len(taken) // size
            if not count or self._piece + 1 == len(self._pieces):
                return text
            self._piece, self._at = self._piece + 1, 1
            wide = self._pieces[self._piece][0] & _WIDE
