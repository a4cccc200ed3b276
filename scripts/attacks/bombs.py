"""Files that unpack, nest or repeat without end: read within 10 s of CPU and 500 MB, or refused in a sentence."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from serving import ROOT

from attacks.outcome import Outcome, judged
from attacks.target import Target
from mapapp import files
from tests.fixtures.article_bombs import articles
from tests.fixtures.bombs import bombs, brought

FAMILY = "bombs"
MOST_SECONDS, MOST_MB = 10.0, 500.0
PATIENCE = 300.0  # seconds by the clock, after which a child is ended; the machine may be busy with others
# A process begins with the peak of the one that started it: a small one in between, which prints seconds, peak and code
_WATCH = """
import os, subprocess, sys, threading
child = subprocess.Popen(sys.argv[2:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
threading.Timer(float(sys.argv[1]), child.kill).start()
sys.stdout.buffer.write(child.stdout.read()[-1_000_000:])
_, status, usage = os.wait4(child.pid, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status), file=sys.stderr)
sys.stdout.flush()
os._exit(0)
"""
SHORT = ("CSV of open quotes", "TOML of brackets", "TOML of dots", "XML of laughs", "XML of another file")


def attack(_: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """Each file is given to `check`, `import` or `read`, in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        for number, (title, make) in enumerate(bombs().items()):
            if thorough or title in SHORT:
                yield checked(title, make()(Path(name) / str(number)))
        for title, make in brought().items() if thorough else ():
            yield checked(title, make()(Path(name) / title), "import")
        for title, article in articles().items() if thorough else ():
            files.write(Path(name) / title, article())
            yield checked(title, Path(name) / title, "read")


def checked(title: str, path: Path, with_: str = "check") -> Outcome:
    """What comes of `check`, or another command, with that file, in a process of its own."""
    if not hasattr(os, "wait4"):
        return Outcome(FAMILY, title, None, 0, "this system does not tell what a process took")
    command = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        _WATCH,
        str(PATIENCE),
        sys.executable,
        "-m",
        "mapapp",
        with_,
        str(path),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    said = done.stdout
    seconds, largest, code = map(float, done.stderr.split()[-3:])
    megabytes = largest / (1e6 if sys.platform == "darwin" else 1e3)
    faults = [f"took {seconds:.1f} s of CPU"] if seconds > MOST_SECONDS else []
    faults += [f"took {megabytes:.0f} MB"] if megabytes > MOST_MB else []
    faults += [f"ended with {code:.0f}"] if code not in ((0, 1) if with_ == "check" else (0, 1, 2)) else []
    faults += ["ended in a traceback"] if b"Traceback" in said else []
    faults += ["read another file"] if b"root:" in said else []
    return judged(
        FAMILY, title, 1, faults, f"{seconds:.1f} s, {megabytes:.0f} MB: {said.decode(errors='replace')[:80]}"
    )
