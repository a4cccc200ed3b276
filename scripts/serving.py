"""Processes of the app on this machine, alone or behind nginx as deploy/ has it: for tests, attacks and benchmarks.

Each lives as long as its block, however the block ends.
"""

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mapapp import files

ROOT = Path(__file__).resolve().parents[1]
APP = ROOT / "streamlit_app.py"
SECONDS = 120.0  # until a process must answer; the first start of a fresh machine unpacks the index of places
PATIENCE = 30.0  # seconds that a process has to end when it is asked
_DOCUMENTED = ("127.0.0.1:8501", "127.0.0.1:8502")  # the processes of deploy/nginx.conf
_MAIN = """
daemon off; user {user}; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 4096; }}
http {{
  access_log off; include {folder}/mapapp.conf;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
}}
"""


class Running(NamedTuple):
    """A process that answers at an address, which ends with a slash."""

    address: str
    port: int
    process: subprocess.Popen[bytes]

    @property
    def megabytes(self) -> float:
        """What `megabytes` tells of its process."""
        return megabytes(self.process.pid)


class Site(NamedTuple):
    """The address below which several processes stand, and these."""

    address: str
    processes: list[Running]


def megabytes(pid: int) -> float:
    """The memory of a process that is in use, 0 where nobody tells (other systems than Linux, or it has ended)."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return 0.0


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextlib.contextmanager
def running(script: Path, log: Path, settings: Mapping[str, str] | None = None, base: str = "") -> Iterator[Running]:
    """Run a Streamlit script below a path, with these variables besides ours; what it prints goes to a file.

    Raises RuntimeError where it does not answer in time.
    """
    port = free_port()
    options = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    options += ["--browser.gatherUsageStats", "false", *(["--server.baseUrlPath", base] if base else [])]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    with log.open("wb") as out:
        environment = os.environ | {"PYTHONPATH": str(ROOT)} | dict(settings or {})
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
    found = Running(f"http://127.0.0.1:{port}/{base}{'/' if base else ''}", port, process)
    with _ended(process):
        _wait(found.address + "_stcore/health", lambda: process.poll() is None, log)
        yield found


@contextlib.contextmanager
def site(folder: Path, count: int, settings: Mapping[str, str] | None = None) -> Iterator[Site]:
    """So many processes behind nginx with the documented configuration, their logs and library in the folder.

    Raises RuntimeError where there is no nginx, or where something does not answer in time.
    """
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not nginx:
        raise RuntimeError("There is no nginx; install it (Debian, Ubuntu: sudo apt install nginx-light).")
    shared = {"MAPAPP_PROXY": "yes", "MAPAPP_LIBRARY": str(folder / "library")} | dict(settings or {})
    with contextlib.ExitStack() as stack:
        processes = [
            stack.enter_context(running(APP, folder / f"{number}.log", shared, "tours")) for number in range(count)
        ]
        front = free_port()
        files.write(folder / "mapapp.conf", _configured(front, processes))
        files.write(folder / "nginx.conf", _MAIN.format(folder=folder, user=getpass.getuser()))
        command = [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
        server = stack.enter_context(_ended(subprocess.Popen(command)))
        address = f"http://127.0.0.1:{front}/tours/"
        _wait(address + "_stcore/health", lambda: server.poll() is None, folder / "error.log")
        yield Site(address, processes)


def _configured(front: int, processes: list[Running]) -> str:
    """The documented configuration with our ports. Raises RuntimeError where it is no longer what is expected here."""
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip().startswith(f"server {_DOCUMENTED[0]}")]
    if len(lines) != 1 or "listen 8080;" not in text or _DOCUMENTED[1] not in text:
        raise RuntimeError("deploy/nginx.conf has other ports than those that scripts/serving.py puts its own for.")
    servers = (lines[0].replace(_DOCUMENTED[0], f"127.0.0.1:{process.port}") for process in processes)
    kept = (line for line in text.splitlines() if not line.strip().startswith(f"server {_DOCUMENTED[1]}"))
    return "\n".join(kept).replace(lines[0], "\n".join(servers)).replace("listen 8080", f"listen 127.0.0.1:{front}")


@contextlib.contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """End the process with the block; one that does not end when it is asked is killed."""
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(url: str, lives: Callable[[], bool], log: Path) -> None:
    ends = time.monotonic() + SECONDS
    while lives() and time.monotonic() < ends:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise RuntimeError(f"Nothing answers at {url}; {log} tells why.")
