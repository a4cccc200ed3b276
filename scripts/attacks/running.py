"""Runs the families one after the other, within a time, and prints what came of them."""

import argparse
import contextlib
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from attacks import bombs, crowd, drafts, fuzz, injection, links, machine, pages, shelves, uploads, wire, writes
from attacks.outcome import Outcome, table
from attacks.target import Target, loopback, started

FAMILIES = {
    family.FAMILY: family.attack
    for family in (wire, links, injection, pages, drafts, uploads, fuzz, bombs, writes, shelves, machine, crowd)
}
ALONE = (
    fuzz.FAMILY,
    bombs.FAMILY,
    writes.FAMILY,
    shelves.FAMILY,
    machine.FAMILY,
)  # attack the commands, and need no app
HELD, FAILED, WRONG_USAGE = 0, 1, 2
MINUTES = 60.0  # for all of it


def outcomes(target: Target, families: Sequence[str], minutes: float, *, thorough: bool) -> Iterator[Outcome]:
    """What comes of the families; once the time is up, the others are not tried, which counts as failed."""
    ends = time.monotonic() + minutes * 60
    for family in families:
        for outcome in FAMILIES[family](target, thorough=thorough):
            yield outcome
            if time.monotonic() > ends:
                yield Outcome(family, "the rest", False, 0, f"was not tried: {minutes:g} minutes are over")
                return


def main(arguments: Sequence[str], description: str) -> int:
    """Attack as the command line says; the exit code."""
    parser = argparse.ArgumentParser("attack", description=description, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("address", nargs="?", default="", help="an app on this machine; without it one is started")
    parser.add_argument("--family", default=",".join(FAMILIES), help=f"some of {', '.join(FAMILIES)}")
    parser.add_argument("--short", action="store_true", help="less of everything")
    parser.add_argument("--minutes", type=float, default=MINUTES, help="after which no more is tried")
    options = parser.parse_args(arguments)
    families = [name for name in options.family.split(",") if name]
    try:
        if unknown := set(families) - set(FAMILIES):
            raise ValueError(f"there is no family '{min(unknown)}'; there are {', '.join(FAMILIES)}.")
        target = loopback(options.address) if options.address else None
    except ValueError as error:
        print(f"attack: {error}", file=sys.stderr)
        return WRONG_USAGE
    with contextlib.ExitStack() as stack:
        if target is None and set(families) <= set(ALONE):
            target = Target("127.0.0.1", 0)
        target = target or stack.enter_context(started(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
        found = []
        for outcome in outcomes(target, families, options.minutes, thorough=not options.short):
            print(f"{outcome.word:9} {outcome.family}: {outcome.attack}", file=sys.stderr, flush=True)
            found.append(outcome)
    print(table(found))
    return FAILED if any(outcome.held is False for outcome in found) else HELD
