"""Bytes that nobody means, at every door: refused in a sentence or taken, never a traceback and never for long.

Half of the cases are made by Hypothesis from what usually comes, half by atheris, which looks which lines each case
reaches and goes on from those that reach new ones. atheris is in requirements-fuzz.txt alone (Linux, 35 MB).
"""

import importlib.util
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from attacks.doors import Door, doors
from attacks.outcome import Outcome, judged
from attacks.target import Target, library_in
from mapapp import files
from mapapp.errors import MapappError

FAMILY = "fuzz"
CASES, FEW = 200_000, 3_000
MOST_SECONDS = 5.0  # of CPU for one case of some hundred bytes
PATIENCE = 1_800.0  # seconds by the clock for the cases of one door by atheris
PIECES = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"%00", b"%ff", b"../", b"/..", b"\r", b"\n\n", b"\t"),
    *(b"9" * 5000, b"nan", b"-1e999", b"0000-00-00", b"9999-12-31", b"10000-01-01", b"31.02.", b"TBC", b"~", b"--"),
    *(b'"', b"'", b";", b",", b"|", b"=", b"@", b"&", b"#", b"\\", b"<", b"{", b"}", b"[" * 500, b"<td colspan=9999>"),
    *(b"sep=;\n", b"$1", b"{x}", b"true", b"null"),
    *(text.encode() for text in ("²", "٣", "½", "İ", "\u202e", "\ufdfa", "e\u0301", "\U0001f1f0\U0001f1ff")),
)


def attack(_: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """All doors, with 200,000 cases or, always the same, 3,000."""
    cases, number = (CASES // 2, random.randrange(2**32)) if thorough else (FEW, 1)
    with tempfile.TemporaryDirectory() as library, library_in(Path(library)):
        for door in doors():
            yield tried(door, cases * door.share // 1000, number)
            if thorough:
                yield guided(door, cases * door.share // 1000)


@st.composite
def changed(draw: st.DrawFn, usual: Sequence[bytes]) -> bytes:
    """What usually comes with some of its bytes exchanged, or anything."""
    data = draw(st.sampled_from(usual) | st.binary(max_size=60) | st.text(max_size=40).map(_encoded))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = start + draw(st.integers(0, 30))
        data = data[:start] + draw(st.sampled_from(PIECES) | st.binary(max_size=4)) + data[end:]
    return data


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def entered(door: Door, data: bytes) -> None:
    """Enter with one case. A refusal in a sentence is right; raises whatever is not."""
    began = time.process_time()
    try:
        door.enter(data)
    except MapappError as refused:
        assert str(refused), "refused without a sentence"
    taken = time.process_time() - began
    assert taken < MOST_SECONDS, f"took {taken:.1f} s"


def tried(door: Door, cases: int, number: int) -> Outcome:
    """So many cases of Hypothesis with this seed, and the smallest at which the door fails."""
    last = [b""]

    @seed(number)
    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(changed(door.usual))
    def every(data: bytes) -> None:
        last[0] = data
        entered(door, data)

    faults = []
    try:
        every()
    except BaseException as error:  # whatever comes out of a door is the answer
        if isinstance(error, KeyboardInterrupt):
            raise
        faults = [f"{type(error).__name__}: {str(error)[:90]} at {last[0][:120]!r}, seed {number}"]
    return judged(FAMILY, f"{door.name}, Hypothesis", cases, faults)


def guided(door: Door, cases: int) -> Outcome:
    """So many cases of atheris, in a process of its own."""
    title = f"{door.name}, atheris"
    if not importlib.util.find_spec("atheris"):
        return Outcome(FAMILY, title, None, 0, "atheris is not here: pip install -r requirements-fuzz.txt")
    command = [sys.executable, str(Path(__file__).with_name("guided.py")), door.name, f"-runs={cases}"]
    with tempfile.TemporaryDirectory() as corpus:
        for index, usual in enumerate(door.usual):
            files.write(Path(corpus) / str(index), usual)
        try:
            done = subprocess.run([*command, corpus], capture_output=True, cwd=corpus, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            return Outcome(FAMILY, title, None, 0, f"was not done after {PATIENCE:.0f} s")
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    runs = int(found[1]) if (found := re.search(r"Done (\d+) runs", said)) else 0
    faults = [] if done.returncode == 0 and runs else [_end(said)]
    return judged(FAMILY, title, runs, faults)


def _end(said: str) -> str:
    """The line that tells the exception, and the case."""
    lines = [line for line in said.splitlines() if re.match(r"\s*\w*(Error|Exception|timeout|ERROR)", line)]
    case = re.search(r"Base64: (\S+)", said)
    return f"{(lines or said.splitlines()[-1:] or ['ended'])[0][:150]}; Base64 {case[1][:100] if case else 'unknown'}"
