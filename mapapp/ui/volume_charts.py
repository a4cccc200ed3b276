"""The volumes of a corridor as bars, each series and unit by itself: they count differently and never share an axis.

Every value stands as text beside its bar, so that nothing depends on seeing it. Every text is escaped.
"""

import math
from collections.abc import Sequence
from html import escape

from mapapp.corridor import Corridor, Volume
from mapapp.message import tr
from mapapp.ui.references import References
from mapapp.words.language import Words


def charts(corridor: Corridor, notes: References) -> str:
    """A figure for each series, with a chart for each unit that it counts in; "" without volumes."""
    html = ""
    for id_, title in corridor.series:
        own = [volume for volume in corridor.volumes if volume.series == id_]
        units: dict[str, list[Volume]] = {}
        for volume in sorted(own, key=lambda v: v.year):
            units.setdefault(volume.unit, []).append(volume)
        longest_first = sorted(units.items(), key=lambda pair: -len(pair[1]))
        body = "".join(_chart(unit, volumes, notes) for unit, volumes in longest_first)
        if body:
            html += f"<figure><figcaption>{escape(title)}</figcaption>{body}</figure>"
    return f"<div class='volumes'>{html}</div>" if html else ""


def _chart(unit: str, volumes: Sequence[Volume], notes: References) -> str:
    """One chart with its own axis; a single year is a sentence, because a bar alone compares nothing."""
    if len({volume.year for volume in volumes}) == 1:
        return "".join(
            f"<p>{v.year}: <b>{_value(v, notes.words)}</b> {escape(unit)}{_note(v, notes)}</p>" for v in volumes
        )
    top = _round_up(max(volume.high for volume in volumes))
    years = {volume.year for volume in volumes}
    rows = ""
    for year in range(min(years), max(years) + 1):
        found = [volume for volume in volumes if volume.year == year]
        rows += "".join(_row(volume, top, notes) for volume in found) or _gap(year, notes.words)
    axis = f"<div class='axis'><span>0</span><span>{notes.words.number(top)}</span></div>"
    per_year = notes.words.say(tr("{unit} a year", unit=_capital(unit)))
    return f"<div class='chart'><div class='unit'>{escape(per_year)}</div>{rows}{axis}</div>"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _row(volume: Volume, top: float, notes: References) -> str:
    low, high = max(0.0, volume.low / top), max(0.0, volume.high / top)
    spread = f"<i class='spread' style='inset-inline-start:{low:.1%};width:{high - low:.1%}'></i>" if high > low else ""
    bars = f"<i class='bar' style='width:{low:.1%}'></i>{spread}"
    return (
        f"<div class='year'><span>{volume.year}</span><span class='track' aria-hidden='true'>{bars}</span>"
        f"<span class='value'>{_value(volume, notes.words)}{notes.cite(volume.citations)}</span>"
        f"<span class='why quiet'>{escape(volume.note)}</span></div>"
    )


def _gap(year: int, words: Words) -> str:
    said = escape(words.say(tr("no figure on record")))
    return f"<div class='year'><span>{year}</span><span class='quiet'>{said}</span></div>"


def _value(volume: Volume, words: Words) -> str:
    if volume.high > volume.low:
        return escape(words.say(tr("{low} to {high}", low=volume.low, high=volume.high)))
    return words.number(volume.low)


def _note(volume: Volume, notes: References) -> str:
    note = f" <span class='quiet'>{escape(volume.note)}</span>" if volume.note else ""
    return f"{notes.cite(volume.citations)}{note}"


def _round_up(value: float) -> float:
    """The next round number: 1, 2, 2.5 or 5 times a power of ten."""
    if value <= 0:
        return 1.0
    power: float = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= value * 0.999)
