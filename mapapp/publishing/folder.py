"""The folder of a published site: what changed is written, what is published no more is taken away, nothing else.

A list in the folder says which files are ours, by their digests. A file that somebody else put there is never written
over and never removed.
"""

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from mapapp import files
from mapapp.errors import MapappError, clipped, why
from mapapp.message import tr

MANIFEST = ".mapapp-published.json"
MOST_LISTED = 64 * 1024 * 1024  # bytes of the list
VERSION = 1


@dataclass
class Folder:
    """A folder that is published to. ``put`` takes files, ``finish`` removes those that were not put this time.

    ``written``, ``removed`` and ``kept`` are paths: what changed on the disk, and what should go but was changed by
    somebody else. Raises MapappError for a folder that cannot be read or written.
    """

    path: Path
    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    same: int = 0

    def __post_init__(self) -> None:
        if self.path.exists() and not self.path.is_dir():
            raise MapappError(tr("'{path}' is no folder. Name another one.", path=clipped(str(self.path), 200)))
        self._refuse_others((MANIFEST,), known=(MANIFEST,))
        self._ours = _listed(self.path)
        self._put: dict[str, str] = {}

    def begin(self) -> None:
        """Make the folder. What is published takes long to draw: that nothing can be written is told before."""
        with _spoken(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            if not os.access(self.path, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.path))

    def put(self, content: Mapping[str, bytes]) -> None:
        """Have these files in the folder. Raises MapappError, before one is written, where others have a file there."""
        digests = {name: _digest(data) for name, data in content.items()}
        changed = [name for name, digest in digests.items() if self._on_disk(name) != digest]
        self._refuse_others(changed, known=self._ours)
        with _spoken(self.path):
            if (
                not digests.items() <= self._ours.items()
            ):  # a process that is killed leaves files that are known as ours
                self._ours |= digests
                self._save(self._ours)
            for name in changed:
                (self.path / name).parent.mkdir(parents=True, exist_ok=True)
                files.write(self.path / name, content[name])
        self._put |= digests
        self.written += changed
        self.same += len(content) - len(changed)

    def finish(self) -> None:
        """Remove what is ours and was not put, unless somebody changed it, and the folders that are empty then."""
        with _spoken(self.path):
            for name in sorted(self._ours.keys() - self._put.keys()):
                found = "" if self._leads_out(name) else self._on_disk(name)
                if found == self._ours[name]:
                    (self.path / name).unlink()
                    self._tidy((self.path / name).parent)
                    self.removed.append(name)
                elif found:
                    self.kept.append(name)
            if self._ours != self._put:
                self._save(self._put)

    def _on_disk(self, name: str) -> str:
        """The digest of a file, "" where there is none."""
        path = self.path / name
        try:
            if not path.is_file():  # asked first: whoever opens a pipe waits
                return ""
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ""

    def _refuse_others(self, names: Collection[str], known: Container[str]) -> None:
        """Raises MapappError where somebody else has one of them: what is not known, a link, a pipe, a folder."""
        for name in names:
            path = self.path / name
            if self._leads_out(name) or (os.path.lexists(path) and not (name in known and path.is_file())):
                said = tr("'{n}' is there and was not written by an earlier publishing", n=clipped(str(path)))
                raise MapappError(tr("{said}. Name another folder, or move the file away.", said=str(said)))

    def _leads_out(self, name: str) -> bool:
        """Whether a link in the folder would have it written elsewhere."""
        return not (self.path / name).resolve().is_relative_to(self.path.resolve())

    def _tidy(self, folder: Path) -> None:
        if folder != self.path and not any(folder.iterdir()):
            folder.rmdir()

    def _save(self, digests: Mapping[str, str]) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        told = {"about": "Files that mapapp wrote, with their SHA-256.", "version": VERSION, "files": dict(digests)}
        files.write(self.path / MANIFEST, json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def _listed(path: Path) -> dict[str, str]:
    """The files that an earlier publishing wrote, with their digests. Raises MapappError for a list that is damaged."""
    try:
        told: Any = json.loads(files.read(path / MANIFEST, MOST_LISTED))
        listed = told["files"]
        if told["version"] != VERSION or not all(map(_inside, listed)) or not all(map(_hexadecimal, listed.values())):
            raise ValueError
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        said = tr("The list of published files '{n}' cannot be read", n=clipped(str(path / MANIFEST)))
        raise MapappError(tr("{said}. Publish to another folder, or empty this one.", said=str(said))) from None
    return dict(listed)


def _inside(name: object) -> bool:
    """Whether it is a path that cannot lead out of the folder."""
    if not isinstance(name, str) or "\\" in name or ":" in name or "\0" in name:
        return False
    parts = PurePosixPath(name).parts
    return bool(parts) and not name.startswith("/") and ".." not in parts and name == "/".join(parts)


def _hexadecimal(digest: object) -> bool:
    return isinstance(digest, str) and len(digest) == 64 and not set(digest) - set("0123456789abcdef")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextlib.contextmanager
def _spoken(path: Path) -> Iterator[None]:
    """Turn what the disk refuses into a sentence."""
    try:
        yield
    except OSError as error:
        said = tr(
            "'{value}' cannot be written ({strerror})",
            value=clipped(str(error.filename or path)),
            strerror=why(error),
        )
        raise MapappError(tr("{said}. Name another folder, or make room.", said=str(said))) from None
