"""The files within a compound file, in which old programs keep their documents (MS-CFB)."""

import struct
from collections.abc import Iterator

from mapapp.message import tr
from mapapp.tables.sheets.sheet import NO_WORKBOOK, Unreadable

FREE = 0xFFFF_FFFA  # from here on a number of a sector is none
_HEADER, _ENTRY = 512, 128
_BROKEN = tr("the file is damaged; save it anew as XLSX")


class Compound:
    """The streams of a compound file by their names. Raises Unreadable for a damaged one."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER:
            raise Unreadable(NO_WORKBOOK)
        self._data = data
        sector, short = struct.unpack_from("<HH", data, 30)
        if not (7 <= sector <= 16 and 4 <= short < sector):
            raise Unreadable(NO_WORKBOOK)
        self._size, self._short_size = 1 << sector, 1 << short
        (directory,) = struct.unpack_from("<I", data, 48)
        self._cutoff, short_table, _, more, _ = struct.unpack_from("<IIIII", data, 56)
        self._table = self._read_table(more)
        self._short_table = _numbers(self._stream(short_table))
        entries = self._stream(directory)
        self._entries = dict(_entries(entries))
        root_start, root_size = next(iter(self._entries.values()), (FREE, 0))
        self._short = self._stream(root_start)[:root_size]

    def __getitem__(self, name: str) -> bytes:
        """The content of a stream. Raises KeyError."""
        start, size = self._entries[name]
        return (self._short_stream(start) if size < self._cutoff else self._stream(start))[:size]

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def _read_table(self, more: int) -> tuple[int, ...]:
        """For each sector the one that follows it; the header lists where that table lies, then sectors."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        seen: set[int] = set()
        while more < FREE and more not in seen:
            seen.add(more)
            *found, more = _numbers(self._sector(more)) or (FREE,)
            listed += found
        return _numbers(b"".join(self._sector(number) for number in listed if number < FREE))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _stream(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _chain(start, self._table))

    def _short_stream(self, start: int) -> bytes:
        size = self._short_size
        return b"".join(self._short[n * size : (n + 1) * size] for n in _chain(start, self._short_table))


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(start: int, table: tuple[int, ...]) -> Iterator[int]:
    """The sectors of a stream; one that leads in a circle, or out of the file, is damaged."""
    for _ in range(len(table) + 1):
        if start >= FREE:
            return
        if start >= len(table):
            break
        yield start
        start = table[start]
    raise Unreadable(_BROKEN)


def _entries(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """The name, first sector and size of each stream; the first entry is the root, which holds the short ones."""
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        start, size = struct.unpack_from("<II", directory, at + 116)
        if kind:
            yield directory[at : at + min(length, 64)].decode("utf-16-le", "replace").rstrip("\0"), (start, size)
