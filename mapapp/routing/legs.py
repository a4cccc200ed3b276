"""A route as people read it: leg by leg, with the borders that it crosses and what happens to the goods on the way."""

from dataclasses import dataclass

from mapapp import country
from mapapp.corridor import Corridor, Mode, Node, Section, TransitTime
from mapapp.message import plural, tr
from mapapp.routing.route import Route

MODES = {Mode.RAIL: tr("rail"), Mode.SEA: tr("ship"), Mode.ROAD: tr("road")}


@dataclass(frozen=True, slots=True)
class Leg:
    """A section as the route uses it, with what happens at its end.

    ``from_start_km`` is the length of the route up to the end of the leg. ``border`` holds the two countries (ISO
    alpha-2) where the leg leads from one to the other. ``gauges`` are the two in mm where the next leg has another;
    ``modes`` the two where goods go on to another vehicle. All three are None otherwise.
    """

    number: int
    start: Node
    end: Node
    section: Section
    from_start_km: float
    border: tuple[str, str] | None = None
    gauges: tuple[int, int] | None = None
    modes: tuple[Mode, Mode] | None = None

    @property
    def border_line(self) -> str:
        """The border in words, "" for none."""
        if not self.border:
            return ""
        before, after = map(country.name, self.border)
        return tr("{before} to {after}", before=before, after=after)

    @property
    def gauge_line(self) -> str:
        """The change of gauge in words, "" for none."""
        if not self.gauges:
            return ""
        before, after = map(str, self.gauges)  # names of widths, not counts: no language parts their thousands
        return tr("{gauges} to {gauges2} mm", gauges=before, gauges2=after)

    @property
    def transhipment_line(self) -> str:
        """The change of vehicle in words, "" for none."""
        if not self.modes:
            return ""
        before, after = (MODES[mode] for mode in self.modes)
        return tr("{before} to {after}", before=before, after=after)


def legs(route: Route) -> tuple[Leg, ...]:
    """The legs of a route in order; none where it ends where it starts."""
    node, found, km = route.corridor.node, [], 0.0
    here = node[route.start].country
    for number, step in enumerate(route.steps, start=1):
        km += step.section.km
        there = node[step.end].country or here
        after = route.steps[number].section if number < len(route.steps) else None
        found.append(
            Leg(
                number=number,
                start=node[step.start],
                end=node[step.end],
                section=step.section,
                from_start_km=km,
                border=(here, there) if here and there != here else None,
                gauges=_gauges(step.section, after),
                modes=(step.section.mode, after.mode) if after and after.mode != step.section.mode else None,
            )
        )
        here = there
    return tuple(found)


def _gauges(before: Section, after: Section | None) -> tuple[int, int] | None:
    if after is None or not before.mode == after.mode == Mode.RAIL or before.gauge_mm == after.gauge_mm:
        return None
    return (before.gauge_mm, after.gauge_mm) if before.gauge_mm and after.gauge_mm else None


def whole_times(corridor: Corridor) -> tuple[TransitTime, ...]:
    """The stated times of the whole corridor, whose end points no source gives."""
    return tuple(time for time in corridor.transit_times if not time.start)


def days_line(low: float, high: float) -> str:
    """A transit time in words: ``12 days``, ``13 to 17 days``."""
    if low != high:
        return tr("{low} to {high} days", low=low, high=high)
    return plural(int(low), "{n} day", "{n} days") if low == int(low) else tr("{days} days", days=low)


def length_line(section: Section) -> str:
    """A word on the length of a section where it is that of the drawn line, "" otherwise."""
    return tr("measured on the map") if section.length_km is None else ""
