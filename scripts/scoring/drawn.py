"""The rows that no rule was tuned on: what was judged of each before, and what came of it in the one run."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scoring.measures import NEAR_KM

_COLUMNS = (
    "found, right", "found, wrong", "in doubt, right", "in doubt, wrong", "asked", "unknown", "left alone, rightly",
)  # fmt: skip
HEAD = f"""
## Rows that no rule was tuned on

`data/gazetteer/drawn.csv` holds what was judged of rows of public tables that were found by search and not used before;
`drawn-tables.csv` says where they stand and how they were drawn. The tables themselves are not kept, only the number
of each row. They were judged by hand before they were run, once, by the rules as they were then; what came stands here
as it came. A town is right within {NEAR_KM} km, a country where the answer is it or lies in it. "Left alone, rightly":
the cell names no place ("Senator underpaid."), or towns of the stated country bear the name alike, and none was chosen.
"""


def section(folder: Path) -> Iterator[str]:
    """The lines on the rows in drawn.csv and drawn-tables.csv of a folder; none where they are not there."""
    if not (folder / "drawn.csv").exists():
        return
    titles = {row["id"]: f"[{row['title']}]({row['url']})" for row in _read(folder / "drawn-tables.csv")}
    counts: dict[str, Counter[str]] = {id_: Counter() for id_ in titles}
    rows = _read(folder / "drawn.csv")
    for row in rows:
        counts[row["table"]][_outcome(row)] += 1
    yield HEAD
    yield f"| table | rows | {' | '.join(_COLUMNS)} |"
    yield "|---|" + "---|" * (len(_COLUMNS) + 1)
    every = sum(counts.values(), Counter())
    for title, found in [*((titles[id_], counts[id_]) for id_ in titles), ("together", every)]:
        yield f"| {title} | {found.total()} | {' | '.join(str(found[name]) for name in _COLUMNS)} |"
    abroad = sum(row["abroad"] == "yes" for row in rows)
    wrong = [row for row in rows if _outcome(row) == "found, wrong"]
    errors = sorted(int(row["error_km"]) for row in wrong if row["error_km"])
    yield ""
    yield f"In another country than the row means: {abroad} of {len(rows)}."
    yield f"Of the {len(wrong)} that were found and wrong,"
    yield f"{len(wrong) - len(errors)} were chosen among towns alike; the others lie {_listed(errors)} km off."


def _listed(numbers: list[int]) -> str:
    return ", ".join(f"{number:,}" for number in numbers) or "no"


def _outcome(row: dict[str, str]) -> str:
    """The column that a row counts in."""
    outcome, judged = row["outcome"], row["judged"]
    if judged in {"none", "several"} and outcome != "found":
        return "left alone, rightly"
    if outcome in {"asked", "unknown"}:
        return outcome
    near = bool(row["error_km"]) and int(row["error_km"]) <= NEAR_KM
    country = judged.isupper() and len(judged) == 2 and row["abroad"] != "yes"
    return f"{outcome}, {'right' if near or country else 'wrong'}"


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
