"""The app that is attacked: on this machine alone, started here or given, and asked within limits."""

import contextlib
import http.client
import ipaddress
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from serving import APP, ROOT, megabytes, running

from mapapp import files
from mapapp.access import cookie_name
from mapapp.catalogue.listing import CORRIDORS
from tests.fixtures import many_events
from tests.fixtures.injection import INJECTIONS, write_corridor, write_tour

HOSTILE, LARGE = "hostile", "large"  # the tours of an app that is started here
FULL, BROKEN, BARE = "hostile", "broken", "bare"  # its corridors: full of the texts, in pieces, and of a title alone
ELSEWHERE = """from pathlib import Path
from mapapp.catalogue import listing
listing.CORRIDORS = Path({folder!r})
"""  # what Python runs as it starts; no setting has a folder of corridors
WAIT = 120.0  # seconds for one answer
MOST = 64_000_000  # bytes of one answer


@dataclass(frozen=True, slots=True)
class Target:
    """An app at a host and port, below a path. ``pid`` is 0 and ``hostile`` empty where it was not started here.

    One that was has its tours, its library and its log (``tours``, ``library``, ``log``) in the ``folder``, and a
    ``cookie`` of somebody who may write.
    """

    host: str
    port: int
    base: str = ""
    pid: int = 0
    hostile: str = ""
    folder: Path = Path()
    cookie: str = ""

    @property
    def address(self) -> str:
        """The address of its first page, with a slash at the end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}{self.base}/"

    @property
    def log(self) -> str:
        """What it has printed until now."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    @property
    def fault(self) -> str:
        """The exception that it has logged last since it was asked, "" for none."""
        found = self.log.partition("Traceback (most recent call last)")[2]
        lines = re.findall(r"^(?:[a-z_]+\.)*[A-Z]\w*: .*$", found, re.MULTILINE)
        return f"it logged {lines[-1][:150]}" if lines else ""

    def ask(
        self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> "Answer":
        """Ask for a path, which is sent as it is. Status 0 stands for a connection that ended without an answer."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=WAIT)
        try:
            connection.putrequest(
                method, self.base + path, skip_host="Host" in (headers or {}), skip_accept_encoding=True
            )
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            connection.endheaders(body or None)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read(MOST))
        except (http.client.HTTPException, OSError, UnicodeError, ValueError) as error:
            return Answer(0, {}, f"{type(error).__name__}: {error}".encode())
        finally:
            connection.close()

    def megabytes(self) -> float:
        """The memory of its process that is in use, 0 where nobody tells."""
        return megabytes(self.pid)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; names of headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


def loopback(address: str) -> Target:
    """The target at an address. Raises ValueError for one that may lie on another machine."""
    parts = urlsplit(address if "//" in address else f"http://{address}")
    host, port = parts.hostname or "", parts.port or 80
    if parts.scheme != "http" or parts.username is not None:
        raise ValueError("only http is attacked, and without a name before the host.")
    try:
        on_this_machine = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        on_this_machine = False
    if not on_this_machine:
        raise ValueError(f"'{host}' is not this machine. Attacks go to loopback alone, such as http://127.0.0.1:8501.")
    return Target("127.0.0.1" if host == "localhost" else host, port, parts.path.rstrip("/"))


@contextlib.contextmanager
def started(folder: Path) -> Iterator[Target]:
    """The app on a free port with a hostile tour and a large one, which are written into the folder.

    Its standard error goes to ``folder/log``. Raises RuntimeError where it does not answer in time.
    """
    write_tour(folder / "tours" / HOSTILE, languages=("ru", "ar"))
    many_events.write_tour(folder / "tours" / LARGE, 1000)
    write_corridors(folder / "corridors")
    files.write(folder / "sitecustomize.py", ELSEWHERE.format(folder=str(folder / "corridors")))
    settings = {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    settings |= {"MAPAPP_TOURS": str(folder / "tours"), "MAPAPP_LIBRARY": str(folder / "library")}
    with running(APP, folder / "log", settings) as app, library_in(folder / "library"):
        target = Target("127.0.0.1", app.port, pid=app.process.pid, hostile=HOSTILE, folder=folder)
        yield replace(target, cookie=cookie_of(target))


def write_corridors(folder: Path) -> None:
    """The corridors that ship, and three that nobody would send us."""
    for path in CORRIDORS.glob("*/*"):
        _copied(path, folder / path.parent.name)
    write_corridor(folder / FULL, " ".join(INJECTIONS.values()))
    for path in (ROOT / "tests" / "fixtures" / "corridors" / "alpha-to-delta").iterdir():
        _copied(path, folder / BROKEN)
    pieces = {
        "corridor.toml": "title = " + "[" * 400_000,
        "geometry.geojson": "[" * 400_000,
        "volumes.csv": "\0" * 5000,
    }
    (folder / BARE).mkdir()
    for name, text in {f"{BROKEN}/{name}": text for name, text in pieces.items()}.items():
        files.write(folder / name, text)
    files.write(folder / BARE / "corridor.toml", 'title = "Bare"\n[display]\nshown = true\n')


def _copied(path: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    files.write(folder / path.name, path.read_bytes())


@contextlib.contextmanager
def library_in(folder: Path) -> Iterator[None]:
    """Have the library of this process, and of those that it starts, in the folder."""
    kept = os.environ.get("MAPAPP_LIBRARY")
    os.environ["MAPAPP_LIBRARY"] = str(folder)
    try:
        yield
    finally:
        os.environ.pop("MAPAPP_LIBRARY")
        os.environ |= {"MAPAPP_LIBRARY": kept} if kept is not None else {}


def name_of(address: str) -> str:
    """The name of the cookie of one who may write at an address."""
    return cookie_name(urlsplit(address).netloc)


def cookie_of(target: Target) -> str:
    """The value for which the key that the app has printed is exchanged. Raises RuntimeError where it printed none."""
    key = re.search(r"\?key=(\S+)", target.log)
    answer = target.ask(f"/?key={key[1]}") if key else Answer(0, {}, b"")
    if not (value := re.search(r"=([^;]+)", answer.headers.get("set-cookie", ""))):
        raise RuntimeError(f"The key of the app gave no cookie, but {answer.status}.")
    return value[1]


def chromium() -> str:
    """The path of a Chromium, "" where there is none."""
    return os.environ.get("MAPAPP_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
