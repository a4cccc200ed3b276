"""What holds for every test: no way out to the network, and no clock over hypothesis."""

import functools
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest
from hypothesis import settings

from mapapp.geocoding.gazetteer.index import unpacked

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))  # the packages that scripts import
LOOPBACK = ("", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::")

P = ParamSpec("P")
T = TypeVar("T")

settings.register_profile("tests", deadline=None)  # a shared machine may be slow without anything being wrong
settings.load_profile("tests")


class NetworkClosed(RuntimeError):
    """A test tried to leave this machine. Not an OSError, so that code which expects those cannot hide it."""


@pytest.fixture(autouse=True, scope="session")
def closed_network() -> Iterator[None]:
    """Refuse every connection and look-up that does not stay on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for method in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, method, _guarded(getattr(socket.socket, method), lambda args: _host(args[-1])))
        for function in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
            patch.setattr(socket, function, _guarded(getattr(socket, function), lambda args: args[0]))
        yield


@pytest.fixture(autouse=True, scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees the library of whoever runs it, nor do its processes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MAPAPP_LIBRARY", str(tmp_path_factory.mktemp("library") / "library"))
        for setting in ("MAPAPP_EDITORS", "MAPAPP_IMPORT"):
            patch.delenv(setting, raising=False)
        yield


@pytest.fixture
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an empty library for this test alone."""
    monkeypatch.setenv("MAPAPP_LIBRARY", str(tmp_path / "library"))
    return tmp_path / "library"


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder for this test alone, for its processes as well; the gazetteer's index is there already."""
    index = unpacked()
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / index.name).symlink_to(index)
    monkeypatch.setenv("MAPAPP_CACHE", str(folder))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return folder


def _guarded(original: Callable[P, T], host: Callable[[tuple[object, ...]], object]) -> Callable[P, T]:
    @functools.wraps(original)
    def guarded(*args: P.args, **options: P.kwargs) -> T:
        name = host((*args, *options.values()))
        name = name.decode() if isinstance(name, bytes) else name
        if isinstance(name, str) and name not in LOOPBACK and not name.startswith("127."):
            raise NetworkClosed(f"A test tried to reach '{name}'; tests run without a network, so use a fake.")
        return original(*args, **options)

    return guarded


def _host(address: object) -> object:
    """The host of a socket address; None for one that names none, such as the path of a Unix socket."""
    return address[0] if isinstance(address, tuple) and address else None
