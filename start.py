"""Starts the app: a double click on Windows, ``python3 start.py`` elsewhere. It needs Python 3.11 or newer alone.

The first start installs the packages of requirements.lock into the folder .venv, each compared with its hash: from the
folder "wheels" beside this file where there is one (scripts/bundle makes it), and from the network otherwise. What
stands behind the name of this file goes to Streamlit, such as ``--server.port 8600``.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK, WHEELS, VENV = ROOT / "requirements.lock", ROOT / "wheels", ROOT / ".venv"
OLDEST = (3, 11)
FAILED = 1


class Refused(Exception):
    """Why the app cannot be started, in a sentence."""


def main(arguments: list[str]) -> int:
    """Install what is missing, and run the app until it is ended. The code with which it ended."""
    try:
        if sys.version_info < OLDEST:
            wanted = ".".join(map(str, OLDEST))
            raise Refused(f"Python {wanted} or newer is needed. Install it from python.org, then start again.")
        installed()
        return subprocess.call([str(python()), "-m", "streamlit", "run", "streamlit_app.py", *arguments], cwd=ROOT)
    except Refused as refused:
        print(f"\n{refused}", file=sys.stderr)
        if os.name == "nt" and sys.stdin and sys.stdin.isatty():  # the window would close before anybody has read it
            input("Press Enter to close this window. ")
        return FAILED
    except KeyboardInterrupt:
        return 0


def python() -> Path:
    """The Python of the folder .venv."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def installed() -> None:
    """Install the packages where they are not yet. Raises Refused."""
    stamp = VENV / f"started-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]}"
    if stamp.exists() and python().exists():
        return
    print("The first start sets things up; this takes a minute or two.", flush=True)
    if not python().exists():
        _run([sys.executable, "-m", "venv", str(VENV)], "The folder .venv could not be made.")
    _run([str(python()), *pip()], "The packages could not be installed.")
    for old in VENV.glob("started-*"):
        old.rmdir()
    stamp.mkdir()  # a folder, as it has nothing to say


def pip() -> list[str]:
    """The arguments with which Python installs the packages."""
    quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(LOCK)]
    return [*quiet, "--no-index", "--find-links", str(WHEELS)] if WHEELS.is_dir() else quiet


def _run(command: list[str], sentence: str) -> None:
    try:
        code = subprocess.call(command, cwd=ROOT)
    except OSError as error:
        raise Refused(f"{sentence} {error.strerror}.") from None
    if code:
        there = "The folder wheels may be for another system or another Python." if WHEELS.is_dir() else ""
        raise Refused(f"{sentence} The lines above say why. {there or 'Is this machine connected to the network?'}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
