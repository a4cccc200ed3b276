"""Parts of a packed workbook, read bit by bit: XML by expat, which calls back at each element that is of use.

There are no entities: a declaration of a document type, in which alone they can be made, is refused.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from xml.parsers import expat

from mapapp.message import tr
from mapapp.tables.sheets.sheet import NO_WORKBOOK, Limits, Unreadable

CHUNK = 1 << 16
Attributes = dict[str, str]
Begin = Callable[[Attributes], None]


class Reader:
    """Base of what is called back. ``elements`` gives for each name of an element what its beginning is told to.

    Names are written with the prefix of the root element, in whatever namespace that is: in every part of a workbook it
    is one, and other elements have another prefix.
    """

    def __init__(self, elements: Mapping[str, Begin]) -> None:
        self._elements = elements
        self._begin: dict[str, Begin | None] = {}
        self._prefix: str | None = None
        self._pieces: list[str] = []
        self._done: Callable[[str], None] = lambda _: None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.StartDoctypeDeclHandler = _refuse

    def collect(self, done: Callable[[str], None]) -> None:
        """Hand over the text of the element that has just begun, once it ends."""
        self._done = done
        self._pieces = []
        self.parser.CharacterDataHandler = self._pieces.append
        self.parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: Attributes) -> None:
        try:
            begin = self._begin[name]
        except KeyError:
            begin = self._known(name)
        if begin is not None:
            begin(attributes)

    def _known(self, name: str) -> Begin | None:
        prefix, _, local = name.rpartition(":")
        if self._prefix is None:
            self._prefix = prefix
        begin = self._elements.get(local) if prefix == self._prefix else None
        if len(self._begin) < 1000:  # a hostile part has a new name for each element
            self._begin[name] = begin
        return begin

    def _end(self, _: str) -> None:
        self.parser.CharacterDataHandler = None
        self.parser.EndElementHandler = None
        self._done("".join(self._pieces))


class Parts:
    """The parts of a packed file, by their names. Raises Unreadable for what unpacks to too much."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise Unreadable(NO_WORKBOOK) from None
        parts = self._archive.infolist()
        if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.unpacked:
            most = f"{limits.unpacked / 1e6:.0f} MB"
            raise Unreadable(tr("the workbook unpacks to more than {most}; delete what is not the tour", most=most))
        self.names = frozenset(self._archive.namelist())

    def read(self, name: str, reader: Reader) -> None:
        """Let the reader read a part, if there is one of that name. Raises expat.ExpatError for what is no XML."""
        if name not in self.names:
            return
        with self._archive.open(name) as part:
            while chunk := part.read(CHUNK):
                reader.parser.Parse(chunk, False)
            reader.parser.Parse(b"", True)


def _refuse(*_: object) -> None:
    raise Unreadable(tr("it declares a type of document, as no workbook does; save it anew as XLSX"))
