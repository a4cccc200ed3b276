"""Dates as programs keep them: the seconds, or thousandths of them, since 1970."""

import datetime as dt
import re

_EPOCH = re.compile(r"1[0-8]\d{8}(?:\d{3})?(?:\.0+)?")  # from 2001 to 2029
_THOUSANDTHS = 13  # figures


def is_epoch(cell: str) -> bool:
    """Whether a cell may be the seconds or thousandths of them since 1970, as programs keep dates."""
    return bool(_EPOCH.fullmatch(cell))


def epoch_day(cell: str) -> dt.date:
    """The day of such a number in UTC. Raises ValueError for any other text."""
    if not is_epoch(cell):
        raise ValueError(cell)
    figures = cell.partition(".")[0]
    seconds = int(figures) // (1_000 if len(figures) == _THOUSANDTHS else 1)
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
