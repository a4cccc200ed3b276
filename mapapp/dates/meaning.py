"""One thing that a date cell may mean. It needs nothing of the grammar of dates, which most files never use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from mapapp.errors import WhenError
from mapapp.message import tr
from mapapp.when import Moment, When

if TYPE_CHECKING:
    from mapapp.dates.partial import Order


class Reading(NamedTuple):
    """One thing that a text may mean.

    ``when`` has the clocks as they stand in the text; ``zones`` are those stated with the clocks of its start and end,
    "" where none is. ``order`` is None for EDTF. ``remark`` is a sentence on what had to be left out, "" for nothing.
    """

    when: When
    order: Order | None = None
    zones: tuple[str, str] = ("", "")
    short_year: bool = False
    remark: str = ""

    def at(self, zone: str) -> When:
        """The time on the clocks of a place with that IANA zone. Raises WhenError where a zone is needed and is ""."""
        if not any(self.zones):
            return self.when
        if not zone:
            clock = next(filter(None, self.zones))
            raise WhenError(
                tr(
                    "the clock is that of {clock}, and the zone of the place is not known; write the local time",
                    clock=clock,
                )
            )
        start = _moved(self.when.start, self.zones[0], zone)
        return When(start, _moved(self.when.end, self.zones[1], zone) if self.when.end else None)


def _moved(moment: Moment, stated: str, zone: str) -> Moment:
    if not stated or moment.time is None:
        return moment
    from mapapp.dates.clocks import moved

    try:
        local = moved(moment.begins, stated, zone)
    except (OverflowError, ValueError):
        raise WhenError(tr("the clock of {moment} cannot be told in the zone of the place", moment=moment)) from None
    return replace(moment, year=local.year, month=local.month, day=local.day, time=local.time())
