"""Bytes that are sent again and again, packed once: with gzip at once, with Brotli as soon as that is ready.

Brotli at its best makes scripts a fifth smaller than gzip and takes a hundred times as long, so a thread of low
priority does it beside the page, and what it made is kept in the cache folder for the next start.
"""

import contextlib
import gzip
import hashlib
import os
import re
import threading
from collections import OrderedDict
from pathlib import Path
from queue import SimpleQueue

import brotli

from mapapp import files
from mapapp.geocoding.gazetteer.index import cache_folder

MOST_KEPT = 32_000_000  # bytes of packed content in memory
MOST_WORTH = 4_000_000  # bytes of one content that is packed with Brotli
LEAST_WORTH = 500  # bytes: less fits into one packet as it is
_FOLDER = "packed"
_NOT_NICE = 19  # of the thread, on systems whose threads have a priority
_REFUSED = re.compile(r"q=0(\.0*)?")


def accepts(accepted: str, coding: str) -> bool:
    """Whether an Accept-Encoding header takes a coding by its name (RFC 9110, 12.5.3); a weight of 0 refuses it."""
    for part in accepted.lower().split(","):
        name, *parameters = (piece.replace(" ", "") for piece in part.split(";"))
        if name == coding:
            return not any(_REFUSED.fullmatch(parameter) for parameter in parameters)
    return False


class Packer:
    """Packs contents and keeps what it packed, in memory up to a limit and in a folder for the next process."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._kept: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()
        self._asked: set[str] = set()
        self._work: SimpleQueue[tuple[str, bytes]] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def packed(self, content: bytes, accepted: str) -> tuple[str, bytes]:
        """The best coding that an Accept-Encoding header takes and that is at hand, and the content in it.

        "" and the content itself where none is, or where it would not become smaller.
        """
        if len(content) < LEAST_WORTH:
            return "", content
        name = hashlib.sha256(content).hexdigest()
        if accepts(accepted, "br") and (found := self._brotli(name, content)):
            return "br", found
        if accepts(accepted, "gzip"):
            found = self._known(("gzip", name)) or self._keep(("gzip", name), gzip.compress(content, mtime=0))
            return ("gzip", found) if len(found) < len(content) else ("", content)
        return "", content

    def _brotli(self, name: str, content: bytes) -> bytes | None:
        """The content in Brotli, None while it is being packed."""
        if found := self._known(("br", name)):
            return found
        with self._lock:
            if name in self._asked or len(content) > MOST_WORTH:
                return None
            self._asked.add(name)
            if self._thread is None:
                self._thread = threading.Thread(target=self._pack, name="packing", daemon=True)
                self._thread.start()
        self._work.put((name, content))
        return None

    def _known(self, key: tuple[str, str]) -> bytes | None:
        with self._lock:
            if found := self._kept.get(key):
                self._kept.move_to_end(key)
            return found

    def _keep(self, key: tuple[str, str], packed: bytes) -> bytes:
        with self._lock:
            self._bytes += len(packed) - len(self._kept.pop(key, b""))
            self._kept[key] = packed
            while self._bytes > MOST_KEPT:
                (_, name), gone = self._kept.popitem(last=False)
                self._bytes -= len(gone)
                self._asked.discard(name)
        return packed

    def _pack(self) -> None:
        if hasattr(os, "setpriority"):
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NOT_NICE)
        while True:
            name, content = self._work.get()
            if packed := self._stored(name, content):
                self._keep(("br", name), packed)

    def _stored(self, name: str, content: bytes) -> bytes:
        """What an earlier process has packed, else packed now; b"" where it becomes no smaller."""
        path = self._folder / f"{name}.br" if self._folder else None
        if path:
            with contextlib.suppress(OSError, brotli.error):
                found = files.read(path, len(content))
                if brotli.decompress(found) == content:
                    return found
        packed: bytes = brotli.compress(content, mode=brotli.MODE_TEXT)
        if len(packed) >= len(content):
            return b""
        if path:
            with contextlib.suppress(OSError):  # a folder that cannot be written costs the time alone
                path.parent.mkdir(parents=True, exist_ok=True)
                files.write(path, packed)
        return packed


_packer = Packer(cache_folder() / _FOLDER)
packed = _packer.packed
