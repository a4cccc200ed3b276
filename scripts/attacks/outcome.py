"""What came of an attack, and the table of all."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """One attack: ``held`` is None where it could not be tried. ``said`` is what was seen, ``tries`` how often."""

    family: str
    attack: str
    held: bool | None
    tries: int
    said: str

    @property
    def word(self) -> str:
        """What stands in the table."""
        return {True: "held", False: "FAILED", None: "not tried"}[self.held]


def judged(family: str, attack: str, tries: int, faults: Iterable[str], held: str = "") -> Outcome:
    """The outcome of so many tries: it holds where there is no fault; otherwise the first of them is told."""
    found = list(faults)
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return Outcome(family, attack, not found, tries, (f"{found[0]}{more}" if found else held)[:300])


def table(outcomes: Iterable[Outcome]) -> str:
    """The outcomes as a table of Markdown."""
    lines = ["| family | attack | tries | outcome | seen |", "|---|---|---|---|---|"]
    for outcome in outcomes:
        said = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in outcome.said).replace("|", "\\|")
        lines.append(f"| {outcome.family} | {outcome.attack} | {outcome.tries:,} | {outcome.word} | {said} |")
    return "\n".join(lines)
