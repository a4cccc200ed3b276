"""The names of a table, shared out in parts; a part that is done is kept on the disk, so that nothing is done twice."""

import hashlib
import json
import multiprocessing
import os
import threading
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from mapapp import __version__, files
from mapapp.batch.answering import Cells, Name, answered
from mapapp.errors import MapappError, clipped
from mapapp.geocoding.gazetteer.index import DATA, DESCRIPTION
from mapapp.message import tr

PART = 1000  # names
Parts = Mapping[int, Sequence[Name]]
Share = Callable[[Parts], Iterator[tuple[int, list[Cells]]]]  # the parts that are done, in any order


class Kept:
    """The parts that are done, in a folder beside the result, until it is written.

    They belong to the same names, program and gazetteer; others are thrown away.
    """

    def __init__(self, out: Path, names: Sequence[Name]) -> None:
        self.folder = out.with_name(f".{out.name}.mapapp-parts")
        self._key = _key(names)
        self.folder.mkdir(parents=True, exist_ok=True)
        key = self.folder / "key"
        if not key.is_file() or key.read_bytes() != self._key.encode():
            self.forget()
            self.folder.mkdir()
            files.write(key, self._key)

    def get(self, number: int) -> list[Cells] | None:
        """A part that is done, or None."""
        try:
            return [tuple(cells) for cells in json.loads(self._path(number).read_bytes())]
        except (OSError, ValueError, TypeError, RecursionError):
            return None

    def has(self, number: int) -> bool:
        """Whether a part is done."""
        return self._path(number).is_file()

    def put(self, number: int, cells: list[Cells]) -> None:
        """Keep a part at once."""
        files.write(self._path(number), json.dumps(cells, ensure_ascii=False))

    def forget(self) -> None:
        """Remove the folder: the result is written."""
        for path in self.folder.iterdir():
            path.unlink()
        self.folder.rmdir()

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:08}.json"


def done(names: Sequence[Name], kept: Kept, share: Share, tell: Callable[[int, int], None]) -> dict[Name, Cells]:
    """The answers to all names. ``tell`` hears how many names of how many are done. Raises MapappError."""
    parts = {number: names[start : start + PART] for number, start in enumerate(range(0, len(names), PART))}
    left = {number: part for number, part in parts.items() if not kept.has(number)}
    count = len(names) - sum(map(len, left.values()))
    tell(count, len(names))
    for number, cells in share(left):
        kept.put(number, cells)
        count += len(cells)
        tell(count, len(names))
    found: dict[Name, Cells] = {}
    for number, part in parts.items():
        cells = kept.get(number) or answered(part)  # somebody may have spoilt the file
        found |= dict(zip(part, cells, strict=True))
    return found


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def on_cores(number: int) -> Share:
    """Share the parts out to so many processes of this machine."""

    def share(parts: Parts) -> Iterator[tuple[int, list[Cells]]]:
        if not parts:
            return
        method = multiprocessing.get_context("spawn")  # an open database must not be inherited
        with ProcessPoolExecutor(min(number, len(parts)), method, initializer=_end_with_parent) as pool:
            futures = {pool.submit(answered, part): part_number for part_number, part in parts.items()}
            try:
                for future in as_completed(futures):
                    yield futures.pop(future), future.result()
            except BrokenProcessPool:
                said = tr("A process that looked up names was ended by the system, perhaps for want of memory")
                raise MapappError(
                    tr("{said}. What is done is kept; the same command goes on from there.", said=str(said))
                ) from None
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    return share


def _end_with_parent() -> None:
    """End when the process that gives the work is killed: nobody else would end this one."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def on_cluster(address: str, seconds: float = 20) -> Share:
    """Share the parts out to the workers of a Dask cluster, at the address of its scheduler. Raises MapappError.

    ``seconds`` is how long the scheduler is waited for.
    """
    try:
        distributed: Any = import_module("distributed")  # its functions have no types
    except ImportError:
        raise MapappError(tr("--dask needs more packages: pip install -r requirements-dask.txt")) from None

    def share(parts: Parts) -> Iterator[tuple[int, list[Cells]]]:
        try:
            client = distributed.Client(address, timeout=seconds)
        except (OSError, ValueError, TimeoutError) as error:
            said = tr(
                "There is no Dask scheduler at '{address}' ({error})",
                address=clipped(address),
                error=clipped(str(error), 100),
            )
            raise MapappError(tr("{said}. Give its address, such as tcp://10.0.0.1:8786.", said=str(said))) from None
        with client:
            futures = client.map(
                answered, list(parts.values()), key=[f"mapapp-{number}" for number in parts], retries=5
            )
            numbers = dict(zip((future.key for future in futures), parts, strict=True))
            for future, cells in distributed.as_completed(futures, with_results=True):
                yield numbers[future.key], cells

    return share


def _key(names: Sequence[Name]) -> str:
    """A text that changes with the names, the program and the gazetteer."""
    told = tomllib.loads((DATA / DESCRIPTION).read_text("utf-8"))
    found = hashlib.sha256(f"{__version__} {told['sha256']} {PART}".encode())
    for name in names:
        found.update(repr(tuple(name)).encode("utf-8", "replace"))
    return found.hexdigest()
